//! What is said at a field: what is wrong with it, and what is wanted.

mod branches;
mod english;
mod french;
mod pattern;

use serde_json::{Number, Value};

use super::Language;
use super::fill::{Counted, fill, shorten};
use crate::form::FieldProblem;
use crate::schema::{Format, Kind, Rule};

/// The most values of a list that a sentence names.
const VALUES_SHOWN: usize = 6;

/// The longest piece of a schema or of a value, in characters, that a sentence repeats.
const LONGEST_PIECE: usize = 60;

/// All sentences and their parts in one language. What stands at a `{}` is the same in all languages.
struct Sentences {
    missing: &'static str,
    not_an_integer: &'static str,
    not_a_number: &'static str,
    not_json: &'static str,
    repeated_name: &'static str,
    unchosen: &'static str,
    same_name: &'static str,
    at: &'static str,
    kind: &'static str,
    or: &'static str,
    null: &'static str,
    boolean: &'static str,
    integer: &'static str,
    number: &'static str,
    string: &'static str,
    array: &'static str,
    object: &'static str,
    one_of: &'static str,
    only: &'static str,
    at_least: &'static str,
    more_than: &'static str,
    at_most: &'static str,
    less_than: &'static str,
    multiple: &'static str,
    at_least_now: &'static str,
    at_most_now: &'static str,
    characters: Counted,
    entries: Counted,
    properties: Counted,
    digits: &'static str,
    exactly: Counted,
    digits_between: &'static str,
    pattern: &'static str,
    date_time: &'static str,
    date: &'static str,
    time: &'static str,
    email: &'static str,
    hostname: &'static str,
    ipv4: &'static str,
    ipv6: &'static str,
    uri: &'static str,
    uri_reference: &'static str,
    uuid: &'static str,
    regex: &'static str,
    json_pointer: &'static str,
    repeated: &'static str,
    contains: &'static str,
    lacks: &'static str,
    unknown: &'static str,
    needs: &'static str,
    name: &'static str,
    no_form: &'static str,
    closest: &'static str,
    closest_at: &'static str,
    many_forms: &'static str,
    ruled_out: &'static str,
    nothing: &'static str,
    too_deep: &'static str,
}

fn sentences(language: Language) -> &'static Sentences {
    match language {
        Language::English => &english::ENGLISH,
        Language::French => &french::FRENCH,
    }
}

/// What is wrong with an input and what is wanted, in one or two sentences.
pub fn problem_text(problem: &FieldProblem, language: Language) -> String {
    let say = sentences(language);
    match problem {
        FieldProblem::Missing => say.missing.to_owned(),
        FieldProblem::NotAnInteger => say.not_an_integer.to_owned(),
        FieldProblem::NotANumber => say.not_a_number.to_owned(),
        // The parser is at column 0 when a line has just begun.
        FieldProblem::NotJson { line, column } => fill(say.not_json, &[line, column.max(&1)]),
        FieldProblem::RepeatedName { name, line, column } => {
            fill(say.repeated_name, &[&piece(name), line, column])
        }
        FieldProblem::Unchosen => say.unchosen.to_owned(),
        FieldProblem::SameName => say.same_name.to_owned(),
        FieldProblem::Broken(rule) => rule_text(rule, language),
        FieldProblem::BrokenAt { place, rule } => {
            let place = place.to_string();
            fill(say.at, &[&piece(&place), &rule_text(rule, language)])
        }
        // The service's own words.
        FieldProblem::Refused(message) => message.clone(),
    }
}

/// What a rule wants of the value that breaks it.
pub fn rule_text(rule: &Rule, language: Language) -> String {
    let say = Voice {
        words: sentences(language),
        language,
    };
    match rule {
        Rule::PropertyName { property, problems } => {
            let name = fill(say.words.name, &[&piece(property)]);
            match problems.first() {
                Some(problem) => join(&name, &say.rule(&problem.rule)),
                None => name,
            }
        }
        Rule::AnyOf { branches }
        | Rule::OneOf {
            matching: 0,
            branches,
        } => branches::text(branches, &say),
        rule => say.rule(rule),
    }
}

/// A kind of JSON value.
pub(super) fn kind_name(kind: Kind, language: Language) -> &'static str {
    Voice {
        words: sentences(language),
        language,
    }
    .kind(kind)
}

/// The sentences of a language, with the rules for their parts.
struct Voice {
    words: &'static Sentences,
    language: Language,
}

