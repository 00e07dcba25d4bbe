//! The contract with the service: what is encoded is decoded again, Adobe's printed requests come out value for
//! value, and placeholders leave no secret behind.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "contract/operations.rs"]
mod operations;
#[path = "contract/printed.rs"]
mod printed;
#[path = "contract/tutorials.rs"]
mod tutorials;

use flow_console::api::{
    BaseConnectionUpdate, HttpRequest, Method, Operation, Session, decode, encode,
};
use flow_console::model::{Authentication, BaseConnection, Etag, SpecReference};
use flow_console::secret::{Document, Edit, PatchOperation, Secret, Secrets};
use serde_json::{Value, json};

fn session(organisation: &str) -> Session {
    Session {
        flow_service_url: "https://platform.adobe.io/data/foundation/flowservice".to_owned(),
        access_token: Secret::new("{ACCESS_TOKEN}"),
        api_key: "{API_KEY}".to_owned(),
        org_id: organisation.to_owned(),
        sandbox: "{SANDBOX_NAME}".to_owned(),
    }
}

#[test]
fn the_emulator_decodes_what_the_console_encodes() {
    for operation in operations::samples() {
        let request = encode(&operation, &session("{IMS_ORG}"), Secrets::Revealed);
        assert_eq!(decode(&request), Ok(operation));
    }
}

#[test]
fn every_kind_of_operation_is_among_the_samples() {
    let mut names: Vec<&str> = operations::samples().iter().map(operations::name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), operations::KINDS);
}

fn check(file: &str, organisation: &str, operations: &[(&str, Operation)]) {
    let printed = printed::read(file);
    let titles: Vec<&str> = operations.iter().map(|(title, _)| *title).collect();
    let printed_titles: Vec<&str> = printed
        .iter()
        .map(|request| request.title.as_str())
        .collect();
    assert_eq!(titles, printed_titles, "{file}");
    for ((title, operation), printed) in operations.iter().zip(&printed) {
        let request = encode(operation, &session(organisation), Secrets::Revealed);
        assert_eq!(printed::shape(&request), printed.shape, "{file}: {title}");
    }
}

#[test]
fn amazon_redshift_as_printed() {
    check(
        "amazon_redshift.txt",
        "{IMS_ORG}",
        &tutorials::amazon_redshift(),
    );
}

#[test]
fn phoenix_as_printed() {
    check("phoenix.txt", "{IMS_ORG}", &tutorials::phoenix());
}

#[test]
fn amazon_kinesis_as_printed() {
    check(
        "amazon_kinesis.txt",
        "{IMS_ORG}",
        &tutorials::amazon_kinesis(),
    );
}

#[test]
fn postgresql_as_printed() {
    check("postgresql.txt", "{ORG_ID}", &tutorials::postgresql());
}

#[test]
fn streaming_as_printed() {
    check("streaming.txt", "{IMS_ORG}", &tutorials::streaming());
}

/// Everything that is in a request, headers and their names included.
fn text(request: &HttpRequest) -> String {
    format!(
        "{} {:?} {}",
        request.url,
        request.headers,
        request.body.as_deref().unwrap_or_default()
    )
}

fn with_secrets() -> Operation {
    let mut params = Document::Plain(json!({ "server": "db.example.com" }));
    params.insert(&["password"], Document::Secret(Secret::new("hush-1")));
    params.insert(
        &["tunnel", "privateKey"],
        Document::Secret(Secret::new("hush-2")),
    );
    let codes = vec![
        Document::Plain(Value::Null),
        Document::Secret(Secret::new("hush-3")),
    ];
    params.insert(&["codes"], Document::Array(codes));
    Operation::CreateBaseConnection(BaseConnection {
        name: "Secrets everywhere".to_owned(),
        auth: Some(Authentication {
            spec_name: "Basic Authentication".to_owned(),
            params,
            ..Authentication::default()
        }),
        connection_spec: SpecReference::first("spec".into()),
        ..BaseConnection::default()
    })
}

