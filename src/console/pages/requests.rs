//! Every call that this page made, newest first, without its secrets.

use std::sync::Arc;

use leptos::prelude::*;

use crate::console::browser;
use crate::console::failure_view::FailureView;
use crate::console::request_log::{Entry, Outcome};
use crate::console::request_panel::{body_view, request_view};
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{CopyButton, Empty, PageHead};
use crate::interchange::to_curl;

/// The page.
#[component]
pub(super) fn RequestsPage(console: Console) -> impl IntoView {
    let title = Signal::derive(move || console.words().requests.to_owned());
    let newest_first = move || console.log.entries().into_iter().rev().collect::<Vec<_>>();
    view! {
        <PageHead console title>
            <p>{console.say(|words| words.requests_intro)}</p>
        </PageHead>
        <Show
            when=move || console.log.count() != 0
            fallback=move || view! {
                <Empty title=console.say(|words| words.no_request_yet)>
                    <a class="button" href=Route::Sources.href()>{console.say(|words| words.choose_source)}</a>
                </Empty>
            }.into_any()
        >
            <div class="tools">
                <button type="button" on:click=move |_| console.log.clear()>{console.say(|words| words.forget_requests)}</button>
            </div>
            <ul class="card log">
                <For
                    each=newest_first
                    key=|entry| (entry.number, entry.outcome.is_some())
                    children=move |entry| view! { <Row console entry/> }.into_any()
                />
            </ul>
        </Show>
    }.into_any()
}

#[component]
fn Row(console: Console, entry: Arc<Entry>) -> impl IntoView {
    // The parts of an entry are many nodes: they are made when someone opens it.
    let opened = RwSignal::new(false);
    let summary = entry.clone();
    let badge = match &entry.outcome {
        None => ("badge", None),
        Some(Outcome::Answered { status, .. }) if *status < 400 => ("badge good", Some(*status)),
        Some(Outcome::Answered { status, .. }) => ("badge bad", Some(*status)),
        Some(Outcome::Failed(_)) => ("badge bad", None),
    };
    let is_waiting = entry.outcome.is_none();
    let outcome = move || match badge.1 {
        Some(status) => status.to_string(),
        None if is_waiting => console.words().waiting.to_owned(),
        None => console.words().no_answer.to_owned(),
    };
    let url = summary.request.url.clone();
    let path = url
        .split_once("://")
        .and_then(|(_, rest)| Some(format!("/{}", rest.split_once('/')?.1)))
        .unwrap_or(url);
    view! {
        <li>
            <details on:toggle=move |_| opened.set(true)>
                <summary>
                    <span class="verb">{summary.request.method.as_str()}</span>
                    <code class="url">{path}</code>
                    <span class=badge.0>{outcome}</span>
                    <span class="quiet number">{summary.duration_ms.map(|duration| format!("{duration} ms"))}</span>
                    <span class="quiet number">{move || browser::format_time(summary.started_at, console.language.get())}</span>
                </summary>
                <Show when=move || opened.get()>{exchange(console, &entry)}</Show>
            </details>
        </li>
    }.into_any()
}

fn exchange(console: Console, entry: &Entry) -> impl IntoView + use<> {
    let command = to_curl(&entry.request, &entry.placeholders);
    let answer = match &entry.outcome {
        None => ().into_any(),
        Some(Outcome::Failed(failure)) => {
            view! { <FailureView console failure=failure.clone()/> }.into_any()
        }
        Some(Outcome::Answered { body, .. }) if body.is_empty() => ().into_any(),
        Some(Outcome::Answered { body, .. }) => body_view(body, &[]),
    };
    view! {
        <div class="exchange">
            <section>
                <div class="tools">
                    <h2>{console.say(|words| words.request)}</h2>
                    <span class="spacer"></span>
                    <CopyButton console text=Signal::stored(command) label=|words| words.copy_as_curl/>
                </div>
                {request_view(&entry.request, &entry.placeholders)}
            </section>
            <section>
                <h2>{console.say(|words| words.answer)}</h2>
                {answer}
            </section>
        </div>
    }.into_any()
}
