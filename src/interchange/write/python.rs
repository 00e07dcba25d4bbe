//! A request as a Python script with the package `requests`.

use super::is_json;
use super::pieces::{Piece, pieces};
use crate::api::{HttpRequest, PieceKind, lay_out};

pub(super) fn write(request: &HttpRequest, placeholders: &[String]) -> String {
    let mut call = String::from("response = requests.request(\n    ");
    push_text(request.method.as_str(), &mut call);
    call.push_str(",\n    ");
    push_expression(&request.url, placeholders, &mut call);
    call.push_str(",\n    headers={\n");
    for (name, value) in &request.headers {
        call.push_str("        ");
        push_text(name, &mut call);
        call.push_str(": ");
        push_expression(value, placeholders, &mut call);
        call.push_str(",\n");
    }
    call.push_str("    },\n");
    if let Some(body) = &request.body {
        // Texts would be sent in Latin-1.
        call.push_str("    data=(");
        push_body(body, placeholders, &mut call);
        call.push_str(").encode(\"utf-8\"),\n");
    }
    call.push_str(")\nprint(response.status_code)\nprint(response.text)\n");
    let mut script = String::new();
    for module in ["json", "os"] {
        if call.contains(&[module, "."].concat()) {
            script.extend(["import ", module, "\n"]);
        }
    }
    if !script.is_empty() {
        script.push('\n');
    }
    script.push_str("import requests\n\n");
    script.push_str(&call);
    script
}

/// A text on one line, with variables in it.
fn push_expression(text: &str, placeholders: &[String], into: &mut String) {
    let pieces = pieces(text, placeholders);
    if pieces.is_empty() {
        push_text("", into);
    }
    for (count, piece) in pieces.iter().enumerate() {
        if count > 0 {
            into.push_str(" + ");
        }
        match piece {
            Piece::Text(text) => push_text(text, into),
            Piece::Variable(name) => push_variable(name, into),
        }
    }
}

/// The body over several lines. A value that is a variable alone is written as JSON by the script, so that it may
/// have quotation marks in it.
fn push_body(body: &str, placeholders: &[String], into: &mut String) {
    if !is_json(body) {
        return push_expression(body, placeholders, into);
    }
    into.push_str("'''");
    for part in lay_out(body) {
        let pieces = pieces(&part.text, placeholders);
        match pieces.as_slice() {
            [Piece::Text("\""), Piece::Variable(name), Piece::Text("\"")]
                if part.kind == PieceKind::Text =>
            {
                into.push_str("''' + json.dumps(");
                push_variable(name, into);
                into.push_str(") + '''");
            }
            pieces => {
                for piece in pieces {
                    match piece {
                        Piece::Text(text) => push_escaped(text, '\'', into),
                        Piece::Variable(name) => {
                            into.push_str("''' + ");
                            push_variable(name, into);
                            into.push_str(" + '''");
                        }
                    }
                }
            }
        }
    }
    into.push_str("'''");
}

fn push_variable(name: &str, into: &mut String) {
    into.extend(["os.environ[\"", name, "\"]"]);
}

fn push_text(text: &str, into: &mut String) {
    into.push('"');
    push_escaped(text, '"', into);
    into.push('"');
}

/// Line breaks stay only between three single quotation marks.
fn push_escaped(text: &str, quote: char, into: &mut String) {
    for character in text.chars() {
        match character {
            '\\' => into.push_str("\\\\"),
            '\n' if quote == '"' => into.push_str("\\n"),
            '\r' => into.push_str("\\r"),
            '\0' => into.push_str("\\x00"),
            mark if mark == quote => into.extend(['\\', mark]),
            other => into.push(other),
        }
    }
}
