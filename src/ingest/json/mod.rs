//! JSON as it comes in pieces: whether it is JSON, and where it ends.

mod fault;
mod text;

use super::scan;
pub use fault::JsonFault;
pub(super) use text::{in_quotes, member, push_escaped, string};

/// Deeper objects and arrays are refused: no reader of the project goes further.
const DEEPEST: u8 = 127;

/// What comes next.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Value,
    FirstName,
    Name,
    Colon,
    FirstElement,
    After,
    Text,
    Escape,
    Hex,
    SecondEscape,
    SecondLetter,
    Minus,
    Zero,
    Digits,
    Point,
    Fraction,
    Exponent,
    ExponentSign,
    ExponentDigits,
    Word,
    Done,
}

/// How far a piece of text led.
pub(super) enum Progress {
    /// The value goes on behind the piece.
    More,
    /// The value ends before this byte of the piece.
    Done(usize),
    /// This byte of the piece does not belong there.
    Fault(usize, JsonFault),
}

/// Reads one JSON value piece by piece and keeps nothing of it.
pub(super) struct Validator {
    state: State,
    depth: u8,
    /// One bit for each level, the innermost one last: set for objects.
    levels: u128,
    /// Whether the text that is read is the name of a member.
    is_name: bool,
    /// The line breaks between tokens so far.
    pub(super) breaks: u64,
    /// The digits of `\u` so far, behind a 1.
    code: u32,
    /// Whether `\u` of a first half was read, so that the other half must follow.
    is_half: bool,
    word: &'static [u8],
}

impl Validator {
    pub(super) fn new() -> Self {
        Self {
            state: State::Value,
            depth: 0,
            levels: 0,
            is_name: false,
            breaks: 0,
            code: 1,
            is_half: false,
            word: &[],
        }
    }

    /// How many objects and arrays are open.
    pub(super) fn depth(&self) -> u8 {
        self.depth
    }

    /// Whether a text is open.
    pub(super) fn is_in_text(&self) -> bool {
        use State::{Escape, Hex, SecondEscape, SecondLetter, Text};
        matches!(
            self.state,
            Text | Escape | Hex | SecondEscape | SecondLetter
        )
    }

    /// Whether the value may end here.
    pub(super) fn is_complete(&self) -> bool {
        use State::{Digits, Done, ExponentDigits, Fraction, Zero};
        self.depth == 0 && matches!(self.state, Done | Zero | Digits | Fraction | ExponentDigits)
    }

