//! One message at an inlet: is it a record, and for which flow?

use serde_json::Value;

use super::lifecycle;
use super::store::{Collection, InletPlace, Store};

/// What is wrong with a message.
pub(super) struct Wrong {
    pub(super) sentence: String,
    /// True when it has no header where it needs one.
    pub(super) is_in_header: bool,
}

impl Wrong {
    fn new(sentence: impl Into<String>) -> Self {
        Self {
            sentence: sentence.into(),
            is_in_header: false,
        }
    }

    /// What the documents say of messages without a body, and of those with a wrong schema.
    pub(super) fn unknown_format() -> Self {
        Self::new("Message has unknown xdm format")
    }
}

/// Judges the messages of one inlet.
pub(super) struct Judge<'a> {
    store: &'a Store,
    place: &'a InletPlace,
    /// The flow that was looked up last, and what is wrong with it: mostly it is the same again.
    known: Option<(String, Option<String>)>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(store: &'a Store, place: &'a InletPlace) -> Self {
        Self {
            store,
            place,
            known: None,
        }
    }

    /// Finds the flow that a message is for. `named` comes from the header or the query; an envelope may name one too.
    /// `None` when nobody names one.
    pub(super) fn destination<'v>(
        &mut self,
        message: &'v Value,
        named: Option<&'v str>,
    ) -> Result<Option<&'v str>, Wrong> {
        if !message.is_object() {
            return Err(Wrong::new("Message is not a JSON object"));
        }
        let flow_id = match named {
            Some(flow_id) => Some(flow_id),
            None => read_envelope(message, &self.place.organisation)?,
        };
        match flow_id.and_then(|flow_id| self.trouble_with(flow_id)) {
            Some(trouble) => Err(Wrong::new(trouble)),
            None => Ok(flow_id),
        }
    }

    /// True when records may go into the flow.
    pub(super) fn takes(&mut self, flow_id: &str) -> bool {
        self.trouble_with(flow_id).is_none()
    }

    fn trouble_with(&mut self, flow_id: &str) -> Option<&str> {
        let is_known = self.known.as_ref().is_some_and(|(id, _)| id == flow_id);
        if !is_known {
            self.known = Some((flow_id.to_owned(), self.look_up(flow_id)));
        }
        self.known.as_ref()?.1.as_deref()
    }

    fn look_up(&self, flow_id: &str) -> Option<String> {
        let flow = self
            .store
            .sandbox(&self.place.organisation, &self.place.sandbox)
            .and_then(|sandbox| sandbox.find(Collection::Flows, flow_id));
        // The flow's source connection must stand on the inlet's base connection.
        let base = flow.and_then(|flow| {
            flow.pointer("/inheritedAttributes/sourceConnections/0/baseConnection/id")?
                .as_str()
        });
        if base != Some(self.place.connection_id.as_str()) {
            return Some(format!("There is no flow [{flow_id}] for this inlet"));
        }
        flow.is_some_and(lifecycle::is_disabled)
            .then(|| format!("The flow [{flow_id}] is disabled"))
    }
}

/// The flow named in an XDM envelope, if the message is one.
fn read_envelope<'a>(message: &'a Value, organisation: &str) -> Result<Option<&'a str>, Wrong> {
    let (header, body) = (message.get("header"), message.get("body"));
    let text = |value: Option<&'a Value>, name: &str| value?.get(name)?.as_str();
    if header.is_none() && body.is_some() {
        return Err(Wrong {
            sentence: "header is mandatory".to_owned(),
            is_in_header: true,
        });
    }
    let reference = header.and_then(|header| header.get("schemaRef"));
    let schema = text(reference, "id");
    let said = body.and_then(|body| body.get("xdmMeta")?.get("schemaRef"));
    let is_envelope = schema.is_some()
        && text(reference, "contentType").is_some()
        && schema == text(said, "id")
        && body
            .and_then(|body| body.get("xdmEntity"))
            .is_some_and(Value::is_object);
    if !is_envelope {
        return Err(Wrong::unknown_format());
    }
    // Filled in by the inlet when it is absent.
    if text(header, "imsOrgId").is_some_and(|id| id != organisation) {
        let sentence = "Message has an absent or wrong ims org in the header";
        return Err(Wrong::new(sentence));
    }
    Ok(text(header, "flowId"))
}
