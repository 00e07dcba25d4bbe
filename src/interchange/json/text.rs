//! The texts of a JSON text, with whatever marks they stand in.

use super::{Reader, Slip};

const SINGLE: [char; 4] = ['\'', '‘', '’', '‚'];
const DOUBLE: [char; 4] = ['"', '“', '”', '„'];

/// Whether a text may begin with this.
pub(super) fn is_quote(mark: char) -> bool {
    DOUBLE.contains(&mark) || SINGLE.contains(&mark)
}

impl Reader {
    /// A text, of which the opening mark comes next.
    pub(super) fn text(&mut self) -> String {
        let start = self.cursor.at();
        let open = self.cursor.next().unwrap_or('"');
        let slip = match open {
            '"' => None,
            '\'' => Some(Slip::SingleQuotes),
            _ => Some(Slip::TypographicQuotes),
        };
        if let Some(kind) = slip {
            self.slip(start, kind);
        }
        let doubled = open == '"' && self.is_doubled();
        if doubled {
            self.slip(start, Slip::DoubledQuotes);
            self.cursor.skip(1);
        }
        let mut text = String::new();
        let mut has_inner = false;
        let mut has_control = false;
        loop {
            let at = self.cursor.at();
            let Some(next) = self.cursor.next() else {
                self.slip(start, Slip::MissingQuote);
                return text;
            };
            match next {
                '\\' => self.escape(at, &mut text),
                '\n' if self.next_line_is_another() => {
                    self.slip(at, Slip::MissingQuote);
                    self.give_back_comma(at, &mut text);
                    return text;
                }
                // Only the line break behind it counts.
                '\r' if self.cursor.peek() == Some('\n') => {}
                next if next.is_control() && next < ' ' => {
                    if !has_control {
                        self.slip(at, Slip::ControlCharacter);
                    }
                    has_control = true;
                    text.push(next);
                }
                next if doubled => {
                    if next == '"' && self.cursor.eat('"') {
                        return text;
                    }
                    text.push(next);
                }
                next if closes(open, next) => {
                    if self.goes_on(next, has_inner) {
                        if next == '"' && !has_inner {
                            self.slip(at, Slip::UnescapedQuote);
                        }
                        has_inner = true;
                        text.push(next);
                    } else {
                        return text;
                    }
                }
                next => text.push(next),
            }
        }
    }

    /// Behind a quotation mark: whether another one comes and then the text itself.
    fn is_doubled(&self) -> bool {
        self.cursor.peek() == Some('"')
            && self.cursor.ahead(1).is_some_and(|next| {
                next.is_alphanumeric() || matches!(next, '{' | '$' | '<' | '/' | '_')
            })
    }

    /// Behind a mark that could close: whether the text goes on. Inside single quotes there are apostrophes, and
    /// inside double ones somebody may have forgotten a `\`.
    fn goes_on(&self, mark: char, has_inner: bool) -> bool {
        if SINGLE.contains(&mark) {
            return self.behind_blanks().is_some_and(char::is_alphanumeric);
        }
        let next = if has_inner {
            self.behind_blanks()
        } else {
            self.cursor.peek()
        };
        next.is_some_and(char::is_alphanumeric)
    }

    /// The next character on this line that is no blank.
    fn behind_blanks(&self) -> Option<char> {
        let mut count = 0;
        while matches!(self.cursor.ahead(count), Some(' ' | '\t')) {
            count += 1;
        }
        self.cursor.ahead(count)
    }

    /// At the beginning of a line inside a text: whether this line is a member of its own, so that the text before
    /// lacks its end. Reads no further than this line, so that every line is looked at once.
    fn next_line_is_another(&self) -> bool {
        let mut count = 0;
        while matches!(self.cursor.ahead(count), Some(' ' | '\t' | '\r')) {
            count += 1;
        }
        match self.cursor.ahead(count) {
            None | Some('}' | ']') => true,
            Some(quote) if DOUBLE.contains(&quote) => {
                count += 1;
                loop {
                    match self.cursor.ahead(count) {
                        None | Some('\n') => return false,
                        Some(quote) if DOUBLE.contains(&quote) => break,
                        Some(_) => count += 1,
                    }
                }
                count += 1;
                while matches!(self.cursor.ahead(count), Some(' ' | '\t')) {
                    count += 1;
                }
                self.cursor.ahead(count) == Some(':')
            }
            Some(_) => false,
        }
    }

    /// A comma at the end of a line that lacks its quotation mark is no part of the text.
    fn give_back_comma(&mut self, line_end: usize, text: &mut String) {
        let kept = text.trim_end().len();
        let blanks = text.get(kept..).map_or(0, |blanks| blanks.chars().count());
        text.truncate(kept);
        self.cursor.go_to(line_end);
        if text.ends_with(',') {
            text.pop();
            // A carriage return was read, but not kept.
            let mut comma = line_end.saturating_sub(blanks + 1);
            self.cursor.go_to(comma);
            while self.cursor.peek() != Some(',') && comma > 0 {
                comma -= 1;
                self.cursor.go_to(comma);
            }
        }
    }

    fn escape(&mut self, at: usize, text: &mut String) {
        let escaped = match self.cursor.next() {
            Some('n') => '\n',
            Some('t') => '\t',
            Some('r') => '\r',
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some(mark @ ('"' | '\\' | '/')) => mark,
            Some('u') => match self.unicode() {
                Some(character) => character,
                None => {
                    self.slip(at, Slip::WrongEscape);
                    '\u{fffd}'
                }
            },
            Some(other) => {
                self.slip(at, Slip::WrongEscape);
                if other != '\'' {
                    text.push('\\');
                }
                if other == '\n' {
                    // The line break is judged like any other.
                    self.cursor.go_to(at + 1);
                    return;
                }
                other
            }
            None => '\\',
        };
        text.push(escaped);
    }

    /// Behind `\u`: four digits, or two times four.
    fn unicode(&mut self) -> Option<char> {
        let first = self.four_digits()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        if !(self.cursor.eat('\\') && self.cursor.eat('u')) {
            return None;
        }
        let second = self.four_digits()?.checked_sub(0xdc00)?;
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + second)
    }

    fn four_digits(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + self.cursor.peek()?.to_digit(16)?;
            self.cursor.skip(1);
        }
        Some(number)
    }
}

/// Whether a mark closes what another one opened. Somebody who writes “ may end with any of them.
fn closes(open: char, mark: char) -> bool {
    match open {
        '"' | '\'' => mark == open,
        open if SINGLE.contains(&open) => SINGLE.contains(&mark),
        _ => DOUBLE.contains(&mark),
    }
}
