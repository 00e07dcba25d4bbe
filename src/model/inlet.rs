//! Inlets: where a streaming connection receives records.

use serde_json::Value;

use super::id::{FlowId, InletId};
use super::lenient::as_flag;
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
    /// The dataflow, when the request named one beside the record.
    pub flow_id: Option<FlowId>,
    /// Whether it was validated before the answer; absent in some answers.
    pub sync_validation: Option<SyncValidation>,
}

/// What an inlet says of validation before the answer. A record that does not pass is refused, so there is no third.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncValidation {
    /// Nobody asked for it.
    Skipped,
    /// The record is valid.
    Passed,
}

/// The inlet's word on each message of a batch (207).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchReceipt {
    /// The inlet that took it.
    pub inlet_id: InletId,
    /// Adobe's trace id of the batch.
    pub batch_id: String,
    /// When it was received, in milliseconds since 1970.
    pub received_time_ms: Option<u64>,
    /// One a message, in their order. Adobe prints an example with fewer results than messages, so whoever reads
    /// them must count.
    pub results: Vec<MessageResult>,
}

/// What became of one message of a batch. It is accepted when there is no status that says otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessageResult {
    /// Adobe's trace id; absent in the documents when the message was refused, present in what Adobe's Kafka
    /// connector reads.
    pub xaction_id: Option<String>,
    /// `statusCode` in the documents, `status` in what the connector reads; absent for accepted messages.
    pub status: Option<u16>,
    /// Why it was refused.
    pub message: Option<String>,
}

impl MessageResult {
    /// True when the inlet took the message.
    pub fn is_accepted(&self) -> bool {
        self.status
            .map_or(self.xaction_id.is_some(), |status| status < 300)
    }
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
            flow_id: members.text("flowId")?.map(Into::into),
            sync_validation: read_sync_validation(members),
        })
    }
}

/// Under its name, or its old one.
fn read_sync_validation(members: Members<'_>) -> Option<SyncValidation> {
    let said = ["syncValidation", "synchronousValidation"]
        .into_iter()
        .find_map(|name| members.optional(name))?;
    if said.get("status").and_then(Value::as_str) == Some("pass") {
        return Some(SyncValidation::Passed);
    }
    let skipped = as_flag(said.get("skipped")?)?;
    skipped.then_some(SyncValidation::Skipped)
}

impl FromJson for BatchReceipt {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let spelt = ["inletId", "inletID"]
            .into_iter()
            .find(|name| members.optional(name).is_some());
        let mut results = Vec::new();
        for result in members.list("responses") {
            let result = Members::of(result)?;
            let status = result
                .number("statusCode")
                .or_else(|| result.number("status"));
            results.push(MessageResult {
                xaction_id: result.text("xactionId")?,
                status: status.and_then(|status| u16::try_from(status).ok()),
                message: result.text("message")?,
            });
        }
        Ok(Self {
            inlet_id: members.text_or_empty(spelt.unwrap_or_default())?.into(),
            batch_id: members.text_or_empty("batchId")?,
            received_time_ms: members.number("receivedTimeMs"),
            results,
        })
    }
}

impl ToJson for MessageReceipt {
    fn to_json(&self) -> Value {
        let mut writer = Writer::default();
        writer.text("inletId", self.inlet_id.as_str());
        writer.text("xactionId", &self.xaction_id);
        writer.put("receivedTimeMs", self.received_time_ms.into());
        writer.optional_text("flowId", self.flow_id.as_ref().map(FlowId::as_str));
        if let Some(validation) = self.sync_validation {
            let mut said = Writer::default();
            match validation {
                SyncValidation::Skipped => said.put("skipped", true.into()),
                SyncValidation::Passed => said.text("status", "pass"),
            }
            writer.put("syncValidation", said.finish());
        }
        writer.finish()
    }
}

impl BatchReceipt {
    /// The answer as JSON text. Written piece by piece: a batch has thousands of results.
    ///
    /// A result that was refused and has a trace id is spelt as Adobe's Kafka connector reads it, any other as the
    /// documents print it.
    pub fn to_text(&self) -> String {
        let mut text = String::with_capacity(160 + 48 * self.results.len());
        text.push_str("{\"inletId\":");
        quote(self.inlet_id.as_str(), &mut text);
        text.push_str(",\"batchId\":");
        quote(&self.batch_id, &mut text);
        if let Some(time) = self.received_time_ms {
            text.push_str(",\"receivedTimeMs\":");
            text.push_str(&time.to_string());
        }
        text.push_str(",\"responses\":[");
        for (position, result) in self.results.iter().enumerate() {
            text.push_str(if position == 0 { "{" } else { ",{" });
            result.write(&mut text);
            text.push('}');
        }
        text.push_str("]}");
        text
    }
}

impl MessageResult {
    fn write(&self, text: &mut String) {
        let mut separator = "";
        if let Some(id) = &self.xaction_id {
            text.push_str("\"xactionId\":");
            quote(id, text);
            separator = ",";
        }
        if let Some(status) = self.status {
            let name = if self.xaction_id.is_some() {
                "\"status\":"
            } else {
                "\"statusCode\":"
            };
            text.push_str(separator);
            text.push_str(name);
            text.push_str(&status.to_string());
            separator = ",";
        }
        if let Some(message) = &self.message {
            text.push_str(separator);
            text.push_str("\"message\":");
            quote(message, text);
        }
    }
}

/// Trace ids need no escapes, and there are thousands of them.
fn quote(words: &str, text: &mut String) {
    let is_plain = words
        .bytes()
        .all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
    if is_plain {
        text.push('"');
        text.push_str(words);
        text.push('"');
    } else {
        text.push_str(&Value::from(words).to_string());
    }
}
