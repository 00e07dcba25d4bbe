//! Operations to encode, one of every kind at least.

use flow_console::api::{
    BaseConnectionUpdate, Comparison, Filter, ListQuery, Operation, PostMessage, PostMessageBatch,
};
use flow_console::model::{
    Authentication, BaseConnection, ConnectionSpecId, DataFormat, DataSetParameters, Etag, Flow,
    Mapping, SchemaReference, SourceConnection, SpecReference, TargetConnection, TargetData,
    Transformation,
};
use flow_console::secret::{Document, Edit, PatchOperation};
use serde_json::json;

use super::tutorials;

/// How many variants [`Operation`] has. A new one breaks [`name`], and then this number.
pub const KINDS: usize = 19;

pub fn name(operation: &Operation) -> &'static str {
    match operation {
        Operation::ListConnectionSpecs(_) => "list connection specs",
        Operation::RetrieveConnectionSpec(_) => "retrieve connection spec",
        Operation::ListBaseConnections(_) => "list base connections",
        Operation::CreateBaseConnection(_) => "create base connection",
        Operation::RetrieveBaseConnection(_) => "retrieve base connection",
        Operation::UpdateBaseConnection(_) => "update base connection",
        Operation::CreateSourceConnection(_) => "create source connection",
        Operation::RetrieveSourceConnection(_) => "retrieve source connection",
        Operation::CreateTargetConnection(_) => "create target connection",
        Operation::RetrieveTargetConnection(_) => "retrieve target connection",
        Operation::ListFlowSpecs(_) => "list flow specs",
        Operation::RetrieveFlowSpec(_) => "retrieve flow spec",
        Operation::ListFlows(_) => "list flows",
        Operation::CreateFlow(_) => "create flow",
        Operation::RetrieveFlow(_) => "retrieve flow",
        Operation::ListRuns(_) => "list runs",
        Operation::RetrieveRun(_) => "retrieve run",
        Operation::PostMessage(_) => "post message",
        Operation::PostMessageBatch(_) => "post message batch",
    }
}

fn odd_query() -> ListQuery {
    ListQuery {
        filters: vec![
            Filter::equal("name", "50% of \"A&B\" + Zoë=1"),
            Filter {
                path: "updatedAt".to_owned(),
                comparison: Comparison::AtLeast,
                value: "1760000000000".to_owned(),
            },
            Filter {
                path: "sourceConnectionIds[]".to_owned(),
                comparison: Comparison::Equal,
                value: "a,b".to_owned(),
            },
        ],
        limit: Some(100),
        order_by: Some("-updatedAt,name".to_owned()),
        continuation: Some("bGFzdDoxMjM+/w==".to_owned()),
    }
}

/// One of every kind, some with everything that they can hold.
pub fn samples() -> Vec<Operation> {
    let message = PostMessage {
        inlet_url: "https://dcs.adobedc.net/collection/c0ffee".to_owned(),
        flow_id: Some("flow".into()),
        authenticated: true,
        sandbox: Some("acme-dev".to_owned()),
        sync_validation: true,
        message: r#"{"total": 12345678901234567890.12, "b": 1, "a": 2}"#.to_owned(),
    };
    let mut operations = vec![
        Operation::ListConnectionSpecs(ListQuery::default()),
        Operation::ListConnectionSpecs(odd_query()),
        Operation::RetrieveConnectionSpec("spec".into()),
        Operation::ListBaseConnections(odd_query()),
        Operation::CreateBaseConnection(BaseConnection {
            name: "Nothing else".to_owned(),
            connection_spec: SpecReference::first("spec".into()),
            ..BaseConnection::default()
        }),
        Operation::CreateBaseConnection(with_others()),
        Operation::RetrieveBaseConnection("base".into()),
        Operation::UpdateBaseConnection(update()),
        Operation::RetrieveSourceConnection("source".into()),
        Operation::RetrieveTargetConnection("target".into()),
        Operation::ListFlowSpecs(odd_query()),
        Operation::RetrieveFlowSpec("spec".into()),
        Operation::ListFlows(odd_query()),
        Operation::RetrieveFlow("flow".into()),
        Operation::PostMessage(message),
        Operation::PostMessage(bare_message()),
        Operation::ListRuns(odd_query()),
        Operation::RetrieveRun("run".into()),
        Operation::PostMessageBatch(PostMessageBatch {
            inlet_url: "https://dcs.adobedc.net/collection/c0ffee/?x=1".to_owned(),
            flow_id: Some("flow".into()),
            authenticated: true,
            sandbox: Some("acme-dev".to_owned()),
            body: r#"{"messages":[ {"b": 1.10, "a": 2}]}"#.to_owned(),
        }),
        Operation::PostMessageBatch(PostMessageBatch {
            inlet_url: "/collection/c0ffee".to_owned(),
            body: r#"{"messages":[]}"#.to_owned(),
            ..PostMessageBatch::default()
        }),
    ];
    operations.extend([table_source(), mapped_target(), mapped_flow()]);
    for printed in [
        tutorials::amazon_kinesis(),
        tutorials::streaming(),
        tutorials::phoenix(),
    ] {
        operations.extend(printed.into_iter().map(|(_, operation)| plain(operation)));
    }
    operations
}

