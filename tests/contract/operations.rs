//! Operations to encode: one of every kind, and those that Adobe's tutorials print as requests.

use flow_console::api::{Comparison, Filter, ListQuery, Operation, PostMessage};
use flow_console::model::{
    Authentication, BaseConnection, ConnectionSpecId, DataFormat, DataSetParameters, Flow,
    FlowSpecId, Mapping, SchemaReference, SourceConnection, SpecReference, TargetConnection,
    TargetData, Transformation,
};
use flow_console::secret::{Document, Secret};
use serde_json::{Value, json};

/// How many variants [`Operation`] has. A new one breaks [`name`], and then this number.
pub const KINDS: usize = 15;

pub fn name(operation: &Operation) -> &'static str {
    match operation {
        Operation::ListConnectionSpecs(_) => "list connection specs",
        Operation::RetrieveConnectionSpec(_) => "retrieve connection spec",
        Operation::ListBaseConnections(_) => "list base connections",
        Operation::CreateBaseConnection(_) => "create base connection",
        Operation::RetrieveBaseConnection(_) => "retrieve base connection",
        Operation::CreateSourceConnection(_) => "create source connection",
        Operation::RetrieveSourceConnection(_) => "retrieve source connection",
        Operation::CreateTargetConnection(_) => "create target connection",
        Operation::RetrieveTargetConnection(_) => "retrieve target connection",
        Operation::ListFlowSpecs(_) => "list flow specs",
        Operation::RetrieveFlowSpec(_) => "retrieve flow spec",
        Operation::ListFlows(_) => "list flows",
        Operation::CreateFlow(_) => "create flow",
        Operation::RetrieveFlow(_) => "retrieve flow",
        Operation::PostMessage(_) => "post message",
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
        Operation::RetrieveBaseConnection("base".into()),
        Operation::RetrieveSourceConnection("source".into()),
        Operation::RetrieveTargetConnection("target".into()),
        Operation::ListFlowSpecs(odd_query()),
        Operation::RetrieveFlowSpec("spec".into()),
        Operation::ListFlows(odd_query()),
        Operation::RetrieveFlow("flow".into()),
        Operation::PostMessage(message),
        Operation::PostMessage(bare_message()),
    ];
    operations.extend([table_source(), mapped_target(), mapped_flow()]);
    for printed in [amazon_kinesis(), streaming(), phoenix()] {
        operations.extend(printed.into_iter().map(|(_, operation)| plain(operation)));
    }
    operations
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
        params: data_set("68e77800c0ffee0012345678"),
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

