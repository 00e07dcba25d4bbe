//! Every call that this page made, newest first, without its secrets.

use std::rc::Rc;
use std::sync::Arc;

use crate::console::browser;
use crate::console::failure_view::failure_view;
use crate::console::reactive::*;
use crate::console::request_log::{Entry, Outcome};
use crate::console::request_panel::{body_view, request_view};
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{copy_menu, empty, page_head};
use crate::console::view::{
    View, a, button, code, details, div, fragment, h2, keyed, li, nothing, p, section, show, span,
    summary, ul,
};
use crate::interchange::{Format, to_curl, write_request};

/// The page.
pub(super) fn requests_page(console: Console) -> View {
    let title = Signal::derive(move || console.words().requests.to_owned());
    let intro = p().live_text(console.say(|words| words.request_log().requests_intro));
    fragment([
        page_head(console, title, vec![intro.into()]),
        show(move || console.log.count() != 0, move || log(console)),
        show(
            move || console.log.count() == 0,
            move || {
                let choose = a()
                    .class("button")
                    .attribute("href", &Route::default().href())
                    .live_text(console.say(|words| words.chain().choose_source));
                empty(
                    console.say(|words| words.request_log().no_request_yet),
                    vec![choose.into()],
                )
            },
        ),
    ])
}

fn log(console: Console) -> View {
    let newest_first = move || console.log.entries().into_iter().rev();
    // An entry is drawn anew when its answer has come.
    let keys = move || {
        newest_first()
            .map(|entry| format!("{} {}", entry.number, entry.outcome.is_some()))
            .collect()
    };
    let rows = keyed(keys, move |_, position| {
        let entry = newest_first().nth(position);
        entry.map(|entry| row(console, entry)).into()
    });
    let forget = button()
        .attribute("type", "button")
        .on("click", move |_| console.log.clear())
        .live_text(console.say(|words| words.request_log().forget_requests));
    fragment([
        div().class("tools").child(forget).into(),
        ul().class("card log").child(rows).into(),
    ])
}

fn row(console: Console, entry: Arc<Entry>) -> View {
    // The parts of an entry are many nodes: they are made when someone opens it.
    let opened = RwSignal::new(false);
    let badge = match &entry.outcome {
        None => ("badge", None),
        Some(Outcome::Answered { status, .. }) if *status < 400 => ("badge good", Some(*status)),
        Some(Outcome::Answered { status, .. }) => ("badge bad", Some(*status)),
        Some(Outcome::Failed(_)) => ("badge bad", None),
    };
    let is_waiting = entry.outcome.is_none();
    let outcome = move || match badge.1 {
        Some(status) => status.to_string(),
        None if is_waiting => console.words().request_log().waiting.to_owned(),
        None => console.words().request_log().no_answer.to_owned(),
    };
    let url = entry.request.url.clone();
    let path = url
        .split_once("://")
        .and_then(|(_, rest)| Some(format!("/{}", rest.split_once('/')?.1)))
        .unwrap_or(url);
    let duration = entry.duration_ms.map(|duration| format!("{duration} ms"));
    let started_at = entry.started_at;
    let line = summary()
        .child(span().class("verb").text(entry.request.method.as_str()))
        .child(code().class("url").text(&path))
        .child(span().class(badge.0).live_text(outcome))
        .child(
            span()
                .class("quiet number")
                .text(duration.as_deref().unwrap_or("")),
        )
        .child(
            span()
                .class("quiet number")
                .live_text(move || browser::format_time(started_at, console.language.get())),
        );
    let whole = details()
        .on("toggle", move |_| opened.set(true))
        .child(line)
        .show(move || opened.get(), move || exchange(console, &entry));
    li().child(whole).into()
}

fn exchange(console: Console, entry: &Entry) -> View {
    let command = to_curl(&entry.request, &entry.placeholders);
    let (request, placeholders) = (entry.request.clone(), entry.placeholders.clone());
    // Secrets are not kept, so that there are only placeholders.
    let write: Rc<dyn Fn(Format, bool) -> String> =
        Rc::new(move |format, _| write_request(&request, &placeholders, format));
    let answer = match &entry.outcome {
        None => nothing(),
        Some(Outcome::Failed(failure)) => failure_view(console, failure.clone(), None),
        Some(Outcome::Answered { body, .. }) if body.is_empty() => nothing(),
        Some(Outcome::Answered { body, .. }) => body_view(body, &[]),
    };
    let tools = div()
        .class("tools")
        .child(h2().live_text(console.say(|words| words.request_log().request)))
        .child(span().class("spacer"))
        .child(copy_menu(console, &write, Signal::stored(command), false));
    let request = section()
        .child(tools)
        .child(request_view(&entry.request, &entry.placeholders));
    let answer = section()
        .child(h2().live_text(console.say(|words| words.request_log().answer)))
        .child(answer);
    div().class("exchange").child(request).child(answer).into()
}
