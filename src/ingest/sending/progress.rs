//! How far an upload is.

use super::outcome::Counts;

/// How far an upload is, and how fast it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many records there are of each outcome.
    pub counts: Counts,
    /// How many requests were answered.
    pub requests: u64,
    /// The bytes of their bodies.
    pub bytes: u64,
    /// Records settled each second, over the last ten seconds.
    pub records_per_second: u32,
    /// Bytes answered each second, over the last ten seconds.
    pub bytes_per_second: u64,
    /// The latency that half of the requests did not exceed, in milliseconds. Accurate to three hundredths, as are
    /// the others; `None` before the first answer.
    pub latency_p50_ms: Option<u32>,
    /// The latency that 95 of 100 requests did not exceed.
    pub latency_p95_ms: Option<u32>,
    /// The latency that 99 of 100 requests did not exceed.
    pub latency_p99_ms: Option<u32>,
    /// How long the rest is going to take at this speed, in milliseconds; `None` when it does not move.
    pub time_left_ms: Option<u64>,
}
