//! What an upload says and what it is told.

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Read on: hand in records from this one on, in their order, by [`super::Upload::give`].
    Read {
        /// The place of the first record that is wanted.
        from: u32,
        /// The most records to hand in. Fewer will do, but not none: where there are none left, say so.
        at_most: u32,
    },
    /// Note in the store that records below this one may be sent, then [`super::Upload::allow`] it.
    Secure {
        /// One past the last record that is going to be sent.
        up_to: u32,
    },
    /// Send this, and hand in the answer. Sending does not have to be over before the next step is asked for.
    Send(Parcel),
    /// Nothing can be done before something happens.
    Wait {
        /// When to ask again at the latest, in milliseconds since 1970. `None`: after an answer, or a decision.
        until: Option<u64>,
        /// What is waited for.
        why: Waiting,
    },
    /// It is over. After [`End::Stopped`] it can still be resumed.
    Done(End),
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// Its number, by which it is answered. Each request has another, also when records are sent again.
    pub number: u32,
    /// Whether it goes to the endpoint for batches.
    pub is_batch: bool,
    /// Whether the inlet is asked to validate before it answers (`syncValidation=true`).
    pub is_validated: bool,
    /// The body, of at most [`crate::api::limits::INLET_REQUEST_BYTES`].
    pub body: String,
    /// Which records are in it, in their order: first and last of each unbroken row.
    pub rows: Vec<(u32, u32)>,
    /// How many records are in it.
    pub records: u32,
    /// Which attempt this is for these records, from 1.
    pub attempt: u32,
}

/// What is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// The answers to what was sent.
    Answers,
    /// The moment at which the rate that was asked for allows the next request.
    Pace,
    /// The moment that the inlet named in `Retry-After`.
    RetryAfter {
        /// The status of the answer that named it.
        status: u16,
    },
    /// The next attempt after an answer that says “later”.
    BackOff {
        /// Which attempt comes next, from 2.
        attempt: u32,
    },
    /// The next attempt to reach the inlet at all.
    NoNetwork,
    /// The reader, who paused.
    Paused,
    /// A token that the inlet takes: 401.
    TokenNeeded {
        /// What the inlet says.
        message: String,
    },
    /// A permission: 403.
    Forbidden {
        /// What the inlet says.
        message: String,
    },
    /// An address that takes records. Any answer that has nothing to do with the records leads here: 404, 405, 415.
    Misdirected {
        /// The answer's status.
        status: u16,
        /// What the inlet says.
        message: String,
    },
    /// The reader, since the inlet cannot validate before it answers: 501.
    SyncValidationUnsupported,
    /// The reader, since the inlet said “later” too often in a row.
    ServiceDown {
        /// The status of the last answer.
        status: u16,
        /// What the inlet says.
        message: String,
    },
    /// The reader's choice: all that is left may have been received.
    Choice,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// An answer, whichever.
    Reply {
        /// The HTTP status.
        status: u16,
        /// The header `Retry-After`, in seconds.
        retry_after: Option<u64>,
        /// The body, as it came.
        body: String,
    },
    /// None: the connection was lost, or was never made.
    NoReply,
}

/// How an upload ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Every record was accepted or refused.
    Finished,
    /// The reader stopped it. What was not sent is still waiting.
    Stopped,
    /// The source had fewer records than were counted in it. The others are still waiting.
    SourceShort,
}
