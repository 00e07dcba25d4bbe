//! Faults that a person switches on, to see what the console makes of them.

use serde_json::Value;

use super::random::Random;
use super::refusal::Refusal;
use crate::model::{FromJson, Members, ShapeError, ToJson, Writer};

/// What goes wrong with calls to Flow Service and the inlets. All off at first; never part of a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Faults {
    /// Every access token counts as expired. Inlets that ask for none go on.
    pub expired_token: bool,
    /// 429 with `Retry-After`.
    pub throttled: bool,
    /// 429 without `Retry-After`.
    pub throttled_without_retry_after: bool,
    /// 503 with `Retry-After`.
    pub unavailable: bool,
    /// 500.
    pub server_error: bool,
    /// 200 with a web page where JSON was expected.
    pub not_json: bool,
    /// No answer: the connection is cut before anything is done.
    pub dropped: bool,
    /// No answer: what was asked is done, and then the connection is cut.
    pub dropped_answer: bool,
    /// The answer to a batch has fewer results than the batch has messages, although all of them were judged.
    pub short_batch_reply: bool,
    /// 501 for records that are to be validated before the answer, as in regions that cannot do that.
    pub no_sync_validation: bool,
    /// Of the messages in batches, every so-manieth is refused; 0 for none.
    pub refuse_every: u32,
    /// Each answer waits so long, in milliseconds.
    pub delay_ms: u32,
    /// How many requests of a hundred each of these faults hits, 1 to 100; it does not touch `refuse_every`, which
    /// has a share of its own.
    pub share: u32,
    /// What `Retry-After` says, in seconds.
    pub retry_after_seconds: u32,
    /// Which calls they hit.
    pub place: FaultPlace,
}

/// Where faults hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FaultPlace {
    /// Everywhere.
    #[default]
    All,
    /// Inlets only.
    Inlets,
    /// Flow Service only.
    Service,
}

/// How long to wait before the next attempt, in seconds, when nobody says otherwise.
pub(super) const RETRY_AFTER_SECONDS: u32 = 2;

impl Default for Faults {
    fn default() -> Self {
        Self {
            expired_token: false,
            throttled: false,
            throttled_without_retry_after: false,
            unavailable: false,
            server_error: false,
            not_json: false,
            dropped: false,
            dropped_answer: false,
            short_batch_reply: false,
            no_sync_validation: false,
            refuse_every: 0,
            delay_ms: 0,
            share: 100,
            retry_after_seconds: RETRY_AFTER_SECONDS,
            place: FaultPlace::All,
        }
    }
}

impl FaultPlace {
    fn read(word: &str) -> Option<Self> {
        match word {
            "all" => Some(Self::All),
            "inlets" => Some(Self::Inlets),
            "service" => Some(Self::Service),
            _ => None,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Inlets => "inlets",
            Self::Service => "service",
        }
    }
}

/// A switch with its name.
type Switch<T> = (&'static str, fn(&mut Faults) -> &mut T);

const SWITCHES: [Switch<bool>; 10] = [
    ("expiredToken", |faults| &mut faults.expired_token),
    ("throttled", |faults| &mut faults.throttled),
    ("throttledWithoutRetryAfter", |faults| {
        &mut faults.throttled_without_retry_after
    }),
    ("unavailable", |faults| &mut faults.unavailable),
    ("serverError", |faults| &mut faults.server_error),
    ("notJson", |faults| &mut faults.not_json),
    ("dropped", |faults| &mut faults.dropped),
    ("droppedAnswer", |faults| &mut faults.dropped_answer),
    ("shortBatchReply", |faults| &mut faults.short_batch_reply),
    ("noSyncValidation", |faults| &mut faults.no_sync_validation),
];

const NUMBERS: [Switch<u32>; 4] = [
    ("refuseEvery", |faults| &mut faults.refuse_every),
    ("delayMs", |faults| &mut faults.delay_ms),
    ("share", |faults| &mut faults.share),
    ("retryAfterSeconds", |faults| {
        &mut faults.retry_after_seconds
    }),
];

impl FromJson for Faults {
    /// What is absent is off. Names that mean nothing are errors: a fault that was misspelt would never be missed.
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let switches = SWITCHES.iter().map(|(name, _)| *name);
        let numbers = NUMBERS.iter().map(|(name, _)| *name);
        let known: Vec<&str> = switches.chain(numbers).chain(["where"]).collect();
        members.only(&known)?;
        let mut faults = Self::default();
        for (name, member) in SWITCHES {
            *member(&mut faults) = members.flag(name)?;
        }
        for (name, member) in NUMBERS {
            if members.optional(name).is_some() {
                let wrong = |_| ShapeError::wrong(name, "a smaller number");
                *member(&mut faults) = members.whole(name)?.try_into().map_err(wrong)?;
            }
        }
        if !(1..=100).contains(&faults.share) {
            return Err(ShapeError::wrong("share", "1 to 100"));
        }
        if let Some(word) = members.text("where")? {
            let wrong = || ShapeError::wrong("where", "`all`, `inlets` or `service`");
            faults.place = FaultPlace::read(&word).ok_or_else(wrong)?;
        }
        Ok(faults)
    }
}

