//! A few thousand rows of the ledger, with what is counted about them.

use super::outcome::Outcome;
use super::receipt::Receipt;

/// How many rows a chunk has. What is counted lets a table skip whole chunks.
pub(super) const CHUNK_ROWS: usize = 4096;

const MAY_BE_RECEIVED: u8 = 1;
const HELD: u8 = 2;

/// What is known about a record, in twelve bytes: there may be millions.
#[derive(Clone, Copy, Default)]
pub(super) struct Row {
    /// In milliseconds, of the last request.
    pub latency_ms: u32,
    /// Of the record's own result, or of the answer; 0 without an answer.
    pub status: u16,
    /// Its number among the reasons; 0 for none.
    pub reason: u16,
    /// Its number among the receipts of the chunk; 0 for none.
    receipt: u16,
    /// How often it was sent; no more than 255 are counted.
    pub attempts: u8,
    /// The outcome in the upper half, the marks in the lower.
    state: u8,
}

const _: () = assert!(size_of::<Row>() == 12);

impl Row {
    pub(super) fn outcome(self) -> Outcome {
        let place = usize::from(self.state >> 4);
        Outcome::ALL.get(place).copied().unwrap_or_default()
    }

    pub(super) fn set_outcome(&mut self, outcome: Outcome) {
        self.state = (outcome as u8) << 4 | self.state & 0x0f;
    }

    /// Whether an earlier request with it got no answer, or this one has not.
    pub(super) fn may_be_received(self) -> bool {
        self.state & MAY_BE_RECEIVED != 0
    }

    pub(super) fn set_may_be_received(&mut self, is_set: bool) {
        self.mark(MAY_BE_RECEIVED, is_set);
    }

    /// Whether the upload has the text of the record in its hands.
    pub(super) fn is_held(self) -> bool {
        self.state & HELD != 0
    }

    pub(super) fn set_held(&mut self, is_set: bool) {
        self.mark(HELD, is_set);
    }

    fn mark(&mut self, mark: u8, is_set: bool) {
        self.state = if is_set {
            self.state | mark
        } else {
            self.state & !mark
        };
    }
}

/// The receipt of some rows of a chunk; its text is among those of the chunk.
struct Entry {
    number: Option<u64>,
    text_from: u32,
    text_to: u32,
    first_row: u16,
}

/// Rows in their order. Before the first of them is touched, there are none, and all records are waiting.
#[derive(Default)]
pub(super) struct Chunk {
    pub rows: Vec<Row>,
    counts: [u16; 5],
    reasons: Vec<(u16, u16)>,
    receipts: Vec<Entry>,
    texts: String,
}

impl Chunk {
    /// Makes the rows, if there are none yet.
    pub(super) fn touch(&mut self, rows: usize) {
        if self.rows.is_empty() {
            self.rows = vec![Row::default(); rows];
            self.counts = [u16::try_from(rows).unwrap_or(u16::MAX), 0, 0, 0, 0];
        }
    }

    pub(super) fn count(&self, outcome: Outcome) -> usize {
        self.counts
            .get(outcome as usize)
            .copied()
            .unwrap_or(0)
            .into()
    }

    pub(super) fn count_of_reason(&self, reason: u16) -> usize {
        let mut reasons = self.reasons.iter();
        let found = reasons.find(|(number, _)| *number == reason);
        found.map_or(0, |(_, count)| usize::from(*count))
    }

    /// Puts a row into its place; gives back what stood there.
    pub(super) fn put(&mut self, place: usize, row: Row) -> Option<Row> {
        let slot = self.rows.get_mut(place)?;
        let before = std::mem::replace(slot, row);
        if before.outcome() != row.outcome() {
            if let Some(count) = self.counts.get_mut(before.outcome() as usize) {
                *count = count.saturating_sub(1);
            }
            if let Some(count) = self.counts.get_mut(row.outcome() as usize) {
                *count += 1;
            }
        }
        if before.reason != row.reason {
            self.count_reason(before.reason, false);
            self.count_reason(row.reason, true);
        }
        Some(before)
    }

    fn count_reason(&mut self, reason: u16, is_more: bool) {
        if reason == 0 {
            return;
        }
        let mut reasons = self.reasons.iter_mut();
        match reasons.find(|(number, _)| *number == reason) {
            Some((_, count)) if is_more => *count += 1,
            Some((_, count)) => *count = count.saturating_sub(1),
            None => self.reasons.push((reason, 1)),
        }
    }

    /// Keeps a receipt for rows from this one on; gives back its number.
    pub(super) fn keep(&mut self, receipt: &Receipt, first_row: usize, skipped: u32) -> u16 {
        let Ok(number) = u16::try_from(self.receipts.len() + 1) else {
            return 0;
        };
        let last = self.receipts.last();
        let last_text = last.and_then(|it| self.text(it));
        let (text_from, text_to) = match last {
            // Requests of the same millisecond often share it.
            Some(last) if last_text == Some(receipt.prefix.as_str()) => {
                (last.text_from, last.text_to)
            }
            _ => {
                let from = self.texts.len();
                self.texts.push_str(&receipt.prefix);
                (from as u32, self.texts.len() as u32)
            }
        };
        self.receipts.push(Entry {
            number: receipt
                .number
                .map(|it| it.saturating_add(u64::from(skipped))),
            text_from,
            text_to,
            first_row: u16::try_from(first_row).unwrap_or(0),
        });
        number
    }

    /// The trace id of a row.
    pub(super) fn xaction_id(&self, place: usize) -> Option<String> {
        let number = usize::from(self.rows.get(place)?.receipt);
        let entry = self.receipts.get(number.checked_sub(1)?)?;
        let receipt = Receipt {
            prefix: self.text(entry)?.to_owned(),
            number: entry.number,
        };
        let distance = place.saturating_sub(usize::from(entry.first_row));
        Some(receipt.text(u32::try_from(distance).unwrap_or(0)))
    }

    fn text(&self, entry: &Entry) -> Option<&str> {
        self.texts
            .get(entry.text_from as usize..entry.text_to as usize)
    }
}

impl Row {
    /// Names the receipt by the number that [`Chunk::keep`] gave.
    pub(super) fn set_receipt(&mut self, receipt: u16) {
        self.receipt = receipt;
    }
}
