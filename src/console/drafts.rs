//! What was typed into forms that were left: kept in memory while the page lives, and without its secrets in the
//! tab's own store across a reload.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde_json::{Map, Value};

use super::browser;
use crate::form::Input;

/// What is typed into a form, by the names of its controls.
pub(super) type Draft = BTreeMap<String, Input>;

/// Under which name the tab keeps a form.
fn key(form: &str) -> String {
    format!("flow-console/draft/1/{form}")
}

/// All drafts. Copies share them.
#[derive(Clone, Copy)]
pub(super) struct Drafts {
    /// Secrets included, hence never stored as they are.
    kept: StoredValue<BTreeMap<String, Draft>>,
}

impl Drafts {
    pub fn new() -> Self {
        Self {
            kept: StoredValue::new(BTreeMap::new()),
        }
    }

    /// What was typed into a form before it was left; empty when nothing was.
    pub fn recall(self, form: &str) -> Draft {
        self.kept
            .with_value(|kept| kept.get(form).cloned())
            .or_else(|| browser::recall_for_tab(&key(form)).map(|text| read(&text)))
            .unwrap_or_default()
    }

    /// Forgets a form, once it has become something.
    pub fn forget(self, form: &str) {
        let _ = self.kept.try_update_value(|kept| kept.remove(form));
        browser::forget_for_tab(&key(form));
    }

    /// Keeps a form when its page is left, be it for another screen, by a reload or by a closed tab.
    /// `typed` gives what there is to keep; `None` when there is nothing any more.
    pub fn keep_on_leave(
        self,
        form: String,
        typed: impl Fn() -> Option<Draft> + Send + Sync + 'static,
    ) {
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
                let _ = self
                    .kept
                    .try_update_value(|kept| kept.insert(form.clone(), draft));
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
            Input::Text(text) => Some((name.clone(), Value::String(text.clone()))),
            Input::Flag(flag) => Some((name.clone(), Value::Bool((*flag)?))),
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
