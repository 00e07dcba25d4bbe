//! Rules that look at more than one value: conditions that add to an object, and what it must obey as a whole.
//!
//! Each knows the members that it mentions, so that a change elsewhere does not wake it.

use serde_json::{Map, Value, json};

use super::branches::names;
use super::node::{Kind, NodeId};
use super::{Form, Whole};
use crate::schema::{Pointer, Rule, Schema};

/// How far conditions are searched for the members that they mention.
const DEEPEST: usize = 16;

/// The members that a rule's verdict depends on.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    all: bool,
    names: Vec<String>,
}

impl Mentions {
    pub(super) fn all() -> Self {
        Self {
            all: true,
            names: Vec::new(),
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.all || self.names.iter().any(|it| it == name)
    }

    pub(super) fn add(&mut self, name: &str) {
        if !self.has(name) {
            self.names.push(name.to_owned());
        }
    }
}

/// Something that adds a layer while it holds.
#[derive(Debug)]
pub(super) struct Condition {
    /// The place of the keyword.
    pub place: Pointer,
    pub when: When,
    pub mentions: Mentions,
    pub holds: bool,
}

#[derive(Debug)]
pub(super) enum When {
    /// `if`
    Accepted(Schema),
    /// `dependencies` and their successors
    Present(String),
}

/// What a value must obey beside what its members must.
#[derive(Debug)]
pub(super) struct OwnRule {
    pub test: Test,
    pub mentions: Mentions,
    pub broken: Option<Rule>,
}

#[derive(Debug)]
pub(super) enum Test {
    Never,
    Not(Schema),
    /// `minProperties` and `maxProperties`
    Members(u64, u64),
    /// `minItems` and `maxItems`
    Elements(u64, u64),
    Unique,
    Contains(Schema),
    /// `oneOf`: its branches but the chosen one, and that.
    Single(Vec<Schema>, Schema),
}

impl Form {
    /// The members that the schema at a place mentions.
    pub(super) fn mentions(&self, place: &Pointer) -> Mentions {
        let mut mentions = Mentions::default();
        self.collect(place, &mut mentions, 0);
        mentions
    }

    pub(super) fn collect(&self, place: &Pointer, mentions: &mut Mentions, depth: usize) {
        const WHOLE: [&str; 8] = [
            "const",
            "enum",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "items",
        ];
        let end = self.schema.resolve(place);
        let found = end.as_ref().and_then(|end| end.get(self.schema.document()));
        let (Some(end), Some(Value::Object(schema))) = (&end, found) else {
            return;
        };
        if depth > DEEPEST || WHOLE.iter().any(|keyword| schema.contains_key(*keyword)) {
            mentions.all = true;
            return;
        }
        for name in names(schema.get("required")) {
            mentions.add(name);
        }
        for keyword in [
            "properties",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
        ] {
            let members = schema.get(keyword).and_then(Value::as_object);
            for (name, part) in members.into_iter().flatten() {
                mentions.add(name);
                for needed in names(Some(part)) {
                    mentions.add(needed);
                }
                if keyword != "properties" {
                    self.collect(&end.child(keyword).child(name), mentions, depth + 1);
                }
            }
        }
        for keyword in ["not", "if", "then", "else"] {
            if schema.contains_key(keyword) {
                self.collect(&end.child(keyword), mentions, depth + 1);
            }
        }
        for keyword in ["allOf", "anyOf", "oneOf"] {
            let parts = schema
                .get(keyword)
                .and_then(Value::as_array)
                .map_or(0, Vec::len);
            for position in 0..parts {
                self.collect(&end.child(keyword).index(position), mentions, depth + 1);
            }
        }
    }

    /// The value of a node, as far as it is mentioned.
    fn seen(&self, id: NodeId, mentions: &Mentions) -> Value {
        let node = self.node(id);
        if mentions.all || !matches!(node.kind, Kind::Group(_)) {
            let value = self.value(id, Whole::WithKept).map(|it| it.reveal());
            return value.unwrap_or_else(|| Value::Object(Map::new()));
        }
        let mut members = Map::new();
        for child in &node.children {
            let token = &self.node(*child).token;
            if mentions.has(token)
                && let Some(value) = self.value(*child, Whole::WithKept)
            {
                members.insert(token.clone(), value.reveal());
            }
        }
        Value::Object(members)
    }

