//! How the state of a dataflow moves. It is worked out when somebody reads it: there are no timers.

use serde_json::{Number, Value, json};

use super::random;

/// How fast states move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// A new dataflow is enabled at once.
    #[default]
    Immediate,
    /// A new dataflow is `initializing` for five seconds (the service takes seconds to minutes).
    Realistic,
    /// A new dataflow is `initializing` until `POST /emulator/advance`.
    Manual,
}

/// How long a dataflow is `initializing` at a realistic pace, in milliseconds.
const INITIALIZING_MS: u64 = 5_000;

/// Later than any time that a host hands in. The largest whole number that JavaScript writes exactly, because
/// the page keeps snapshots as JavaScript values.
const NEVER: u64 = (1 << 53) - 1;

impl Pace {
    /// Reads `immediate`, `realistic` or `manual`.
    pub fn read(word: &str) -> Option<Self> {
        match word {
            "immediate" => Some(Self::Immediate),
            "realistic" => Some(Self::Realistic),
            "manual" => Some(Self::Manual),
            _ => None,
        }
    }

    /// The word that [`Pace::read`] reads.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Immediate => "immediate",
            Self::Realistic => "realistic",
            Self::Manual => "manual",
        }
    }

    /// When something made now is ready; `None` when it is ready at once.
    pub(super) fn settles_at(self, now: u64) -> Option<u64> {
        match self {
            Self::Immediate => None,
            Self::Realistic => Some(now + INITIALIZING_MS),
            Self::Manual => Some(NEVER),
        }
    }
}

/// True for a flow that somebody switched off.
pub(super) fn is_disabled(document: &Value) -> bool {
    document.get("state").and_then(Value::as_str) == Some("disabled")
}

/// A flow as it is at a time. `document` is as it was stored, `settles_at` when it becomes enabled, if not at once.
pub(super) fn flow_at(document: &Value, settles_at: Option<u64>, now: u64) -> Value {
    let mut flow = document.clone();
    let created = document
        .get("createdAt")
        .and_then(Value::as_u64)
        .unwrap_or(now);
    let (settled, updated) = match settles_at {
        Some(moment) if moment > now => (false, created),
        Some(moment) => (true, moment),
        None => (true, created),
    };
    let (status, percent) = if settled {
        ("completed", "100.0")
    } else {
        ("inProgress", "0.0")
    };
    let Some(members) = flow.as_object_mut() else {
        return flow;
    };
    let mut put = |name: &str, value: Value| members.insert(name.to_owned(), value);
    let state = if !settled {
        "initializing"
    } else if is_disabled(document) {
        "disabled"
    } else {
        "enabled"
    };
    put("state", json!(state));
    put("updatedAt", json!(updated));
    put(
        "lastOperation",
        json!({
            "started": created,
            "updated": updated,
            "percentCompleted": percent.parse::<Number>().ok(),
            "status": { "value": status, "errors": [] },
            "operation": "create",
        }),
    );
    if settled && updated != created {
        let before = document
            .get("etag")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let etag = random::etag_at(before, updated);
        put("version", json!(etag));
        put("etag", json!(etag));
    }
    flow
}
