//! What is in the controls → values, and what is wrong with them.

use serde_json::Value;

use super::Form;
use super::branches::Selector;
use super::control::Control;
use super::input::{FieldProblem, Input, integer, number};
use super::node::{Kind, Node, NodeId, SecretState, Told};
use super::{base64, json_text};
use crate::schema::{Pointer, Problem, Rule};
use crate::secret::{Document, Secret};

/// Which values a document has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    /// Those that are sent.
    Sent,
    /// Those that the service is going to have: with an empty text for each secret that is kept.
    WithKept,
}

impl Form {
    /// The JSON as it stands. Where an input cannot be read, it shows what was typed.
    pub fn document(&self) -> Document {
        self.value(NodeId::ROOT, Whole::Sent).unwrap_or_default()
    }

    /// The value of one node, if there is one to send.
    pub fn value_of(&self, id: NodeId) -> Option<Document> {
        self.value(id, Whole::Sent)
            .filter(|_| self.is_sent_above(id))
    }

    pub(super) fn value(&self, id: NodeId, whole: Whole) -> Option<Document> {
        self.visit();
        let node = self.node(id);
        match &node.kind {
            Kind::Leaf(control) => leaf_value(node, control, whole),
            Kind::Unchosen => None,
            Kind::Group(_) | Kind::List(_) if !node.is_live() => None,
            Kind::Group(_) => {
                let mut members = Vec::new();
                for child in &node.children {
                    if let Some(value) = self.value(*child, whole) {
                        members.push((self.token(*child).to_owned(), value));
                    }
                }
                Some(Document::Object(members))
            }
            Kind::List(_) => {
                let null = || Document::Plain(Value::Null);
                let items = node.children.iter();
                let items = items.map(|item| self.value(*item, whole).unwrap_or_else(null));
                Some(Document::Array(items.collect()))
            }
        }
    }

    /// Judges the node by itself, adds up what its children told, and notes what it tells in turn.
    pub(super) fn sum(&mut self, id: NodeId) {
        let (mut below, mut contents) = (0, 0);
        for child in &self.node(id).children {
            let told = self.node(*child).told;
            below += told.problems;
            contents += u32::from(told.has_content);
        }
        let node = self.node_mut(id);
        node.below = below;
        node.contents = contents;
        self.tell(id);
    }

    /// As [`Form::sum`], with the sums as they are.
    pub(super) fn tell(&mut self, id: NodeId) {
        self.visit();
        let own = self.judge(id);
        let node = self.node_mut(id);
        node.own = own;
        let problems = node.below + u32::from(node.own.is_some());
        let counts = matches!(node.kind, Kind::Leaf(_)) || node.is_live();
        node.told = Told {
            problems: if counts { problems } else { 0 },
            has_content: node.has_content(),
        };
    }

    fn judge(&self, id: NodeId) -> Option<FieldProblem> {
        if self.is_repeated(id) {
            return Some(FieldProblem::SameName);
        }
        let node = self.node(id);
        let problem = match &node.kind {
            Kind::Leaf(control) => self.judge_leaf(node, control),
            Kind::Unchosen => Some(FieldProblem::Missing),
            Kind::Group(group) if !group.is_open => {
                let value = Document::default();
                self.judge_value(node, &value)
            }
            _ => {
                let has_no_choice = |it: &Selector| it.chosen.is_none();
                if node.selectors.iter().any(has_no_choice) {
                    return Some(FieldProblem::Unchosen);
                }
                let broken = node.rules.iter().find_map(|rule| rule.broken.clone());
                broken.map(FieldProblem::Broken)
            }
        };
        problem.or_else(|| self.judge_name(id))
    }

    /// Whether a member has the name of an earlier one.
    fn is_repeated(&self, id: NodeId) -> bool {
        let node = self.node(id);
        let is_group = |it: &NodeId| matches!(self.kind(*it), Kind::Group(_));
        let Some(parent) = node.parent.filter(is_group).filter(|_| node.is_entry) else {
            return false;
        };
        let first = self.child(parent, &node.token);
        first.is_some_and(|first| first != id)
    }

    /// Whether a member may have its name.
    fn judge_name(&self, id: NodeId) -> Option<FieldProblem> {
        let node = self.node(id);
        let parent = node.parent?;
        if !matches!(self.kind(parent), Kind::Group(_)) {
            return None;
        }
        let name = Value::String(node.token.clone());
        for layer in &self.node(parent).layers {
            let Some(judge) = self.names_of(layer) else {
                continue;
            };
            let problems = judge.validate(&name);
            if !problems.is_empty() && self.value(id, Whole::WithKept).is_some() {
                let property = node.token.clone();
                return Some(FieldProblem::Broken(Rule::PropertyName {
                    property,
                    problems,
                }));
            }
        }
        None
    }

