//! What a node is at present, and which nodes are below it. Nodes that go away are kept, with all that was typed.

use serde_json::{Map, Value};

use super::Form;
use super::control::{Control, Facts, control, is_set};
use super::input::Input;
use super::layers::{Expansion, Layers};
use super::node::{Group, Kind, List, Node, NodeId};
use crate::schema::{Kind as Type, Pointer};

/// Groups further down are made when they are opened.
const DEEPEST: usize = 24;

/// With so many nodes, groups are made when they are opened.
const MANY: usize = 3_000;

/// How often conditions may change each other before they are left as they are.
const MOST_ROUNDS: usize = 8;

/// The most elements that a list starts with.
const MOST_ELEMENTS: u64 = 16;

/// What a node is going to be.
enum Plan {
    Leaf(Control),
    Group,
    Closed,
    List,
    Unchosen,
}

impl Form {
    /// Makes a node with everything below it that is not made later.
    pub(super) fn create(
        &mut self,
        parent: Option<NodeId>,
        token: &str,
        roots: Vec<Pointer>,
        required: bool,
    ) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        let mut node = Node::new(parent, token, Vec::new());
        node.required = required;
        self.nodes.push(node);
        self.set_roots(id, roots);
        self.shape_once(id, None);
        self.start(id);
        self.finish(id);
        id
    }

    pub(super) fn set_roots(&mut self, id: NodeId, roots: Vec<Pointer>) {
        let judges = roots
            .iter()
            .filter_map(|root| self.schema.part(root))
            .collect();
        let (mut hidden, mut read_only) = (false, false);
        for root in &roots {
            let written = root.get(self.schema.document());
            let is_reference = written.is_some_and(|it| it.get("$ref").is_some());
            let end = if is_reference {
                self.resolved(root)
            } else {
                None
            };
            for schema in [written, end]
                .into_iter()
                .flatten()
                .filter_map(Value::as_object)
            {
                let attributes = schema.get("uiAttributes").and_then(Value::as_object);
                hidden |= attributes.is_some_and(|it| is_set(it, "hidden"));
                read_only |= is_set(schema, "readOnly");
            }
        }
        let node = self.node_mut(id);
        node.hidden = hidden;
        node.read_only = read_only;
        node.judges = judges;
        node.roots = roots;
    }

    /// Finds out again what the node is, from its choices and conditions.
    pub(super) fn shape(&mut self, id: NodeId) {
        self.shape_once(id, None);
        self.finish(id);
    }

    /// Lets conditions settle, then judges.
    pub(super) fn finish(&mut self, id: NodeId) {
        for _ in 0..MOST_ROUNDS {
            if !self.reconsider(id, None) {
                break;
            }
            self.shape_once(id, None);
        }
        self.reexamine(id, None);
        self.sum(id);
    }

    pub(super) fn shape_once(&mut self, id: NodeId, given: Option<&Value>) {
        self.visit();
        let mut layers = Expansion::run(self, id, given);
        let plan = self.plan(id, &mut layers, given.is_some());
        let members = match plan {
            Plan::Group => self.members(id, &layers),
            _ => Vec::new(),
        };
        let patterns = match plan {
            Plan::Group => self.patterns(id, &layers.active),
            _ => Vec::new(),
        };
        let can_add_member = self.takes_others(&layers);
        let keeps_children = match plan {
            Plan::Group => matches!(self.kind(id), Kind::Group(_)),
            Plan::List => matches!(self.kind(id), Kind::List(_)),
            _ => false,
        };
        if !keeps_children {
            self.put_away(id);
        }
        self.note(id, layers);
        let node = self.node_mut(id);
        node.patterns = patterns;
        match plan {
            Plan::Leaf(control) => {
                node.kind = Kind::Leaf(control);
                let blank = node.blank();
                if std::mem::discriminant(&blank) != std::mem::discriminant(&node.input) {
                    node.input = blank;
                    node.is_touched = false;
                    node.exact = None;
                }
            }
            Plan::Unchosen => node.kind = Kind::Unchosen,
            Plan::Closed => node.kind = Kind::Group(Group::default()),
            Plan::Group => {
                node.kind = Kind::Group(Group {
                    is_open: true,
                    can_add: can_add_member,
                    ..Group::default()
                });
                self.place_members(id, members);
            }
            Plan::List => {
                if !matches!(node.kind, Kind::List(_)) {
                    node.kind = Kind::List(List::default());
                }
                self.place_elements(id);
            }
        }
    }

    /// Remembers what applies to the node, and its choices even for when they are gone.
    fn note(&mut self, id: NodeId, layers: Layers) {
        let node = self.node_mut(id);
        node.layers = layers.active;
        node.selectors = layers.selectors;
        node.conditions = layers.conditions;
        node.rules = layers.rules;
        node.nullable = layers.nullable;
        for selector in &node.selectors {
            match node
                .choices
                .iter_mut()
                .find(|(at, _)| *at == selector.place)
            {
                Some((_, chosen)) => *chosen = selector.chosen,
                None => node.choices.push((selector.place.clone(), selector.chosen)),
            }
        }
    }

    /// The children are not there any more, but those with names may come back.
    pub(super) fn put_away(&mut self, id: NodeId) {
        for child in std::mem::take(&mut self.node_mut(id).children) {
            self.node_mut(child).is_there = false;
        }
    }

    fn plan(&self, id: NodeId, layers: &mut Layers, is_given: bool) -> Plan {
        let node = self.node(id);
        if node.is_raw {
            return Plan::Leaf(Control::Json);
        }
        if node.is_secret {
            return Plan::Leaf(Control::Secret);
        }
        let document = self.schema.document();
        let objects = || {
            layers
                .active
                .iter()
                .filter_map(|at| at.get(document)?.as_object())
        };
        let mut facts = Facts {
            required: node.required,
            ..Facts::default()
        };
        for layer in objects() {
            facts.add(layer);
        }
        let titled = layers.choices.take();
        if facts.choices.is_none() {
            facts.choices = titled;
        }
        if let Some(choices) = &mut facts.choices {
            let fits = |value: &Value| node.judges.iter().all(|judge| judge.accepts(value));
            if choices.iter().any(|choice| fits(&choice.value)) {
                choices.retain(|choice| fits(&choice.value));
            }
        }
        let kind = match layers.types.as_deref() {
            Some([only, ..]) => Some(*only),
            _ => objects().find_map(implied),
        };
        // The whole is an object, if nothing else is said.
        let is_root = node.parent.is_none() && layers.selectors.is_empty();
        let kind = kind.or(is_root.then_some(Type::Object));
        let is_single = facts.fixed.is_some() || facts.choices.is_some();
        match kind {
            _ if is_single => {}
            // A hint of our own: a whole object or array that people paste rather than fill in.
            Some(Type::Object | Type::Array) if facts.media == "application/json" => {
                return Plan::Leaf(Control::Json);
            }
            Some(Type::Object) if !is_given && self.waits(id) => return Plan::Closed,
            Some(Type::Object) => return Plan::Group,
            Some(Type::Array) => return Plan::List,
            None if layers.selectors.iter().any(|it| it.chosen.is_none()) => return Plan::Unchosen,
            _ => {}
        }
        Plan::Leaf(control(facts, kind, &node.token))
    }

    /// Whether the members of a group are made later: because they would go on without end, or are too many.
    fn waits(&self, id: NodeId) -> bool {
        let node = self.node(id);
        if node.opened || !node.children.is_empty() {
            return false;
        }
        let ends: Vec<Pointer> = node
            .roots
            .iter()
            .filter_map(|it| self.schema.resolve(it))
            .collect();
        let mut depth = 0;
        let mut next = node.parent;
        while let Some(above) = next {
            depth += 1;
            let above = self.node(above);
            if ends.iter().any(|end| above.layers.contains(end)) {
                return true;
            }
            next = above.parent;
        }
        depth > DEEPEST || depth > 0 && self.nodes.len() > MANY
    }

    /// What a new node starts with: a default where a value is required. Where it is not, nothing is sent and the
    /// service's own default holds.
    fn start(&mut self, id: NodeId) {
        let node = self.node(id);
        let is_required = node.required;
        let default = self.default_value(id).filter(|_| is_required).cloned();
        match &node.kind {
            Kind::Leaf(Control::Fixed(_) | Control::Secret | Control::Key { .. })
            | Kind::Unchosen => {}
            Kind::Leaf(Control::Flag) if is_required => {
                let flag = default.and_then(|it| it.as_bool()).unwrap_or(false);
                self.node_mut(id).input = Input::Flag(Some(flag));
            }
            Kind::Leaf(_) => {
                if let Some(default) = default
                    && self.fill(id, &default)
                {
                    self.node_mut(id).exact = None;
                }
            }
            Kind::List(_) => {
                let count = self
                    .keyword(id, "minItems")
                    .and_then(Value::as_u64)
                    .unwrap_or(0);
                if let Some(default) = default {
                    self.load_value(id, Some(&default));
                } else if is_required {
                    for _ in 0..count.min(MOST_ELEMENTS) {
                        self.push_element(id);
                    }
                }
            }
            Kind::Group(_) => {
                if let Some(default) =
                    default.filter(|it| it.as_object().is_some_and(|it| !it.is_empty()))
                {
                    self.load_value(id, Some(&default));
                }
            }
        }
    }
}