impl Voice {
    /// A rule alone, without what is wrong inside of it: one reason helps, a reason for a reason does not.
    fn rule(&self, rule: &Rule) -> String {
        let words = self.words;
        match rule {
            Rule::Type { expected, found } => {
                fill(words.kind, &[&self.kinds(expected), &self.kind(*found)])
            }
            Rule::Enum { allowed } => self.one_of(allowed),
            Rule::Const { expected } => fill(words.only, &[&value_text(expected)]),
            Rule::Minimum { limit } => fill(words.at_least, &[&plain(limit)]),
            Rule::ExclusiveMinimum { limit } => fill(words.more_than, &[&plain(limit)]),
            Rule::Maximum { limit } => fill(words.at_most, &[&plain(limit)]),
            Rule::ExclusiveMaximum { limit } => fill(words.less_than, &[&plain(limit)]),
            Rule::MultipleOf { divisor } => fill(words.multiple, &[&plain(divisor)]),
            Rule::MinLength { limit, found } => self.at_least(&words.characters, *limit, *found),
            Rule::MaxLength { limit, found } => self.at_most(&words.characters, *limit, *found),
            Rule::Pattern { pattern } => pattern::text(pattern, self),
            Rule::Format { format } => self.format(*format).to_owned(),
            Rule::MinItems { limit, found } => self.at_least(&words.entries, *limit, *found),
            Rule::MaxItems { limit, found } | Rule::AdditionalItems { limit, found } => {
                self.at_most(&words.entries, *limit, *found)
            }
            // People count from one.
            Rule::UniqueItems { first, second } => {
                fill(words.repeated, &[&(first + 1), &(second + 1)])
            }
            Rule::Contains => words.contains.to_owned(),
            Rule::MinProperties { limit, found } => {
                self.at_least(&words.properties, *limit, *found)
            }
            Rule::MaxProperties { limit, found } => self.at_most(&words.properties, *limit, *found),
            Rule::Required { property } => fill(words.lacks, &[&piece(property)]),
            Rule::PropertyName { property, .. } => fill(words.name, &[&piece(property)]),
            Rule::AdditionalProperty { property } => fill(words.unknown, &[&piece(property)]),
            Rule::DependentRequired { property, missing } => {
                fill(words.needs, &[&piece(property), &piece(missing)])
            }
            Rule::AnyOf { .. } | Rule::OneOf { matching: 0, .. } => words.no_form.to_owned(),
            Rule::OneOf { matching, .. } => fill(words.many_forms, &[matching]),
            Rule::Not => words.ruled_out.to_owned(),
            Rule::False => words.nothing.to_owned(),
            Rule::TooDeep { limit } => fill(words.too_deep, &[limit]),
        }
    }

    fn at_least(&self, counted: &Counted, limit: u64, found: u64) -> String {
        fill(
            self.words.at_least_now,
            &[&counted.of(limit, self.language), &found],
        )
    }

    fn at_most(&self, counted: &Counted, limit: u64, found: u64) -> String {
        fill(
            self.words.at_most_now,
            &[&counted.of(limit, self.language), &found],
        )
    }

    fn one_of(&self, allowed: &[Value]) -> String {
        let shown: Vec<String> = allowed.iter().take(VALUES_SHOWN).map(value_text).collect();
        let end = if allowed.len() > shown.len() {
            ", …"
        } else {
            "."
        };
        fill(self.words.one_of, &[&shown.join(", ")]) + end
    }

    /// “text, a number or null”
    fn kinds(&self, kinds: &[Kind]) -> String {
        let names: Vec<&str> = kinds.iter().map(|kind| self.kind(*kind)).collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                [&rest.join(", "), self.words.or, last].concat()
            }
            _ => names.concat(),
        }
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Null => self.words.null,
            Kind::Boolean => self.words.boolean,
            Kind::Integer => self.words.integer,
            Kind::Number => self.words.number,
            Kind::String => self.words.string,
            Kind::Array => self.words.array,
            Kind::Object => self.words.object,
        }
    }

    fn format(&self, format: Format) -> &'static str {
        match format {
            Format::DateTime => self.words.date_time,
            Format::Date => self.words.date,
            Format::Time => self.words.time,
            Format::Email => self.words.email,
            Format::Hostname => self.words.hostname,
            Format::Ipv4 => self.words.ipv4,
            Format::Ipv6 => self.words.ipv6,
            Format::Uri => self.words.uri,
            Format::UriReference => self.words.uri_reference,
            Format::Uuid => self.words.uuid,
            Format::Regex => self.words.regex,
            Format::JsonPointer => self.words.json_pointer,
        }
    }
}

fn join(first: &str, second: &str) -> String {
    [first, " ", second].concat()
}

/// A value as one would type it: strings without quotation marks, unless that leaves nothing to see.
fn value_text(value: &Value) -> String {
    match value.as_str().map(piece) {
        Some(text) if !text.is_empty() => text,
        _ => piece(&value.to_string()),
    }
}

/// `3` for `3.0`. With a point in every language, since that is how it must be typed.
fn plain(number: &Number) -> String {
    let text = number.to_string();
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

fn piece(text: &str) -> String {
    shorten(text, LONGEST_PIECE)
}
