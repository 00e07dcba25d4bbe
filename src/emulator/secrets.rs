//! Keeps what must not come back from ever being stored.

use serde_json::{Map, Value};

use crate::schema::Pointer;

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
/// `writeOnly`), at any depth, and every member that no schema describes but whose name tells. Says which members
/// there were, by their places below `place`.
pub(super) fn strip(value: &mut Value, schemas: &[&Value], place: &Pointer) -> Vec<Pointer> {
    let mut taken = Vec::new();
    strip_into(value, schemas, place, &mut taken);
    taken
}

fn strip_into(value: &mut Value, schemas: &[&Value], place: &Pointer, taken: &mut Vec<Pointer>) {
    let parts: Vec<&Value> = schemas.iter().flat_map(|schema| parts(schema)).collect();
    match value {
        Value::Object(members) => strip_members(members, &parts, place, taken),
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
            for (position, element) in elements.iter_mut().enumerate() {
                strip_into(element, &below, &place.index(position), taken);
            }
        }
        _ => {}
    }
}

fn strip_members(
    members: &mut Map<String, Value>,
    parts: &[&Value],
    place: &Pointer,
    taken: &mut Vec<Pointer>,
) {
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
        if hidden {
            taken.push(place.child(name));
        } else {
            strip_into(member, &below, &place.child(name), taken);
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Pointer, strip};

    fn check(schema: &Value, mut value: Value, kept: &Value) {
        strip(&mut value, &[schema], &Pointer::root());
        assert_eq!(&value, kept);
    }

    #[test]
    fn secrets_are_found_wherever_a_schema_can_hide_them() {
        let secret = json!({ "type": "string", "format": "password" });
        let key = json!({ "properties": { "key": secret } });
        let nested = json!({ "properties": { "tunnel": key, "port": { "writeOnly": true } } });
        check(
            &nested,
            json!({ "tunnel": { "key": "hush", "host": "h" }, "port": "hush" }),
            &json!({ "tunnel": { "host": "h" } }),
        );
        for keyword in ["allOf", "anyOf", "oneOf"] {
            let branches = json!({ keyword: [true, key] });
            check(
                &branches,
                json!({ "key": "hush", "a": 1 }),
                &json!({ "a": 1 }),
            );
        }
        for keyword in ["if", "then", "else"] {
            check(
                &json!({ keyword: key }),
                json!({ "key": "hush" }),
                &json!({}),
            );
        }
        let inside = json!({ "properties": { "key": { "anyOf": [{ "type": "null" }, secret] } } });
        check(&inside, json!({ "key": "hush" }), &json!({}));
        let list =
            json!({ "properties": { "hosts": { "items": key }, "codes": { "items": secret } } });
        check(
            &list,
            json!({ "hosts": [{ "key": "hush", "port": 1 }], "codes": ["hush", "hush"] }),
            &json!({ "hosts": [{ "port": 1 }], "codes": [] }),
        );
        let map = json!({ "additionalProperties": secret });
        check(&map, json!({ "anything": "hush" }), &json!({}));
    }

    #[test]
    fn what_was_taken_is_told_by_its_place() {
        let key = json!({ "properties": { "key": { "format": "password" } } });
        let schema = json!({ "properties": { "tunnel": key, "hosts": { "items": key } } });
        let mut value = json!({ "token": "hush", "tunnel": { "key": "hush" }, "hosts": [{}, { "key": "hush" }] });
        let taken = strip(&mut value, &[&schema], &Pointer::root().child("params"));
        let taken: Vec<String> = taken.iter().map(Pointer::to_string).collect();
        assert_eq!(
            taken,
            ["/params/token", "/params/tunnel/key", "/params/hosts/1/key"]
        );
    }

    #[test]
    fn what_no_schema_describes_is_judged_by_its_name() {
        check(
            &json!({ "properties": { "tokenEndpoint": { "type": "string" } } }),
            json!({ "tokenEndpoint": "https://a.example", "accessToken": "hush", "user": "u", "a": { "passWord": "hush" } }),
            &json!({ "tokenEndpoint": "https://a.example", "user": "u", "a": {} }),
        );
    }
}
