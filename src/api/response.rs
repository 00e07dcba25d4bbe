//! Answer ↔ response, both directions in one file: readers for the client, writers for the emulator.
//!
//! Readers are tolerant. The documents wrap single resources in `items`, other revisions do not; the revision is
//! spelt `etag` or `eTag`; numbers come as strings.

use serde_json::{Value, json};

use super::failure::{Failure, Refusal};
use super::http::HttpResponse;
use super::url::Target;
use crate::model::{BatchReceipt, Created, FromJson, MessageReceipt, ShapeError, Stored, ToJson};

/// One page of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    /// What could be read.
    pub items: Vec<T>,
    /// How many items had a shape that could not be understood. They are counted so that no list lies.
    pub unreadable: usize,
    /// Where the next page begins; `None` on the last one.
    pub next: Option<String>,
}

/// Reads `{"items": […], "_links": {"next": {"href": …}}}`.
pub(super) fn read_page<T>(
    response: &HttpResponse,
    read: fn(Value) -> Result<T, ShapeError>,
) -> Result<Page<T>, Failure> {
    let body = parse(response)?;
    let next = body
        .pointer("/_links/next/href")
        .and_then(Value::as_str)
        .and_then(|link| {
            Target::read(link)
                .parameter("continuationToken")
                .map(str::to_owned)
        });
    let found = items(body);
    let count = found.len();
    let items: Vec<T> = found
        .into_iter()
        .filter_map(|item| read(item).ok())
        .collect();
    Ok(Page {
        unreadable: count - items.len(),
        items,
        next,
    })
}

/// Reads one resource, wrapped or bare.
pub(super) fn read_one<T>(
    response: &HttpResponse,
    read: fn(Value) -> Result<T, ShapeError>,
) -> Result<T, Failure> {
    match items(parse(response)?).into_iter().next() {
        Some(item) => read(item).map_err(|error| unreadable(response, &error.to_string())),
        None => Err(unreadable(response, "empty list")),
    }
}

/// Reads `{"id": …, "etag": …}`.
pub(super) fn read_created<Id: From<String>>(
    response: &HttpResponse,
) -> Result<Created<Id>, Failure> {
    read_one(response, Created::read)
}

/// Reads the inlet's receipt.
pub(super) fn read_receipt(response: &HttpResponse) -> Result<MessageReceipt, Failure> {
    if !response.is_success() {
        return Err(Failure::Refused(Box::new(Refusal::read(response, true))));
    }
    read_one(response, plain)
}

/// Reads the inlet's results, one a message. The status is 207 even when each message was refused.
pub(super) fn read_batch_receipt(response: &HttpResponse) -> Result<BatchReceipt, Failure> {
    if !response.is_success() {
        return Err(Failure::Refused(Box::new(Refusal::read(response, true))));
    }
    read_one(response, plain)
}

/// For [`read_page`] and [`read_one`]: a stored resource.
pub(super) fn stored<Id: From<String>, Content: FromJson>(
    value: Value,
) -> Result<Stored<Id, Content>, ShapeError> {
    Stored::read(value)
}

/// For [`read_page`] and [`read_one`]: what is all content.
pub(super) fn plain<Content: FromJson>(value: Value) -> Result<Content, ShapeError> {
    Content::from_json(&value)
}

fn parse(response: &HttpResponse) -> Result<Value, Failure> {
    if is_page_of_another(response) {
        return Err(unreadable(response, "a web page"));
    }
    if !response.is_success() {
        return Err(Failure::Refused(Box::new(Refusal::read(response, false))));
    }
    serde_json::from_str(&response.body).map_err(|error| unreadable(response, &error.to_string()))
}

/// Adobe's gateway and Flow Service refuse in JSON. A web page with a 4xx status, or anything but JSON for an address
/// that is not there, comes from another server: the address is wrong, or a proxy or a login page stands in between.
fn is_page_of_another(response: &HttpResponse) -> bool {
    let body = response.body.trim();
    let is_text = !body.is_empty() && serde_json::from_str::<Value>(body).is_err();
    match response.status {
        404 | 405 => is_text,
        400..500 => body.starts_with('<'),
        _ => false,
    }
}

fn unreadable(response: &HttpResponse, detail: &str) -> Failure {
    Failure::Unreadable {
        status: response.status,
        body: response.body.clone(),
        detail: detail.to_owned(),
    }
}

fn items(body: Value) -> Vec<Value> {
    match body {
        Value::Array(items) => items,
        Value::Object(mut members) => match members.get_mut("items") {
            Some(Value::Array(items)) => std::mem::take(items),
            _ => vec![Value::Object(members)],
        },
        other => vec![other],
    }
}

/// 200 with `{"items": […], "_links": {…}}`, for lists and for single resources alike.
pub fn write_items(items: Vec<Value>, next: Option<&str>) -> HttpResponse {
    let links = next.map_or_else(|| json!({}), |link| json!({ "next": { "href": link } }));
    write(200, &json!({ "items": items, "_links": links }), Vec::new())
}

/// 201 with `id` and `etag`, and where the new resource is.
pub fn write_created(collection: &str, id: &str, etag: &str) -> HttpResponse {
    let location = ("Location".to_owned(), format!("/{collection}/{id}"));
    write(201, &json!({ "id": id, "etag": etag }), vec![location])
}

/// 200 with `id` and the next `etag`.
pub fn write_updated(id: &str, etag: &str) -> HttpResponse {
    write(200, &json!({ "id": id, "etag": etag }), Vec::new())
}

/// 200 with the inlet's receipt.
pub fn write_receipt(receipt: &MessageReceipt) -> HttpResponse {
    write(200, &receipt.to_json(), Vec::new())
}

/// 207 with a result for each message.
pub fn write_batch_receipt(receipt: &BatchReceipt) -> HttpResponse {
    let content_type = ("Content-Type".to_owned(), "application/json".to_owned());
    HttpResponse {
        status: 207,
        headers: vec![content_type],
        body: receipt.to_text(),
    }
}

fn write(status: u16, body: &Value, headers: Vec<(String, String)>) -> HttpResponse {
    let content_type = ("Content-Type".to_owned(), "application/json".to_owned());
    HttpResponse {
        status,
        headers: [content_type].into_iter().chain(headers).collect(),
        body: body.to_string(),
    }
}
