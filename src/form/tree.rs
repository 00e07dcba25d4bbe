//! The form itself: its nodes, what they are called, and what the schema says about them.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

use super::branches::Selector;
use super::changes::KeptSecret;
use super::choice::text_of;
use super::control::Control;
use super::input::{FieldProblem, Input};
use super::node::{Kind, Node, NodeId, SecretState};
use crate::schema::{Pointer, Schema};
use crate::secret::Document;

/// A form for any JSON Schema, as a state machine without a screen.
///
/// It is a tree of nodes in an arena, one for each value that may be given at present. Everything that a person does
/// is one call, which answers with what has to be drawn again.
pub struct Form {
    pub(super) schema: Schema,
    at: Pointer,
    pub(super) nodes: Vec<Node>,
    /// Stands for nodes that there are none of.
    nothing: Node,
    /// What the service has is being loaded: texts where secrets belong are masks.
    pub(super) is_opening: bool,
    /// What changes are told by: the document without secrets that are kept, and these. Nothing for a new object.
    pub(super) loaded: Option<Document>,
    pub(super) kept: Vec<KeptSecret>,
    visits: AtomicUsize,
}

impl Form {
    /// An empty form. `at` is where its value stands in the body of the request, such as `/auth/params`.
    ///
    /// Never fails: whatever the schema says, something can be typed.
    pub fn new(schema: &Value, at: &Pointer) -> Self {
        let mut form = Self::unborn(schema, at);
        form.create(None, "", vec![Pointer::root()], true);
        form
    }

    /// A form for an object that the service already has. Its secrets are kept, whether or not the value shows any
    /// sign of them, until they are replaced or cleared; those of branches that it does not belong to are new. What
    /// the schema does not know of is left out: see [`Form::changes`].
    pub fn for_edit(schema: &Value, at: &Pointer, value: &Value) -> Self {
        let mut form = Self::unborn(schema, at);
        form.create(None, "", vec![Pointer::root()], true);
        form.is_opening = true;
        form.load(value);
        form.is_opening = false;
        form.note_loaded();
        form
    }

    fn unborn(schema: &Value, at: &Pointer) -> Self {
        Self {
            schema: Schema::parse(schema),
            at: at.clone(),
            nodes: Vec::new(),
            nothing: Node::new(None, "", Vec::new()),
            is_opening: false,
            loaded: None,
            kept: Vec::new(),
            visits: AtomicUsize::new(0),
        }
    }

    /// The schema that the form is made from.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// How many nodes were looked at since the form was made; what a change costs can be told from it.
    pub fn visits(&self) -> usize {
        self.visits.load(Ordering::Relaxed)
    }

