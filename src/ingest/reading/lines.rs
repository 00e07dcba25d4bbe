//! One JSON object a line (NDJSON, JSON Lines).

use super::{Checkpoint, Found, Held, Unreadable, count, found_record, found_unreadable};
use crate::ingest::{json, scan};

/// Reads line by line. A line that is no record does not harm the next.
pub(super) struct Lines {
    /// Where the line begins, and the index of the next record.
    pub(super) place: Checkpoint,
    held: Held,
}

impl Lines {
    pub(super) fn new(place: Checkpoint) -> Self {
        Self {
            place,
            held: Held::default(),
        }
    }

    pub(super) fn push(&mut self, bytes: &[u8], found: &mut Vec<Found>) {
        let mut rest = bytes;
        while let Some(end) = scan::line_feed(rest) {
            let (line, behind) = rest.split_at_checked(end).unwrap_or_default();
            self.line(line, found);
            self.place.offset += 1;
            self.place.line += 1;
            rest = behind.get(1..).unwrap_or_default();
        }
        if !rest.is_empty() {
            self.held.keep(rest);
        }
    }

    pub(super) fn finish(&mut self, found: &mut Vec<Found>) {
        self.line(&[], found);
    }

    fn line(&mut self, end: &[u8], found: &mut Vec<Found>) {
        if self.held.is_empty() {
            self.judge(end, found);
            self.place.offset += count(end.len());
            return;
        }
        self.held.keep(end);
        let size = if self.held.dropped > 0 {
            let bytes = self.held.dropped;
            found_unreadable(Unreadable::TooLarge { bytes }, self.place, found);
            bytes
        } else {
            let line = std::mem::take(&mut self.held.bytes);
            self.judge(&line, found);
            let size = count(line.len());
            // Its room is used again.
            self.held.bytes = line;
            size
        };
        self.held.clear();
        self.place.offset += size;
    }

    fn judge(&mut self, line: &[u8], found: &mut Vec<Found>) {
        let text = line.trim_ascii();
        if text.is_empty() {
            return;
        }
        let before = line.len() - line.trim_ascii_start().len();
        let mut place = self.place;
        place.offset += count(before);
        let Ok(record) = std::str::from_utf8(text) else {
            return found_unreadable(Unreadable::NotUtf8, place, found);
        };
        let reason = match json::check(text) {
            Ok(()) if text.first() == Some(&b'{') => {
                return found_record(record.to_owned(), place, &mut self.place.index, found);
            }
            Ok(()) => Unreadable::NotAnObject,
            Err((at, fault)) => Unreadable::NotJson {
                line: place.line,
                column: count(before + characters(text.get(..at).unwrap_or_default()) + 1),
                fault,
            },
        };
        found_unreadable(reason, place, found);
    }
}

/// The characters of a piece of UTF-8.
pub(super) fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}
