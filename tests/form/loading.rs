//! Values and JSON text that come in: nothing is dropped, nothing is changed.

use flow_console::form::{FieldProblem, Form, Kind};
use flow_console::secret::{Document, Secret, Secrets};
use serde_json::{Value, json};

use super::{enter, form, is_fine, node, sends, text, wrong};

fn places(form: &mut Form, value: &Value) -> Vec<String> {
    form.load(value).iter().map(ToString::to_string).collect()
}

fn connection() -> Value {
    json!({
        "properties": {
            "server": text(),
            "port": { "type": "integer" },
            "share": { "type": "number" },
            "flag": { "type": "boolean" },
            "none": { "type": ["string", "null"] },
            "password": { "type": "string", "format": "password" },
            "hosts": { "type": "array", "items": { "properties": { "name": text() } } },
            "mode": { "enum": ["a", "b"] },
            "fixed": { "const": 1 },
            "tunnel": { "properties": { "host": text() } }
        }
    })
}

#[test]
fn what_is_loaded_is_sent() {
    let check = |value: Value, unknown: &[&str]| {
        let mut form = form(connection());
        assert_eq!(places(&mut form, &value), unknown);
        sends(&form, value);
    };
    check(json!({}), &[]);
    check(
        json!({ "server": "", "port": 0, "share": 1.0, "flag": false, "none": null, "fixed": 1 }),
        &[],
    );
    check(json!({ "server": "  ", "hosts": [], "tunnel": {} }), &[]);
    check(
        json!({ "hosts": [{ "name": "a" }, {}], "tunnel": { "host": "h" }, "password": "p" }),
        &[],
    );
    check(json!({ "extra": { "deep": [1] } }), &["/auth/params/extra"]);
    check(
        json!({ "tunnel": { "extra": 1 } }),
        &["/auth/params/tunnel/extra"],
    );
    // Of another kind than the schema asks for.
    check(json!({ "port": "5432" }), &["/auth/params/port"]);
    check(json!({ "server": 5 }), &["/auth/params/server"]);
    check(
        json!({ "password": { "a": 1 } }),
        &["/auth/params/password"],
    );
    check(json!({ "hosts": "a" }), &["/auth/params/hosts"]);
    check(json!({ "password": "" }), &[]);
    check(json!({ "tunnel": null }), &["/auth/params/tunnel"]);
    check(json!({ "fixed": 2 }), &["/auth/params/fixed"]);
    check(json!({ "mode": "c" }), &[]);
    check(json!([1]), &["/auth/params"]);
    check(json!({ "share": 12_345_678_901_234_567_890_u64 }), &[]);
}

#[test]
fn what_is_not_known_is_shown_and_can_be_edited() {
    let mut form = form(connection());
    form.load(&json!({ "server": "s", "extra": true }));
    let Kind::Group(group) = form.kind(node(&form, "")) else {
        panic!("no group");
    };
    assert_eq!(group.entries, [node(&form, "/extra")]);
    assert!(form.is_unknown(node(&form, "/extra")));
    is_fine(&form);
    enter(&mut form, "/extra", "[2]");
    sends(&form, json!({ "server": "s", "extra": [2] }));
    form.remove(node(&form, "/extra"));
    sends(&form, json!({ "server": "s" }));
}

#[test]
fn what_is_of_another_kind_says_so_and_can_be_mended() {
    let mut form = form(connection());
    form.load(&json!({ "port": "5432" }));
    assert_eq!(wrong(&form)[0].0, "/port");
    enter(&mut form, "/port", "5432");
    sends(&form, json!({ "port": 5432 }));
    is_fine(&form);
}

#[test]
fn loading_replaces_what_was_there() {
    let mut form = form(connection());
    form.load(&json!({ "server": "s", "extra": 1, "hosts": [{ "name": "a" }, { "name": "b" }], "port": "x" }));
    form.load(&json!({ "hosts": [{ "name": "c" }], "port": 1 }));
    sends(&form, json!({ "port": 1, "hosts": [{ "name": "c" }] }));
    is_fine(&form);
}

#[test]
fn secrets_stay_secrets() {
    let secret = || Document::Secret(Secret::new("canary"));
    let object = |name: &str, value: Document| Document::Object(vec![(name.to_owned(), value)]);
    let check = |document: Document| {
        let mut form = form(connection());
        form.load_document(&document);
        assert_eq!(form.document().reveal(), document.reveal());
        assert!(
            !form
                .document()
                .with_placeholders()
                .to_string()
                .contains("canary")
        );
        assert!(
            !form
                .to_json_text(Secrets::Placeholders)
                .text
                .contains("canary")
        );
    };
    check(object("password", secret()));
    check(object("server", secret()));
    check(object("extra", secret()));
    check(object("tunnel", object("host", secret())));
    check(object(
        "hosts",
        Document::Array(vec![object("name", secret())]),
    ));
}