    pub(super) fn visit(&self) {
        self.visits.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        self.nodes.get(id.index()).unwrap_or(&self.nothing)
    }

    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        match self.nodes.get_mut(id.index()) {
            Some(node) => node,
            None => &mut self.nothing,
        }
    }

    /// What the node is, and so how it is drawn.
    pub fn kind(&self, id: NodeId) -> &Kind {
        &self.node(id).kind
    }

    /// The control, if the node is a single value.
    pub fn control(&self, id: NodeId) -> Option<&Control> {
        match self.kind(id) {
            Kind::Leaf(control) => Some(control),
            _ => None,
        }
    }

    /// The choices between forms of this value, in the order in which they depend on each other.
    pub fn selectors(&self, id: NodeId) -> &[Selector] {
        &self.node(id).selectors
    }

    /// What is above the node.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).parent
    }

    /// What is directly below the node, in the document's order, hidden members included.
    pub fn children(&self, id: NodeId) -> &[NodeId] {
        &self.node(id).children
    }

    /// The name of the member, or the position of the element.
    pub fn token(&self, id: NodeId) -> &str {
        &self.node(id).token
    }

    /// Where the value goes in the body of the request.
    pub fn pointer(&self, id: NodeId) -> Pointer {
        let mut tokens = Vec::new();
        let mut next = id;
        while let Some(parent) = self.node(next).parent {
            tokens.push(self.token(next));
            next = parent;
        }
        let tokens = self.at.tokens().chain(tokens.into_iter().rev());
        Pointer::from(tokens.map(str::to_owned).collect::<Vec<_>>())
    }

    /// The `name` of the node's control: the pointer's text. A list's button to add is named so with `/-` behind it,
    /// an element's button to remove it with `#remove`, and the first selector with `#variant`.
    pub fn name(&self, id: NodeId) -> String {
        self.pointer(id).to_string()
    }

    /// The `name` of a selector, by its position among those of the node: `#variant`, then `#variant2` and so on.
    pub fn selector_name(&self, id: NodeId, position: usize) -> String {
        let mut name = self.name(id) + "#variant";
        if position > 0 {
            name += &(position + 1).to_string();
        }
        name
    }

    /// The node at a place in the body of the request, among those that are there at present.
    pub fn find(&self, pointer: &Pointer) -> Option<NodeId> {
        let (id, is_exact) = self.nearest(pointer)?;
        is_exact.then_some(id)
    }

    /// The node at a place, or the closest above it; false for the latter.
    pub(super) fn nearest(&self, pointer: &Pointer) -> Option<(NodeId, bool)> {
        let mut tokens = pointer.tokens();
        for token in self.at.tokens() {
            if tokens.next() != Some(token) {
                return None;
            }
        }
        let mut id = NodeId::ROOT;
        for token in tokens {
            match self.child(id, token) {
                Some(child) => id = child,
                None => return Some((id, false)),
            }
        }
        Some((id, true))
    }

    pub(super) fn child(&self, id: NodeId, token: &str) -> Option<NodeId> {
        let mut children = self.node(id).children.iter().copied();
        children.find(|child| self.token(*child) == token)
    }

    /// Whether the value must be given, once the one above it is.
    pub fn is_required(&self, id: NodeId) -> bool {
        self.node(id).required
    }

    /// Whether the value may be `null`.
    pub fn is_nullable(&self, id: NodeId) -> bool {
        self.node(id).nullable
    }

    /// Whether the service alone fills it in.
    pub fn is_read_only(&self, id: NodeId) -> bool {
        self.node(id).read_only
    }

    /// Whether it is an element of a list or a member with a free name, and can be removed.
    pub fn is_removable(&self, id: NodeId) -> bool {
        self.node(id).is_entry
    }

    /// What is in the control.
    pub fn input(&self, id: NodeId) -> &Input {
        &self.node(id).input
    }

    /// What becomes of the secret.
    pub fn secret_state(&self, id: NodeId) -> SecretState {
        self.node(id).secret
    }

    /// What is wrong at this node itself. Nothing is wrong with members that are missing in an object which is not
    /// sent. A refusal by the service is said when nothing else is.
    pub fn problem(&self, id: NodeId) -> Option<FieldProblem> {
        let node = self.node(id);
        let counts = match &node.kind {
            Kind::Leaf(_) => true,
            _ => node.is_live(),
        };
        let own = node
            .own
            .clone()
            .filter(|_| counts && self.is_sent_above(id));
        own.or_else(|| node.refusal.clone().map(FieldProblem::Refused))
    }

    /// How many problems count in this node and below.
    pub fn problem_count(&self, id: NodeId) -> usize {
        if self.is_sent_above(id) {
            self.node(id).told.problems as usize
        } else {
            0
        }
    }

    /// Whether every value above this one is sent.
    pub(super) fn is_sent_above(&self, id: NodeId) -> bool {
        let mut next = id;
        while let Some(parent) = self.node(next).parent {
            if !self.node(parent).is_live() {
                return false;
            }
            next = parent;
        }
        true
    }

    /// A keyword of the schema that describes the value: as written beside a reference, or else at its end.
    pub(super) fn keyword(&self, id: NodeId, keyword: &str) -> Option<&Value> {
        let document = self.schema.document();
        let node = self.node(id);
        let mut places = node.roots.iter().chain(&node.layers);
        places.find_map(|place| place.get(document)?.get(keyword))
    }

    /// The schema's title. That of a chosen branch is the branch's, and not the value's.
    pub fn title(&self, id: NodeId) -> Option<&str> {
        let node = self.node(id);
        if node.selectors.is_empty() {
            return self.text(id, "title");
        }
        let document = self.schema.document();
        let mut roots = node.roots.iter();
        roots.find_map(|root| root.get(document)?.get("title")?.as_str())
    }

    /// The schema's description.
    pub fn description(&self, id: NodeId) -> Option<&str> {
        self.text(id, "description")
    }

    fn text(&self, id: NodeId, keyword: &str) -> Option<&str> {
        let text = self.keyword(id, keyword).and_then(Value::as_str);
        text.filter(|text| !text.is_empty())
    }

    /// What the service assumes when nothing is sent.
    pub fn default_value(&self, id: NodeId) -> Option<&Value> {
        self.keyword(id, "default")
    }

    /// An example to show in the empty input.
    pub fn example(&self, id: NodeId) -> Option<String> {
        let examples = self.keyword(id, "examples")?;
        examples.get(0).map(text_of)
    }
}
