//! The validator, case by case.
//!
//! A case is a schema, a value and the problems it has, each written as
//! `place in the value | place in the schema | rule`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "schema/combinations.rs"]
mod combinations;
#[path = "schema/depth.rs"]
mod depth;
#[path = "schema/formats.rs"]
mod formats;
#[path = "schema/patterns.rs"]
mod patterns;
#[path = "schema/pointers.rs"]
mod pointers;
#[path = "schema/references.rs"]
mod references;
#[path = "schema/sizes.rs"]
mod sizes;
#[path = "schema/structures.rs"]
mod structures;
#[path = "schema/values.rs"]
mod values;

use std::time::{Duration, Instant};

use flow_console::schema::{Flaw, Problem, Rule, Schema};
use serde_json::Value;

/// Validates `value` and compares the problems.
fn check(schema: &str, value: &str, expected: &[&str]) {
    let schema = Schema::parse(&json(schema));
    assert_eq!(defects(&schema), Vec::<String>::new());
    check_with(&schema, value, expected);
}

/// The same for a schema with defects, each written as `place | flaw`.
fn check_defective(schema: &str, expected_defects: &[&str], value: &str, expected: &[&str]) {
    let schema = Schema::parse(&json(schema));
    assert_eq!(defects(&schema), expected_defects);
    check_with(&schema, value, expected);
}

fn check_with(schema: &Schema, value: &str, expected: &[&str]) {
    let value = json(value);
    let problems = schema.validate(&value);
    let problems: Vec<String> = problems.iter().map(describe).collect();
    assert_eq!(
        problems,
        expected,
        "{} against {}",
        value,
        schema.document()
    );
    assert_eq!(schema.accepts(&value), expected.is_empty());
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn defects(schema: &Schema) -> Vec<String> {
    let defects = schema.defects().iter();
    defects
        .map(|defect| format!("{} | {}", defect.schema, describe_flaw(&defect.flaw)))
        .collect()
}

fn describe(problem: &Problem) -> String {
    let rule = describe_rule(&problem.rule);
    format!("{} | {} | {rule}", problem.instance, problem.schema)
}

fn describe_all(problems: &[Problem]) -> String {
    let all: Vec<String> = problems.iter().map(describe).collect();
    format!("({})", all.join("; "))
}

fn describe_branches(branches: &[Vec<Problem>]) -> String {
    branches.iter().map(|branch| describe_all(branch)).collect()
}

fn describe_rule(rule: &Rule) -> String {
    match rule {
        Rule::Type { expected, found } => {
            let expected: Vec<_> = expected.iter().map(|kind| kind.as_str()).collect();
            format!("type {}, found {}", expected.join(" or "), found.as_str())
        }
        Rule::Enum { allowed } => format!("one of {}", Value::from(allowed.to_vec())),
        Rule::Const { expected } => format!("equals {expected}"),
        Rule::Minimum { limit } => format!("at least {limit}"),
        Rule::ExclusiveMinimum { limit } => format!("more than {limit}"),
        Rule::Maximum { limit } => format!("at most {limit}"),
        Rule::ExclusiveMaximum { limit } => format!("less than {limit}"),
        Rule::MultipleOf { divisor } => format!("multiple of {divisor}"),
        Rule::MinLength { limit, found } => format!("length {limit} or more, found {found}"),
        Rule::MaxLength { limit, found } => format!("length {limit} or less, found {found}"),
        Rule::Pattern { pattern } => format!("matches {pattern}"),
        Rule::Format { format } => format!("is a {}", format.name()),
        Rule::MinItems { limit, found } => format!("{limit} items or more, found {found}"),
        Rule::MaxItems { limit, found } => format!("{limit} items or less, found {found}"),
        Rule::UniqueItems { first, second } => format!("unlike items, {second} repeats {first}"),
        Rule::Contains => "contains".to_owned(),
        Rule::AdditionalItems { limit, found } => format!("only {limit} items, found {found}"),
        Rule::MinProperties { limit, found } => format!("{limit} members or more, found {found}"),
        Rule::MaxProperties { limit, found } => format!("{limit} members or less, found {found}"),
        Rule::Required { property } => format!("has {property}"),
        Rule::PropertyName { property, problems } => {
            format!("name {property} {}", describe_all(problems))
        }
        Rule::AdditionalProperty { property } => format!("has no {property}"),
        Rule::DependentRequired { property, missing } => format!("{property} needs {missing}"),
        Rule::AnyOf { branches } => format!("any of {}", describe_branches(branches)),
        Rule::OneOf { matching, branches } => {
            format!("one of, found {matching} {}", describe_branches(branches))
        }
        Rule::Not => "not".to_owned(),
        Rule::False => "nothing".to_owned(),
        Rule::TooDeep { limit } => format!("within {limit} levels"),
    }
}

fn describe_flaw(flaw: &Flaw) -> String {
    match flaw {
        Flaw::NoSchema => "no schema".to_owned(),
        Flaw::Malformed => "malformed".to_owned(),
        Flaw::UnresolvedReference { reference } => format!("unresolved {reference}"),
        Flaw::RemoteReference { reference } => format!("remote {reference}"),
        Flaw::EndlessReference => "endless".to_owned(),
        Flaw::InvalidPattern { pattern } => format!("invalid {pattern}"),
        Flaw::UnsafePattern { pattern } => format!("unsafe {pattern}"),
        Flaw::SlowPattern { pattern, longest } => format!("slow beyond {longest} {pattern}"),
        Flaw::UncheckedPattern { pattern } => format!("unchecked {pattern}"),
        Flaw::TooDeep { limit } => format!("deeper than {limit}"),
    }
}

/// Far more than any of these takes, in a debug build on a busy machine, and far less than what
/// quadratic time would be.
const LIMIT: Duration = Duration::from_secs(20);

fn timed<T>(action: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = action();
    assert!(start.elapsed() < LIMIT, "took {:?}", start.elapsed());
    result
}

fn nested(levels: usize, wrap: impl Fn(Value) -> Value) -> Value {
    (1..levels).fold(Value::from(1), |inner, _| wrap(inner))
}

fn rules(schema: &Schema, value: &Value) -> Vec<Rule> {
    let problems = schema.validate(value).into_iter();
    problems.map(|problem| problem.rule).collect()
}
