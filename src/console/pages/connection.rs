//! One base connection: what the service knows of it, its inlet, and what can be done with it.

use leptos::prelude::*;

use crate::api::Call;
use crate::console::browser;
use crate::console::load::{Load, load, show};
use crate::console::request_panel::body_view;
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{CopyButton, PageHead, StateBadge};
use crate::model::{BaseConnection, BaseConnectionId, Inlet, Stored};

/// The page.
#[component]
pub(super) fn ConnectionPage(console: Console, id: BaseConnectionId) -> impl IntoView {
    let connection = load(console, move || {
        console.environment.track();
        Some(Call::retrieve_base_connection(id.clone()))
    });
    let title = Signal::derive(move || match &*connection.state.read() {
        Load::Ready(connection) => connection.content.name.clone(),
        _ => console.words().connection.to_owned(),
    });
    view! {
        <PageHead console title>
            <p>{console.say(|words| words.base_connection)}</p>
        </PageHead>
        {show(console, connection, move |connection| details(console, connection))}
    }
    .into_any()
}

fn details(console: Console, connection: &Stored<BaseConnectionId, BaseConnection>) -> AnyView {
    let content = &connection.content;
    let created = connection.created_at;
    let inlet = content.inlet();
    let source = Route::Source(content.connection_spec.id.clone()).href();
    let raw = connection.raw.to_string();
    view! {
        <div class="beside">
            <div>
                {inlet.clone().map(|inlet| inlet_card(console, &inlet))}
                <section class="card">
                    <header><h2>{console.say(|words| words.details)}</h2><StateBadge console state=connection.state.clone()/></header>
                    <dl class="facts body">
                        <dt><code>"id"</code></dt>
                        <dd><output name="id">{connection.id.to_string()}</output></dd>
                        <dt><code>"etag"</code></dt>
                        <dd><output name="etag">{connection.etag.clone().map(|etag| etag.0)}</output></dd>
                        <dt>{console.say(|words| words.source)}</dt>
                        <dd><a href=source><code>{content.connection_spec.id.to_string()}</code></a></dd>
                        <dt>{console.say(|words| words.authentication)}</dt>
                        <dd>{content.auth.as_ref().map(|auth| auth.spec_name.clone())}</dd>
                        {content.description.clone().map(|text| view! { <dt>{console.say(|words| words.description)}</dt><dd>{text}</dd> }.into_any())}
                        <dt>{console.say(|words| words.created)}</dt>
                        <dd>
                            {move || created.map(|created| browser::format_time(created, console.language.get()))}
                            {connection.created_by.clone().map(|by| view! { <span class="quiet">" · " {by}</span> }.into_any())}
                        </dd>
                    </dl>
                </section>
                {next_steps(console, connection, inlet.is_some())}
            </div>
            <aside class="card" aria-labelledby="answer-title">
                <header><h2 id="answer-title">{console.say(|words| words.answer_of_service)}</h2></header>
                <div class="body">{body_view(&raw, &[])}</div>
            </aside>
        </div>
    }
    .into_any()
}

fn inlet_card(console: Console, inlet: &Inlet) -> impl IntoView + use<> {
    let url = inlet.url.clone();
    let authenticated = inlet.authentication_required;
    let kind = move || {
        let words = console.words();
        if authenticated {
            words.inlet_authenticated
        } else {
            words.inlet_open
        }
    };
    view! {
        <section class="card">
            <header>
                <h2>{console.say(|words| words.inlet)}</h2>
                <span class=if authenticated { "badge good" } else { "badge" }>{kind}</span>
                <CopyButton console text=Signal::stored(url) label=|words| words.copy_url/>
            </header>
            <dl class="facts body">
                <dt><code>"inletUrl"</code></dt>
                <dd><output name="inletUrl">{inlet.url.clone()}</output></dd>
                <dt><code>"inletId"</code></dt>
                <dd><output name="inletId">{inlet.id.to_string()}</output></dd>
            </dl>
        </section>
    }
    .into_any()
}

fn next_steps(
    console: Console,
    connection: &Stored<BaseConnectionId, BaseConnection>,
    has_inlet: bool,
) -> impl IntoView + use<> {
    let id = connection.id.clone();
    let dataflow = Route::NewDataflow {
        source: id.clone(),
        source_connection: None,
        target_connection: None,
    }
    .href();
    let send = Route::Send {
        connection: Some(id),
        flow: None,
    }
    .href();
    has_inlet.then(|| {
        view! {
            <div class="actions">
                <a class="button primary" href=dataflow>{console.say(|words| words.create_dataflow)}</a>
                <a class="button" href=send>{console.say(|words| words.send_a_record)}</a>
            </div>
        }.into_any()
    })
}