    /// Goes on with the next piece, until the value ends.
    pub(super) fn run(&mut self, bytes: &[u8]) -> Progress {
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let step = match self.state {
                State::Text => {
                    let rest = bytes.get(at..).unwrap_or_default();
                    at += scan::plain(rest);
                    match bytes.get(at) {
                        Some(byte) => self.in_text(*byte),
                        None => return Progress::More,
                    }
                }
                State::Done => return Progress::Done(at),
                State::Escape | State::Hex | State::SecondEscape | State::SecondLetter => {
                    self.in_escape(byte)
                }
                State::Word => self.in_word(byte),
                State::Value
                | State::FirstName
                | State::Name
                | State::Colon
                | State::FirstElement
                | State::After => self.between(byte),
                _ => match self.in_number(byte) {
                    // What ends a number is not a part of it.
                    Ok(false) => {
                        self.value_ended();
                        continue;
                    }
                    Ok(true) => Ok(()),
                    Err(fault) => Err(fault),
                },
            };
            if let Err(fault) = step {
                return Progress::Fault(at, fault);
            }
            at += 1;
        }
        if self.state == State::Done {
            return Progress::Done(at);
        }
        Progress::More
    }

    /// Between texts, numbers and words.
    fn between(&mut self, byte: u8) -> Result<(), JsonFault> {
        match byte {
            b' ' | b'\t' | b'\r' => return Ok(()),
            b'\n' => {
                self.breaks += 1;
                return Ok(());
            }
            _ => {}
        }
        match self.state {
            State::After => self.after(byte),
            State::Colon if byte == b':' => {
                self.state = State::Value;
                Ok(())
            }
            State::Colon => Err(JsonFault::MissingColon),
            State::FirstName | State::Name => self.name(byte),
            State::FirstElement if byte == b']' => self.close(byte),
            _ => self.value(byte),
        }
    }

    fn name(&mut self, byte: u8) -> Result<(), JsonFault> {
        match byte {
            b'"' => {
                self.is_name = true;
                self.state = State::Text;
                Ok(())
            }
            b'}' if self.state == State::FirstName => self.close(byte),
            b'}' | b',' => Err(JsonFault::ExtraComma),
            b'{' | b'[' | b']' | b':' => Err(JsonFault::Unexpected),
            _ => Err(JsonFault::UnquotedName),
        }
    }

    fn value(&mut self, byte: u8) -> Result<(), JsonFault> {
        self.is_name = false;
        self.state = match byte {
            b'"' => State::Text,
            b'{' => return self.open(true),
            b'[' => return self.open(false),
            b'-' => State::Minus,
            b'0' => State::Zero,
            b'1'..=b'9' => State::Digits,
            b't' => self.begin_word(b"rue"),
            b'f' => self.begin_word(b"alse"),
            b'n' => self.begin_word(b"ull"),
            b']' | b',' => return Err(JsonFault::ExtraComma),
            b'}' | b':' => return Err(JsonFault::MissingValue),
            b'+' | b'.' => return Err(JsonFault::WrongNumber),
            _ => return Err(JsonFault::UnquotedText),
        };
        Ok(())
    }

    fn begin_word(&mut self, rest: &'static [u8]) -> State {
        self.word = rest;
        State::Word
    }

    fn open(&mut self, is_object: bool) -> Result<(), JsonFault> {
        if self.depth >= DEEPEST {
            return Err(JsonFault::TooDeep);
        }
        self.depth += 1;
        self.levels = (self.levels << 1) | u128::from(is_object);
        self.state = if is_object {
            State::FirstName
        } else {
            State::FirstElement
        };
        Ok(())
    }

    fn is_in_object(&self) -> bool {
        self.levels & 1 == 1
    }

    fn close(&mut self, byte: u8) -> Result<(), JsonFault> {
        if self.is_in_object() != (byte == b'}') {
            return Err(JsonFault::WrongBracket);
        }
        self.depth = self.depth.saturating_sub(1);
        self.levels >>= 1;
        self.value_ended();
        Ok(())
    }

    fn value_ended(&mut self) {
        self.state = if self.depth == 0 {
            State::Done
        } else {
            State::After
        };
    }

    fn after(&mut self, byte: u8) -> Result<(), JsonFault> {
        match byte {
            b',' => {
                self.state = if self.is_in_object() {
                    State::Name
                } else {
                    State::Value
                };
                Ok(())
            }
            b'}' | b']' => self.close(byte),
            b'"' | b'{' | b'[' => Err(JsonFault::MissingComma),
            _ => Err(JsonFault::Unexpected),
        }
    }

    fn in_text(&mut self, byte: u8) -> Result<(), JsonFault> {
        match byte {
            b'"' if self.is_name => self.state = State::Colon,
            b'"' => self.value_ended(),
            b'\\' => self.state = State::Escape,
            b'\n' => return Err(JsonFault::OpenText),
            _ => return Err(JsonFault::ControlCharacter),
        }
        Ok(())
    }

    fn in_escape(&mut self, byte: u8) -> Result<(), JsonFault> {
        self.state = match (self.state, byte) {
            (State::Escape, b'u') | (State::SecondLetter, b'u') => {
                self.code = 1;
                State::Hex
            }
            (State::Escape, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => State::Text,
            (State::SecondEscape, b'\\') => State::SecondLetter,
            (State::Hex, digit) if digit.is_ascii_hexdigit() => return self.digit(digit),
            _ => return Err(JsonFault::WrongEscape),
        };
        Ok(())
    }

    /// A digit of `\u`. Characters beyond the first 65,536 are written in two halves.
    fn digit(&mut self, digit: u8) -> Result<(), JsonFault> {
        let digit = char::from(digit).to_digit(16).unwrap_or_default();
        self.code = (self.code << 4) | digit;
        if self.code < 0x1_0000 {
            return Ok(());
        }
        let is_first = (0x1_d800..0x1_dc00).contains(&self.code);
        let is_second = (0x1_dc00..0x1_e000).contains(&self.code);
        if is_second != self.is_half {
            return Err(JsonFault::WrongEscape);
        }
        self.is_half = is_first;
        self.state = if is_first {
            State::SecondEscape
        } else {
            State::Text
        };
        Ok(())
    }

    fn in_word(&mut self, byte: u8) -> Result<(), JsonFault> {
        match self.word.split_first() {
            Some((next, rest)) if *next == byte => {
                self.word = rest;
                if rest.is_empty() {
                    self.value_ended();
                }
                Ok(())
            }
            _ => Err(JsonFault::UnquotedText),
        }
    }

    /// Whether the byte belongs to the number.
    fn in_number(&mut self, byte: u8) -> Result<bool, JsonFault> {
        use State::{Digits, Exponent, ExponentDigits, ExponentSign, Fraction, Minus, Point, Zero};
        self.state = match (self.state, byte) {
            (Minus, b'0') => Zero,
            (Minus, b'1'..=b'9') => Digits,
            (Zero | Digits, b'.') => Point,
            (Zero | Digits | Fraction, b'e' | b'E') => Exponent,
            (Exponent, b'+' | b'-') => ExponentSign,
            (Exponent | ExponentSign | ExponentDigits, b'0'..=b'9') => ExponentDigits,
            (Point | Fraction, b'0'..=b'9') => Fraction,
            (Digits, b'0'..=b'9') => Digits,
            (Digits | Zero | Fraction | ExponentDigits, byte)
                if !byte.is_ascii_alphanumeric() && !matches!(byte, b'.' | b'-' | b'+') =>
            {
                return Ok(false);
            }
            _ => return Err(JsonFault::WrongNumber),
        };
        Ok(true)
    }
}

/// Whether a text is one JSON value; otherwise the first byte that does not belong, and why.
pub(super) fn check(text: &[u8]) -> Result<(), (usize, JsonFault)> {
    let mut validator = Validator::new();
    match validator.run(text) {
        Progress::Fault(at, fault) => Err((at, fault)),
        Progress::More if validator.is_complete() => Ok(()),
        Progress::More => Err((text.len(), JsonFault::Ended)),
        Progress::Done(end) => {
            let behind = text.get(end..).unwrap_or_default();
            match behind.iter().position(|byte| !byte.is_ascii_whitespace()) {
                Some(stray) => Err((end + stray, JsonFault::TextBehind)),
                None => Ok(()),
            }
        }
    }
}
