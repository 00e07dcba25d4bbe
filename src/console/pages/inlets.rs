//! The streaming endpoints of the sandbox.

use super::connections::Connection;
use super::list::{ListKind, list};
use crate::api::Call;
use crate::console::reactive::*;
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{copy_button, empty, page_head};
use crate::console::view::{View, a, code, fragment, h2, header, li, p, span, ul};
use crate::model::Inlet;

static INLETS: ListKind<Connection> = ListKind {
    call: Call::list_base_connections,
    keep: |connection| connection.content.inlet().is_some(),
    frame: |_, cards| ul().class("stack").child(cards).into(),
    row: |console, connection| {
        let inlet = connection.content.inlet();
        inlet.map(|inlet| card(console, connection, inlet)).into()
    },
    empty: no_inlet,
};

/// The page.
pub(super) fn inlets_page(console: Console) -> View {
    let title = Signal::derive(move || console.words().inlets.to_owned());
    let intro = p().live_text(console.say(|words| words.chain().inlets_intro));
    fragment([
        page_head(console, title, vec![intro.into()]),
        list(console, &INLETS),
    ])
}

fn no_inlet(console: Console) -> View {
    let help = p()
        .class("quiet")
        .live_text(console.say(|words| words.chain().no_inlet_help));
    let choose = a()
        .class("button")
        .attribute("href", &Route::default().href())
        .live_text(console.say(|words| words.chain().choose_source));
    empty(
        console.say(|words| words.chain().no_inlet_yet),
        vec![help.into(), choose.into()],
    )
}

fn card(console: Console, connection: &Connection, inlet: Inlet) -> View {
    let authenticated = inlet.authentication_required;
    let kind = move || {
        let words = console.words();
        if authenticated {
            words.chain().inlet_authenticated
        } else {
            words.chain().inlet_open
        }
    };
    let class = if authenticated { "badge good" } else { "badge" };
    let name = a()
        .attribute("href", &Route::Connection(connection.id.clone()).href())
        .text(&connection.content.name);
    let send = Route::Send {
        connection: Some(connection.id.clone()),
        flow: None,
    }
    .href();
    let send = a()
        .class("button")
        .attribute("href", &send)
        .live_text(console.say(|words| words.chain().send_a_record));
    let url = p().class("body url").child(code().text(&inlet.url));
    let head = header()
        .child(h2().child(name))
        .child(span().class(class).live_text(kind))
        .child(copy_button(console, Signal::stored(inlet.url), |words| {
            words.chain().copy_url
        }))
        .child(send);
    li().class("card").child(head).child(url).into()
}
