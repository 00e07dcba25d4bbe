//! The numbers of an upload: how many, how fast, and how fast at most.

use std::rc::Rc;

use web_sys::Event;

use crate::console::browser;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::upload::{Job, Standing};
use crate::console::view::{Element, View, dd, div, dl, dt, input, label, nothing, output};
use crate::ingest::{End, Progress, Settings};
use crate::words::{duration_text, number_text, size_text};

/// Accepted and refused as parts of the whole.
pub(super) fn bar(progress: Memo<Progress>) -> Element {
    let share = move |count: fn(&Progress) -> u32| {
        move || {
            let progress = progress.read();
            let total = u64::from(progress.counts.total.max(1));
            (u64::from(count(&progress)) * 1000 / total).to_string()
        }
    };
    let part = || {
        Element::drawing("rect")
            .attribute("y", "0")
            .attribute("height", "8")
    };
    let accepted = part()
        .class("accepted")
        .live_attribute("width", share(|progress| progress.counts.accepted));
    let refused = part()
        .class("refused")
        .live_attribute("x", share(|progress| progress.counts.accepted))
        .live_attribute("width", share(|progress| progress.counts.refused));
    Element::drawing("svg")
        .class("share")
        .attribute("viewBox", "0 0 1000 8")
        .attribute("preserveAspectRatio", "none")
        .attribute("aria-hidden", "true")
        .child(accepted)
        .child(refused)
}

/// The four numbers that always add up. They hold plain digits, for whoever reads them with a program.
pub(super) fn counts(console: Console, progress: Memo<Progress>) -> Element {
    type Count = fn(&Progress) -> u32;
    let figure =
        |name: &str, words: fn(&'static crate::words::Words) -> &'static str, count: Count| {
            div()
                .child(dt().live_text(console.say(words)))
                .child(
                    dd().child(
                        output()
                            .attribute("name", name)
                            .live_text(move || count(&progress.read()).to_string()),
                    ),
                )
                .into()
        };
    dl().class("figures").children([
        figure("total", |words| words.posting().total, |it| it.counts.total),
        figure(
            "accepted",
            |words| words.posting().accepted,
            |it| it.counts.accepted,
        ),
        figure(
            "refused",
            |words| words.posting().refused,
            |it| it.counts.refused,
        ),
        figure(
            "waiting",
            |words| words.posting().waiting,
            |it| it.counts.waiting,
        ),
    ])
}

pub(super) fn speeds(
    console: Console,
    progress: Memo<Progress>,
    standing: Memo<Standing>,
) -> Element {
    let figure = |words: fn(&'static crate::words::Words) -> &'static str,
                  value: Box<dyn Fn() -> String>| {
        div()
            .child(dt().live_text(console.say(words)))
            .child(dd().live_text(value))
            .into()
    };
    let number = move |count: fn(&Progress) -> u64| {
        Box::new(move || number_text(count(&progress.read()), console.language.get()))
    };
    let latency = move || {
        let progress = progress.read();
        let part = |latency: Option<u32>| {
            latency.map_or("–".to_owned(), |latency| {
                number_text(u64::from(latency), console.language.get())
            })
        };
        format!(
            "{} · {} · {} ms",
            part(progress.latency_p50_ms),
            part(progress.latency_p95_ms),
            part(progress.latency_p99_ms)
        )
    };
    let left = move || {
        let left = progress.read().time_left_ms;
        match standing.get() {
            Standing::Done(_) => "–".to_owned(),
            _ => left.map_or("–".to_owned(), duration_text),
        }
    };
    dl().class("figures small").children([
        figure(
            |words| words.posting().records_per_second,
            number(|it| u64::from(it.records_per_second)),
        ),
        figure(
            |words| words.posting().bytes_per_second,
            Box::new(move || size_text(progress.read().bytes_per_second, console.language.get())),
        ),
        figure(
            |words| words.posting().requests_made,
            number(|it| it.requests),
        ),
        figure(|words| words.posting().latency, Box::new(latency)),
        figure(|words| words.posting().time_left, Box::new(left)),
    ])
}

/// Rate and concurrency, which may change on the way.
pub(super) fn pace(console: Console, job: &Rc<Job>, standing: Memo<Standing>) -> View {
    type Change = fn(&mut Settings, Option<u32>);
    let field = |name: &str,
                 words: fn(&'static crate::words::Words) -> &'static str,
                 value: Option<u32>,
                 change: Change| {
        let job = Rc::clone(job);
        let changed = move |event: Event| {
            let given = browser::value_of(&event).trim().parse::<u32>().ok();
            let given = given.filter(|given| *given > 0);
            job.change_settings(|settings| change(settings, given));
        };
        label()
            .class("inline")
            .live_text(console.say(words))
            .child(
                input()
                    .attribute("type", "number")
                    .attribute("name", name)
                    .attribute("min", "1")
                    .attribute("value", &value.map(|it| it.to_string()).unwrap_or_default())
                    .on("change", changed),
            )
            .into()
    };
    let settings = job.look(|upload| Some(upload.settings().clone()));
    let Some(settings) = settings else {
        return nothing();
    };
    div()
        .class("actions pace")
        .live_flag("hidden", move || {
            matches!(*standing.read(), Standing::Done(End::Finished))
        })
        .children([
            field(
                "presentRatePerSecond",
                |words| words.posting().at_most_per_second,
                settings.records_per_second,
                |settings, given| settings.records_per_second = given,
            ),
            field(
                "presentConcurrency",
                |words| words.posting().at_most_at_once,
                Some(settings.concurrency),
                |settings, given| settings.concurrency = given.unwrap_or(1).min(64),
            ),
        ])
        .into()
}
