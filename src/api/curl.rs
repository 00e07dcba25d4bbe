//! A request as a cURL command for a POSIX shell.

use super::http::{HttpRequest, Method};
use super::layout::lay_out;

/// Writes the command, one header a line, the body indented.
///
/// `placeholders` are those that the request was encoded with (`$ACCESS_TOKEN`, …; see
/// [`Operation::placeholders`](super::Operation::placeholders)). They are put where a shell fills them in from its
/// variables, so that the command runs as soon as these are set. Any other `$` stays what it is.
pub fn to_curl(request: &HttpRequest, placeholders: &[String]) -> String {
    let quoted = |text: &str| quote(text, placeholders);
    let mut lines = vec![match request.method {
        // What cURL does when nothing else is said.
        Method::Get => format!("curl {}", quoted(&request.url)),
        method => format!("curl -X {} {}", method.as_str(), quoted(&request.url)),
    }];
    for (name, value) in &request.headers {
        lines.push(format!("  -H {}", quoted(&format!("{name}: {value}"))));
    }
    if let Some(body) = &request.body {
        let indented: String = lay_out(body).into_iter().map(|piece| piece.text).collect();
        // Behind `-d`, an `@` would name a file to read the body from.
        let option = if indented.starts_with('@') {
            "--data-raw"
        } else {
            "-d"
        };
        lines.push(format!("  {option} {}", quoted(&indented)));
    }
    lines.join(" \\\n")
}

/// Single quotes, in which a shell changes nothing; placeholders leave them for double quotes, in which it does.
fn quote(text: &str, placeholders: &[String]) -> String {
    let mut quoted = String::from("'");
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        // The longest one, so that `$PASS` does not cut `$PASSWORD` in two.
        let placeholder = placeholders
            .iter()
            .filter(|name| rest.starts_with(*name))
            .max_by_key(|name| name.len());
        match (placeholder, first) {
            (Some(name), _) => quoted.push_str(&format!("'\"{name}\"'")),
            (None, '\'') => quoted.push_str("'\\''"),
            (None, other) => quoted.push(other),
        }
        rest = rest
            .get(placeholder.map_or(first.len_utf8(), String::len)..)
            .unwrap_or("");
    }
    quoted.push('\'');
    quoted
}