    fn names_of(&self, layer: &Pointer) -> Option<crate::schema::Schema> {
        let has = layer
            .get(self.schema.document())?
            .get("propertyNames")
            .is_some();
        has.then(|| self.schema.part(&layer.child("propertyNames")))?
    }

    fn judge_leaf(&self, node: &Node, control: &Control) -> Option<FieldProblem> {
        if node.secret == SecretState::Kept {
            return None;
        }
        match read(node, control) {
            Err(problem) => Some(problem),
            Ok(Some(value)) => self.judge_value(node, &value),
            Ok(None) => node.required.then_some(FieldProblem::Missing),
        }
    }

    fn judge_value(&self, node: &Node, value: &Document) -> Option<FieldProblem> {
        let value = value.reveal();
        for judge in &node.judges {
            if let Some(problem) = judge.validate(&value).into_iter().next() {
                let problem = chosen_problem(node, problem);
                let is_unknown = problem.rule == Rule::False && node.is_entry;
                return Some(match problem.instance.last() {
                    None if is_unknown => FieldProblem::Broken(Rule::AdditionalProperty {
                        property: node.token.clone(),
                    }),
                    None => FieldProblem::Broken(problem.rule),
                    Some(_) => FieldProblem::BrokenAt {
                        place: problem.instance,
                        rule: problem.rule,
                    },
                });
            }
        }
        None
    }
}

/// Where a choice was made, only the chosen branch is told off.
pub(super) fn chosen_problem(node: &Node, problem: Problem) -> Problem {
    let place = &problem.schema;
    let selector = node.selectors.iter().find(|it| it.place == *place);
    let chosen = selector.and_then(|it| it.chosen);
    let (Rule::OneOf { branches, .. } | Rule::AnyOf { branches }, Some(chosen)) =
        (&problem.rule, chosen)
    else {
        return problem;
    };
    match branches.get(chosen).and_then(|branch| branch.first()) {
        Some(inner) => chosen_problem(node, inner.clone()),
        None => problem,
    }
}

fn leaf_value(node: &Node, control: &Control, whole: Whole) -> Option<Document> {
    match node.secret {
        SecretState::Kept if whole == Whole::Sent => return None,
        SecretState::Kept => return Some(Document::Plain(Value::String(String::new()))),
        _ => {}
    }
    read(node, control).unwrap_or_else(|_| match &node.input {
        Input::Text(text) => Some(Document::Plain(Value::String(text.clone()))),
        _ => None,
    })
}

/// The value to send, or nothing for an input left empty.
fn read(node: &Node, control: &Control) -> Result<Option<Document>, FieldProblem> {
    if let Control::Fixed(value) = control {
        let value = (!node.is_omitted).then(|| Document::Plain(value.clone()));
        return Ok(value);
    }
    if let Some(exact) = &node.exact {
        return Ok(Some(match &node.input {
            Input::Secret(secret) if !secret.is_empty() => Document::Secret(secret.clone()),
            _ => Document::Plain(exact.clone()),
        }));
    }
    if node.is_blank() {
        let is_null = node.nullable && node.required;
        return Ok(is_null.then_some(Document::Plain(Value::Null)));
    }
    let text = match &node.input {
        Input::Secret(secret) => return Ok(Some(Document::Secret(key(secret, control)))),
        Input::Flag(flag) => return Ok(flag.map(|flag| Document::Plain(Value::Bool(flag)))),
        Input::Text(text) => text,
    };
    let value = match control {
        Control::Integer => integer(text).ok_or(FieldProblem::NotAnInteger)?,
        Control::Number => number(text).ok_or(FieldProblem::NotANumber)?,
        Control::Choice { choices, .. } => choices
            .iter()
            .find(|choice| choice.key() == *text)
            .map_or_else(
                || Value::String(text.clone()),
                |choice| choice.value.clone(),
            ),
        Control::Json => json_text::read_json(text)?,
        _ => Value::String(text.clone()),
    };
    Ok(Some(Document::Plain(value)))
}

/// A key as the service wants it. What is neither PEM nor JSON is taken for Base64 already, or for a placeholder such
/// as `{PRIVATE_KEY}`, and goes out as it is.
fn key(secret: &Secret, control: &Control) -> Secret {
    let text = secret.reveal();
    let start = text.trim_start();
    let is_json = || start.starts_with('{') && json_text::read_json(text).is_ok();
    match control {
        Control::Key { base64: true } if start.starts_with("-----BEGIN") || is_json() => {
            Secret::new(base64::encode(text.as_bytes()))
        }
        _ => secret.clone(),
    }
}
