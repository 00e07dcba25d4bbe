//! The records in hand: those that were read and those that are sent again.

use std::collections::VecDeque;

use super::settings::Settings;
use crate::api::limits::INLET_REQUEST_BYTES;
use crate::ingest::Record;

/// What a batch has around its records.
pub(super) const BATCH_START: &str = "{\"messages\":[";
pub(super) const BATCH_END: &str = "]}";

/// What a record is taken to weigh before any was read: the size that Adobe advises not to exceed.
const USUAL_BYTES: usize = 10_000;

/// Records that go together in one request.
#[derive(Default)]
pub(super) struct Group {
    pub records: Vec<Record>,
    /// How often these were sent.
    pub attempts: u32,
    /// How often the inlet failed over them.
    pub failures: u32,
    /// Not to be sent earlier.
    pub not_before: u64,
    /// Whether others that wait for the same may join.
    pub is_open: bool,
}

impl Group {
    /// Takes the second half away; `None` for a single record.
    pub(super) fn split(&mut self) -> Option<Self> {
        let half = self.records.len() / 2;
        if half == 0 {
            return None;
        }
        Some(Self {
            records: self.records.split_off(half),
            ..self.like()
        })
    }

    /// A group without records, in the same state.
    pub(super) fn like(&self) -> Self {
        Self {
            records: Vec::new(),
            attempts: self.attempts,
            failures: self.failures,
            not_before: self.not_before,
            is_open: false,
        }
    }

    /// The body of the request.
    pub(super) fn body(&self, is_batch: bool) -> String {
        let mut body = String::with_capacity(self.bytes() + self.records.len() + 16);
        if is_batch {
            body.push_str(BATCH_START);
        }
        for (place, record) in self.records.iter().enumerate() {
            if place > 0 {
                body.push(',');
            }
            body.push_str(&record.text);
        }
        if is_batch {
            body.push_str(BATCH_END);
        }
        body
    }

    pub(super) fn bytes(&self) -> usize {
        self.records.iter().map(|record| record.text.len()).sum()
    }

    /// How many of the records fit into a request: at least one.
    fn fitting(&self, most: usize) -> usize {
        fitting(&mut self.records.iter(), most)
    }
}

fn fitting(records: &mut dyn Iterator<Item = &Record>, most: usize) -> usize {
    let mut size = BATCH_START.len() + BATCH_END.len();
    let mut count = 0;
    for record in records.take(most) {
        size += record.text.len() + usize::from(count > 0);
        if size > INLET_REQUEST_BYTES && count > 0 {
            break;
        }
        count += 1;
    }
    count
}

/// What is in hand.
#[derive(Default)]
pub(super) struct Queue {
    fresh: VecDeque<Record>,
    fresh_bytes: usize,
    again: VecDeque<Group>,
    /// Records and bytes read so far, to know what a record weighs.
    read: (usize, usize),
}

impl Queue {
    pub(super) fn has_fresh(&self) -> bool {
        !self.fresh.is_empty()
    }

    /// The next record that was not sent yet, if it was read.
    pub(super) fn next_fresh(&self) -> Option<u32> {
        Some(self.fresh.front()?.index)
    }

    pub(super) fn push(&mut self, record: Record) {
        self.fresh_bytes += record.text.len();
        self.read = (
            self.read.0 + 1,
            self.read.1.saturating_add(record.text.len()),
        );
        self.fresh.push_back(record);
    }

    /// Whether what was read makes a full request.
    pub(super) fn has_full_parcel(&self, settings: &Settings) -> bool {
        self.fresh.len() >= settings.parcel_size() || self.fresh_bytes >= INLET_REQUEST_BYTES
    }

    /// Whether all records of the next request that were not sent yet are below this one.
    pub(super) fn is_below(&self, allowed: u32, most: usize) -> bool {
        let mut next = self.fresh.iter().take(most);
        next.all(|record| record.index < allowed)
    }

    /// How many more records there is room for: twice as many as are under way at once, by number and by size. Where
    /// that is gone in a moment, as many records as go in that moment.
    pub(super) fn room(&self, settings: &Settings, in_a_moment: usize) -> usize {
        let parcels = settings.lanes().saturating_mul(2);
        let records = settings.ahead().max(in_a_moment);
        let bytes = parcels.saturating_mul(INLET_REQUEST_BYTES);
        let bytes = bytes.saturating_sub(self.fresh_bytes);
        let usual = self.read.1.checked_div(self.read.0);
        let usual = usual.unwrap_or(USUAL_BYTES).max(1);
        records.saturating_sub(self.fresh.len()).min(bytes / usual)
    }

    /// Whether less than half of the room is taken.
    pub(super) fn is_low(&self, settings: &Settings, in_a_moment: usize) -> bool {
        let parcels = settings.lanes();
        let records = parcels.saturating_mul(settings.parcel_size());
        self.fresh.len() < records.max(in_a_moment / 2)
            && self.fresh_bytes < parcels.saturating_mul(INLET_REQUEST_BYTES)
    }

    /// Whether so many wait to be sent again that no others should be begun.
    pub(super) fn is_crowded(&self, settings: &Settings) -> bool {
        self.again.len() >= settings.lanes().saturating_mul(2)
    }

    /// The first group that is to be sent again now.
    pub(super) fn due(&self, now: u64) -> Option<usize> {
        self.again.iter().position(|group| group.not_before <= now)
    }

    /// When the next group is to be sent again, and for which time.
    pub(super) fn next_due(&self) -> Option<(u64, u32)> {
        let mut next: Option<(u64, u32)> = None;
        for group in &self.again {
            if next.is_none_or(|(earliest, _)| group.not_before < earliest) {
                next = Some((group.not_before, group.attempts + 1));
            }
        }
        next
    }

    /// Takes what goes into the next request: the group at a place, or of what was read.
    pub(super) fn take(&mut self, place: Option<usize>, most: usize) -> Option<Group> {
        let Some(place) = place else {
            let count = fitting(&mut self.fresh.iter(), most);
            let records: Vec<Record> = self.fresh.drain(..count).collect();
            let group = Group {
                records,
                ..Group::default()
            };
            self.fresh_bytes -= group.bytes();
            return (count > 0).then_some(group);
        };
        let mut group = self.again.remove(place)?;
        group.is_open = false;
        let count = group.fitting(most);
        // By halves, so that taking one after the other from a large group does not move the others every time.
        while count < group.records.len() {
            let half = count.max(group.records.len() / 2);
            let rest = Group {
                records: group.records.split_off(half),
                ..group.like()
            };
            self.again.push_front(rest);
        }
        Some(group)
    }

    /// To be sent again before anything else that is due.
    pub(super) fn put_back(&mut self, group: Group) {
        self.again.push_front(group);
    }

    /// To be sent again after the others.
    pub(super) fn put_behind(&mut self, group: Group) {
        self.again.push_back(group);
    }

    /// To be sent again with others like it, where there is room among them.
    pub(super) fn join(&mut self, group: Group, most: usize) {
        if let Some(open) = self.again.back_mut()
            && open.is_open
            && open.failures == group.failures
            && open.records.len() + group.records.len() <= most
            && open.bytes() + group.bytes() < INLET_REQUEST_BYTES / 2
        {
            open.not_before = open.not_before.max(group.not_before);
            open.attempts = open.attempts.max(group.attempts);
            open.records.extend(group.records);
            return;
        }
        self.again.push_back(Group {
            is_open: true,
            ..group
        });
    }
}