/// A change of three secrets: one by itself, one below, one in a list.
fn changed_secrets() -> Operation {
    let hush = |text: &str| Document::Secret(Secret::new(text));
    let mut tunnel = Document::default();
    tunnel.insert(&["privateKey"], hush("hush-2"));
    let operation = |path: &str, edit| PatchOperation {
        path: path.to_owned(),
        edit,
    };
    Operation::UpdateBaseConnection(BaseConnectionUpdate {
        id: "base".into(),
        etag: Etag("\"e\"".to_owned()),
        patch: vec![
            operation("/auth/params/secretKey", Edit::Replace(hush("hush-1"))),
            operation("/auth/params/tunnel", Edit::Add(tunnel)),
            operation(
                "/auth/params/codes",
                Edit::Add(Document::Array(vec![hush("hush-3")])),
            ),
            operation("/auth/params/token", Edit::Remove),
        ],
    })
}

#[test]
fn a_change_is_a_json_patch_on_one_revision() {
    let request = encode(&changed_secrets(), &session("{IMS_ORG}"), Secrets::Revealed);
    assert_eq!(request.method, Method::Patch);
    assert!(request.url.ends_with("/flowservice/connections/base"));
    assert_eq!(request.header("If-Match"), Some("\"e\""));
    assert_eq!(request.header("Content-Type"), Some("application/json"));
    assert_eq!(
        request.body.unwrap(),
        r#"[{"op":"replace","path":"/auth/params/secretKey","value":"hush-1"},{"op":"add","path":"/auth/params/tunnel","value":{"privateKey":"hush-2"}},{"op":"add","path":"/auth/params/codes","value":["hush-3"]},{"op":"remove","path":"/auth/params/token"}]"#
    );
    let shown = encode(
        &changed_secrets(),
        &session("{IMS_ORG}"),
        Secrets::Placeholders,
    );
    assert_eq!(
        shown.body.unwrap(),
        r#"[{"op":"replace","path":"/auth/params/secretKey","value":"$SECRET_KEY"},{"op":"add","path":"/auth/params/tunnel","value":{"privateKey":"$PRIVATE_KEY"}},{"op":"add","path":"/auth/params/codes","value":["$CODES"]},{"op":"remove","path":"/auth/params/token"}]"#
    );
    let names = ["$ACCESS_TOKEN", "$API_KEY", "$SECRET_KEY", "$PRIVATE_KEY"];
    let placeholders = changed_secrets().placeholders();
    assert!(
        names
            .iter()
            .all(|name| placeholders.iter().any(|it| it == name))
    );
}

#[test]
fn a_revision_is_sent_in_quotation_marks() {
    for (etag, sent) in [("\"e\"", "\"e\""), ("e", "\"e\""), ("W/\"e\"", "W/\"e\"")] {
        let update = BaseConnectionUpdate {
            etag: Etag(etag.to_owned()),
            ..BaseConnectionUpdate::default()
        };
        let operation = Operation::UpdateBaseConnection(update);
        let request = encode(&operation, &session("{IMS_ORG}"), Secrets::Revealed);
        assert_eq!(request.header("If-Match"), Some(sent));
    }
}

#[test]
fn placeholders_show_no_secret() {
    let session = Session {
        access_token: Secret::new("hush-token"),
        api_key: "hush-key".to_owned(),
        ..session("{IMS_ORG}")
    };
    for operation in operations::samples()
        .into_iter()
        .chain([with_secrets(), changed_secrets()])
    {
        let shown = encode(&operation, &session, Secrets::Placeholders);
        let seen = format!("{} {operation:?} {shown:?}", text(&shown));
        assert!(!seen.contains("hush"), "{seen}");
        let sent = encode(&operation, &session, Secrets::Revealed);
        assert_eq!((shown.method, &shown.url), (sent.method, &sent.url));
        assert_eq!(shown.headers.len(), sent.headers.len());
    }
}

#[test]
fn revealed_shows_every_secret() {
    let body = encode(&with_secrets(), &session("{IMS_ORG}"), Secrets::Revealed)
        .body
        .unwrap();
    for secret in ["hush-1", "hush-2", "hush-3"] {
        assert!(body.contains(secret), "{secret}");
    }
    let shown = encode(
        &with_secrets(),
        &session("{IMS_ORG}"),
        Secrets::Placeholders,
    );
    let body: Value = serde_json::from_str(&shown.body.unwrap()).unwrap();
    assert_eq!(
        body.pointer("/auth/params/password"),
        Some(&json!("$PASSWORD"))
    );
    assert_eq!(
        body.pointer("/auth/params/tunnel/privateKey"),
        Some(&json!("$PRIVATE_KEY"))
    );
}
