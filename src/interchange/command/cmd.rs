//! Words as Windows' command prompt makes them. Two readers are at work there: the prompt, to which `^` and `"` mean
//! something, and the program, which cuts its command line into words at blanks and understands `\"` and `""`.

use super::words::Invocation;
use super::{CommandProblem, Note, Notes, typography};
use crate::interchange::cursor::Cursor;

/// The commands of a text, in their order.
pub(super) fn split(text: &str, notes: &mut Notes) -> Result<Vec<Invocation>, CommandProblem> {
    let mut done: Vec<Invocation> = Vec::new();
    for line in command_lines(text, notes) {
        let mut words = words(&line.text);
        let Some(first) = words.first_mut() else {
            continue;
        };
        if first.eq_ignore_ascii_case("rem") || first.starts_with("::") {
            continue;
        }
        if first.starts_with('@') {
            first.remove(0);
        }
        match done.last_mut() {
            Some(last) if first.starts_with('-') => {
                notes.add(Note::LostContinuation {
                    line: line.number.saturating_sub(1).max(1),
                });
                last.words.append(&mut words);
            }
            _ => done.push(Invocation {
                words,
                input: None,
                is_piped: line.is_piped,
            }),
        }
    }
    Ok(done)
}

/// What the prompt hands to one program.
struct CommandLine {
    text: String,
    is_piped: bool,
    /// Where it begins, from 1.
    number: usize,
}

/// The prompt's part: `^` is taken away outside of quotation marks, and lines and commands end.
fn command_lines(text: &str, notes: &mut Notes) -> Vec<CommandLine> {
    let mut lines = Vec::new();
    let mut cursor = Cursor::new(text);
    let mut line = CommandLine {
        text: String::new(),
        is_piped: false,
        number: 1,
    };
    let mut number = 1;
    let mut is_quoted = false;
    while let Some(character) = cursor.next() {
        number += usize::from(character == '\n');
        let ends_with = match character {
            '"' => {
                is_quoted = !is_quoted;
                None
            }
            // What goes over several lines in quotation marks is no longer a command to the prompt, but is meant.
            _ if is_quoted => None,
            '^' => {
                if cursor.eat_line_break() {
                    number += 1;
                    // The mark behind the line break is taken as it is.
                    if cursor.eat_line_break() {
                        number += 1;
                        line.text.push('\n');
                    }
                } else if let Some(escaped) = cursor.next() {
                    line.text.push(escaped);
                }
                continue;
            }
            mark if typography::is_double(mark) => {
                notes.add(Note::Typography { mark });
                typographic(&mut cursor, &mut line.text);
                continue;
            }
            odd if typography::ODD_BLANKS.contains(&odd) => {
                notes.add(Note::Typography { mark: odd });
                line.text.push(' ');
                continue;
            }
            '\r' if cursor.peek() == Some('\n') => continue,
            '\n' | '&' | '|' => Some(character),
            _ => None,
        };
        match ends_with {
            None => line.text.push(character),
            Some(mark) => {
                let is_piped = mark == '|' && !cursor.eat('|');
                let next = CommandLine {
                    text: String::new(),
                    is_piped,
                    number,
                };
                lines.push(std::mem::replace(&mut line, next));
            }
        }
    }
    lines.push(line);
    lines
}

/// A word in typographic marks, rewritten for the program.
fn typographic(cursor: &mut Cursor, line: &mut String) {
    line.push('"');
    while let Some(next) = cursor.next() {
        let ends = cursor.peek().is_none_or(char::is_whitespace);
        if ends && (typography::is_double(next) || next == '"') {
            break;
        }
        if next == '"' && !line.ends_with('\\') {
            line.push('\\');
        }
        line.push(next);
    }
    line.push('"');
}

/// The program's part, as Microsoft's C library does it.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut is_quoted = false;
    let mut cursor = Cursor::new(line);
    while let Some(character) = cursor.next() {
        match character {
            ' ' | '\t' if !is_quoted => words.extend(word.take()),
            '\\' => {
                let mut count = 1;
                while cursor.eat('\\') {
                    count += 1;
                }
                let word = word.get_or_insert_default();
                if cursor.peek() != Some('"') {
                    word.extend(std::iter::repeat_n('\\', count));
                    continue;
                }
                word.extend(std::iter::repeat_n('\\', count / 2));
                if count % 2 == 1 {
                    cursor.skip(1);
                    word.push('"');
                }
            }
            '"' if is_quoted && cursor.eat('"') => word.get_or_insert_default().push('"'),
            '"' => {
                is_quoted = !is_quoted;
                word.get_or_insert_default();
            }
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    words
}
