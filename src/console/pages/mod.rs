//! One file a screen. A page asks, shows what comes, and calls; it decides nothing that a room below could.

mod connection;
mod connections;
mod dataflow;
mod dataflows;
mod edit_connection;
mod environment;
mod inlets;
mod list;
mod new_dataflow;
mod not_found;
mod requests;
mod run;
mod send;
mod source;
mod sources;

use super::parts::{Part, part};
use super::routes::Route;
use super::state::Console;
use super::view::{View, nothing};

/// The screen of an address.
pub(super) fn page(console: Console, route: Route) -> View {
    match (&route, part_of(&route)) {
        (_, Some(wanted)) => part(console, wanted, route),
        (Route::Unknown(address), None) => not_found::not_found_page(console, address.clone()),
        _ => sources::sources_page(console),
    }
}

/// The part that has the screen of an address; `None` for those that are always there.
pub(super) fn part_of(route: &Route) -> Option<Part> {
    match route {
        Route::Sources(_) | Route::Unknown(_) => None,
        Route::Source(..)
        | Route::EditConnection(_)
        | Route::NewDataflow { .. }
        | Route::Environment => Some(Part::Forms),
        Route::Send { .. } => Some(Part::Upload),
        _ => Some(Part::Screens),
    }
}

/// The pages with a form that a schema describes.
pub(super) fn form_page(console: Console, route: Route) -> View {
    match route {
        Route::Source(id, values) => source::source_page(console, id, values),
        Route::EditConnection(id) => edit_connection::edit_connection_page(console, id),
        Route::NewDataflow {
            source,
            source_connection,
            target_connection,
        } => new_dataflow::new_dataflow_page(console, source, source_connection, target_connection),
        Route::Environment => environment::environment_page(console),
        _ => nothing(),
    }
}

/// The other pages behind the first one.
pub(super) fn further_page(console: Console, route: Route) -> View {
    match route {
        Route::Connections => connections::connections_page(console),
        Route::Connection(id) => connection::connection_page(console, id),
        Route::Dataflows => dataflows::dataflows_page(console),
        Route::Dataflow(id) => dataflow::dataflow_page(console, id),
        Route::Run(id) => run::run_page(console, id),
        Route::Inlets => inlets::inlets_page(console),
        Route::Requests => requests::requests_page(console),
        _ => nothing(),
    }
}

/// The page that sends records.
pub(super) fn upload_page(console: Console, route: Route) -> View {
    match route {
        Route::Send { connection, flow } => send::send_page(console, connection, flow),
        _ => nothing(),
    }
}
