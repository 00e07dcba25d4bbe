//! What a keystroke costs, counted in nodes that are looked at: it does not grow with the form.

use std::time::Instant;

use flow_console::form::{Form, Input, NodeId};
use flow_console::schema::Pointer;
use serde_json::{Map, Value, json};

use super::{enter, has, node, text};

fn made(schema: &Value) -> Form {
    Form::new(schema, &"/auth/params".parse::<Pointer>().unwrap())
}

fn flat(count: usize) -> Value {
    let names: Vec<String> = (0..count)
        .map(|position| format!("field{position}"))
        .collect();
    let members: Map<String, Value> = names
        .iter()
        .map(|name| (name.clone(), json!({ "type": "string", "maxLength": 40 })))
        .collect();
    json!({ "type": "object", "properties": members, "required": names.iter().step_by(2).collect::<Vec<_>>() })
}

fn conditionals(count: usize) -> Value {
    let members: Map<String, Value> = (0..count)
        .map(|it| (format!("field{it}"), json!({ "enum": ["on", "off"] })))
        .collect();
    let conditions: Vec<Value> = (0..count)
        .map(|it| {
            let name = format!("field{it}");
            json!({
                "if": { "properties": { &name: { "const": "on" } }, "required": [&name] },
                "then": { "properties": { (format!("more{it}")): text() } }
            })
        })
        .collect();
    json!({ "properties": members, "allOf": conditions })
}

fn ways(count: usize) -> Value {
    let branches: Vec<Value> = (0..count)
        .map(|it| {
            let (own, other) = (format!("own{it}"), format!("other{it}"));
            json!({
                "title": format!("Way {it}"),
                "properties": { "kind": { "const": it }, &own: text(), other: { "type": "integer" } },
                "required": ["kind", &own]
            })
        })
        .collect();
    json!({ "oneOf": branches })
}

/// Six groups of six groups of six fields.
fn nested() -> Value {
    let six = |inner: &Value| -> Value {
        let members: Map<String, Value> =
            (0..6).map(|it| (format!("m{it}"), inner.clone())).collect();
        json!({ "type": "object", "properties": members, "required": ["m0"] })
    };
    six(&six(&six(&text())))
}

/// Types a letter after a first one, and counts the nodes that are looked at.
#[track_caller]
fn keystroke(form: &mut Form, name: &str) -> usize {
    enter(form, name, "a");
    let before = form.visits();
    let changes = enter(form, name, "ab");
    assert!(changes.document);
    assert!(
        changes.shapes.is_empty() && changes.problems.is_empty(),
        "{changes:?}"
    );
    form.visits() - before
}

#[test]
fn a_keystroke_costs_its_depth() {
    let check = |schema: &Value, name: &str, most: usize| {
        let cost = keystroke(&mut made(schema), name);
        assert!(cost <= most, "{cost} nodes for {name}");
    };
    check(&flat(200), "/field199", 2);
    check(&flat(1_000), "/field999", 2);
    check(&nested(), "/m5/m5/m5", 4);
    // One value for the rule that no other branch may fit, whose members are all looked at.
    check(&ways(86), "/own0", 2 + 4);
    let mut form = made(&conditionals(80));
    enter(&mut form, "/field3", "on");
    assert!(has(&form, "/more3"));
    assert!(keystroke(&mut form, "/more3") <= 2);
}

#[test]
fn a_condition_that_turns_costs_its_own_object_at_most() {
    let mut form = made(&conditionals(80));
    let before = form.visits();
    enter(&mut form, "/field7", "on");
    let cost = form.visits() - before;
    assert!(cost < 400, "{cost}");
    // What is beside is not made again.
    let id = node(&form, "/field8");
    enter(&mut form, "/field7", "off");
    assert_eq!(node(&form, "/field8"), id);
}

#[test]
fn forms_are_finite() {
    let check = |schema: &Value, most: usize| {
        let form = made(schema);
        assert!(form.visits() <= most, "{} nodes", form.visits());
        form.problems();
    };
    check(&flat(10_000), 20_010);
    check(
        &json!({ "properties": { "a": { "$ref": "#" }, "b": { "$ref": "#" } } }),
        12,
    );
    // Each level doubles what is below it.
    let mut definitions = Map::new();
    for level in 0..60 {
        let next = json!({ "$ref": format!("#/definitions/d{}", level + 1) });
        definitions.insert(
            format!("d{level}"),
            json!({ "properties": { "l": next, "r": next } }),
        );
    }
    definitions.insert("d60".to_owned(), text());
    check(
        &json!({ "$ref": "#/definitions/d0", "definitions": definitions }),
        20_000,
    );
    let circle = json!({ "allOf": [{ "$ref": "#" }], "anyOf": [{ "$ref": "#" }, { "$ref": "#" }], "if": { "$ref": "#" }, "then": { "$ref": "#" } });
    check(&circle, 40);
}

/// Not a test of speed, which depends on the machine: only that nothing is out of all proportion. Without
/// optimisation everything takes some ten times as long.
#[test]
fn nothing_is_out_of_proportion() {
    let measure = |schema: &Value, name: &str| {
        let start = Instant::now();
        let mut form = made(schema);
        let mount = start.elapsed();
        let id: NodeId = node(&form, name);
        let start = Instant::now();
        for letters in 0..100 {
            form.set(id, Input::Text("x".repeat(letters % 7 + 1)));
        }
        let typing = start.elapsed() / 100;
        let start = Instant::now();
        form.document();
        println!(
            "{name}: mount {mount:?}, keystroke {typing:?}, document {:?}",
            start.elapsed()
        );
        assert!(mount.as_millis() < 3_000 && typing.as_millis() < 30);
    };
    measure(&flat(200), "/field199");
    measure(&flat(1_000), "/field999");
    measure(&flat(10_000), "/field9999");
    measure(&nested(), "/m5/m5/m5");
    measure(&ways(86), "/own0");
    measure(&conditionals(20), "/field3");
    measure(&conditionals(80), "/field3");
}
