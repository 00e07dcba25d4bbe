//! The base connections of the sandbox.

use super::list::{Heading, ListKind, list, table_of};
use crate::api::Call;
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{empty, page_head, state_badge};
use crate::console::view::{View, a, code, fragment, p, span, td, text, tr};
use crate::model::{BaseConnection, BaseConnectionId, Stored};

pub(super) type Connection = Stored<BaseConnectionId, BaseConnection>;

static CONNECTIONS: ListKind<Connection> = ListKind {
    call: Call::list_base_connections,
    keep: |_| true,
    frame,
    row,
    empty: no_connection,
};

/// The page.
pub(super) fn connections_page(console: Console) -> View {
    let title = Signal::derive(move || console.words().connections.to_owned());
    let intro = p().live_text(console.say(|words| words.chain().connections_intro));
    fragment([
        page_head(console, title, vec![intro.into()]),
        list(console, &CONNECTIONS),
    ])
}

fn frame(console: Console, rows: View) -> View {
    let headings = [
        Heading::Words(|words| words.name),
        Heading::Name("id"),
        Heading::Words(|words| words.chain().authentication),
        Heading::Words(|words| words.state),
        Heading::Words(|words| words.chain().last_change),
    ];
    table_of(console, &headings, rows)
}

fn row(console: Console, row: &Connection) -> View {
    let changed = row.updated_at.or(row.created_at);
    let name = a()
        .attribute("href", &Route::Connection(row.id.clone()).href())
        .text(&row.content.name);
    let authentication = row.content.auth.as_ref().map(|auth| text(&auth.spec_name));
    let inlet = row.content.inlet().map(|_| {
        let badge = span()
            .class("badge")
            .live_text(console.say(|words| words.chain().inlet));
        fragment([text(" "), badge.into()])
    });
    tr().child(td().child(name))
        .child(td().child(code().text(&row.id.to_string())))
        .child(td().child(authentication).child(inlet))
        .child(td().child(state_badge(console, row.state.clone())))
        .child(td().live_text(move || {
            changed.map(|changed| browser::format_time(changed, console.language.get()))
        }))
        .into()
}

fn no_connection(console: Console) -> View {
    let choose = a()
        .class("button")
        .attribute("href", &Route::default().href())
        .live_text(console.say(|words| words.chain().choose_source));
    empty(
        console.say(|words| words.chain().no_connection_yet),
        vec![choose.into()],
    )
}
