//! Where the parts of a request belong; what is printed in tutorials is placed in `printed.rs`.

use flow_console::api::{HttpRequest, Method, Misdirected, Operation};
use flow_console::interchange::{
    LeftOver, Pasted, Placement, Reason, RequestKind, RequestPart, Shell, ToFill, place,
};
use serde_json::{Value, json};

fn pasted(method: Method, url: &str, headers: &[(&str, &str)], body: Option<&str>) -> Pasted {
    let headers = headers.iter();
    Pasted {
        shell: Shell::Posix,
        request: HttpRequest {
            method,
            url: url.to_owned(),
            headers: headers
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            body: body.map(str::to_owned),
        },
        notes: Vec::new(),
    }
}

const SERVICE: &str = "https://platform.adobe.io/data/foundation/flowservice";

fn posted(path: &str, body: &Value) -> Placement {
    let body = body.to_string();
    place(&pasted(
        Method::Post,
        &format!("{SERVICE}/{path}"),
        &[],
        Some(&body),
    ))
}

fn header(name: &str, reason: Reason) -> LeftOver {
    let part = RequestPart::Header(name.to_owned());
    LeftOver { part, reason }
}

fn member(pointer: &str, reason: Reason) -> LeftOver {
    let part = RequestPart::Body(pointer.to_owned());
    LeftOver { part, reason }
}

#[test]
fn the_environment() {
    let headers = [
        ("authorization", "bearer hush"),
        ("X-API-Key", "key"),
        ("x-gw-ims-org-id", " 1@AdobeOrg "),
        ("x-sandbox-name", "dev"),
        ("Accept", "application/json; version=1"),
    ];
    let placement = place(&pasted(
        Method::Get,
        &format!("{SERVICE}/flows/?limit=2"),
        &headers,
        None,
    ));
    let environment = &placement.environment;
    assert_eq!(environment.flow_service_url.as_deref(), Some(SERVICE));
    assert_eq!(environment.access_token.as_ref().unwrap().reveal(), "hush");
    assert_eq!(environment.api_key.as_deref(), Some("key"));
    assert_eq!(environment.org_id.as_deref(), Some("1@AdobeOrg"));
    assert_eq!(environment.sandbox.as_deref(), Some("dev"));
    assert!(matches!(placement.operation, Ok(Operation::ListFlows(_))));
    assert_eq!(placement.left_over, []);
    assert_eq!(placement.to_fill, []);
    assert!(!format!("{placement:?} {environment:?}").contains("hush"));
}

#[test]
fn services_under_other_paths() {
    let check = |url: &str, base: Option<&str>, kind: RequestKind| {
        let placement = place(&pasted(Method::Get, url, &[], None));
        assert_eq!(
            placement.environment.flow_service_url.as_deref(),
            base,
            "{url}"
        );
        assert_eq!(placement.kind, kind, "{url}");
    };
    check(
        "https://portal.example/adobe/flows",
        Some("https://portal.example/adobe"),
        RequestKind::Read,
    );
    check("/proxy/connections/1-2", Some("/proxy"), RequestKind::Read);
    check(
        "https://platform.adobe.io/data/foundation/catalog/dataSets",
        None,
        RequestKind::Unknown,
    );
    check("{BASE}/connectionSpecs", None, RequestKind::Read);
    check("https://{HOST}/connectionSpecs", None, RequestKind::Read);
}

#[test]
fn placeholders_are_no_values() {
    for token in [
        "{ACCESS_TOKEN}",
        "$ACCESS_TOKEN",
        "$token",
        "${TOKEN}",
        "%TOKEN%",
        "$env:TOKEN",
        "<token>",
        "{{token}}",
    ] {
        let bearer = format!("Bearer {token}");
        let headers = [("Authorization", bearer.as_str())];
        let placement = place(&pasted(
            Method::Get,
            &format!("{SERVICE}/flows"),
            &headers,
            None,
        ));
        assert_eq!(placement.environment.access_token, None, "{token}");
        let part = RequestPart::Header("Authorization".to_owned());
        assert_eq!(
            placement.to_fill,
            [ToFill {
                part,
                is_inside: false
            }],
            "{token}"
        );
    }
}

#[test]
fn values_that_look_like_placeholders_are_values() {
    for value in [
        "$ecret",
        "pa$$word",
        "100%",
        "a%20b%20c",
        "{",
        "{}",
        "$1",
        "5 < 6 > 4",
        "%A%",
    ] {
        let body = json!({ "auth": { "specName": "x", "params": { "a": value } } });
        let placement = posted("connections", &body);
        assert_eq!(placement.parameters[0].value, json!(value));
        assert_eq!(placement.to_fill, [], "{value}");
    }
}

#[test]
fn objects_are_taken_apart() {
    let body = json!({
        "auth": { "specName": "x", "params": {
            "tunnel": { "host": "h", "a/b~": { "c": null } }, "list": [{ "d": "{D}" }], "none": {}
        }},
        "connectionSpec": { "id": "spec", "version": 1.0 }
    });
    let placement = posted("connections", &body);
    let found: Vec<_> = placement
        .parameters
        .iter()
        .map(|it| (it.pointer.as_str(), it.value.clone()))
        .collect();
    assert_eq!(
        found,
        [
            ("/auth/params/tunnel/host", json!("h")),
            ("/auth/params/tunnel/a~1b~0/c", json!(null)),
            ("/auth/params/list", json!([{ "d": "" }])),
            ("/auth/params/none", json!({})),
        ]
    );
    let part = RequestPart::Body("/auth/params/list/0/d".to_owned());
    assert_eq!(
        placement.to_fill,
        [ToFill {
            part,
            is_inside: false
        }]
    );
    let spec = placement.spec.unwrap();
    assert_eq!((spec.id.as_str(), spec.version.as_str()), ("spec", "1.0"));
}

