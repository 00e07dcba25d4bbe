//! What was found in the records before any of them is sent.

use super::columns::columns_view;
use super::composer::Composer;
use crate::console::request_panel::body_view;
use crate::console::state::Console;
use crate::console::upload::{Finding, Ready};
use crate::console::view::{
    Element, View, code, details, div, fragment, li, nothing, p, span, strong, summary, ul,
};
use crate::ingest::{FindingKind, RecordFinding, UnreadableLine};
use crate::words::{
    finding_kind_label, finding_text, number_text, size_text, template_problem_text,
    unreadable_text,
};

/// As many lines of a list are shown.
const MOST_SHOWN: usize = 100;

/// Follows the first pass.
pub(super) fn found_view(console: Console, composer: Composer) -> View {
    let intake = composer.intake;
    let status = move || {
        let words = console.words().posting();
        let language = console.language.get();
        let size = |bytes: f64| size_text(bytes as u64, language);
        match &**intake.finding.read() {
            Finding::Nothing => nothing(),
            Finding::Reading { done, whole } => p()
                .class("quiet")
                .text(&(words.reading)(&size(*done), &size(*whole)))
                .into(),
            Finding::WrongTemplate(problem) => p()
                .class("error")
                .text(&template_problem_text(problem, language))
                .into(),
            Finding::Ready(ready) => summary_of(console, ready),
        }
    };
    let rest = move || match composer.ready() {
        Some(ready) => fragment([
            unreadable(console, &ready),
            findings(console, &ready),
            preview(console, &ready),
        ]),
        None => nothing(),
    };
    fragment([
        div()
            .id("records-found")
            .attribute("aria-live", "polite")
            .live(status)
            .into(),
        columns_view(console, composer),
        div().class("stack").live(rest).into(),
    ])
}

fn summary_of(console: Console, ready: &Ready) -> View {
    let words = console.words().posting();
    let language = console.language.get();
    let survey = &ready.survey;
    let number = number_text(u64::from(survey.total), language);
    let size = |bytes: f64| size_text(bytes as u64, language);
    if survey.total == 0 {
        let class = if survey.unreadable > 0 {
            "error"
        } else {
            "quiet"
        };
        return p().class(class).text(words.no_records).into();
    }
    let largest = (words.longest)(&size(survey.largest as f64));
    let found = (words.found)(u64::from(survey.total), &number, &size(survey.bytes as f64));
    let enveloped = (survey.enveloped == survey.total && ready.treatment.checks.envelope.is_some())
        .then(|| p().class("help").text(words.already_enveloped));
    let interrupted = ready
        .is_interrupted
        .then(|| p().class("error").text(words.interrupted));
    fragment([
        p().child(strong().text(&found))
            .child(span().class("quiet").text(&format!(" · {largest}")))
            .into(),
        enveloped.into(),
        interrupted.into(),
    ])
}

/// A list that begins open when it is short.
fn listed(class: &str, title: String, lines: Vec<View>, rest: Option<String>) -> Element {
    let list = details()
        .class(class)
        .child(summary().text(&title))
        .child(ul().class("lines").children(lines));
    list.child(rest.map(|rest| p().class("help").text(&rest)))
}

/// What is said about a line of the source.
fn line_item(console: Console, line: u64, said: &str) -> View {
    let line = format!("{} {line}", console.words().posting().line);
    li().child(code().text(&line)).text(" ").text(said).into()
}

fn rest_of(console: Console, listed: usize, all: u32) -> Option<String> {
    let shown = listed.min(MOST_SHOWN);
    let is_cut = usize::try_from(all).is_ok_and(|all| all > shown);
    let shown = number_text(shown as u64, console.language.get());
    is_cut.then(|| (console.words().posting().first_of)(&shown))
}

fn unreadable(console: Console, ready: &Ready) -> View {
    let survey = &ready.survey;
    if survey.unreadable == 0 {
        return nothing();
    }
    let words = console.words().posting();
    let language = console.language.get();
    let number = number_text(u64::from(survey.unreadable), language);
    let line = |line: &UnreadableLine| {
        line_item(console, line.line, &unreadable_text(&line.reason, language))
    };
    let lines = survey.unreadable_lines.iter().take(MOST_SHOWN).map(line);
    let title = (words.unreadable)(u64::from(survey.unreadable), &number);
    let rest = rest_of(console, survey.unreadable_lines.len(), survey.unreadable);
    listed("notice bad", title, lines.collect(), rest)
        .attribute("open", "")
        .into()
}

fn findings(console: Console, ready: &Ready) -> View {
    let survey = &ready.survey;
    let language = console.language.get();
    let views = FindingKind::ALL.into_iter().map(|kind| {
        let count = survey.count(kind);
        if count == 0 {
            return nothing();
        }
        let number = number_text(u64::from(count), language);
        let of_kind: Vec<&RecordFinding> = survey
            .findings
            .iter()
            .filter(|finding| finding.finding.kind() == kind)
            .collect();
        let lines = of_kind.iter().take(MOST_SHOWN).map(|finding| {
            let said = finding_text(&finding.finding, language);
            line_item(console, finding.line, &said)
        });
        let title = format!("{} ({number})", finding_kind_label(kind, language));
        let rest = rest_of(console, of_kind.len(), count);
        listed("notice warn", title, lines.collect(), rest).into()
    });
    fragment(views.collect::<Vec<_>>())
}

fn preview(console: Console, ready: &Ready) -> View {
    let is_worth_it = super::composer::is_template(ready)
        || ready.treatment.checks.envelope.is_some()
        || ready.survey.total > 1;
    match ready.first.first() {
        Some(first) if is_worth_it => details()
            .class("more")
            .child(summary().live_text(console.say(|words| words.posting().preview)))
            .child(body_view(first, &[]))
            .into(),
        _ => nothing(),
    }
}