#[test]
fn json_text_goes_both_ways() {
    let mut form = form(connection());
    enter(&mut form, "/server", "s");
    enter(&mut form, "/password", "canary");
    form.add(node(&form, "/hosts"));
    enter(&mut form, "/hosts/0/name", "h");
    let view = form.to_json_text(Secrets::Placeholders);
    let expected = "{\n  \"server\": \"s\",\n  \"password\": \"$PASSWORD\",\n  \"hosts\": [\n    {\n      \
        \"name\": \"h\"\n    }\n  ],\n  \"fixed\": 1\n}";
    assert_eq!(view.text, expected);
    let lines: Vec<String> = view.lines.iter().map(ToString::to_string).collect();
    let at = |name: &str| format!("/auth/params{name}");
    let expected = [
        "",
        "/server",
        "/password",
        "/hosts",
        "/hosts/0",
        "/hosts/0/name",
        "/hosts/0",
        "/hosts",
        "/fixed",
        "",
    ];
    assert_eq!(lines, expected.map(at));
    assert_eq!(
        view.line_of(&form.pointer(node(&form, "/hosts/0/name"))),
        Some(6)
    );
    // The placeholder stands for the secret that is there.
    form.read_json_text(&view.text.replace("\"s\"", "\"t\""))
        .unwrap();
    sends(
        &form,
        json!({ "server": "t", "password": "canary", "hosts": [{ "name": "h" }], "fixed": 1 }),
    );
    form.read_json_text("{\"password\": \"other\"}").unwrap();
    sends(&form, json!({ "password": "other" }));
}

/// It stands for a secret that is not here.
#[test]
fn a_placeholder_is_no_secret() {
    let mut form = form(connection());
    form.load(&json!({ "password": "$PASSWORD", "server": "$SERVER" }));
    sends(&form, json!({ "server": "$SERVER" }));
}

#[test]
fn json_text_with_mistakes_changes_nothing() {
    let check = |text: &str, expected: FieldProblem| {
        let mut form = form(connection());
        enter(&mut form, "/server", "s");
        assert_eq!(form.read_json_text(text), Err(expected));
        sends(&form, json!({ "server": "s", "fixed": 1 }));
    };
    let repeated = |name: &str, line, column| FieldProblem::RepeatedName {
        name: name.to_owned(),
        line,
        column,
    };
    check(
        "{\n  \"a\": ,\n}",
        FieldProblem::NotJson { line: 2, column: 8 },
    );
    check("", FieldProblem::NotJson { line: 1, column: 0 });
    check(
        "{\"a\": 1,\n \"b\": {\"a\": [\"a\", {}]},\n  \"a\": 2}",
        repeated("a", 3, 3),
    );
    check(
        "{\"a\\\"\": 1, \"é\": \"a\", \"\\u00e9\" : 2}",
        repeated("é", 1, 22),
    );
    let mut fine = form(connection());
    assert!(
        fine.read_json_text("{\"a\": {\"a\": \"a\"}, \"b\": [{\"c\": \"c\"}, {\"c\": \"\\\"c\"}]}")
            .is_ok()
    );
}

/// Conditions that only hold because of what is loaded do not take it away again.
#[test]
fn what_contradicts_itself_is_kept_as_json() {
    let check = |schema: Value, value: Value, raw: &str| {
        let mut form = form(schema);
        form.load(&Value::Null);
        form.load(&value);
        sends(&form, value);
        assert_eq!(
            form.control(node(&form, raw)),
            Some(&flow_console::form::Control::Json)
        );
        assert!(!form.seems_valid());
    };
    check(
        json!({
            "properties": { "mode": {}, "hosts": { "type": "array" } },
            "required": ["hosts"],
            "dependencies": { "hosts": { "properties": { "mode": { "const": null } } } }
        }),
        json!({ "mode": false, "hosts": [] }),
        "/mode",
    );
    check(
        json!({
            "patternProperties": { "b|c": { "type": "array" } },
            "dependencies": { "b": ["c"], "c": { "type": "null" } }
        }),
        json!({ "b": null }),
        "",
    );
}
