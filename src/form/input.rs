//! What a person has put into a control, and what it is worth.

use serde_json::{Number, Value};

use crate::schema::{Pointer, Rule, fits_double};
use crate::secret::Secret;

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
    /// JSON text in which an object names a member twice; where it does so, from 1.
    RepeatedName {
        /// The name.
        name: String,
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// One of several forms has to be chosen.
    Unchosen,
    /// Two members of an object have the same name.
    SameName,
    /// The value breaks a rule of the schema.
    Broken(Rule),
    /// A part of the value, which is edited as JSON, breaks a rule of the schema.
    BrokenAt {
        /// The part, seen from the value.
        place: Pointer,
        /// The rule.
        rule: Rule,
    },
    /// What the service said about the value.
    Refused(String),
}

pub(super) fn integer(text: &str) -> Option<Value> {
    let text = text.trim();
    let signed = text.parse::<i64>().ok().map(Number::from);
    signed
        .or_else(|| text.parse::<u64>().ok().map(Number::from))
        .map(Value::Number)
}

/// JSON's own notation only: `NaN`, `1e999` and `1,5` are no numbers. It is sent as it was typed, to the last digit.
pub(super) fn number(text: &str) -> Option<Value> {
    let text = text.trim();
    let number: Number = text.parse().ok()?;
    fits_double(&number).then(|| integer(text).unwrap_or(Value::Number(number)))
}
