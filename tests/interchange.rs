//! Requests as other tools' text: commands read and written, typing errors in JSON, where the parts of a request
//! belong, and links that carry a form.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "interchange/commands.rs"]
mod commands;
#[path = "interchange/curl.rs"]
mod curl;
#[path = "interchange/engines.rs"]
mod engines;
#[path = "interchange/json.rs"]
mod json;
#[path = "interchange/links.rs"]
mod links;
#[path = "interchange/placing.rs"]
mod placing;
#[path = "interchange/printed.rs"]
mod printed;
#[path = "interchange/round_trips.rs"]
mod round_trips;
#[path = "interchange/running.rs"]
mod running;
#[path = "api/values.rs"]
mod values;
#[path = "interchange/windows.rs"]
mod windows;
#[path = "interchange/writing.rs"]
mod writing;

use flow_console::api::{HttpRequest, Method, Session};
use flow_console::secret::Secret;

fn request(method: Method, headers: &[(&str, &str)], body: Option<&str>) -> HttpRequest {
    let headers = headers.iter();
    HttpRequest {
        method,
        url: "https://a.example/b?c=d".to_owned(),
        headers: headers
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        body: body.map(str::to_owned),
    }
}

fn names(placeholders: &[&str]) -> Vec<String> {
    placeholders.iter().map(|it| (*it).to_owned()).collect()
}

fn caller() -> Session {
    Session {
        flow_service_url: "https://platform.adobe.io/data/foundation/flowservice".to_owned(),
        access_token: Secret::new("hush-token"),
        api_key: "hush-key".to_owned(),
        org_id: "1@AdobeOrg".to_owned(),
        sandbox: "prod".to_owned(),
    }
}
