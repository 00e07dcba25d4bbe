//! One file a screen. A page asks, shows what comes, and calls; it decides nothing that a room below could.

mod connection;
mod connections;
mod dataflow;
mod dataflows;
mod environment;
mod inlets;
mod new_dataflow;
mod not_found;
mod requests;
mod send;
mod source;
mod sources;

use leptos::prelude::*;

use super::routes::Route;
use super::state::Console;

/// The screen of an address.
pub(super) fn page(console: Console, route: Route) -> AnyView {
    match route {
        Route::Sources => view! { <sources::SourcesPage console/> }.into_any(),
        Route::Source(id) => view! { <source::SourcePage console id/> }.into_any(),
        Route::Connections => view! { <connections::ConnectionsPage console/> }.into_any(),
        Route::Connection(id) => view! { <connection::ConnectionPage console id/> }.into_any(),
        Route::Dataflows => view! { <dataflows::DataflowsPage console/> }.into_any(),
        Route::NewDataflow { source, source_connection, target_connection } => {
            view! { <new_dataflow::NewDataflowPage console source source_connection target_connection/> }.into_any()
        }
        Route::Dataflow(id) => view! { <dataflow::DataflowPage console id/> }.into_any(),
        Route::Inlets => view! { <inlets::InletsPage console/> }.into_any(),
        Route::Send { connection, flow } => view! { <send::SendPage console connection flow/> }.into_any(),
        Route::Requests => view! { <requests::RequestsPage console/> }.into_any(),
        Route::Environment => view! { <environment::EnvironmentPage console/> }.into_any(),
        Route::Unknown(address) => view! { <not_found::NotFoundPage console address/> }.into_any(),
    }
}
