//! A request as a cURL command for the command prompt of Windows.
//!
//! Two readers must be pleased. To the prompt, `"` begins and ends quotation, inside of which only `%` means something
//! and outside of which `^` takes the meaning of any mark away. To the program, `\"` and, inside quotation, `""` are
//! quotation marks. So in front of every quotation mark of the text there is a choice: `""` leaves the prompt in
//! the state in which it is, `\"` and `\^"` are used to change it and outside of quotation.

use super::curl::{GLOB_OFF, URL, arguments};
use super::is_json;
use super::pieces::{Piece, pieces};
use crate::api::{HttpRequest, PieceKind, lay_out};

pub(super) fn write(request: &HttpRequest, placeholders: &[String]) -> String {
    let body = request.body.as_deref().map(on_one_line);
    let mut command = String::from("curl");
    for (option, value) in arguments(request, body.as_deref()) {
        let is_apart = !matches!(option, "-X" | GLOB_OFF | URL);
        command.push_str(if is_apart { " ^\n  " } else { " " });
        command.push_str(option);
        match option {
            GLOB_OFF => {}
            "-X" => command.extend([" ", value.as_str()]),
            _ => {
                if option != URL {
                    command.push(' ');
                }
                quote(&value, placeholders, &mut command);
            }
        }
    }
    command
}

/// JSON without line breaks, which the prompt takes for the end of the command.
fn on_one_line(body: &str) -> String {
    if !is_json(body) {
        return body.to_owned();
    }
    let mut text = String::new();
    for piece in lay_out(body) {
        if piece.kind == PieceKind::Layout {
            for (count, line) in piece.text.split('\n').enumerate() {
                text.push_str(if count == 0 { line } else { line.trim_start() });
            }
        } else {
            text.push_str(&piece.text);
        }
    }
    text
}

/// What stands between two quotation marks of the text.
#[derive(Default)]
struct Segment<'a> {
    pieces: Vec<Piece<'a>>,
}

fn quote(text: &str, placeholders: &[String], into: &mut String) {
    let mut is_quoted = true;
    for (position, segment) in segments(text, placeholders).iter().enumerate() {
        let will_be_quoted = segment.stands_quoted();
        let mark = match (position, is_quoted, will_be_quoted) {
            (0, _, true) => "\"",
            (0, _, false) => "^\"",
            (_, true, true) => "\"\"",
            (_, false, false) => "\\^\"",
            _ => "\\\"",
        };
        into.push_str(mark);
        is_quoted = will_be_quoted;
        segment.write(is_quoted, into);
        // A quotation mark follows, in front of which two stand for one.
        into.extend(std::iter::repeat_n('\\', segment.backslashes_at_end()));
    }
    into.push_str(if is_quoted { "\"" } else { "^\"" });
}

fn segments<'a>(text: &'a str, placeholders: &[String]) -> Vec<Segment<'a>> {
    let mut segments = Vec::new();
    let mut segment = Segment::default();
    for piece in pieces(text, placeholders) {
        match piece {
            Piece::Text(text) => {
                for (count, part) in text.split('"').enumerate() {
                    if count > 0 {
                        segments.push(std::mem::take(&mut segment));
                    }
                    segment.pieces.push(Piece::Text(part));
                }
            }
            variable => segment.pieces.push(variable),
        }
    }
    segments.push(segment);
    segments
}

impl Segment<'_> {
    /// Values that are filled in are safe only inside quotation; percent signs that are none of a variable, and line
    /// breaks, only outside.
    fn stands_quoted(&self) -> bool {
        self.pieces.iter().all(|piece| match piece {
            Piece::Variable(_) => true,
            Piece::Text(text) => !text.contains('\n') && !names_variable(text),
        }) || self
            .pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Variable(_)))
    }

    fn backslashes_at_end(&self) -> usize {
        match self.pieces.last() {
            Some(Piece::Text(text)) => text.len() - text.trim_end_matches('\\').len(),
            _ => 0,
        }
    }

    fn write(&self, is_quoted: bool, into: &mut String) {
        for piece in &self.pieces {
            match piece {
                Piece::Variable(name) => into.extend(["%", name, "%"]),
                Piece::Text(text) if is_quoted => into.push_str(text),
                Piece::Text(text) => write_unquoted(text, into),
            }
        }
    }
}

/// `%PATH%` and what looks like it.
fn names_variable(text: &str) -> bool {
    let mut parts = text.split('%').skip(1).peekable();
    while let Some(name) = parts.next() {
        let begins = name.starts_with(|letter: char| letter.is_alphabetic() || letter == '_');
        if begins && parts.peek().is_some() {
            return true;
        }
    }
    false
}

fn write_unquoted(text: &str, into: &mut String) {
    let mut follows_percent = false;
    for character in text.chars() {
        let is_plain = character.is_alphanumeric()
            || matches!(
                character,
                ' ' | '_' | '-' | ':' | '.' | '/' | '\\' | '\'' | '+' | '~'
            );
        if character == '\n' {
            // The first break is taken away, the second is meant.
            into.push_str("^\n\n");
        } else {
            // A name that begins with `^` is no variable's.
            if !is_plain || follows_percent {
                into.push('^');
            }
            into.push(character);
        }
        follows_percent = character == '%';
    }
}
