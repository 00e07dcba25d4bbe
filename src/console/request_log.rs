//! The calls that this page made, without their secrets. In memory only.

use std::rc::Rc;
use std::sync::Arc;

use super::drawing::Drawing;
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
    entries: StoredValue<Vec<Arc<Entry>>>,
    /// Counts the changes that are to be seen.
    changes: RwSignal<u32>,
    drawing: StoredValue<Rc<Drawing>>,
}

impl RequestLog {
    pub fn new() -> Self {
        let changes = RwSignal::new(0);
        Self {
            entries: StoredValue::new(Vec::new()),
            changes,
            drawing: StoredValue::new(Drawing::new(changes)),
        }
    }

    /// All entries; tracked.
    pub fn entries(self) -> Vec<Arc<Entry>> {
        self.changes.track();
        self.entries.get_value()
    }

    /// How many there are; tracked.
    pub fn count(self) -> usize {
        self.changes.track();
        self.entries.with_value(Vec::len)
    }

    /// Notes a call that begins, and returns its number.
    pub fn begin(self, request: HttpRequest, placeholders: Vec<String>, now: u64) -> u64 {
        let mut number = 1;
        let _ = self.entries.try_update_value(|entries| {
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
        self.tell();
        number
    }

    /// Notes how a call ended.
    pub fn end(self, number: u64, outcome: Outcome, now: u64) {
        let _ = self.entries.try_update_value(|entries| {
            if let Some(entry) = entries
                .iter_mut()
                .rev()
                .find(|entry| entry.number == number)
            {
                let entry = Arc::make_mut(entry);
                entry.duration_ms = Some(now.saturating_sub(entry.started_at));
                entry.outcome = Some(outcome);
            }
        });
        self.tell();
    }

    /// Forgets all.
    pub fn clear(self) {
        let _ = self.entries.try_update_value(Vec::clear);
        self.tell();
    }

    /// Draws what has changed: at once, or soon when something was drawn just now. An upload makes hundreds of calls a
    /// second, and drawing after each would cost more than making it.
    fn tell(self) {
        let drawing = self.drawing.get_value();
        drawing.note_change();
        drawing.draw_soon();
    }
}
