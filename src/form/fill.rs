//! A value → what is in one control.

use serde_json::Value;

use super::Form;
use super::choice::text_of;
use super::control::Control;
use super::input::Input;
use super::node::{Kind, NodeId, SecretState};
use crate::schema::Pointer;
use crate::secret::{Secret, placeholder};

impl Form {
    /// Puts a value into a control; false if it is not of the kind that the control takes.
    pub(super) fn fill(&mut self, id: NodeId, value: &Value) -> bool {
        let name = placeholder(self.secret_name(id));
        let is_opening = self.is_opening;
        let node = self.node(id);
        let Kind::Leaf(control) = &node.kind else {
            return false;
        };
        let mut secret = SecretState::New;
        let input = match (control, value) {
            (Control::Fixed(fixed), value) => return fixed == value,
            (Control::Json, value) => Input::Text(pretty(value)),
            (_, Value::Null) if node.nullable => node.blank(),
            // An element whose secret was not kept: it is still wanted.
            (Control::Secret | Control::Key { .. }, Value::Null) if self.is_element(id) => {
                let blank = node.blank();
                let node = self.node_mut(id);
                node.input = blank;
                node.exact = None;
                return true;
            }
            (Control::Secret | Control::Key { .. }, Value::String(text)) => {
                // The placeholder is no secret itself: what is there stays, and nothing stays nothing.
                if is_opening {
                    let node = self.node_mut(id);
                    node.secret = SecretState::Kept;
                    node.keeps_empty = true;
                    return true;
                }
                if *text == name {
                    return true;
                }
                if node.secret != SecretState::New {
                    secret = SecretState::Replaced;
                }
                Input::Secret(Secret::new(text.as_str()))
            }
            (Control::Flag, Value::Bool(flag)) => Input::Flag(Some(*flag)),
            (Control::Integer | Control::Number, Value::Number(number)) => {
                Input::Text(number.to_string())
            }
            (Control::Choice { choices, .. }, value) => {
                let is_one = choices.iter().any(|choice| choice.value == *value);
                if !is_one && !value.is_string() {
                    return false;
                }
                Input::Text(text_of(value))
            }
            (
                Control::Text
                | Control::Lines
                | Control::Email
                | Control::Address
                | Control::Date
                | Control::Time
                | Control::DateTime,
                Value::String(text),
            ) => Input::Text(text.clone()),
            _ => return false,
        };
        let exact = match &input {
            // The secret stays where it cannot be seen.
            Input::Secret(secret) if !secret.is_empty() => None,
            _ => Some(value.clone()),
        };
        let node = self.node_mut(id);
        node.input = input;
        node.secret = secret;
        node.exact = exact;
        node.is_touched = true;
        true
    }

    /// The name by which placeholders call a secret: elements share their list's.
    fn secret_name(&self, id: NodeId) -> &str {
        let mut next = id;
        while let Some(parent) = self.node(next).parent {
            if !matches!(self.kind(parent), Kind::List(_)) {
                break;
            }
            next = parent;
        }
        self.token(next)
    }

    /// Whether the node is an element of a list.
    pub(super) fn is_element(&self, id: NodeId) -> bool {
        let parent = self.node(id).parent;
        parent.is_some_and(|it| matches!(self.kind(it), Kind::List(_)))
    }
}

fn pretty(value: &Value) -> String {
    let mut text = String::new();
    super::json_text::write(value, &Pointer::root(), &mut text, &mut Vec::new());
    text
}
