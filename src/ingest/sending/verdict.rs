//! What an answer means for the records of its request.

use serde_json::Value;

use super::reason::{Reason, ReasonSource};
use super::receipt::Receipt;
use super::step::Waiting;
use super::violations::{message, reason};

/// What an answer means.
pub(super) enum Verdict {
    /// Each record has its own result.
    Each(Vec<Ruling>),
    /// None was received; the inlet takes no more just now.
    Later { status: u16, message: String },
    /// The inlet failed, which it may not do again.
    Failed(Reason),
    /// None was received, and none will be before the reader does something.
    Stand(Waiting),
    /// None was received, but parts of the request may be.
    Divide(Reason),
    /// None was received, nor will be.
    Refused(Reason),
    /// A success without a result.
    NoResult { status: u16 },
}

/// What an answer says about one record.
#[derive(Clone)]
pub(super) enum Ruling {
    Accepted {
        status: u16,
        receipt: Receipt,
    },
    Refused {
        reason: Reason,
        receipt: Option<Receipt>,
    },
    /// To be tried again: whether the inlet takes no more just now, or failed.
    Again {
        reason: Reason,
        is_later: bool,
    },
    NoResult {
        status: u16,
    },
}

/// Statuses that say “later”: the request was not taken, and may be repeated.
pub(super) fn is_later(status: u16) -> bool {
    matches!(status, 408 | 429 | 502 | 503 | 504)
}

/// Reads the answer to a request with so many records.
pub(super) fn judge(
    status: u16,
    body: &str,
    records: usize,
    is_batch: bool,
    is_validated: bool,
) -> Verdict {
    let json: Value = serde_json::from_str(body).unwrap_or_default();
    if (200..300).contains(&status) {
        return success(status, &json, records);
    }
    let said = || reason(status, &json, body);
    let says = || message(&json, body);
    match status {
        401 => Verdict::Stand(Waiting::TokenNeeded { message: says() }),
        403 => Verdict::Stand(Waiting::Forbidden { message: says() }),
        501 if is_validated => Verdict::Stand(Waiting::SyncValidationUnsupported),
        404 | 405 | 415 | 501 => misdirected(status, says()),
        status if is_later(status) => Verdict::Later {
            status,
            message: says(),
        },
        400 | 413 | 422 if is_batch => Verdict::Divide(said()),
        400..500 => Verdict::Refused(said()),
        500.. => Verdict::Failed(said()),
        // A redirection that was not followed: no inlet answers so.
        _ => misdirected(status, says()),
    }
}

fn misdirected(status: u16, message: String) -> Verdict {
    Verdict::Stand(Waiting::Misdirected { status, message })
}

fn success(status: u16, body: &Value, records: usize) -> Verdict {
    let Some(responses) = body.get("responses").and_then(Value::as_array) else {
        let is_receipt = records == 1 && body.is_object();
        return match is_receipt.then(|| ruling(status, body)) {
            None | Some(Ruling::NoResult { .. }) => Verdict::NoResult { status },
            Some(ruling) => Verdict::Each(vec![ruling]),
        };
    };
    if responses.len() == records {
        let rulings = responses.iter().map(|it| ruling(status, it));
        return Verdict::Each(rulings.collect());
    }
    // What was answered to which record can only be told by the records' places, and only if all tell theirs.
    let mut rulings = vec![Ruling::NoResult { status }; records];
    let mut is_named = vec![false; records];
    for response in responses {
        let place = response.get("xactionId").and_then(Value::as_str);
        let place = place.and_then(place_in_batch);
        let named = place.and_then(|place| is_named.get_mut(place));
        let slot = place.and_then(|place| rulings.get_mut(place));
        match (named, slot) {
            (Some(is_named), Some(slot)) if !*is_named => {
                *is_named = true;
                *slot = ruling(status, response);
            }
            _ => return Verdict::NoResult { status },
        }
    }
    Verdict::Each(rulings)
}

/// What one element of a batch's answer says, or the answer to a single record.
fn ruling(answer_status: u16, element: &Value) -> Ruling {
    let own = ["statusCode", "status"].into_iter();
    let own = own.filter_map(|name| element.get(name)).find_map(number);
    let xaction_id = element.get("xactionId").and_then(Value::as_str);
    let receipt = xaction_id.filter(|it| !it.is_empty()).map(Receipt::of);
    match (own, receipt) {
        (None, Some(receipt)) => Ruling::Accepted {
            status: answer_status,
            receipt,
        },
        (Some(status @ 200..300), Some(receipt)) => Ruling::Accepted { status, receipt },
        (Some(status), _) if is_later(status) || status >= 500 => Ruling::Again {
            reason: reason(status, element, ""),
            is_later: is_later(status),
        },
        (Some(status @ 400..), receipt) => Ruling::Refused {
            reason: reason(status, element, ""),
            receipt,
        },
        (status, _) => Ruling::NoResult {
            status: status.unwrap_or(answer_status),
        },
    }
}

/// A status, which some answers have as text.
fn number(value: &Value) -> Option<u16> {
    match value {
        Value::String(text) => text.parse().ok(),
        _ => u16::try_from(value.as_u64()?).ok(),
    }
}

/// The place in its batch that a trace id ends with: `ms:node:seq:place` or `uuid-place`. Of other forms nothing is
/// known, and `ms:node:seq` has none.
fn place_in_batch(xaction_id: &str) -> Option<usize> {
    let has_place = match xaction_id.rsplit_once('-') {
        Some((uuid, _)) => uuid.len() == 36 && uuid.matches('-').count() == 4,
        None => xaction_id.matches(':').count() == 3,
    };
    let digits = xaction_id.rsplit([':', '-']).next()?;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    (has_place && is_number).then(|| digits.parse().ok())?
}

impl Ruling {
    /// The reason of a record about which an answer says nothing.
    pub(super) fn no_result(status: u16) -> Reason {
        Reason::bare(ReasonSource::NoResult, status)
    }
}
