//! What became of every record: reasons first, then a table of any length.

use std::rc::Rc;

use super::composer::Composer;
use super::row::row_dialog;
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{Row, virtual_table};
use crate::console::upload::Job;
use crate::console::view::{
    Element, View, a, button, code, div, fragment, h3, li, live, nothing, p, show, span, td, th,
    thead, tr, ul,
};
use crate::ingest::{Outcome, Progress, ReasonCount, RowFilter, RowView};
use crate::words::{Words, number_text, outcome_label, outcome_reason_text};

/// How many reasons are listed; a filter by reason needs no more.
const REASONS: usize = 20;

/// There once something is known of a record.
pub(super) fn results_view(
    console: Console,
    composer: Composer,
    job: &Rc<Job>,
    progress: Memo<Progress>,
) -> View {
    let filter = RwSignal::new(RowFilter::default());
    let opened = RwSignal::new(None::<RowView>);
    let job = Rc::clone(job);
    let content = move || {
        fragment([
            h3().live_text(console.say(|words| words.posting().results))
                .into(),
            reasons(console, &job, progress, filter),
            filters(console, progress, filter).into(),
            table(console, &job, progress, filter, opened),
            actions(console, composer, &job, progress),
            row_dialog(console, &job, opened),
            next(console, &job, progress),
        ])
    };
    show(
        move || {
            let counts = progress.read().counts;
            counts.accepted + counts.refused + counts.possibly_received > 0
        },
        content,
    )
}

/// Equal reasons together, the most frequent first. Each is a filter.
fn reasons(
    console: Console,
    job: &Rc<Job>,
    progress: Memo<Progress>,
    filter: RwSignal<RowFilter>,
) -> View {
    let job = Rc::clone(job);
    let list = Memo::new(move |_| {
        progress.read();
        let mut reasons = job.look(|upload| upload.ledger().reasons());
        reasons.truncate(REASONS);
        reasons
    });
    let item = move |counted: &ReasonCount| {
        let number = counted.number;
        let is_chosen = move || filter.get().reason == Some(number);
        let choose = move |_| {
            let chosen = filter.get_untracked().reason == Some(number);
            filter.set(RowFilter {
                outcome: None,
                reason: (!chosen).then_some(number),
            });
        };
        let language = console.language.get();
        let count = number_text(u64::from(counted.count), language);
        li().child(
            button()
                .attribute("type", "button")
                .class("reason")
                .live_attribute(
                    "aria-pressed",
                    move || {
                        if is_chosen() { "true" } else { "false" }
                    },
                )
                .on("click", choose)
                .child(span().class("count").text(&count))
                .child(span().text(&outcome_reason_text(&counted.reason, language))),
        )
        .into()
    };
    live(move || {
        let list = list.read();
        if list.is_empty() {
            return nothing();
        }
        ul().class("reasons")
            .live_attribute("aria-label", console.say(|words| words.posting().reasons))
            .children(list.iter().map(item))
            .into()
    })
}

fn filters(console: Console, progress: Memo<Progress>, filter: RwSignal<RowFilter>) -> Element {
    let choice = |outcome: Option<Outcome>| {
        let count = move || {
            let counts = progress.read().counts;
            match outcome {
                None => counts.total,
                Some(Outcome::Accepted) => counts.accepted,
                Some(Outcome::Refused) => counts.refused,
                Some(Outcome::Unknown) => counts.unknown,
                Some(Outcome::InFlight) => counts.in_flight,
                Some(Outcome::Waiting) => counts.waiting - counts.unknown - counts.in_flight,
            }
        };
        let is_chosen = move || {
            let filter = filter.get();
            filter.reason.is_none() && filter.outcome == outcome
        };
        let label = move || match outcome {
            None => console.words().posting().all,
            Some(outcome) => outcome_label(outcome, console.language.get()),
        };
        button()
            .attribute("type", "button")
            .class("category")
            .live_attribute(
                "aria-pressed",
                move || {
                    if is_chosen() { "true" } else { "false" }
                },
            )
            .on("click", move |_| {
                filter.set(RowFilter {
                    outcome,
                    reason: None,
                });
            })
            .live_text(label)
            .child(
                span()
                    .class("count")
                    .live_text(move || number_text(u64::from(count()), console.language.get())),
            )
            .into()
    };
    let mut choices = vec![choice(None)];
    choices.extend(
        [
            Outcome::Accepted,
            Outcome::Refused,
            Outcome::Unknown,
            Outcome::Waiting,
        ]
        .map(|outcome| choice(Some(outcome))),
    );
    div().class("categories").children(choices)
}

