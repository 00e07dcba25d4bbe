//! The form's value as JSON text, and back.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Form;
use super::input::FieldProblem;
use super::node::NodeId;
use crate::schema::Pointer;
use crate::secret::{Document, Secrets};

/// JSON text, and what stands where.
#[derive(Clone, Debug, PartialEq)]
pub struct JsonText {
    /// With two blanks for each level.
    pub text: String,
    /// The place in the body that each line is about; that of a bracket is the place of what it closes.
    pub lines: Vec<Pointer>,
}

impl JsonText {
    /// The line, from 1, where the value of a place begins.
    pub fn line_of(&self, place: &Pointer) -> Option<usize> {
        let found = self.lines.iter().position(|it| it == place);
        found.map(|position| position + 1)
    }
}

impl Form {
    /// The value as it is sent, as text. Secrets that are kept are not in it.
    pub fn to_json_text(&self, secrets: Secrets) -> JsonText {
        let mut text = String::new();
        let mut lines = Vec::new();
        let value: Document = self.document();
        let place = self.pointer(NodeId::ROOT);
        write(&value.to_json(secrets), &place, &mut text, &mut lines);
        JsonText { text, lines }
    }

    /// Replaces what is in the form by what the text says: see [`Form::load`].
    ///
    /// # Errors
    /// [`FieldProblem::NotJson`] and [`FieldProblem::RepeatedName`]; the form is then as it was.
    pub fn read_json_text(&mut self, text: &str) -> Result<Vec<Pointer>, FieldProblem> {
        let value = read_json(text)?;
        Ok(self.load(&value))
    }
}

/// Reads JSON text in which no object names a member twice.
///
/// # Errors
/// [`FieldProblem::NotJson`] and [`FieldProblem::RepeatedName`].
pub fn read_json(text: &str) -> Result<Value, FieldProblem> {
    let value = serde_json::from_str(text).map_err(|error| FieldProblem::NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    match repeated_name(text) {
        Some(problem) => Err(problem),
        None => Ok(value),
    }
}

/// Writes a value with two blanks for each level, and notes what each line is about.
pub(super) fn write(value: &Value, at: &Pointer, text: &mut String, lines: &mut Vec<Pointer>) {
    write_at(value, at, 0, text, lines);
    lines.push(at.clone());
}

fn write_at(
    value: &Value,
    at: &Pointer,
    level: usize,
    text: &mut String,
    lines: &mut Vec<Pointer>,
) {
    let (open, close) = match value {
        Value::Object(members) if !members.is_empty() => ("{", "}"),
        Value::Array(elements) if !elements.is_empty() => ("[", "]"),
        scalar => {
            text.push_str(&scalar.to_string());
            return;
        }
    };
    text.push_str(open);
    let mut is_first = true;
    let mut next = |text: &mut String, lines: &mut Vec<Pointer>, before: Pointer| {
        if !std::mem::replace(&mut is_first, false) {
            text.push(',');
        }
        lines.push(before);
        line(text, level + 1);
    };
    let mut before = at.clone();
    for (name, member) in value.as_object().into_iter().flatten() {
        next(text, lines, before);
        before = at.child(name);
        text.push_str(&Value::String(name.clone()).to_string());
        text.push_str(": ");
        write_at(member, &before, level + 1, text, lines);
    }
    for (position, element) in value.as_array().into_iter().flatten().enumerate() {
        next(text, lines, before);
        before = at.index(position);
        write_at(element, &before, level + 1, text, lines);
    }
    lines.push(before);
    line(text, level);
    text.push_str(close);
}

fn line(text: &mut String, level: usize) {
    text.push('\n');
    for _ in 0..level {
        text.push_str("  ");
    }
}

/// The first name that an object of valid JSON text has for the second time.
fn repeated_name(text: &str) -> Option<FieldProblem> {
    let mut open: Vec<BTreeMap<String, usize>> = Vec::new();
    // Whether what comes next in the innermost bracket is a name.
    let mut awaits_name = Vec::new();
    let (mut line, mut start) = (1, 0);
    let mut characters = text.char_indices();
    while let Some((position, character)) = characters.next() {
        match character {
            '\n' => {
                line += 1;
                start = position + 1;
            }
            '{' | '[' => {
                open.push(BTreeMap::new());
                awaits_name.push(character == '{');
            }
            '}' | ']' => {
                open.pop();
                awaits_name.pop();
            }
            '"' => {
                let end = string_end(&mut characters)?;
                let name = text.get(position..=end)?;
                let rest = text.get(end + 1..)?.trim_start();
                let is_name = rest.starts_with(':') && awaits_name.last() == Some(&true);
                if is_name
                    && let Ok(Value::String(name)) = serde_json::from_str(name)
                    && let Some(names) = open.last_mut()
                    && names.insert(name.clone(), position).is_some()
                {
                    let column = text.get(start..position)?.chars().count() + 1;
                    return Some(FieldProblem::RepeatedName { name, line, column });
                }
            }
            _ => {}
        }
    }
    None
}

/// The position of the quotation mark that closes a string.
fn string_end(characters: &mut std::str::CharIndices<'_>) -> Option<usize> {
    loop {
        match characters.next()? {
            (_, '\\') => {
                characters.next();
            }
            (position, '"') => return Some(position),
            _ => {}
        }
    }
}
