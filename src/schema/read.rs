//! The keywords of one schema → its checks. What is malformed is reported and left out.

use std::sync::Arc;

use serde_json::{Map, Number, Value};

use super::compare;
use super::format::Format;
use super::keyword::{
    Allowed, ArrayTest, Body, Check, Combination, Members, NodeId, NumberTest, ObjectTest, Test,
    TextTest,
};
use super::parse::{Parser, Place};
use super::pattern::Pattern;
use super::problem::{Flaw, Kind};
use super::validate::MAX_VALUE_DEPTH;

/// Reads the schema at a place and everything it says about itself; the schemas inside it are
/// only noted.
pub(super) fn schema<'d>(parser: &mut Parser<'d>, place: &Place<'d>) {
    let keywords = match place.value {
        Value::Object(keywords) => keywords,
        Value::Bool(false) => return parser.finish(place.id, Body::Never),
        Value::Bool(true) => return,
        _ => {
            parser.finish(place.id, Body::Unknown);
            return parser.defect(place.id, &[], Flaw::NoSchema);
        }
    };
    let mut reader = Reader {
        parser,
        place,
        keywords,
        checks: Vec::new(),
    };
    reader.schema_map("definitions");
    reader.schema_map("$defs");
    if let Some(Value::String(reference)) = keywords.get("$ref") {
        // In draft-07 everything beside a reference is ignored; definitions ask nothing anyway.
        return parser.refer(place, reference);
    }
    if keywords.contains_key("$ref") {
        reader.malformed(&["$ref"]);
    }
    reader.any_kind();
    reader.number();
    reader.text();
    reader.array();
    reader.object();
    reader.combinations();
    if !reader.checks.is_empty() {
        let checks = reader.checks;
        parser.finish(place.id, Body::Checks(checks));
    }
}

struct Reader<'r, 'd> {
    parser: &'r mut Parser<'d>,
    place: &'r Place<'d>,
    keywords: &'d Map<String, Value>,
    checks: Vec<Check>,
}

