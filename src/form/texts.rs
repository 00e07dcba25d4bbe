//! What was typed as texts under the names of the controls, as links carry it, and back.

use serde_json::Value;

use super::Form;
use super::choice::text_of;
use super::control::{Control, tells_secret};
use super::input::Input;
use super::node::{Kind, NodeId};
use crate::schema::Pointer;

/// Why a text was not put into a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// No control has that name.
    Unknown,
    /// The control takes other values.
    WrongForm,
    /// The control is for a secret, which comes from nowhere but its owner's hands.
    Secret,
}

impl Form {
    /// What somebody put into the controls, by their names and in the document's order, with the branches that were
    /// chosen for it. Secrets are not among them.
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        self.write_texts(NodeId::ROOT, &mut texts);
        texts
    }

    fn write_texts(&self, id: NodeId, texts: &mut Vec<(String, String)>) {
        let node = self.node(id);
        if node.hidden || node.read_only || !node.has_content() {
            return;
        }
        for (position, selector) in node.selectors.iter().enumerate() {
            if let Some(branch) = selector.chosen {
                texts.push((self.selector_name(id, position), branch.to_string()));
            }
        }
        if matches!(node.kind, Kind::Leaf(_)) {
            match &node.input {
                Input::Text(text) if !text.is_empty() => texts.push((self.name(id), text.clone())),
                Input::Flag(Some(flag)) => texts.push((self.name(id), flag.to_string())),
                _ => {}
            }
        }
        for child in &node.children {
            self.write_texts(*child, texts);
        }
    }

    /// Puts texts into the controls of those names. What is not named stays as it is. Says by its position in `texts`
    /// what was not put in, and why.
    pub fn put_texts(&mut self, texts: &[(String, String)]) -> Vec<(usize, NoPlace)> {
        let mut open: Vec<(usize, NoPlace)> = (0..texts.len())
            .map(|position| (position, NoPlace::Unknown))
            .collect();
        // A value may bring fields to light that others are for. Free names are for what no field came up for.
        for may_add in [false, true] {
            loop {
                let before = open.len();
                open.retain_mut(|(position, why)| {
                    let Some((name, text)) = texts.get(*position) else {
                        return false;
                    };
                    let outcome = self.put_text_at(name, text, may_add);
                    outcome.inspect_err(|reason| *why = *reason).is_err()
                });
                if open.is_empty() || open.len() == before {
                    break;
                }
            }
        }
        open
    }

    fn put_text_at(&mut self, name: &str, text: &str, may_add: bool) -> Result<(), NoPlace> {
        if let Some((place, number)) = name.rsplit_once("#variant") {
            return self.choose_by_text(place, number, text);
        }
        let pointer: Pointer = name.parse().map_err(|_| NoPlace::Unknown)?;
        let id = self.reach(&pointer, may_add).ok_or(NoPlace::Unknown)?;
        let node = self.node(id);
        let is_asked = !node.hidden && !node.read_only;
        let is_telling = node.is_entry && tells_secret(&node.token.to_ascii_lowercase());
        let Kind::Leaf(control) = &node.kind else {
            return Err(NoPlace::WrongForm);
        };
        let input = match control {
            _ if !is_asked => return Err(NoPlace::Unknown),
            Control::Secret | Control::Key { .. } => return Err(NoPlace::Secret),
            _ if is_telling => return Err(NoPlace::Secret),
            Control::Fixed(value) if text_of(value) == text => return Ok(()),
            Control::Fixed(_) => return Err(NoPlace::WrongForm),
            Control::Flag => match text {
                "true" => Input::Flag(Some(true)),
                "false" => Input::Flag(Some(false)),
                _ => return Err(NoPlace::WrongForm),
            },
            Control::Choice { choices, .. } if !choices.iter().any(|it| it.key() == text) => {
                return Err(NoPlace::WrongForm);
            }
            _ => Input::Text(text.to_owned()),
        };
        self.set(id, input);
        Ok(())
    }

    fn choose_by_text(&mut self, place: &str, number: &str, text: &str) -> Result<(), NoPlace> {
        let pointer: Pointer = place.parse().map_err(|_| NoPlace::Unknown)?;
        let id = self.reach(&pointer, false).ok_or(NoPlace::Unknown)?;
        let position = match number {
            "" => 0,
            number => number
                .parse::<usize>()
                .ok()
                .and_then(|number| number.checked_sub(1))
                .ok_or(NoPlace::Unknown)?,
        };
        let selectors = self.selectors(id);
        let selector = selectors.get(position).ok_or(NoPlace::Unknown)?;
        let branch: usize = text.parse().map_err(|_| NoPlace::WrongForm)?;
        if branch >= selector.branches.len() {
            return Err(NoPlace::WrongForm);
        }
        self.choose(id, position, Some(branch));
        Ok(())
    }

    /// The node at a place, with the elements, groups and free members on the way made where that is allowed.
    fn reach(&mut self, pointer: &Pointer, may_add: bool) -> Option<NodeId> {
        loop {
            let (id, is_exact) = self.nearest(pointer)?;
            if is_exact {
                return Some(id);
            }
            let token = pointer.tokens().nth(self.pointer(id).tokens().count())?;
            let made = match self.kind(id) {
                Kind::Group(group) if !group.is_open => {
                    self.open(id);
                    matches!(self.kind(id), Kind::Group(group) if group.is_open)
                }
                Kind::Group(_) if may_add => self.add_entry(id, token).0.is_some(),
                Kind::List(list) if token.parse() == Ok(list.items.len()) => {
                    self.add(id).0.is_some()
                }
                _ => false,
            };
            if !made {
                return None;
            }
        }
    }

    /// Takes out of a value what its owner alone may hand on, and what the service alone fills in: what remains can
    /// be loaded into a form for another object.
    pub fn without_own(&mut self, value: &Value) -> Value {
        self.load(value);
        let mut kept = value.clone();
        let depth = self.pointer(NodeId::ROOT).tokens().count();
        self.walk(NodeId::ROOT, &mut |form, id| {
            let node = form.node(id);
            let is_secret = matches!(
                &node.kind,
                Kind::Leaf(Control::Secret | Control::Key { .. })
            ) || node.is_entry && tells_secret(&node.token.to_ascii_lowercase());
            let pointer = form.pointer(id);
            if !is_secret && !node.read_only {
                return;
            }
            let above: Vec<&str> = pointer.tokens().skip(depth).collect();
            let Some((last, above)) = above.split_last() else {
                return;
            };
            let mut place = Some(&mut kept);
            for token in above {
                place = place.and_then(|value| match value {
                    Value::Array(items) => items.get_mut(token.parse::<usize>().ok()?),
                    other => other.get_mut(*token),
                });
            }
            match place {
                Some(Value::Object(members)) => {
                    members.shift_remove(*last);
                }
                // The others keep their places.
                Some(Value::Array(items)) => {
                    if let Some(item) = last.parse().ok().and_then(|it: usize| items.get_mut(it)) {
                        *item = Value::String(String::new());
                    }
                }
                _ => {}
            }
        });
        kept
    }
}
