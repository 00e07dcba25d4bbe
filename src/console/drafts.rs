//! What was typed into forms that were left: kept in memory while the page lives, and without its secrets in the
//! tab's own store across a reload.

use std::cell::RefCell;
use std::rc::Rc;

use crate::console::reactive::*;
use serde_json::{Map, Value};

use super::browser;
use super::schema_form::SharedForm;
use crate::form::{Form, Input};

/// Under which name the tab keeps a form.
fn key(name: &str) -> String {
    format!("flow-console/draft/2/{name}")
}

/// A form that was begun. A trait, so that what a form can do stays out of what the first screen fetches.
trait Draft {
    /// As the tab keeps it; `None` while somebody changes it.
    fn write(&self) -> Option<String>;

    fn form(self: Rc<Self>) -> SharedForm;
}

impl Draft for RefCell<Form> {
    fn write(&self) -> Option<String> {
        self.try_borrow().ok().map(|form| write(&form))
    }

    fn form(self: Rc<Self>) -> SharedForm {
        self
    }
}

/// All drafts. Copies share them.
#[derive(Clone, Copy)]
pub(super) struct Drafts {
    /// Secrets included, hence never stored as they are.
    forms: StoredValue<Vec<(String, Rc<dyn Draft>)>>,
    /// Single words beside the forms, such as which way to sign in was chosen.
    words: StoredValue<Vec<(String, String)>>,
}

impl Drafts {
    pub fn new() -> Self {
        let drafts = Self {
            forms: StoredValue::new(Vec::new()),
            words: StoredValue::new(Vec::new()),
        };
        browser::listen("pagehide", move || drafts.store());
        drafts
    }

    /// The form of a name as it was left, or a new one. It stays what it is until it is forgotten.
    pub fn form(self, name: &str, make: impl FnOnce() -> Form) -> SharedForm {
        let known = self.forms.with_value(|forms| {
            let mut forms = forms.iter();
            forms
                .find(|(known, _)| known == name)
                .map(|(_, form)| form.clone().form())
        });
        known.unwrap_or_else(|| {
            let mut form = make();
            if let Some(text) = browser::recall_for_tab(&key(name)) {
                read(&mut form, &text);
            }
            let form = Rc::new(RefCell::new(form));
            let _ = self
                .forms
                .try_update_value(|forms| forms.push((name.to_owned(), form.clone())));
            form
        })
    }

    /// A word that was kept.
    pub fn word(self, name: &str) -> Option<String> {
        let known = self.words.with_value(|words| {
            let mut words = words.iter();
            words
                .find(|(known, _)| known == name)
                .map(|(_, word)| word.clone())
        });
        known.or_else(|| browser::recall_for_tab(&key(name)))
    }

    /// Keeps a word.
    pub fn keep_word(self, name: &str, word: &str) {
        let _ = self.words.try_update_value(|words| {
            words.retain(|(known, _)| known != name);
            words.push((name.to_owned(), word.to_owned()));
        });
    }

    /// Forgets all whose name begins so, once they have become something.
    pub fn forget(self, prefix: &str) {
        let stays = |name: &str| {
            let stays = !name.starts_with(prefix);
            if !stays {
                browser::forget_for_tab(&key(name));
            }
            stays
        };
        let _ = self
            .forms
            .try_update_value(|forms| forms.retain(|(name, _)| stays(name)));
        let _ = self
            .words
            .try_update_value(|words| words.retain(|(name, _)| stays(name)));
    }

    /// The page goes away, be it by a reload or with its tab.
    fn store(self) {
        let _ = self.forms.try_with_value(|forms| {
            for (name, form) in forms {
                if let Some(text) = form.write() {
                    browser::keep_for_tab(&key(name), &text);
                }
            }
        });
        let _ = self.words.try_with_value(|words| {
            for (name, word) in words {
                browser::keep_for_tab(&key(name), word);
            }
        });
    }
}

/// The value without its secrets, what was typed where that is no value yet, and which secrets are to be taken away.
fn write(form: &Form) -> String {
    let typed: Map<String, Value> = form
        .unread()
        .into_iter()
        .map(|(place, text)| (place.to_string(), Value::String(text)))
        .collect();
    let cleared = form.cleared().into_iter();
    let cleared = cleared.map(|place| Value::String(place.to_string()));
    let value = form.document().without_secrets();
    let mut kept = Map::new();
    kept.insert("value".to_owned(), value);
    kept.insert("typed".to_owned(), Value::Object(typed));
    kept.insert("cleared".to_owned(), Value::Array(cleared.collect()));
    Value::Object(kept).to_string()
}

fn read(form: &mut Form, text: &str) {
    let Ok(kept) = serde_json::from_str::<Value>(text) else {
        return;
    };
    if let Some(value) = kept.get("value") {
        form.load(value);
    }
    let typed = kept.get("typed").and_then(Value::as_object);
    for (pointer, text) in typed.into_iter().flatten() {
        let id = pointer.parse().ok().and_then(|pointer| form.find(&pointer));
        if let (Some(id), Some(text)) = (id, text.as_str()) {
            form.set(id, Input::Text(text.to_owned()));
        }
    }
    let cleared = kept.get("cleared").and_then(Value::as_array);
    for place in cleared.into_iter().flatten() {
        let place = place.as_str().and_then(|place| place.parse().ok());
        if let Some(id) = place.and_then(|place| form.find(&place)) {
            form.clear_secret(id);
        }
    }
}
