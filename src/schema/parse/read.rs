//! The keywords of one schema → its checks. What is malformed is reported and left out.

use std::sync::Arc;

use serde_json::{Map, Number, Value};

use super::{Parser, Place};
use crate::schema::compare;
use crate::schema::evaluate::MAX_VALUE_DEPTH;
use crate::schema::format::Format;
use crate::schema::keyword::{Allowed, Body, Check, NodeId, NumberTest, Test, TextTest};
use crate::schema::number;
use crate::schema::order::ordered;
use crate::schema::pattern::Pattern;
use crate::schema::problem::{Flaw, Kind};

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

pub(super) struct Reader<'r, 'd> {
    pub(super) parser: &'r mut Parser<'d>,
    pub(super) place: &'r Place<'d>,
    pub(super) keywords: &'d Map<String, Value>,
    checks: Vec<Check>,
}

type NumberKeyword = (&'static str, fn(Number) -> NumberTest);

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
                    let of = |position| values.get(position).unwrap_or(&Value::Null);
                    let sorted = ordered(values.len(), &|left, right| {
                        compare::compare(of(left), of(right))
                    });
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
        let tests: [NumberKeyword; 5] = [
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
                    if keyword != "multipleOf" || number::is_positive(number) =>
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

    pub(super) fn push(&mut self, keyword: &'static str, test: Test) {
        self.checks.push(Check { keyword, test });
    }

    pub(super) fn malformed(&mut self, below: &[&str]) {
        self.parser.defect(self.place.id, below, Flaw::Malformed);
    }

    /// A count may be written as `2.0`, as any integer.
    pub(super) fn count(&mut self, keyword: &'static str) -> Option<u64> {
        let value = self.keywords.get(keyword)?;
        let count = value.as_number().and_then(number::count);
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

    pub(super) fn pattern(&mut self, source: &str, below: &[&str]) -> Pattern {
        let (pattern, flaw) = Pattern::read(source);
        if let Some(flaw) = flaw {
            self.parser.defect(self.place.id, below, flaw);
        }
        pattern
    }

    pub(super) fn schema(&mut self, keyword: &'static str) -> Option<NodeId> {
        let value = self.keywords.get(keyword)?;
        Some(self.parser.below(self.place, &[keyword], value))
    }

    pub(super) fn schemas(&mut self, keyword: &'static str) -> Option<Vec<NodeId>> {
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

    pub(super) fn schema_map(&mut self, keyword: &'static str) -> Vec<(String, NodeId)> {
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
pub(super) fn texts(value: &Value) -> Option<Vec<String>> {
    let texts = value.as_array()?.iter();
    texts.map(|text| text.as_str().map(str::to_owned)).collect()
}
