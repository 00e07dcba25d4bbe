//! JSON as people type it: what is wrong is put right and pointed out.

mod text;

use serde_json::{Map, Number, Value};

use super::cursor::Cursor;
use super::placeholder::is_placeholder;

/// As deep as the strict reader goes.
const DEEPEST: usize = 127;

/// What is wrong at a place of a JSON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// No comma between two members or elements.
    MissingComma,
    /// A comma with nothing before or behind it.
    ExtraComma,
    /// No colon between a name and its value.
    MissingColon,
    /// A name without a value, or no JSON at all; read as `null`.
    MissingValue,
    /// An object or array that is never closed.
    MissingBracket,
    /// A text with a quotation mark at one end only.
    MissingQuote,
    /// `'` for `"`.
    SingleQuotes,
    /// “ and ” for `"`.
    TypographicQuotes,
    /// `""` for `"`.
    DoubledQuotes,
    /// `"` inside a text, without `\`.
    UnescapedQuote,
    /// A name without quotation marks.
    UnquotedName,
    /// A text without quotation marks, or `True`, `None` and the like.
    UnquotedText,
    /// A placeholder without quotation marks; read as text, since what will stand there is not known.
    UnquotedPlaceholder,
    /// A comment.
    Comment,
    /// A line break or another control character inside a text, not escaped.
    ControlCharacter,
    /// `\` in front of what needs none.
    WrongEscape,
    /// Something that belongs to nothing.
    StrayText,
    /// Nested deeper than can be read.
    TooDeep,
}

/// A typing error, and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonSlip {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub kind: Slip,
}

/// Reads JSON, strictly if that is possible. Otherwise what is meant, with every typing error in its order.
/// Takes time in proportion to the text's length.
pub fn read_lenient_json(text: &str) -> (Value, Vec<JsonSlip>) {
    if let Ok(value) = serde_json::from_str(text) {
        return (value, Vec::new());
    }
    let mut reader = Reader {
        cursor: Cursor::new(text.trim_start_matches('\u{feff}')),
        slips: Vec::new(),
    };
    let value = reader.document();
    let sought: Vec<usize> = reader.slips.iter().map(|(at, _)| *at).collect();
    let places = reader.cursor.places(&sought).into_iter();
    let slips = places
        .zip(&reader.slips)
        .map(|((line, column), (_, kind))| JsonSlip {
            line,
            column,
            kind: *kind,
        })
        .collect();
    (value, slips)
}

struct Reader {
    cursor: Cursor,
    /// Where, in characters, and what.
    slips: Vec<(usize, Slip)>,
}

impl Reader {
    /// Keeps the slips in the order of their places; almost always the new one is the last.
    fn slip(&mut self, at: usize, kind: Slip) {
        let mut position = self.slips.len();
        while let Some((before, _)) = position
            .checked_sub(1)
            .and_then(|last| self.slips.get(last))
            && *before > at
        {
            position -= 1;
        }
        self.slips.insert(position, (at, kind));
    }

    fn slip_here(&mut self, kind: Slip) {
        self.slip(self.cursor.at(), kind);
    }

    fn document(&mut self) -> Value {
        self.blank();
        let value = match self.value(0) {
            Some(value) => value,
            None => {
                self.slip_here(Slip::MissingValue);
                Value::Null
            }
        };
        self.blank();
        if !self.cursor.is_at_end() {
            self.slip_here(Slip::StrayText);
        }
        value
    }

    /// Skips blanks and comments.
    fn blank(&mut self) {
        while let Some(next) = self.cursor.peek() {
            if next.is_whitespace() || matches!(next, '\u{feff}' | '\u{200b}') {
                self.cursor.skip(1);
            } else if next == '#' || self.cursor.starts_with("//") {
                self.slip_here(Slip::Comment);
                self.cursor.line();
            } else if self.cursor.starts_with("/*") {
                self.slip_here(Slip::Comment);
                while !self.cursor.is_at_end() && !self.cursor.starts_with("*/") {
                    self.cursor.skip(1);
                }
                self.cursor.skip(2);
            } else {
                return;
            }
        }
    }

    /// A value, unless what comes next ends or separates one.
    fn value(&mut self, depth: usize) -> Option<Value> {
        match self.cursor.peek()? {
            ',' | '}' | ']' | ':' => None,
            '{' => match self.braces() {
                Some(placeholder) => Some(Value::String(placeholder)),
                None => Some(self.deeper(depth, '}')),
            },
            '[' => Some(self.deeper(depth, ']')),
            quote if text::is_quote(quote) => Some(Value::String(self.text())),
            _ => Some(self.bare()),
        }
    }

    fn deeper(&mut self, depth: usize, close: char) -> Value {
        if depth >= DEEPEST {
            self.slip_here(Slip::TooDeep);
            self.cursor.go_to(usize::MAX);
            return Value::Null;
        }
        self.cursor.skip(1);
        if close == '}' {
            let mut members = Map::new();
            while self.is_inside('}') {
                self.member(&mut members, depth + 1);
            }
            Value::Object(members)
        } else {
            let mut elements = Vec::new();
            while self.is_inside(']') {
                match self.value(depth + 1) {
                    Some(element) => {
                        elements.push(element);
                        self.separator();
                    }
                    None => self.stray(),
                }
            }
            Value::Array(elements)
        }
    }

