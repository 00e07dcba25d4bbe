//! The streaming endpoints of the sandbox.

use leptos::prelude::*;

use crate::api::{Call, ListQuery, Page, limits};
use crate::console::load::{load, show};
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{CopyButton, Empty, PageHead};
use crate::model::{BaseConnection, BaseConnectionId, Inlet, Stored};

/// The page.
#[component]
pub(super) fn InletsPage(console: Console) -> impl IntoView {
    let title = Signal::derive(move || console.words().inlets.to_owned());
    let page = load(console, move || {
        console.environment.track();
        Some(Call::list_base_connections(ListQuery {
            limit: Some(limits::PAGE_SIZE),
            order_by: Some("-updatedAt".to_owned()),
            ..ListQuery::default()
        }))
    });
    view! {
        <PageHead console title>
            <p>{console.say(|words| words.inlets_intro)}</p>
        </PageHead>
        {show(console, page, move |page| list(console, page))}
    }
    .into_any()
}

fn list(console: Console, page: &Page<Stored<BaseConnectionId, BaseConnection>>) -> AnyView {
    let inlets: Vec<_> = page
        .items
        .iter()
        .filter_map(|connection| Some((connection, connection.content.inlet()?)))
        .map(|(connection, inlet)| card(console, connection, inlet))
        .collect();
    if inlets.is_empty() {
        return view! {
            <Empty title=console.say(|words| words.no_inlet_yet)>
                <p class="quiet">{console.say(|words| words.no_inlet_help)}</p>
                <a class="button" href=Route::Sources.href()>{console.say(|words| words.choose_source)}</a>
            </Empty>
        }
        .into_any();
    }
    view! { <ul class="stack">{inlets}</ul> }.into_any()
}

fn card(
    console: Console,
    connection: &Stored<BaseConnectionId, BaseConnection>,
    inlet: Inlet,
) -> impl IntoView + use<> {
    let authenticated = inlet.authentication_required;
    let kind = move || {
        let words = console.words();
        if authenticated {
            words.inlet_authenticated
        } else {
            words.inlet_open
        }
    };
    let send = Route::Send {
        connection: Some(connection.id.clone()),
        flow: None,
    }
    .href();
    view! {
        <li class="card">
            <header>
                <h2><a href=Route::Connection(connection.id.clone()).href()>{connection.content.name.clone()}</a></h2>
                <span class=if authenticated { "badge good" } else { "badge" }>{kind}</span>
                <CopyButton console text=Signal::stored(inlet.url.clone()) label=|words| words.copy_url/>
                <a class="button" href=send>{console.say(|words| words.send_a_record)}</a>
            </header>
            <p class="body url"><code>{inlet.url}</code></p>
        </li>
    }.into_any()
}
