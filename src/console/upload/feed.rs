//! The records of an upload, read a little ahead of what is sent.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use web_sys::Blob;

use super::bell::Bell;
use super::bytes::Bytes;
use super::held_back::HeldBack;
use crate::console::browser;
use crate::ingest::{Checks, Columns, Envelope, Format, Found, Reader, Reason, Record, Template, is_enveloped};

/// How many records stand ready. Reading goes on beside the sending until so many do.
const AHEAD: usize = 4_000;

/// How many records of a template are made at a time.
const MADE_AT_ONCE: u32 = 500;

/// A record that is to be sent, or one that is not and why.
pub(super) type Fed = Result<Record, (Record, Reason)>;

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
        seed: u32,
        started_at: u64,
        count: u32,
    },
}

/// What is done to every record before it is sent.
#[derive(Clone, Default)]
pub(in crate::console) struct Treatment {
    /// Put around records that have none.
    pub envelope: Option<Envelope>,
    /// Records that do not pass are not sent.
    pub checks: Option<Rc<Checks>>,
}

/// Reads a source from its beginning to its end, once.
pub(super) struct Reading {
    state: State,
    is_over: bool,
}

enum State {
    File { bytes: Bytes, reader: Reader },
    Template { made: u32 },
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
            },
            Source::Template { .. } => State::Template { made: 0 },
        };
        Some(Self {
            state,
            is_over: false,
        })
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
            (State::File { bytes, reader }, _) => match bytes.next().await? {
                Some(piece) => reader.push(&piece, &mut found),
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
                },
            ) => {
                let end = made.saturating_add(MADE_AT_ONCE).min(*count);
                for index in *made..end {
                    let text = template.record(u64::from(*seed), index, *started_at);
                    let line = u64::from(index) + 1;
                    found.push(Found::Record(Record { index, line, text }));
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
    pub fn apply(&self, mut record: Record) -> Fed {
        if let Some(envelope) = &self.envelope
            && !is_enveloped(&record.text)
        {
            record.text = envelope.wrap(&record.text);
        }
        match self.checks.as_ref().and_then(|checks| checks.objection(&record)) {
            Some(reason) => Err((record, reason)),
            None => Ok(record),
        }
    }
}

/// The records of an upload in their order.
pub(super) struct Feed {
    source: Source,
    treatment: Treatment,
    ready: RefCell<VecDeque<Fed>>,
    /// Taken out while a piece is being read.
    reading: RefCell<Option<Reading>>,
    is_reading: Cell<bool>,
    is_over: Cell<bool>,
    is_interrupted: Cell<bool>,
    bell: Bell,
}

impl Feed {
    pub fn new(source: Source, treatment: Treatment) -> Rc<Self> {
        let reading = Reading::begin(&source);
        Rc::new(Self {
            source,
            treatment,
            ready: RefCell::default(),
            is_over: Cell::new(reading.is_none()),
            is_interrupted: Cell::new(reading.is_none()),
            reading: RefCell::new(reading),
            is_reading: Cell::new(false),
            bell: Bell::default(),
        })
    }

    /// Whether the source could not be read to its end.
    pub fn is_interrupted(&self) -> bool {
        self.is_interrupted.get()
    }

    /// The next records, from that one on. None at all means that the source is at its end.
    pub async fn take(self: &Rc<Self>, from: u32, at_most: u32) -> Vec<Fed> {
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
            if index >= from {
                taken.push(record);
            }
        }
        taken
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
        let feed = Rc::clone(self);
        browser::spawn(async move {
            while !reading.is_over() && feed.ready.borrow().len() < AHEAD {
                match reading.next(&feed.source).await {
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
            if let Found::Record(record) = found {
                ready.push_back(self.treatment.apply(record));
            }
        }
    }

    /// One record as it is or was sent, read from the beginning on.
    pub async fn record(&self, index: u32) -> Option<String> {
        let mut reading = Reading::begin(&self.source)?;
        while !reading.is_over() {
            for found in reading.next(&self.source).await.ok()? {
                if let Found::Record(record) = found
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
