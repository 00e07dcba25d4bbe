//! The elements of a JSON array, or objects over several lines, one after another.

use super::lines::characters;
use super::{Checkpoint, Found, Held, Unreadable, count, found_record, found_unreadable};
use crate::ingest::json::{JsonFault, Progress, Validator};

/// Between which things the reader is.
enum State {
    /// Before the array.
    Before,
    /// Behind `[`.
    First,
    /// Where an element must stand; for objects one after another, where one may.
    Next,
    /// In an element.
    Inside,
    /// Behind an element of an array.
    Behind,
    /// Behind the array.
    After,
    /// In what is not JSON, looking for the next element.
    Lost { depth: u32, is_in_text: bool },
    /// In a text that is not JSON, behind `\`.
    LostEscape { depth: u32 },
}

/// So deep that no bracket leads out of it: there are no more elements.
const NOWHERE: State = State::Lost {
    depth: u32::MAX / 2,
    is_in_text: false,
};

/// Reads values that stand one after another, with commas in an array.
pub(super) struct Values {
    /// Where the next byte stands, and the index of the next record.
    pub(super) place: Checkpoint,
    is_array: bool,
    state: State,
    validator: Validator,
    held: Held,
    /// Where the element begins.
    start: Checkpoint,
    /// The characters before it on its line, if nothing but blanks stands there.
    indent: Option<u64>,
    is_object: bool,
    /// The characters on the line so far.
    column: u64,
    is_line_blank: bool,
}

impl Values {
    /// `is_inside`: the source begins with an element.
    pub(super) fn new(place: Checkpoint, is_array: bool, is_inside: bool) -> Self {
        Self {
            place,
            is_array,
            state: if is_array && !is_inside {
                State::Before
            } else {
                State::Next
            },
            validator: Validator::new(),
            held: Held::default(),
            start: place,
            indent: None,
            is_object: false,
            column: 0,
            is_line_blank: true,
        }
    }

