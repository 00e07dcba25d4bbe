//! What became of a record.

/// What became of a record, or has yet to become of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// It is still to be sent.
    #[default]
    Waiting,
    /// It was sent, and the answer is awaited.
    InFlight,
    /// The inlet received it. Received is not stored.
    Accepted,
    /// The inlet refused it, or a check held it back.
    Refused,
    /// It was sent and there is no result of its own: it may have been received.
    Unknown,
}

impl Outcome {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::InFlight,
        Self::Accepted,
        Self::Refused,
        Self::Unknown,
    ];

    /// Whether it is final.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Accepted | Self::Refused)
    }

    /// The letter under which it is stored.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Waiting => "w",
            Self::InFlight => "f",
            Self::Accepted => "a",
            Self::Refused => "r",
            Self::Unknown => "u",
        }
    }

    pub(super) fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// How many records there are of each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All.
    pub total: u32,
    /// Received.
    pub accepted: u32,
    /// Refused or held back.
    pub refused: u32,
    /// All others: `accepted + refused + waiting = total`. [`Counts::in_flight`] and [`Counts::unknown`] are among
    /// them.
    pub waiting: u32,
    /// Sent, the answer being awaited.
    pub in_flight: u32,
    /// Sent, without a result of their own.
    pub unknown: u32,
    /// Those of the waiting that may have been received: unknown, in flight, or to be sent again after no answer.
    pub possibly_received: u32,
    /// Those of the accepted that were sent before without an answer, and may be there twice.
    pub possibly_twice: u32,
}
