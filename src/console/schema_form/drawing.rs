//! What was drawn of a form, and what of it is drawn again when the form changes.

use std::rc::Rc;

use crate::console::reactive::*;

use super::field_view::FieldNodes;
use super::moulds::Likeness;
use super::state::{FormState, Inner};
use crate::console::view::{Element, div};
use crate::form::{Changes, Control, FieldProblem, Form, Input, Kind, NodeId};

/// What is known of a node that was drawn.
#[derive(Clone, Default)]
pub(super) struct Drawn {
    /// Somebody was there: before, nobody is told off.
    pub visited: bool,
    /// Counts up when the node has to be drawn anew as a whole.
    generation: u32,
    /// As what it was drawn.
    shape: Option<Shape>,
    /// Counts up when the part of a group or list that grows and shrinks does.
    version: Option<RwSignal<u32>>,
    pub field: Option<Rc<FieldNodes>>,
}

/// What a drawn node is tied to: if it changes, the node is drawn anew.
#[derive(Clone, PartialEq)]
struct Shape {
    control: Option<Control>,
    selectors: Vec<usize>,
    required: bool,
}

impl FormState {
    pub(super) fn apply(self, inner: &Inner, changes: &Changes) {
        for id in &changes.problems {
            self.say(*id);
        }
        for shape in &changes.shapes {
            for id in inner.nodes_below(*shape) {
                if let Some(version) = inner.version(id) {
                    version.update(|count| *count += 1);
                }
            }
        }
        if changes.document {
            self.document.update(|count| *count += 1);
        }
    }

    /// A new field, with all that it has in common with others that are alike.
    pub fn copy_mould(self, likeness: Likeness, control: &Control) -> Element {
        let copy = self.inner().and_then(|inner| {
            let words = inner.console.words_untracked();
            let mut moulds = inner.moulds.try_borrow_mut().ok()?;
            Some(moulds.copy(likeness, control, words))
        });
        copy.unwrap_or_else(div)
    }

    /// Begins to draw all anew, perhaps in another language.
    pub fn forget_moulds(self) {
        if let Some(inner) = self.inner() {
            inner.moulds.take();
        }
    }

    /// Notes what shows a field or group.
    pub fn draw(self, id: NodeId, field: FieldNodes) {
        let Some(inner) = self.inner() else { return };
        let mut may_say = inner.says_all.get();
        inner.note(id, |drawn| {
            may_say |= drawn.visited;
            drawn.field = Some(Rc::new(field));
        });
        // A new field says nothing by itself, and most have nothing to say.
        if may_say || self.is_refused(id) {
            self.say(id);
        }
    }

    fn is_refused(self, id: NodeId) -> bool {
        let problem = self.look(|form| form.problem(id));
        matches!(problem, Some(FieldProblem::Refused(_)))
    }

    /// Somebody types, ticks or chooses.
    pub fn type_in(self, id: NodeId, input: Input) {
        let Some(inner) = self.inner() else { return };
        let field = inner.field(id);
        if let Some(field) = &field {
            field.tell(&input, inner.console.words_untracked());
        }
        self.change(|form| form.set(id, input));
        if let Some(follow) = field.as_ref().and_then(|field| field.follow.as_ref()) {
            follow();
        }
    }

    /// Follows the shape of a group or list.
    pub fn track_shape(self, id: NodeId) {
        let Some(inner) = self.inner() else { return };
        let version = inner.version(id).unwrap_or_else(|| {
            let version = inner.owner.with(|| RwSignal::new(0));
            inner.note(id, |drawn| drawn.version = Some(version));
            version
        });
        version.track();
    }

    /// A key under which the drawn node stays the same for as long as it can.
    pub fn key(self, id: NodeId) -> String {
        let Some(inner) = self.inner() else {
            return String::new();
        };
        let shape = Some(self.look(|form| shape(form, id)).unwrap_or(NO_SHAPE));
        let mut generation = 0;
        inner.note(id, |drawn| {
            if drawn.shape != shape {
                drawn.generation += 1;
                drawn.shape = shape;
            }
            generation = drawn.generation;
        });
        format!("{}.{generation}", id.number())
    }
}

const NO_SHAPE: Shape = Shape {
    control: None,
    selectors: Vec::new(),
    required: false,
};

fn shape(form: &Form, id: NodeId) -> Option<Shape> {
    let selectors = form.selectors(id).iter();
    let selectors: Vec<usize> = selectors.map(|selector| selector.branches.len()).collect();
    let control = match form.kind(id) {
        Kind::Leaf(control) if selectors.is_empty() => Some(control.clone()),
        _ => None,
    };
    Some(Shape {
        control,
        selectors,
        required: form.is_required(id),
    })
}

impl Inner {
    pub fn field(&self, id: NodeId) -> Option<Rc<FieldNodes>> {
        self.drawn.borrow().get(id.number())?.field.clone()
    }

    pub fn is_visited(&self, id: NodeId) -> bool {
        let drawn = self.drawn.borrow();
        drawn.get(id.number()).is_some_and(|drawn| drawn.visited)
    }

    fn version(&self, id: NodeId) -> Option<RwSignal<u32>> {
        self.drawn.borrow().get(id.number())?.version
    }

    pub fn note(&self, id: NodeId, note: impl FnOnce(&mut Drawn)) {
        let Ok(mut drawn) = self.drawn.try_borrow_mut() else {
            return;
        };
        if drawn.len() <= id.number() {
            drawn.resize(id.number() + 1, Drawn::default());
        }
        if let Some(drawn) = drawn.get_mut(id.number()) {
            note(drawn);
        }
    }

    /// The node and all that are below it and drawn.
    fn nodes_below(&self, top: NodeId) -> Vec<NodeId> {
        let form = self.form.borrow();
        let mut found = vec![top];
        let mut position = 0;
        while let Some(id) = found.get(position) {
            found.extend(form.children(*id));
            position += 1;
        }
        found
    }
}
