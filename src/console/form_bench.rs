//! A form alone on a page, for `cargo xtask bench`. Left out of the console itself by the feature `bench`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::HtmlElement;

use super::backend::Backend;
use super::environment::Settings;
use super::schema_form::{FormState, Naming, form_view};
use super::state::Console;
use super::view;
use crate::form::Form;
use crate::schema::Pointer;
use crate::secret::Secrets;

/// Mounts forms.
pub struct FormBench {
    backend: Backend,
    shown: RefCell<Option<Shown>>,
}

struct Shown {
    /// Takes the form away when it is dropped.
    _page: Box<dyn std::any::Any>,
    state: FormState,
}

impl FormBench {
    /// What a form needs around it, made once.
    pub async fn open() -> Self {
        Self {
            backend: Backend::default(),
            shown: RefCell::default(),
        }
    }

    /// Draws the form of a schema at the end of an element. Texts that are no JSON count as `null`.
    pub fn mount(&self, schema: &str, value: &str, parent: HtmlElement) {
        let schema = serde_json::from_str(schema).unwrap_or_default();
        let value: serde_json::Value = serde_json::from_str(value).unwrap_or_default();
        let backend = self.backend.clone();
        let made = Rc::new(Cell::new(None));
        let noted = made.clone();
        let page = view::mount_within(parent, move || {
            let console = Console::new(backend, &Settings::default());
            let mut form = Form::new(&schema, &Pointer::root());
            if !value.is_null() {
                form.load(&value);
            }
            let state = FormState::new(console, Rc::new(RefCell::new(form)), Naming::Pointer);
            noted.set(Some(state));
            form_view(console, state)
        });
        if let Some(state) = made.take() {
            self.shown.replace(Some(Shown { _page: page, state }));
        }
    }

    /// Takes the form away.
    pub fn unmount(&self) {
        self.shown.take();
    }

    /// The value at present as JSON.
    pub fn value(&self) -> String {
        let shown = self.shown.borrow();
        shown.as_ref().map_or_else(String::new, |shown| {
            shown
                .state
                .look(|form| form.to_json_text(Secrets::Placeholders).text)
        })
    }
}
