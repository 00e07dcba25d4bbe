//! What a first pass over a source finds out, before anything is sent.

use super::checks::{Checks, Finding, FindingKind};
use super::envelope::{EnvelopeFault, is_enveloped};
use super::reading::{Checkpoint, Found, Unreadable};

/// As many are listed; the others are only counted.
const MOST_LISTED: usize = 1_000;

/// As many different faults of envelopes are told apart.
const MOST_FAULTS: usize = 50;

/// One record in so many can be gone back to.
const CHECKPOINT_EVERY: u32 = 1_000;

/// Something that is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableLine {
    /// On which it begins, from 1.
    pub line: u64,
    /// Why.
    pub reason: Unreadable,
}

/// Something about a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordFinding {
    /// The record's.
    pub index: u32,
    /// On which it begins, from 1.
    pub line: u64,
    /// What is wrong.
    pub finding: Finding,
}

/// A source, counted. Its size does not grow with that of the source, but for one checkpoint per 1,000 records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey {
    /// The records.
    pub total: u32,
    /// Their bytes, as they will be sent.
    pub bytes: u64,
    /// The bytes of the largest one, as it will be sent.
    pub largest: usize,
    /// The records that stand in an envelope already.
    pub enveloped: u32,
    /// What is no record.
    pub unreadable: u32,
    /// The first 1,000 of those.
    pub unreadable_lines: Vec<UnreadableLine>,
    /// The first 1,000 findings; the same fault of several envelopes is one.
    pub findings: Vec<RecordFinding>,
    /// Where reading can begin.
    pub checkpoints: Vec<Checkpoint>,
    counts: [u32; 4],
    envelope_faults: Vec<EnvelopeFault>,
}

impl Survey {
    /// Counts what was found, and checks it.
    pub fn take(&mut self, found: &[Found], checks: &Checks) {
        let around = checks.around_bytes();
        for found in found {
            match found {
                Found::Unreadable { line, reason, .. } => {
                    self.unreadable = self.unreadable.saturating_add(1);
                    if self.unreadable_lines.len() < MOST_LISTED {
                        self.unreadable_lines.push(UnreadableLine {
                            line: *line,
                            reason: reason.clone(),
                        });
                    }
                }
                Found::Record { record, offset } => {
                    if self.total.is_multiple_of(CHECKPOINT_EVERY) {
                        self.checkpoints.push(Checkpoint {
                            offset: *offset,
                            line: record.line,
                            index: record.index,
                        });
                    }
                    self.total = self.total.saturating_add(1);
                    let is_enveloped = is_enveloped(&record.text);
                    self.enveloped += u32::from(is_enveloped);
                    let bytes = record.text.len() + if is_enveloped { 0 } else { around };
                    self.bytes += u64::try_from(bytes).unwrap_or_default();
                    self.largest = self.largest.max(bytes);
                    for finding in checks.check(record, bytes) {
                        self.find(record.index, record.line, finding);
                    }
                }
            }
        }
    }

    fn find(&mut self, index: u32, line: u64, finding: Finding) {
        let kind = finding.kind();
        for (counted, count) in FindingKind::ALL.iter().zip(&mut self.counts) {
            if *counted == kind {
                *count = count.saturating_add(1);
            }
        }
        if self.findings.len() < MOST_LISTED && self.is_new(&finding) {
            self.findings.push(RecordFinding {
                index,
                line,
                finding,
            });
        }
    }

    /// Envelopes mostly have the same fault everywhere: listed once, it leaves room for others.
    fn is_new(&mut self, finding: &Finding) -> bool {
        let Finding::Envelope(fault) = finding else {
            return true;
        };
        let is_new = !self.envelope_faults.contains(fault);
        if is_new && self.envelope_faults.len() < MOST_FAULTS {
            self.envelope_faults.push(fault.clone());
        }
        is_new
    }

    /// How many findings of a kind there are, listed or not.
    pub fn count(&self, kind: FindingKind) -> u32 {
        let mut counts = FindingKind::ALL.iter().zip(self.counts);
        counts.find(|(it, _)| **it == kind).map_or(0, |(_, n)| n)
    }

    /// From where to read to come upon a record: the last checkpoint that is not behind it.
    pub fn checkpoint_before(&self, index: u32) -> Option<Checkpoint> {
        let behind = self.checkpoints.partition_point(|it| it.index <= index);
        self.checkpoints.get(behind.checked_sub(1)?).copied()
    }
}
