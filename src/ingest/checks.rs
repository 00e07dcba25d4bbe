//! What can be known to be wrong with a record before it is sent.

use serde_json::Value;

use super::envelope::{Envelope, EnvelopeFault, entity, is_enveloped};
use super::record::Record;
use crate::api::limits::INLET_REQUEST_BYTES;
use crate::schema::{Problem, Schema};

/// The largest record that Adobe recommends, in bytes ("10 KB" in its Streaming Ingestion guide). Larger ones are
/// taken.
pub const RECOMMENDED_RECORD_BYTES: usize = 10_000;

/// More broken rules of one record are not listed.
const MOST_PROBLEMS: usize = 20;

/// What records are compared with.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    /// A JSON Schema that the reader gave. It describes the record itself, not its envelope.
    pub schema: Option<Schema>,
    /// For XDM inlets: what bare records are put into, and enveloped ones are compared with.
    pub envelope: Option<Envelope>,
}

/// Something about a record that should be known before it is sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Larger than an inlet takes in one request; it cannot be sent.
    TooLarge {
        /// As it would be sent.
        bytes: usize,
    },
    /// Larger than is recommended.
    Large {
        /// As it would be sent.
        bytes: usize,
    },
    /// The envelope is not what the inlet expects.
    Envelope(EnvelopeFault),
    /// It breaks a rule of the reader's schema.
    Schema(Problem),
    /// The schema could not be applied: the record has numbers or texts that this reader does not understand.
    NotChecked,
}

/// What findings are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// [`Finding::TooLarge`]
    TooLarge,
    /// [`Finding::Large`]
    Large,
    /// [`Finding::Envelope`]
    Envelope,
    /// [`Finding::Schema`] and [`Finding::NotChecked`]
    Schema,
}

impl FindingKind {
    /// All of them, the gravest first.
    pub const ALL: [Self; 4] = [Self::TooLarge, Self::Envelope, Self::Schema, Self::Large];
}

impl Finding {
    /// What it is counted by.
    pub fn kind(&self) -> FindingKind {
        match self {
            Self::TooLarge { .. } => FindingKind::TooLarge,
            Self::Large { .. } => FindingKind::Large,
            Self::Envelope(_) => FindingKind::Envelope,
            Self::Schema(_) | Self::NotChecked => FindingKind::Schema,
        }
    }
}

impl Checks {
    /// The record as it is sent: in its envelope, if the inlet wants one and the record has none.
    pub fn prepare(&self, record: Record) -> Record {
        match &self.envelope {
            Some(envelope) if !is_enveloped(&record.text) => Record {
                text: envelope.wrap(&record.text),
                ..record
            },
            _ => record,
        }
    }

    /// How many bytes [`Checks::prepare`] makes of a record.
    pub fn prepared_bytes(&self, record: &Record) -> usize {
        match &self.envelope {
            Some(_) if !is_enveloped(&record.text) => self.around_bytes() + record.text.len(),
            _ => record.text.len(),
        }
    }

    /// How many bytes [`Checks::prepare`] adds to a bare record.
    pub fn around_bytes(&self) -> usize {
        let envelope = self.envelope.as_ref();
        envelope.map_or(0, |envelope| {
            envelope.beginning().len() + Envelope::END.len()
        })
    }

    /// What is wrong with a record. `sent_bytes`: its length as it will be sent, in its envelope.
    pub fn check(&self, record: &Record, sent_bytes: usize) -> Vec<Finding> {
        let mut findings = Vec::new();
        if sent_bytes > INLET_REQUEST_BYTES {
            findings.push(Finding::TooLarge { bytes: sent_bytes });
        } else if sent_bytes > RECOMMENDED_RECORD_BYTES {
            findings.push(Finding::Large { bytes: sent_bytes });
        }
        if let Some(envelope) = &self.envelope {
            if is_enveloped(&record.text) {
                let faults = envelope.faults(&record.text);
                findings.extend(faults.into_iter().map(Finding::Envelope));
            } else {
                for part in envelope.missing() {
                    findings.push(Finding::Envelope(EnvelopeFault::Missing { part }));
                }
            }
        }
        if let Some(schema) = &self.schema {
            match serde_json::from_str::<Value>(entity(&record.text)) {
                Ok(value) if schema.accepts(&value) => {}
                Ok(value) => {
                    let problems = schema.validate(&value).into_iter().take(MOST_PROBLEMS);
                    findings.extend(problems.map(Finding::Schema));
                }
                Err(_) => findings.push(Finding::NotChecked),
            }
        }
        findings
    }
}
