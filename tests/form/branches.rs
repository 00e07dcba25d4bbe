//! `oneOf` and `anyOf`: what the branches are called, and what choosing does.

use flow_console::form::{BranchName, FieldProblem, Kind};
use flow_console::schema::{Kind as Type, Rule};
use serde_json::{Value, json};

use super::{enter, form, has, is_fine, lacks, node, sends, shows, text, wrong};

fn names(property: Value) -> Vec<BranchName> {
    let form = form(json!({ "properties": { "value": property }, "definitions": { "login": {} } }));
    let id = node(&form, "/value");
    let selector = &form.selectors(id)[0];
    assert_eq!(form.selector_name(id, 0), "/auth/params/value#variant");
    selector.branches.clone()
}

#[test]
fn branches_have_names() {
    let check = |branches: Value, expected: &[BranchName]| {
        assert_eq!(names(json!({ "oneOf": branches })), expected, "{branches}");
    };
    let title = |name: &str| BranchName::Title(name.to_owned());
    let requires = |name: &str| BranchName::Requires(vec![name.to_owned()]);
    check(
        json!([{ "title": "One", "type": "object" }, { "title": "Two" }]),
        &[title("One"), title("Two")],
    );
    check(
        json!([{ "properties": { "kind": { "const": "a" } } }, { "properties": { "kind": { "enum": ["b"] } } }]),
        &[
            BranchName::Const("a".to_owned()),
            BranchName::Const("b".to_owned()),
        ],
    );
    check(
        json!([{ "$ref": "#/definitions/login" }, { "required": ["a"] }]),
        &[BranchName::Definition("login".to_owned()), requires("a")],
    );
    check(
        json!([{ "type": "string" }, { "type": "array" }, { "type": "object" }]),
        &[
            BranchName::Type(Type::String),
            BranchName::Type(Type::Array),
            BranchName::Number(3),
        ],
    );
    assert_eq!(
        names(json!({ "type": ["string", "integer", "null"] })),
        [
            BranchName::Type(Type::String),
            BranchName::Type(Type::Integer)
        ]
    );
}

fn login() -> Value {
    json!({
        "properties": { "server": text() },
        "required": ["server"],
        "oneOf": [
            {
                "properties": { "kind": { "const": "user" }, "user": text(), "secret": text() },
                "required": ["kind", "user"]
            },
            {
                "properties": { "kind": { "const": "key" }, "key": { "type": "string", "minLength": 3 }, "secret": text() },
                "required": ["kind", "key"]
            }
        ]
    })
}

#[test]
fn a_branch_brings_its_members_and_comes_back_as_it_was_left() {
    let mut form = form(login());
    let root = node(&form, "");
    shows(&form, "", &["server", "kind", "user", "secret"], &[]);
    enter(&mut form, "/server", "s");
    enter(&mut form, "/user", "me");
    enter(&mut form, "/secret", "pass");
    sends(
        &form,
        json!({ "server": "s", "kind": "user", "user": "me", "secret": "pass" }),
    );
    is_fine(&form);
    let changes = form.choose(root, 0, Some(1));
    assert_eq!(changes.shapes, [root]);
    assert!(!has(&form, "/user"));
    // What both have goes on.
    sends(
        &form,
        json!({ "server": "s", "kind": "key", "secret": "pass" }),
    );
    lacks(&form, &["/key"]);
    enter(&mut form, "/key", "k");
    let found = wrong(&form);
    let expected = FieldProblem::Broken(Rule::MinLength { limit: 3, found: 1 });
    assert_eq!(found, [("/key".to_owned(), expected)]);
    form.choose(root, 0, Some(0));
    sends(
        &form,
        json!({ "server": "s", "kind": "user", "user": "me", "secret": "pass" }),
    );
    is_fine(&form);
    form.choose(root, 0, Some(1));
    sends(
        &form,
        json!({ "server": "s", "kind": "key", "key": "k", "secret": "pass" }),
    );
    // There are two branches, and one of them has to be chosen.
    assert!(!form.choose(root, 0, Some(2)).document);
    assert!(!form.choose(root, 0, None).document);
    assert!(!form.choose(root, 1, Some(0)).document);
}

#[test]
fn what_is_loaded_chooses_its_branch() {
    let check = |value: Value, chosen: usize, unknown: &[&str]| {
        let mut form = form(login());
        let found: Vec<String> = form.load(&value).iter().map(ToString::to_string).collect();
        assert_eq!(found, unknown);
        assert_eq!(
            form.selectors(node(&form, ""))[0].chosen,
            Some(chosen),
            "{value}"
        );
        sends(&form, value);
    };
    check(
        json!({ "server": "s", "kind": "key", "key": "abc" }),
        1,
        &[],
    );
    check(
        json!({ "server": "s", "kind": "user", "user": "abc" }),
        0,
        &[],
    );
    check(
        json!({ "server": "s", "kind": "key", "user": "abc" }),
        1,
        &["/auth/params/user"],
    );
}

