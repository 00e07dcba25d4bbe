//! What to say to a request that is no operation.

use super::refusal::Refusal;
use crate::api::{Misdirected, Operation, Target};

pub(super) fn refuse(error: Misdirected, target: &Target, at_inlet: bool) -> Refusal {
    match error {
        Misdirected::UnknownPath => Refusal::no_such_path(),
        Misdirected::WrongMethod if at_inlet => Refusal::Inlet {
            status: 405,
            title: "Method Not Allowed",
            message: "An inlet takes POST only".to_owned(),
        },
        Misdirected::WrongMethod => Refusal::Gateway {
            code: 405_000,
            message: "Method not allowed",
        },
        Misdirected::EmptyBody => Refusal::empty_body(),
        Misdirected::UnreadableBody(detail) => Refusal::Unreadable {
            detail: without_values(&detail),
        },
        Misdirected::RevisionMissing => Refusal::revision_missing(),
        Misdirected::UnknownPatchOperator(operator) => Refusal::patch_operator(&operator),
        Misdirected::UnknownParameter(name)
            if name == "count" && target.parameter("limit").is_some() =>
        {
            Refusal::limit_with_count()
        }
        Misdirected::UnknownParameter(name) => Refusal::query_parameter(&name),
        Misdirected::BadParameter(text) => match text.strip_prefix("property=") {
            Some(filter) => bad_filter(filter),
            None => Refusal::parameter_value(&text),
        },
    }
}

/// A query parameter where none is known: with anything but a list. Inlets ignore what they do not know.
pub(super) fn surplus_parameter<'a>(operation: &Operation, target: &'a Target) -> Option<&'a str> {
    match operation {
        Operation::ListConnectionSpecs(_)
        | Operation::ListBaseConnections(_)
        | Operation::ListFlowSpecs(_)
        | Operation::ListFlows(_)
        | Operation::ListRuns(_)
        | Operation::PostMessage(_)
        | Operation::PostMessageBatch(_) => None,
        _ => target.query.first().map(|(name, _)| name.as_str()),
    }
}

/// The parser quotes what it did not expect, and that could be a secret: only what it did expect is told on.
fn without_values(detail: &str) -> String {
    match detail.split_once(", expected ") {
        Some((_, expected)) if detail.starts_with("invalid ") => {
            format!("The body is not readable: expected {expected}")
        }
        _ => format!("The body is not readable: {detail}"),
    }
}

fn bad_filter(filter: &str) -> Refusal {
    let Some(start) = filter.find(['=', '!', '<', '>', '~']) else {
        return Refusal::operator_unknown(filter);
    };
    let (path, rest) = filter.split_at_checked(start).unwrap_or((filter, ""));
    let known = ["==", "!=", ">=", "<=", ">", "<"];
    if rest.starts_with('~') {
        Refusal::operator_not_implemented(filter)
    } else if !known.iter().any(|operator| rest.starts_with(operator)) {
        Refusal::operator_unknown(filter)
    } else if path.trim().is_empty() {
        Refusal::filter_field(path)
    } else {
        Refusal::filter_value(filter)
    }
}
