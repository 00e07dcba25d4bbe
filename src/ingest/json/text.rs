//! JSON kept as text: written by hand, and looked into without being taken apart.

use super::{Progress, Validator, scan};

/// Adds the characters of a text as they stand between the quotation marks of JSON.
pub(in crate::ingest) fn push_escaped(text: &str, into: &mut String) {
    let mut rest = text;
    // Only characters of one byte are escaped, so that bytes are what to look for.
    loop {
        let plain = scan::plain(rest.as_bytes());
        let (plain, behind) = rest.split_at_checked(plain).unwrap_or((rest, ""));
        into.push_str(plain);
        if behind.is_empty() {
            return;
        }
        let mut characters = behind.chars();
        if let Some(character) = characters.next() {
            push_escape(character, into);
        }
        rest = characters.as_str();
    }
}

fn push_escape(character: char, into: &mut String) {
    match character {
        '\n' => into.push_str("\\n"),
        '\r' => into.push_str("\\r"),
        '\t' => into.push_str("\\t"),
        control if control < ' ' => {
            into.push_str("\\u00");
            let code = u32::from(control);
            into.extend(char::from_digit(code >> 4, 16));
            into.extend(char::from_digit(code & 15, 16));
        }
        mark => into.extend(['\\', mark]),
    }
}

/// A text as JSON.
pub(in crate::ingest) fn in_quotes(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    push_escaped(text, &mut json);
    json.push('"');
    json
}

/// The value of a member of an object, as it is written; the last one if there are several, as most readers do.
/// The object must be JSON. Names with escapes in them are not understood.
pub(in crate::ingest) fn member<'a>(object: &'a str, name: &str) -> Option<&'a str> {
    let mut found = None;
    let mut rest = object.trim_start().strip_prefix('{')?;
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\r', '\n', ',']);
        if rest.starts_with('}') {
            return found;
        }
        let (this, behind) = rest.split_at_checked(value_end(rest)?)?;
        let value = behind.trim_start().strip_prefix(':')?.trim_start();
        let (value, behind) = value.split_at_checked(value_end(value)?)?;
        if this
            .strip_prefix('"')
            .and_then(|this| this.strip_suffix('"'))
            == Some(name)
        {
            found = Some(value);
        }
        rest = behind;
    }
}

fn value_end(text: &str) -> Option<usize> {
    match Validator::new().run(text.as_bytes()) {
        Progress::Done(end) => Some(end),
        _ => None,
    }
}

/// What a JSON text says, when it is a string.
pub(in crate::ingest) fn string(json: &str) -> Option<String> {
    match serde_json::from_str(json).ok()? {
        serde_json::Value::String(text) => Some(text),
        _ => None,
    }
}
