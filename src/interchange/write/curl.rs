//! A request as a cURL command for a POSIX shell.

use super::laid_out;
use super::pieces::{Piece, pieces};
use crate::api::{HttpRequest, Method};

/// Writes the command, one header a line, the body indented.
///
/// `placeholders` are those that the request was encoded with (`$ACCESS_TOKEN`, …; see
/// [`Operation::placeholders`](crate::api::Operation::placeholders)). They are put where a shell fills them in from
/// its variables, so that the command runs as soon as these are set. Any other `$` stays what it is.
pub fn to_curl(request: &HttpRequest, placeholders: &[String]) -> String {
    let body = request.body.as_deref().map(laid_out);
    let words = arguments(request, body.as_deref());
    let mut command = String::from("curl");
    for (option, value) in &words {
        // The verb and the URL stand on the first line.
        let is_apart = !matches!(*option, "-X" | GLOB_OFF | URL);
        command.push_str(if is_apart { " \\\n  " } else { " " });
        command.push_str(option);
        match *option {
            URL => quote(value, placeholders, &mut command),
            "-X" => command.extend([" ", value.as_str()]),
            GLOB_OFF => {}
            _ => {
                command.push(' ');
                quote(value, placeholders, &mut command);
            }
        }
    }
    command
}

/// The URL stands without an option.
pub(super) const URL: &str = "";

/// Has cURL take brackets and braces in the URL for what they are, instead of for a list of URLs.
pub(super) const GLOB_OFF: &str = "-g";

/// cURL's options and their values, in their order.
pub(super) fn arguments(request: &HttpRequest, body: Option<&str>) -> Vec<(&'static str, String)> {
    let mut arguments = Vec::new();
    // What cURL does when nothing else is said.
    if request.method != Method::Get || body.is_some() {
        arguments.push(("-X", request.method.as_str().to_owned()));
    }
    if request.url.contains(['{', '}', '[', ']']) {
        arguments.push((GLOB_OFF, String::new()));
    }
    arguments.push((URL, request.url.clone()));
    for (name, value) in &request.headers {
        // With a colon and no value, cURL would leave the header out.
        let header = if value.is_empty() {
            [name.as_str(), ";"].concat()
        } else {
            [name.as_str(), ": ", value].concat()
        };
        arguments.push(("-H", header));
    }
    if let Some(body) = body {
        // Behind `-d`, an `@` would name a file to read the body from.
        let option = if body.starts_with('@') {
            "--data-raw"
        } else {
            "-d"
        };
        arguments.push((option, body.to_owned()));
    }
    arguments
}

/// Single quotes, in which a shell changes nothing; placeholders leave them for double quotes, in which it does.
pub(super) fn quote(text: &str, placeholders: &[String], into: &mut String) {
    into.push('\'');
    for piece in pieces(text, placeholders) {
        match piece {
            Piece::Text(text) => into.push_str(&text.replace('\'', "'\\''")),
            Piece::Variable(name) => {
                into.push_str("'\"$");
                into.push_str(name);
                into.push_str("\"'");
            }
        }
    }
    into.push('\'');
}
