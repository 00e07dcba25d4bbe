//! All inputs → the JSON of a request, with what keeps it from being sent.

use flow_console::form::{Field, FieldProblem, Input, build_fields, gather};
use flow_console::schema::{Pointer, Rule};
use flow_console::secret::Document;
use serde_json::{Value, json};

use super::{fields, secret, text};

fn schema() -> Value {
    json!({
        "properties": {
            "server": { "type": "string" },
            "port": { "type": "integer", "maximum": 65535 },
            "password": { "type": "string", "format": "password", "maxLength": 6 },
            "encrypted": { "type": "boolean" },
            "options": { "type": "object" },
        },
        "required": ["server", "password"],
    })
}

/// What comes of inputs, in the order of the schema above.
#[track_caller]
fn check(inputs: [Input; 5], params: Value, problems: &[(&str, FieldProblem)]) -> Document {
    let fields = fields(&schema());
    let gathered = gather(fields.iter().zip(&inputs));
    let expected = json!({ "auth": { "params": params } });
    assert_eq!(gathered.document.reveal(), expected);
    let found: Vec<(String, FieldProblem)> = gathered
        .problems
        .into_iter()
        .map(|(pointer, problem)| (pointer.to_string(), problem))
        .collect();
    let problems = problems.iter();
    let expected: Vec<(String, FieldProblem)> = problems
        .map(|(name, problem)| (format!("/auth/params/{name}"), problem.clone()))
        .collect();
    assert_eq!(found, expected);
    gathered.document
}

#[test]
fn values_come_in_the_fields_order_and_with_their_kind() {
    let document = check(
        [
            text("db"),
            text("5432"),
            secret("hush"),
            Input::Flag(Some(true)),
            text("{\"a\": 1}"),
        ],
        json!({ "server": "db", "port": 5432, "password": "hush", "encrypted": true, "options": { "a": 1 } }),
        &[],
    );
    assert_eq!(
        document.reveal().to_string(),
        r#"{"auth":{"params":{"server":"db","port":5432,"password":"hush","encrypted":true,"options":{"a":1}}}}"#
    );
}

#[test]
fn optional_fields_left_empty_leave_no_trace() {
    check(
        [
            text("db"),
            text(""),
            secret("hush"),
            Input::Flag(None),
            text(" \n"),
        ],
        json!({ "server": "db", "password": "hush" }),
        &[],
    );
}

#[test]
fn secrets_stay_secrets() {
    let document = check(
        [
            text("db"),
            text(""),
            secret("hush"),
            Input::Flag(None),
            text(""),
        ],
        json!({ "server": "db", "password": "hush" }),
        &[],
    );
    assert_eq!(
        document.with_placeholders()["auth"]["params"]["password"],
        "$PASSWORD"
    );
    assert!(!format!("{document:?}").contains("hush"));

    // Also those that cannot be sent: they are shown beside the form all the same.
    let document = check(
        [
            text("db"),
            text(""),
            secret("hush-hush"),
            Input::Flag(None),
            text(""),
        ],
        json!({ "server": "db", "password": "hush-hush" }),
        &[(
            "password",
            FieldProblem::Broken(Rule::MaxLength { limit: 6, found: 9 }),
        )],
    );
    assert_eq!(
        document.with_placeholders()["auth"]["params"]["password"],
        "$PASSWORD"
    );
    assert!(!serde_json::to_string(&document).unwrap().contains("hush"));
}

#[test]
fn what_is_wrong_is_kept_as_it_was_typed() {
    let not_json = FieldProblem::NotJson { line: 1, column: 7 };
    check(
        [
            text("  "),
            text("80 "),
            secret(""),
            Input::Flag(Some(false)),
            text("{\"a\": }"),
        ],
        json!({ "server": "  ", "port": 80, "encrypted": false, "options": "{\"a\": }" }),
        &[
            ("server", FieldProblem::Missing),
            ("password", FieldProblem::Missing),
            ("options", not_json),
        ],
    );
    check(
        [
            text("db"),
            text("1,5"),
            secret("hush"),
            Input::Flag(None),
            text(""),
        ],
        json!({ "server": "db", "port": "1,5", "password": "hush" }),
        &[("port", FieldProblem::NotAnInteger)],
    );
    check(
        [
            text("db"),
            text("70000"),
            secret("hush"),
            Input::Flag(None),
            text(""),
        ],
        json!({ "server": "db", "port": "70000", "password": "hush" }),
        &[(
            "port",
            FieldProblem::Broken(Rule::Maximum {
                limit: 65535.into(),
            }),
        )],
    );
}

#[test]
fn several_forms_make_one_body() {
    let own = build_fields(
        &json!({ "properties": { "name": { "type": "string" } } }),
        &Pointer::root(),
    );
    let all: Vec<Field> = own.into_iter().chain(fields(&schema())).collect();
    let inputs = [
        text("Orders"),
        text("db"),
        text(""),
        secret("hush"),
        Input::Flag(None),
        text(""),
    ];
    let gathered = gather(all.iter().zip(&inputs));
    let expected =
        json!({ "name": "Orders", "auth": { "params": { "server": "db", "password": "hush" } } });
    assert_eq!(gathered.document.reveal(), expected);
    assert_eq!(gathered.problems, []);
}

#[test]
fn nothing_comes_of_nothing() {
    let gathered = gather(std::iter::empty());
    assert_eq!(gathered.document.reveal(), json!({}));
    assert_eq!(gathered.problems, []);
}
