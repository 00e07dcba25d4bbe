//! What is typed into a form, one signal a field: a keystroke touches its own field and those who ask for the whole.

use std::sync::Arc;

use crate::console::browser;
use crate::console::drafts::Draft;
use crate::console::reactive::*;
use crate::form::{Field, FieldProblem, Gathered, Input, check, gather};

/// One field and what is in it.
#[derive(Clone)]
pub(in crate::console) struct FieldState {
    pub field: Arc<Field>,
    /// The `name` of the control, which is where its value goes.
    pub name: String,
    pub input: RwSignal<Input>,
    /// True once the field was left or the form was submitted: before, nobody is told off.
    pub visited: RwSignal<bool>,
}

impl FieldState {
    /// The `id` of the control.
    pub fn id(&self) -> String {
        format!("field-{}", self.name)
    }

    /// What is wrong with it, whether or not it is time to say so; tracked.
    pub fn problem(&self) -> Option<FieldProblem> {
        check(&self.field, &self.input.read())
    }

    /// What to say at the field now; tracked.
    pub fn shown_problem(&self) -> Option<FieldProblem> {
        if self.visited.get() {
            self.problem()
        } else {
            None
        }
    }
}

/// How controls are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::console) enum Naming {
    /// By the JSON pointer in the request's body: forms whose fields make that body.
    Pointer,
    /// By the parameter's own name: forms of the console itself.
    Parameter,
}

/// A form's fields in their order. Copies share the same inputs.
#[derive(Clone)]
pub(in crate::console) struct FormState {
    pub fields: Arc<[FieldState]>,
}

impl FormState {
    /// Empty, or as it was left.
    pub fn new(fields: Vec<Field>, naming: Naming, draft: &Draft) -> Self {
        let fields = fields
            .into_iter()
            .map(|field| {
                let name = match naming {
                    Naming::Pointer => field.pointer.to_string(),
                    Naming::Parameter => field.name.clone(),
                };
                let known = draft.get(&name).cloned();
                FieldState {
                    name,
                    input: RwSignal::new(known.unwrap_or_else(|| Input::initial(&field))),
                    visited: RwSignal::new(false),
                    field: Arc::new(field),
                }
            })
            .collect();
        Self { fields }
    }

    /// The JSON as it stands, and what keeps it from being sent; tracked.
    pub fn gather(&self) -> Gathered {
        let inputs: Vec<Input> = self.fields.iter().map(|state| state.input.get()).collect();
        gather(
            self.fields
                .iter()
                .map(|state| state.field.as_ref())
                .zip(&inputs),
        )
    }

    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&FieldState> {
        self.fields.iter().find(|state| state.name == name)
    }

    /// The text in a field, secrets not; tracked. Empty when there is no such field.
    pub fn text(&self, name: &str) -> String {
        match self.field(name).map(|state| state.input.get()) {
            Some(Input::Text(text)) => text,
            _ => String::new(),
        }
    }

    /// Puts text into a field.
    pub fn set_text(&self, name: &str, text: String) {
        if let Some(state) = self.field(name) {
            state.input.set(Input::Text(text));
        }
    }

    /// From now on every problem is said.
    pub fn visit_all(&self) {
        for state in self.fields.iter() {
            state.visited.set(true);
        }
    }

    /// Puts the focus where the first problem is; false when there is none.
    pub fn focus_first_problem(&self) -> bool {
        self.fields
            .iter()
            .find(|state| check(&state.field, &state.input.read_untracked()).is_some())
            .is_some_and(|state| browser::focus(&state.id()))
    }

    /// What is typed, by name, to be kept while the page is away.
    pub fn inputs(&self) -> impl Iterator<Item = (String, Input)> {
        self.fields
            .iter()
            .filter_map(|state| Some((state.name.clone(), state.input.try_get_untracked()?)))
            .collect::<Vec<_>>()
            .into_iter()
    }
}
