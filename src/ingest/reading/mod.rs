//! From bytes to records, whatever they are written in and wherever the pieces are cut.
//!
//! What is kept at a time is one record at most, and never more of it than an inlet takes.

mod column_path;
mod columns;
mod format;
mod guess;
mod lines;
mod parse_row;
mod rows;
mod unreadable;
mod values;

pub use columns::{CellKind, Column, ColumnProblem, Columns};
pub use format::{Format, is_gzip, recognise};
pub use unreadable::Unreadable;

use super::record::Record;
use crate::api::limits::INLET_REQUEST_BYTES;
use lines::Lines;
use rows::Rows;
use values::Values;

/// U+FEFF in UTF-8, with which Windows likes to begin files.
const MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// What reading comes upon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A JSON object.
    Record {
        /// With its index and its line.
        record: Record,
        /// Where in the (inflated) source it begins, in bytes from 0.
        offset: u64,
    },
    /// Something that is no record. Reading goes on behind it.
    Unreadable {
        /// The line on which it begins, from 1.
        line: u64,
        /// Where in the (inflated) source it begins, in bytes from 0.
        offset: u64,
        /// What is wrong with it.
        reason: Unreadable,
    },
}

/// A place of a source where a record begins, so that reading can begin there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checkpoint {
    /// In bytes from 0.
    pub offset: u64,
    /// From 1.
    pub line: u64,
    /// The record's.
    pub index: u32,
}

/// Makes records of the bytes of a source, in pieces of any size.
pub struct Reader {
    inner: Inner,
    /// How many bytes of the mark at the beginning have been seen; `None` behind the beginning.
    mark: Option<usize>,
}

enum Inner {
    Lines(Lines),
    Values(Values),
    Rows(Rows),
}

impl Reader {
    /// A reader for a source from its beginning. `columns` are those of a table; without any, each column of a table
    /// is a text with the header as its path. Columns that [`Columns::problems`] tells of are left out.
    pub fn new(format: Format, columns: Option<Columns>) -> Self {
        let start = Checkpoint {
            offset: 0,
            line: 1,
            index: 0,
        };
        let inner = match format {
            Format::Lines => Inner::Lines(Lines::new(start)),
            Format::Object => Inner::Values(Values::new(start, false, false)),
            Format::Array => Inner::Values(Values::new(start, true, false)),
            Format::Comma | Format::Semicolon | Format::Tab => {
                Inner::Rows(Rows::new(start, format.delimiter(), columns, true))
            }
        };
        Self {
            inner,
            mark: Some(0),
        }
    }

    /// A reader for the rest of a source, from a record on that another reader found. `None` for a table without
    /// columns, since its header is not in the rest.
    pub fn begin_at(format: Format, columns: Option<Columns>, start: Checkpoint) -> Option<Self> {
        let inner = match format {
            Format::Lines => Inner::Lines(Lines::new(start)),
            Format::Object => Inner::Values(Values::new(start, false, true)),
            Format::Array => Inner::Values(Values::new(start, true, true)),
            Format::Comma | Format::Semicolon | Format::Tab => {
                let columns = Some(columns?);
                Inner::Rows(Rows::new(start, format.delimiter(), columns, false))
            }
        };
        Some(Self { inner, mark: None })
    }

    /// Reads on, and adds what was found to the list.
    pub fn push(&mut self, bytes: &[u8], found: &mut Vec<Found>) {
        let mut bytes = bytes;
        while let (Some(seen), Some(byte)) = (self.mark, bytes.first()) {
            if MARK.get(seen) == Some(byte) {
                bytes = bytes.get(1..).unwrap_or_default();
                self.mark = Some(seen + 1);
                continue;
            }
            self.mark = None;
            let is_whole = seen == MARK.len();
            if is_whole {
                self.skip(MARK.len());
            } else {
                self.go_on(MARK.get(..seen).unwrap_or_default(), found);
            }
        }
        self.go_on(bytes, found);
    }

    /// Ends the source.
    pub fn finish(&mut self, found: &mut Vec<Found>) {
        if let Some(seen @ 1..=2) = self.mark.take() {
            self.go_on(MARK.get(..seen).unwrap_or_default(), found);
        }
        match &mut self.inner {
            Inner::Lines(inner) => inner.finish(found),
            Inner::Values(inner) => inner.finish(found),
            Inner::Rows(inner) => inner.finish(found),
        }
    }

    fn skip(&mut self, bytes: usize) {
        let offset = match &mut self.inner {
            Inner::Lines(inner) => &mut inner.place.offset,
            Inner::Values(inner) => &mut inner.place.offset,
            Inner::Rows(inner) => &mut inner.place.offset,
        };
        *offset += count(bytes);
    }

    fn go_on(&mut self, bytes: &[u8], found: &mut Vec<Found>) {
        match &mut self.inner {
            Inner::Lines(inner) => inner.push(bytes, found),
            Inner::Values(inner) => inner.push(bytes, found),
            Inner::Rows(inner) => inner.push(bytes, found),
        }
    }
}

/// The beginning of a record whose end has not come yet.
#[derive(Default)]
struct Held {
    bytes: Vec<u8>,
    /// What was not kept because it had become too much. Then nothing is.
    dropped: u64,
}

impl Held {
    fn keep(&mut self, bytes: &[u8]) {
        // A line break may follow that does not count.
        if self.dropped > 0 || self.bytes.len() + bytes.len() > INLET_REQUEST_BYTES + 2 {
            self.dropped += count(self.bytes.len() + bytes.len());
            self.bytes = Vec::new();
        } else {
            self.bytes.extend_from_slice(bytes);
        }
    }

    fn is_empty(&self) -> bool {
        self.bytes.is_empty() && self.dropped == 0
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.dropped = 0;
    }
}

fn count(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// Adds a record, and counts it.
fn found_record(text: String, place: Checkpoint, index: &mut u32, found: &mut Vec<Found>) {
    if text.len() > INLET_REQUEST_BYTES {
        let bytes = count(text.len());
        return found_unreadable(Unreadable::TooLarge { bytes }, place, found);
    }
    let record = Record {
        index: *index,
        line: place.line,
        text,
    };
    *index = index.saturating_add(1);
    let offset = place.offset;
    found.push(Found::Record { record, offset });
}

fn found_unreadable(reason: Unreadable, place: Checkpoint, found: &mut Vec<Found>) {
    found.push(Found::Unreadable {
        line: place.line,
        offset: place.offset,
        reason,
    });
}
