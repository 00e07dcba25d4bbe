//! Text that must not be seen: where it can be put, and that it never shows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(not(target_arch = "wasm32"))]

use flow_console::secret::{Document, Secret, Secrets, placeholder};
use serde_json::{Value, json};

fn secret(text: &str) -> Document {
    Document::Secret(Secret::new(text))
}

/// Puts values in one after the other.
fn document(start: Document, values: &[(&[&str], Document)]) -> Document {
    let mut document = start;
    for (path, value) in values {
        document.insert(path, value.clone());
    }
    document
}

/// Plain and secret members at several depths.
fn mixed() -> Document {
    document(
        Document::Plain(json!({ "server": "db", "tunnel": { "host": "t" } })),
        &[
            (&["password"], secret("hush-1")),
            (&["tunnel", "privateKey"], secret("hush-2")),
            (
                &["tunnel", "keys"],
                Document::Array(vec![
                    secret("hush-3"),
                    Document::Plain(json!(1)),
                    secret("hush-4"),
                ]),
            ),
        ],
    )
}

#[test]
fn placeholders_are_named_after_what_they_stand_for() {
    let cases = [
        ("password", "$PASSWORD"),
        ("secretKey", "$SECRET_KEY"),
        ("accessToken", "$ACCESS_TOKEN"),
        ("apiKey", "$API_KEY"),
        ("s3SecretKey", "$S3_SECRET_KEY"),
        ("password2", "$PASSWORD2"),
        ("SASToken", "$SASTOKEN"),
        ("connectionString", "$CONNECTION_STRING"),
        ("connection-string", "$CONNECTION_STRING"),
        ("connection string", "$CONNECTION_STRING"),
        ("client_secret", "$CLIENT_SECRET"),
        ("client__secret", "$CLIENT_SECRET"),
        ("client-Secret", "$CLIENT_SECRET"),
        ("_private", "$PRIVATE"),
        ("a.b", "$A_B"),
        ("clé", "$CL_"),
        ("", "$SECRET"),
        ("--", "$SECRET"),
    ];
    for (name, expected) in cases {
        assert_eq!(placeholder(name), expected, "{name}");
    }
}

#[test]
fn values_are_put_at_paths() {
    let check = |start: Value, path: &[&str], value: Value, expected: Value| {
        let value = Document::Plain(value);
        let made = document(Document::Plain(start.clone()), &[(path, value)]);
        assert_eq!(made.reveal(), expected, "{start} {path:?}");
    };
    check(json!({}), &["a"], json!(1), json!({ "a": 1 }));
    check(
        json!({}),
        &["a", "b", "c"],
        json!(1),
        json!({ "a": { "b": { "c": 1 } } }),
    );
    check(
        json!({ "a": { "b": 1 } }),
        &["a", "c"],
        json!(2),
        json!({ "a": { "b": 1, "c": 2 } }),
    );
    check(
        json!({ "a": 1, "b": 2 }),
        &["a"],
        json!(3),
        json!({ "a": 3, "b": 2 }),
    );
    check(json!({ "a": 1 }), &[], json!([2]), json!([2]));
    // What is no object gives way.
    for stone in [json!(null), json!(1), json!("a"), json!([1])] {
        check(stone.clone(), &["a"], json!(1), json!({ "a": 1 }));
        check(
            json!({ "a": stone }),
            &["a", "b"],
            json!(1),
            json!({ "a": { "b": 1 } }),
        );
    }
    let over = document(secret("hush"), &[(&["a"], Document::Plain(json!(1)))]);
    assert_eq!(over.reveal(), json!({ "a": 1 }));
}

#[test]
fn members_keep_their_order() {
    let made = document(
        Document::Plain(json!({ "z": 1, "a": 2 })),
        &[
            (&["m"], secret("hush")),
            (&["z"], secret("hush")),
            (&["b"], Document::Plain(json!(3))),
        ],
    );
    assert_eq!(
        made.reveal().to_string(),
        r#"{"z":"hush","a":2,"m":"hush","b":3}"#
    );
}

