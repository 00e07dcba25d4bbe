//! Why records were refused, each reason once.

/// The most reasons that are told apart; what comes then is [`ReasonSource::Other`].
const MOST_REASONS: usize = 1000;

/// The longest message that is kept, in characters.
const LONGEST_MESSAGE: usize = 300;

/// Where a reason comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonSource {
    /// A check before sending held the record back; the message is the check's.
    Check,
    /// The record alone is larger than a request may be.
    TooLarge,
    /// The inlet refused it; status and message are the inlet's.
    Inlet,
    /// The inlet refused it for one more reason than are told apart.
    Other,
    /// Not refused: the request got no answer.
    NoReply,
    /// Not refused: the answer had no result for this record.
    NoResult,
    /// Not refused: the page was closed before the answer was noted.
    Interrupted,
}

impl ReasonSource {
    const ALL: [(Self, &'static str); 7] = [
        (Self::Check, "c"),
        (Self::TooLarge, "l"),
        (Self::Inlet, "i"),
        (Self::Other, "o"),
        (Self::NoReply, "n"),
        (Self::NoResult, "m"),
        (Self::Interrupted, "x"),
    ];

    /// The letter under which it is stored.
    pub(super) fn code(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(source, _)| *source == self)
            .map_or("", |(_, code)| code)
    }

    pub(super) fn read(code: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|(_, it)| *it == code).map(|(source, _)| *source)
    }
}

/// Why a record was refused, or why nothing is known about it. Equal reasons are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Where it comes from.
    pub source: ReasonSource,
    /// The status of the answer, or of the record's own result in it; 0 where there was none.
    pub status: u16,
    /// What the inlet or the check says, on one line; may be empty.
    pub message: String,
    /// How many violations there are besides the one that the message names.
    pub more_violations: u32,
}

impl Reason {
    /// A reason without words of its own.
    pub(super) fn bare(source: ReasonSource, status: u16) -> Self {
        Self::new(source, status, "")
    }

    pub(super) fn new(source: ReasonSource, status: u16, message: &str) -> Self {
        Self {
            source,
            status,
            message: one_line(message, LONGEST_MESSAGE),
            more_violations: 0,
        }
    }
}

/// A text from elsewhere on one line and not too long: what is stored is a table of lines and tabs.
pub(super) fn one_line(text: &str, longest: usize) -> String {
    let is_plain = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    // Trace ids are: there is one for each record.
    if text.len() <= longest && text.bytes().all(is_plain) {
        return text.trim().to_owned();
    }
    let mut line = String::new();
    for character in text.trim().chars().take(longest) {
        line.push(if character.is_control() {
            ' '
        } else {
            character
        });
    }
    line
}

/// A reason and how many records have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonCount {
    /// Its number in the ledger, by which rows name it.
    pub number: u16,
    /// The reason.
    pub reason: Reason,
    /// How many records have it now.
    pub count: u32,
}

/// All reasons of a ledger. Their numbers begin with 1, since 0 is for none.
#[derive(Default)]
pub(super) struct Reasons {
    list: Vec<ReasonCount>,
    /// Beside the list, so that looking for one compares numbers.
    hashes: Vec<u64>,
}

impl Reasons {
    /// The number of a reason, which is noted if it is new.
    pub(super) fn number(&mut self, reason: &Reason) -> u16 {
        let is_full = self.list.len() >= MOST_REASONS;
        match self.find(reason) {
            Some(number) => number,
            // What is not the inlet's or a check's has no message, so that there are few of it.
            None if is_full
                && matches!(reason.source, ReasonSource::Inlet | ReasonSource::Check) =>
            {
                let other = Reason::bare(ReasonSource::Other, 0);
                self.find(&other).unwrap_or_else(|| self.add(&other))
            }
            None => self.add(reason),
        }
    }

    pub(super) fn get(&self, number: u16) -> Option<&ReasonCount> {
        self.list.get(usize::from(number).checked_sub(1)?)
    }

    /// One record more has it, or one less.
    pub(super) fn count(&mut self, number: u16, is_more: bool) {
        let place = usize::from(number).checked_sub(1);
        if let Some(entry) = place.and_then(|place| self.list.get_mut(place)) {
            let count = entry.count;
            entry.count = if is_more {
                count + 1
            } else {
                count.saturating_sub(1)
            };
        }
    }

    /// Those that records have, the most frequent first.
    pub(super) fn by_frequency(&self) -> Vec<ReasonCount> {
        let mut sorted: Vec<ReasonCount> = Vec::new();
        for entry in self.list.iter().filter(|entry| entry.count > 0) {
            let place = sorted.partition_point(|before| before.count >= entry.count);
            sorted.insert(place, entry.clone());
        }
        sorted
    }

    fn find(&self, reason: &Reason) -> Option<u16> {
        let sought = hash(reason);
        for (place, entry) in self.list.iter().enumerate() {
            if self.hashes.get(place) == Some(&sought) && entry.reason == *reason {
                return Some(entry.number);
            }
        }
        None
    }

    fn add(&mut self, reason: &Reason) -> u16 {
        let number = u16::try_from(self.list.len() + 1).unwrap_or(u16::MAX);
        self.hashes.push(hash(reason));
        self.list.push(ReasonCount {
            number,
            reason: reason.clone(),
            count: 0,
        });
        number
    }
}

/// FNV-1a over what tells reasons apart.
fn hash(reason: &Reason) -> u64 {
    let numbers = [u32::from(reason.status), reason.more_violations];
    let numbers = numbers.into_iter().flat_map(u32::to_le_bytes);
    let bytes = reason.message.bytes().chain(numbers);
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
