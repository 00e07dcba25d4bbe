//! Which field each part of a pasted request belongs to.

mod address;
mod body;
mod given;
mod headers;

pub use given::{
    LeftOver, Parameter, PlacedEnvironment, Placement, Reason, RequestKind, RequestPart, SpecGiven,
    ToFill,
};

use serde_json::Value;

use self::address::Address;
use super::command::Pasted;
use super::json::read_lenient_json;
use crate::api::{HttpRequest, Misdirected, Operation, decode};

/// Says where each part of a request belongs. Nothing is lost: what has no place is in
/// [`Placement::left_over`], what is still to be typed in [`Placement::to_fill`].
pub fn place(pasted: &Pasted) -> Placement {
    let request = &pasted.request;
    let address = Address::read(&request.url);
    let mut placement = Placement {
        kind: address.kind(request),
        ..Placement::default()
    };
    address.place(&mut placement);
    headers::place(request, &mut placement);
    let body = body::place(request, &mut placement);
    placement.operation = operation(request, &address, body, &placement);
    if let Err(Misdirected::UnknownParameter(name)) = &placement.operation {
        let part = RequestPart::Query(name.clone());
        placement.leave(part, Reason::Unknown);
    }
    unpack(&mut placement);
    placement
}

/// A batch is records for an inlet, as a JSON array; how an inlet is asked for more is no part of its URL.
fn unpack(placement: &mut Placement) {
    match &placement.operation {
        Ok(Operation::PostMessageBatch(batch)) => {
            let body: Value = serde_json::from_str(&batch.body).unwrap_or_default();
            if let Some(messages) = body.get("messages") {
                placement.message = Some(messages.to_string());
            }
            placement.inlet_url = Some(batch.inlet_url.clone());
        }
        Ok(Operation::PostMessage(post)) => placement.inlet_url = Some(post.inlet_url.clone()),
        _ => {}
    }
}

/// What the service would take the request for, with its typing errors put right.
fn operation(
    request: &HttpRequest,
    address: &Address,
    body: Option<String>,
    placement: &Placement,
) -> Result<Operation, Misdirected> {
    let is_message = placement.kind == RequestKind::PostMessage;
    let url = if is_message {
        request.url.clone()
    } else {
        address.service_url()
    };
    // A placeholder is no token, but tells that one is wanted.
    let headers = request
        .headers
        .iter()
        .filter(|(name, _)| {
            !name.eq_ignore_ascii_case("x-adobe-flow-id") || placement.flow_id.is_some()
        })
        .cloned()
        .collect();
    decode(&HttpRequest {
        method: request.method,
        url,
        headers,
        body,
    })
}
