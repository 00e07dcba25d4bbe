//! Inlets: where a streaming connection receives records.

use serde::{Deserialize, Serialize};

use super::id::InletId;
use super::lenient;

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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageReceipt {
    /// The inlet that took it.
    #[serde(default, alias = "inletID")]
    pub inlet_id: InletId,
    /// Adobe's trace id of the record. It identifies nothing else and cannot be chosen.
    #[serde(default)]
    pub xaction_id: String,
    /// When it was received, in milliseconds since 1970.
    #[serde(default, deserialize_with = "lenient::number")]
    pub received_time_ms: Option<u64>,
}
