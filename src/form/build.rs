//! Schema → fields.

use serde_json::Value;

use super::field::{Choice, Control, Field, text_of};
use crate::schema::{Pointer, Schema};

/// The fields of an object's schema, in the schema's order. `at` is where the object stands in the JSON to be made.
///
/// Properties that the service fills in (`readOnly`) or hides (`uiAttributes.hidden`) have no field.
/// What has no control of its own (objects, lists) is edited as JSON, so that no schema is undrawable.
pub fn build_fields(schema: &Value, at: &Pointer) -> Vec<Field> {
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        return Vec::new();
    };
    properties
        .iter()
        .filter(|(_, property)| is_shown(property))
        .map(|(name, property)| Field {
            pointer: at.child(name),
            name: name.clone(),
            title: text(property, "title"),
            description: text(property, "description"),
            required: required.contains(&name.as_str()),
            control: control(property),
            default: property.get("default").cloned(),
            example: property.pointer("/examples/0").map(text_of),
            schema: Schema::parse(property),
        })
        .collect()
}

fn is_shown(property: &Value) -> bool {
    let is_set = |pointer: &str| {
        property
            .pointer(pointer)
            .and_then(Value::as_bool)
            .unwrap_or(false)
    };
    !is_set("/readOnly") && !is_set("/uiAttributes/hidden")
}

fn text(property: &Value, name: &str) -> Option<String> {
    property
        .get(name)
        .and_then(Value::as_str)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

fn control(property: &Value) -> Control {
    if let Some(values) = property.get("enum").and_then(Value::as_array) {
        return Control::Choice(values.iter().map(Choice::plain).collect());
    }
    let kind = property.get("type").and_then(Value::as_str);
    let format = property.get("format").and_then(Value::as_str);
    match (kind, format) {
        (Some("string"), Some("password")) => Control::Secret,
        (Some("string"), Some("uri")) => Control::Address,
        (Some("string"), _) => Control::Text,
        (Some("integer"), _) => Control::Integer,
        (Some("number"), _) => Control::Number,
        (Some("boolean"), _) => Control::Flag,
        _ => Control::Json,
    }
}
