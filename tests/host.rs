//! What the native host adds to the emulator: a socket, CORS, a journal, the console's files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
#![cfg(all(feature = "server", not(target_arch = "wasm32")))]

#[path = "stories/client.rs"]
mod client;

use std::path::PathBuf;
use std::process::Command;

use client::{Answer, Host};
use serde_json::{Value, json};

const FLOWS: &str = "/data/foundation/flowservice/flows";

fn headers(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn caller() -> Vec<(String, String)> {
    headers(&[
        ("Authorization", "Bearer t"),
        ("x-api-key", "k"),
        ("x-gw-ims-org-id", "1@AdobeOrg"),
        ("x-sandbox-name", "prod"),
        ("Origin", "https://portal.example.com"),
    ])
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    let found = answer.headers.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.as_str())
}

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn pre_flights_are_answered() {
    let host = Host::start(&[]);
    let asked = headers(&[
        ("Origin", "https://portal.example.com"),
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Private-Network", "true"),
    ]);
    let answer = host.exchange("OPTIONS", FLOWS, &asked, None).unwrap();
    assert_eq!(answer.status, 204);
    let allowed = header(&answer, "access-control-allow-headers")
        .unwrap()
        .to_lowercase();
    for name in [
        "authorization",
        "content-type",
        "x-api-key",
        "x-gw-ims-org-id",
        "x-sandbox-name",
        "sandbox-name",
        "x-adobe-flow-id",
        "if-match",
    ] {
        assert!(allowed.split(", ").any(|known| known == name), "{name}");
    }
    let expected = [
        ("access-control-allow-origin", "https://portal.example.com"),
        (
            "access-control-allow-methods",
            "GET, POST, PUT, PATCH, DELETE",
        ),
        ("access-control-allow-private-network", "true"),
        ("access-control-max-age", "600"),
    ];
    for (name, value) in expected {
        assert_eq!(header(&answer, name), Some(value), "{name}");
    }
}

#[test]
fn answers_may_be_read_from_other_origins() {
    let host = Host::start(&[]);
    let answer = host.exchange("GET", FLOWS, &caller(), None).unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(
        header(&answer, "access-control-allow-origin"),
        Some("https://portal.example.com")
    );
    let exposed = header(&answer, "access-control-expose-headers");
    assert_eq!(exposed, Some("ETag, Location, Retry-After, x-request-id"));
    // Errors too: a browser hides what it may not show, and nobody would learn the reason.
    let refused = host
        .exchange("GET", FLOWS, &headers(&[("Origin", "null")]), None)
        .unwrap();
    assert_eq!(refused.status, 403);
    assert_eq!(
        header(&refused, "access-control-allow-origin"),
        Some("null")
    );
}

#[test]
fn quotation_marks_in_an_address_are_understood_as_they_are() {
    let host = Host::start(&[]);
    let path = r#"/data/foundation/flowservice/connectionSpecs?property=name=="amazon-redshift""#;
    let answer = host.exchange("GET", path, &caller(), None).unwrap();
    let body: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(body["items"][0]["name"], "amazon-redshift");
}

