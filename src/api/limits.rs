//! Numbers that the service publishes. Both sides read them here.

/// The largest request an inlet takes, in bytes ("1 MB" in Adobe's Streaming Ingestion guide; more is answered with
/// 413). Taken as the smaller of the two readings of a megabyte.
pub const INLET_REQUEST_BYTES: usize = 1_000_000;

/// The largest page a list returns (Flow Service reference, `limit`).
pub const PAGE_SIZE: u32 = 100;

/// How long a new dataflow needs before it takes records safely, in milliseconds (about five minutes,
/// says Adobe's streaming tutorial).
pub const FLOW_SETTLES_MS: u64 = 5 * 60 * 1000;
