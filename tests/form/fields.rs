//! Schema → fields.

use flow_console::form::{Choice, Control, Input, build_fields};
use flow_console::schema::Pointer;
use flow_console::secret::Secret;
use serde_json::{Value, json};

use super::{field, fields, text};

fn choices(values: &[Value], titles: &[&str]) -> Control {
    let values = values.iter().zip(titles);
    Control::Choice(
        values
            .map(|(value, title)| Choice {
                value: value.clone(),
                title: (*title).to_owned(),
            })
            .collect(),
    )
}

#[test]
fn fields_stand_in_the_schemas_order() {
    let schema = json!({
        "properties": { "zebra": {}, "apple": {}, "mango": {}, "Apple": {} },
        "required": ["mango", "zebra", "absent"],
    });
    let found: Vec<(String, String, bool)> = fields(&schema)
        .into_iter()
        .map(|field| (field.name, field.pointer.to_string(), field.required))
        .collect();
    let expected = [
        ("zebra", true),
        ("apple", false),
        ("mango", true),
        ("Apple", false),
    ];
    assert_eq!(
        found,
        expected.map(|(name, required)| {
            (name.to_owned(), format!("/auth/params/{name}"), required)
        })
    );
}

#[test]
fn names_are_escaped_in_pointers_only() {
    let made = build_fields(&json!({ "properties": { "a/b~c": {} } }), &Pointer::root());
    assert_eq!(made[0].name, "a/b~c");
    assert_eq!(made[0].pointer.to_string(), "/a~1b~0c");
}

#[test]
fn what_nobody_fills_in_has_no_field() {
    let check = |property: Value, count: usize| {
        let schema = json!({ "properties": { "value": property } });
        assert_eq!(fields(&schema).len(), count, "{schema}");
    };
    check(json!({ "readOnly": true }), 0);
    check(json!({ "readOnly": false }), 1);
    check(json!({ "readOnly": "true" }), 1);
    check(json!({ "uiAttributes": { "hidden": true } }), 0);
    check(json!({ "uiAttributes": { "hidden": false } }), 1);
    check(json!({ "uiAttributes": true }), 1);
    check(
        json!({ "readOnly": true, "type": "string", "default": "x" }),
        0,
    );
    check(json!(true), 1);
    check(json!(null), 1);
}

#[test]
fn schemas_without_properties_have_no_fields() {
    for schema in [
        json!(null),
        json!(true),
        json!({}),
        json!({ "properties": [] }),
        json!({ "required": ["a"] }),
    ] {
        assert_eq!(fields(&schema).len(), 0, "{schema}");
    }
    // What is required in no readable way is optional.
    let odd = json!({ "properties": { "a": {} }, "required": "a" });
    assert!(!fields(&odd)[0].required);
    let odd = json!({ "properties": { "a": {} }, "required": [1, null, "a"] });
    assert!(fields(&odd)[0].required);
}

#[test]
fn each_kind_of_value_has_its_control() {
    let check = |property: Value, expected: Control| {
        assert_eq!(
            field(property.clone(), false).control,
            expected,
            "{property}"
        );
    };
    check(json!({ "type": "string" }), Control::Text);
    check(
        json!({ "type": "string", "format": "date-time" }),
        Control::Text,
    );
    check(
        json!({ "type": "string", "format": "uri-reference" }),
        Control::Text,
    );
    check(
        json!({ "type": "string", "format": "uri" }),
        Control::Address,
    );
    check(
        json!({ "type": "string", "format": "password" }),
        Control::Secret,
    );
    check(json!({ "type": "integer" }), Control::Integer);
    check(
        json!({ "type": "integer", "format": "password" }),
        Control::Integer,
    );
    check(json!({ "type": "number" }), Control::Number);
    check(json!({ "type": "boolean" }), Control::Flag);
    check(
        json!({ "type": "object", "properties": { "a": {} } }),
        Control::Json,
    );
    check(json!({ "type": "array" }), Control::Json);
    check(json!({ "type": "null" }), Control::Json);
    check(json!({ "type": ["string", "null"] }), Control::Json);
    check(json!({ "type": "text" }), Control::Json);
    check(json!({ "format": "password" }), Control::Json);
    check(json!({}), Control::Json);
    check(json!(true), Control::Json);
}

