//! What a keystroke costs, counted in nodes that are looked at: it does not grow with the form.
#![allow(clippy::print_stdout, reason = "times are shown on demand")]

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

/// Work grows as the form does. `SHOW_TIMES` shows how long it takes, which depends on the machine.
#[test]
fn making_a_form_costs_its_size() {
    let measure = |schema: &Value, name: &str, most: usize| {
        let start = Instant::now();
        let mut form = made(schema);
        let mount = start.elapsed();
        assert!(form.visits() <= most, "{name}: {} nodes", form.visits());
        let id: NodeId = node(&form, name);
        let start = Instant::now();
        for letters in 0..100 {
            form.set(id, Input::Text("x".repeat(letters % 7 + 1)));
        }
        if std::env::var_os("SHOW_TIMES").is_some() {
            let typing = start.elapsed() / 100;
            println!("{name}: mount {mount:?}, keystroke {typing:?}");
        }
    };
    measure(&flat(200), "/field199", 2 * 200 + 2);
    measure(&flat(1_000), "/field999", 2 * 1_000 + 2);
    measure(&nested(), "/m5/m5/m5", 2 * (216 + 36 + 6) + 2);
    measure(&ways(86), "/own0", 16);
    measure(&conditionals(80), "/field3", 4 * 80 + 4);
}

#[test]
fn loading_costs_the_size_of_the_value() {
    let check = |schema: Value, value: Value, most: usize| {
        let mut form = made(&schema);
        form.load(&value);
        assert!(form.visits() <= most, "{} nodes", form.visits());
        assert_eq!(form.document().reveal(), value);
    };
    let members = |count: usize| -> Map<String, Value> {
        (0..count)
            .map(|it| (format!("key{it}"), json!("a")))
            .collect()
    };
    let patterns = json!({ "patternProperties": { "^k": text() } });
    check(json!({}), json!(members(1_000)), 8_000);
    check(patterns, json!(members(1_000)), 8_000);
    check(
        json!({ "additionalProperties": text() }),
        json!(members(1_000)),
        8_000,
    );
    check(json!({ "items": text() }), json!(vec!["a"; 2_000]), 16_000);
    let few: Map<String, Value> = (0..5)
        .map(|it| (format!("field{}", 2 * it), json!("a")))
        .collect();
    check(json!({ "items": flat(10) }), json!(vec![few; 200]), 20_000);
    check(ways(86), json!({ "kind": 85, "own85": "a" }), 60);
}

#[test]
fn deep_values_are_kept() {
    let mut members = json!({ "a": "x" });
    let mut elements = json!([]);
    for _ in 0..120 {
        members = json!({ "a": members });
        elements = json!([elements]);
    }
    let check = |schema: Value, value: &Value| {
        let mut form = made(&schema);
        form.load(value);
        assert_eq!(form.document().reveal(), *value);
        form.problems();
        let text = form
            .to_json_text(flow_console::secret::Secrets::Revealed)
            .text;
        form.read_json_text(&text).unwrap();
        assert_eq!(form.document().reveal(), *value);
    };
    check(json!({ "properties": { "a": { "$ref": "#" } } }), &members);
    check(json!({ "additionalProperties": { "$ref": "#" } }), &members);
    check(
        json!({ "oneOf": [{ "properties": { "a": { "$ref": "#" } } }, { "title": "b" }] }),
        &members,
    );
    check(json!({ "items": { "$ref": "#" } }), &elements);
    check(json!({}), &elements);
    // A person may open as many levels.
    let mut form = made(&json!({ "properties": { "a": { "$ref": "#" } } }));
    for depth in 1..80 {
        let name = "/a".repeat(depth);
        if has(&form, &name) {
            form.open(node(&form, &name));
        }
    }
    assert!(form.document().reveal().is_object());
}

/// Screens keep it where other threads might look.
#[test]
fn forms_may_be_shared() {
    fn check<T: Send + Sync>(_: &T) {}
    check(&made(&json!({})));
}
