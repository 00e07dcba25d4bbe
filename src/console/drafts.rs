//! What was typed into forms that were left: kept in memory while the page lives, and without its secrets in the
//! tab's own store across a reload.

use crate::console::reactive::*;
use serde_json::{Map, Value};

use super::browser;
use crate::form::Input;

/// What is typed into a form, by the names of its controls.
///
/// A list and not a map: a form has few fields, and a map's code would weigh more than it saves.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft(Vec<(String, Input)>);

impl Draft {
    /// What was typed into a control.
    pub fn get(&self, name: &str) -> Option<&Input> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, input)| input)
    }

    /// Puts an input in the place of what was typed before.
    pub fn put(&mut self, name: &str, input: Input) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), input));
    }

    /// All of it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Input)> {
        self.0.iter().map(|(name, input)| (name.as_str(), input))
    }
}

impl Extend<(String, Input)> for Draft {
    fn extend<T: IntoIterator<Item = (String, Input)>>(&mut self, inputs: T) {
        self.0.extend(inputs);
    }
}

impl FromIterator<(String, Input)> for Draft {
    fn from_iter<T: IntoIterator<Item = (String, Input)>>(inputs: T) -> Self {
        Self(inputs.into_iter().collect())
    }
}

/// Under which name the tab keeps a form.
fn key(form: &str) -> String {
    format!("flow-console/draft/1/{form}")
}

/// All drafts. Copies share them.
#[derive(Clone, Copy)]
pub(super) struct Drafts {
    /// Secrets included, hence never stored as they are.
    kept: StoredValue<Vec<(String, Draft)>>,
}

impl Drafts {
    pub fn new() -> Self {
        Self {
            kept: StoredValue::new(Vec::new()),
        }
    }

    /// What was typed into a form before it was left; empty when nothing was.
    pub fn recall(self, form: &str) -> Draft {
        self.kept
            .with_value(|kept| {
                kept.iter()
                    .find(|(known, _)| known == form)
                    .map(|(_, draft)| draft.clone())
            })
            .or_else(|| browser::recall_for_tab(&key(form)).map(|text| read(&text)))
            .unwrap_or_default()
    }

    /// Forgets a form, once it has become something.
    pub fn forget(self, form: &str) {
        let _ = self
            .kept
            .try_update_value(|kept| kept.retain(|(known, _)| known != form));
        browser::forget_for_tab(&key(form));
    }

    /// Keeps a form when its page is left, be it for another screen, by a reload or by a closed tab.
    /// `typed` gives what there is to keep; `None` when there is nothing any more.
    pub fn keep_on_leave(self, form: String, typed: impl Fn() -> Option<Draft> + 'static) {
        let typed = StoredValue::new(typed);
        let take = move || typed.try_with_value(|typed| typed()).flatten();
        let name = form.clone();
        let listener = window_event_listener_untyped("pagehide", move |_| {
            if let Some(draft) = take() {
                browser::keep_for_tab(&key(&name), &write(&draft));
            }
        });
        on_cleanup(move || {
            listener.remove();
            if let Some(draft) = take() {
                let _ = self.kept.try_update_value(|kept| {
                    kept.retain(|(known, _)| *known != form);
                    kept.push((form.clone(), draft));
                });
            }
        });
    }
}

/// Without the secrets.
fn write(draft: &Draft) -> String {
    let members: Map<String, Value> = draft
        .iter()
        .filter(|(_, input)| !input.is_empty())
        .filter_map(|(name, input)| match input {
            Input::Text(text) => Some((name.to_owned(), Value::String(text.clone()))),
            Input::Flag(flag) => Some((name.to_owned(), Value::Bool((*flag)?))),
            Input::Secret(_) => None,
        })
        .collect();
    Value::Object(members).to_string()
}

fn read(text: &str) -> Draft {
    let Ok(Value::Object(members)) = serde_json::from_str(text) else {
        return Draft::default();
    };
    members
        .into_iter()
        .filter_map(|(name, value)| match value {
            Value::String(text) => Some((name, Input::Text(text))),
            Value::Bool(flag) => Some((name, Input::Flag(Some(flag)))),
            _ => None,
        })
        .collect()
}
