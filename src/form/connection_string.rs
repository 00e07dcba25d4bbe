//! Connection strings, taken apart and put together: `Server=…;Database=…;Port=…`.
//!
//! Which parts a string has is data (`connection_strings.json`), keyed by the connection specification, since the
//! schema only says "string". Quoting follows the drivers' common rule: a value with a semicolon, a quotation mark
//! or a blank at an end stands in quotation marks, and the same mark inside is doubled.

use serde::Deserialize;
use serde_json::Value;

/// How the string of one parameter is made up.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Template {
    spec: String,
    parameter: String,
    /// In the order in which they are written.
    pub parts: Vec<Part>,
}

/// One `key=value` of a string.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Part {
    /// As it is written.
    pub key: String,
    /// The parameter that means the same in the form of single values; its words are used as label.
    pub name: String,
    /// True when the string makes no sense without it.
    pub required: bool,
    /// True for what must not be shown.
    pub secret: bool,
    /// True for digits only.
    pub numeric: bool,
    /// The values there are, when they are few.
    pub choices: Vec<String>,
    /// A value to show in the empty input.
    pub example: Option<String>,
    /// Other spellings of the key that are understood.
    pub accept: Vec<String>,
}

/// The template for a parameter of a connection specification, when there is one.
pub fn template(spec: &str, parameter: &str) -> Option<Template> {
    let templates: Vec<Template> =
        serde_json::from_str::<Value>(include_str!("connection_strings.json"))
            .and_then(serde_json::from_value)
            .unwrap_or_default();
    templates
        .into_iter()
        .find(|template| template.spec == spec && template.parameter == parameter)
}

/// A string taken apart: a value for each part of the template, and the pairs that it does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// One for each part, in the template's order; empty where the string has none.
    pub values: Vec<String>,
    /// Pairs that no part stands for, in their order. They are kept, not lost.
    pub others: Vec<(String, String)>,
}

/// Takes a string apart. Keys compare without case. Never fails: what is no pair is left out.
pub fn parse(template: &Template, text: &str) -> Parsed {
    let mut parsed = Parsed {
        values: vec![String::new(); template.parts.len()],
        others: Vec::new(),
    };
    for (key, value) in pairs(text) {
        let position = template.parts.iter().position(|part| {
            std::iter::once(&part.key)
                .chain(&part.accept)
                .any(|known| known.eq_ignore_ascii_case(&key))
        });
        match position.and_then(|position| parsed.values.get_mut(position)) {
            Some(place) => *place = value,
            None => parsed.others.push((key, value)),
        }
    }
    parsed
}

/// Puts a string together. Empty parts are left out; what the template does not know is none of its parts.
pub fn build(template: &Template, parsed: &Parsed) -> String {
    let known = template
        .parts
        .iter()
        .map(|part| &part.key)
        .zip(&parsed.values)
        .filter(|(_, value)| !value.is_empty());
    let others = parsed.others.iter().map(|(key, value)| (key, value));
    known
        .chain(others)
        .map(|(key, value)| format!("{key}={}", quoted(value)))
        .collect::<Vec<_>>()
        .join(";")
}

fn quoted(value: &str) -> String {
    let is_plain =
        value.trim() == value && !value.contains([';', '"', '\'']) && !value.starts_with('{');
    if is_plain {
        return value.to_owned();
    }
    let mark = if value.contains('"') && !value.contains('\'') {
        "'"
    } else {
        "\""
    };
    format!("{mark}{}{mark}", value.replace(mark, &mark.repeat(2)))
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut rest = text;
    while !rest.trim().is_empty() {
        let end = rest.find(['=', ';']).unwrap_or(rest.len());
        let (key, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        match behind.strip_prefix('=') {
            Some(behind) => {
                let (value, behind) = read_value(behind);
                pairs.push((key.trim().to_owned(), value));
                rest = behind;
            }
            // A word without `=`: nothing to keep it under.
            None => rest = behind.strip_prefix(';').unwrap_or(""),
        }
    }
    pairs
}

/// The value at the start of the text, and what follows its semicolon.
fn read_value(text: &str) -> (String, &str) {
    let start = text.trim_start();
    let closing = match start.chars().next() {
        Some(mark @ ('"' | '\'')) => Some(mark),
        Some('{') => Some('}'),
        _ => None,
    };
    if let Some((value, behind)) = closing.and_then(|mark| read_quoted(start, mark)) {
        return (
            value,
            behind.split_once(';').map_or("", |(_, behind)| behind),
        );
    }
    let (value, behind) = text.split_once(';').unwrap_or((text, ""));
    (value.trim().to_owned(), behind)
}

/// Reads to the closing mark; a doubled one stands for itself. `None` when it never closes.
fn read_quoted(text: &str, mark: char) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut characters = text.chars();
    characters.next();
    loop {
        let character = characters.next()?;
        if character == mark {
            let behind = characters.as_str();
            match behind.strip_prefix(mark) {
                Some(further) => {
                    value.push(mark);
                    characters = further.chars();
                }
                None => return Some((value, behind)),
            }
        } else {
            value.push(character);
        }
    }
}
