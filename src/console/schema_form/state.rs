//! A form on screen: the state machine of `form`, and what shows it.
//!
//! A keystroke is one call of the state machine, which says what has to be drawn again. Fields are drawn once and
//! then changed in place; only parts that grow, shrink or take another shape are effects.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use crate::console::reactive::*;

use super::drawing::Drawn;
use super::moulds::Moulds;
use super::specification::Specification;
use crate::console::state::Console;
use crate::form::connection_string::{self, Template};
use crate::form::{Changes, Form, Input, NodeId, SecretState};
use crate::schema::Pointer;
use crate::secret::Document;

/// How controls are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::console) enum Naming {
    /// By the JSON pointer in the request's body: forms whose fields make that body.
    Pointer,
    /// By the parameter's own name: forms of the console itself.
    Parameter,
}

/// A form that several screens may show one after the other.
pub(in crate::console) type SharedForm = Rc<RefCell<Form>>;

/// A form and what shows it. Copies are the same.
#[derive(Clone, Copy)]
pub(in crate::console) struct FormState {
    inner: StoredValue<Rc<Inner>>,
    /// Counts up whenever the document may have changed.
    pub(super) document: RwSignal<u32>,
    /// Counts up whenever another document was put in.
    whole: RwSignal<u32>,
}

pub(super) struct Inner {
    pub console: Console,
    naming: Naming,
    pub form: SharedForm,
    /// What it belongs to, if it does, and for which of its parameters there is an assistant.
    specification: OnceCell<(Rc<Specification>, Vec<String>)>,
    pub owner: Owner,
    /// True once someone tried to send the form: from then on every problem is said.
    pub says_all: Cell<bool>,
    first_secret: Cell<Option<NodeId>>,
    /// By number of node.
    pub drawn: RefCell<Vec<Drawn>>,
    pub moulds: RefCell<Moulds>,
}

impl FormState {
    /// Shows a form. Called where the page is built: it lasts as long as that.
    pub fn new(console: Console, form: SharedForm, naming: Naming) -> Self {
        let inner = Inner {
            console,
            naming,
            form,
            specification: OnceCell::new(),
            owner: Owner::current().unwrap_or_default(),
            says_all: Cell::new(false),
            first_secret: Cell::new(None),
            drawn: RefCell::default(),
            moulds: RefCell::default(),
        };
        Self {
            inner: StoredValue::new(Rc::new(inner)),
            document: RwSignal::new(0),
            whole: RwSignal::new(0),
        }
    }

    /// Shows an empty form of a schema.
    pub fn of(console: Console, schema: &serde_json::Value, at: &Pointer, naming: Naming) -> Self {
        let form = Rc::new(RefCell::new(Form::new(schema, at)));
        Self::new(console, form, naming)
    }

    /// Says what the form belongs to: its labels, help and assistants come from there.
    pub fn of_specification(self, specification: Specification) -> Self {
        if let Some(inner) = self.inner() {
            let assisted = connection_string::parameters(&specification.id);
            inner
                .specification
                .get_or_init(|| (Rc::new(specification), assisted));
        }
        self
    }

    /// What the form belongs to.
    pub fn specification(self) -> Option<Rc<Specification>> {
        let inner = self.inner()?;
        let (specification, _) = inner.specification.get()?;
        Some(specification.clone())
    }

    /// What the assistant for a parameter knows; most have none.
    pub fn template(self, parameter: &str) -> Option<Template> {
        let inner = self.inner()?;
        let (specification, assisted) = inner.specification.get()?;
        let is_assisted = assisted.iter().any(|known| known == parameter);
        is_assisted
            .then(|| connection_string::template(&specification.id, parameter))
            .flatten()
    }

    pub(super) fn inner(self) -> Option<Rc<Inner>> {
        self.inner.try_get_value()
    }

    /// Looks at the form; not tracked. The answer is the default when the page is gone.
    pub fn look<T: Default>(self, look: impl FnOnce(&Form) -> T) -> T {
        let Some(inner) = self.inner() else {
            return T::default();
        };
        inner
            .form
            .try_borrow()
            .map(|form| look(&form))
            .unwrap_or_default()
    }

