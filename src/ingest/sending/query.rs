//! What a table of all records shows of them.

use super::chunk::{CHUNK_ROWS, Chunk, Row};
use super::ledger::{Ledger, start_of};
use super::outcome::Outcome;

/// Which rows are wanted. Without a condition, all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// Those with this outcome.
    pub outcome: Option<Outcome>,
    /// Those with this reason, by its number.
    pub reason: Option<u16>,
}

/// A row, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    /// The record's place in its source, from 0.
    pub index: u32,
    /// The line on which it begins, where that is known.
    pub line: Option<u64>,
    /// What became of it.
    pub outcome: Outcome,
    /// The status of its own result, or of the answer; `None` without one.
    pub status: Option<u16>,
    /// How long the last answer took, in milliseconds.
    pub latency_ms: Option<u32>,
    /// The reason's number.
    pub reason: Option<u16>,
    /// Adobe's trace id.
    pub xaction_id: Option<String>,
    /// Whether a request with it got no answer. So it may have been received, and if accepted it may be there twice.
    pub may_be_received: bool,
    /// How often it was sent, up to 255.
    pub attempts: u8,
}

impl RowFilter {
    fn fits(&self, row: Row) -> bool {
        self.outcome.is_none_or(|outcome| row.outcome() == outcome)
            && self.reason.is_none_or(|reason| row.reason == reason)
    }

    /// How many rows of a chunk fit, by what is counted where that is enough.
    fn count(&self, chunk: &Chunk, rows: usize) -> usize {
        match (self.outcome, self.reason) {
            (_, Some(_)) if chunk.rows.is_empty() => 0,
            (Some(outcome), Some(reason)) => {
                if chunk.count_of_reason(reason) == 0 || chunk.count(outcome) == 0 {
                    return 0;
                }
                chunk.rows.iter().filter(|row| self.fits(**row)).count()
            }
            (None, Some(reason)) => chunk.count_of_reason(reason),
            (Some(Outcome::Waiting), None) | (None, None) if chunk.rows.is_empty() => rows,
            (Some(outcome), None) => chunk.count(outcome),
            (None, None) => rows,
        }
    }
}

impl Ledger {
    /// How many rows a filter leaves.
    pub fn count_rows(&self, filter: &RowFilter) -> usize {
        let chunks = (self.total() as usize).div_ceil(CHUNK_ROWS);
        let none = Chunk::default();
        let mut count = 0;
        for number in 0..chunks {
            let chunk = self.chunks.get(number).unwrap_or(&none);
            count += filter.count(chunk, self.rows_of(number));
        }
        count
    }

    /// Some of the rows that a filter leaves, in the order of the records: so many, from that one of them on. Whole
    /// chunks are skipped by what is counted about them.
    pub fn rows(&self, filter: &RowFilter, from: usize, count: usize) -> Vec<RowView> {
        let chunks = (self.total() as usize).div_ceil(CHUNK_ROWS);
        let none = Chunk::default();
        let (mut skip, mut rows) = (from, Vec::new());
        for number in 0..chunks {
            if rows.len() >= count {
                break;
            }
            let chunk = self.chunks.get(number).unwrap_or(&none);
            let size = self.rows_of(number);
            let fitting = filter.count(chunk, size);
            if fitting <= skip {
                skip -= fitting;
                continue;
            }
            // Without a condition the first wanted row is known.
            let first = match *filter == RowFilter::default() {
                true => std::mem::take(&mut skip),
                false => 0,
            };
            for place in first..size {
                let row = chunk.rows.get(place).copied().unwrap_or_default();
                if rows.len() >= count {
                    break;
                }
                if !filter.fits(row) {
                    continue;
                }
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                rows.push(self.view(chunk, row, start_of(number), place));
            }
        }
        rows
    }

    fn view(&self, chunk: &Chunk, row: Row, start: u32, place: usize) -> RowView {
        let index = start.saturating_add(place as u32);
        let outcome = row.outcome();
        let is_answered = row.status != 0;
        RowView {
            index,
            line: self.line(index),
            outcome,
            status: is_answered.then_some(row.status),
            latency_ms: is_answered.then_some(row.latency_ms),
            reason: (row.reason != 0).then_some(row.reason),
            xaction_id: chunk.xaction_id(place),
            may_be_received: row.may_be_received() || outcome == Outcome::InFlight,
            attempts: row.attempts,
        }
    }
}
