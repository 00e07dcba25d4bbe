//! What an inlet says about a record, wherever in its answer it says so.

use serde_json::Value;

use super::reason::{Reason, ReasonSource};

/// Texts of pages that stand between the browser and the inlet are no messages.
const MARKUP: char = '<';

/// What the inlet says in an answer that is not a success; empty when it says nothing.
pub(super) fn message(body: &Value, text: &str) -> String {
    let report = body.get("report");
    let places = [
        report.and_then(|report| report.get("message")),
        body.get("message"),
        body.get("detail"),
        body.get("title"),
        body.get("error_description"),
        body.get("error"),
    ];
    let said = places.into_iter().flatten().find_map(Value::as_str);
    let text = text.trim_start();
    match said {
        Some(said) => said.to_owned(),
        None if body.is_null() && !text.starts_with(MARKUP) => text.to_owned(),
        None => String::new(),
    }
}

/// Why the inlet refused a record: the first violation and how many more there are, or else its message.
pub(super) fn reason(status: u16, body: &Value, text: &str) -> Reason {
    let report = body.get("report");
    let cause = report.and_then(|report| report.get("cause"));
    let roots = cause.and_then(|cause| cause.get("_streamingValidation"));
    // Taken from the end, so that the first is looked at first.
    let mut open: Vec<&Value> = Vec::new();
    open.extend(roots.and_then(Value::as_array).into_iter().flatten().rev());
    let (mut first, mut count) = (String::new(), 0_u32);
    while let Some(violation) = open.pop() {
        let causes = violation.get("causingExceptions").and_then(Value::as_array);
        let causes = causes.map_or(&[][..], Vec::as_slice);
        if !causes.is_empty() {
            open.extend(causes.iter().rev());
            continue;
        }
        count += 1;
        if count == 1 {
            let said = |name: &str| violation.get(name).and_then(Value::as_str).unwrap_or("");
            first.push_str(said("pointerToViolation"));
            if !first.is_empty() {
                first.push_str(": ");
            }
            first.push_str(said("message"));
        }
    }
    if count == 0 {
        first = message(body, text);
    }
    let mut reason = Reason::new(ReasonSource::Inlet, status, &first);
    reason.more_violations = count.saturating_sub(1);
    reason
}
