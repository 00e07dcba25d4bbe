//! What is stored of an answer.

use super::outcome::Outcome;
use super::reason::{Reason, ReasonSource};
use super::receipt::Receipt;

/// What became of the records of one request: what a store keeps, so that the ledger can be built again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settlement {
    /// One part for each unbroken row of records to which the same happened.
    pub parts: Vec<Part>,
}

/// An unbroken row of records to which the same happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The first record.
    pub first: u32,
    /// The last record, which may be the first.
    pub last: u32,
    /// What became of them: accepted, refused or unknown.
    pub outcome: Outcome,
    /// Whether an earlier request with them got no answer.
    pub may_be_received: bool,
    /// How often they were sent, up to 255.
    pub attempts: u8,
    /// The status of their own results, or of the answer; 0 without an answer.
    pub status: u16,
    /// How long the answer took, in milliseconds.
    pub latency_ms: u32,
    /// Adobe's trace ids, where there are some.
    pub receipt: Option<Receipt>,
    /// Why they were refused or are unknown.
    pub reason: Option<Reason>,
}

/// Stands behind the outcome when an earlier request got no answer.
const DOUBT: char = '?';

impl Settlement {
    /// As text: a line for each part, tabs between its columns. Settlements can be joined by line breaks into one.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for part in &self.parts {
            if !text.is_empty() {
                text.push('\n');
            }
            part.write(&mut text);
        }
        text
    }

    /// Reads what [`Settlement::to_text`] wrote, and what was joined of several. `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = Vec::new();
        for line in text.split('\n').filter(|line| !line.is_empty()) {
            parts.push(Part::read(line)?);
        }
        Some(Self { parts })
    }

    /// Adds what became of the next record, to the last part where it fits.
    pub(super) fn add(&mut self, part: Part) {
        if let Some(last) = self.parts.last_mut()
            && last.is_continued_by(&part)
        {
            last.last = part.last;
            return;
        }
        self.parts.push(part);
    }
}

impl Part {
    /// Whether the other follows without a gap, and the same happened to it.
    fn is_continued_by(&self, other: &Self) -> bool {
        let is_same_receipt = match (&self.receipt, &other.receipt) {
            (None, None) => true,
            (Some(one), Some(next)) => one.continues(next, other.first.wrapping_sub(self.first)),
            _ => false,
        };
        other.first > self.last
            && other.first - self.last == 1
            && is_same_receipt
            && self.outcome == other.outcome
            && self.may_be_received == other.may_be_received
            && self.attempts == other.attempts
            && self.status == other.status
            && self.latency_ms == other.latency_ms
            && self.reason == other.reason
    }

    fn write(&self, text: &mut String) {
        let numbers = [self.first, self.last, u32::from(self.attempts)];
        for number in numbers {
            text.push_str(&number.to_string());
            text.push('\t');
        }
        text.push_str(self.outcome.code());
        if self.may_be_received {
            text.push(DOUBT);
        }
        for number in [u32::from(self.status), self.latency_ms] {
            text.push('\t');
            text.push_str(&number.to_string());
        }
        if self.receipt.is_none() && self.reason.is_none() {
            return;
        }
        let receipt = self.receipt.as_ref();
        let number = receipt.and_then(|it| it.number).map(|it| it.to_string());
        text.push('\t');
        text.push_str(receipt.map_or("", |it| it.prefix.as_str()));
        text.push('\t');
        text.push_str(&number.unwrap_or_default());
        if let Some(reason) = &self.reason {
            text.push('\t');
            text.push_str(reason.source.code());
            for number in [u32::from(reason.status), reason.more_violations] {
                text.push('\t');
                text.push_str(&number.to_string());
            }
            text.push('\t');
            text.push_str(&reason.message);
        }
    }

    fn read(line: &str) -> Option<Self> {
        let mut columns = line.split('\t');
        let first = columns.next()?.parse().ok()?;
        let last = columns.next()?.parse().ok()?;
        let attempts = columns.next()?.parse().ok()?;
        let outcome = columns.next()?;
        let part = Self {
            first,
            last,
            outcome: Outcome::read(outcome.trim_end_matches(DOUBT))?,
            may_be_received: outcome.ends_with(DOUBT),
            attempts,
            status: columns.next()?.parse().ok()?,
            latency_ms: columns.next()?.parse().ok()?,
            receipt: read_receipt(&mut columns),
            reason: read_reason(&mut columns),
        };
        (first <= last).then_some(part)
    }
}

fn read_receipt(columns: &mut std::str::Split<'_, char>) -> Option<Receipt> {
    let (prefix, number) = (columns.next()?, columns.next()?);
    let number = number.parse().ok();
    let receipt = Receipt {
        prefix: prefix.to_owned(),
        number,
    };
    (number.is_some() || !prefix.is_empty()).then_some(receipt)
}

fn read_reason(columns: &mut std::str::Split<'_, char>) -> Option<Reason> {
    let source = ReasonSource::read(columns.next()?)?;
    let status = columns.next()?.parse().ok()?;
    let more_violations = columns.next()?.parse().ok()?;
    let mut reason = Reason::new(source, status, columns.next()?);
    reason.more_violations = more_violations;
    Some(reason)
}
