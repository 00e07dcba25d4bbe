//! What was asked, for tests that look at what a page really sent. Secrets stand in it as they came.

use std::fs::File;
use std::io::Write;
use std::sync::{Mutex, PoisonError};

use flow_console::api::HttpRequest;
use serde_json::{Map, Value, json};

/// Appends one request as one line. `status` is 0 for a connection that was cut.
///
/// A journal that cannot be written, say on a full disk, stops no answer.
pub fn append(file: &Mutex<File>, request: &HttpRequest, status: u16) {
    let mut line = entry(request, status).to_string();
    line.push('\n');
    let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = file.write_all(line.as_bytes());
}

fn entry(request: &HttpRequest, status: u16) -> Value {
    let (path, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
    let mut headers = Map::new();
    for (name, value) in &request.headers {
        // A header that came twice means a list.
        let value = match headers.get(name).and_then(Value::as_str) {
            Some(before) => json!(format!("{before}, {value}")),
            None => json!(value),
        };
        headers.insert(name.clone(), value);
    }
    json!({
        "method": request.method.as_str(),
        "path": path,
        "query": query,
        "headers": headers,
        "body": request.body.as_ref().map(|body| {
            serde_json::from_str(body).unwrap_or_else(|_| json!(body))
        }),
        "status": status,
    })
}
