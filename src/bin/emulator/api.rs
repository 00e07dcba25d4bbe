//! Between the bytes of a request and the emulator's own types, with the clock and the waiting.

use std::sync::PoisonError;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method as HttpMethod, StatusCode, header};
use axum::response::{IntoResponse, Response};
use flow_console::api::{HttpRequest, HttpResponse, Method};
use flow_console::emulator::Outcome;

use super::journal::Journal;
use super::{Host, cross_origin, cut};

/// Where the emulator answers when there is a site beside it.
const PREFIXES: [&str; 3] = ["/data/", "/collection/", "/emulator/"];

/// The switches are the emulator's own and no part of the API, so the journal leaves them out.
const SWITCHES: &str = "/emulator/";

/// More is not read. Inlets refuse far less, but they shall do it themselves.
const BODY_BYTES: usize = 16 * 1024 * 1024;

pub fn is_api(path: &str) -> bool {
    PREFIXES.iter().any(|prefix| path.starts_with(prefix))
}

pub async fn answer(host: &Host, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let mut response = if parts.method == HttpMethod::OPTIONS {
        cross_origin::preflight(&parts.headers)
    } else {
        exchange(host, &parts, body).await
    };
    cross_origin::allow(&parts.headers, response.headers_mut());
    if cuts_connections(host) {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
    }
    response
}

/// While connections are cut, none is used twice: browsers send a request again by themselves, unseen by the page,
/// when a connection that worked before is cut under it. So what arrives twice is the page's own doing.
fn cuts_connections(host: &Host) -> bool {
    let emulator = host.emulator.lock();
    let faults = emulator.unwrap_or_else(PoisonError::into_inner).faults();
    faults.dropped || faults.dropped_answer
}

async fn exchange(host: &Host, parts: &Parts, body: Body) -> Response {
    let Some(method) = Method::read(parts.method.as_str()) else {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    };
    let is_switch = parts.uri.path().starts_with(SWITCHES);
    let journal = host.journal.as_ref().filter(|_| !is_switch);
    let arrival = journal.map(Journal::arrive);
    let Ok(bytes) = axum::body::to_bytes(body, BODY_BYTES).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let body = text(bytes);
    let request = HttpRequest {
        method,
        url: parts
            .uri
            .path_and_query()
            .map_or("/", |url| url.as_str())
            .to_owned(),
        headers: parts
            .headers
            .iter()
            .map(|(name, value)| {
                let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
                (name.as_str().to_owned(), value)
            })
            .collect(),
        body: (!body.is_empty()).then_some(body),
    };
    let reply = host
        .emulator
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .handle(&request, now());
    let status = match &reply.outcome {
        Outcome::Answer(response) => response.status,
        Outcome::Dropped => 0,
    };
    if let Some(arrival) = arrival {
        arrival.note(&request, status);
    }
    if reply.delay_ms > 0 {
        tokio::time::sleep(Duration::from_millis(reply.delay_ms.into())).await;
    }
    match reply.outcome {
        Outcome::Answer(response) => write(response),
        Outcome::Dropped => cut::response(),
    }
}

/// Without a copy, as long as it is UTF-8.
fn text(bytes: Bytes) -> String {
    String::from_utf8(bytes.into())
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The emulator's headers are all well-formed; one that were not would be left out.
fn write(answer: HttpResponse) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() =
        StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in &answer.headers {
        if let (Ok(name), Ok(value)) = (name.parse(), value.parse()) {
            let name: axum::http::HeaderName = name;
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// Milliseconds since 1970.
fn now() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
