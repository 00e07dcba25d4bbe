//! The rules that records are held against, as validation before the answer does at once and ingestion does later.
//!
//! The emulator knows no dataset's schema. It has the members that Adobe's own classes and field groups put at the
//! top of a record in `xdm_rules.json`; anything else belongs below the tenant's name, which begins with an
//! underscore. A record that is in no XDM envelope is only mapped later, and by a mapping that the emulator does not
//! know either: of such a one, `_id` and `timestamp` are looked at, and only when validation is asked for.

use serde_json::{Value, json};

use super::sentinel;
use crate::schema::{Problem, Rule, Schema};

/// How many violations are told of one record (streaming validation guide).
const TOLD: usize = 5;

/// What goes wrong when a mapping fails, and when a record does not fit the schema.
const MAPPING_FAILED: &str = "MAPPER-3700-400";
const RECORD_WRONG: &str = "INGEST-1401-400";

/// The rules, ready to be used.
pub(super) fn rules() -> Schema {
    let document = serde_json::from_str(include_str!("xdm_rules.json"));
    Schema::parse(&document.unwrap_or_default())
}

/// What is inside an XDM envelope; `None` for a record that is in none.
pub(super) fn entity(record: &Value) -> Option<&Value> {
    record.get("header")?;
    let entity = record.get("body")?.get("xdmEntity")?;
    entity.is_object().then_some(entity)
}

/// What validation before the answer says, in its own form; nothing of a good record.
pub(super) fn violations(rules: &Schema, record: &Value) -> Vec<Value> {
    let found = match entity(record) {
        Some(entity) => problems(rules, entity),
        None => {
            let is_looked_at = |problem: &Problem| {
                let first = problem.instance.tokens().next();
                matches!(first, Some("_id" | "timestamp"))
            };
            let problems = rules.validate(record).into_iter();
            problems.filter(is_looked_at).map(Violation::of).collect()
        }
    };
    let told = found.into_iter().take(TOLD);
    told.map(|violation| violation.to_json()).collect()
}

/// Why a record that was taken is not stored later: a code, and a sentence.
pub(super) fn failure(rules: &Schema, record: &Value) -> Option<(&'static str, String)> {
    let entity = entity(record);
    let id = entity.unwrap_or(record).get("_id").and_then(Value::as_str);
    if id.is_some_and(sentinel::fails_later) {
        return Some((MAPPING_FAILED, "The mapping failed".to_owned()));
    }
    let entity = entity?;
    if rules.accepts(entity) && surplus(rules, entity).next().is_none() {
        return None;
    }
    let first = problems(rules, entity).into_iter().next()?;
    Some((RECORD_WRONG, format!("{}: {}", first.place, first.message)))
}

struct Violation {
    schema: String,
    place: String,
    keyword: String,
    message: String,
}

fn problems(rules: &Schema, entity: &Value) -> Vec<Violation> {
    let found = rules.validate(entity).into_iter().map(Violation::of);
    let surplus = surplus(rules, entity).map(|name| Violation {
        schema: "#".to_owned(),
        place: "#".to_owned(),
        keyword: "additionalProperties".to_owned(),
        message: format!("extraneous key [{name}] is not permitted"),
    });
    found.chain(surplus).collect()
}

/// The members at the top that are neither Adobe's nor the tenant's.
fn surplus<'a>(rules: &'a Schema, entity: &'a Value) -> impl Iterator<Item = &'a String> {
    let known = rules.document().get("properties");
    entity
        .as_object()
        .into_iter()
        .flat_map(serde_json::Map::keys)
        .filter(move |name| {
            !name.starts_with('_') && known.is_none_or(|known| known.get(name.as_str()).is_none())
        })
}

impl Violation {
    fn of(problem: Problem) -> Self {
        let keyword = problem.schema.last().unwrap_or_default().to_owned();
        let schema = problem.schema.parent().unwrap_or_default();
        Self {
            schema: format!("#{schema}"),
            place: format!("#{}", problem.instance),
            keyword,
            message: sentence(&problem.rule),
        }
    }

    fn to_json(&self) -> Value {
        json!({
            "schemaLocation": self.schema,
            "pointerToViolation": self.place,
            "causingExceptions": [],
            "keyword": self.keyword,
            "message": self.message,
        })
    }
}

/// In the manner of the sentences that Adobe prints. No value is repeated, so that equal faults read equal.
fn sentence(rule: &Rule) -> String {
    match rule {
        Rule::Type { expected, found } => {
            let capital = |word: &'static str| {
                let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
                first.to_ascii_uppercase() + rest
            };
            let words: Vec<String> = expected.iter().map(|kind| capital(kind.as_str())).collect();
            let found = capital(found.as_str());
            format!("expected type: {}, found: {found}", words.join(" or "))
        }
        Rule::Format { format } => format!("the value is not a valid {}", format.name()),
        Rule::Enum { .. } => "the value is not a valid enum value".to_owned(),
        Rule::MinLength { limit, .. } => format!("expected minLength: {limit}"),
        Rule::MaxLength { limit, .. } => format!("expected maxLength: {limit}"),
        Rule::Minimum { limit } => format!("the value is not greater or equal to {limit}"),
        Rule::Maximum { limit } => format!("the value is not less or equal to {limit}"),
        Rule::DependentRequired { missing, .. } => format!("required key [{missing}] not found"),
        // The rules above are all that the file has.
        _ => "the value is not valid".to_owned(),
    }
}
