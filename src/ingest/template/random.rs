//! Random numbers that the same seed gives again.

/// SplitMix64 (Steele, Lea and Flood, 2014). Good enough for examples, and no good at all for keeping secrets.
pub(super) struct Random {
    state: u64,
}

impl Random {
    /// The numbers of one record.
    pub(super) fn of(seed: u64, index: u32) -> Self {
        let mut by_seed = Self { state: seed };
        let mut by_index = Self {
            state: u64::from(index) ^ by_seed.next(),
        };
        Self {
            state: by_index.next(),
        }
    }

    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another one; 0 below 0. That small numbers come up a little more often does not show.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next().checked_rem(end).unwrap_or_default()
    }

    /// A number from one to another, both among them.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        // Below 2⁶⁴, since the one is not above the other.
        let span = high.wrapping_sub(low).cast_unsigned();
        let step = match span.checked_add(1) {
            Some(end) => self.below(end),
            None => self.next(),
        };
        low.wrapping_add(step.cast_signed())
    }

    /// One of a list; `None` of an empty one.
    pub(super) fn one_of<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let place = self.below(u64::try_from(list.len()).unwrap_or_default());
        list.get(usize::try_from(place).unwrap_or_default())
    }
}
