//! Inlets: where a streaming connection receives records.

use serde_json::Value;

use super::id::InletId;
use super::members::{FromJson, Members, ShapeError, ToJson, Writer};

/// A streaming endpoint, as read from a connection. Its URL is never built by hand: the host differs by region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inlet {
    /// Where records are posted.
    pub url: String,
    /// The last part of that URL.
    pub id: InletId,
    /// True when the sender must show an access token.
    pub authentication_required: bool,
}

/// The inlet's word that a record was received. Received is not stored: validation and mapping come later.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageReceipt {
    /// The inlet that took it.
    pub inlet_id: InletId,
    /// Adobe's trace id of the record. It identifies nothing else and cannot be chosen.
    pub xaction_id: String,
    /// When it was received, in milliseconds since 1970.
    pub received_time_ms: Option<u64>,
}

impl FromJson for MessageReceipt {
    /// The inlet's identifier comes in two spellings.
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let spelt = ["inletId", "inletID"]
            .into_iter()
            .find(|name| members.optional(name).is_some());
        Ok(Self {
            inlet_id: members.text_or_empty(spelt.unwrap_or_default())?.into(),
            xaction_id: members.text_or_empty("xactionId")?,
            received_time_ms: members.number("receivedTimeMs"),
        })
    }
}

impl ToJson for MessageReceipt {
    fn to_json(&self) -> Value {
        let mut writer = Writer::default();
        writer.text("inletId", self.inlet_id.as_str());
        writer.text("xactionId", &self.xaction_id);
        writer.put("receivedTimeMs", self.received_time_ms.into());
        writer.finish()
    }
}
