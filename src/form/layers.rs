//! Which places of a schema apply to a value at present: `$ref` followed, `allOf` laid over each other, one branch of
//! each choice, and what conditions add.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::Form;
use super::branches::{Selector, names, types};
use super::choice::Choice;
use super::conditions::{Condition, Mentions, OwnRule, Test, When};
use super::node::NodeId;
use crate::schema::{Kind as Type, Pointer};

/// The most places that are laid over each other.
const MOST_LAYERS: usize = 512;

/// What applies to a value.
#[derive(Default)]
pub(super) struct Layers {
    pub active: Vec<Pointer>,
    pub selectors: Vec<Selector>,
    pub conditions: Vec<Condition>,
    pub rules: Vec<OwnRule>,
    /// The members that must be there; the number means nothing.
    pub required: BTreeMap<String, usize>,
    /// Members that only branches ask for which were not chosen.
    pub others: Vec<String>,
    pub nullable: bool,
    /// The types that are left, `null` aside.
    pub types: Option<Vec<Type>>,
    /// The values of a choice whose branches are single values with titles.
    pub choices: Option<Vec<Choice>>,
}

/// Collects the layers of one node.
pub(super) struct Expansion<'f> {
    pub(super) form: &'f Form,
    pub(super) id: NodeId,
    /// The value that is being loaded; otherwise what the node has decides.
    pub(super) given: Option<&'f Value>,
    pub(super) layers: Layers,
}

impl<'f> Expansion<'f> {
    pub(super) fn run(form: &'f Form, id: NodeId, given: Option<&'f Value>) -> Layers {
        let layers = Layers::default();
        let mut expansion = Self {
            form,
            id,
            given,
            layers,
        };
        for root in &form.node(id).roots {
            expansion.expand(root);
        }
        expansion.choose_type();
        expansion.layers
    }

    pub(super) fn expand(&mut self, place: &Pointer) {
        let schema = &self.form.schema;
        let Some(end) = schema.resolve(place) else {
            return;
        };
        let is_known = self.layers.active.contains(&end);
        if is_known || self.layers.active.len() >= MOST_LAYERS {
            return;
        }
        match end.get(schema.document()) {
            Some(Value::Bool(false)) => self.rule(Test::Never, Mentions::default()),
            // A reference that leads nowhere asks for nothing.
            Some(Value::Object(layer)) if !layer.get("$ref").is_some_and(Value::is_string) => {
                self.layers.active.push(end.clone());
                self.narrow(layer);
                for name in names(layer.get("required")) {
                    self.layers.required.insert(name.to_owned(), 0);
                }
                self.rules(&end, layer);
                let parts = layer.get("allOf").and_then(Value::as_array);
                for position in 0..parts.map_or(0, Vec::len) {
                    self.expand(&end.child("allOf").index(position));
                }
                self.conditions(&end, layer);
                for (keyword, exclusive) in [("oneOf", true), ("anyOf", false)] {
                    if let Some(list) = layer.get(keyword).and_then(Value::as_array) {
                        self.alternatives(&end.child(keyword), list, exclusive);
                    }
                }
            }
            _ => {}
        }
    }

    /// Keeps the types that all layers allow.
    fn narrow(&mut self, layer: &Map<String, Value>) {
        let Some(mut new) = types(layer) else {
            return;
        };
        let had_null = new.contains(&Type::Null);
        if new.len() > 1 {
            new.retain(|it| *it != Type::Null);
        }
        if new.contains(&Type::Number) {
            new.retain(|it| *it != Type::Integer);
        }
        let allows = |list: &[Type], it: Type| {
            list.contains(&it) || it == Type::Integer && list.contains(&Type::Number)
        };
        match &mut self.layers.types {
            None => {
                self.layers.nullable |= had_null && new != [Type::Null];
                self.layers.types = Some(new);
            }
            Some(known) => {
                let mut both: Vec<Type> = known
                    .iter()
                    .copied()
                    .filter(|it| allows(&new, *it))
                    .collect();
                for it in new {
                    if allows(known, it) && !both.contains(&it) {
                        both.push(it);
                    }
                }
                self.layers.nullable &= had_null;
                if !both.is_empty() {
                    *known = both;
                } else if !self.layers.nullable {
                    // The layers contradict each other: whatever is given breaks one of them.
                    self.rule(Test::Never, Mentions::default());
                }
            }
        }
    }

    pub(super) fn rule(&mut self, test: Test, mentions: Mentions) {
        let broken = None;
        self.layers.rules.push(OwnRule {
            test,
            mentions,
            broken,
        });
    }

    fn rules(&mut self, at: &Pointer, layer: &Map<String, Value>) {
        let count = |keyword: &str| {
            let number = layer.get(keyword)?;
            // `2.0` is a whole number, too.
            number
                .as_u64()
                .or_else(|| number.to_string().split('.').next()?.parse().ok())
        };
        let limits = |least: &str, most: &str| match (count(least), count(most)) {
            (None, None) => None,
            (least, most) => Some((least.unwrap_or(0), most.unwrap_or(u64::MAX))),
        };
        if let Some((least, most)) = limits("minProperties", "maxProperties") {
            self.rule(Test::Members(least, most), Mentions::all());
        }
        if let Some((least, most)) = limits("minItems", "maxItems") {
            self.rule(Test::Elements(least, most), Mentions::all());
        }
        if layer.get("uniqueItems") == Some(&Value::Bool(true)) {
            self.rule(Test::Unique, Mentions::all());
        }
        let schema = &self.form.schema;
        if layer.contains_key("contains")
            && let Some(part) = schema.part(&at.child("contains"))
        {
            self.rule(Test::Contains(part), Mentions::all());
        }
        if layer.contains_key("not")
            && let Some(part) = schema.part(&at.child("not"))
        {
            let mentions = self.form.mentions(&at.child("not"));
            self.rule(Test::Not(part), mentions);
        }
    }

    fn conditions(&mut self, at: &Pointer, layer: &Map<String, Value>) {
        if layer.contains_key("if")
            && let Some(part) = self.form.schema.part(&at.child("if"))
        {
            let place = at.child("if");
            let mentions = self.form.mentions(&place);
            let holds = self.condition(place, When::Accepted(part), mentions);
            self.expand(&at.child(if holds { "then" } else { "else" }));
        }
        for keyword in ["dependencies", "dependentRequired", "dependentSchemas"] {
            let members = layer.get(keyword).and_then(Value::as_object);
            for (name, needed) in members.into_iter().flatten() {
                let place = at.child(keyword).child(name);
                let mut mentions = Mentions::default();
                mentions.add(name);
                if !self.condition(place.clone(), When::Present(name.clone()), mentions) {
                    continue;
                }
                match needed {
                    Value::Array(_) => {
                        for name in names(Some(needed)) {
                            self.layers.required.insert(name.to_owned(), 0);
                        }
                    }
                    _ => self.expand(&place),
                }
            }
        }
    }

    /// Notes a condition and says whether it holds: as it was found last, unless something is being loaded.
    fn condition(&mut self, place: Pointer, when: When, mentions: Mentions) -> bool {
        let known = self
            .form
            .node(self.id)
            .conditions
            .iter()
            .find(|it| it.place == place);
        let holds = match (known, self.given) {
            (Some(known), None) => known.holds,
            _ => self.form.holds(self.id, &when, &mentions, self.given),
        };
        self.layers.conditions.push(Condition {
            place,
            when,
            mentions,
            holds,
        });
        holds
    }
}
