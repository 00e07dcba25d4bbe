//! One dataflow, and what it joins.

use super::run::runs_of;
use crate::api::Call;
use crate::console::browser;
use crate::console::load::{Load, load, loaded};
use crate::console::reactive::*;
use crate::console::request_panel::answer_panel;
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{page_head, state_badge};
use crate::console::view::{
    View, a, code, dd, div, dl, dt, fragment, h2, header, output, p, section, text,
};
use crate::model::{BaseConnectionId, Flow, FlowId, SourceConnectionId, Stored};

/// The page.
pub(super) fn dataflow_page(console: Console, id: FlowId) -> View {
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
        _ => console.words().chain().dataflow.to_owned(),
    });
    let kind = p().live_text(console.say(|words| words.chain().dataflow));
    fragment([
        page_head(console, title, vec![kind.into()]),
        loaded(console, flow, move |flow| details(console, flow, base)),
    ])
}

fn source_of(flow: &Stored<FlowId, Flow>) -> Option<SourceConnectionId> {
    flow.content.source_connection_ids.first().cloned()
}

fn details(
    console: Console,
    flow: &Stored<FlowId, Flow>,
    base: Memo<Option<BaseConnectionId>>,
) -> View {
    let id = flow.id.clone();
    let send = move || {
        base.get()
            .map(|base| {
                let href = Route::Send {
                    connection: Some(base),
                    flow: Some(id.clone()),
                }
                .href();
                a().class("button primary")
                    .attribute("href", &href)
                    .live_text(console.say(|words| words.chain().send_a_record))
            })
            .into()
    };
    let main = div()
        .child(facts(console, flow, base))
        .child(div().class("actions").live(send))
        .child(runs_of(console, &flow.id));
    div()
        .class("beside")
        .child(main)
        .child(answer_panel(console, &flow.raw))
        .into()
}

fn facts(
    console: Console,
    flow: &Stored<FlowId, Flow>,
    base: Memo<Option<BaseConnectionId>>,
) -> View {
    let content = &flow.content;
    let created = flow.created_at;
    let etag = flow.etag.as_ref().map(|etag| text(&etag.0));
    let base_connection = move || {
        base.get()
            .map(|base| {
                a().attribute("href", &Route::Connection(base.clone()).href())
                    .child(code().text(&base.to_string()))
            })
            .into()
    };
    let sources = content.source_connection_ids.iter();
    let targets = content.target_connection_ids.iter();
    let description = content.description.as_ref().map(|description| {
        fragment([
            dt().live_text(console.say(|words| words.description))
                .into(),
            dd().text(description).into(),
        ])
    });
    let head = header()
        .child(h2().live_text(console.say(|words| words.chain().details)))
        .child(state_badge(console, flow.state.clone()));
    let facts = dl()
        .class("facts body")
        .child(dt().child(code().text("id")))
        .child(dd().child(output().attribute("name", "id").text(&flow.id.to_string())))
        .child(dt().child(code().text("etag")))
        .child(dd().child(output().attribute("name", "etag").child(etag)))
        .child(dt().live_text(console.say(|words| words.chain().flow_specification)))
        .child(dd().child(code().text(&content.flow_spec.id.to_string())))
        .child(dt().live_text(console.say(|words| words.chain().base_connection)))
        .child(dd().live(base_connection))
        .child(dt().live_text(console.say(|words| words.chain().source_connection)))
        .child(dd().children(sources.map(|id| code().text(&id.to_string()).into())))
        .child(dt().live_text(console.say(|words| words.chain().target_connection)))
        .child(dd().children(targets.map(|id| code().text(&id.to_string()).into())))
        .child(description)
        .child(dt().live_text(console.say(|words| words.chain().created)))
        .child(dd().live_text(move || {
            created.map(|created| browser::format_time(created, console.language.get()))
        }));
    section().class("card").child(head).child(facts).into()
}
