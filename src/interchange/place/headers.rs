//! What the headers say: as whom, and into which dataflow.

use super::given::{Placement, Reason, RequestKind, RequestPart};
use crate::api::HttpRequest;
use crate::interchange::placeholder::is_placeholder;
use crate::secret::Secret;

pub(super) fn place(request: &HttpRequest, placement: &mut Placement) {
    for (name, value) in &request.headers {
        let part = || RequestPart::Header(name.clone());
        let lower = name.to_ascii_lowercase();
        let value = value.trim();
        match lower.as_str() {
            "authorization" => authorization(name, value, placement),
            "x-api-key" | "x-gw-ims-org-id" | "x-sandbox-name" | "sandbox-name"
            | "x-adobe-flow-id" => {
                if is_placeholder(value) {
                    placement.fill(part(), false);
                } else if !value.is_empty() {
                    let is_message = placement.kind == RequestKind::PostMessage;
                    let given = Some(value.to_owned());
                    let environment = &mut placement.environment;
                    match lower.as_str() {
                        "x-api-key" => environment.api_key = given,
                        "x-gw-ims-org-id" => environment.org_id = given,
                        "x-adobe-flow-id" if is_message => placement.flow_id = given,
                        "x-adobe-flow-id" => placement.leave(part(), Reason::Unknown),
                        _ => environment.sandbox = given,
                    }
                }
            }
            // What is always sent, or changes nothing.
            "content-type" | "accept" => {
                let kind = value.split(';').next().unwrap_or_default().trim();
                if !matches!(kind, "application/json" | "*/*" | "") {
                    placement.leave(part(), Reason::SetByConsole);
                }
            }
            _ => placement.leave(part(), Reason::Unknown),
        }
    }
}

fn authorization(name: &str, value: &str, placement: &mut Placement) {
    let part = || RequestPart::Header(name.to_owned());
    // A variable may hold the scheme, too.
    if is_placeholder(value) {
        return placement.fill(part(), false);
    }
    match value.split_once(char::is_whitespace) {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => {
            let token = token.trim();
            // No token begins like a variable.
            if is_placeholder(token) || token.starts_with('$') {
                placement.fill(part(), false);
            } else if !token.is_empty() {
                placement.environment.access_token = Some(Secret::new(token));
            }
        }
        _ => placement.leave(part(), Reason::WrongForm),
    }
}
