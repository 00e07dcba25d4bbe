//! How long to wait before another attempt.

/// Waiting times begin with this, in milliseconds, and double.
const FIRST: u64 = 1000;

/// No attempt waits longer than this, in milliseconds, unless the inlet asks for it.
const LONGEST: u64 = 60_000;

/// SplitMix64 (Steele, Lea and Flood, 2014), for waiting times that differ from sender to sender.
pub(super) struct Jitter {
    state: u64,
}

impl Jitter {
    pub(super) fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The wait before an attempt that follows this many failures, in milliseconds: anything up to one second for the
    /// first, twice as much for each that follows. With “full jitter” many senders come back one by one.
    pub(super) fn wait(&mut self, failures: u32) -> u64 {
        let doubled = FIRST << failures.saturating_sub(1).min(16);
        self.next() % (doubled.min(LONGEST) + 1)
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
