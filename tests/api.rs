//! The contract's small parts: addresses, filters, inlets, layout, refusals, answers, sessions.
//! That requests are what Adobe prints is told in `contract.rs`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "api/addresses.rs"]
mod addresses;
#[path = "api/answers.rs"]
mod answers;
#[path = "api/filters.rs"]
mod filters;
#[path = "api/inlets.rs"]
mod inlets;
#[path = "api/layout.rs"]
mod layout;
#[path = "api/refusals.rs"]
mod refusals;
#[path = "api/session.rs"]
mod session;
#[path = "api/values.rs"]
mod values;

use flow_console::api::{HttpResponse, Session};
use flow_console::secret::Secret;

fn caller() -> Session {
    Session {
        flow_service_url: "https://platform.adobe.io/data/foundation/flowservice".to_owned(),
        access_token: Secret::new("hush-token"),
        api_key: "hush-key".to_owned(),
        org_id: "1@AdobeOrg".to_owned(),
        sandbox: "prod".to_owned(),
    }
}

fn response(status: u16, headers: &[(&str, &str)], body: &str) -> HttpResponse {
    let headers = headers.iter();
    HttpResponse {
        status,
        headers: headers
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        body: body.to_owned(),
    }
}
