//! The records of an upload, read a little ahead of what is sent.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::bell::Bell;
use super::source::{Fed, Reading, Source, Treatment};
use crate::console::browser;
use crate::ingest::{Checkpoint, Found, Record};

/// How many records stand ready. Reading goes on beside the sending until so many do, or so many bytes of them.
const AHEAD: usize = 4_000;
const AHEAD_BYTES: usize = 4_000_000;

/// The records of an upload in their order.
pub(super) struct Feed {
    source: Source,
    treatment: Treatment,
    checkpoints: Vec<Checkpoint>,
    ready: RefCell<VecDeque<Fed>>,
    ready_bytes: Cell<usize>,
    /// Taken out while a piece is being read.
    reading: RefCell<Option<Reading>>,
    is_reading: Cell<bool>,
    /// Counts how often reading went back: whoever reads for an earlier time stops.
    times: Cell<u32>,
    /// One past the last record that was handed out.
    passed: Cell<u32>,
    is_over: Cell<bool>,
    is_interrupted: Cell<bool>,
    bell: Rc<Bell>,
}

impl Feed {
    pub fn new(source: Source, treatment: Treatment, checkpoints: Vec<Checkpoint>) -> Rc<Self> {
        let reading = Reading::begin(&source);
        Rc::new(Self {
            source,
            treatment,
            checkpoints,
            ready: RefCell::default(),
            ready_bytes: Cell::new(0),
            is_over: Cell::new(reading.is_none()),
            is_interrupted: Cell::new(reading.is_none()),
            reading: RefCell::new(reading),
            is_reading: Cell::new(false),
            times: Cell::new(0),
            passed: Cell::new(0),
            bell: Rc::default(),
        })
    }

    /// Rings whenever there is more, and at the end.
    pub fn bell(&self) -> Rc<Bell> {
        Rc::clone(&self.bell)
    }

    /// Whether the source could not be read to its end.
    pub fn is_interrupted(&self) -> bool {
        self.is_interrupted.get()
    }

    /// The next records, from that one on: an empty list at the end of the source, `None` while they are being read.
    pub fn take(self: &Rc<Self>, from: u32, at_most: u32) -> Option<Vec<Fed>> {
        if from < self.passed.get() {
            self.go_back(from);
        }
        let taken = self.take_ready(from, at_most);
        self.read_ahead();
        (!taken.is_empty() || self.is_over.get()).then_some(taken)
    }

    fn take_ready(&self, from: u32, at_most: u32) -> Vec<Fed> {
        let mut ready = self.ready.borrow_mut();
        let mut taken = Vec::new();
        while taken.len() < at_most as usize {
            let Some(record) = ready.pop_front() else {
                break;
            };
            let (Ok(known) | Err((known, _))) = &record;
            let index = known.index;
            let bytes = self.ready_bytes.get().saturating_sub(known.text.len());
            self.ready_bytes.set(bytes);
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
        self.ready_bytes.set(0);
        self.reading.replace(reading);
    }

    fn checkpoint_before(&self, index: u32) -> Option<Checkpoint> {
        let after = self
            .checkpoints
            .partition_point(|place| place.index <= index);
        self.checkpoints.get(after.checked_sub(1)?).copied()
    }

    /// Reads on beside whoever sends, until enough stands ready.
    pub fn read_ahead(self: &Rc<Self>) {
        if self.is_over.get() || self.is_reading.get() || self.is_full() {
            return;
        }
        let Some(mut reading) = self.reading.take() else {
            return;
        };
        self.is_reading.set(true);
        let time = self.times.get();
        let feed = Rc::clone(self);
        browser::spawn(async move {
            while !reading.is_over() && !feed.is_full() {
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

    fn is_full(&self) -> bool {
        self.ready.borrow().len() >= AHEAD || self.ready_bytes.get() >= AHEAD_BYTES
    }

    fn put(&self, found: Vec<Found>) {
        let mut ready = self.ready.borrow_mut();
        for found in found {
            if let Found::Record { record, .. } = found {
                let fed = self.treatment.apply(record);
                let (Ok(known) | Err((known, _))) = &fed;
                self.ready_bytes
                    .set(self.ready_bytes.get() + known.text.len());
                ready.push_back(fed);
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