    /// What becomes of a secret; not tracked.
    pub fn secret_state(self, id: NodeId) -> SecretState {
        self.look(|form| Some(form.secret_state(id)))
            .unwrap_or(SecretState::New)
    }

    /// Whether no secret was drawn before this one.
    pub fn is_first_secret(self, id: NodeId) -> bool {
        let Some(inner) = self.inner() else {
            return false;
        };
        let first = inner.first_secret.get().unwrap_or(id);
        inner.first_secret.set(Some(first));
        first == id
    }

    /// Follows every change of the document.
    pub fn track(self) {
        self.document.track();
    }

    /// Follows the replacement of the whole document.
    pub fn track_whole(self) {
        self.whole.track();
    }

    /// The JSON as it stands; tracked.
    pub fn document(self) -> Document {
        self.track();
        self.look(Form::document)
    }

    /// How many problems keep it from being sent; tracked.
    pub fn problem_count(self) -> usize {
        self.track();
        self.look(|form| form.problem_count(NodeId::ROOT))
    }

    /// The node whose control has a name.
    pub fn find(self, name: &str) -> Option<NodeId> {
        let slash = if name.starts_with('/') { "" } else { "/" };
        let pointer: Pointer = format!("{slash}{name}").parse().ok()?;
        self.look(|form| form.find(&pointer))
    }

    /// The text in a control, secrets not; tracked. Empty when there is no such control.
    pub fn text(self, name: &str) -> String {
        self.track();
        let id = self.find(name);
        self.look(|form| match id.map(|id| form.input(id)) {
            Some(Input::Text(text)) => text.clone(),
            _ => String::new(),
        })
    }

    /// What is in a control; not tracked.
    pub fn input(self, name: &str) -> Option<Input> {
        let id = self.find(name)?;
        self.look(|form| Some(form.input(id).clone()))
    }

    /// Puts something into a control and shows it there.
    pub fn put(self, name: &str, input: Input) {
        if let Some(id) = self.find(name) {
            self.put_in(id, input);
        }
    }

    /// The same with a node's control.
    pub fn put_in(self, id: NodeId, input: Input) {
        self.change(|form| form.set(id, input));
        self.show_again(id);
    }

    /// Shows in a node's control what is in the form.
    pub fn show_again(self, id: NodeId) {
        let Some(inner) = self.inner() else { return };
        if let Some(field) = inner.field(id) {
            let words = inner.console.words_untracked();
            self.look(|form| field.show(form.input(id), words));
        }
    }

    /// Puts text into a control and shows it there.
    pub fn put_text(self, name: &str, text: &str) {
        self.put(name, Input::Text(text.to_owned()));
    }

    /// Does something to the form and draws what has to be drawn again.
    pub fn change(self, act: impl FnOnce(&mut Form) -> Changes) {
        let Some(inner) = self.inner() else { return };
        let changes = inner.form.try_borrow_mut().map(|mut form| act(&mut form));
        if let Ok(changes) = changes {
            self.apply(&inner, &changes);
        }
    }

    /// Puts a whole document in and draws everything anew.
    pub fn replace(self, act: impl FnOnce(&mut Form)) {
        let Some(inner) = self.inner() else { return };
        if let Ok(mut form) = inner.form.try_borrow_mut() {
            act(&mut form);
        }
        inner.says_all.set(false);
        if let Ok(mut drawn) = inner.drawn.try_borrow_mut() {
            drawn.clear();
        }
        self.whole.update(|count| *count += 1);
        self.document.update(|count| *count += 1);
    }

    /// The `name` of the node's control.
    pub fn name(self, id: NodeId) -> String {
        let name = self.look(|form| form.name(id));
        match self.inner().map(|inner| inner.naming) {
            Some(Naming::Parameter) => name.trim_start_matches('/').to_owned(),
            _ => name,
        }
    }

    /// The `id` of the node's control.
    pub fn id(self, id: NodeId) -> String {
        id_of_name(&self.name(id))
    }
}

/// The `id` of the control of a name.
pub(super) fn id_of_name(name: &str) -> String {
    format!("field-{name}")
}
