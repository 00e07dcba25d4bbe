//! Every rule of a schema has words.

use std::sync::Arc;

use flow_console::schema::{Format, Kind, Pointer, Problem, Rule};
use flow_console::words::Language::{English, French};
use flow_console::words::rule_text;
use serde_json::{Number, Value, json};

use super::check_text;

pub(super) fn problem(at: &str, rule: Rule) -> Problem {
    Problem {
        instance: at.parse().unwrap(),
        schema: Pointer::root(),
        rule,
    }
}

pub(super) fn wants(kind: Kind, found: Kind) -> Rule {
    Rule::Type {
        expected: vec![kind],
        found,
    }
}

pub(super) fn lacks(property: &str) -> Rule {
    Rule::Required {
        property: property.to_owned(),
    }
}

pub(super) fn pattern(pattern: &str) -> Rule {
    Rule::Pattern {
        pattern: pattern.to_owned(),
    }
}

pub(super) fn one_of(values: Value) -> Rule {
    Rule::Enum {
        allowed: Arc::from(values.as_array().unwrap().clone()),
    }
}

pub(super) fn at_least(limit: u64) -> Rule {
    Rule::Minimum {
        limit: limit.into(),
    }
}

/// The name of a rule. It has no arm for “the others”, so that a new rule is missed by [`every_rule_is_worded`].
fn rule_name(rule: &Rule) -> &'static str {
    match rule {
        Rule::Type { .. } => "type",
        Rule::Enum { .. } => "enum",
        Rule::Const { .. } => "const",
        Rule::Minimum { .. } => "minimum",
        Rule::ExclusiveMinimum { .. } => "exclusiveMinimum",
        Rule::Maximum { .. } => "maximum",
        Rule::ExclusiveMaximum { .. } => "exclusiveMaximum",
        Rule::MultipleOf { .. } => "multipleOf",
        Rule::MinLength { .. } => "minLength",
        Rule::MaxLength { .. } => "maxLength",
        Rule::Pattern { .. } => "pattern",
        Rule::Format { .. } => "format",
        Rule::MinItems { .. } => "minItems",
        Rule::MaxItems { .. } => "maxItems",
        Rule::UniqueItems { .. } => "uniqueItems",
        Rule::Contains => "contains",
        Rule::AdditionalItems { .. } => "additionalItems",
        Rule::MinProperties { .. } => "minProperties",
        Rule::MaxProperties { .. } => "maxProperties",
        Rule::Required { .. } => "required",
        Rule::PropertyName { .. } => "propertyNames",
        Rule::AdditionalProperty { .. } => "additionalProperties",
        Rule::DependentRequired { .. } => "dependentRequired",
        Rule::AnyOf { .. } => "anyOf",
        Rule::OneOf { .. } => "oneOf",
        Rule::Not => "not",
        Rule::False => "false",
        Rule::TooDeep { .. } => "tooDeep",
    }
}

/// At least one of each rule.
fn all_rules() -> Vec<Rule> {
    let limit = || Number::from(3);
    let name = || "orders".to_owned();
    let mut rules = vec![
        one_of(json!(["xdm", "raw"])),
        Rule::Const {
            expected: Arc::new(json!("xdm")),
        },
        Rule::Minimum { limit: limit() },
        Rule::ExclusiveMinimum { limit: limit() },
        Rule::Maximum { limit: limit() },
        Rule::ExclusiveMaximum { limit: limit() },
        Rule::MultipleOf { divisor: limit() },
        Rule::UniqueItems {
            first: 0,
            second: 2,
        },
        Rule::Contains,
        lacks("port"),
        Rule::PropertyName {
            property: name(),
            problems: vec![problem("/orders", pattern("^[0-9]+$"))],
        },
        Rule::AdditionalProperty { property: name() },
        Rule::DependentRequired {
            property: name(),
            missing: "port".to_owned(),
        },
        Rule::Not,
        Rule::False,
        Rule::TooDeep { limit: 256 },
    ];
    for text in ["^[0-9]+$", r"^\d{4}$", "^[0-9]{1,5}$", "^[a-z]+$"] {
        rules.push(pattern(text));
    }
    rules.extend(Format::ALL.map(|format| Rule::Format { format }));
    rules.extend(Kind::ALL.map(|kind| wants(Kind::String, kind)));
    for (limit, found) in [(0, 5), (1, 0), (2, 1)] {
        rules.extend([
            Rule::MinLength { limit, found },
            Rule::MaxLength { limit, found },
            Rule::MinItems { limit, found },
            Rule::MaxItems { limit, found },
            Rule::AdditionalItems { limit, found },
            Rule::MinProperties { limit, found },
            Rule::MaxProperties { limit, found },
        ]);
    }
    for branches in all_branches() {
        rules.push(Rule::OneOf {
            matching: 0,
            branches: branches.clone(),
        });
        rules.push(Rule::AnyOf { branches });
    }
    rules.push(Rule::OneOf {
        matching: 2,
        branches: vec![Vec::new(), Vec::new()],
    });
    rules
}

/// Nothing known, kinds alone, a reason for the whole, a reason for a part.
pub(super) fn all_branches() -> [Vec<Vec<Problem>>; 4] {
    let text = || vec![problem("", wants(Kind::String, Kind::Integer))];
    [
        Vec::new(),
        vec![text(), vec![problem("", wants(Kind::Null, Kind::Integer))]],
        vec![text(), vec![problem("", at_least(1024))]],
        vec![text(), vec![problem("/port", at_least(1024))]],
    ]
}

#[test]
fn every_rule_is_worded() {
    let rules = all_rules();
    for rule in &rules {
        let [english, french] = [English, French].map(|language| rule_text(rule, language));
        check_text(&english, English);
        check_text(&french, French);
        assert_ne!(english, french);
    }
    let mut names: Vec<&str> = rules.iter().map(rule_name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 28, "{names:?}");
}

#[test]
fn a_text_never_has_the_keyword() {
    for rule in all_rules() {
        let text = rule_text(&rule, English);
        let name = rule_name(&rule);
        assert!(
            !name.contains(char::is_uppercase) || !text.contains(name),
            "{text}"
        );
    }
}
