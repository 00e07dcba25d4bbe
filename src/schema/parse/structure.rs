//! The keywords that hold other schemas, and their neighbours about arrays and objects.

use serde_json::Value;

use super::read::{Reader, texts};
use crate::schema::keyword::{ArrayTest, Combination, Members, NodeId, ObjectTest, Test};
use crate::schema::order::ordered;
use crate::schema::pattern::Pattern;

type ListKeyword = (&'static str, fn(Vec<NodeId>) -> Combination);

impl Reader<'_, '_> {
    pub(super) fn array(&mut self) {
        if let Some(limit) = self.count("minItems") {
            self.push("minItems", Test::Array(ArrayTest::MinItems(limit)));
        }
        if let Some(limit) = self.count("maxItems") {
            self.push("maxItems", Test::Array(ArrayTest::MaxItems(limit)));
        }
        match self.keywords.get("uniqueItems") {
            Some(Value::Bool(true)) => {
                self.push("uniqueItems", Test::Array(ArrayTest::UniqueItems));
            }
            None | Some(Value::Bool(false)) => {}
            Some(_) => self.malformed(&["uniqueItems"]),
        }
        let additional = self.schema("additionalItems");
        match self.keywords.get("items") {
            Some(Value::Array(_)) => {
                let leading = self.schemas("items").unwrap_or_default();
                let test = ArrayTest::Tuple {
                    leading,
                    additional,
                };
                self.push("items", Test::Array(test));
            }
            Some(_) => {
                if let Some(each) = self.schema("items") {
                    self.push("items", Test::Array(ArrayTest::Each(each)));
                }
            }
            None => {}
        }
        if let Some(part) = self.schema("contains") {
            self.push("contains", Test::Array(ArrayTest::Contains(part)));
        }
    }

    pub(super) fn object(&mut self) {
        if let Some(limit) = self.count("minProperties") {
            self.push(
                "minProperties",
                Test::Object(ObjectTest::MinProperties(limit)),
            );
        }
        if let Some(limit) = self.count("maxProperties") {
            self.push(
                "maxProperties",
                Test::Object(ObjectTest::MaxProperties(limit)),
            );
        }
        match self.keywords.get("required").map(texts) {
            None => {}
            Some(Some(names)) => self.push("required", Test::Object(ObjectTest::Required(names))),
            Some(None) => self.malformed(&["required"]),
        }
        let parts = self.schema_map("properties");
        let by_name = ordered(parts.len(), &|left, right| {
            let name = |position: usize| parts.get(position).map(|part| &part.0);
            name(left).cmp(&name(right))
        });
        let sorted = by_name
            .into_iter()
            .filter_map(|position| parts.get(position));
        let members = Members {
            named: sorted.cloned().collect(),
            patterns: self.pattern_properties(),
            additional: self.schema("additionalProperties"),
        };
        let empty = members.named.is_empty() && members.patterns.is_empty();
        if !empty || members.additional.is_some() {
            self.push("properties", Test::Object(ObjectTest::Members(members)));
        }
        if let Some(part) = self.schema("propertyNames") {
            self.push(
                "propertyNames",
                Test::Object(ObjectTest::PropertyNames(part)),
            );
        }
        self.dependencies("dependencies", true, true);
        self.dependencies("dependentRequired", true, false);
        self.dependencies("dependentSchemas", false, true);
    }

    fn pattern_properties(&mut self) -> Vec<(Pattern, NodeId)> {
        let keyword = "patternProperties";
        let parts = self.schema_map(keyword).into_iter();
        parts
            .map(|(source, part)| (self.pattern(&source, &[keyword, &source]), part))
            .collect()
    }

    /// `dependencies` holds lists of names and schemas; its two successors hold one of them each.
    fn dependencies(&mut self, keyword: &'static str, lists: bool, schemas: bool) {
        let members = match self.keywords.get(keyword) {
            None => return,
            Some(Value::Object(members)) => members,
            Some(_) => return self.malformed(&[keyword]),
        };
        let (mut required, mut parts) = (Vec::new(), Vec::new());
        for (name, value) in members {
            match value {
                Value::Array(_) if lists => match texts(value) {
                    Some(missing) => required.push((name.clone(), missing)),
                    None => self.malformed(&[keyword, name]),
                },
                Value::Object(_) | Value::Bool(_) if schemas => {
                    let part = self.parser.below(self.place, &[keyword, name], value);
                    parts.push((name.clone(), part));
                }
                _ => self.malformed(&[keyword, name]),
            }
        }
        if !required.is_empty() {
            let test = ObjectTest::DependentRequired(required);
            self.push(keyword, Test::Object(test));
        }
        if !parts.is_empty() {
            let test = Combination::DependentSchemas(parts);
            self.push(keyword, Test::Combination(test));
        }
    }

    pub(super) fn combinations(&mut self) {
        let lists: [ListKeyword; 3] = [
            ("allOf", Combination::AllOf),
            ("anyOf", Combination::AnyOf),
            ("oneOf", Combination::OneOf),
        ];
        for (keyword, test) in lists {
            if let Some(parts) = self.schemas(keyword) {
                if parts.is_empty() {
                    self.malformed(&[keyword]);
                } else {
                    self.push(keyword, Test::Combination(test(parts)));
                }
            }
        }
        if let Some(part) = self.schema("not") {
            self.push("not", Test::Combination(Combination::Not(part)));
        }
        let (then, otherwise) = (self.schema("then"), self.schema("else"));
        if let Some(condition) = self.schema("if") {
            let test = Combination::If {
                condition,
                then,
                otherwise,
            };
            self.push("if", Test::Combination(test));
        }
    }
}
