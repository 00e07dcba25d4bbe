//! A request as PowerShell's `Invoke-RestMethod`, for Windows PowerShell 5.1 and everything later.

use super::laid_out;
use super::pieces::{Piece, pieces};
use crate::api::HttpRequest;

pub(super) fn write(request: &HttpRequest, placeholders: &[String]) -> String {
    let mut command = String::from("Invoke-RestMethod -Method ");
    command.push_str(request.method.as_str());
    command.push_str(" -Uri ");
    quote(&request.url, placeholders, &mut command);
    let is_type = |name: &str| name.eq_ignore_ascii_case("Content-Type");
    let mut is_first = true;
    for (name, value) in request.headers.iter().filter(|(name, _)| !is_type(name)) {
        if is_first {
            command.push_str(" `\n  -Headers @{");
        }
        is_first = false;
        command.push_str("\n    ");
        quote(name, &[], &mut command);
        command.push_str(" = ");
        quote(value, placeholders, &mut command);
    }
    if !is_first {
        command.push_str("\n  }");
    }
    // Version 5.1 does not take it among the others.
    if let Some(value) = request.header("Content-Type") {
        command.push_str(" `\n  -ContentType ");
        quote(value, placeholders, &mut command);
    }
    if let Some(body) = &request.body {
        command.push_str(" `\n  -Body ");
        write_body(&laid_out(body), placeholders, &mut command);
    }
    command
}

/// Versions before 7.4 do not send text in UTF-8, so that they are handed its bytes.
fn write_body(body: &str, placeholders: &[String], into: &mut String) {
    if body.is_ascii() {
        quote_body(body, placeholders, into);
    } else {
        into.push_str("([Text.Encoding]::UTF8.GetBytes(");
        quote_body(body, placeholders, into);
        into.push_str("))");
    }
}

/// Between `@'` and `'@`, or `@"` and `"@`, quotation marks mean nothing. Only at the beginning of a line would they
/// end the text.
fn quote_body(body: &str, placeholders: &[String], into: &mut String) {
    let is_plain = !body.contains('\r')
        && body.split('\n').all(|line| !line.starts_with(is_quote))
        && body.contains(is_quote);
    if !is_plain {
        return quote(body, placeholders, into);
    }
    let pieces = pieces(body, placeholders);
    let has_variables = has_variables(&pieces);
    let mark = if has_variables { "\"" } else { "'" };
    into.extend(["@", mark, "\n"]);
    for piece in pieces {
        match piece {
            Piece::Text(text) if has_variables => {
                let text = text.replace('`', "``").replace('$', "`$");
                into.push_str(&text);
            }
            Piece::Text(text) => into.push_str(text),
            Piece::Variable(name) => into.extend(["${env:", name, "}"]),
        }
    }
    into.extend(["\n", mark, "@"]);
}

/// Single quotes, in which only they themselves mean something; double ones for what is to be filled in.
fn quote(text: &str, placeholders: &[String], into: &mut String) {
    let pieces = pieces(text, placeholders);
    let has_variables = has_variables(&pieces);
    into.push(if has_variables { '"' } else { '\'' });
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Text(text) => {
                for character in text.chars() {
                    match character {
                        '`' | '$' if has_variables => into.push('`'),
                        mark if has_variables && is_double(mark) => into.push('`'),
                        // PowerShell takes typographic marks for plain ones.
                        mark if !has_variables && is_single(mark) => into.push(mark),
                        _ => {}
                    }
                    into.push(character);
                }
            }
            Piece::Variable(name) => {
                // What goes on like a name needs braces around it.
                let is_last = pieces.peek().is_none();
                into.extend(if is_last {
                    ["$env:", name, ""]
                } else {
                    ["${env:", name, "}"]
                });
            }
        }
    }
    into.push(if has_variables { '"' } else { '\'' });
}

fn has_variables(pieces: &[Piece<'_>]) -> bool {
    pieces
        .iter()
        .any(|piece| matches!(piece, Piece::Variable(_)))
}

fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '‘' | '’' | '‚' | '‛')
}

fn is_double(mark: char) -> bool {
    matches!(mark, '"' | '“' | '”' | '„')
}

fn is_quote(mark: char) -> bool {
    is_single(mark) || is_double(mark)
}
