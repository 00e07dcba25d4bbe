//! Identifiers that look random and are not: the same seed gives the same ones, in the same order.

/// SplitMix64 (Steele, Lea and Flood, 2014): eight bytes of state, good enough to tell resources apart,
/// and no good at all for keeping secrets.
#[derive(Clone, Debug)]
pub(super) struct Random {
    state: u64,
}

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The state as text: JavaScript, in which hosts may keep snapshots, knows numbers of 53 bits only.
    pub(super) fn state(&self) -> String {
        self.state.to_string()
    }

    /// A generator that depends on nothing but a seed and a text, for identifiers that need not be stored.
    pub(super) fn of_text(seed: u64, text: &str) -> Self {
        // FNV-1a, to make a number of the text.
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self::new(seed ^ hash)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// `xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx`, as version 4 of RFC 9562 has it.
    pub(super) fn uuid(&mut self) -> String {
        let (high, low) = (self.next(), self.next());
        format!(
            "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
            high >> 32,
            (high >> 16) & 0xffff,
            high & 0xfff,
            0x8000 | ((low >> 48) & 0x3fff),
            low & 0xffff_ffff_ffff,
        )
    }

    /// 64 hexadecimal digits, as inlets have them.
    pub(super) fn inlet_id(&mut self) -> String {
        (0..4).map(|_| format!("{:016x}", self.next())).collect()
    }

    /// A revision. The last group holds the time of writing in seconds, as in every example that Adobe prints.
    pub(super) fn etag(&mut self, now: u64) -> String {
        etag(&format!("{:08x}", self.next() & 0xffff_ffff), now)
    }
}

/// The revision of a later time that belongs to the same writing as an earlier one.
pub(super) fn etag_at(etag_before: &str, now: u64) -> String {
    let first_group: String = etag_before
        .chars()
        .filter(char::is_ascii_hexdigit)
        .take(8)
        .collect();
    etag(&first_group, now)
}

fn etag(first_group: &str, now: u64) -> String {
    let seconds = (now / 1000) & 0xffff_ffff;
    format!("\"{first_group}-0000-0200-0000-{seconds:08x}0000\"")
}