#[test]
fn few_values_are_a_choice() {
    let check = |property: Value, expected: Control| {
        assert_eq!(
            field(property.clone(), false).control,
            expected,
            "{property}"
        );
    };
    check(
        json!({ "type": "string", "enum": ["a", "b"] }),
        choices(&[json!("a"), json!("b")], &["a", "b"]),
    );
    check(
        json!({ "enum": [0, 1.5, true, null, "x", { "a": 1 }] }),
        choices(
            &[
                json!(0),
                json!(1.5),
                json!(true),
                json!(null),
                json!("x"),
                json!({ "a": 1 }),
            ],
            &["0", "1.5", "true", "null", "x", r#"{"a":1}"#],
        ),
    );
    // Even of a secret: what may be chosen from a list is none.
    check(
        json!({ "type": "string", "format": "password", "enum": ["a"] }),
        choices(&[json!("a")], &["a"]),
    );
    check(json!({ "type": "string", "enum": "a" }), Control::Text);
}

#[test]
fn words_and_values_come_from_the_schema() {
    let made = field(
        json!({
            "type": "integer",
            "title": "Port",
            "description": "Where the server listens.",
            "default": 5432,
            "examples": [5432, 443],
        }),
        true,
    );
    assert_eq!(made.title.as_deref(), Some("Port"));
    assert_eq!(
        made.description.as_deref(),
        Some("Where the server listens.")
    );
    assert_eq!(made.default, Some(json!(5432)));
    assert_eq!(made.example.as_deref(), Some("5432"));

    let check_example = |examples: Value, expected: Option<&str>| {
        let made = field(json!({ "type": "string", "examples": examples }), false);
        assert_eq!(made.example.as_deref(), expected, "{examples}");
    };
    check_example(json!(["db.example.com", "other"]), Some("db.example.com"));
    check_example(json!([{ "a": [1, "b"] }]), Some(r#"{"a":[1,"b"]}"#));
    check_example(json!([false]), Some("false"));
    check_example(json!([]), None);
    check_example(json!("db.example.com"), None);

    let bare = field(json!({ "title": "", "description": 5 }), false);
    assert_eq!((bare.title, bare.description), (None, None));
    assert_eq!((bare.default, bare.example), (None, None));
    // A default of null is a default.
    assert_eq!(
        field(json!({ "default": null }), false).default,
        Some(json!(null))
    );
}

#[test]
fn fields_begin_empty_or_with_what_is_required() {
    let check = |property: Value, required: bool, expected: Input| {
        let begun = Input::initial(&field(property.clone(), required));
        assert_eq!(begun, expected, "{property} {required}");
    };
    let (yes, no) = (true, false);
    check(json!({ "type": "string" }), yes, text(""));
    check(json!({ "type": "string", "default": "a" }), yes, text("a"));
    // Nothing is sent then, and the service's own default holds.
    check(json!({ "type": "string", "default": "a" }), no, text(""));
    check(
        json!({ "type": "integer", "default": 5432 }),
        yes,
        text("5432"),
    );
    check(
        json!({ "type": "integer", "default": "5432" }),
        yes,
        text("5432"),
    );
    check(
        json!({ "type": "number", "default": 0.5 }),
        yes,
        text("0.5"),
    );
    check(json!({ "enum": [0, 1], "default": 1 }), yes, text("1"));
    check(json!({ "enum": ["a", "b"] }), yes, text(""));
    check(
        json!({ "type": "object", "default": { "a": [] } }),
        yes,
        text(r#"{"a":[]}"#),
    );
    check(json!({ "type": "boolean" }), no, Input::Flag(None));
    check(
        json!({ "type": "boolean", "default": true }),
        no,
        Input::Flag(None),
    );
    check(json!({ "type": "boolean" }), yes, Input::Flag(Some(false)));
    check(
        json!({ "type": "boolean", "default": true }),
        yes,
        Input::Flag(Some(true)),
    );
    check(
        json!({ "type": "boolean", "default": "yes" }),
        yes,
        Input::Flag(Some(false)),
    );
    // A password that everybody knows is none.
    let password = json!({ "type": "string", "format": "password", "default": "admin" });
    check(password, yes, Input::Secret(Secret::default()));
}
