//! The account of every record.

use super::chunk::{CHUNK_ROWS, Chunk, Row};
use super::lines::Lines;
use super::outcome::{Counts, Outcome};
use super::reason::{Reason, ReasonCount, ReasonSource, Reasons};
use super::settlement::{Part, Settlement};

/// A row for every record, with what is counted about them. Rows come into being in chunks, as they are needed.
pub struct Ledger {
    total: u32,
    /// Records below were, or may have been, sent before the ledger was built.
    sent_before: u32,
    counts: [u32; 5],
    /// The waiting and the accepted ones whose earlier request got no answer.
    doubtful: [u32; 2],
    pub(super) chunks: Vec<Chunk>,
    reasons: Reasons,
    lines: Lines,
}

impl Ledger {
    /// All records of a source, none of them sent.
    pub fn new(total: u32) -> Self {
        Self {
            total,
            sent_before: 0,
            counts: [total, 0, 0, 0, 0],
            doubtful: [0, 0],
            chunks: Vec::new(),
            reasons: Reasons::default(),
            lines: Lines::default(),
        }
    }

    /// The account after the page was closed: what is below the watermark may have been sent, until a settlement says
    /// otherwise. [`Ledger::settle`] takes in the settlements, in the order in which they were made.
    pub fn interrupted(total: u32, sent_before: u32) -> Self {
        let mut ledger = Self::new(total);
        ledger.sent_before = sent_before.min(total);
        let part = Part {
            first: 0,
            last: ledger.sent_before.saturating_sub(1),
            outcome: Outcome::Unknown,
            may_be_received: true,
            attempts: 1,
            status: 0,
            latency_ms: 0,
            receipt: None,
            reason: Some(Reason::bare(ReasonSource::Interrupted, 0)),
        };
        if ledger.sent_before > 0 {
            ledger.settle_part(&part);
        }
        ledger
    }

    /// [`Ledger::interrupted`] with all its settlements.
    pub fn replay(
        total: u32,
        settlements: &mut dyn Iterator<Item = Settlement>,
        sent_before: u32,
    ) -> Self {
        let mut ledger = Self::interrupted(total, sent_before);
        for settlement in settlements {
            ledger.settle(&settlement);
        }
        ledger
    }

    /// Takes in what became of the records of a request.
    pub fn settle(&mut self, settlement: &Settlement) {
        for part in &settlement.parts {
            self.settle_part(part);
        }
    }

    /// What became of one record.
    pub fn outcome(&self, index: u32) -> Outcome {
        self.row(index).outcome()
    }

    /// How many records there are.
    pub fn total(&self) -> u32 {
        self.total
    }

    /// How many records there are of each outcome.
    pub fn counts(&self) -> Counts {
        let [waiting, in_flight, accepted, refused, unknown] = self.counts;
        let [doubtful_waiting, doubtful_accepted] = self.doubtful;
        Counts {
            total: self.total,
            accepted,
            refused,
            waiting: waiting + in_flight + unknown,
            in_flight,
            unknown,
            possibly_received: unknown + in_flight + doubtful_waiting,
            possibly_twice: doubtful_accepted,
        }
    }

    /// Why records were refused or are unknown: the most frequent reasons first.
    pub fn reasons(&self) -> Vec<ReasonCount> {
        self.reasons.by_frequency()
    }

    /// The reason that a row names by its number.
    pub fn reason(&self, number: u16) -> Option<&Reason> {
        Some(&self.reasons.get(number)?.reason)
    }

    /// The line on which a record begins; `None` when it was not read since the ledger was built, or when the source
    /// is too irregular to keep count.
    pub fn line(&self, index: u32) -> Option<u64> {
        self.lines.get(index)
    }

    pub(super) fn sent_before(&self) -> u32 {
        self.sent_before
    }

    pub(super) fn note_line(&mut self, index: u32, line: u64) {
        self.lines.note(index, line);
    }

    /// What is known about a record. One that was never touched is waiting.
    pub(super) fn row(&self, index: u32) -> Row {
        let (number, place) = place_of(index);
        let chunk = self.chunks.get(number);
        let row = chunk.and_then(|chunk| chunk.rows.get(place));
        row.copied().unwrap_or_default()
    }

    /// How many rows a chunk has: all have the same number, but the last.
    pub(super) fn rows_of(&self, number: usize) -> usize {
        let before = number.saturating_mul(CHUNK_ROWS);
        (self.total as usize).saturating_sub(before).min(CHUNK_ROWS)
    }

