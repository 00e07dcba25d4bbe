//! A request as a Postman collection, format 2.1.

use serde_json::{Map, Value};

use super::laid_out;
use super::pieces::{Piece, pieces};
use crate::api::{HttpRequest, Target};

/// By which Postman knows the format.
const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

pub(super) fn write(request: &HttpRequest, placeholders: &[String]) -> String {
    let path = Target::read(&request.url).path;
    let last = path.rsplit('/').next().unwrap_or_default();
    let name = [request.method.as_str(), " ", last].concat();
    let headers = request.headers.iter().map(|(name, value)| {
        object(vec![
            ("key", text(name)),
            ("value", filled(value, placeholders)),
        ])
    });
    let mut content = vec![
        ("method", text(request.method.as_str())),
        ("header", Value::Array(headers.collect())),
    ];
    if let Some(body) = &request.body {
        let language = object(vec![("language", text("json"))]);
        content.push((
            "body",
            object(vec![
                ("mode", text("raw")),
                ("raw", filled(&laid_out(body), placeholders)),
                ("options", object(vec![("raw", language)])),
            ]),
        ));
    }
    content.push(("url", filled(&request.url, placeholders)));
    let item = object(vec![("name", text(&name)), ("request", object(content))]);
    let info = object(vec![("name", text(&name)), ("schema", text(SCHEMA))]);
    // Without values, so that the file has nothing to hide.
    let variables = placeholders.iter().map(|placeholder| {
        let name = placeholder.trim_start_matches('$');
        object(vec![("key", text(name)), ("value", text(""))])
    });
    let collection = object(vec![
        ("info", info),
        ("item", Value::Array(vec![item])),
        ("variable", Value::Array(variables.collect())),
    ]);
    laid_out(&collection.to_string())
}

fn object(members: Vec<(&str, Value)>) -> Value {
    let mut map = Map::new();
    for (name, value) in members {
        map.insert(name.to_owned(), value);
    }
    Value::Object(map)
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn filled(text: &str, placeholders: &[String]) -> Value {
    let mut filled = String::new();
    for piece in pieces(text, placeholders) {
        match piece {
            Piece::Text(text) => filled.push_str(text),
            Piece::Variable(name) => filled.extend(["{{", name, "}}"]),
        }
    }
    Value::String(filled)
}
