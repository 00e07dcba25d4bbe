//! The branches of `oneOf` and `anyOf`: what they are called, and which one a value belongs to.

use serde_json::{Map, Value};

use super::Form;
use super::choice::text_of;
use crate::schema::{Kind as Type, Pointer};

/// A choice between the forms that a value may have.
#[derive(Debug)]
pub struct Selector {
    /// The place of the keyword in the schema document.
    pub(super) place: Pointer,
    /// In the schema's order; the position is what a control names them by.
    pub branches: Vec<BranchName>,
    /// The position of the chosen one; none while the value is not wanted.
    pub chosen: Option<usize>,
    /// Whether none may be chosen.
    pub optional: bool,
}

/// By what a branch is told from the others.
#[derive(Clone, Debug, PartialEq)]
pub enum BranchName {
    /// The schema's own title.
    Title(String),
    /// The value that only this branch has, at a member or as a whole.
    Const(String),
    /// The name of the definition that it refers to.
    Definition(String),
    /// The members it asks for.
    Requires(Vec<String>),
    /// The type of its values.
    Type(Type),
    /// Its position, from one.
    Number(usize),
}

/// The types that a schema names, if it does.
pub(super) fn types(schema: &Map<String, Value>) -> Option<Vec<Type>> {
    let names: Vec<&str> = match schema.get("type")? {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    let types: Vec<Type> = names.into_iter().filter_map(type_of).collect();
    (!types.is_empty()).then_some(types)
}

fn type_of(name: &str) -> Option<Type> {
    Some(match name {
        "null" => Type::Null,
        "boolean" => Type::Boolean,
        "integer" => Type::Integer,
        "number" => Type::Number,
        "string" => Type::String,
        "array" => Type::Array,
        "object" => Type::Object,
        _ => return None,
    })
}

/// Whether a value is of a type.
pub(super) fn is_of(value: &Value, wanted: Type) -> bool {
    let found = Type::of(value);
    found == wanted || wanted == Type::Number && found == Type::Integer
}

/// The only value that a schema allows, if there is one.
pub(super) fn only_value(schema: &Value) -> Option<&Value> {
    schema.get("const").or_else(|| {
        match schema
            .get("enum")
            .and_then(Value::as_array)
            .map(Vec::as_slice)
        {
            Some([only]) => Some(only),
            _ => None,
        }
    })
}

impl Form {
    /// The schema at a place of the schema document, without references.
    pub(super) fn resolved(&self, place: &Pointer) -> Option<&Value> {
        let end = self.schema.resolve(place)?;
        end.get(self.schema.document())
    }

    /// What the branch at a place is called.
    pub(super) fn branch_name(&self, place: &Pointer, position: usize) -> BranchName {
        let written = place.get(self.schema.document());
        let Some(branch) = self.resolved(place).and_then(Value::as_object) else {
            return BranchName::Number(position + 1);
        };
        let title = |schema: &Value| {
            schema
                .get("title")
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        let title = written.and_then(title).or_else(|| {
            branch
                .get("title")
                .and_then(Value::as_str)
                .map(str::to_owned)
        });
        if let Some(title) = title.filter(|title| !title.is_empty()) {
            return BranchName::Title(title);
        }
        let members = branch.get("properties").and_then(Value::as_object);
        let fixed = members
            .into_iter()
            .flatten()
            .find_map(|(_, member)| only_value(member));
        if let Some(value) = fixed.or_else(|| branch.get("const")) {
            return BranchName::Const(text_of(value));
        }
        let reference = written
            .and_then(|it| it.get("$ref"))
            .and_then(Value::as_str);
        if let Some((_, name)) = reference.and_then(|it| it.rsplit_once('/')) {
            return BranchName::Definition(name.to_owned());
        }
        let required = names(branch.get("required"));
        if !required.is_empty() {
            return BranchName::Requires(required.into_iter().map(str::to_owned).collect());
        }
        match types(branch).as_deref() {
            Some([only]) if *only != Type::Object => BranchName::Type(*only),
            _ => BranchName::Number(position + 1),
        }
    }

    /// The branch that a value belongs to, or comes closest to.
    pub(super) fn best_branch(&self, places: &[Pointer], value: &Value) -> Option<usize> {
        let mut best = None;
        for (position, place) in places.iter().enumerate() {
            let score = self.score(place, value);
            if best.is_none_or(|(_, known)| score > known) {
                best = Some((position, score));
            }
        }
        best.map(|(position, _)| position)
    }

    /// A branch that accepts the value comes first, then what its fixed members, its names and its type say.
    fn score(&self, place: &Pointer, value: &Value) -> i64 {
        let mut score = 0;
        if self
            .schema
            .part(place)
            .is_some_and(|part| part.accepts(value))
        {
            score += 10_000;
        }
        let Some(branch) = self.resolved(place).and_then(Value::as_object) else {
            return score;
        };
        if types(branch).is_some_and(|types| !types.iter().any(|it| is_of(value, *it))) {
            score -= 5_000;
        }
        let members = branch.get("properties").and_then(Value::as_object);
        for (name, schema) in members.into_iter().flatten() {
            let Some(found) = value.get(name) else {
                continue;
            };
            score += match only_value(schema) {
                Some(wanted) if wanted == found => 100,
                Some(_) => -100,
                None => 2,
            };
        }
        let missing = names(branch.get("required"))
            .into_iter()
            .filter(|name| value.get(*name).is_none());
        score - 3 * i64::try_from(missing.count()).unwrap_or(0)
    }
}

/// The strings of a list.
pub(super) fn names(list: Option<&Value>) -> Vec<&str> {
    let list = list.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).collect()
}
