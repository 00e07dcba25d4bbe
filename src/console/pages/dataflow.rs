//! One dataflow, and what it joins.

use leptos::prelude::*;

use crate::api::Call;
use crate::console::browser;
use crate::console::load::{Load, load, show};
use crate::console::request_panel::body_view;
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{PageHead, StateBadge};
use crate::model::{BaseConnectionId, Flow, FlowId, SourceConnectionId, Stored};

/// The page.
#[component]
pub(super) fn DataflowPage(console: Console, id: FlowId) -> impl IntoView {
    let flow = load(console, move || {
        console.environment.track();
        Some(Call::retrieve_flow(id.clone()))
    });
    // The base connection stands in the source connection, not in the flow.
    let source = load(console, move || match &*flow.state.read() {
        Load::Ready(flow) => source_of(flow).map(Call::retrieve_source_connection),
        _ => None,
    });
    let base = Memo::new(move |_| match &*source.state.read() {
        Load::Ready(source) => source.content.base_connection_id.clone(),
        _ => None,
    });
    let title = Signal::derive(move || match &*flow.state.read() {
        Load::Ready(flow) => flow.content.name.clone(),
        _ => console.words().dataflow.to_owned(),
    });
    view! {
        <PageHead console title>
            <p>{console.say(|words| words.dataflow)}</p>
        </PageHead>
        {show(console, flow, move |flow| details(console, flow, base))}
    }
    .into_any()
}

fn source_of(flow: &Stored<FlowId, Flow>) -> Option<SourceConnectionId> {
    flow.content.source_connection_ids.first().cloned()
}

fn details(
    console: Console,
    flow: &Stored<FlowId, Flow>,
    base: Memo<Option<BaseConnectionId>>,
) -> AnyView {
    let content = &flow.content;
    let created = flow.created_at;
    let raw = flow.raw.to_string();
    let id = flow.id.clone();
    let ids = |ids: Vec<String>| {
        ids.into_iter()
            .map(|id| view! { <code>{id}</code> }.into_any())
            .collect_view()
    };
    let send = move || {
        base.get().map(|base| {
            let href = Route::Send { connection: Some(base), flow: Some(id.clone()) }.href();
            view! { <a class="button primary" href=href>{console.say(|words| words.send_a_record)}</a> }.into_any()
        })
    };
    view! {
        <div class="beside">
            <div>
                <section class="card">
                    <header><h2>{console.say(|words| words.details)}</h2><StateBadge console state=flow.state.clone()/></header>
                    <dl class="facts body">
                        <dt><code>"id"</code></dt>
                        <dd><output name="id">{flow.id.to_string()}</output></dd>
                        <dt><code>"etag"</code></dt>
                        <dd><output name="etag">{flow.etag.clone().map(|etag| etag.0)}</output></dd>
                        <dt>{console.say(|words| words.flow_specification)}</dt>
                        <dd><code>{content.flow_spec.id.to_string()}</code></dd>
                        <dt>{console.say(|words| words.base_connection)}</dt>
                        <dd>
                            {move || base.get().map(|base| {
                                view! { <a href=Route::Connection(base.clone()).href()><code>{base.to_string()}</code></a> }.into_any()
                            })}
                        </dd>
                        <dt>{console.say(|words| words.source_connection)}</dt>
                        <dd>{ids(content.source_connection_ids.iter().map(ToString::to_string).collect())}</dd>
                        <dt>{console.say(|words| words.target_connection)}</dt>
                        <dd>{ids(content.target_connection_ids.iter().map(ToString::to_string).collect())}</dd>
                        {content.description.clone().map(|text| view! { <dt>{console.say(|words| words.description)}</dt><dd>{text}</dd> }.into_any())}
                        <dt>{console.say(|words| words.created)}</dt>
                        <dd>{move || created.map(|created| browser::format_time(created, console.language.get()))}</dd>
                    </dl>
                </section>
                <div class="actions">{send}</div>
            </div>
            <aside class="card" aria-labelledby="answer-title">
                <header><h2 id="answer-title">{console.say(|words| words.answer_of_service)}</h2></header>
                <div class="body">{body_view(&raw, &[])}</div>
            </aside>
        </div>
    }
    .into_any()
}