fn data_set(id: &str) -> DataSetParameters {
    DataSetParameters {
        data_set_id: id.into(),
    }
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

/// A base connection as a form would make it: `secrets` are the names of secret parameters.
fn base(
    name: &str,
    description: &str,
    spec: &str,
    auth_spec: &str,
    params: Value,
    secrets: &[&str],
) -> BaseConnection {
    let mut document = Document::Plain(params.clone());
    for secret in secrets {
        let value = Secret::new(params[secret].as_str().unwrap());
        document.insert(&[secret], Document::Secret(value));
    }
    BaseConnection {
        name: name.to_owned(),
        description: Some(description.to_owned()),
        provider_id: None,
        auth: Some(Authentication {
            spec_name: auth_spec.to_owned(),
            params: document,
        }),
        connection_spec: SpecReference::first(spec.into()),
    }
}

pub fn amazon_redshift() -> Vec<(&'static str, Operation)> {
    let query = ListQuery {
        filters: vec![Filter::equal("name", "amazon-redshift")],
        ..ListQuery::default()
    };
    let params = json!({
        "server": "{SERVER}", "database": "{DATABASE}", "password": "{PASSWORD}", "username": "{USERNAME}",
    });
    let connection = base(
        "amazon-redshift base connection",
        "base connection for amazon-redshift",
        "3416976c-a9ca-4bba-901a-1f08f66978ff",
        "Basic Authentication",
        params,
        &["password"],
    );
    vec![
        (
            "look up the specification",
            Operation::ListConnectionSpecs(query),
        ),
        (
            "create the base connection",
            Operation::CreateBaseConnection(connection),
        ),
    ]
}

pub fn phoenix() -> Vec<(&'static str, Operation)> {
    let params = json!({
        "host": "{HOST}", "username": "{USERNAME}", "password": "{PASSWORD}",
        "port": 443, "httpPath": "{PATH}", "enableSsl": true,
    });
    let connection = base(
        "Phoenix test connection",
        "Phoenix test connection",
        "102706fb-a5cd-42ee-afe0-bc42f017ff43",
        "Basic Authentication",
        params,
        &["password"],
    );
    vec![(
        "create the base connection",
        Operation::CreateBaseConnection(connection),
    )]
}

pub fn amazon_kinesis() -> Vec<(&'static str, Operation)> {
    let connection = base(
        "Amazon Kinesis connection",
        "Connector for Amazon Kinesis",
        "86043421-563b-46ec-8e6c-e23184711bf6",
        "Basic Authentication for Kinesis",
        json!({ "accessKeyId": "accessKeyId", "secretKey": "secretKey" }),
        &["secretKey"],
    );
    vec![(
        "create the base connection",
        Operation::CreateBaseConnection(connection),
    )]
}

pub fn postgresql() -> Vec<(&'static str, Operation)> {
    let connection = |way: &str, auth_spec: &str, params: Value, secret: &str| {
        Operation::CreateBaseConnection(base(
            "PostgreSQL base connection",
            &format!("PostgreSQL base connection via {way}"),
            "74a1c565-4e59-48d7-9d67-7c03b8a13137",
            auth_spec,
            params,
            &[secret],
        ))
    };
    let string = json!({
        "connectionString":
            "Server={SERVER};Database={DATABASE};Port={PORT};UID={USERNAME};Password={PASSWORD}",
    });
    let basic = |ssl_mode: &str| {
        let params = json!({
            "server": "localhost", "port": "3306", "database": "postgresql-acme",
            "username": "acme", "password": "xxxx", "sslMode": ssl_mode,
        });
        connection(
            "basic authentication",
            "Basic Authentication",
            params,
            "password",
        )
    };
    let by_string = connection(
        "connection string",
        "Connection String Based Authentication",
        string,
        "connectionString",
    );
    vec![
        ("connection string", by_string),
        ("basic authentication", basic("Allow")),
        (
            "basic authentication on Amazon Web Services",
            basic("false"),
        ),
    ]
}

const HTTP_API: &str = "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb";

fn streaming_base(authentication_required: Option<bool>) -> Operation {
    let mut params = json!({
        "sourceId": "Sample connection", "dataType": "xdm", "name": "Sample connection",
    });
    if let Some(flag) = authentication_required {
        params["authenticationRequired"] = json!(flag);
    }
    Operation::CreateBaseConnection(BaseConnection {
        provider_id: Some("521eee4d-8cbe-4906-bb48-fb6bd4450033".to_owned()),
        ..base(
            "Sample streaming connection",
            "Sample description",
            HTTP_API,
            "Streaming Connection",
            params,
            &[],
        )
    })
}

pub fn streaming() -> Vec<(&'static str, Operation)> {
    let source = SourceConnection {
        name: "Sample source connection".to_owned(),
        description: Some("Sample source connection description".to_owned()),
        base_connection_id: Some("{BASE_CONNECTION_ID}".into()),
        connection_spec: SpecReference::first(HTTP_API.into()),
        ..SourceConnection::default()
    };
    let target = TargetConnection {
        name: "Sample target connection".to_owned(),
        description: Some("Sample target connection description".to_owned()),
        connection_spec: SpecReference::first(ConnectionSpecId::data_lake()),
        data: Some(TargetData {
            format: Some("parquet_xdm".to_owned()),
            schema: None,
        }),
        params: data_set("{DATASET_ID}"),
    };
    let flow = Flow {
        name: "Sample flow".to_owned(),
        description: Some("Sample flow description".to_owned()),
        flow_spec: SpecReference::first(FlowSpecId::streaming_without_transformation()),
        source_connection_ids: vec!["{SOURCE_CONNECTION_ID}".into()],
        target_connection_ids: vec!["{TARGET_CONNECTION_ID}".into()],
        transformations: Vec::new(),
    };
    let record = PostMessage {
        inlet_url: "https://dcs.adobedc.net/collection/2301a1f761f6d7bf62c5312c535e1076bbc7f14d728e63cdfd37ecbb4344425b"
            .to_owned(),
        flow_id: Some("1f086c23-2ea8-4d06-886c-232ea8bd061d".into()),
        authenticated: false,
        message: r#"{"name": "Johnson Smith", "location": {"city": "Seattle", "country": "United State of America",
            "address": "3692 Main Street"}, "gender": "Male", "birthday": {"year": 1984, "month": 6, "day": 9}}"#
            .to_owned(),
    };
    vec![
        ("unauthenticated base connection", streaming_base(None)),
        ("authenticated base connection", streaming_base(Some(true))),
        (
            "get the inlet",
            Operation::RetrieveBaseConnection("{CONNECTION_ID}".into()),
        ),
        (
            "source connection",
            Operation::CreateSourceConnection(source),
        ),
        (
            "target connection",
            Operation::CreateTargetConnection(target),
        ),
        ("dataflow", Operation::CreateFlow(flow)),
        ("post a record", Operation::PostMessage(record)),
    ]
}
