//! Faults that a person switches on, to see what the console makes of them.

use serde_json::Value;

use super::refusal::Refusal;
use crate::model::{FromJson, Members, ShapeError, ToJson, Writer};

/// What goes wrong with every call to Flow Service and the inlets. All off at first; never part of a snapshot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// Every access token counts as expired. Inlets that ask for none go on.
    pub expired_token: bool,
    /// 429 with `Retry-After`.
    pub throttled: bool,
    /// 503 with `Retry-After`.
    pub unavailable: bool,
    /// 200 with a web page where JSON was expected.
    pub not_json: bool,
    /// No answer: the connection is cut.
    pub dropped: bool,
    /// Each answer waits so long, in milliseconds.
    pub delay_ms: u32,
}

impl FromJson for Faults {
    /// What is absent is off. Names that mean nothing are errors: a fault that was misspelt would never be missed.
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        members.only(&[
            "expiredToken",
            "throttled",
            "unavailable",
            "notJson",
            "dropped",
            "delayMs",
        ])?;
        let wrong = |_| ShapeError::wrong("delayMs", "fewer milliseconds");
        Ok(Self {
            expired_token: members.flag("expiredToken")?,
            throttled: members.flag("throttled")?,
            unavailable: members.flag("unavailable")?,
            not_json: members.flag("notJson")?,
            dropped: members.flag("dropped")?,
            delay_ms: match members.optional("delayMs") {
                Some(_) => members.whole("delayMs")?.try_into().map_err(wrong)?,
                None => 0,
            },
        })
    }
}

impl ToJson for Faults {
    fn to_json(&self) -> Value {
        let mut writer = Writer::default();
        writer.put("expiredToken", self.expired_token.into());
        writer.put("throttled", self.throttled.into());
        writer.put("unavailable", self.unavailable.into());
        writer.put("notJson", self.not_json.into());
        writer.put("dropped", self.dropped.into());
        writer.put("delayMs", self.delay_ms.into());
        writer.finish()
    }
}

impl Faults {
    /// The fault that hits a call to Flow Service, the one nearest to the network first.
    pub(super) fn hit_service(&self) -> Result<(), Refusal> {
        self.hit_network()?;
        match self {
            Self {
                unavailable: true, ..
            } => Err(Refusal::unavailable()),
            Self {
                throttled: true, ..
            } => Err(Refusal::throttled()),
            Self {
                expired_token: true,
                ..
            } => Err(Refusal::token_refused()),
            _ => Ok(()),
        }
    }

    /// The fault that hits a call to an inlet. `asks_for_token` is its identifier, if it wants a token.
    pub(super) fn hit_inlet(&self, asks_for_token: Option<&str>) -> Result<(), Refusal> {
        self.hit_network()?;
        let inlet = |status, title, message: &str| {
            let message = message.to_owned();
            Err(Refusal::Inlet {
                status,
                title,
                message,
            })
        };
        match asks_for_token {
            _ if self.unavailable => inlet(503, "Service Unavailable", "Try again later"),
            _ if self.throttled => inlet(429, "Too Many Requests", "Slow down"),
            Some(inlet_id) if self.expired_token => {
                Err(Refusal::inlet_authorization(inlet_id, "is not valid"))
            }
            _ => Ok(()),
        }
    }

    fn hit_network(&self) -> Result<(), Refusal> {
        match self {
            Self { dropped: true, .. } => Err(Refusal::Dropped),
            Self { not_json: true, .. } => Err(Refusal::WebPage),
            _ => Ok(()),
        }
    }
}
