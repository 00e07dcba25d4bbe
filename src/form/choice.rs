//! One of the values that a control offers.

use serde_json::Value;

/// One of the values of a [`Control::Choice`](super::Control::Choice).
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
