//! The records of an upload, read a little ahead of what is sent.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use web_sys::Blob;

use super::bell::Bell;
use super::bytes::Bytes;
use crate::console::browser;
use crate::ingest::{
    Checkpoint, Checks, Columns, Finding, FindingKind, Format, Found, Reader, Record, Template,
};

/// How many records stand ready. Reading goes on beside the sending until so many do.
const AHEAD: usize = 4_000;

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
        reader: Reader,
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
                reader: Reader::new(*format, columns.clone()),
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
    fn begin_near(source: &Source, index: u32, checkpoint: Option<Checkpoint>) -> Option<Self> {
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
                reader: Reader::begin_at(*format, columns.clone(), start)?,
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
    pub async fn next(&mut self, source: &Source) -> Result<Vec<Found>, super::bytes::Interrupted> {
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

/// The records of an upload in their order.
pub(super) struct Feed {
    source: Source,
    treatment: Treatment,
    checkpoints: Vec<Checkpoint>,
    ready: RefCell<VecDeque<Fed>>,
    /// Taken out while a piece is being read.
    reading: RefCell<Option<Reading>>,
    is_reading: Cell<bool>,
    /// Counts how often reading went back: whoever reads for an earlier time stops.
    times: Cell<u32>,
    /// One past the last record that was handed out.
    passed: Cell<u32>,
    is_over: Cell<bool>,
    is_interrupted: Cell<bool>,
    bell: Bell,
}

impl Feed {
    pub fn new(source: Source, treatment: Treatment, checkpoints: Vec<Checkpoint>) -> Rc<Self> {
        let reading = Reading::begin(&source);
        Rc::new(Self {
            source,
            treatment,
            checkpoints,
            ready: RefCell::default(),
            is_over: Cell::new(reading.is_none()),
            is_interrupted: Cell::new(reading.is_none()),
            reading: RefCell::new(reading),
            is_reading: Cell::new(false),
            times: Cell::new(0),
            passed: Cell::new(0),
            bell: Bell::default(),
        })
    }

    /// Whether the source could not be read to its end.
    pub fn is_interrupted(&self) -> bool {
        self.is_interrupted.get()
    }

    /// The next records, from that one on. None at all means that the source is at its end.
    pub async fn take(self: &Rc<Self>, from: u32, at_most: u32) -> Vec<Fed> {
        if from < self.passed.get() {
            self.go_back(from);
        }
        loop {
            let taken = self.take_ready(from, at_most);
            self.read_ahead();
            if !taken.is_empty() || self.is_over.get() {
                return taken;
            }
            self.bell.wait(None).await;
        }
    }

    fn take_ready(&self, from: u32, at_most: u32) -> Vec<Fed> {
        let mut ready = self.ready.borrow_mut();
        let mut taken = Vec::new();
        while taken.len() < at_most as usize {
            let Some(record) = ready.pop_front() else {
                break;
            };
            let index = match &record {
                Ok(record) | Err((record, _)) => record.index,
            };
            self.passed.set(index.saturating_add(1));
            if index >= from {
                taken.push(record);
            }
        }
        taken
    }

    /// Reads once more from a record on: what was never answered is to be sent again.
    fn go_back(&self, to: u32) {
        let reading = Reading::begin_near(&self.source, to, self.checkpoint_before(to));
        self.times.set(self.times.get().wrapping_add(1));
        self.passed.set(to);
        self.is_reading.set(false);
        self.is_over.set(reading.is_none());
        self.is_interrupted.set(reading.is_none());
        self.ready.borrow_mut().clear();
        self.reading.replace(reading);
    }

    fn checkpoint_before(&self, index: u32) -> Option<Checkpoint> {
        let after = self
            .checkpoints
            .partition_point(|place| place.index <= index);
        self.checkpoints.get(after.checked_sub(1)?).copied()
    }

    /// Reads on beside whoever sends, until enough stands ready.
    fn read_ahead(self: &Rc<Self>) {
        if self.is_over.get() || self.is_reading.get() || self.ready.borrow().len() >= AHEAD {
            return;
        }
        let Some(mut reading) = self.reading.take() else {
            return;
        };
        self.is_reading.set(true);
        let time = self.times.get();
        let feed = Rc::clone(self);
        browser::spawn(async move {
            while !reading.is_over() && feed.ready.borrow().len() < AHEAD {
                let found = reading.next(&feed.source).await;
                if feed.times.get() != time {
                    return;
                }
                match found {
                    Ok(found) => feed.put(found),
                    Err(_) => {
                        feed.is_interrupted.set(true);
                        feed.is_over.set(true);
                        break;
                    }
                }
                feed.bell.ring();
            }
            if reading.is_over() {
                feed.is_over.set(true);
            }
            feed.reading.replace(Some(reading));
            feed.is_reading.set(false);
            feed.bell.ring();
        });
    }

    fn put(&self, found: Vec<Found>) {
        let mut ready = self.ready.borrow_mut();
        for found in found {
            if let Found::Record { record, .. } = found {
                ready.push_back(self.treatment.apply(record));
            }
        }
    }

    /// Begins to read once more.
    pub fn again(&self) -> Option<Reading> {
        Reading::begin(&self.source)
    }

    /// The next records of a reading as they are or were sent; `None` at the end.
    pub async fn next_piece(&self, reading: &mut Option<Reading>) -> Option<Vec<Record>> {
        let reading = reading.as_mut().filter(|reading| !reading.is_over())?;
        let found = reading.next(&self.source).await.ok()?;
        let records = found.into_iter().filter_map(|found| match found {
            Found::Record { record, .. } => Some(self.treatment.checks.prepare(record)),
            Found::Unreadable { .. } => None,
        });
        Some(records.collect())
    }

    /// One record as it is or was sent, read once more.
    pub async fn record(&self, index: u32) -> Option<String> {
        let checkpoint = self.checkpoint_before(index);
        let mut reading = Reading::begin_near(&self.source, index, checkpoint)?;
        while !reading.is_over() {
            for found in reading.next(&self.source).await.ok()? {
                if let Found::Record { record, .. } = found
                    && record.index == index
                {
                    let (Ok(record) | Err((record, _))) = self.treatment.apply(record);
                    return Some(record.text);
                }
            }
        }
        None
    }
}
