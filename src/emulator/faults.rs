//! Faults that a person switches on, to see what the console makes of them.

use serde::{Deserialize, Serialize};

use super::refusal::Refusal;

/// What goes wrong with every call to Flow Service and the inlets. All off at first; never part of a snapshot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
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

    /// The fault that hits a call to an inlet.
    pub(super) fn hit_inlet(&self, wants_token: bool) -> Result<(), Refusal> {
        self.hit_network()?;
        let inlet = |status, title, message: &str| {
            let message = message.to_owned();
            Err(Refusal::Inlet {
                status,
                title,
                message,
            })
        };
        match self {
            Self {
                unavailable: true, ..
            } => inlet(503, "Service Unavailable", "Try again later"),
            Self {
                throttled: true, ..
            } => inlet(429, "Too Many Requests", "Slow down"),
            Self {
                expired_token: true,
                ..
            } if wants_token => Err(Refusal::InletAuthorization {
                message: "[id] Ims service token is not valid".to_owned(),
            }),
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
