//! What is said about records: everything has words, in both languages.

use flow_console::ingest::{
    CellKind, ColumnProblem, Columns, EnvelopeFault, Finding, FindingKind, Format, JsonFault,
    PlaceholderGroup, TemplateFault, TemplateProblem, Unreadable, placeholders, samples,
};
use flow_console::schema::Schema;
use flow_console::words::Language::{self, English, French};
use flow_console::words::{
    cell_kind_label, column_problem_text, finding_kind_label, finding_text,
    placeholder_group_label, placeholder_text, sample_label, source_format_label,
    template_problem_text, unreadable_text,
};
use serde_json::json;

use super::{check_text, firm};

fn both(say: &dyn Fn(Language) -> String) {
    let [english, french] = [English, French].map(say);
    // How placeholders are written is no sentence.
    check_text(&english.replace(['{', '}'], ""), English);
    check_text(&french.replace(['{', '}'], ""), French);
    assert!(!english.contains(" {}"), "a place is left open: {english}");
    assert_ne!(english, french);
}

/// Labels differ from each other; between the languages they need not.
fn labels(count: usize, say: &dyn Fn(usize, Language) -> &'static str) {
    for language in [English, French] {
        let mut labels: Vec<&str> = (0..count).map(|place| say(place, language)).collect();
        for label in &labels {
            check_text(label, language);
        }
        labels.sort_unstable();
        labels.dedup();
        assert_eq!(labels.len(), count, "{labels:?}");
    }
}

fn unreadable() -> Vec<Unreadable> {
    let mut reasons = vec![
        Unreadable::NotAnObject,
        Unreadable::TooLarge { bytes: 2_000_000 },
        Unreadable::NotUtf8,
        Unreadable::OpenQuote,
        Unreadable::TextBehindQuote { cell: 2 },
        Unreadable::TooManyCells {
            expected: 2,
            found: 3,
        },
        Unreadable::TooFewCells {
            expected: 2,
            found: 1,
        },
        Unreadable::NoHeader,
    ];
    for fault in JsonFault::ALL {
        reasons.push(Unreadable::NotJson {
            line: 3,
            column: 4,
            fault,
        });
    }
    for kind in CellKind::ALL {
        let header = "abc".to_owned();
        reasons.push(Unreadable::WrongCell { header, kind });
    }
    reasons
}

fn template_faults() -> Vec<TemplateFault> {
    let usage = "{{int 1 100}}";
    vec![
        TemplateFault::Open,
        TemplateFault::Unknown {
            name: "abc".to_owned(),
        },
        TemplateFault::Arguments { usage },
        TemplateFault::WrongOrder { usage },
        TemplateFault::Adjacent,
        TemplateFault::NotJson(JsonFault::MissingComma),
        TemplateFault::NotAnObject,
    ]
}

fn findings() -> Vec<Finding> {
    let schema = Schema::parse(&json!({ "properties": { "n": { "minimum": 5 } } }));
    let mut findings: Vec<Finding> = schema
        .validate(&json!({ "n": 1 }))
        .into_iter()
        .map(Finding::Schema)
        .collect();
    assert_eq!(findings.len(), 1);
    findings.extend([
        Finding::TooLarge { bytes: 1_000_001 },
        Finding::Large { bytes: 10_001 },
        Finding::Envelope(EnvelopeFault::Missing {
            part: "header.flowId",
        }),
        Finding::Envelope(EnvelopeFault::Differs {
            part: "header.flowId",
            found: "a".to_owned(),
            expected: "b".to_owned(),
        }),
        Finding::Envelope(EnvelopeFault::TwoSchemas),
        Finding::NotChecked,
    ]);
    findings
}

#[test]
fn everything_is_worded() {
    for reason in unreadable() {
        both(&|language| unreadable_text(&reason, language));
    }
    let columns = Columns::guess("a,b\n", Format::Comma).unwrap();
    for problem in [
        ColumnProblem::SamePath {
            first: 0,
            second: 1,
        },
        ColumnProblem::Through { outer: 0, inner: 1 },
        ColumnProblem::Mixed {
            first: 0,
            second: 1,
        },
        ColumnProblem::EmptyPath { column: 7 },
        ColumnProblem::TooDeep { column: 0 },
        ColumnProblem::NothingLeft,
    ] {
        both(&|language| column_problem_text(&problem, &columns, language));
    }
    for fault in template_faults() {
        let problem = TemplateProblem {
            line: 1,
            column: 2,
            fault,
        };
        both(&|language| template_problem_text(&problem, language));
    }
    for finding in findings() {
        both(&|language| finding_text(&finding, language));
    }
}

#[test]
fn everything_has_a_label() {
    labels(Format::ALL.len(), &|place, language| {
        source_format_label(Format::ALL[place], language)
    });
    labels(CellKind::ALL.len(), &|place, language| {
        cell_kind_label(CellKind::ALL[place], language)
    });
    let groups = PlaceholderGroup::ALL;
    labels(groups.len(), &|place, language| {
        placeholder_group_label(groups[place], language)
    });
    let kinds = FindingKind::ALL;
    labels(kinds.len(), &|place, language| {
        finding_kind_label(kinds[place], language)
    });
    let known = placeholders();
    labels(known.len(), &|place, language| {
        placeholder_text(&known[place], language)
    });
    let samples = samples();
    labels(samples.len(), &|place, language| {
        sample_label(samples[place].name, language)
    });
    labels(JsonFault::ALL.len(), &|place, language| {
        let fault = JsonFault::ALL[place];
        let reason = Unreadable::NotJson {
            line: 1,
            column: 1,
            fault,
        };
        unreadable_text(&reason, language).leak()
    });
}

#[test]
fn some_of_them_word_by_word() {
    let fault = JsonFault::ExtraComma;
    let reason = Unreadable::NotJson {
        line: 3,
        column: 57,
        fault,
    };
    assert_eq!(
        unreadable_text(&reason, English),
        "Line 3, column 57: there is a comma too many."
    );
    assert_eq!(
        firm(&unreadable_text(&reason, French)),
        "Ligne 3, colonne 57~: il y a une virgule de trop."
    );
    let findings = findings();
    assert!(finding_text(&findings[0], English).starts_with("/n: "));
}
