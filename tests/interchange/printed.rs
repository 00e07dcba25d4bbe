//! Every command of Adobe's tutorials, read and placed, its typing errors and placeholders pointed out.

use std::path::Path;

use flow_console::interchange::{
    JsonSlip, Pasted, Placement, RequestKind, RequestPart, Shell, Slip, place, read_command,
};
use serde_json::{Value, json};

/// The commands of a file, with their titles.
pub(super) fn commands(file: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/interchange/commands")
        .join(file);
    let text = std::fs::read_to_string(path).unwrap();
    let parts = text.split("=== ").skip(1);
    parts
        .map(|part| {
            let (title, command) = part.split_once('\n').unwrap();
            (title.to_owned(), command.to_owned())
        })
        .collect()
}

fn read(file: &str, title: &str) -> (Pasted, Placement) {
    let commands = commands(file);
    let (_, command) = commands.iter().find(|(known, _)| known == title).unwrap();
    let pasted = read_command(command).unwrap();
    assert_eq!(pasted.shell, Shell::Posix);
    assert_eq!(pasted.notes, []);
    let placement = place(&pasted);
    assert_eq!(placement.left_over, [], "{file}: {title}");
    (pasted, placement)
}

fn parameters(placement: &Placement) -> Value {
    let pairs = placement.parameters.iter();
    pairs
        .map(|it| (it.pointer.clone(), it.value.clone()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn to_fill(placement: &Placement) -> Vec<String> {
    let parts = placement.to_fill.iter();
    parts
        .map(|it| match &it.part {
            RequestPart::Url => "url".to_owned(),
            RequestPart::Query(name) | RequestPart::Header(name) => name.clone(),
            RequestPart::Body(pointer) => pointer.clone(),
        })
        .collect()
}

const HEADERS: [&str; 4] = [
    "Authorization",
    "x-api-key",
    "x-gw-ims-org-id",
    "x-sandbox-name",
];

/// What every base connection of the tutorials comes to.
#[track_caller]
fn check_base(
    (file, title): (&str, &str),
    texts: [&str; 5],
    expected: Value,
    fill: &[&str],
    slips: &[(usize, usize, Slip)],
) {
    let (_, placement) = read(file, title);
    assert_eq!(placement.kind, RequestKind::CreateBaseConnection);
    assert!(placement.operation.is_ok());
    let environment = &placement.environment;
    assert_eq!(
        environment.flow_service_url.as_deref(),
        Some("https://platform.adobe.io/data/foundation/flowservice")
    );
    // Placeholders are no values.
    assert_eq!(environment.access_token, None);
    assert_eq!(environment.api_key, None);
    assert_eq!(environment.org_id, None);
    assert_eq!(environment.sandbox, None);
    let spec = placement.spec.clone().unwrap();
    let placed = [
        placement.name.as_deref().unwrap(),
        placement.description.as_deref().unwrap(),
        placement.authentication.as_deref().unwrap(),
        &spec.id,
        &spec.version,
    ];
    assert_eq!(placed, texts);
    assert_eq!(parameters(&placement), expected);
    let mut found = to_fill(&placement);
    found.retain(|part| !HEADERS.contains(&part.as_str()));
    assert_eq!(found, fill);
    assert_eq!(to_fill(&placement).len(), fill.len() + HEADERS.len());
    let slips: Vec<JsonSlip> = slips
        .iter()
        .map(|(line, column, kind)| JsonSlip {
            line: *line,
            column: *column,
            kind: *kind,
        })
        .collect();
    assert_eq!(placement.slips, slips);
}

#[test]
fn phoenix() {
    check_base(
        ("phoenix.txt", "create a connection"),
        [
            "Phoenix test connection",
            "Phoenix test connection",
            "Basic Authentication",
            "102706fb-a5cd-42ee-afe0-bc42f017ff43",
            "1.0",
        ],
        json!({
            "/auth/params/host": "",
            "/auth/params/username": "",
            "/auth/params/password": "",
            "/auth/params/port": "",
            "/auth/params/httpPath": "",
            "/auth/params/enableSsl": ""
        }),
        &[
            "/auth/params/host",
            "/auth/params/username",
            "/auth/params/password",
            "/auth/params/port",
            "/auth/params/httpPath",
            "/auth/params/enableSsl",
        ],
        &[
            (10, 18, Slip::UnquotedPlaceholder),
            (12, 23, Slip::UnquotedPlaceholder),
        ],
    );
}

#[test]
fn amazon_kinesis() {
    check_base(
        ("amazon_kinesis.txt", "create a connection"),
        [
            "Amazon Kinesis connection",
            "Connector for Amazon Kinesis",
            "Basic Authentication for Kinesis",
            "86043421-563b-46ec-8e6c-e23184711bf6",
            "1.0",
        ],
        json!({
            "/auth/params/accessKeyId": "accessKeyId",
            "/auth/params/secretKey": "secretKey"
        }),
        &[],
        &[],
    );
}

#[test]
fn amazon_redshift() {
    check_base(
        ("amazon_redshift.txt", "create a connection"),
        [
            "amazon-redshift base connection",
            "base connection for amazon-redshift",
            "Basic Authentication",
            "3416976c-a9ca-4bba-901a-1f08f66978ff",
            "1.0",
        ],
        json!({
            "/auth/params/server": "",
            "/auth/params/database": "",
            "/auth/params/password": "",
            "/auth/params/username": ""
        }),
        &[
            "/auth/params/server",
            "/auth/params/database",
            "/auth/params/password",
            "/auth/params/username",
        ],
        &[(3, 57, Slip::MissingQuote)],
    );
}

#[test]
fn amazon_redshift_specs() {
    let (pasted, placement) = read("amazon_redshift.txt", "list connection specs");
    assert!(
        pasted
            .request
            .url
            .ends_with("?property=name==\"amazon-redshift\"")
    );
    assert_eq!(placement.kind, RequestKind::Read);
    let operation = format!("{:?}", placement.operation.as_ref().unwrap());
    assert!(operation.starts_with("ListConnectionSpecs"), "{operation}");
    assert_eq!(to_fill(&placement), HEADERS);
}

#[test]
fn postgresql() {
    let spec = "74a1c565-4e59-48d7-9d67-7c03b8a13137";
    let template =
        "Server={SERVER};Database={DATABASE};Port={PORT};UID={USERNAME};Password={PASSWORD}";
    check_base(
        ("postgresql.txt", "connection string"),
        [
            "PostgreSQL base connection",
            "PostgreSQL base connection via connection string",
            "Connection String Based Authentication",
            spec,
            "1.0",
        ],
        json!({ "/auth/params/connectionString": template }),
        &["/auth/params/connectionString"],
        &[],
    );
    for (title, mode) in [
        ("basic authentication", "Allow"),
        ("basic authentication on Amazon Web Services", "false"),
    ] {
        check_base(
            ("postgresql.txt", title),
            [
                "PostgreSQL base connection",
                "PostgreSQL base connection via basic authentication",
                "Basic Authentication",
                spec,
                "1.0",
            ],
            json!({
                "/auth/params/server": "localhost",
                "/auth/params/port": "3306",
                "/auth/params/database": "postgresql-acme",
                "/auth/params/username": "acme",
                "/auth/params/password": "xxxx",
                "/auth/params/sslMode": mode
            }),
            &[],
            &[],
        );
    }
}

#[test]
fn streaming_base_connections() {
    for (title, mut extra) in [
        ("without authentication", json!({})),
        (
            "with authentication",
            json!({ "/auth/params/authenticationRequired": true }),
        ),
    ] {
        let mut expected = json!({
            "/auth/params/sourceId": "Sample connection",
            "/auth/params/dataType": "xdm",
            "/auth/params/name": "Sample connection"
        });
        let members = expected.as_object_mut().unwrap();
        members.append(extra.as_object_mut().unwrap());
        check_base(
            ("streaming.txt", title),
            [
                "Sample streaming connection",
                "Sample description",
                "Streaming Connection",
                "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb",
                "1.0",
            ],
            expected,
            &[],
            &[],
        );
        let (_, placement) = read("streaming.txt", title);
        let provider = placement.provider_id.as_deref();
        assert_eq!(provider, Some("521eee4d-8cbe-4906-bb48-fb6bd4450033"));
    }
}

#[test]
fn streaming_steps() {
    let check = |title: &str, kind, spec: Option<&str>, expected: Value, fill: &[&str]| {
        let (_, placement) = read("streaming.txt", title);
        assert_eq!(placement.kind, kind, "{title}");
        assert!(placement.operation.is_ok(), "{title}");
        assert_eq!(placement.spec.as_ref().map(|spec| spec.id.as_str()), spec);
        assert_eq!(parameters(&placement), expected, "{title}");
        let mut found = to_fill(&placement);
        found.retain(|part| !HEADERS.contains(&part.as_str()));
        assert_eq!(found, fill, "{title}");
        assert_eq!(placement.slips, []);
    };
    check(
        "retrieve the connection",
        RequestKind::Read,
        None,
        json!({}),
        &["url"],
    );
    check(
        "source connection",
        RequestKind::CreateSourceConnection,
        Some("bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb"),
        json!({ "/baseConnectionId": "" }),
        &["/baseConnectionId"],
    );
    check(
        "target connection",
        RequestKind::CreateTargetConnection,
        Some("c604ff05-7f1a-43c0-8e18-33bf874cb11c"),
        json!({ "/data/format": "parquet_xdm", "/params/dataSetId": "" }),
        &["/params/dataSetId"],
    );
    check(
        "dataflow",
        RequestKind::CreateFlow,
        Some("d8a6f005-7eaf-4153-983e-e8574508b877"),
        json!({ "/sourceConnectionIds": [""], "/targetConnectionIds": [""] }),
        &["/sourceConnectionIds/0", "/targetConnectionIds/0"],
    );
    check("record", RequestKind::PostMessage, None, json!({}), &[]);
}

#[test]
fn a_record() {
    let (pasted, placement) = read("streaming.txt", "record");
    assert_eq!(placement.message, pasted.request.body);
    assert_eq!(placement.inlet_url, Some(pasted.request.url));
    let flow = placement.flow_id.as_deref();
    assert_eq!(flow, Some("1f086c23-2ea8-4d06-886c-232ea8bd061d"));
    assert_eq!(placement.environment.flow_service_url, None);
}

#[test]
fn nothing_printed_is_left_unread() {
    let counts = [
        ("phoenix.txt", 1),
        ("streaming.txt", 7),
        ("amazon_redshift.txt", 2),
        ("amazon_kinesis.txt", 1),
        ("postgresql.txt", 3),
    ];
    for (file, count) in counts {
        assert_eq!(commands(file).len(), count, "{file}");
    }
}
