//! Which field each part of a pasted request belongs to.

mod address;
mod body;
mod given;
mod headers;

pub use given::{
    LeftOver, Parameter, PlacedEnvironment, Placement, Reason, RequestKind, RequestPart, SpecGiven,
    ToFill,
};

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
    placement
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