impl ToJson for Faults {
    fn to_json(&self) -> Value {
        let mut faults = *self;
        let mut writer = Writer::default();
        for (name, member) in SWITCHES {
            writer.put(name, (*member(&mut faults)).into());
        }
        for (name, member) in NUMBERS {
            writer.put(name, (*member(&mut faults)).into());
        }
        writer.text("where", self.place.word());
        writer.finish()
    }
}

/// What hits one request.
#[derive(Default)]
pub(super) struct Strike {
    /// Instead of an answer.
    pub(super) refusal: Option<Refusal>,
    pub(super) delay_ms: u32,
    /// Everything is done, but the answer does not arrive.
    pub(super) drops_answer: bool,
    pub(super) shortens_batch_reply: bool,
    pub(super) lacks_sync_validation: bool,
    /// 0 for none.
    pub(super) refuse_every: u32,
}

impl Faults {
    /// What hits the next request. `inlet` tells whether it goes to one, and which if that wants a token.
    ///
    /// Each fault has its own chance, and of those that hit the one nearest to the network wins.
    pub(super) fn strike(&self, chance: &mut Random, inlet: Option<Option<&str>>) -> Strike {
        let concerned = match self.place {
            FaultPlace::All => true,
            FaultPlace::Inlets => inlet.is_some(),
            FaultPlace::Service => inlet.is_none(),
        };
        if !concerned {
            return Strike::default();
        }
        let mut hit = Self::default();
        let mut faults = *self;
        for (_, member) in SWITCHES {
            *member(&mut hit) = *member(&mut faults) && self.draw(chance);
        }
        Strike {
            refusal: match inlet {
                Some(asks_for_token) => hit.at_inlet(asks_for_token),
                None => hit.at_service(),
            },
            delay_ms: if self.delay_ms > 0 && self.draw(chance) {
                self.delay_ms
            } else {
                0
            },
            drops_answer: hit.dropped_answer,
            shortens_batch_reply: hit.short_batch_reply,
            lacks_sync_validation: hit.no_sync_validation,
            refuse_every: self.refuse_every,
        }
    }

    /// Nothing is drawn when everything is hit, so that such a world goes on as if nobody had drawn.
    fn draw(&self, chance: &mut Random) -> bool {
        self.share >= 100 || chance.next() % 100 < u64::from(self.share)
    }

    fn at_service(&self) -> Option<Refusal> {
        match self {
            Self { dropped: true, .. } => Some(Refusal::Dropped),
            Self { not_json: true, .. } => Some(Refusal::WebPage),
            Self {
                unavailable: true, ..
            } => Some(Refusal::unavailable()),
            Self {
                server_error: true, ..
            } => Some(Refusal::internal()),
            Self {
                throttled: true, ..
            } => Some(Refusal::throttled()),
            Self {
                throttled_without_retry_after: true,
                ..
            } => Some(Refusal::WithoutRetryAfter(Box::new(Refusal::throttled()))),
            Self {
                expired_token: true,
                ..
            } => Some(Refusal::token_refused()),
            _ => None,
        }
    }

    /// `asks_for_token` is the inlet's identifier, if it wants a token.
    fn at_inlet(&self, asks_for_token: Option<&str>) -> Option<Refusal> {
        let throttled = || Refusal::inlet(429, "Too Many Requests", "Slow down");
        match asks_for_token {
            _ if self.dropped => Some(Refusal::Dropped),
            _ if self.not_json => Some(Refusal::WebPage),
            _ if self.unavailable => Some(Refusal::inlet(
                503,
                "Service Unavailable",
                "Try again later",
            )),
            _ if self.server_error => Some(Refusal::inlet(
                500,
                "Internal Server Error",
                "The inlet failed to handle the request",
            )),
            _ if self.throttled => Some(throttled()),
            _ if self.throttled_without_retry_after => {
                Some(Refusal::WithoutRetryAfter(Box::new(throttled())))
            }
            Some(inlet_id) if self.expired_token => {
                Some(Refusal::inlet_authorization(inlet_id, "is not valid"))
            }
            _ => None,
        }
    }
}
