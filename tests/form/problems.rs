//! What is said where, and when it is forgotten.

use flow_console::form::FieldProblem;
use flow_console::schema::{Kind as Type, Pointer, Rule};
use serde_json::json;

use super::{enter, form, is_fine, node, text, wrong};

#[test]
fn what_cannot_be_read_is_said_before_any_rule() {
    let mut form = form(json!({
        "properties": { "port": { "type": "integer", "minimum": 1 }, "share": { "type": "number" }, "any": {} }
    }));
    let mut check = |name: &str, typed: &str, expected: Option<FieldProblem>| {
        enter(&mut form, name, typed);
        assert_eq!(form.problem(node(&form, name)), expected, "{typed}");
        let expected = expected.map(|problem| (name.to_owned(), problem));
        assert_eq!(
            wrong(&form),
            expected.into_iter().collect::<Vec<_>>(),
            "{typed}"
        );
        enter(&mut form, name, "");
    };
    check("/port", "1.5", Some(FieldProblem::NotAnInteger));
    check(
        "/port",
        "0",
        Some(FieldProblem::Broken(Rule::Minimum { limit: 1.into() })),
    );
    check("/port", "1", None);
    check("/share", "1,5", Some(FieldProblem::NotANumber));
    check(
        "/any",
        "{",
        Some(FieldProblem::NotJson { line: 1, column: 1 }),
    );
    let repeated = FieldProblem::RepeatedName {
        name: "a".to_owned(),
        line: 1,
        column: 10,
    };
    check("/any", "{\"a\": 1, \"a\": 2}", Some(repeated));
}

#[test]
fn the_place_inside_json_is_named() {
    let mut form = form(json!({ "properties": { "value": { "enum": [{ "a": 1 }] } } }));
    is_fine(&form);
    form = super::form(json!({ "properties": { "a": { "type": "object" } } }));
    form.load(&json!({ "a": [1] }));
    let rule = Rule::Type {
        expected: vec![Type::Object],
        found: Type::Array,
    };
    assert_eq!(
        wrong(&form),
        [("/a".to_owned(), FieldProblem::Broken(rule))]
    );
    // Without a type, but with rules about what may be inside.
    form = super::form(
        json!({ "properties": { "a": { "not": { "type": "null" }, "anyOf": [true, { "title": "x" }] } } }),
    );
    is_fine(&form);
    let mut list = super::form(
        json!({ "properties": { "a": { "type": "array", "items": { "type": "array", "items": text() } } } }),
    );
    list.load(&json!({ "a": [["b"], { "c": 1 }] }));
    assert_eq!(wrong(&list)[0].0, "/a/1");
}

#[test]
fn what_the_service_refuses_is_said_until_it_changes() {
    let mut form = form(
        json!({ "properties": { "server": text(), "login": { "properties": { "user": text() } } } }),
    );
    enter(&mut form, "/login/user", "u");
    let mut check = |place: &str, name: &str| {
        let changes = form.refuse(&place.parse::<Pointer>().unwrap(), "no such host");
        let id = node(&form, name);
        assert_eq!(changes.problems, [id]);
        let refused = FieldProblem::Refused("no such host".to_owned());
        assert_eq!(form.problem(id), Some(refused));
        // It may be sent once more as it is.
        is_fine(&form);
        let text = format!("v{place}");
        assert!(
            enter(&mut form, "/login/user", &text)
                .problems
                .contains(&id)
                || name == "/server"
        );
        enter(&mut form, "/server", &text);
        assert_eq!(form.problem(id), None);
    };
    check("/auth/params/server", "/server");
    check("/auth/params/login/user", "/login/user");
    // Where there is no such control, at what is above it.
    check("/auth/params/login/other/deep", "/login");
    assert!(
        form.refuse(&"/name".parse().unwrap(), "elsewhere")
            .problems
            .is_empty()
    );
}

#[test]
fn problems_come_in_the_order_in_which_they_are_shown() {
    let mut form = form(json!({
        "properties": { "a": { "minLength": 2 }, "b": { "properties": { "c": text(), "d": text() }, "required": ["d"] }, "e": text() },
        "required": ["e"]
    }));
    enter(&mut form, "/b/c", "x");
    enter(&mut form, "/a", "x");
    let names: Vec<String> = wrong(&form).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["/e", "/a", "/b/d"]);
    assert_eq!(form.problem_count(node(&form, "/b")), 1);
    assert_eq!(form.problem_count(node(&form, "")), 3);
}
