//! What the body says.

use serde_json::{Map, Value};

use super::given::{Parameter, Placement, Reason, RequestKind, RequestPart, SpecGiven};
use super::read_lenient_json;
use crate::api::HttpRequest;
use crate::interchange::placeholder::{has_placeholder, is_placeholder};

/// Sorts the body's members into their fields. Gives the body back with its typing errors put right and without its
/// placeholders.
pub(super) fn place(request: &HttpRequest, placement: &mut Placement) -> Option<String> {
    let body = request.body.as_deref()?;
    let (mut value, slips) = read_lenient_json(body);
    placement.slips = slips;
    if placement.kind == RequestKind::PostMessage {
        // A record may have anything in it, and numbers of any length, so that it stays as it is if that is JSON.
        let is_sound = placement.slips.is_empty();
        let message = if is_sound {
            body.to_owned()
        } else {
            value.to_string()
        };
        note_placeholders(&value, &mut String::new(), placement);
        placement.message = Some(message.clone());
        return Some(message);
    }
    blank(&mut value, &mut String::new(), placement);
    match (&value, placement.kind) {
        (_, RequestKind::Read | RequestKind::Unknown) => {
            placement.leave(RequestPart::Body(String::new()), Reason::Unknown);
        }
        (Value::Object(members), kind) => {
            for (name, member) in members {
                place_member(kind, name, member, placement);
            }
        }
        _ => placement.leave(RequestPart::Body(String::new()), Reason::WrongForm),
    }
    Some(value.to_string())
}

/// Empties texts that are placeholders, and notes those and the ones with placeholders inside.
fn blank(value: &mut Value, pointer: &mut String, placement: &mut Placement) {
    let length = pointer.len();
    match value {
        Value::String(text) if is_placeholder(text) => {
            text.clear();
            placement.fill(RequestPart::Body(pointer.clone()), false);
        }
        Value::String(text) if has_placeholder(text) => {
            placement.fill(RequestPart::Body(pointer.clone()), true);
        }
        Value::Array(elements) => {
            for (position, element) in elements.iter_mut().enumerate() {
                push_token(&position.to_string(), pointer);
                blank(element, pointer, placement);
                pointer.truncate(length);
            }
        }
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                push_token(name, pointer);
                blank(member, pointer, placement);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

/// In a record they are left to whoever sends it.
fn note_placeholders(value: &Value, pointer: &mut String, placement: &mut Placement) {
    let mut copy = value.clone();
    blank(&mut copy, pointer, placement);
    for to_fill in &mut placement.to_fill {
        // Nothing was emptied.
        to_fill.is_inside |= matches!(to_fill.part, RequestPart::Body(_));
    }
}

fn push_token(token: &str, pointer: &mut String) {
    pointer.push('/');
    for letter in token.chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

fn place_member(kind: RequestKind, name: &str, member: &Value, placement: &mut Placement) {
    let mut pointer = String::new();
    push_token(name, &mut pointer);
    let is_base = kind == RequestKind::CreateBaseConnection;
    let is_flow = kind == RequestKind::CreateFlow;
    match (name, member) {
        ("name", Value::String(text)) => placement.name = some(text),
        ("description", Value::String(text)) => placement.description = some(text),
        ("name" | "description", Value::Null) => {}
        ("name" | "description", _) => left(&pointer, Reason::WrongForm, placement),
        ("connectionSpec", spec) if !is_flow => place_spec(spec, &pointer, placement),
        ("flowSpec", spec) if is_flow => place_spec(spec, &pointer, placement),
        ("providerId", Value::String(id)) if is_base => placement.provider_id = some(id),
        ("auth", Value::Object(members)) if is_base => {
            place_authentication(members, &pointer, placement);
        }
        ("auth" | "providerId", _) if is_base => left(&pointer, Reason::WrongForm, placement),
        ("baseConnectionId" | "data" | "params", _) if !is_base && !is_flow => {
            take_apart(member, &mut pointer, placement);
        }
        (
            "sourceConnectionIds"
            | "targetConnectionIds"
            | "transformations"
            | "scheduleParams"
            | "options",
            _,
        ) if is_flow => take_apart(member, &mut pointer, placement),
        _ => left(&pointer, Reason::Unknown, placement),
    }
}

/// Nothing was typed where nothing stands.
fn some(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

fn left(pointer: &str, reason: Reason, placement: &mut Placement) {
    placement.leave(RequestPart::Body(pointer.to_owned()), reason);
}

fn place_spec(spec: &Value, pointer: &str, placement: &mut Placement) {
    let Value::Object(members) = spec else {
        return left(pointer, Reason::WrongForm, placement);
    };
    let mut given = SpecGiven::default();
    for (name, member) in members {
        let text = match member {
            Value::String(text) => text.clone(),
            // Somebody may write the version as a number.
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        };
        let has_form = member.is_string() || (member.is_number() && name == "version");
        match name.as_str() {
            "id" if has_form => given.id = text,
            "version" if has_form => given.version = text,
            "id" | "version" => left(&child(pointer, name), Reason::WrongForm, placement),
            _ => left(&child(pointer, name), Reason::Unknown, placement),
        }
    }
    placement.spec = Some(given);
}

fn place_authentication(members: &Map<String, Value>, pointer: &str, placement: &mut Placement) {
    for (name, member) in members {
        let mut pointer = child(pointer, name);
        match (name.as_str(), member) {
            ("specName", Value::String(text)) => placement.authentication = some(text),
            ("params", Value::Object(_)) => take_apart(member, &mut pointer, placement),
            ("specName" | "params", _) => left(&pointer, Reason::WrongForm, placement),
            _ => left(&pointer, Reason::Unknown, placement),
        }
    }
}

fn child(pointer: &str, name: &str) -> String {
    let mut pointer = pointer.to_owned();
    push_token(name, &mut pointer);
    pointer
}

/// Objects down to their leaves; arrays are one value.
fn take_apart(value: &Value, pointer: &mut String, placement: &mut Placement) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let length = pointer.len();
            for (name, member) in members {
                push_token(name, pointer);
                take_apart(member, pointer, placement);
                pointer.truncate(length);
            }
        }
        _ => placement.parameters.push(Parameter {
            pointer: pointer.clone(),
            value: value.clone(),
        }),
    }
}
