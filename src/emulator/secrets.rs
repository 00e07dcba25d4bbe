//! Keeps what must not come back from ever being stored.

use serde_json::{Map, Value};

/// Words in the name of a member that no schema describes, which make it a secret to be on the safe side.
const TELLING: [&str; 7] = [
    "password",
    "secret",
    "token",
    "credential",
    "passphrase",
    "privatekey",
    "connectionstring",
];

/// Takes out of posted parameters every value that one of the schemas marks as secret (`format: password` or
/// `writeOnly`), at any depth, and every member that no schema describes but whose name tells.
pub(super) fn strip(value: &mut Value, schemas: &[&Value]) {
    let parts: Vec<&Value> = schemas.iter().flat_map(|schema| parts(schema)).collect();
    match value {
        Value::Object(members) => strip_members(members, &parts),
        Value::Array(elements) => {
            let below: Vec<&Value> = parts
                .iter()
                .filter_map(|part| part.get("items"))
                .flat_map(|items| match items {
                    Value::Array(tuple) => tuple.iter().collect(),
                    single => vec![single],
                })
                .collect();
            elements.retain(|_| !below.iter().any(|schema| is_secret(schema)));
            elements
                .iter_mut()
                .for_each(|element| strip(element, &below));
        }
        _ => {}
    }
}

fn strip_members(members: &mut Map<String, Value>, parts: &[&Value]) {
    members.retain(|name, member| {
        let below: Vec<&Value> = parts
            .iter()
            .filter_map(|part| {
                part.get("properties")
                    .and_then(|properties| properties.get(name))
                    .or_else(|| {
                        part.get("additionalProperties")
                            .filter(|schema| schema.is_object())
                    })
            })
            .collect();
        let hidden = if below.is_empty() {
            let name = name.to_ascii_lowercase();
            TELLING.iter().any(|word| name.contains(word))
        } else {
            below
                .iter()
                .flat_map(|schema| self::parts(schema))
                .any(is_secret)
        };
        if !hidden {
            strip(member, &below);
        }
        !hidden
    });
}

fn is_secret(schema: &Value) -> bool {
    schema.get("format").and_then(Value::as_str) == Some("password")
        || schema.get("writeOnly").and_then(Value::as_bool) == Some(true)
}

/// A schema with all the schemas that speak of the same value.
fn parts(schema: &Value) -> Vec<&Value> {
    let mut found = vec![schema];
    for keyword in ["allOf", "anyOf", "oneOf"] {
        if let Some(Value::Array(branches)) = schema.get(keyword) {
            found.extend(branches.iter().flat_map(parts));
        }
    }
    for keyword in ["if", "then", "else"] {
        found.extend(schema.get(keyword).into_iter().flat_map(parts));
    }
    found
}