/// The type that the keywords of a schema without one are about.
fn implied(layer: &Map<String, Value>) -> Option<Type> {
    const KEYWORDS: [(&str, Type); 27] = [
        ("properties", Type::Object),
        ("required", Type::Object),
        ("additionalProperties", Type::Object),
        ("patternProperties", Type::Object),
        ("propertyNames", Type::Object),
        ("minProperties", Type::Object),
        ("maxProperties", Type::Object),
        ("dependencies", Type::Object),
        ("dependentRequired", Type::Object),
        ("dependentSchemas", Type::Object),
        ("items", Type::Array),
        ("additionalItems", Type::Array),
        ("minItems", Type::Array),
        ("maxItems", Type::Array),
        ("uniqueItems", Type::Array),
        ("contains", Type::Array),
        ("format", Type::String),
        ("pattern", Type::String),
        ("minLength", Type::String),
        ("maxLength", Type::String),
        ("contentMediaType", Type::String),
        ("contentEncoding", Type::String),
        ("minimum", Type::Number),
        ("maximum", Type::Number),
        ("exclusiveMinimum", Type::Number),
        ("exclusiveMaximum", Type::Number),
        ("multipleOf", Type::Number),
    ];
    let found = KEYWORDS
        .iter()
        .find(|(keyword, _)| layer.contains_key(*keyword));
    found.map(|(_, kind)| *kind)
}
