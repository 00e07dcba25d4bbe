//! Every schema that the demo's catalog has.

use std::fs;

use flow_console::form::Control;
use flow_console::form::{Form, Input, Kind, NodeId};
use flow_console::schema::{Pointer, Schema};
use flow_console::secret::Secret;
use serde_json::{Value, json};

/// Whatever in a document says that it is a schema.
fn schemas(value: &Value, found: &mut Vec<Value>) {
    if value.get("$schema").is_some() || value.get("properties").is_some_and(Value::is_object) {
        found.push(value.clone());
        return;
    }
    let members = value.as_object().into_iter().flat_map(|it| it.values());
    for inner in members.chain(value.as_array().into_iter().flatten()) {
        schemas(inner, found);
    }
}

fn all() -> Vec<Value> {
    let folder = |name: &str| [env!("CARGO_MANIFEST_DIR"), name].concat().into();
    let mut found: Vec<Value> = flow_console::catalog::sources()
        .iter()
        .flat_map(|source| {
            let document = flow_console::catalog::connection_spec_document(source);
            let ways = document["authSpec"].as_array().cloned();
            ways.unwrap_or_default()
        })
        .map(|way| way["spec"].clone())
        .collect();
    let mut open = vec![
        folder("/src/emulator/catalog"),
        folder("/src/catalog/documents"),
    ];
    while let Some(path) = open.pop() {
        let path: std::path::PathBuf = path;
        if path.is_dir() {
            open.extend(
                fs::read_dir(path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else if path.extension().is_some_and(|it| it == "json") {
            let text = fs::read_to_string(path).unwrap();
            schemas(&serde_json::from_str(&text).unwrap(), &mut found);
        }
    }
    found
}

fn leaves(form: &Form) -> Vec<NodeId> {
    let mut open = vec![NodeId::ROOT];
    let mut leaves = Vec::new();
    while let Some(id) = open.pop() {
        match form.kind(id) {
            Kind::Leaf(_) => leaves.push(id),
            _ => open.extend(form.children(id)),
        }
    }
    leaves
}

/// Something that a person might give: the schema's example, one of the choices, or whatever the rules let pass.
fn fill(form: &mut Form, id: NodeId) {
    let candidates: Vec<Input> = match form.control(id) {
        Some(Control::Choice { choices, .. }) => choices
            .iter()
            .map(|choice| Input::Text(choice.key()))
            .collect(),
        Some(Control::Secret | Control::Key { .. }) => vec![Input::Secret(Secret::new("hidden"))],
        Some(Control::Flag) => vec![Input::Flag(Some(true))],
        _ => {
            let example = form.example(id);
            let texts = [
                "some text",
                "443",
                "[]",
                "https://example.com/a",
                "a.example.com",
                "\"a\"",
            ];
            example
                .into_iter()
                .chain(texts.map(str::to_owned))
                .map(Input::Text)
                .collect()
        }
    };
    for candidate in candidates {
        form.set(id, candidate);
        if form.problem(id).is_none() {
            return;
        }
    }
}

#[test]
fn every_schema_of_the_catalog_can_be_filled_in() {
    let all = all();
    assert!(all.len() > 90, "{}", all.len());
    for schema in all {
        let mut form = Form::new(&schema, &Pointer::root());
        assert_eq!(form.schema().defects(), []);
        let empty = form.problems();
        assert_eq!(empty.is_empty(), form.seems_valid(), "{schema}");
        for id in leaves(&form) {
            fill(&mut form, id);
        }
        assert_eq!(form.problems(), [], "{schema}");
        assert!(form.seems_valid(), "{schema}");
        let document = form.document().reveal();
        assert_eq!(Schema::parse(&schema).validate(&document), []);
        let mut again = Form::new(&schema, &Pointer::root());
        assert_eq!(again.load(&document), []);
        assert_eq!(again.document().reveal(), document);
        assert_eq!(again.problems(), []);
    }
}

#[test]
fn what_is_a_schema_is_found() {
    let mut found = Vec::new();
    schemas(
        &json!({ "a": [{ "properties": {} }], "b": { "properties": 1 } }),
        &mut found,
    );
    assert_eq!(found, [json!({ "properties": {} })]);
}