    /// Writes what is known about a record.
    pub(super) fn put(&mut self, index: u32, row: Row) {
        let (number, place) = place_of(index);
        let Some(chunk) = self.touch(number) else {
            return;
        };
        let Some(before) = chunk.put(place, row) else {
            return;
        };
        if before.reason != row.reason {
            self.reasons.count(before.reason, false);
            self.reasons.count(row.reason, true);
        }
        self.count(before, false);
        self.count(row, true);
    }

    /// The first record from this one on that is waiting and is in nobody's hands.
    pub(super) fn next_to_read(&self, from: u32) -> u32 {
        let mut index = from;
        while index < self.total {
            let (number, place) = place_of(index);
            let Some(chunk) = self.chunks.get(number).filter(|it| !it.rows.is_empty()) else {
                return index;
            };
            if chunk.count(Outcome::Waiting) > 0 {
                let mut rest = chunk.rows.iter().skip(place);
                let found =
                    rest.position(|row| row.outcome() == Outcome::Waiting && !row.is_held());
                if let Some(distance) = found {
                    return index + distance as u32;
                }
            }
            index = start_of(number + 1);
        }
        self.total
    }

    /// Makes the unknown ones waiting again; gives back the first of them.
    pub(super) fn take_back_unknown(&mut self) -> Option<u32> {
        let mut first = None;
        for number in 0..self.chunks.len() {
            let unknown = self
                .chunks
                .get(number)
                .map_or(0, |it| it.count(Outcome::Unknown));
            if unknown == 0 {
                continue;
            }
            for place in 0..self.rows_of(number) {
                let index = start_of(number) + place as u32;
                let mut row = self.row(index);
                if row.outcome() == Outcome::Unknown {
                    row.set_outcome(Outcome::Waiting);
                    row.set_may_be_received(true);
                    row.status = 0;
                    row.reason = 0;
                    self.put(index, row);
                    first = first.or(Some(index));
                }
            }
        }
        first
    }

    pub(super) fn settle_part(&mut self, part: &Part) {
        let reason = part.reason.as_ref();
        let reason = reason.map_or(0, |reason| self.reasons.number(reason));
        let mut index = part.first;
        let end = part.last.saturating_add(1).min(self.total);
        while index < end {
            let (number, place) = place_of(index);
            let Some(chunk) = self.touch(number) else {
                return;
            };
            let receipt = match &part.receipt {
                Some(receipt) => chunk.keep(receipt, place, index - part.first),
                None => 0,
            };
            let chunk_end = end.min(start_of(number + 1));
            while index < chunk_end {
                let mut row = Row::default();
                row.set_outcome(part.outcome);
                row.set_may_be_received(part.may_be_received);
                row.set_receipt(receipt);
                row.attempts = part.attempts;
                row.status = part.status;
                row.latency_ms = part.latency_ms;
                row.reason = reason;
                self.put(index, row);
                index += 1;
            }
        }
    }

    fn touch(&mut self, number: usize) -> Option<&mut Chunk> {
        let rows = self.rows_of(number);
        if rows == 0 {
            return None;
        }
        while self.chunks.len() <= number {
            self.chunks.push(Chunk::default());
        }
        let chunk = self.chunks.get_mut(number)?;
        chunk.touch(rows);
        Some(chunk)
    }

    fn count(&mut self, row: Row, is_more: bool) {
        let doubtful = match row.outcome() {
            Outcome::Waiting => 0,
            Outcome::Accepted => 1,
            // Unknown or in flight it counts anyway; refused it was not received.
            _ => usize::MAX,
        };
        let by_outcome = self.counts.get_mut(row.outcome() as usize);
        let by_doubt = self.doubtful.get_mut(doubtful);
        let by_doubt = by_doubt.filter(|_| row.may_be_received());
        for count in [by_outcome, by_doubt].into_iter().flatten() {
            *count = if is_more {
                *count + 1
            } else {
                count.saturating_sub(1)
            };
        }
    }
}

fn place_of(index: u32) -> (usize, usize) {
    let index = index as usize;
    (index / CHUNK_ROWS, index % CHUNK_ROWS)
}

/// The first record of a chunk; what lies behind all records for one that is too far.
pub(super) fn start_of(number: usize) -> u32 {
    u32::try_from(number.saturating_mul(CHUNK_ROWS)).unwrap_or(u32::MAX)
}