/// Not every schema asks for the member that tells the branches apart.
#[test]
fn choosing_sets_what_tells_the_branches_apart() {
    let kind = |kind: &str| json!({ "properties": { "kind": { "const": kind } } });
    let mut form = form(json!({ "oneOf": [kind("a"), kind("b")] }));
    let root = node(&form, "");
    sends(&form, json!({ "kind": "a" }));
    form.load(&json!({}));
    sends(&form, json!({}));
    form.choose(root, 0, Some(1));
    sends(&form, json!({ "kind": "b" }));
    form.choose(root, 0, Some(0));
    sends(&form, json!({ "kind": "a" }));
    is_fine(&form);
}

#[test]
fn an_optional_choice_may_be_left_open() {
    let schema = json!({ "properties": { "auth": { "oneOf": [
        { "title": "None", "properties": { "kind": { "const": "none" } }, "required": ["kind"] },
        { "title": "Key", "properties": { "kind": { "const": "key" }, "key": text() }, "required": ["kind", "key"] }
    ] } } });
    let mut form = form(schema);
    let auth = node(&form, "/auth");
    assert!(matches!(form.kind(auth), Kind::Unchosen));
    assert_eq!(form.selectors(auth)[0].chosen, None);
    assert!(form.selectors(auth)[0].optional);
    sends(&form, json!({}));
    is_fine(&form);
    form.choose(auth, 0, Some(0));
    sends(&form, json!({ "auth": { "kind": "none" } }));
    is_fine(&form);
    form.choose(auth, 0, Some(1));
    lacks(&form, &["/auth/key"]);
    form.choose(auth, 0, None);
    sends(&form, json!({}));
    is_fine(&form);
}

#[test]
fn branches_that_only_require_hide_what_the_others_require() {
    let schema = json!({
        "properties": { "password": text(), "key": text(), "note": text() },
        "oneOf": [{ "required": ["password"] }, { "required": ["key"] }]
    });
    let mut form = form(schema);
    shows(&form, "", &["password", "note"], &[]);
    enter(&mut form, "/password", "p");
    is_fine(&form);
    form.choose(node(&form, ""), 0, Some(1));
    shows(&form, "", &["key", "note"], &[]);
    sends(&form, json!({}));
    lacks(&form, &["/key"]);
    // What came from elsewhere is never hidden, even where it fits two branches.
    form.load(&json!({ "password": "p", "key": "k" }));
    sends(&form, json!({ "password": "p", "key": "k" }));
    let found = wrong(&form);
    assert!(
        matches!(&found[..], [(name, FieldProblem::Broken(Rule::OneOf { matching: 2, .. }))] if name.is_empty())
    );
    assert!(!form.seems_valid());
    enter(&mut form, "/key", "");
    is_fine(&form);
}

#[test]
fn a_value_of_several_types_is_of_one_at_a_time() {
    let schema = json!({ "properties": { "port": { "type": ["string", "integer"] } } });
    let mut form = form(schema);
    enter(&mut form, "/port", "443");
    sends(&form, json!({ "port": "443" }));
    form.choose(node(&form, "/port"), 0, Some(1));
    sends(&form, json!({ "port": 443 }));
    form.load(&json!({ "port": "x" }));
    sends(&form, json!({ "port": "x" }));
    is_fine(&form);
}

#[test]
fn choices_may_stand_side_by_side_and_inside_each_other() {
    let two = |one: &str, other: &str| json!([{ "title": one, "properties": { one: text() }, "required": [one] }, { "title": other, "properties": { other: text() }, "required": [other] }]);
    let mut schema = json!({ "anyOf": two("a", "b"), "allOf": [{ "anyOf": two("c", "d") }] });
    schema["anyOf"][1]["anyOf"] = two("e", "f");
    let mut form = form(schema);
    let root = node(&form, "");
    let names = |form: &flow_console::form::Form| -> Vec<String> {
        let count = form.selectors(root).len();
        (0..count)
            .map(|position| form.selector_name(root, position))
            .collect()
    };
    assert_eq!(
        names(&form),
        ["/auth/params#variant", "/auth/params#variant2"]
    );
    let position = form
        .selectors(root)
        .iter()
        .position(|it| it.branches[0] == BranchName::Title("a".to_owned()));
    form.choose(root, position.unwrap(), Some(1));
    assert_eq!(names(&form).len(), 3);
    lacks(&form, &["/c", "/b", "/e"]);
    for name in ["/b", "/c", "/e"] {
        enter(&mut form, name, "x");
    }
    is_fine(&form);
}
