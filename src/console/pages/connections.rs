//! The base connections of the sandbox.

use leptos::prelude::*;

use crate::api::{Call, ListQuery, Page, limits};
use crate::console::browser;
use crate::console::load::{load, show};
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{Empty, PageHead, StateBadge};
use crate::model::{BaseConnection, BaseConnectionId, Stored};

type Connection = Stored<BaseConnectionId, BaseConnection>;

/// The page.
#[component]
pub(super) fn ConnectionsPage(console: Console) -> impl IntoView {
    let title = Signal::derive(move || console.words().connections.to_owned());
    view! {
        <PageHead console title>
            <p>{console.say(|words| words.connections_intro)}</p>
        </PageHead>
        <ConnectionTable console keep=|_| true/>
    }
    .into_any()
}

/// A table of the base connections that `keep` lets through, page by page.
#[component]
pub(super) fn ConnectionTable(console: Console, keep: fn(&Connection) -> bool) -> impl IntoView {
    // Where the pages begin that have been asked for; the first begins nowhere.
    let continuation = RwSignal::new(None::<String>);
    let earlier = RwSignal::new(Vec::<Connection>::new());
    let page = load(console, move || {
        console.environment.track();
        Some(Call::list_base_connections(ListQuery {
            limit: Some(limits::PAGE_SIZE),
            order_by: Some("-updatedAt".to_owned()),
            continuation: continuation.get(),
            ..ListQuery::default()
        }))
    });
    show(console, page, move |page: &Page<Connection>| {
        let rows: Vec<Connection> = earlier
            .get_untracked()
            .into_iter()
            .chain(page.items.iter().cloned())
            .filter(keep)
            .collect();
        if rows.is_empty() {
            return empty(console);
        }
        let known = page.items.clone();
        let more = page.next.clone().map(|token| {
            let next = move |_| {
                earlier.update(|rows| rows.extend(known.iter().cloned()));
                continuation.set(Some(token.clone()));
            };
            view! { <button type="button" on:click=next>{console.say(|words| words.show_more)}</button> }.into_any()
        });
        let unreadable = page.unreadable;
        view! {
            {table(console, rows)}
            {more}
            {(unreadable > 0).then(|| view! { <p class="notice warn">{move || (console.words().unreadable_items)(unreadable)}</p> }.into_any())}
        }
        .into_any()
    })
}

fn table(console: Console, rows: Vec<Connection>) -> impl IntoView {
    let rows = rows.into_iter().map(|row| {
        let changed = row.updated_at.or(row.created_at);
        let inlet = row.content.inlet().is_some();
        view! {
            <tr>
                <td><a href=Route::Connection(row.id.clone()).href()>{row.content.name.clone()}</a></td>
                <td><code>{row.id.to_string()}</code></td>
                <td>
                    {row.content.auth.as_ref().map(|auth| auth.spec_name.clone())}
                    {inlet.then(|| view! { " " <span class="badge">{console.say(|words| words.inlet)}</span> }.into_any())}
                </td>
                <td><StateBadge console state=row.state.clone()/></td>
                <td>{move || changed.map(|changed| browser::format_time(changed, console.language.get()))}</td>
            </tr>
        }.into_any()
    });
    view! {
        <div class="card scroll" tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{console.say(|words| words.name)}</th>
                        <th scope="col">"id"</th>
                        <th scope="col">{console.say(|words| words.authentication)}</th>
                        <th scope="col">{console.say(|words| words.state)}</th>
                        <th scope="col">{console.say(|words| words.last_change)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn empty(console: Console) -> AnyView {
    view! {
        <Empty title=console.say(|words| words.no_connection_yet)>
            <a class="button" href=Route::Sources.href()>{console.say(|words| words.choose_source)}</a>
        </Empty>
    }
    .into_any()
}
