//! What was asked, for tests that look at what a page really sent. Secrets stand in it as they came.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use flow_console::api::HttpRequest;
use serde::de::IgnoredAny;
use serde_json::{Map, Value, json};

/// How much is collected before it is written while there is no pause, in bytes.
const BUFFER_BYTES: usize = 1024 * 1024;

/// A file with one line a request.
pub struct Journal {
    file: Mutex<BufWriter<File>>,
    /// Requests that have begun to arrive and are not noted yet.
    arriving: AtomicUsize,
}

/// A request that will be noted, or will never have arrived.
pub struct Arrival<'a>(&'a Journal);

impl Journal {
    pub fn new(file: File) -> Self {
        Self {
            file: Mutex::new(BufWriter::with_capacity(BUFFER_BYTES, file)),
            arriving: AtomicUsize::new(0),
        }
    }

    pub fn arrive(&self) -> Arrival<'_> {
        self.arriving.fetch_add(1, Ordering::Relaxed);
        Arrival(self)
    }
}

impl Arrival<'_> {
    /// Appends the request as one line. `status` is 0 for a connection that was cut.
    ///
    /// The line is in the file before the answer goes out, unless another request is just arriving: its line will
    /// take this one along. A journal that cannot be written, say on a full disk, stops no answer.
    pub fn note(self, request: &HttpRequest, status: u16) {
        let line = line(request, status);
        let journal = self.0;
        let mut file = journal.file.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = file.write_all(line.as_bytes());
    }
}

impl Drop for Arrival<'_> {
    fn drop(&mut self) {
        if self.0.arriving.fetch_sub(1, Ordering::Relaxed) == 1 {
            let mut file = self.0.file.lock().unwrap_or_else(PoisonError::into_inner);
            let _ = file.flush();
        }
    }
}

fn line(request: &HttpRequest, status: u16) -> String {
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
    let head = json!({
        "method": request.method.as_str(),
        "path": path,
        "query": query,
        "headers": headers,
    });
    let mut line = head.to_string();
    line.pop();
    line.push_str(",\"body\":");
    write_body(request.body.as_deref(), &mut line);
    line.push_str(",\"status\":");
    line.push_str(&status.to_string());
    line.push_str("}\n");
    line
}

/// JSON stands there as it came, but for the ends of lines: in JSON they are only ever white space.
fn write_body(body: Option<&str>, line: &mut String) {
    match body {
        Some(body) if serde_json::from_str::<IgnoredAny>(body).is_ok() => {
            let mut rest = body.split(['\n', '\r']);
            line.push_str(rest.next().unwrap_or_default());
            for part in rest {
                line.push(' ');
                line.push_str(part);
            }
        }
        other => line.push_str(&json!(other).to_string()),
    }
}
