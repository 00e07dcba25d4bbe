//! The operations behind the requests that Adobe's tutorials print.

use flow_console::api::{Filter, ListQuery, Operation, PostMessage};
use flow_console::model::{
    Authentication, BaseConnection, ConnectionSpecId, DataSetParameters, Flow, FlowSpecId,
    SourceConnection, SpecReference, TargetConnection, TargetData,
};
use flow_console::secret::{Document, Secret};
use serde_json::{Value, json};

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
            ..Authentication::default()
        }),
        connection_spec: SpecReference::first(spec.into()),
        ..BaseConnection::default()
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
        params: DataSetParameters {
            data_set_id: "{DATASET_ID}".into(),
        },
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
        ..PostMessage::default()
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
