//! Reads requests as they are printed in tutorials: a title, the first line, headers, an empty line, a body.

use std::collections::BTreeMap;
use std::path::Path;

use flow_console::api::{HttpRequest, Target};
use serde_json::Value;

/// What two requests must have in common to be the same: the order of headers and of members is not part of it.
#[derive(Debug, PartialEq)]
pub struct Shape {
    pub method: String,
    pub address: String,
    pub query: Vec<(String, String)>,
    pub headers: BTreeMap<String, String>,
    pub body: Option<Value>,
}

pub struct Printed {
    pub title: String,
    pub shape: Shape,
}

pub fn read(file: &str) -> Vec<Printed> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/contract")
        .join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    text.split("=== ").skip(1).map(read_one).collect()
}

fn read_one(text: &str) -> Printed {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let title = lines.next().unwrap().to_owned();
    let (method, url) = lines.next().unwrap().split_once(' ').unwrap();
    let headers = lines.map(|line| line.split_once(": ").unwrap());
    let body = Some(body.trim()).filter(|body| !body.is_empty());
    Printed {
        title,
        shape: Shape {
            method: method.to_owned(),
            address: address(url),
            query: Target::read(url).query,
            headers: lower_case(headers),
            body: body.map(|body| serde_json::from_str(body).unwrap()),
        },
    }
}

pub fn shape(request: &HttpRequest) -> Shape {
    let headers = request
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    Shape {
        method: request.method.as_str().to_owned(),
        address: address(&request.url),
        query: Target::read(&request.url).query,
        headers: lower_case(headers),
        body: request
            .body
            .as_deref()
            .map(|body| serde_json::from_str(body).unwrap()),
    }
}

fn address(url: &str) -> String {
    url.split('?').next().unwrap().to_owned()
}

fn lower_case<'a>(headers: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeMap<String, String> {
    headers
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect()
}
