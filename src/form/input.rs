//! What a person has put into a control, and what it is worth.

use serde_json::{Number, Value};

use super::field::{Control, Field, text_of};
use crate::schema::{Rule, fits_double};
use crate::secret::{Document, Secret};

/// The state of one control, as the screen shows it.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Text as typed; for a choice, its key; empty when nothing is chosen.
    Text(String),
    /// Text that is not shown.
    Secret(Secret),
    /// A flag; `None` until someone says yes or no.
    Flag(Option<bool>),
}

impl Input {
    /// What a field shows at first. A default is filled in where a value is required; where it is not, nothing is
    /// sent and the service's own default holds.
    pub fn initial(field: &Field) -> Self {
        let default = field.default.as_ref().filter(|_| field.required);
        match &field.control {
            Control::Secret => Self::Secret(Secret::default()),
            Control::Flag if field.required => {
                Self::Flag(Some(default.and_then(Value::as_bool).unwrap_or(false)))
            }
            Control::Flag => Self::Flag(None),
            _ => Self::Text(default.map(text_of).unwrap_or_default()),
        }
    }

    /// True when nothing would be sent.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Secret(secret) => secret.is_empty(),
            Self::Flag(flag) => flag.is_none(),
        }
    }
}

/// Why an input cannot be sent.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldProblem {
    /// A value is required.
    Missing,
    /// Not a whole number.
    NotAnInteger,
    /// Not a number.
    NotANumber,
    /// Not JSON; where it stops being so, from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// The value breaks a rule of the schema.
    Broken(Rule),
}

/// The value to send, or nothing for an optional field left empty.
///
/// # Errors
/// See [`FieldProblem`]. Text is never trimmed, except around numbers and JSON.
pub fn read(field: &Field, input: &Input) -> Result<Option<Document>, FieldProblem> {
    if is_blank(field, input) {
        return if field.required {
            Err(FieldProblem::Missing)
        } else {
            Ok(None)
        };
    }
    let document = parse(field, input)?;
    match field.schema.validate(&document.reveal()).into_iter().next() {
        Some(problem) => Err(FieldProblem::Broken(problem.rule)),
        None => Ok(Some(document)),
    }
}

/// What is wrong with an input; `None` when it can be sent.
pub fn check(field: &Field, input: &Input) -> Option<FieldProblem> {
    read(field, input).err()
}

/// Blanks alone are no number and no JSON, and no name either; but they may be a password.
fn is_blank(field: &Field, input: &Input) -> bool {
    match (&field.control, input) {
        (Control::Secret, _) => input.is_empty(),
        (_, Input::Text(text)) => text.trim().is_empty(),
        _ => input.is_empty(),
    }
}

fn parse(field: &Field, input: &Input) -> Result<Document, FieldProblem> {
    let text = match input {
        Input::Secret(secret) => return Ok(Document::Secret(secret.clone())),
        Input::Flag(flag) => return Ok(Document::Plain(flag.map_or(Value::Null, Value::Bool))),
        Input::Text(text) => text,
    };
    let value = match &field.control {
        Control::Integer => integer(text).ok_or(FieldProblem::NotAnInteger)?,
        Control::Number => number(text).ok_or(FieldProblem::NotANumber)?,
        Control::Choice(choices) => choices
            .iter()
            .find(|choice| choice.key() == *text)
            .map_or_else(
                || Value::String(text.clone()),
                |choice| choice.value.clone(),
            ),
        Control::Json => serde_json::from_str(text).map_err(|error| FieldProblem::NotJson {
            line: error.line(),
            column: error.column(),
        })?,
        Control::Text | Control::Address | Control::Secret | Control::Flag => {
            Value::String(text.clone())
        }
    };
    Ok(Document::Plain(value))
}

fn integer(text: &str) -> Option<Value> {
    let text = text.trim();
    let signed = text.parse::<i64>().ok().map(Number::from);
    signed
        .or_else(|| text.parse::<u64>().ok().map(Number::from))
        .map(Value::Number)
}

/// JSON's own notation only: `NaN`, `1e999` and `1,5` are no numbers. It is sent as it was typed, to the last digit.
fn number(text: &str) -> Option<Value> {
    let text = text.trim();
    let number: Number = text.parse().ok()?;
    fits_double(&number).then(|| integer(text).unwrap_or(Value::Number(number)))
}
