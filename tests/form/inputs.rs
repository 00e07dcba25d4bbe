//! What is typed → what is sent, or what is wrong with it.

use flow_console::form::FieldProblem::{self, Broken, Missing, NotANumber, NotAnInteger, NotJson};
use flow_console::form::{Input, check as problem_of, read};
use flow_console::schema::{Kind, Rule};
use flow_console::secret::Document;
use serde_json::{Value, json};

use super::{field, secret, text};

/// What comes of an input, in an optional field and in a required one.
#[track_caller]
fn check_input(property: Value, input: Input, expected: Result<Option<Value>, FieldProblem>) {
    for required in [false, true] {
        let field = field(property.clone(), required);
        let expected = match &expected {
            Ok(None) if required => Err(Missing),
            other => other.clone(),
        };
        let found = read(&field, &input);
        assert_eq!(
            problem_of(&field, &input),
            found.clone().err(),
            "{property}"
        );
        let found = found.map(|document| document.map(|document| document.reveal()));
        assert_eq!(
            found, expected,
            "{property}, {input:?}, required: {required}"
        );
    }
}

#[track_caller]
fn check(property: Value, typed: &str, expected: Result<Option<Value>, FieldProblem>) {
    check_input(property, text(typed), expected);
}

#[track_caller]
pub(super) fn sent(property: Value, typed: &str, value: Value) {
    check(property, typed, Ok(Some(value)));
}

#[track_caller]
pub(super) fn refused(property: Value, typed: &str, problem: FieldProblem) {
    check(property, typed, Err(problem));
}

fn kind(kind: &str) -> Value {
    json!({ "type": kind })
}

#[test]
fn text_is_sent_as_it_is() {
    sent(kind("string"), "db.example.com", json!("db.example.com"));
    sent(kind("string"), " a  b ", json!(" a  b "));
    sent(kind("string"), "443", json!("443"));
    sent(kind("string"), "true", json!("true"));
    sent(kind("string"), "null", json!("null"));
    sent(kind("string"), "é\u{1f600}\"\\", json!("é\u{1f600}\"\\"));
    check(kind("string"), "", Ok(None));
    // Blanks are no name.
    check(kind("string"), " \t\u{a0}", Ok(None));
    let address = json!({ "type": "string", "format": "uri" });
    sent(
        address.clone(),
        "https://a.example/b",
        json!("https://a.example/b"),
    );
    check(address, "", Ok(None));
}

#[test]
fn whole_numbers_stay_numbers() {
    sent(kind("integer"), "5432", json!(5432));
    sent(kind("integer"), " 5432 ", json!(5432));
    sent(kind("integer"), "-7", json!(-7));
    sent(kind("integer"), "0", json!(0));
    sent(kind("integer"), "007", json!(7));
    sent(
        kind("integer"),
        "9007199254740993",
        json!(9_007_199_254_740_993_u64),
    );
    sent(kind("integer"), "-9223372036854775808", json!(i64::MIN));
    sent(kind("integer"), "18446744073709551615", json!(u64::MAX));
    check(kind("integer"), "", Ok(None));
    check(kind("integer"), "  ", Ok(None));
    for typed in [
        "1.5",
        "1.0",
        "1e3",
        "1,000",
        "1 000",
        "0x10",
        "-",
        "ten",
        "NaN",
        "Infinity",
        "1;",
        // No number of this size fits into the JSON that the service reads.
        "18446744073709551616",
        "-9223372036854775809",
    ] {
        refused(kind("integer"), typed, NotAnInteger);
    }
}

#[test]
fn numbers_are_json_s_own() {
    sent(kind("number"), "0.5", json!(0.5));
    sent(kind("number"), "5432", json!(5432));
    let typed = |text: &str| serde_json::from_str(text).unwrap();
    sent(kind("number"), " -1e3\t", typed("-1e3"));
    sent(kind("number"), "1.50", typed("1.50"));
    let tenth = "0.1000000000000000055511151231257827";
    sent(kind("number"), tenth, typed(tenth));
    sent(
        kind("number"),
        "9007199254740993",
        json!(9_007_199_254_740_993_u64),
    );
    check(kind("number"), "", Ok(None));
    for typed in [
        "NaN",
        "1e999",
        "-1e999",
        "1,5",
        "inf",
        "-Infinity",
        ".5",
        "5.",
        "+5",
        "0x1",
        "01",
        "1 2",
        "\"1\"",
        "true",
    ] {
        refused(kind("number"), typed, NotANumber);
    }
}

