//! Lists: adding, removing, moving, and what they must obey.

use flow_console::form::Control;
use flow_console::form::{FieldProblem, Form, Kind};
use flow_console::schema::Rule;
use serde_json::{Value, json};

use super::{enter, form, is_fine, lacks, node, sends, text, wrong};

fn list(property: Value) -> Form {
    form(json!({ "properties": { "list": property } }))
}

#[track_caller]
fn can(form: &Form, add: bool, remove: bool) {
    let Kind::List(list) = form.kind(node(form, "/list")) else {
        panic!("no list");
    };
    assert_eq!((list.can_add, list.can_remove), (add, remove));
}

#[test]
fn elements_are_added_moved_and_removed() {
    let mut form = list(json!({ "type": "array", "items": text(), "maxItems": 3 }));
    let id = node(&form, "/list");
    sends(&form, json!({}));
    can(&form, true, false);
    let mut items = Vec::new();
    for letter in ["a", "b", "c"] {
        let (item, changes) = form.add(id);
        assert_eq!(changes.shapes, [id]);
        items.push(item.unwrap());
        lacks(&form, &[&format!("/list/{}", items.len() - 1)]);
        form.set(item.unwrap(), super::Input::Text(letter.to_owned()));
    }
    sends(&form, json!({ "list": ["a", "b", "c"] }));
    is_fine(&form);
    can(&form, false, true);
    assert_eq!(form.add(id).0, None);
    form.move_to(items[2], 0);
    sends(&form, json!({ "list": ["c", "a", "b"] }));
    assert_eq!(form.name(items[2]), "/auth/params/list/0");
    form.remove(items[0]);
    sends(&form, json!({ "list": ["c", "b"] }));
    assert_eq!(form.name(items[1]), "/auth/params/list/1");
    // There is no such place.
    assert!(!form.move_to(items[1], 2).document);
    form.remove(items[1]);
    form.remove(items[2]);
    sends(&form, json!({}));
    is_fine(&form);
}

#[test]
fn elements_may_be_objects_and_lists() {
    let mut form = list(json!({
        "items": { "properties": { "host": text(), "ports": { "items": { "type": "integer" } } }, "required": ["host"] }
    }));
    form.add(node(&form, "/list"));
    lacks(&form, &["/list/0/host"]);
    enter(&mut form, "/list/0/host", "h");
    form.add(node(&form, "/list/0/ports"));
    enter(&mut form, "/list/0/ports/0", "443");
    sends(&form, json!({ "list": [{ "host": "h", "ports": [443] }] }));
    is_fine(&form);
}

#[test]
fn tuples() {
    let mut form =
        list(json!({ "items": [text(), { "type": "integer" }], "additionalItems": false }));
    let id = node(&form, "/list");
    form.add(id);
    form.add(id);
    can(&form, false, true);
    assert_eq!(form.control(node(&form, "/list/0")), Some(&Control::Text));
    assert_eq!(
        form.control(node(&form, "/list/1")),
        Some(&Control::Integer)
    );
    enter(&mut form, "/list/0", "a");
    enter(&mut form, "/list/1", "2");
    sends(&form, json!({ "list": ["a", 2] }));
    is_fine(&form);
    // Behind the tuple another schema holds.
    let mut open = list(json!({ "items": [text()], "additionalItems": { "type": "boolean" } }));
    let id = node(&open, "/list");
    open.add(id);
    open.add(id);
    assert_eq!(open.control(node(&open, "/list/1")), Some(&Control::Flag));
}

#[test]
fn rules_about_the_whole_list() {
    let check = |property: Value, values: &[&str], expected: Option<Rule>| {
        let mut form = list(property);
        for (position, value) in values.iter().enumerate() {
            form.add(node(&form, "/list"));
            enter(&mut form, &format!("/list/{position}"), value);
        }
        assert_eq!(form.seems_valid(), expected.is_none());
        let expected = expected.map(|rule| ("/list".to_owned(), FieldProblem::Broken(rule)));
        assert_eq!(wrong(&form), expected.into_iter().collect::<Vec<_>>());
    };
    let of =
        |keyword: &str, value: Value| json!({ "type": "array", "items": text(), keyword: value });
    check(of("minItems", json!(2)), &[], None);
    check(
        of("minItems", json!(2)),
        &["a"],
        Some(Rule::MinItems { limit: 2, found: 1 }),
    );
    check(of("minItems", json!(2)), &["a", "b"], None);
    check(of("uniqueItems", json!(true)), &["a", "b"], None);
    check(
        of("uniqueItems", json!(true)),
        &["a", "b", "a"],
        Some(Rule::UniqueItems {
            first: 0,
            second: 2,
        }),
    );
    check(
        of("contains", json!({ "const": "x" })),
        &["a"],
        Some(Rule::Contains),
    );
    check(of("contains", json!({ "const": "x" })), &["a", "x"], None);
}

#[test]
fn a_required_list_starts_with_as_many_elements_as_it_needs() {
    let schema = json!({ "properties": { "list": { "type": "array", "items": text(), "minItems": 2 } }, "required": ["list"] });
    let form = form(schema);
    lacks(&form, &["/list/0", "/list/1"]);
    let empty =
        super::form(json!({ "properties": { "list": { "type": "array" } }, "required": ["list"] }));
    sends(&empty, json!({ "list": [] }));
    is_fine(&empty);
}
