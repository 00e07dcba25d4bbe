//! One base connection: what the service knows of it, its inlet, and what can be done with it.

use crate::api::{Call, Operation, encode};
use crate::console::arrival::{Arrival, Content, Origin, arrival_place};
use crate::console::browser;
use crate::console::load::{Load, load, loaded};
use crate::console::reactive::*;
use crate::console::request_panel::answer_panel;
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{copy_button, page_head, state_badge};
use crate::console::view::{
    View, a, button, code, dd, div, dl, dt, fragment, h2, header, output, p, section, span, text,
};
use crate::model::{BaseConnection, BaseConnectionId, Inlet, Stored};
use crate::secret::Secrets;

/// The page.
pub(super) fn connection_page(console: Console, id: BaseConnectionId) -> View {
    let shown = id.clone();
    let connection = load(console, move || {
        console.environment.track();
        Some(Call::retrieve_base_connection(id.clone()))
    });
    let title = Signal::derive(move || match &*connection.state.read() {
        Load::Ready(connection) => connection.content.name.clone(),
        _ => console.words().chain().connection.to_owned(),
    });
    let kind = p().live_text(console.say(|words| words.chain().base_connection));
    // Said once, on the way back from the form.
    let is_saved = console.saved.get_untracked().as_ref() == Some(&shown);
    console.saved.set(None);
    let saved = is_saved.then(|| {
        p().class("notice good")
            .attribute("role", "status")
            .live_text(console.say(|words| words.editing().saved))
    });
    fragment([
        page_head(console, title, vec![kind.into()]),
        saved.into(),
        loaded(console, connection, move |connection| {
            details(console, connection)
        }),
    ])
}

fn details(console: Console, connection: &Stored<BaseConnectionId, BaseConnection>) -> View {
    let inlet = connection.content.inlet();
    let main = div()
        .child(inlet.as_ref().map(|inlet| inlet_card(console, inlet)))
        .child(facts(console, connection))
        .child(next_steps(console, connection, inlet.is_some()));
    div()
        .class("beside")
        .child(main)
        .child(answer_panel(console, &connection.raw))
        .into()
}

fn facts(console: Console, connection: &Stored<BaseConnectionId, BaseConnection>) -> View {
    let content = &connection.content;
    let created = connection.created_at;
    let source = a()
        .attribute(
            "href",
            &Route::source(content.connection_spec.id.clone()).href(),
        )
        .child(code().text(&content.connection_spec.id.to_string()));
    let etag = connection.etag.as_ref().map(|etag| text(&etag.0));
    let authentication = content.auth.as_ref().map(|auth| text(&auth.spec_name));
    let description = content.description.as_ref().map(|description| {
        fragment([
            dt().live_text(console.say(|words| words.description))
                .into(),
            dd().text(description).into(),
        ])
    });
    let creator = connection
        .created_by
        .as_ref()
        .map(|by| span().class("quiet").text(" · ").text(by));
    let head = header()
        .child(h2().live_text(console.say(|words| words.chain().details)))
        .child(state_badge(console, connection.state.clone()));
    let facts = dl()
        .class("facts body")
        .child(dt().child(code().text("id")))
        .child(
            dd().child(
                output()
                    .attribute("name", "id")
                    .text(&connection.id.to_string()),
            ),
        )
        .child(dt().child(code().text("etag")))
        .child(dd().child(output().attribute("name", "etag").child(etag)))
        .child(dt().live_text(console.say(|words| words.source)))
        .child(dd().child(source))
        .child(dt().live_text(console.say(|words| words.chain().authentication)))
        .child(dd().child(authentication))
        .child(description)
        .child(dt().live_text(console.say(|words| words.chain().created)))
        .child(
            dd().live_text(move || {
                created.map(|created| browser::format_time(created, console.language.get()))
            })
            .child(creator),
        );
    section().class("card").child(head).child(facts).into()
}

fn inlet_card(console: Console, inlet: &Inlet) -> View {
    let url = inlet.url.clone();
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
    let head = header()
        .child(h2().live_text(console.say(|words| words.chain().inlet)))
        .child(span().class(class).live_text(kind))
        .child(copy_button(console, Signal::stored(url), |words| {
            words.chain().copy_url
        }));
    let facts = dl()
        .class("facts body")
        .child(dt().child(code().text("inletUrl")))
        .child(dd().child(output().attribute("name", "inletUrl").text(&inlet.url)))
        .child(dt().child(code().text("inletId")))
        .child(
            dd().child(
                output()
                    .attribute("name", "inletId")
                    .text(&inlet.id.to_string()),
            ),
        );
    section().class("card").child(head).child(facts).into()
}

fn next_steps(
    console: Console,
    connection: &Stored<BaseConnectionId, BaseConnection>,
    has_inlet: bool,
) -> View {
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
    let onward = has_inlet.then(|| {
        let dataflow = a()
            .class("button primary")
            .attribute("href", &dataflow)
            .live_text(console.say(|words| words.chain().create_dataflow));
        let send = a()
            .class("button")
            .attribute("href", &send)
            .live_text(console.say(|words| words.chain().send_a_record));
        fragment([dataflow.into(), send.into()])
    });
    let edit = a()
        .class("button")
        .attribute("href", &Route::EditConnection(connection.id.clone()).href())
        .live_text(console.say(|words| words.editing().edit));
    let content = connection.content.clone();
    let duplicate = button()
        .attribute("type", "button")
        .on("click", move |_| duplicate(console, content.clone()))
        .live_text(console.say(|words| words.exchange().duplicate));
    div()
        .class("actions")
        .child(onward)
        .child(edit)
        .child(duplicate)
        .into()
}

/// Fills the source's form with what the connection was made of. The service does not show secrets, and what it
/// shows in their place is none.
fn duplicate(console: Console, mut content: BaseConnection) {
    let words = console.words_untracked().exchange();
    content.name = (words.copy_of)(&content.name);
    let id = content.connection_spec.id.clone();
    let session = console.environment.get_untracked().session;
    let operation = Operation::CreateBaseConnection(content);
    let body = encode(&operation, &session, Secrets::Placeholders).body;
    let body = serde_json::from_str(&body.unwrap_or_default()).unwrap_or_default();
    let arrival = Arrival::new(Origin::Copy, Content::Body(body));
    console.arrivals.send(&arrival_place(&id), arrival);
    console.go(&Route::source(id));
}