    /// Goes to the next member or element; `false` behind the last one.
    fn is_inside(&mut self, close: char) -> bool {
        loop {
            self.blank();
            match self.cursor.peek() {
                Some(next) if next == close => {
                    self.cursor.skip(1);
                    return false;
                }
                Some(',') => {
                    self.slip_here(Slip::ExtraComma);
                    self.cursor.skip(1);
                }
                // It closes what stands around this.
                None | Some('}' | ']') => {
                    self.slip_here(Slip::MissingBracket);
                    return false;
                }
                Some(_) => return true,
            }
        }
    }

    fn member(&mut self, members: &mut Map<String, Value>, depth: usize) {
        let Some(name) = self.name() else {
            self.stray();
            return;
        };
        self.blank();
        if !self.cursor.eat(':') {
            self.slip_here(Slip::MissingColon);
            if self.cursor.eat('=') {
                self.cursor.eat('>');
            }
        }
        self.blank();
        let value = match self.value(depth) {
            Some(value) => value,
            None => {
                self.slip_here(Slip::MissingValue);
                Value::Null
            }
        };
        members.insert(name, value);
        self.separator();
    }

    fn name(&mut self) -> Option<String> {
        if text::is_quote(self.cursor.peek()?) {
            return Some(self.text());
        }
        let start = self.cursor.at();
        let mut name = String::new();
        while let Some(next) = self.cursor.peek() {
            if !next.is_alphanumeric() && !matches!(next, '_' | '-' | '$' | '.' | '@') {
                break;
            }
            name.push(next);
            self.cursor.skip(1);
        }
        // `…` and `...` stand for what was left out.
        if !name.contains(char::is_alphanumeric) {
            self.cursor.go_to(start);
            return None;
        }
        let is_half = self.cursor.peek().is_some_and(text::is_quote);
        self.cursor.skip(usize::from(is_half));
        let kind = if is_half {
            Slip::MissingQuote
        } else {
            Slip::UnquotedName
        };
        self.slip(start, kind);
        Some(name)
    }

    /// The comma behind a member or element, unless it is the last one.
    fn separator(&mut self) {
        let end = self.cursor.at();
        self.blank();
        let comma = self.cursor.at();
        let has_comma = self.cursor.eat(',');
        self.blank();
        let is_last = matches!(self.cursor.peek(), None | Some('}' | ']'));
        if has_comma && is_last {
            self.slip(comma, Slip::ExtraComma);
        } else if !has_comma && !is_last {
            self.slip(end, Slip::MissingComma);
        }
    }

    /// Goes over what belongs to nothing.
    fn stray(&mut self) {
        self.slip_here(Slip::StrayText);
        self.cursor.skip(1);
        while let Some(next) = self.cursor.peek() {
            let begins = next.is_alphanumeric() || text::is_quote(next) || next.is_whitespace();
            if begins || matches!(next, ',' | '}' | ']' | '{' | '[') {
                return;
            }
            self.cursor.skip(1);
        }
    }
}

impl Reader {
    /// `{PORT}` or `{{port}}` where a value belongs. An object begins with a quotation mark or has a colon.
    fn braces(&mut self) -> Option<String> {
        let start = self.cursor.at();
        let mut found = String::new();
        while let Some(next) = self.cursor.peek() {
            let belongs =
                next.is_ascii_alphanumeric() || matches!(next, '_' | '-' | '.' | '{' | '}');
            if !belongs || found.len() > 70 {
                break;
            }
            self.cursor.skip(1);
            found.push(next);
            let is_double = found.starts_with("{{");
            if is_placeholder(&found) && (!is_double || found.ends_with("}}")) {
                self.slip(start, Slip::UnquotedPlaceholder);
                return Some(found);
            }
        }
        self.cursor.go_to(start);
        None
    }

    /// A number, `true`, `false`, `null`, or what should stand in quotation marks.
    fn bare(&mut self) -> Value {
        let start = self.cursor.at();
        let mut word = String::new();
        while let Some(next) = self.cursor.peek() {
            let is_end = matches!(next, ',' | '}' | ']' | '\n' | '\r' | '"' | '“' | '”');
            if is_end && !(next == '}' && word.contains("${")) {
                break;
            }
            self.cursor.skip(1);
            word.push(next);
        }
        let is_half = matches!(self.cursor.peek(), Some('"' | '“' | '”'))
            && !word.ends_with(char::is_whitespace);
        let word = word.trim_end();
        if is_half {
            self.cursor.skip(1);
            self.slip(start, Slip::MissingQuote);
            return Value::String(word.to_owned());
        }
        // A comment behind a value is read as such.
        let word = word
            .split_once(" //")
            .or_else(|| word.split_once(" #"))
            .map_or(word, |(before, _)| before.trim_end());
        self.cursor.go_to(start + word.chars().count());
        match word {
            "true" => return Value::Bool(true),
            "false" => return Value::Bool(false),
            "null" => return Value::Null,
            _ => {}
        }
        if let Ok(number) = word.parse::<Number>() {
            return Value::Number(number);
        }
        let kind = if is_placeholder(word) {
            Slip::UnquotedPlaceholder
        } else {
            Slip::UnquotedText
        };
        self.slip(start, kind);
        match word {
            "True" | "TRUE" => Value::Bool(true),
            "False" | "FALSE" => Value::Bool(false),
            "None" | "undefined" => Value::Null,
            _ => Value::String(word.to_owned()),
        }
    }
}
