//! What records are read from, and how: a file or a template, from the beginning or from the middle.

use std::rc::Rc;

use web_sys::Blob;

use super::bytes::{Bytes, Interrupted};
use crate::console::browser;
use crate::ingest::{
    Checkpoint, Checks, Columns, Finding, FindingKind, Format, Found, Reader, Record, Template,
};

/// How many records of a template are made at a time.
const MADE_AT_ONCE: u32 = 500;

/// A record as it is to be sent, or one that is not and why.
pub(super) type Fed = Result<Record, (Record, Finding)>;

/// What records are read from. Reading begins anew as often as is wanted.
#[derive(Clone)]
pub(in crate::console) enum Source {
    /// A file, or what was typed.
    File {
        file: Blob,
        is_gzip: bool,
        format: Format,
        columns: Option<Columns>,
    },
    /// Made up, one like the other.
    Template {
        template: Rc<Template>,
        text: String,
        seed: u32,
        started_at: u64,
        count: u32,
    },
}

/// What is done to every record before it is sent.
#[derive(Clone, Default)]
pub(in crate::console) struct Treatment {
    /// The envelope, and what records are compared with.
    pub checks: Rc<Checks>,
    /// Whether those that do not pass are not sent.
    pub holds_back: bool,
}

/// Reads a source from its beginning to its end, once.
pub(super) struct Reading {
    state: State,
    is_over: bool,
}

enum State {
    File {
        bytes: Bytes,
        reader: Box<Reader>,
        position: f64,
    },
    Template {
        made: u32,
    },
}

impl Reading {
    /// At the beginning; `None` when the browser does not let it be read.
    pub fn begin(source: &Source) -> Option<Self> {
        let state = match source {
            Source::File {
                file,
                is_gzip,
                format,
                columns,
            } => State::File {
                bytes: Bytes::of(file, *is_gzip, 0.0).ok()?,
                reader: Box::new(Reader::new(*format, columns.clone())),
                position: 0.0,
            },
            Source::Template { .. } => State::Template { made: 0 },
        };
        Some(Self {
            state,
            is_over: false,
        })
    }

    /// At a record, as near before it as a checkpoint is. What is compressed is read from its beginning.
    pub fn begin_near(source: &Source, index: u32, checkpoint: Option<Checkpoint>) -> Option<Self> {
        let state = match (source, checkpoint) {
            (Source::Template { count, .. }, _) if index < *count => {
                State::Template { made: index }
            }
            (
                Source::File {
                    file,
                    is_gzip: false,
                    format,
                    columns,
                },
                Some(start),
            ) => State::File {
                // Exact up to 2^53.
                bytes: Bytes::of(file, false, start.offset as f64).ok()?,
                reader: Box::new(Reader::begin_at(*format, columns.clone(), start)?),
                position: 0.0,
            },
            _ => return Self::begin(source),
        };
        Some(Self {
            state,
            is_over: false,
        })
    }

    /// How far it is: bytes of a file, records of a template.
    pub fn position(&self) -> f64 {
        match &self.state {
            State::File { position, .. } => *position,
            State::Template { made } => f64::from(*made),
        }
    }

    /// Whether there is nothing more.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// What comes next, which may be nothing yet.
    ///
    /// # Errors
    /// When the file cannot be read on.
    pub async fn next(&mut self, source: &Source) -> Result<Vec<Found>, Interrupted> {
        let mut found = Vec::new();
        match (&mut self.state, source) {
            (
                State::File {
                    bytes,
                    reader,
                    position,
                },
                _,
            ) => match bytes.next().await? {
                Some(piece) => {
                    // Exact up to 2^53.
                    *position += piece.len() as f64;
                    reader.push(&piece, &mut found);
                }
                None => {
                    reader.finish(&mut found);
                    self.is_over = true;
                }
            },
            (
                State::Template { made },
                Source::Template {
                    template,
                    seed,
                    started_at,
                    count,
                    ..
                },
            ) => {
                let end = made.saturating_add(MADE_AT_ONCE).min(*count);
                for index in *made..end {
                    let text = template.record(u64::from(*seed), index, *started_at);
                    let line = u64::from(index) + 1;
                    let record = Record { index, line, text };
                    found.push(Found::Record { record, offset: 0 });
                }
                *made = end;
                self.is_over = end == *count;
                // The page comes first: somebody may be typing.
                browser::sleep(0).await;
            }
            (State::Template { .. }, Source::File { .. }) => self.is_over = true,
        }
        Ok(found)
    }
}

impl Treatment {
    /// The record as it will be sent, or why it will not.
    pub(super) fn apply(&self, record: Record) -> Fed {
        let objection = self.objection(&record);
        let record = self.checks.prepare(record);
        match objection {
            Some(finding) => Err((record, finding)),
            None => Ok(record),
        }
    }

    fn objection(&self, record: &Record) -> Option<Finding> {
        if !self.holds_back {
            return None;
        }
        let findings = self
            .checks
            .check(record, self.checks.prepared_bytes(record));
        // What is merely larger than recommended is taken.
        findings
            .into_iter()
            .find(|finding| finding.kind() != FindingKind::Large)
    }
}
