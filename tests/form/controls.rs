//! Which control a property gets.

use flow_console::form::{Choice, Kind};
use flow_console::form::{ChoiceStyle, Control};
use serde_json::{Value, json};

use super::{enter, form, is_fine, lacks, node, sends};

fn control_of(name: &str, property: Value) -> Control {
    let form = form(json!({ "properties": { name: property } }));
    match form.kind(node(&form, &format!("/{name}"))) {
        Kind::Leaf(control) => control.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_value_has_one_control() {
    let check = |property: Value, expected: Control| {
        assert_eq!(
            control_of("value", property.clone()),
            expected,
            "{property}"
        );
    };
    let text = |key: &str, value: &str| json!({ "type": "string", key: value });
    check(json!({ "type": "string" }), Control::Text);
    check(json!({ "minLength": 2 }), Control::Text);
    check(text("format", "email"), Control::Email);
    check(text("format", "uri"), Control::Address);
    check(text("format", "date"), Control::Date);
    check(text("format", "time"), Control::Time);
    check(text("format", "date-time"), Control::DateTime);
    check(text("format", "hostname"), Control::Text);
    check(text("format", "password"), Control::Secret);
    check(
        json!({ "type": "string", "writeOnly": true }),
        Control::Secret,
    );
    check(text("contentMediaType", "text/plain"), Control::Lines);
    check(
        text("contentMediaType", "application/x-pem-file"),
        Control::Key { base64: false },
    );
    check(text("contentEncoding", "base64"), Control::Text);
    check(
        json!({ "type": "string", "format": "password", "contentEncoding": "base64" }),
        Control::Key { base64: true },
    );
    check(json!({ "type": "integer" }), Control::Integer);
    check(json!({ "type": "number" }), Control::Number);
    check(json!({ "type": ["integer", "number"] }), Control::Number);
    check(json!({ "maximum": 3 }), Control::Number);
    check(json!({ "type": "boolean" }), Control::Flag);
    check(json!({ "type": ["boolean", "null"] }), Control::Flag);
    check(json!({ "const": 3 }), Control::Fixed(json!(3)));
    check(json!({ "type": "null" }), Control::Fixed(json!(null)));
    check(json!({}), Control::Json);
    check(json!(true), Control::Json);
    check(json!({ "$ref": "#/nowhere" }), Control::Json);
    check(json!({ "type": "strange" }), Control::Json);
    check(
        json!({ "anyOf": [{ "type": "string", "format": "ipv4" }, { "type": "string", "format": "ipv6" }] }),
        Control::Text,
    );
    check(
        json!({ "oneOf": [{ "type": "null" }, { "type": "integer" }] }),
        Control::Integer,
    );
}

#[test]
fn a_secret_is_known_by_its_name_where_no_format_is_given() {
    let check = |name: &str, expected: Control| {
        assert_eq!(
            control_of(name, json!({ "type": "string" })),
            expected,
            "{name}"
        );
    };
    check("password", Control::Secret);
    check("clientSecret", Control::Secret);
    check("privateKey", Control::Key { base64: false });
    check("privateKeyPassphrase", Control::Secret);
    check("passwordPolicy", Control::Text);
    check("tokenUrl", Control::Text);
    check("keyColumn", Control::Text);
    check("certificateId", Control::Text);
}

#[test]
fn values_with_titles_are_a_choice() {
    let check = |property: Value, titles: &[&str], style: ChoiceStyle| {
        let Control::Choice {
            choices,
            style: found,
        } = control_of("value", property.clone())
        else {
            panic!("{property}");
        };
        let shown: Vec<&str> = choices.iter().map(|choice| choice.title.as_str()).collect();
        assert_eq!(shown, titles);
        assert_eq!(found, style);
    };
    check(json!({ "enum": ["a", 1] }), &["a", "1"], ChoiceStyle::Radio);
    check(
        json!({ "enum": ["a", "b"], "enumNames": ["One", "Two"] }),
        &["One", "Two"],
        ChoiceStyle::Radio,
    );
    let titled = json!([{ "const": "a", "title": "One" }, { "const": "b" }]);
    check(
        json!({ "oneOf": titled }),
        &["One", "b"],
        ChoiceStyle::Radio,
    );
    check(
        json!({ "type": "string", "anyOf": titled }),
        &["One", "b"],
        ChoiceStyle::Radio,
    );
    // What another rule refuses is not offered.
    check(
        json!({ "enum": ["a", "bb"], "minLength": 2, "allOf": [{ "enum": ["bb", "a", "cc"] }] }),
        &["bb"],
        ChoiceStyle::Radio,
    );
    let many = |count: usize| json!({ "enum": (0..count).collect::<Vec<_>>() });
    let style = |count| match control_of("value", many(count)) {
        Control::Choice { style, .. } => style,
        other => panic!("{other:?}"),
    };
    assert_eq!(style(4), ChoiceStyle::Radio);
    assert_eq!(style(5), ChoiceStyle::Select);
    assert_eq!(style(20), ChoiceStyle::Select);
    assert_eq!(style(21), ChoiceStyle::Search);
}

/// What is typed in the only control of a form, and what is sent.
#[test]
fn values_keep_their_kind() {
    let check = |property: Value, typed: &str, sent: Value| {
        let mut form = form(json!({ "properties": { "value": property } }));
        enter(&mut form, "/value", typed);
        sends(&form, sent);
        is_fine(&form);
    };
    check(
        json!({ "type": "string" }),
        "443",
        json!({ "value": "443" }),
    );
    check(
        json!({ "type": "string" }),
        " a ",
        json!({ "value": " a " }),
    );
    check(json!({ "type": "string" }), " ", json!({}));
    check(
        json!({ "type": "integer" }),
        " 443 ",
        json!({ "value": 443 }),
    );
    check(
        json!({ "type": "integer" }),
        "18446744073709551615",
        json!({ "value": 18_446_744_073_709_551_615_u64 }),
    );
    check(json!({ "type": "number" }), "0.1", json!({ "value": 0.1 }));
    check(
        json!({ "type": "boolean" }),
        "false",
        json!({ "value": false }),
    );
    check(json!({ "enum": ["1", 2] }), "2", json!({ "value": 2 }));
    check(
        json!({}),
        "[1, {\"a\": null}]",
        json!({ "value": [1, { "a": null }] }),
    );
    check(json!({ "type": ["string", "null"] }), "", json!({}));
    let key = json!({ "type": "string", "format": "password", "contentEncoding": "base64" });
    check(key.clone(), "{\"a\":1}", json!({ "value": "eyJhIjoxfQ==" }));
    check(
        key.clone(),
        "-----BEGIN X-----",
        json!({ "value": "LS0tLS1CRUdJTiBYLS0tLS0=" }),
    );
    check(key, "eyJhIjoxfQ==", json!({ "value": "eyJhIjoxfQ==" }));
}

#[test]
fn what_is_required_starts_with_its_default() {
    let check = |property: Value, sent: Value| {
        let form = form(json!({ "properties": { "value": property }, "required": ["value"] }));
        sends(&form, sent);
        is_fine(&form);
    };
    check(
        json!({ "type": "string", "default": "a" }),
        json!({ "value": "a" }),
    );
    check(
        json!({ "type": "integer", "default": 5 }),
        json!({ "value": 5 }),
    );
    check(
        json!({ "enum": ["a", "b"], "default": "b" }),
        json!({ "value": "b" }),
    );
    check(json!({ "enum": ["a"] }), json!({ "value": "a" }));
    check(
        json!({ "const": { "a": 1 } }),
        json!({ "value": { "a": 1 } }),
    );
    check(json!({ "type": "boolean" }), json!({ "value": false }));
    check(
        json!({ "type": "boolean", "default": true }),
        json!({ "value": true }),
    );
    check(
        json!({ "type": ["string", "null"] }),
        json!({ "value": null }),
    );
    check(
        json!({ "type": "object", "default": { "a": 1 } }),
        json!({ "value": { "a": 1 } }),
    );
    check(
        json!({ "type": "array", "items": { "type": "string" }, "default": ["a"] }),
        json!({ "value": ["a"] }),
    );
    let optional = form(json!({ "properties": { "value": { "type": "string", "default": "a" } } }));
    sends(&optional, json!({}));
    let blank =
        form(json!({ "properties": { "value": { "type": "integer" } }, "required": ["value"] }));
    lacks(&blank, &["/value"]);
}

#[test]
fn what_a_schema_says_is_shown() {
    let schema = json!({
        "properties": { "host": { "$ref": "#/definitions/host", "title": "Server" } },
        "definitions": { "host": { "title": "Host", "description": "A name", "examples": ["a.b"], "default": "c" } }
    });
    let form = form(schema);
    let host = node(&form, "/host");
    assert_eq!(form.title(host), Some("Server"));
    assert_eq!(form.description(host), Some("A name"));
    assert_eq!(form.example(host).as_deref(), Some("a.b"));
    assert_eq!(form.default_value(host), Some(&json!("c")));
    let choice = Choice {
        value: json!(2),
        title: "Two".to_owned(),
    };
    assert_eq!(choice.key(), "2");
}
