//! How an upload stands, as screens tell it.

use crate::ingest::{End, Waiting};

/// What stands still, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::console) enum Standing {
    /// Requests go out, or their answers are awaited.
    Sending,
    /// Nothing goes out for now.
    Waiting { until: Option<u64>, why: Waiting },
    /// It is over.
    Done(End),
    /// It was left off with its page, and nobody has decided yet whether it goes on.
    LeftOff,
}