/// A port is text in one connector and a number in another; the schema decides, not the look of it.
#[test]
fn the_schema_decides_what_digits_are() {
    sent(kind("string"), "5432", json!("5432"));
    sent(kind("integer"), "443", json!(443));
    sent(kind("number"), "443", json!(443));
    sent(json!({ "enum": ["443", "8443"] }), "443", json!("443"));
    sent(json!({ "enum": [443, 8443] }), "443", json!(443));
    sent(
        kind("object"),
        r#"{ "port": "443" }"#,
        json!({ "port": "443" }),
    );
}

#[test]
fn passwords_may_be_anything_but_nothing() {
    let password = json!({ "type": "string", "format": "password" });
    check_input(password.clone(), secret("hush"), Ok(Some(json!("hush"))));
    check_input(password.clone(), secret("  "), Ok(Some(json!("  "))));
    check_input(password.clone(), secret(" a "), Ok(Some(json!(" a "))));
    check_input(
        password.clone(),
        secret("\u{a0}"),
        Ok(Some(json!("\u{a0}"))),
    );
    check_input(password.clone(), secret(""), Ok(None));
    let long = json!({ "type": "string", "format": "password", "minLength": 8 });
    let rule = Rule::MinLength { limit: 8, found: 4 };
    check_input(long, secret("hush"), Err(Broken(rule)));

    let read = read(&field(password, true), &secret("hush")).unwrap();
    assert!(matches!(read, Some(Document::Secret(_))));
}

#[test]
fn flags_know_three_answers() {
    let flag = kind("boolean");
    check_input(flag.clone(), Input::Flag(Some(true)), Ok(Some(json!(true))));
    check_input(
        flag.clone(),
        Input::Flag(Some(false)),
        Ok(Some(json!(false))),
    );
    check_input(flag, Input::Flag(None), Ok(None));
    let consent = json!({ "type": "boolean", "const": true });
    let rule = Rule::Const {
        expected: json!(true).into(),
    };
    check_input(consent, Input::Flag(Some(false)), Err(Broken(rule)));
}

#[test]
fn choices_keep_the_kind_of_their_values() {
    let mixed = json!({ "enum": [0, 1.5, true, null, "x", { "a": 1 }] });
    sent(mixed.clone(), "0", json!(0));
    sent(mixed.clone(), "1.5", json!(1.5));
    sent(mixed.clone(), "true", json!(true));
    sent(mixed.clone(), "null", json!(null));
    sent(mixed.clone(), "x", json!("x"));
    sent(mixed.clone(), r#"{"a":1}"#, json!({ "a": 1 }));
    check(mixed, "", Ok(None));
    let allowed = [json!("0"), json!("1")];
    let rule = Rule::Enum {
        allowed: allowed.into(),
    };
    refused(
        json!({ "type": "string", "enum": ["0", "1"] }),
        "6",
        Broken(rule),
    );
}

#[test]
fn json_says_where_it_stops_being_json() {
    let check_place = |typed: &str, line: usize, column: usize| {
        refused(kind("object"), typed, NotJson { line, column });
    };
    sent(kind("object"), "{\"a\": [1, {}]}", json!({ "a": [1, {}] }));
    sent(kind("array"), " [ ] ", json!([]));
    sent(json!({}), "null", json!(null));
    sent(json!({}), "\"a\"", json!("a"));
    check(kind("object"), "", Ok(None));
    check(kind("object"), "\n ", Ok(None));
    check_place("{", 1, 1);
    check_place("{\"a\": }", 1, 7);
    check_place("{\n  \"a\": 1,\n  b\n}", 3, 3);
    check_place("{} {}", 1, 4);
    check_place("hello", 1, 1);
    check_place("1e", 1, 2);
    let rule = Rule::Type {
        expected: vec![Kind::Object],
        found: Kind::Array,
    };
    refused(kind("object"), "[1]", Broken(rule));
}
