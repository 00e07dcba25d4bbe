//! `oneOf`, `anyOf` and lists of types, as layers: values with titles, something that may be null, or a choice between
//! forms.

use serde_json::Value;

use super::branches::{BranchName, Selector, is_of, names, only_value, types};
use super::choice::{Choice, text_of};
use super::conditions::{Mentions, Test};
use super::layers::Expansion;
use crate::schema::{Kind as Type, Pointer};

impl Expansion<'_> {
    /// `oneOf` and `anyOf`: values with titles, something that may be null, or a choice between forms.
    pub(super) fn alternatives(&mut self, place: &Pointer, list: &[Value], exclusive: bool) {
        let branches: Vec<Pointer> = (0..list.len())
            .map(|position| place.index(position))
            .collect();
        if let Some(choices) = self.titled_values(&branches) {
            self.layers.choices.get_or_insert(choices);
            return;
        }
        let resolved = |branch: &Pointer| self.form.resolved(branch).and_then(Value::as_object);
        let branch_types: Vec<Option<Vec<Type>>> = branches
            .iter()
            .map(|branch| resolved(branch).and_then(types))
            .collect();
        let is_null = |position: usize| {
            branch_types
                .get(position)
                .is_some_and(|it| it.as_deref() == Some(&[Type::Null]))
        };
        let mut real = (0..list.len()).filter(|position| !is_null(*position));
        let only = real.next();
        if real.next().is_none() {
            self.layers.nullable |= only.is_some() && list.len() > 1;
            if let Some(branch) = branches.get(only.unwrap_or(0)) {
                self.expand(branch);
            }
            return;
        }
        if let Some(same) = self.same_scalar(&branches, &branch_types) {
            self.layers.types.get_or_insert_with(|| vec![same]);
            return;
        }
        self.select(place, branches, exclusive);
    }

    /// Several ways to restrict the same kind of text or number need no choice: the value shows which it is.
    fn same_scalar(&self, branches: &[Pointer], found: &[Option<Vec<Type>>]) -> Option<Type> {
        let own = match self.layers.types.as_deref() {
            Some([only]) => Some(*only),
            _ => None,
        };
        let mut same = own;
        for (branch, types) in branches.iter().zip(found) {
            let named = self
                .form
                .resolved(branch)
                .is_some_and(|it| it.get("title").is_some());
            let only = match types.as_deref() {
                Some([only]) => Some(*only),
                Some(_) => None,
                None => own,
            };
            if named || only.is_none() || same.is_some() && same != only {
                return None;
            }
            same = only;
        }
        same.filter(|it| !matches!(it, Type::Object | Type::Array | Type::Null))
    }

    fn titled_values(&self, branches: &[Pointer]) -> Option<Vec<Choice>> {
        let mut choices = Vec::new();
        for branch in branches {
            let schema = self.form.resolved(branch)?;
            let value = only_value(schema)?;
            let title = schema
                .get("title")
                .and_then(Value::as_str)
                .map(str::to_owned);
            choices.push(Choice {
                value: value.clone(),
                title: title.unwrap_or_else(|| text_of(value)),
            });
        }
        (!choices.is_empty()).then_some(choices)
    }

    fn select(&mut self, place: &Pointer, branches: Vec<Pointer>, exclusive: bool) {
        let node = self.form.node(self.id);
        let known = node.choices.iter().find(|(at, _)| at == place);
        let chosen = match (self.given, known) {
            (Some(value), _) => self.form.best_branch(&branches, value),
            (None, Some((_, chosen))) => *chosen,
            (None, None) => node.required.then_some(0),
        };
        let branch_names = branches
            .iter()
            .enumerate()
            .map(|(position, branch)| self.form.branch_name(branch, position));
        self.layers.selectors.push(Selector {
            place: place.clone(),
            branches: branch_names.collect(),
            chosen,
            optional: !node.required,
        });
        let Some(branch) = chosen.and_then(|chosen| branches.get(chosen)) else {
            return;
        };
        if exclusive {
            self.only_one(&branches, branch);
        }
        self.expand(branch);
    }

    /// What follows from no other branch being allowed to fit.
    fn only_one(&mut self, branches: &[Pointer], chosen: &Pointer) {
        let schema = &self.form.schema;
        let mut mentions = Mentions::default();
        let mut others = Vec::new();
        let own = self.form.resolved(chosen);
        let is_own = |name: &str| {
            own.is_some_and(|it| {
                names(it.get("required")).contains(&name)
                    || it
                        .get("properties")
                        .is_some_and(|all| all.get(name).is_some())
            })
        };
        for branch in branches {
            self.form.collect(branch, &mut mentions, 0);
            if branch == chosen {
                continue;
            }
            others.extend(schema.part(branch));
            let asked = self
                .form
                .resolved(branch)
                .map(|it| names(it.get("required")));
            for name in asked.into_iter().flatten().filter(|name| !is_own(name)) {
                self.layers.others.push(name.to_owned());
            }
        }
        if let Some(chosen) = schema.part(chosen) {
            self.rule(Test::Single(others, chosen), mentions);
        }
    }

    /// A value of several types is of one of them at a time.
    pub(super) fn choose_type(&mut self) {
        let Some(all) = self.layers.types.clone().filter(|all| all.len() > 1) else {
            return;
        };
        let document = self.form.schema.document();
        let is_listed = |at: &Pointer| {
            let layer = at.get(document);
            layer.is_some_and(|it| it.get("enum").is_some() || it.get("const").is_some())
        };
        if self.layers.active.iter().any(is_listed) {
            return;
        }
        let place = match self.layers.active.first() {
            Some(layer) if self.layers.choices.is_none() => layer.child("type"),
            _ => return,
        };
        let node = self.form.node(self.id);
        let known = node.choices.iter().find(|(at, _)| *at == place);
        let chosen = match (self.given, known) {
            (Some(value), _) => all.iter().position(|it| is_of(value, *it)),
            (None, Some((_, chosen))) => *chosen,
            (None, None) => None,
        };
        let chosen = chosen.unwrap_or(0);
        self.layers.types = all.get(chosen).map(|it| vec![*it]);
        self.layers.selectors.push(Selector {
            place,
            branches: all.into_iter().map(BranchName::Type).collect(),
            chosen: Some(chosen),
            optional: false,
        });
    }
}
