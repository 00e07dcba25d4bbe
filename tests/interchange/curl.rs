//! Requests as cURL commands, and what a shell makes of them.

use std::process::Command;

use flow_console::api::{HttpRequest, Method, Operation, PostMessage, encode, lay_out};
use flow_console::interchange::to_curl;
use flow_console::model::{Authentication, BaseConnection, SpecReference};
use flow_console::secret::{Document, Secret, Secrets};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{caller, names, request, values};

/// How a header is written when these placeholders are known.
#[track_caller]
fn check(value: &str, placeholders: &[&str], written: &str) {
    let command = to_curl(
        &request(Method::Post, &[("X", value)], None),
        &names(placeholders),
    );
    let lines: Vec<&str> = command.split(" \\\n").collect();
    assert_eq!(
        lines,
        [
            "curl -X POST 'https://a.example/b?c=d'",
            &format!("  -H {written}")
        ]
    );
}

#[test]
fn text_stands_in_single_quotes() {
    check("plain", &[], "'X: plain'");
    // With a colon and no value, cURL would leave the header out.
    check("", &[], "'X;'");
    check("a\"b\\c`d!e*", &[], "'X: a\"b\\c`d!e*'");
    check("it's", &[], "'X: it'\\''s'");
    check("''", &[], "'X: '\\'''\\'''");
}

#[test]
fn placeholders_leave_the_single_quotes() {
    check("Bearer $TOKEN", &["$TOKEN"], "'X: Bearer '\"$TOKEN\"''");
    check("$A$B", &["$A", "$B"], "'X: '\"$A\"''\"$B\"''");
    check("'$A'", &["$A"], "'X: '\\'''\"$A\"''\\'''");
    // The longer one, whichever is known first.
    check("$PASSWORD", &["$PASS", "$PASSWORD"], "'X: '\"$PASSWORD\"''");
    check("$PASSWORD", &["$PASSWORD", "$PASS"], "'X: '\"$PASSWORD\"''");
}

#[test]
fn other_dollars_are_nobodys_variables() {
    check("$HOME $(id) ${A}", &["$TOKEN"], "'X: $HOME $(id) ${A}'");
    check("$TOKE", &["$TOKEN"], "'X: $TOKE'");
    check("$", &["$TOKEN"], "'X: $'");
}

#[test]
fn the_verb_is_said_where_curl_would_not_guess_it() {
    let get = HttpRequest {
        method: Method::Get,
        ..request(Method::Get, &[], None)
    };
    assert_eq!(to_curl(&get, &[]), "curl 'https://a.example/b?c=d'");
    for method in [Method::Post, Method::Patch, Method::Put, Method::Delete] {
        let request = HttpRequest {
            method,
            ..get.clone()
        };
        let start = format!("curl -X {} '", method.as_str());
        assert!(to_curl(&request, &[]).starts_with(&start));
    }
}

#[test]
fn bodies_are_laid_out() {
    let command = to_curl(
        &request(Method::Post, &[("A", "b")], Some("{\"c\":1.0}")),
        &[],
    );
    let expected =
        "curl -X POST 'https://a.example/b?c=d' \\\n  -H 'A: b' \\\n  -d '{\n  \"c\": 1.0\n}'";
    assert_eq!(command, expected);
    // An `@` would name a file behind `-d`.
    assert!(
        to_curl(&request(Method::Post, &[], Some("@file")), &[])
            .ends_with("\n  --data-raw '@file'")
    );
}

pub(super) fn connection() -> Operation {
    let mut params = Document::Plain(json!({ "server": "it's $HOME & `id`" }));
    params.insert(&["password"], Document::Secret(Secret::new("hush")));
    let keys = vec![Document::Secret(Secret::new("hush"))];
    params.insert(&["privateKeys"], Document::Array(keys));
    Operation::CreateBaseConnection(BaseConnection {
        name: "$PASS and \"$API_KE\"".to_owned(),
        auth: Some(Authentication {
            spec_name: "Basic Authentication".to_owned(),
            params,
            ..Authentication::default()
        }),
        connection_spec: SpecReference::first("spec".into()),
        ..BaseConnection::default()
    })
}

/// What a POSIX shell would hand to cURL, with these variables set; `None` where there is no such shell.
fn arguments(command: &str, variables: &[(&str, &str)]) -> Option<Vec<String>> {
    // A function of that name sees what the program would.
    let script = format!("curl() {{ printf '%s\\0' \"$@\"; }}\n{command}");
    let output = Command::new("sh")
        .args(["-c", &script])
        .env_clear()
        .envs(variables.iter().copied())
        .output()
        .ok()?;
    assert!(output.status.success(), "{command}");
    assert!(output.stderr.is_empty(), "{command}");
    let text = String::from_utf8(output.stdout).unwrap();
    let arguments = text.split_terminator('\0');
    Some(arguments.map(str::to_owned).collect())
}

#[test]
fn a_shell_fills_the_placeholders_in() {
    let operation = connection();
    let shown = encode(&operation, &caller(), Secrets::Placeholders);
    let command = to_curl(&shown, &operation.placeholders());
    assert!(!command.contains("hush"));
    let variables = [
        ("ACCESS_TOKEN", "hush-token"),
        ("API_KEY", "hush-key"),
        ("PASSWORD", "hush"),
        ("PRIVATE_KEYS", "hush"),
    ];
    let Some(found) = arguments(&command, &variables) else {
        return;
    };

    let sent = encode(&operation, &caller(), Secrets::Revealed);
    let mut expected = vec!["-X".to_owned(), "POST".to_owned(), sent.url];
    for (name, value) in sent.headers {
        expected.extend(["-H".to_owned(), format!("{name}: {value}")]);
    }
    expected.push("-d".to_owned());
    let (body, before) = found.split_last().unwrap();
    assert_eq!(before, expected);
    let body: Value = serde_json::from_str(body).unwrap();
    let revealed: Value = serde_json::from_str(&sent.body.unwrap()).unwrap();
    assert_eq!(body, revealed);
}

proptest! {
    // Each case starts a shell.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_shell_changes_nothing(record in values::json(), address in "[!-~]{0,20}", note in "[ -~é\n]{0,30}") {
        let operation = Operation::PostMessage(PostMessage {
            inlet_url: format!("https://a.example/{address}"),
            message: json!({ "record": record, "note": note }).to_string(),
            ..PostMessage::default()
        });
        let shown = encode(&operation, &caller(), Secrets::Placeholders);
        let command = to_curl(&shown, &[]);
        if let Some(found) = arguments(&command, &[]) {
            let (body, before) = found.split_last().unwrap();
            prop_assert!(before.contains(&shown.url));
            let pieces = lay_out(&shown.body.unwrap()).into_iter();
            prop_assert_eq!(body, &pieces.map(|piece| piece.text).collect::<String>());
        }
    }
}
