//! The form engine: any schema becomes a tree of controls, and what is done to it becomes JSON.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "form/branches.rs"]
mod branches;
#[path = "form/catalog.rs"]
mod catalog;
#[path = "form/changes.rs"]
mod changes;
#[path = "form/conditions.rs"]
mod conditions;
#[path = "form/connection_strings.rs"]
mod connection_strings;
#[path = "form/controls.rs"]
mod controls;
#[path = "form/costs.rs"]
mod costs;
#[path = "form/documented_strings.rs"]
mod documented_strings;
#[path = "form/groups.rs"]
mod groups;
#[path = "form/lists.rs"]
mod lists;
#[path = "form/loading.rs"]
mod loading;
#[path = "form/problems.rs"]
mod problems;
#[path = "form/secrets.rs"]
mod secrets;
#[path = "form/string_examples.rs"]
mod string_examples;
#[path = "form/texts.rs"]
mod texts;

use flow_console::form::{Changes, Control, FieldProblem, Form, Input, Kind, NodeId};
use flow_console::schema::Pointer;
use flow_console::secret::Secret;
use serde_json::{Value, json};

/// An empty form, as it stands in the body of a create request.
fn form(schema: Value) -> Form {
    Form::new(&schema, &"/auth/params".parse::<Pointer>().unwrap())
}

/// The node of a control's name.
#[track_caller]
fn node(form: &Form, name: &str) -> NodeId {
    let pointer = ["/auth/params", name].concat().parse::<Pointer>().unwrap();
    let id = form.find(&pointer);
    let id = id.unwrap_or_else(|| panic!("no {name} in {}", form.document().with_placeholders()));
    assert_eq!(form.name(id), pointer.to_string());
    id
}

fn has(form: &Form, name: &str) -> bool {
    let pointer = ["/auth/params", name].concat().parse::<Pointer>().unwrap();
    form.find(&pointer).is_some()
}

/// Types into a control as a person would: a flag is said yes or no, the rest is text.
#[track_caller]
fn enter(form: &mut Form, name: &str, text: &str) -> Changes {
    let id = node(form, name);
    let input = match form.control(id) {
        Some(Control::Flag) => Input::Flag(Some(text == "true")),
        Some(Control::Secret | Control::Key { .. }) => Input::Secret(Secret::new(text)),
        Some(_) => Input::Text(text.to_owned()),
        None => panic!("{name} has no control: {:?}", form.kind(id)),
    };
    form.set(id, input)
}

#[track_caller]
fn sends(form: &Form, expected: Value) {
    assert_eq!(form.document().reveal(), expected);
}

/// What is wrong, by the names of the controls.
fn wrong(form: &Form) -> Vec<(String, FieldProblem)> {
    let problems = form.problems().into_iter();
    let named = problems.map(|(id, problem)| {
        let name = form.name(id);
        (
            name.strip_prefix("/auth/params").unwrap().to_owned(),
            problem,
        )
    });
    named.collect()
}

/// Nothing is wrong, and that was known before asking.
#[track_caller]
fn is_fine(form: &Form) {
    assert_eq!(wrong(form), []);
    assert!(form.seems_valid());
}

#[track_caller]
fn lacks(form: &Form, names: &[&str]) {
    let missing = names
        .iter()
        .map(|name| ((*name).to_owned(), FieldProblem::Missing));
    assert_eq!(wrong(form), missing.collect::<Vec<_>>());
    assert!(!form.seems_valid());
}

/// The names of what a group shows at once, and of what it folds away.
#[track_caller]
fn shows(form: &Form, name: &str, main: &[&str], more: &[&str]) {
    let Kind::Group(group) = form.kind(node(form, name)) else {
        panic!("{name} is no group");
    };
    let names = |list: &[NodeId]| -> Vec<String> {
        list.iter().map(|id| form.token(*id).to_owned()).collect()
    };
    assert_eq!(names(&group.main), main);
    assert_eq!(names(&group.more), more);
}

fn text() -> Value {
    json!({ "type": "string" })
}