#[test]
fn values_are_found_at_paths() {
    let check = |path: &[&str], expected: Option<Value>| {
        let found = mixed().get(path).map(|found| found.reveal());
        assert_eq!(found, expected, "{path:?}");
    };
    check(&["server"], Some(json!("db")));
    check(&["password"], Some(json!("hush-1")));
    check(&["tunnel", "host"], Some(json!("t")));
    check(&["tunnel", "privateKey"], Some(json!("hush-2")));
    check(&["tunnel", "keys"], Some(json!(["hush-3", 1, "hush-4"])));
    check(&["absent"], None);
    check(&["server", "below"], None);
    check(&["password", "below"], None);
    check(&["tunnel", "keys", "0"], None);
    assert_eq!(mixed().get(&[]), Some(mixed()));
    // A secret stays one.
    assert_eq!(mixed().get(&["password"]), Some(secret("hush-1")));
}

#[test]
fn only_texts_that_may_be_seen_are_texts() {
    let check = |path: &[&str], expected: Option<&str>| {
        assert_eq!(mixed().text(path).as_deref(), expected, "{path:?}");
    };
    check(&["server"], Some("db"));
    check(&["tunnel", "host"], Some("t"));
    check(&["password"], None);
    check(&["tunnel"], None);
    check(&["absent"], None);
    assert_eq!(Document::Plain(json!(5)).text(&[]), None);
}

#[test]
fn there_is_one_door_out() {
    let revealed = json!({
        "server": "db",
        "tunnel": { "host": "t", "privateKey": "hush-2", "keys": ["hush-3", 1, "hush-4"] },
        "password": "hush-1",
    });
    let shown = json!({
        "server": "db",
        "tunnel": { "host": "t", "privateKey": "$PRIVATE_KEY", "keys": ["$KEYS", 1, "$KEYS"] },
        "password": "$PASSWORD",
    });
    assert_eq!(mixed().reveal(), revealed);
    assert_eq!(mixed().to_json(Secrets::Revealed), revealed);
    assert_eq!(mixed().with_placeholders(), shown);
    assert_eq!(mixed().to_json(Secrets::Placeholders), shown);
    assert_eq!(serde_json::to_value(mixed()).unwrap(), shown);
}

/// All texts in some JSON.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_list_of_placeholders_is_complete() {
    let check = |document: Document, expected: &[&str]| {
        assert_eq!(document.placeholders(), expected, "{document:?}");
        let mut written = texts(&document.with_placeholders());
        written.retain(|text| text.starts_with('$'));
        assert_eq!(written, expected, "{document:?}");
    };
    check(mixed(), &["$PRIVATE_KEY", "$KEYS", "$KEYS", "$PASSWORD"]);
    check(Document::default(), &[]);
    check(Document::Plain(json!({ "password": "p" })), &[]);
    check(secret("hush"), &["$SECRET"]);
    check(Document::Array(vec![secret("hush")]), &["$SECRET"]);
    let nested = Document::Array(vec![Document::Array(vec![secret("hush")])]);
    check(
        document(Document::default(), &[(&["codes"], nested)]),
        &["$CODES"],
    );
}

#[test]
fn secrets_are_never_printed() {
    let printed = [
        format!("{:?}", Secret::new("hush")),
        format!("{:#?}", Some(Secret::new("hush"))),
        format!("{:?}", mixed()),
        format!("{:#?}", mixed()),
        serde_json::to_string(&mixed()).unwrap(),
        serde_json::to_string(&vec![(1, secret("hush"))]).unwrap(),
        Secrets::Placeholders.write("password", &Secret::new("hush")),
    ];
    for text in printed {
        assert!(!text.contains("hush"), "{text}");
    }
    assert_eq!(
        Secrets::Revealed.write("password", &Secret::new("hush")),
        "hush"
    );
}

#[test]
fn an_empty_secret_is_one_without_text() {
    assert!(Secret::default().is_empty());
    assert!(Secret::new("").is_empty());
    assert!(!Secret::new(" ").is_empty());
    assert_eq!(Secret::new(" a ").reveal(), " a ");
}

#[test]
fn what_is_read_is_plain() {
    let read: Document = serde_json::from_str(r#"{ "password": "p", "n": 1.5 }"#).unwrap();
    assert_eq!(read, Document::Plain(json!({ "password": "p", "n": 1.5 })));
    assert_eq!(Document::default().reveal(), json!({}));
}
