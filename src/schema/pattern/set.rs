//! The characters that one step of a pattern may read, roughly: ASCII exactly, all others as one.
//! A set holds at least what the step reads, so that two steps that could read the same character
//! always share one here.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Set {
    ascii: u128,
    others: bool,
}

impl Set {
    pub(super) const NONE: Set = Set {
        ascii: 0,
        others: false,
    };
    pub(super) const ALL: Set = Set {
        ascii: u128::MAX,
        others: true,
    };

    pub(super) fn one(character: u32) -> Self {
        Self::range(character, character)
    }

    pub(super) fn range(first: u32, last: u32) -> Self {
        let ascii = (first..=last.min(127)).fold(0, |bits, it| bits | 1 << it);
        Self {
            ascii,
            others: last > 127,
        }
    }

    pub(super) fn digits() -> Self {
        Self::range(0x30, 0x39)
    }

    pub(super) fn words() -> Self {
        let letters = Self::range(0x41, 0x5a).or(Self::range(0x61, 0x7a));
        letters.or(Self::digits()).or(Self::one(0x5f))
    }

    pub(super) fn spaces() -> Self {
        let spaces = Self::range(0x09, 0x0d).or(Self::one(0x20));
        Self {
            others: true,
            ..spaces
        }
    }

    pub(super) fn line() -> Self {
        Self::one(0x0a).or(Self::one(0x0d)).inverted()
    }

    /// All ASCII characters that are not in it, and the others in any case: some of them are
    /// not, as far as one can tell.
    pub(super) fn inverted(self) -> Self {
        Self {
            ascii: !self.ascii,
            others: true,
        }
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self {
            ascii: self.ascii | other.ascii,
            others: self.others | other.others,
        }
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            ascii: self.ascii & other.ascii,
            others: self.others & other.others,
        }
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.and(other) != Self::NONE
    }

    /// The largest sum of weights of the sets that hold the same character.
    pub(super) fn heaviest(sets: &[(Self, u128)]) -> u128 {
        let sum = |holds: &dyn Fn(&Self) -> bool| {
            let holding = sets.iter().filter(|(set, _)| holds(set));
            holding.fold(0, |sum: u128, (_, weight)| sum.saturating_add(*weight))
        };
        let ascii = (0..128).map(|bit| sum(&|set| set.ascii >> bit & 1 == 1));
        ascii.max().unwrap_or(0).max(sum(&|set| set.others))
    }
}