    /// Whether a condition holds for a value, or for what the node has at present.
    pub(super) fn holds(
        &self,
        id: NodeId,
        when: &When,
        mentions: &Mentions,
        given: Option<&Value>,
    ) -> bool {
        match (when, given) {
            (When::Accepted(schema), Some(value)) => schema.accepts(value),
            (When::Accepted(schema), None) => schema.accepts(&self.seen(id, mentions)),
            (When::Present(name), Some(value)) => value.get(name).is_some(),
            (When::Present(name), None) => self.has_member(id, name),
        }
    }

    pub(super) fn has_member(&self, id: NodeId, name: &str) -> bool {
        self.node(id).children.iter().any(|child| {
            self.node(*child).token == name && self.value(*child, Whole::WithKept).is_some()
        })
    }

    /// Looks again at the conditions that mention a member, or at all of them; true if one has changed.
    pub(super) fn reconsider(&mut self, id: NodeId, member: Option<&str>) -> bool {
        let mut changed = Vec::new();
        for (position, condition) in self.node(id).conditions.iter().enumerate() {
            if member.is_none_or(|member| condition.mentions.has(member)) {
                let holds = self.holds(id, &condition.when, &condition.mentions, None);
                if holds != condition.holds {
                    changed.push(position);
                }
            }
        }
        for position in &changed {
            if let Some(condition) = self.node_mut(id).conditions.get_mut(*position) {
                condition.holds = !condition.holds;
            }
        }
        !changed.is_empty()
    }

    /// Looks again at the rules that mention a member, or at all of them.
    pub(super) fn reexamine(&mut self, id: NodeId, member: Option<&str>) {
        let mut verdicts = Vec::new();
        for (position, rule) in self.node(id).rules.iter().enumerate() {
            if member.is_none_or(|member| rule.mentions.has(member)) {
                verdicts.push((position, self.examine(id, rule)));
            }
        }
        for (position, verdict) in verdicts {
            if let Some(rule) = self.node_mut(id).rules.get_mut(position) {
                rule.broken = verdict;
            }
        }
    }

    fn examine(&self, id: NodeId, rule: &OwnRule) -> Option<Rule> {
        let node = self.node(id);
        match &rule.test {
            Test::Never => Some(Rule::False),
            Test::Not(schema) => schema
                .accepts(&self.seen(id, &rule.mentions))
                .then_some(Rule::Not),
            Test::Members(least, most) => {
                let present = node
                    .children
                    .iter()
                    .filter(|child| self.value(**child, Whole::WithKept).is_some());
                let found = present.count() as u64;
                if found < *least {
                    let limit = *least;
                    return Some(Rule::MinProperties { limit, found });
                }
                let limit = *most;
                (found > limit).then_some(Rule::MaxProperties { limit, found })
            }
            Test::Elements(least, most) => {
                let found = node.children.len() as u64;
                if found < *least {
                    let limit = *least;
                    return Some(Rule::MinItems { limit, found });
                }
                let limit = *most;
                (found > limit).then_some(Rule::MaxItems { limit, found })
            }
            Test::Unique => {
                let value = self.seen(id, &rule.mentions);
                let problems = Schema::parse(&json!({ "uniqueItems": true })).validate(&value);
                problems.into_iter().next().map(|problem| problem.rule)
            }
            Test::Contains(schema) => {
                let value = self.seen(id, &rule.mentions);
                let mut elements = value.as_array().into_iter().flatten();
                let is_there = elements.any(|element| schema.accepts(element));
                (!is_there).then_some(Rule::Contains)
            }
            Test::Single(others, chosen) => {
                let value = self.seen(id, &rule.mentions);
                let fitting = others.iter().filter(|other| other.accepts(&value)).count();
                (fitting > 0 && chosen.accepts(&value)).then(|| Rule::OneOf {
                    matching: fitting + 1,
                    branches: Vec::new(),
                })
            }
        }
    }
}