impl<'d> Reader<'_, 'd> {
    fn any_kind(&mut self) {
        if let Some(word) = self.keywords.get("type") {
            let words = word
                .as_array()
                .map_or(std::slice::from_ref(word), Vec::as_slice);
            let kinds: Option<Vec<Kind>> = words
                .iter()
                .map(|word| word.as_str().and_then(Kind::from_word))
                .collect();
            match kinds {
                Some(kinds) if !kinds.is_empty() => self.push("type", Test::Type(kinds)),
                _ => self.malformed(&["type"]),
            }
        }
        if let Some(value) = self.shallow("enum") {
            match value.as_array() {
                Some(values) => {
                    let mut sorted: Vec<usize> = (0..values.len()).collect();
                    let of = |position: &usize| values.get(*position).unwrap_or(&Value::Null);
                    sorted.sort_by(|left, right| compare::compare(of(left), of(right)));
                    let values = Arc::from(values.as_slice());
                    self.push("enum", Test::Enum(Allowed { values, sorted }));
                }
                None => self.malformed(&["enum"]),
            }
        }
        if let Some(value) = self.shallow("const") {
            self.push("const", Test::Const(Arc::new(value.clone())));
        }
    }

    fn number(&mut self) {
        let tests: [(&'static str, fn(Number) -> NumberTest); 5] = [
            ("minimum", NumberTest::Minimum),
            ("exclusiveMinimum", NumberTest::ExclusiveMinimum),
            ("maximum", NumberTest::Maximum),
            ("exclusiveMaximum", NumberTest::ExclusiveMaximum),
            ("multipleOf", NumberTest::MultipleOf),
        ];
        for (keyword, test) in tests {
            match self.keywords.get(keyword) {
                None => {}
                Some(Value::Number(number))
                    if keyword != "multipleOf" || number.as_f64() > Some(0.0) =>
                {
                    self.push(keyword, Test::Number(test(number.clone())));
                }
                Some(_) => self.malformed(&[keyword]),
            }
        }
    }

    fn text(&mut self) {
        if let Some(limit) = self.count("minLength") {
            self.push("minLength", Test::Text(TextTest::MinLength(limit)));
        }
        if let Some(limit) = self.count("maxLength") {
            self.push("maxLength", Test::Text(TextTest::MaxLength(limit)));
        }
        match self.keywords.get("pattern") {
            None => {}
            Some(Value::String(source)) => {
                let pattern = self.pattern(source, &["pattern"]);
                self.push("pattern", Test::Text(TextTest::Pattern(pattern)));
            }
            Some(_) => self.malformed(&["pattern"]),
        }
        match self.keywords.get("format") {
            None => {}
            Some(Value::String(name)) => {
                if let Some(format) = Format::from_name(name) {
                    self.push("format", Test::Text(TextTest::Format(format)));
                }
            }
            Some(_) => self.malformed(&["format"]),
        }
    }

    fn array(&mut self) {
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

    fn object(&mut self) {
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
        let members = Members {
            named: self.schema_map("properties").into_iter().collect(),
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

    fn combinations(&mut self) {
        let lists: [(&'static str, fn(Vec<NodeId>) -> Combination); 3] = [
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

    fn push(&mut self, keyword: &'static str, test: Test) {
        self.checks.push(Check { keyword, test });
    }

    fn malformed(&mut self, below: &[&str]) {
        self.parser.defect(self.place.id, below, Flaw::Malformed);
    }

    /// A count may be written as `2.0`, as any integer.
    fn count(&mut self, keyword: &'static str) -> Option<u64> {
        let value = self.keywords.get(keyword)?;
        let float = value.as_f64().filter(|it| *it >= 0.0 && it.fract() == 0.0);
        // A limit beyond 64 bits is as good as the largest one: the cast saturates.
        let count = value.as_u64().or(float.map(|it| it as u64));
        if count.is_none() {
            self.malformed(&[keyword]);
        }
        count
    }

    /// A value that is compared with others, so that it must not be nested too deep.
    fn shallow(&mut self, keyword: &'static str) -> Option<&'d Value> {
        let value = self.keywords.get(keyword)?;
        if compare::depth_within(value, MAX_VALUE_DEPTH) {
            return Some(value);
        }
        let limit = MAX_VALUE_DEPTH;
        self.parser
            .defect(self.place.id, &[keyword], Flaw::TooDeep { limit });
        None
    }

    fn pattern(&mut self, source: &str, below: &[&str]) -> Pattern {
        let (pattern, flaw) = Pattern::read(source);
        if let Some(flaw) = flaw {
            self.parser.defect(self.place.id, below, flaw);
        }
        pattern
    }

    fn schema(&mut self, keyword: &'static str) -> Option<NodeId> {
        let value = self.keywords.get(keyword)?;
        Some(self.parser.below(self.place, &[keyword], value))
    }

    fn schemas(&mut self, keyword: &'static str) -> Option<Vec<NodeId>> {
        let Some(values) = self.keywords.get(keyword)?.as_array() else {
            self.malformed(&[keyword]);
            return None;
        };
        let values = values.iter().enumerate();
        let parts = values.map(|(position, value)| {
            let tokens = [keyword, &position.to_string()];
            self.parser.below(self.place, &tokens, value)
        });
        Some(parts.collect())
    }

    fn schema_map(&mut self, keyword: &'static str) -> Vec<(String, NodeId)> {
        let members = match self.keywords.get(keyword) {
            None => return Vec::new(),
            Some(Value::Object(members)) => members,
            Some(_) => {
                self.malformed(&[keyword]);
                return Vec::new();
            }
        };
        let parts = members.iter().map(|(name, value)| {
            let part = self.parser.below(self.place, &[keyword, name], value);
            (name.clone(), part)
        });
        parts.collect()
    }
}

/// A list of texts, as `required` has it.
fn texts(value: &Value) -> Option<Vec<String>> {
    let texts = value.as_array()?.iter();
    texts.map(|text| text.as_str().map(str::to_owned)).collect()
}
