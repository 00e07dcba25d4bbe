//! The calls that this page made, without their secrets. In memory only.

use std::sync::Arc;

use crate::api::{Failure, HttpRequest};
use crate::console::reactive::*;

/// How many calls are remembered; the oldest go first.
const CAPACITY: usize = 500;

/// One call.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Counts up from 1.
    pub number: u64,
    /// When it began, in milliseconds since 1970.
    pub started_at: u64,
    /// How long the answer took, in milliseconds; `None` while it is awaited.
    pub duration_ms: Option<u64>,
    /// With placeholders for secrets.
    pub request: HttpRequest,
    /// Those placeholders.
    pub placeholders: Vec<String>,
    /// `None` while it is awaited.
    pub outcome: Option<Outcome>,
}

/// How a call ended.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// With an answer.
    Answered {
        /// The status code.
        status: u16,
        /// The body as it came.
        body: String,
    },
    /// Without one.
    Failed(Failure),
}

/// The list, newest last.
#[derive(Clone, Copy)]
pub(super) struct RequestLog {
    entries: RwSignal<Vec<Arc<Entry>>>,
}

impl RequestLog {
    pub fn new() -> Self {
        Self {
            entries: RwSignal::new(Vec::new()),
        }
    }

    /// All entries; tracked.
    pub fn entries(self) -> Vec<Arc<Entry>> {
        self.entries.get()
    }

    /// How many there are; tracked.
    pub fn count(self) -> usize {
        self.entries.read().len()
    }

    /// Notes a call that begins, and returns its number.
    pub fn begin(self, request: HttpRequest, placeholders: Vec<String>, now: u64) -> u64 {
        let mut number = 1;
        self.entries.update(|entries| {
            number = entries.last().map_or(1, |last| last.number + 1);
            if entries.len() == CAPACITY {
                entries.remove(0);
            }
            entries.push(Arc::new(Entry {
                number,
                started_at: now,
                duration_ms: None,
                request,
                placeholders,
                outcome: None,
            }));
        });
        number
    }

    /// Notes how a call ended.
    pub fn end(self, number: u64, outcome: Outcome, now: u64) {
        self.entries.update(|entries| {
            if let Some(entry) = entries
                .iter_mut()
                .rev()
                .find(|entry| entry.number == number)
            {
                let ended = Entry {
                    duration_ms: Some(now.saturating_sub(entry.started_at)),
                    outcome: Some(outcome),
                    ..entry.as_ref().clone()
                };
                *entry = Arc::new(ended);
            }
        });
    }

    /// Forgets all.
    pub fn clear(self) {
        self.entries.set(Vec::new());
    }
}