fn table(
    console: Console,
    job: &Rc<Job>,
    progress: Memo<Progress>,
    filter: RwSignal<RowFilter>,
    opened: RwSignal<Option<RowView>>,
) -> View {
    let heading = |class: &'static str, words: fn(&'static Words) -> &'static str| {
        th().attribute("scope", "col")
            .class(class)
            .live_text(console.say(words))
            .into()
    };
    let head = thead().child(
        tr().children([
            heading("", |words| words.posting().index),
            heading("number", |words| words.posting().line),
            heading("", |words| words.posting().outcome),
            heading("number", |words| words.posting().status),
            th().attribute("scope", "col")
                .child(code().text("xactionId"))
                .into(),
            heading("number", |words| words.posting().milliseconds),
            heading("long", |words| words.posting().reason),
        ]),
    );
    let (counted, listed) = (Rc::clone(job), Rc::clone(job));
    let count = Memo::new(move |_| {
        progress.read();
        let filter = filter.get();
        counted.look(|upload| upload.ledger().count_rows(&filter))
    });
    let rows = move |from: usize, many: usize| {
        progress.read();
        let filter = filter.get();
        let language = console.language.get();
        let rows = listed.look(|upload| {
            let ledger = upload.ledger();
            let rows = ledger.rows(&filter, from, many);
            let reason = |row: &RowView| {
                let reason = ledger.reason(row.reason?)?;
                Some(outcome_reason_text(reason, language))
            };
            rows.into_iter()
                .map(|row| (reason(&row), row))
                .collect::<Vec<_>>()
        });
        rows.into_iter()
            .map(|(reason, row)| Row {
                key: format!(
                    "{} {:?} {} {}",
                    row.index,
                    row.outcome as u8,
                    row.attempts,
                    language.code()
                ),
                fill: Rc::new(move |line| fill(console, line, &row, reason.as_deref(), opened)),
            })
            .collect()
    };
    let none = move || {
        p().class("quiet")
            .live_text(console.say(|words| words.posting().nothing_of_this_kind))
            .into()
    };
    fragment([
        show(move || count.get() == 0, none),
        div()
            .live_flag("hidden", move || count.get() == 0)
            .child(virtual_table(head, move || count.get(), rows))
            .into(),
    ])
}

fn fill(
    console: Console,
    line: Element,
    row: &RowView,
    reason: Option<&str>,
    opened: RwSignal<Option<RowView>>,
) -> Element {
    let language = console.language.get_untracked();
    let class = match row.outcome {
        Outcome::Accepted => "badge good",
        Outcome::Refused => "badge bad",
        Outcome::Unknown => "badge warn",
        Outcome::Waiting | Outcome::InFlight => "badge",
    };
    let may_be = row.may_be_received.then(|| {
        span()
            .class("badge warn")
            .text(console.words_untracked().posting().may_be_received)
    });
    let kept = row.clone();
    let open = move |_| {
        opened.set(Some(kept.clone()));
        browser::open_dialog(super::row::DIALOG);
    };
    let text = |value: Option<String>| td().text(value.as_deref().unwrap_or("–"));
    line.child(
        th().attribute("scope", "row").child(
            button()
                .attribute("type", "button")
                .class("plain")
                .on("click", open)
                .text(&number_text(u64::from(row.index) + 1, language)),
        ),
    )
    .child(text(row.line.map(|line| number_text(line, language))).class("number"))
    .child(
        td().child(
            span()
                .class(class)
                .text(outcome_label(row.outcome, language)),
        )
        .text(" ")
        .child(may_be),
    )
    .child(text(row.status.map(|status| status.to_string())).class("number"))
    .child(td().child(code().text(row.xaction_id.as_deref().unwrap_or("–"))))
    .child(text(row.latency_ms.map(|latency| latency.to_string())).class("number"))
    .child(td().class("long").text(reason.unwrap_or("")))
}

/// What can be done with the outcomes.
fn actions(console: Console, composer: Composer, job: &Rc<Job>, progress: Memo<Progress>) -> View {
    let action = |words: fn(&'static Words) -> &'static str,
                  act: fn(Console, Composer, Rc<Job>)| {
        let job = Rc::clone(job);
        button()
            .attribute("type", "button")
            .on("click", move |_| act(console, composer, Rc::clone(&job)))
            .live_text(console.say(words))
    };
    let has_refused = move || progress.read().counts.refused > 0;
    let edit = action(
        |words| words.posting().edit_refused,
        |_, composer, job| {
            browser::spawn(async move {
                let parts = job.refused().await;
                composer.intake.take_lines("refused.ndjson", &parts);
                browser::sleep(0).await;
                if !browser::focus("field-records") {
                    browser::focus("field-file");
                }
            });
        },
    );
    let refused = action(
        |words| words.posting().download_refused,
        |_, _, job| {
            browser::spawn(async move {
                let parts = job.refused().await;
                browser::download("refused.ndjson", "application/x-ndjson", &parts);
            });
        },
    );
    let outcomes = action(
        |words| words.posting().download_outcomes,
        |console, _, job| {
            let parts = job.outcomes(console.language.get_untracked());
            browser::download("outcomes.csv", "text/csv", &parts);
        },
    );
    div()
        .class("actions")
        .child(
            edit.live_flag("hidden", move || !has_refused())
                .live_attribute(
                    "title",
                    console.say(|words| words.posting().edit_refused_help),
                ),
        )
        .child(refused.live_flag("hidden", move || !has_refused()))
        .child(outcomes)
        .into()
}

/// What the platform does with accepted records, and where to see it.
fn next(console: Console, job: &Rc<Job>, progress: Memo<Progress>) -> View {
    let flow_id = job.plan().flow_id;
    let content = move || {
        let line =
            |words: fn(&'static Words) -> &'static str| li().live_text(console.say(words)).into();
        let runs = (!flow_id.is_empty()).then(|| {
            p().child(
                a().attribute("href", &Route::Dataflow(flow_id.as_str().into()).href())
                    .live_text(console.say(|words| words.posting().see_runs)),
            )
        });
        div()
            .class("notice good")
            .child(h3().live_text(console.say(|words| words.posting().what_next)))
            .child(ul().children([
                line(|words| words.posting().next_accepted),
                line(|words| words.posting().next_lake),
                line(|words| words.posting().next_runs),
            ]))
            .child(runs)
            .into()
    };
    show(move || progress.read().counts.accepted > 0, content)
}
