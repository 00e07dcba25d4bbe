//! Inputs → JSON.

use serde_json::Value;

use super::field::Field;
use super::input::{FieldProblem, Input, read};
use crate::schema::Pointer;
use crate::secret::Document;

/// What a form amounts to at a moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// The JSON. With problems, it shows what was typed where a value could not be read.
    pub document: Document,
    /// What keeps it from being sent, in the fields' order.
    pub problems: Vec<(Pointer, FieldProblem)>,
}

/// Reads every field. Optional fields left empty leave no trace.
pub fn gather<'a>(entries: impl IntoIterator<Item = (&'a Field, &'a Input)>) -> Gathered {
    let mut gathered = Gathered::default();
    for (field, input) in entries {
        let value = match read(field, input) {
            Ok(value) => value,
            Err(problem) => {
                gathered.problems.push((field.pointer.clone(), problem));
                as_typed(input)
            }
        };
        if let Some(value) = value {
            let path: Vec<&str> = field.pointer.tokens().collect();
            gathered.document.insert(&path, value);
        }
    }
    gathered
}

fn as_typed(input: &Input) -> Option<Document> {
    if input.is_empty() {
        return None;
    }
    Some(match input {
        Input::Text(text) => Document::Plain(Value::String(text.clone())),
        Input::Secret(secret) => Document::Secret(secret.clone()),
        Input::Flag(flag) => Document::Plain(flag.map_or(Value::Null, Value::Bool)),
    })
}
