//! The table of documented sources: complete, consistent, worded, and found again in what a service answers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "catalog/drifts.rs"]
mod drifts;
#[path = "catalog/filters.rs"]
mod filters;
#[path = "catalog/identifiers.rs"]
mod identifiers;
#[path = "catalog/requests.rs"]
mod requests;
#[path = "catalog/schemas.rs"]
mod schemas;
#[path = "catalog/strings.rs"]
mod strings;

use flow_console::catalog::{DocumentedSource, by_name, connection_spec_document};
use flow_console::model::{ConnectionSpec, FromJson};

fn source(name: &str) -> &'static DocumentedSource {
    by_name(name).unwrap_or_else(|| panic!("no source {name}"))
}

/// The specification of a source as the console would read it.
fn spec(name: &str) -> ConnectionSpec {
    ConnectionSpec::from_json(&connection_spec_document(source(name))).unwrap()
}
