//! A schema in the shape that validation walks: numbered nodes, each with its checks.

use std::cmp::Ordering;
use std::sync::Arc;

use serde_json::{Number, Value};

use super::compare;
use super::format::Format;
use super::pattern::Pattern;
use super::pointer::Pointer;
use super::problem::{Defect, Kind};

/// The number of a node; nodes refer to each other by it, so schemas may be recursive.
pub(super) type NodeId = usize;

/// A whole schema document, read.
#[derive(Debug, Default)]
pub(super) struct Compiled {
    pub(super) document: Arc<Value>,
    pub(super) nodes: Vec<Node>,
    /// From the address of a value inside the document to its node. The document never changes
    /// and is never copied, so the address is the place. Sorted by address.
    pub(super) places: Vec<(usize, NodeId)>,
    pub(super) defects: Vec<Defect>,
}

/// One schema of the document.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Option<NodeId>,
    /// The way from the parent; kept in parts, because whole pointers for all nodes would take
    /// quadratic space.
    pub(super) tokens: Vec<String>,
    pub(super) body: Body,
    /// More than one way of evaluation leads here, so that its verdicts are worth keeping.
    pub(super) shared: bool,
}

/// What a schema asks.
#[derive(Debug)]
pub(super) enum Body {
    /// Nothing.
    Always,
    /// The impossible.
    Never,
    /// Something that could not be read: it refuses nothing, not even by being negated.
    Unknown,
    /// What another node asks, which is no reference itself.
    Reference(NodeId),
    /// All of these.
    Checks(Vec<Check>),
}

/// One keyword, or a few that only make sense together.
#[derive(Debug)]
pub(super) struct Check {
    /// The keyword a broken rule is reported at.
    pub(super) keyword: &'static str,
    pub(super) test: Test,
}

#[derive(Debug)]
pub(super) enum Test {
    Type(Vec<Kind>),
    Enum(Allowed),
    Const(Arc<Value>),
    Number(NumberTest),
    Text(TextTest),
    Array(ArrayTest),
    Object(ObjectTest),
    Combination(Combination),
}

/// The values of an `enum`.
#[derive(Debug)]
pub(super) struct Allowed {
    pub(super) values: Arc<[Value]>,
    /// The positions of the values in the order of [`super::compare::compare`].
    pub(super) sorted: Vec<usize>,
}

impl Allowed {
    pub(super) fn contains(&self, value: &Value) -> bool {
        let order = |position: &usize| match self.values.get(*position) {
            Some(allowed) => compare::compare(allowed, value),
            None => Ordering::Less,
        };
        self.sorted.binary_search_by(order).is_ok()
    }
}

#[derive(Debug)]
pub(super) enum NumberTest {
    Minimum(Number),
    ExclusiveMinimum(Number),
    Maximum(Number),
    ExclusiveMaximum(Number),
    MultipleOf(Number),
}

#[derive(Debug)]
pub(super) enum TextTest {
    MinLength(u64),
    MaxLength(u64),
    Pattern(Pattern),
    Format(Format),
}

#[derive(Debug)]
pub(super) enum ArrayTest {
    Each(NodeId),
    Tuple {
        leading: Vec<NodeId>,
        additional: Option<NodeId>,
    },
    MinItems(u64),
    MaxItems(u64),
    UniqueItems,
    Contains(NodeId),
}

#[derive(Debug)]
pub(super) enum ObjectTest {
    MinProperties(u64),
    MaxProperties(u64),
    Required(Vec<String>),
    Members(Members),
    PropertyNames(NodeId),
    DependentRequired(Vec<(String, Vec<String>)>),
}

/// `properties`, `patternProperties` and `additionalProperties`.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// Sorted by name.
    pub(super) named: Vec<(String, NodeId)>,
    pub(super) patterns: Vec<(Pattern, NodeId)>,
    pub(super) additional: Option<NodeId>,
}

impl Members {
    /// The schema of a member that `properties` names.
    pub(super) fn part_of(&self, name: &str) -> Option<NodeId> {
        let by_name = |part: &(String, NodeId)| part.0.as_str().cmp(name);
        let found = self.named.binary_search_by(by_name).ok()?;
        self.named.get(found).map(|part| part.1)
    }
}

/// Keywords that apply other schemas to the same value.
#[derive(Debug)]
pub(super) enum Combination {
    AllOf(Vec<NodeId>),
    AnyOf(Vec<NodeId>),
    OneOf(Vec<NodeId>),
    Not(NodeId),
    If {
        condition: NodeId,
        then: Option<NodeId>,
        otherwise: Option<NodeId>,
    },
    DependentSchemas(Vec<(String, NodeId)>),
}

impl Combination {
    /// The schemas it applies.
    pub(super) fn parts(&self) -> Vec<NodeId> {
        match self {
            Self::AllOf(parts) | Self::AnyOf(parts) | Self::OneOf(parts) => parts.clone(),
            Self::Not(part) => vec![*part],
            Self::If {
                condition,
                then,
                otherwise,
            } => {
                let branches = then.iter().chain(otherwise).copied();
                std::iter::once(*condition).chain(branches).collect()
            }
            Self::DependentSchemas(parts) => parts.iter().map(|part| part.1).collect(),
        }
    }
}

impl Compiled {
    /// The place of a node in the document.
    pub(super) fn pointer(&self, id: NodeId) -> Pointer {
        let mut steps = Vec::new();
        let mut next = self.nodes.get(id);
        while let Some(node) = next {
            steps.push(&node.tokens);
            next = node.parent.and_then(|parent| self.nodes.get(parent));
        }
        let tokens = steps.into_iter().rev().flatten().cloned();
        Pointer::from(tokens.collect::<Vec<_>>())
    }

    /// The node at a place of the document, if there is a schema.
    pub(super) fn node_at(&self, place: &Pointer) -> Option<NodeId> {
        let value = place.get(&self.document)?;
        let at = |place: &(usize, NodeId)| place.0;
        let found = self.places.binary_search_by_key(&address(value), at).ok()?;
        self.places.get(found).map(|place| place.1)
    }

    /// The node that a reference leads to, or the node itself.
    pub(super) fn follow(&self, id: NodeId) -> NodeId {
        match self.nodes.get(id).map(|node| &node.body) {
            Some(Body::Reference(target)) => *target,
            _ => id,
        }
    }
}

/// Where a value is in memory.
pub(super) fn address(value: &Value) -> usize {
    std::ptr::from_ref(value).addr()
}
