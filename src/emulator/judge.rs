//! Parameters against the JSON Schema that the catalog has for them, and what to say when they do not fit.

use serde_json::Value;

use super::refusal::Refusal;
use crate::schema::{Pointer, Problem, Rule, Schema};

/// Accepts a value that fits any of the schemas; otherwise reports what is wrong for the nearest one.
///
/// Several schemas stand for one authentication type when a source offers it in two clouds under the same name.
///
/// # Errors
/// A refusal whose sentence names every parameter, as in `auth.params.port: must be …`, with `; ` between them.
/// No value is repeated in it, since it may be a secret.
pub(super) fn parameters(value: &Value, schemas: &[&Value], place: &str) -> Result<(), Refusal> {
    parameters_but(value, schemas, place, &|_| false)
}

/// The same of a value that is not known as a whole: problems of places that `excused` knows do not count.
///
/// # Errors
/// As those of [`parameters`].
pub(super) fn parameters_but(
    value: &Value,
    schemas: &[&Value],
    place: &str,
    excused: &dyn Fn(&Pointer) -> bool,
) -> Result<(), Refusal> {
    let nearest = schemas
        .iter()
        .map(|schema| {
            let mut problems = Schema::parse(schema).validate(value);
            problems.retain(|problem| !is_excused(problem, excused));
            problems
        })
        .min_by_key(Vec::len)
        .unwrap_or_default();
    if nearest.is_empty() {
        return Ok(());
    }
    let mut sentences: Vec<String> = Vec::new();
    for problem in nearest.iter().flat_map(leaves) {
        let sentence = sentence(problem, place);
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    Err(Refusal::parameters(sentences.join("; ")))
}

/// A variant that would fit but for what is excused is taken for fitting.
fn is_excused(problem: &Problem, excused: &dyn Fn(&Pointer) -> bool) -> bool {
    match &problem.rule {
        Rule::AnyOf { branches }
        | Rule::OneOf {
            branches,
            matching: 0,
        } => branches.iter().any(|branch| {
            let mut below = branch.iter();
            below.all(|problem| is_excused(problem, excused))
        }),
        _ => excused(&problem.instance),
    }
}

/// What is wrong in the nearest branch of a variant, rather than that none fits.
fn leaves(problem: &Problem) -> Vec<&Problem> {
    let (Rule::AnyOf { branches }
    | Rule::OneOf {
        branches,
        matching: 0,
    }) = &problem.rule
    else {
        return vec![problem];
    };
    match branches.iter().min_by_key(|branch| branch.len()) {
        Some(nearest) if !nearest.is_empty() => nearest.iter().flat_map(leaves).collect(),
        _ => vec![problem],
    }
}

fn sentence(problem: &Problem, place: &str) -> String {
    let mut path = place.to_owned();
    // What is missing or too much is named itself, not the object that it is missing from.
    let member = match &problem.rule {
        Rule::Required { property }
        | Rule::AdditionalProperty { property }
        | Rule::DependentRequired {
            missing: property, ..
        } => Some(property.as_str()),
        _ => None,
    };
    for token in problem.instance.tokens().chain(member) {
        path.push('.');
        path.push_str(token);
    }
    format!("{path}: {}", complaint(&problem.rule))
}

fn complaint(rule: &Rule) -> String {
    match rule {
        Rule::Type { expected, .. } => {
            let words: Vec<&str> = expected.iter().map(|kind| kind.as_str()).collect();
            format!("must be of type {}", words.join(" or "))
        }
        Rule::Enum { allowed } => {
            let words: Vec<String> = allowed.iter().map(Value::to_string).collect();
            format!("must be one of {}", words.join(", "))
        }
        Rule::Const { expected } => format!("must be {expected}"),
        Rule::Minimum { limit } => format!("must be at least {limit}"),
        Rule::ExclusiveMinimum { limit } => format!("must be more than {limit}"),
        Rule::Maximum { limit } => format!("must be at most {limit}"),
        Rule::ExclusiveMaximum { limit } => format!("must be less than {limit}"),
        Rule::MultipleOf { divisor } => format!("must be a multiple of {divisor}"),
        Rule::MinLength { limit, .. } => format!("must have at least {limit} characters"),
        Rule::MaxLength { limit, .. } => format!("must have at most {limit} characters"),
        Rule::Pattern { pattern } => format!("must match the pattern {pattern}"),
        Rule::Format { format } => format!("must be of the format {}", format.name()),
        Rule::MinItems { limit, .. } => format!("must have at least {limit} elements"),
        Rule::MaxItems { limit, .. } | Rule::AdditionalItems { limit, .. } => {
            format!("must have at most {limit} elements")
        }
        Rule::UniqueItems { .. } => "must not repeat an element".to_owned(),
        Rule::Contains => "lacks an element that is needed".to_owned(),
        Rule::MinProperties { limit, .. } => format!("must have at least {limit} members"),
        Rule::MaxProperties { limit, .. } => format!("must have at most {limit} members"),
        Rule::Required { .. } => "is required".to_owned(),
        Rule::PropertyName { .. } => "has a member whose name is not allowed".to_owned(),
        Rule::AdditionalProperty { .. } | Rule::Not | Rule::False => "is not allowed".to_owned(),
        Rule::DependentRequired { property, .. } => format!("is required beside {property}"),
        Rule::AnyOf { .. } | Rule::OneOf { matching: 0, .. } => {
            "fits none of the variants".to_owned()
        }
        Rule::OneOf { .. } => "fits more than one variant".to_owned(),
        Rule::TooDeep { limit } => format!("is nested deeper than {limit} levels"),
    }
}