    pub(super) fn push(&mut self, bytes: &[u8], found: &mut Vec<Found>) {
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if matches!(self.state, State::Inside) {
                let rest = bytes.get(at..).unwrap_or_default();
                at += self.inside(rest, found);
                continue;
            }
            let goes_on = match self.state {
                State::Lost { .. } | State::LostEscape { .. } => self.lost(byte),
                _ => byte.is_ascii_whitespace() || self.outside(byte, found),
            };
            if !goes_on {
                continue;
            }
            at += 1;
            self.place.offset += 1;
            if byte == b'\n' {
                self.place.line += 1;
                self.column = 0;
                self.is_line_blank = true;
            } else {
                self.column += count(characters(&[byte]));
                self.is_line_blank &= byte.is_ascii_whitespace();
            }
        }
    }

    pub(super) fn finish(&mut self, found: &mut Vec<Found>) {
        let is_inside = matches!(self.state, State::Inside);
        if is_inside && self.validator.is_complete() {
            self.record(&[], found);
        } else if is_inside {
            self.fault(&[], JsonFault::Ended, found);
        }
        let is_whole = match self.state {
            State::After => true,
            State::Next => !self.is_array,
            // What went wrong there has been told.
            State::Lost { .. } | State::LostEscape { .. } => true,
            _ => false,
        };
        if !is_whole {
            self.here(JsonFault::Ended, found);
        }
    }

    /// Between elements. Whether the byte is done with.
    fn outside(&mut self, byte: u8, found: &mut Vec<Found>) -> bool {
        let next = match (&self.state, byte) {
            (State::Before | State::After, b'[') => State::First,
            (State::Before, _) => {
                self.here(JsonFault::NoArray, found);
                NOWHERE
            }
            (State::After, _) => {
                self.here(JsonFault::TextBehind, found);
                NOWHERE
            }
            (State::First | State::Behind, b']') => State::After,
            (State::Behind, b',') => State::Next,
            (State::Behind, _) => {
                self.here(JsonFault::MissingComma, found);
                State::Lost {
                    depth: 0,
                    is_in_text: false,
                }
            }
            // Elements copied out of an array.
            (State::Next, b',') if !self.is_array => State::Next,
            (State::First | State::Next, b',') => {
                self.here(JsonFault::ExtraComma, found);
                State::Next
            }
            (State::Next, b']') if self.is_array => {
                self.here(JsonFault::ExtraComma, found);
                State::After
            }
            _ => {
                self.begin(byte);
                return false;
            }
        };
        // What follows a missing comma may be an element.
        let is_done = !matches!(next, State::Lost { .. });
        self.state = next;
        is_done
    }

    fn begin(&mut self, byte: u8) {
        self.state = State::Inside;
        self.validator = Validator::new();
        self.held.clear();
        self.start = self.place;
        self.indent = self.is_line_blank.then_some(self.column);
        self.is_object = byte == b'{';
    }

    /// In an element. How many bytes are done with.
    fn inside(&mut self, bytes: &[u8], found: &mut Vec<Found>) -> usize {
        match self.validator.run(bytes) {
            Progress::More => {
                self.held.keep(bytes);
                self.place.offset += count(bytes.len());
                bytes.len()
            }
            Progress::Done(end) => {
                self.place.offset += count(end);
                self.record(bytes.get(..end).unwrap_or_default(), found);
                end
            }
            Progress::Fault(at, fault) => {
                self.place.offset += count(at);
                self.fault(bytes.get(..at).unwrap_or_default(), fault, found);
                at
            }
        }
    }

    /// The element is complete with these bytes.
    fn record(&mut self, end: &[u8], found: &mut Vec<Found>) {
        let start = self.start;
        if self.held.is_empty() {
            self.judge(end, start, found);
        } else {
            self.held.keep(end);
            if self.held.dropped > 0 {
                let bytes = self.held.dropped;
                found_unreadable(Unreadable::TooLarge { bytes }, start, found);
                self.moved(&[]);
            } else {
                let element = std::mem::take(&mut self.held.bytes);
                self.judge(&element, start, found);
                self.held.bytes = element;
            }
            self.held.clear();
        }
        self.state = if self.is_array {
            State::Behind
        } else {
            State::Next
        };
    }

    fn judge(&mut self, element: &[u8], start: Checkpoint, found: &mut Vec<Found>) {
        match std::str::from_utf8(element) {
            Err(_) => found_unreadable(Unreadable::NotUtf8, start, found),
            Ok(_) if !self.is_object => found_unreadable(Unreadable::NotAnObject, start, found),
            Ok(text) => found_record(text.to_owned(), start, &mut self.place.index, found),
        }
        self.moved(element);
    }

    /// Goes on in lines and columns behind a part of an element.
    fn moved(&mut self, element: &[u8]) {
        self.place.line += self.validator.breaks;
        let mut tail = element;
        if self.validator.breaks > 0 {
            self.column = 0;
            let last = element.iter().rposition(|byte| *byte == b'\n');
            tail = element
                .get(last.map_or(0, |last| last + 1)..)
                .unwrap_or_default();
        }
        self.column += count(characters(tail));
        self.is_line_blank = self.validator.breaks > 0 && tail.trim_ascii().is_empty();
    }

    /// The element is no JSON behind these bytes.
    fn fault(&mut self, end: &[u8], fault: JsonFault, found: &mut Vec<Found>) {
        self.held.keep(end);
        let element = std::mem::take(&mut self.held.bytes);
        self.moved(&element);
        let reason = Unreadable::NotJson {
            line: self.place.line,
            column: self.column + 1,
            fault,
        };
        found_unreadable(reason, self.start, found);
        self.held.clear();
        self.state = State::Lost {
            depth: u32::from(self.validator.depth()),
            is_in_text: self.validator.is_in_text(),
        };
    }

    /// Something is wrong between elements.
    fn here(&mut self, fault: JsonFault, found: &mut Vec<Found>) {
        let reason = Unreadable::NotJson {
            line: self.place.line,
            column: self.column + 1,
            fault,
        };
        found_unreadable(reason, self.place, found);
        self.indent = None;
    }

    /// Goes over what is no JSON, to where the next element surely begins: behind a comma on the level of elements,
    /// or at the beginning of a line, as far from its edge as the faulty element. Whether the byte is done with.
    fn lost(&mut self, byte: u8) -> bool {
        let (depth, is_in_text) = match self.state {
            State::Lost { depth, is_in_text } => (depth, is_in_text),
            State::LostEscape { depth } => {
                let is_in_text = byte != b'\n';
                self.state = State::Lost { depth, is_in_text };
                return true;
            }
            _ => return true,
        };
        if is_in_text {
            self.state = match byte {
                b'\\' => State::LostEscape { depth },
                // No text of JSON goes over the end of a line.
                b'"' | b'\n' => State::Lost {
                    depth,
                    is_in_text: false,
                },
                _ => State::Lost { depth, is_in_text },
            };
            return true;
        }
        let is_at_edge = self.is_line_blank && self.indent == Some(self.column);
        if byte == b'{' && (is_at_edge || depth == 0) {
            self.state = State::Next;
            return false;
        }
        self.state = match (byte, depth) {
            (b',', 0) => State::Next,
            (b']', 0) if self.is_array => State::After,
            (b'{' | b'[', _) => State::Lost {
                depth: depth.saturating_add(1),
                is_in_text,
            },
            (b'}' | b']', 1) if !self.is_array => State::Next,
            (b'}' | b']', _) => State::Lost {
                depth: depth.saturating_sub(1),
                is_in_text,
            },
            (b'"', _) => State::Lost {
                depth,
                is_in_text: true,
            },
            (b'\n', 0) if !self.is_array => State::Next,
            _ => State::Lost { depth, is_in_text },
        };
        true
    }
}
