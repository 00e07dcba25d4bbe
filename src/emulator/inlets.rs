//! `/collection/{inletId}`: takes one record. Taken is not stored: what happens to it later is not pretended here.

use serde_json::Value;

use super::gateway;
use super::refusal::Refusal;
use super::sentinel;
use super::store::{Collection, InletPlace, Store};
use crate::api::{
    COLLECTION, HttpRequest, HttpResponse, PostMessage, Target, limits, write_receipt,
};
use crate::model::MessageReceipt;

/// What the inlet's trace identifiers are made of, beside the time.
pub(super) struct Trace {
    /// The machine that pretends to have taken the record.
    pub(super) node: u64,
    /// Tells records of the same millisecond apart.
    pub(super) sequence: u64,
}

pub(super) fn receive(
    store: &mut Store,
    message: &PostMessage,
    request: &HttpRequest,
    trace: &Trace,
    now: u64,
) -> Result<HttpResponse, Refusal> {
    let target = Target::read(&message.inlet_url);
    let inlet_id = target.path.strip_prefix(COLLECTION).unwrap_or_default();
    let Some(place) = store.inlets.get(inlet_id).cloned() else {
        return Err(Refusal::Inlet {
            status: 404,
            title: "Inlet not found",
            message: format!("There is no inlet [{inlet_id}]"),
        });
    };
    check_token(&place, inlet_id, request)?;
    if !gateway::has_json(request) {
        return Err(Refusal::Inlet {
            status: 415,
            title: "Unsupported Media Type",
            message: format!("inletId: [{inlet_id}] Content-Type must be application/json"),
        });
    }
    if message.message.len() > limits::INLET_REQUEST_BYTES {
        return Err(Refusal::Inlet {
            status: 413,
            title: "Payload Too Large",
            message: format!("inletId: [{inlet_id}] Message is larger than 1 MB"),
        });
    }
    let flow_id = message
        .flow_id
        .as_ref()
        .map(|id| id.as_str())
        .or_else(|| target.parameter("x-adobe-flow-id"));
    let destination = read_record(store, &place, &message.message, flow_id).map_err(|problem| {
        let organisation = &place.organisation;
        Refusal::Inlet {
            status: 400,
            title: "Invalid XDM Message Format",
            message: format!("inletId: [{inlet_id}] imsOrgId: [{organisation}] {problem}"),
        }
    })?;
    // A record whose envelope names no flow is counted for the inlet itself.
    let counted_for = destination.unwrap_or_else(|| inlet_id.to_owned());
    store.receive(&place, &counted_for, &message.message);
    Ok(write_receipt(&MessageReceipt {
        inlet_id: inlet_id.into(),
        xaction_id: format!("{now}:{}:{}", trace.node, trace.sequence),
        received_time_ms: Some(now),
        flow_id: message.flow_id.clone(),
        sync_validation: None,
    }))
}

/// The sentences are Adobe's as far as they are printed.
fn check_token(place: &InletPlace, inlet_id: &str, request: &HttpRequest) -> Result<(), Refusal> {
    if !place.authentication_required {
        return Ok(());
    }
    let token = request.header("Authorization").and_then(gateway::bearer);
    match token {
        None | Some("") => Err(Refusal::inlet_authorization(inlet_id, "is empty")),
        Some(token) if sentinel::refuses_token(token) => {
            Err(Refusal::inlet_authorization(inlet_id, "is not valid"))
        }
        Some(_) => Ok(()),
    }
}

/// The inlet at a path, when there is one and it wants a token.
pub(super) fn asks_for_token<'a>(store: &Store, path: &'a str) -> Option<&'a str> {
    let inlet_id = path.strip_prefix(COLLECTION)?;
    let place = store.inlets.get(inlet_id)?;
    place.authentication_required.then_some(inlet_id)
}

/// Finds the flow that a record is for. `flow_id` comes from the header or the query; an envelope may name it too.
fn read_record(
    store: &Store,
    place: &InletPlace,
    text: &str,
    flow_id: Option<&str>,
) -> Result<Option<String>, String> {
    let record = match serde_json::from_str(text) {
        Ok(Value::Object(members)) => Value::Object(members),
        _ => return Err("Message is not a JSON object".to_owned()),
    };
    let flow_id = match flow_id {
        Some(flow_id) => Some(flow_id),
        None => read_envelope(&record, &place.organisation)?,
    };
    match flow_id {
        Some(flow_id) if is_fed(store, place, flow_id) => Ok(Some(flow_id.to_owned())),
        Some(flow_id) => Err(format!("There is no flow [{flow_id}] for this inlet")),
        None => Ok(None),
    }
}

/// The flow named in an XDM envelope, if the record is one.
fn read_envelope<'a>(record: &'a Value, organisation: &str) -> Result<Option<&'a str>, String> {
    let text = |pointer: &str| record.pointer(pointer).and_then(Value::as_str);
    let schema = text("/header/schemaRef/id");
    let is_envelope = schema.is_some()
        && text("/header/schemaRef/contentType").is_some()
        && schema == text("/body/xdmMeta/schemaRef/id")
        && record
            .pointer("/body/xdmEntity")
            .is_some_and(Value::is_object);
    if !is_envelope {
        return Err("Message has unknown xdm format".to_owned());
    }
    // Filled in by the inlet when it is absent.
    if text("/header/imsOrgId").is_some_and(|id| id != organisation) {
        return Err("Message has an absent or wrong ims org in the header".to_owned());
    }
    Ok(text("/header/flowId"))
}

/// True when the flow's source connection stands on the inlet's base connection.
fn is_fed(store: &Store, place: &InletPlace, flow_id: &str) -> bool {
    store
        .sandbox(&place.organisation, &place.sandbox)
        .and_then(|sandbox| sandbox.find(Collection::Flows, flow_id))
        .and_then(|flow| flow.pointer("/inheritedAttributes/sourceConnections/0/baseConnection/id"))
        .and_then(Value::as_str)
        == Some(place.connection_id.as_str())
}
