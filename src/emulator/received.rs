//! Which records were accepted, by a member that tells them apart: to be compared with what was sent.
//!
//! Nothing is kept until `PUT /emulator/received` names that member. `control.rs` has the calls.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::xdm;
use crate::model::{Members, ShapeError};

/// How many values that came more than once are listed.
const DUPLICATES_TOLD: usize = 100_000;

/// The accepted records of every inlet.
#[derive(Clone, Debug, Default)]
pub(super) struct Ledger {
    /// A JSON Pointer into the record, or for an XDM envelope into its `xdmEntity`; empty when nothing is kept.
    key: String,
    inlets: BTreeMap<String, Tally>,
}

/// How often each value came.
#[derive(Clone, Debug, Default)]
struct Tally {
    count: u64,
    without_key: u64,
    numbers: BTreeMap<u64, u32>,
    texts: BTreeMap<String, u32>,
}

impl Ledger {
    /// Begins again with `{"key": "/seq"}`; an empty key ends it.
    pub(super) fn switch(&mut self, value: &Value) -> Result<(), ShapeError> {
        let members = Members::of(value)?;
        members.only(&["key"])?;
        let key = members.text("key")?.unwrap_or_default();
        if !key.is_empty() && !key.starts_with('/') {
            return Err(ShapeError::wrong("key", "a JSON Pointer"));
        }
        *self = Self {
            key,
            inlets: BTreeMap::new(),
        };
        Ok(())
    }

    /// True when records are to be noted.
    pub(super) fn is_on(&self) -> bool {
        !self.key.is_empty()
    }

    /// Notes a record that was accepted.
    pub(super) fn note(&mut self, inlet_id: &str, record: &Value) {
        if !self.is_on() {
            return;
        }
        let value = xdm::entity(record).unwrap_or(record).pointer(&self.key);
        if !self.inlets.contains_key(inlet_id) {
            self.inlets.insert(inlet_id.to_owned(), Tally::default());
        }
        let Some(tally) = self.inlets.get_mut(inlet_id) else {
            return;
        };
        tally.count += 1;
        match value {
            None => tally.without_key += 1,
            Some(Value::String(text)) => *tally.texts.entry(text.clone()).or_default() += 1,
            Some(value) => match value.as_u64() {
                Some(number) => *tally.numbers.entry(number).or_default() += 1,
                None => *tally.texts.entry(value.to_string()).or_default() += 1,
            },
        }
    }

    /// What was noted of one inlet.
    pub(super) fn tell(&self, inlet_id: &str) -> Value {
        let empty = Tally::default();
        let tally = self.inlets.get(inlet_id).unwrap_or(&empty);
        let again = |count: &u32| *count > 1;
        let numbers = tally.numbers.iter().filter(|(_, count)| again(count));
        let texts = tally.texts.iter().filter(|(_, count)| again(count));
        let duplicates: Vec<Value> = numbers
            .map(|(value, count)| json!({ "value": value, "count": count }))
            .chain(texts.map(|(value, count)| json!({ "value": value, "count": count })))
            .collect();
        json!({
            "inlet": inlet_id,
            "key": self.key,
            "count": tally.count,
            "distinct": tally.numbers.len() + tally.texts.len(),
            "withoutKey": tally.without_key,
            "duplicateValues": duplicates.len(),
            "duplicates": duplicates.into_iter().take(DUPLICATES_TOLD).collect::<Vec<_>>(),
            "ranges": ranges(&tally.numbers),
        })
    }

    /// What was noted of all inlets.
    pub(super) fn tell_all(&self) -> Value {
        let inlets: Vec<Value> = self.inlets.keys().map(|id| self.tell(id)).collect();
        json!({ "key": self.key, "inlets": inlets })
    }
}

/// The whole numbers as stretches without a gap, first and last each.
fn ranges(numbers: &BTreeMap<u64, u32>) -> Vec<(u64, u64)> {
    let mut ranges: Vec<(u64, u64)> = Vec::new();
    for number in numbers.keys() {
        match ranges.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*number) => *last = *number,
            _ => ranges.push((*number, *number)),
        }
    }
    ranges
}
