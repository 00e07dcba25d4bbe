//! What is said about records before they are sent: how they are read, made, put into envelopes and checked.

mod english;
mod french;

use super::Language;
use super::fill::{fill, shorten};
use super::problem::rule_text;
use crate::ingest::{
    CellKind, ColumnProblem, Columns, EnvelopeFault, Finding, FindingKind, Format, JsonFault,
    Placeholder, PlaceholderGroup, SampleName, TemplateFault, TemplateProblem, Unreadable,
};

/// The longest piece of a source, in characters, that a sentence repeats.
const LONGEST_PIECE: usize = 60;

/// All sentences in one language. What stands at a `{}` is the same in all languages.
struct Sentences {
    formats: [&'static str; 6],
    kinds: [&'static str; 4],
    unreadable: UnreadableLines,
    /// In the order of `JsonFault::ALL`.
    faults: [&'static str; 16],
    /// Line, column, what is wrong there.
    at: &'static str,
    column: ColumnProblems,
    template: TemplateFaults,
    groups: [&'static str; 7],
    /// By the name of the placeholder.
    placeholders: [(&'static str, &'static str); 22],
    samples: Samples,
    finding: Findings,
}

struct UnreadableLines {
    not_an_object: &'static str,
    too_large: &'static str,
    not_utf8: &'static str,
    open_quote: &'static str,
    text_behind_quote: &'static str,
    too_many_cells: &'static str,
    too_few_cells: &'static str,
    /// The header, and what the column holds.
    wrong_cell: &'static str,
    no_header: &'static str,
}

struct ColumnProblems {
    same_path: &'static str,
    through: &'static str,
    mixed: &'static str,
    empty_path: &'static str,
    too_deep: &'static str,
    nothing_left: &'static str,
}

struct TemplateFaults {
    open: &'static str,
    unknown: &'static str,
    arguments: &'static str,
    wrong_order: &'static str,
    adjacent: &'static str,
    not_an_object: &'static str,
}

struct Samples {
    tutorial: &'static str,
    profile: &'static str,
    event: &'static str,
    order: &'static str,
    page_view: &'static str,
}

struct Findings {
    too_large: &'static str,
    large: &'static str,
    missing: &'static str,
    differs: &'static str,
    two_schemas: &'static str,
    /// The place in the record, and the rule.
    schema: &'static str,
    not_checked: &'static str,
    /// In the order of `FindingKind::ALL`.
    kinds: [&'static str; 4],
}

fn sentences(language: Language) -> &'static Sentences {
    match language {
        Language::English => &english::ENGLISH,
        Language::French => &french::FRENCH,
    }
}

/// What a source is written in, for a list to choose from.
pub fn source_format_label(format: Format, language: Language) -> &'static str {
    in_order(&Format::ALL, &sentences(language).formats, format)
}

/// What the cells of a column are, for a list to choose from.
pub fn cell_kind_label(kind: CellKind, language: Language) -> &'static str {
    in_order(&CellKind::ALL, &sentences(language).kinds, kind)
}

/// Why something is no record. Where it begins is said elsewhere.
pub fn unreadable_text(reason: &Unreadable, language: Language) -> String {
    let say = sentences(language);
    let words = &say.unreadable;
    match reason {
        Unreadable::NotJson {
            line,
            column,
            fault,
        } => {
            let fault = in_order(&JsonFault::ALL, &say.faults, *fault);
            fill(say.at, &[line, column, &fault])
        }
        Unreadable::NotAnObject => words.not_an_object.to_owned(),
        Unreadable::TooLarge { bytes } => fill(words.too_large, &[bytes]),
        Unreadable::NotUtf8 => words.not_utf8.to_owned(),
        Unreadable::OpenQuote => words.open_quote.to_owned(),
        Unreadable::TextBehindQuote { cell } => fill(words.text_behind_quote, &[cell]),
        Unreadable::TooManyCells { expected, found } => {
            fill(words.too_many_cells, &[found, expected])
        }
        Unreadable::TooFewCells { expected, found } => {
            fill(words.too_few_cells, &[found, expected])
        }
        Unreadable::WrongCell { header, kind } => {
            let kind = cell_kind_label(*kind, language);
            fill(words.wrong_cell, &[&piece(header), &kind])
        }
        Unreadable::NoHeader => words.no_header.to_owned(),
    }
}

/// Why columns cannot make a record, and what to do.
pub fn column_problem_text(
    problem: &ColumnProblem,
    columns: &Columns,
    language: Language,
) -> String {
    let words = &sentences(language).column;
    let header = |column: &usize| match columns.list.get(*column) {
        Some(it) if !it.header.is_empty() => piece(&it.header),
        _ => (column + 1).to_string(),
    };
    match problem {
        ColumnProblem::SamePath { first, second } => {
            fill(words.same_path, &[&header(first), &header(second)])
        }
        ColumnProblem::Through { outer, inner } => {
            fill(words.through, &[&header(inner), &header(outer)])
        }
        ColumnProblem::Mixed { first, second } => {
            fill(words.mixed, &[&header(first), &header(second)])
        }
        ColumnProblem::EmptyPath { column } => fill(words.empty_path, &[&header(column)]),
        ColumnProblem::TooDeep { column } => fill(words.too_deep, &[&header(column)]),
        ColumnProblem::NothingLeft => words.nothing_left.to_owned(),
    }
}

/// Why a template makes no records, with the place.
pub fn template_problem_text(problem: &TemplateProblem, language: Language) -> String {
    let say = sentences(language);
    let words = &say.template;
    let what = match &problem.fault {
        TemplateFault::Open => words.open.to_owned(),
        TemplateFault::Unknown { name } => fill(words.unknown, &[&piece(name)]),
        TemplateFault::Arguments { usage } => fill(words.arguments, &[usage]),
        TemplateFault::WrongOrder { usage } => fill(words.wrong_order, &[usage]),
        TemplateFault::Adjacent => words.adjacent.to_owned(),
        TemplateFault::NotJson(fault) => in_order(&JsonFault::ALL, &say.faults, *fault).to_owned(),
        TemplateFault::NotAnObject => words.not_an_object.to_owned(),
    };
    fill(say.at, &[&problem.line, &problem.column, &what])
}

/// What a placeholder is filled with.
pub fn placeholder_text(placeholder: &Placeholder, language: Language) -> &'static str {
    let texts = &sentences(language).placeholders;
    let text = texts.iter().find(|(name, _)| *name == placeholder.name);
    text.map_or("", |(_, text)| text)
}

/// What placeholders are listed under.
pub fn placeholder_group_label(group: PlaceholderGroup, language: Language) -> &'static str {
    in_order(&PlaceholderGroup::ALL, &sentences(language).groups, group)
}