/// Members that no document knows.
fn with_others() -> BaseConnection {
    let others = |value| vec![("extra".to_owned(), Document::Plain(value))];
    BaseConnection {
        name: "More than is known".to_owned(),
        connection_spec: SpecReference::first("spec".into()),
        auth: Some(Authentication {
            spec_name: "Basic Authentication".to_owned(),
            params: Document::Plain(json!({ "server": "s" })),
            others: others(json!({ "deep": [1] })),
        }),
        others: others(json!(true)),
        ..BaseConnection::default()
    }
}

/// Each operator, with paths that have to be escaped.
fn update() -> BaseConnectionUpdate {
    let operation = |path: &str, edit| PatchOperation {
        path: path.to_owned(),
        edit,
    };
    let value = |value| Document::Plain(value);
    BaseConnectionUpdate {
        id: "base".into(),
        etag: Etag("\"6a0b1c2d-0000-0200-0000-68e778000000\"".to_owned()),
        patch: vec![
            operation("/name", Edit::Replace(value(json!("Zoë’s \"one\"")))),
            operation(
                "/auth/params/a~1b",
                Edit::Add(value(json!({ "deep": [null] }))),
            ),
            operation("/auth/params/hosts/0", Edit::Remove),
        ],
    }
}

fn bare_message() -> PostMessage {
    PostMessage {
        inlet_url: "/collection/c0ffee".to_owned(),
        message: "{}".to_owned(),
        ..PostMessage::default()
    }
}

fn table_source() -> Operation {
    Operation::CreateSourceConnection(SourceConnection {
        name: "Orders".to_owned(),
        description: Some("A table".to_owned()),
        base_connection_id: Some("base".into()),
        connection_spec: SpecReference::first("spec".into()),
        data: Some(DataFormat {
            format: Some("tabular".to_owned()),
        }),
        params: Some(
            json!({ "tableName": "orders", "columns": [{ "name": "id", "type": "string" }] }),
        ),
    })
}

fn mapped_target() -> Operation {
    Operation::CreateTargetConnection(TargetConnection {
        name: "Orders".to_owned(),
        description: None,
        connection_spec: SpecReference::first(ConnectionSpecId::data_lake()),
        data: Some(TargetData {
            format: None,
            schema: Some(SchemaReference {
                id: "https://ns.adobe.com/acme/schemas/orders".to_owned(),
                version: "application/vnd.adobe.xed-full+json;version=1".to_owned(),
            }),
        }),
        params: DataSetParameters {
            data_set_id: "68e77800c0ffee0012345678".into(),
        },
    })
}

fn mapped_flow() -> Operation {
    Operation::CreateFlow(Flow {
        name: "Orders".to_owned(),
        description: None,
        flow_spec: SpecReference::first("c1a19761-d2c7-4702-b9fa-fe91f0613e81".into()),
        source_connection_ids: vec!["source".into()],
        target_connection_ids: vec!["target".into()],
        transformations: vec![Transformation {
            name: "Mapping".to_owned(),
            params: Mapping {
                mapping_id: "0a1b2c3d4e5f60718293a4b5c6d7e8f9".to_owned(),
                mapping_version: Some(0),
            },
        }],
    })
}

/// The same operation without secrets: decoding cannot know which values were secret.
fn plain(mut operation: Operation) -> Operation {
    if let Operation::CreateBaseConnection(connection) = &mut operation
        && let Some(auth) = &mut connection.auth
    {
        auth.params = Document::Plain(auth.params.reveal());
    }
    operation
}
