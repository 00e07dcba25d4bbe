//! Forms as data: which fields a schema makes, what typed text is worth, and what JSON comes of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "form/connection_strings.rs"]
mod connection_strings;
#[path = "form/documented_strings.rs"]
mod documented_strings;
#[path = "form/fields.rs"]
mod fields;
#[path = "form/gathering.rs"]
mod gathering;
#[path = "form/inputs.rs"]
mod inputs;
#[path = "form/rules.rs"]
mod rules;
#[path = "form/string_examples.rs"]
mod string_examples;

use flow_console::form::{Field, Input, build_fields};
use flow_console::schema::Pointer;
use flow_console::secret::Secret;
use serde_json::{Value, json};

/// The fields of an object's schema, as they stand in the body of a create request.
fn fields(schema: &Value) -> Vec<Field> {
    build_fields(schema, &"/auth/params".parse::<Pointer>().unwrap())
}

/// The one field of a property.
fn field(property: Value, required: bool) -> Field {
    let names: &[&str] = if required { &["value"] } else { &[] };
    let schema = json!({ "properties": { "value": property }, "required": names });
    fields(&schema).remove(0)
}

fn text(text: &str) -> Input {
    Input::Text(text.to_owned())
}

fn secret(text: &str) -> Input {
    Input::Secret(Secret::new(text))
}