#[test]
fn what_has_no_place() {
    let body = json!({
        "id": "1", "name": 7, "etag": "x",
        "auth": { "specName": "x", "type": "y", "params": "z" },
        "connectionSpec": { "id": 7, "name": "n" },
        "data": {}
    });
    assert_eq!(
        posted("connections", &body).left_over,
        [
            member("/id", Reason::Unknown),
            member("/name", Reason::WrongForm),
            member("/etag", Reason::Unknown),
            member("/auth/type", Reason::Unknown),
            member("/auth/params", Reason::WrongForm),
            member("/connectionSpec/id", Reason::WrongForm),
            member("/connectionSpec/name", Reason::Unknown),
            member("/data", Reason::Unknown),
        ]
    );
    assert_eq!(
        posted("flows", &json!([])).left_over,
        [member("", Reason::WrongForm)]
    );
    assert_eq!(
        posted("flows", &json!({ "auth": {} })).left_over,
        [member("/auth", Reason::Unknown)]
    );

    let headers = [
        ("Authorization", "Basic x"),
        ("Cookie", "c"),
        ("Content-Type", "text/plain"),
        ("x-adobe-flow-id", "1"),
    ];
    let url = format!("{SERVICE}/flows?count=true");
    let placement = place(&pasted(Method::Get, &url, &headers, Some("{}")));
    assert_eq!(
        placement.left_over,
        [
            header("Authorization", Reason::WrongForm),
            header("Cookie", Reason::Unknown),
            header("Content-Type", Reason::SetByConsole),
            header("x-adobe-flow-id", Reason::Unknown),
            member("", Reason::Unknown),
            LeftOver {
                part: RequestPart::Query("count".to_owned()),
                reason: Reason::Unknown
            },
        ]
    );
    let placement = place(&pasted(Method::Delete, "https://a.example/x", &[], None));
    assert_eq!(
        placement.left_over,
        [LeftOver {
            part: RequestPart::Url,
            reason: Reason::Unknown
        }]
    );
    assert_eq!(placement.operation, Err(Misdirected::UnknownPath));
}

#[test]
fn records() {
    let url = "https://dcs.adobedc.net/collection/abc?x-adobe-flow-id=1-2&sync=true";
    let record = "{\"a\": 1.00, \"b\": \"{B}\"}";
    let headers = [("sandbox-name", "dev"), ("Authorization", "Bearer {T}")];
    let placement = place(&pasted(Method::Post, url, &headers, Some(record)));
    assert_eq!(placement.kind, RequestKind::PostMessage);
    assert_eq!(placement.flow_id.as_deref(), Some("1-2"));
    assert_eq!(placement.environment.sandbox.as_deref(), Some("dev"));
    // Digit for digit, placeholders and all.
    assert_eq!(placement.message.as_deref(), Some(record));
    let left = LeftOver {
        part: RequestPart::Query("sync".to_owned()),
        reason: Reason::Unknown,
    };
    assert_eq!(placement.left_over, [left]);
    assert_eq!(
        placement.to_fill,
        [
            ToFill {
                part: RequestPart::Header("Authorization".to_owned()),
                is_inside: false
            },
            ToFill {
                part: RequestPart::Body("/b".to_owned()),
                is_inside: true
            },
        ]
    );
    let Ok(Operation::PostMessage(post)) = placement.operation else {
        panic!()
    };
    assert!(post.authenticated);
}

#[test]
fn batches_of_records() {
    let url = "https://dcs.adobedc.net/collection/batch/abc";
    let body = "{\"messages\": [{\"a\": 1.00}, {\"a\": 123456789012345678901234567890}]}";
    let placement = place(&pasted(Method::Post, url, &[], Some(body)));
    assert_eq!(placement.kind, RequestKind::PostMessage);
    assert_eq!(
        placement.inlet_url.as_deref(),
        Some("https://dcs.adobedc.net/collection/abc")
    );
    // Digit for digit.
    assert_eq!(
        placement.message.as_deref(),
        Some("[{\"a\":1.00},{\"a\":123456789012345678901234567890}]")
    );
    assert_eq!(placement.left_over, []);
}

#[test]
fn validation_is_no_part_of_an_inlet() {
    let url = "https://dcs.adobedc.net/collection/abc?syncValidation=true";
    let placement = place(&pasted(Method::Post, url, &[], Some("{}")));
    assert_eq!(
        placement.inlet_url.as_deref(),
        Some("https://dcs.adobedc.net/collection/abc")
    );
    // It is switched on beside the records, by whoever wants it again.
    let left = LeftOver {
        part: RequestPart::Query("syncValidation".to_owned()),
        reason: Reason::Unknown,
    };
    assert_eq!(placement.left_over, [left]);
}

#[test]
fn nothing_secret_is_shown_by_mistake() {
    let body = json!({
        "name": "hush", "auth": { "specName": "hush", "params": { "password": "hush" } }
    });
    let placement = posted("connections", &body);
    assert!(!format!("{placement:?} {:?}", placement.parameters).contains("hush"));
}
