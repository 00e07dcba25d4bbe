//! The small closed set between a schema and a screen.

use serde_json::Value;

use crate::schema::{Pointer, Schema};

/// One input of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// Where the value goes in the JSON that the form makes. Its text form is the control's `name`.
    pub pointer: Pointer,
    /// The parameter's own name: the last token of the pointer.
    pub name: String,
    /// The schema's title.
    pub title: Option<String>,
    /// The schema's description.
    pub description: Option<String>,
    /// True when the form cannot be sent without it.
    pub required: bool,
    /// How it is edited.
    pub control: Control,
    /// What the service assumes when nothing is sent.
    pub default: Option<Value>,
    /// An example to show in the empty input.
    pub example: Option<String>,
    /// What the value must obey.
    pub schema: Schema,
}

/// How a value is edited. One match in the console draws it.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// One line of text.
    Text,
    /// An address; a keyboard with slashes on a phone.
    Address,
    /// One line of text that is not shown.
    Secret,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Yes, no, or nothing said yet.
    Flag,
    /// One of a few values.
    Choice(Vec<Choice>),
    /// JSON text, for what has no control of its own.
    Json,
}

/// One of the values of [`Control::Choice`].
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is sent.
    pub value: Value,
    /// What is shown.
    pub title: String,
}

impl Choice {
    /// A choice shown as what it is.
    pub(super) fn plain(value: &Value) -> Self {
        Self {
            value: value.clone(),
            title: text_of(value),
        }
    }

    /// The text by which a control names this choice: strings as they are, other values as JSON.
    pub fn key(&self) -> String {
        text_of(&self.value)
    }
}

/// A string without its quotation marks, anything else as JSON.
pub(super) fn text_of(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