#[test]
fn a_batch_is_one_line_of_the_journal() {
    let file = folder("journal-batch").join("journal.ndjson");
    let host = Host::start(&["--journal".to_owned(), file.to_string_lossy().into_owned()]);
    let json = headers(&[("Content-Type", "application/json")]);
    let body = "{\"messages\": [\r\n  {\"total\": 1.10, \"note\": \"a\\nb\"},\n  {\"total\": 12345678901234567890}\n]}";
    for _ in 0..2 {
        host.exchange("POST", "/collection/batch/none", &json, Some(body))
            .unwrap();
    }
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text.lines().count(), 2);
    for line in text.lines() {
        // As it was sent, digit for digit.
        assert!(line.contains(r#""note": "a\nb"},"#) && line.contains("1.10"));
        let entry: Value = serde_json::from_str(line).unwrap();
        assert_eq!(entry["path"], "/collection/batch/none");
        assert_eq!(entry["status"], 404);
        assert_eq!(entry["body"], serde_json::from_str::<Value>(body).unwrap());
    }
}

#[test]
fn the_journal_keeps_each_request_as_it_was_sent() {
    let file = folder("journal").join("journal.ndjson");
    let host = Host::start(&["--journal".to_owned(), file.to_string_lossy().into_owned()]);
    let json = headers(&[("Content-Type", "application/json")]);
    host.exchange(
        "PUT",
        "/emulator/pace",
        &json,
        Some(r#"{"pace": "manual"}"#),
    )
    .unwrap();
    host.exchange("GET", &format!("{FLOWS}?limit=2"), &caller(), None)
        .unwrap();
    host.exchange("POST", "/collection/none", &json, Some(r#"{"order": 1}"#))
        .unwrap();
    host.exchange("POST", "/collection/none", &json, Some("no JSON"))
        .unwrap();
    host.exchange(
        "PUT",
        "/emulator/faults",
        &json,
        Some(r#"{"dropped": true}"#),
    )
    .unwrap();
    assert!(host.exchange("GET", FLOWS, &caller(), None).is_none());

    let text = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let told: Vec<Value> = lines
        .iter()
        .map(|line| {
            json!([
                line["method"],
                line["path"],
                line["query"],
                line["body"],
                line["status"]
            ])
        })
        .collect();
    let expected = json!([
        ["GET", FLOWS, "limit=2", null, 200],
        ["POST", "/collection/none", "", { "order": 1 }, 404],
        ["POST", "/collection/none", "", "no JSON", 404],
        ["GET", FLOWS, "", null, 0],
    ]);
    assert_eq!(json!(told), expected);
    assert_eq!(lines[0]["headers"]["authorization"], "Bearer t");
    assert_eq!(lines[0]["headers"]["x-sandbox-name"], "prod");
}

#[test]
fn the_console_is_served_with_the_headers_that_protect_it() {
    let site = folder("site");
    std::fs::write(site.join("index.html"), "<title>Flow Console</title>").unwrap();
    std::fs::write(site.join("app-0123456789abcdef.js"), "plain").unwrap();
    std::fs::write(site.join("app-0123456789abcdef.js.br"), "pressed").unwrap();
    std::fs::write(site.join("boot.js"), "boot").unwrap();
    let host = Host::start(&["--site".to_owned(), site.to_string_lossy().into_owned()]);

    let page = host.exchange("GET", "/", &[], None).unwrap();
    assert_eq!(
        (page.status, page.body.as_str()),
        (200, "<title>Flow Console</title>")
    );
    let policy = header(&page, "content-security-policy").unwrap();
    assert!(policy.starts_with(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
    ));
    assert!(policy.ends_with("frame-ancestors 'none'"));
    let expected = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cache-control", "no-cache"),
    ];
    for (name, value) in expected {
        assert_eq!(header(&page, name), Some(value), "{name}");
    }

    let cache = |path: &str| {
        let answer = host.exchange("GET", path, &[], None).unwrap();
        header(&answer, "cache-control").unwrap().to_owned()
    };
    assert_eq!(cache("/boot.js"), "no-cache");
    assert_eq!(
        cache("/app-0123456789abcdef.js"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(cache("/missing-0123456789abcdef.js"), "no-cache");

    let pressed = headers(&[("Accept-Encoding", "gzip, br")]);
    let script = host
        .exchange("GET", "/app-0123456789abcdef.js", &pressed, None)
        .unwrap();
    assert_eq!(script.body, "pressed");
    assert_eq!(header(&script, "content-encoding"), Some("br"));
    assert!(
        header(&script, "content-type")
            .unwrap()
            .contains("javascript")
    );

    // Both live at one address.
    assert_eq!(
        host.exchange("GET", FLOWS, &caller(), None).unwrap().status,
        200
    );
    assert_eq!(
        host.exchange("GET", "/emulator/state", &[], None)
            .unwrap()
            .status,
        200
    );
}

fn fails(arguments: &[&str], code: i32, sentence: &str) {
    let output = Command::new(env!("CARGO_BIN_EXE_emulator"))
        .args(arguments)
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{complaint}");
    assert!(complaint.contains(sentence), "{complaint}");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
}

#[test]
fn what_cannot_be_done_is_said_in_one_sentence() {
    let host = Host::start(&[]);
    let taken = host.origin.strip_prefix("http://").unwrap();
    fails(&["--listen", taken], 1, "cannot listen on");
    fails(
        &["--site", "/nowhere/at/all"],
        1,
        "/nowhere/at/all: it is no directory",
    );
    fails(
        &["--journal", "/nowhere/at/all"],
        1,
        "cannot write the journal",
    );
    fails(
        &["--pace", "leisurely"],
        2,
        "immediate, realistic and manual",
    );
    fails(&["--seed"], 2, "--seed");
    fails(&["--seed", "many"], 2, "many");
    fails(&["--colour"], 2, "--colour");
    fails(&["serve"], 2, "serve");
}

#[test]
fn help_is_no_error() {
    let output = Command::new(env!("CARGO_BIN_EXE_emulator"))
        .arg("--help")
        .output()
        .unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("--listen"));
}