/// The name of a template to begin with.
pub fn sample_label(sample: SampleName, language: Language) -> &'static str {
    let words = &sentences(language).samples;
    match sample {
        SampleName::Tutorial => words.tutorial,
        SampleName::XdmProfile => words.profile,
        SampleName::XdmEvent => words.event,
        SampleName::Order => words.order,
        SampleName::PageView => words.page_view,
    }
}

/// What should be known about a record before it is sent.
pub fn finding_text(finding: &Finding, language: Language) -> String {
    let words = &sentences(language).finding;
    match finding {
        Finding::TooLarge { bytes } => fill(words.too_large, &[bytes]),
        Finding::Large { bytes } => fill(words.large, &[bytes]),
        Finding::Envelope(EnvelopeFault::Missing { part }) => fill(words.missing, &[part]),
        Finding::Envelope(EnvelopeFault::Differs {
            part,
            found,
            expected,
        }) => fill(words.differs, &[part, &piece(found), &piece(expected)]),
        Finding::Envelope(EnvelopeFault::TwoSchemas) => words.two_schemas.to_owned(),
        Finding::Schema(problem) => {
            let rule = rule_text(&problem.rule, language);
            let place = problem.instance.to_string();
            if place.is_empty() {
                rule
            } else {
                fill(words.schema, &[&piece(&place), &rule])
            }
        }
        Finding::NotChecked => words.not_checked.to_owned(),
    }
}

/// What findings are counted by, for a heading.
pub fn finding_kind_label(kind: FindingKind, language: Language) -> &'static str {
    in_order(&FindingKind::ALL, &sentences(language).finding.kinds, kind)
}

/// The text that stands where a value does.
fn in_order<T: Copy + PartialEq>(values: &[T], texts: &[&'static str], value: T) -> &'static str {
    let place = values.iter().position(|it| *it == value);
    let text = place.and_then(|place| texts.get(place));
    text.copied().unwrap_or_default()
}

fn piece(text: &str) -> String {
    shorten(text, LONGEST_PIECE)
}
