//! Adobe's trace ids of received records, in little room.

use super::reason::one_line;

/// The longest trace id that is kept, in characters. The known forms have less than 60.
const LONGEST_ID: usize = 200;

/// The trace ids (`xactionId`) of a row of records: a common beginning, and a number that grows by one from record to
/// record. An id that stands alone has its own last digits for a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// What all of them begin with.
    pub prefix: String,
    /// What the first of them ends with; `None` when it does not end with a number.
    pub number: Option<u64>,
}

impl Receipt {
    /// Takes an id apart.
    pub(super) fn of(xaction_id: &str) -> Self {
        let mut prefix = one_line(xaction_id, LONGEST_ID);
        let digits = prefix.bytes().rev().take_while(u8::is_ascii_digit).count();
        let tail = prefix.get(prefix.len() - digits..).unwrap_or_default();
        // A number with zeros in front, or of more than 18 digits, would not come back as it was.
        let is_plain = tail.len() <= 18 && (tail == "0" || !tail.starts_with('0'));
        let number = tail.parse().ok().filter(|_| is_plain);
        if number.is_some() {
            prefix.truncate(prefix.len() - digits);
        }
        Self { prefix, number }
    }

    /// The id of the record that many places behind the first.
    pub fn text(&self, place: u32) -> String {
        let mut text = self.prefix.clone();
        if let Some(number) = self.number {
            text.push_str(&number.saturating_add(u64::from(place)).to_string());
        }
        text
    }

    /// Whether the other is the id of the record that many places behind the first.
    pub(super) fn continues(&self, other: &Self, place: u32) -> bool {
        let expected = self.number.map(|number| number + u64::from(place));
        expected.is_some() && expected == other.number && self.prefix == other.prefix
    }
}
