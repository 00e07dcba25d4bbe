//! Strings of pairs with semicolons between: `key=value;key=value`.

use super::{Part, Style, Template};

/// Characters for which ODBC asks for braces.
const ODBC_MARKS: [char; 16] = [
    '[', ']', '{', '}', '(', ')', ',', ';', '?', '*', '=', '!', '@', '"', '\'', '\\',
];

pub(super) fn write(template: &Template, pairs: &[(&str, String)]) -> String {
    let mut text = String::new();
    for (key, value) in pairs {
        if !text.is_empty() {
            text.push(';');
        }
        text.push_str(key);
        text.push('=');
        let is_json = template
            .parts
            .iter()
            .any(|part| part.inside.as_deref() == Some(key));
        if is_json {
            text.push_str(value);
        } else {
            text.push_str(&quoted(template.style, value));
        }
    }
    if template.closed && !text.is_empty() {
        text.push(';');
    }
    text
}

fn quoted(style: Style, value: &str) -> String {
    let is_trimmed = value.trim() == value;
    let has_marks = value.contains([';', '"', '\'']);
    let (is_plain, opening, closing) = match style {
        Style::Plain | Style::Url => (true, "", ""),
        Style::Braces => (is_trimmed && !value.contains(ODBC_MARKS), "{", "}"),
        Style::Common | Style::Quotes => {
            let first = if style == Style::Common { '{' } else { '=' };
            let is_plain = is_trimmed && !has_marks && !value.starts_with(first);
            let mark = if value.contains('"') && !value.contains('\'') {
                "'"
            } else {
                "\""
            };
            (is_plain, mark, mark)
        }
    };
    if is_plain {
        return value.to_owned();
    }
    let mut text = opening.to_owned();
    text.push_str(&value.replace(closing, &closing.repeat(2)));
    text.push_str(closing);
    text
}

pub(super) fn read(template: &Template, text: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut rest = text;
    while !rest.trim().is_empty() {
        let end = rest.find(['=', ';']).unwrap_or(rest.len());
        let (key, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        match behind.strip_prefix('=') {
            Some(behind) => {
                let key = key.trim();
                let is_json = |part: &Part| {
                    let pair = part.inside.as_deref();
                    pair.is_some_and(|pair| pair.eq_ignore_ascii_case(key))
                };
                let (value, behind) = if template.parts.iter().any(is_json) {
                    read_json(behind)
                } else {
                    read_value(template.style, behind)
                };
                pairs.push((key.to_owned(), value));
                rest = behind;
            }
            // A word without `=`: nothing to keep it under.
            None => rest = behind.strip_prefix(';').unwrap_or(""),
        }
    }
    pairs
}

/// The value at the start of the text, and what follows its semicolon.
fn read_value(style: Style, text: &str) -> (String, &str) {
    let start = text.trim_start();
    let closing = match (start.chars().next(), style) {
        (Some(mark @ ('"' | '\'')), Style::Common | Style::Quotes) => Some(mark),
        (Some('{'), Style::Common | Style::Braces) => Some('}'),
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

/// JSON as it stands, to the first semicolon outside its strings.
fn read_json(text: &str) -> (String, &str) {
    let mut in_string = false;
    let mut escaped = false;
    let end = text.find(|letter| {
        let is_end = letter == ';' && !in_string;
        in_string ^= letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        is_end
    });
    let (value, behind) = text
        .split_at_checked(end.unwrap_or(text.len()))
        .unwrap_or((text, ""));
    (
        value.trim().to_owned(),
        behind.strip_prefix(';').unwrap_or(""),
    )
}
