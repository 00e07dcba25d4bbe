//! What a form is made of: nodes, each for one value of the document.

use serde_json::Value;

use super::branches::Selector;
use super::conditions::{Condition, OwnRule};
use super::control::Control;
use super::input::{FieldProblem, Input};
use crate::schema::{Pointer, Schema};
use crate::secret::Secret;

/// The number of a node in its [`Form`](super::Form). It never changes and is never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(pub(super) u32);

impl NodeId {
    /// The node of the whole value.
    pub const ROOT: Self = Self(0);

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a node is, and so how it is drawn. Selectors stand beside it, not in it: an object may have members of its
/// own, and more than one `oneOf` over them.
#[derive(Debug)]
pub enum Kind {
    /// An object.
    Group(Group),
    /// An array.
    List(List),
    /// One value with one control.
    Leaf(Control),
    /// Nothing yet: one of its selectors has to be used first.
    Unchosen,
}

/// An object's members.
#[derive(Debug, Default)]
pub struct Group {
    /// What is shown at once: the required members first, then the others in the schema's order.
    pub main: Vec<NodeId>,
    /// What is folded away, because there are many.
    pub more: Vec<NodeId>,
    /// Members whose names are free, and those that the schema does not know.
    pub entries: Vec<NodeId>,
    /// Whether members with free names may be added.
    pub can_add: bool,
    /// False while the members are not made yet: see [`Form::open`](super::Form::open). It keeps schemas that
    /// contain themselves finite.
    pub is_open: bool,
}

/// An array's elements.
#[derive(Debug, Default)]
pub struct List {
    /// In their order.
    pub items: Vec<NodeId>,
    /// Whether one more is allowed.
    pub can_add: bool,
    /// Whether one less is allowed.
    pub can_remove: bool,
}

/// What becomes of a secret that the service already has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretState {
    /// There is none yet, or the node is no secret: what is typed is sent.
    New,
    /// It stays as it is, and is not sent.
    Kept,
    /// Another one is sent.
    Replaced,
    /// It is to be taken away: it is not sent, and the old one is to be removed.
    Cleared,
}

/// What a node tells the one above.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// How many problems count in it.
    pub problems: u32,
    /// Somebody has put something into it.
    pub has_content: bool,
}

/// One value of the document, and everything below it.
pub(super) struct Node {
    pub parent: Option<NodeId>,
    /// The name of the member or the position of the element.
    pub token: String,
    /// The places of the schema document that apply to the value.
    pub roots: Vec<Pointer>,
    /// The same, ready to judge.
    pub judges: Vec<Schema>,
    /// The places whose keywords shape the node: the roots without references, what `allOf` adds, the chosen
    /// branches, and what conditions add at present.
    pub layers: Vec<Pointer>,
    /// What tells the names that `patternProperties` are about, by its place.
    pub patterns: Vec<(Pointer, Schema)>,
    pub kind: Kind,
    pub selectors: Vec<Selector>,
    pub conditions: Vec<Condition>,
    pub rules: Vec<OwnRule>,
    pub required: bool,
    pub nullable: bool,
    /// Not drawn: the schema hides it.
    pub hidden: bool,
    pub read_only: bool,
    /// A member with a free name.
    pub is_entry: bool,
    /// Edited as JSON, because what was loaded is not of the kind that the schema asks for.
    pub is_raw: bool,
    /// Edited as a secret, because what was loaded was one.
    pub is_secret: bool,
    /// In the document's order; those that are hidden and free are among them.
    pub children: Vec<NodeId>,
    /// All that were ever made and may come back.
    pub known: Vec<NodeId>,
    /// Which branch was chosen where; outlives the selector.
    pub choices: Vec<(Pointer, Option<usize>)>,
    /// Somebody chose a branch, so that the value is wanted even if empty.
    pub is_chosen: bool,
    /// Sent even if empty, because it was loaded so; a secret that was there in the loaded value.
    pub keeps_empty: bool,
    /// Members that the chosen branch does without are shown all the same, because they came with a value.
    pub shows_others: bool,
    pub opened: bool,
    /// Among the children of the node above; false while it waits to come back.
    pub is_there: bool,
    pub input: Input,
    /// What was loaded, to the letter, as long as nobody touches it.
    pub exact: Option<Value>,
    /// A fixed value that the loaded document does without.
    pub is_omitted: bool,
    /// What is in it is not merely the default.
    pub is_touched: bool,
    pub secret: SecretState,
    pub own: Option<FieldProblem>,
    pub refusal: Option<String>,
    /// Sums over the children.
    pub below: u32,
    pub contents: u32,
    pub told: Told,
}

impl Node {
    pub(super) fn new(parent: Option<NodeId>, token: &str, roots: Vec<Pointer>) -> Self {
        Self {
            parent,
            token: token.to_owned(),
            roots,
            judges: Vec::new(),
            layers: Vec::new(),
            patterns: Vec::new(),
            kind: Kind::Unchosen,
            selectors: Vec::new(),
            conditions: Vec::new(),
            rules: Vec::new(),
            required: false,
            nullable: false,
            hidden: false,
            read_only: false,
            is_entry: false,
            is_raw: false,
            is_secret: false,
            children: Vec::new(),
            known: Vec::new(),
            choices: Vec::new(),
            is_chosen: false,
            keeps_empty: false,
            shows_others: false,
            opened: false,
            is_there: true,
            input: Input::Text(String::new()),
            exact: None,
            is_omitted: false,
            is_touched: false,
            secret: SecretState::New,
            own: None,
            refusal: None,
            below: 0,
            contents: 0,
            told: Told::default(),
        }
    }

    /// Whether the value is sent if nothing is in it: whoever asks knows that the one above is sent.
    pub(super) fn is_live(&self) -> bool {
        self.required || self.has_content()
    }

    pub(super) fn has_content(&self) -> bool {
        // What somebody added is wanted, even if it is still empty.
        self.is_entry
            || match &self.kind {
                Kind::Leaf(Control::Fixed(_)) => false,
                Kind::Leaf(_) if self.secret == SecretState::Kept => self.keeps_empty,
                Kind::Leaf(_) => self.exact.is_some() || self.is_touched && !self.is_blank(),
                _ => self.contents > 0 || self.keeps_empty || self.is_chosen,
            }
    }

    /// Blanks alone are no number and no JSON, and no name either; but they may be a password.
    pub(super) fn is_blank(&self) -> bool {
        match &self.input {
            Input::Text(text) => text.trim().is_empty(),
            input => input.is_empty(),
        }
    }

    /// An input with nothing in it, of the kind that the control takes.
    pub(super) fn blank(&self) -> Input {
        match &self.kind {
            Kind::Leaf(Control::Secret | Control::Key { .. }) => Input::Secret(Secret::default()),
            Kind::Leaf(Control::Flag) => Input::Flag(None),
            _ => Input::Text(String::new()),
        }
    }
}
