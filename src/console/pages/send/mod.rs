//! Posting records to an inlet: what, where and how, and what became of them.

mod body;
mod columns;
mod composer;
mod composer_view;
mod elsewhere;
mod figures;
mod flags;
mod flows;
mod found;
mod left;
mod options;
mod records;
mod results;
mod row;
mod settling;
mod upload_view;

use crate::api::Call;
use crate::console::arrival::{Arrival, Content, arrival_notice};
use crate::console::load::{Load, failed, load};
use crate::console::reactive::*;
use crate::console::request_panel::request_panel_with_note;
use crate::console::state::Console;
use crate::console::ui::page_head;
use crate::console::view::{View, div, fragment, live, nothing, p};
use crate::model::{BaseConnectionId, FlowId};
use composer::Composer;
use composer_view::composer_view;

/// The page.
pub(super) fn send_page(
    console: Console,
    connection: Option<BaseConnectionId>,
    flow: Option<FlowId>,
) -> View {
    let title = Signal::derive(move || console.words().posting().title.to_owned());
    let has_connection = connection.is_some();
    let of_connection = connection.clone();
    let source = load(console, move || {
        console.environment.track();
        of_connection.clone().map(Call::retrieve_base_connection)
    });
    let composer = Composer::new(console, connection.as_ref(), flow.as_ref(), source);
    let arrival = take_arrival(console, composer);
    let summary = move || {
        let words = console.words();
        match &*source.state.read() {
            Load::Ready(connection) => (words.posting().send_to_inlet_of)(&connection.content.name),
            Load::Waiting if has_connection => words.loading.to_owned(),
            _ => words.posting().intro.to_owned(),
        }
    };
    let unknown = live(move || match &*source.state.read() {
        Load::Failed(failure) => failed(console, source, failure.clone()),
        _ => nothing(),
    });
    let main = div()
        .child(composer_view(console, composer))
        .child(elsewhere::elsewhere(console, composer));
    fragment([
        page_head(console, title, vec![p().live_text(summary).into()]),
        unknown,
        arrival_notice(console, RwSignal::new(arrival)),
        left::left_view(console),
        div()
            .class("beside")
            .child(main)
            .child(request_panel_with_note(
                console,
                body::first_request(console, composer),
                Signal::stored(false),
                body::note(console, composer),
            ))
            .into(),
        upload_view::upload_view(console, composer),
    ])
}

/// What a command or a link brings. Records are no value of a form.
fn take_arrival(console: Console, composer: Composer) -> Option<Arrival> {
    let mut arrival = console.arrivals.take("send")?;
    if let Content::Texts(texts) = &mut arrival.content {
        let is_record = |(name, _): &(String, String)| name == "/records";
        if let Some(position) = texts.iter().position(is_record) {
            let (_, text) = texts.remove(position);
            composer.intake.file.set(None);
            composer.intake.text.set(text);
        }
    }
    arrival.put_into(&[composer.to]);
    Some(arrival)
}
