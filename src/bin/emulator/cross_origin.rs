//! CORS: every page may call, because nothing here is worth protecting from one.
//!
//! Adobe documents no CORS rules for its service. Those here are as generous as its own pages need them to be.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;

const HEADERS: &str = "Authorization, Content-Type, x-api-key, x-gw-ims-org-id, x-sandbox-name, \
    sandbox-name, x-adobe-flow-id, If-Match";
const METHODS: &str = "GET, POST, PUT, PATCH, DELETE";
const EXPOSED: &str = "ETag, Location, Retry-After, x-request-id";

/// How long a browser may remember a pre-flight, in seconds.
const MAX_AGE: &str = "600";

/// Answers the question that a browser asks before a call.
pub fn preflight(asked: &HeaderMap) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    let mut set = |name: HeaderName, value: &'static str| {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    };
    set(header::ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
    set(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    set(header::ACCESS_CONTROL_MAX_AGE, MAX_AGE);
    if asked.contains_key("access-control-request-private-network") {
        set(
            HeaderName::from_static("access-control-allow-private-network"),
            "true",
        );
    }
    response
}

/// Lets the page that called read the answer.
pub fn allow(asked: &HeaderMap, answered: &mut HeaderMap) {
    answered.insert(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = asked.get(header::ORIGIN) {
        answered.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        answered.insert(
            header::ACCESS_CONTROL_EXPOSE_HEADERS,
            HeaderValue::from_static(EXPOSED),
        );
    }
}
