//! Readers for values that the service sends in more than one shape.

use serde_json::Value;

/// The number in a value, when there is one.
pub(crate) fn as_number(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// The flag in a value: `true`, or `"true"` in any case.
pub(crate) fn as_flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// Text that may come bare, as `{"text": …}` or as `{"key": …}`, as Adobe's `uiAttributes` do.
/// A `key` refers to a translation table we do not have, so it is turned into words at best.
pub(super) fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(members) => ["text", "key"]
            .iter()
            .find_map(|name| members.get(*name).and_then(Value::as_str))
            .map(str::to_owned),
        _ => None,
    }
}
