//! What keeps the form from being sent: what is wrong at the nodes, and what the schema says about the whole.

use super::Form;
use super::input::FieldProblem;
use super::node::{Kind, NodeId, SecretState};
use super::reading::{Whole, chosen_problem};
use crate::schema::{Pointer, Problem, Rule};

impl Form {
    /// Whether every node is fine by itself. It is known at any time; the last word has [`Form::problems`].
    pub fn seems_valid(&self) -> bool {
        self.problem_count(NodeId::ROOT) == 0
    }

    /// What keeps the form from being sent, in the order in which it is shown. If it is empty, the schema accepts
    /// the document; secrets that are kept are taken for what they should be.
    ///
    /// It looks at the whole form: to be asked on submitting, not on typing.
    pub fn problems(&self) -> Vec<(NodeId, FieldProblem)> {
        let mut found: Vec<(NodeId, FieldProblem)> = Vec::new();
        self.walk(NodeId::ROOT, &mut |form, id| {
            let node = form.node(id);
            let counts = matches!(node.kind, Kind::Leaf(_)) || node.is_live();
            if counts
                && form.is_sent_above(id)
                && let Some(problem) = &node.own
            {
                found.push((form.shown(id), problem.clone()));
            }
        });
        let mut further: Vec<(NodeId, FieldProblem)> = Vec::new();
        let value = self.value(NodeId::ROOT, Whole::WithKept);
        let value = value.unwrap_or_default().reveal();
        for problem in self.schema.validate(&value) {
            let Some((id, problem)) = self.place(problem) else {
                continue;
            };
            let is_said =
                |list: &[(NodeId, FieldProblem)]| list.iter().any(|(known, _)| *known == id);
            if !is_said(&found) && !is_said(&further) {
                further.push((id, problem));
            }
        }
        if further.is_empty() {
            return found;
        }
        let mut ordered = Vec::new();
        self.walk(NodeId::ROOT, &mut |_, id| {
            let all = found.iter().chain(&further);
            ordered.extend(all.filter(|(at, _)| *at == id).cloned());
        });
        ordered
    }

    /// Calls for every node that is there, in the order in which they are shown.
    pub(super) fn walk(&self, id: NodeId, action: &mut dyn FnMut(&Self, NodeId)) {
        action(self, id);
        let node = self.node(id);
        if let Kind::Group(group) = &node.kind {
            let shown = group.main.iter().chain(&group.more).chain(&group.entries);
            for child in shown {
                self.walk(*child, action);
            }
            let unseen = node.children.iter().filter(|child| {
                !group.main.contains(child)
                    && !group.more.contains(child)
                    && !group.entries.contains(child)
            });
            for child in unseen {
                self.walk(*child, action);
            }
        } else {
            for child in &node.children {
                self.walk(*child, action);
            }
        }
    }

    /// Whether the node is drawn, as far as the one above it is.
    pub(super) fn is_shown(&self, id: NodeId) -> bool {
        let node = self.node(id);
        !node.hidden && (!node.read_only || node.has_content())
    }

    /// The node itself, or the closest above it that is drawn.
    fn shown(&self, id: NodeId) -> NodeId {
        let mut shown = id;
        let mut next = Some(id);
        while let Some(id) = next {
            let parent = self.node(id).parent;
            if let (false, Some(parent)) = (self.is_shown(id), parent) {
                shown = parent;
            }
            next = parent;
        }
        shown
    }

    /// Where a problem of the schema is shown. None for what a kept secret is blamed for.
    fn place(&self, problem: Problem) -> Option<(NodeId, FieldProblem)> {
        let mut problem = problem;
        let (id, below) = loop {
            let (id, below) = self.instance(&problem.instance);
            let place = problem.instance.clone();
            let depends = matches!(problem.rule, Rule::OneOf { .. } | Rule::AnyOf { .. });
            let next = chosen_problem(self.node(id), problem);
            problem = next;
            if !depends || problem.instance == place {
                break (id, below);
            }
        };
        let member = match &problem.rule {
            Rule::Required { property }
            | Rule::AdditionalProperty { property }
            | Rule::DependentRequired {
                missing: property, ..
            }
            | Rule::PropertyName { property, .. } => self.child(id, property),
            _ => None,
        };
        let is_missing = matches!(
            problem.rule,
            Rule::Required { .. } | Rule::DependentRequired { .. }
        );
        let found = match member {
            Some(_) if is_missing => FieldProblem::Missing,
            _ if below == Pointer::root() => FieldProblem::Broken(problem.rule),
            _ => FieldProblem::BrokenAt {
                place: below,
                rule: problem.rule,
            },
        };
        let at = member.unwrap_or(id);
        let is_kept = self.node(at).secret == SecretState::Kept;
        (!is_kept).then(|| (self.shown(at), found))
    }

    /// The node at a place of the value, or the closest above it, and the rest of the way.
    fn instance(&self, place: &Pointer) -> (NodeId, Pointer) {
        let mut id = NodeId::ROOT;
        let mut below = Pointer::root();
        for token in place.tokens() {
            match self.child(id, token).filter(|_| below == Pointer::root()) {
                Some(child) => id = child,
                None => below = below.child(token),
            }
        }
        (id, below)
    }
}
