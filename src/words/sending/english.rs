//! What is said about records on their way, in English.

use super::{Ends, Outcomes, Reasons, Sentences, Waits};
use crate::words::fill::Counted;

pub(super) static ENGLISH: Sentences = Sentences {
    waiting: Waits {
        answers: "Waiting for answers.",
        pace: "Keeping to the chosen rate.",
        retry_after: "The inlet takes no more just now ({}) and has said when to ask again.",
        back_off: "The inlet asked for a pause. Attempt {} comes next.",
        no_network: "The inlet cannot be reached. It is asked again and again, and sending goes \
            on by itself.",
        paused: "Paused. Nothing is lost: resume whenever you like.",
        token_needed: "The inlet does not take the access token (401). Enter another one, then \
            resume.",
        forbidden: "The inlet denies access (403): the token has expired, or lacks a permission. \
            Put it right, then resume.",
        misdirected: "No inlet takes records at this address (answer {}). Check that the inlet \
            still exists, then resume.",
        sync_validation: "This inlet cannot validate before it answers (501): only some of \
            Adobe’s regions can. Switch this validation off, then resume.",
        service_down: "The inlet took nothing five times in a row (answer {}). Nothing is lost: \
            resume to try again.",
        choice: "All that is left was sent without a result and may have been received. Send it \
            again, which may make duplicates, or leave it.",
    },
    outcome: Outcomes {
        waiting: "Waiting",
        in_flight: "Under way",
        accepted: "Accepted",
        refused: "Refused",
        unknown: "Unknown",
    },
    end: Ends {
        finished: "Every record has its result.",
        stopped: "Stopped. What was not sent is still there.",
        source_short: "The source has fewer records than before: it was changed. The others \
            cannot be sent.",
    },
    reason: Reasons {
        too_large: "Alone it is larger than a request may be (1 MB).",
        no_message: "Refused without a reason (answer {}).",
        more_violations: Counted {
            one: " (and {} more violation)",
            other: " (and {} more violations)",
        },
        other: "Refused for yet another reason: there are too many different ones to list.",
        no_reply: "No answer came. The record may have been received.",
        no_result: "The answer ({}) has no result for this record, which may have been received.",
        interrupted: "The page was closed before a result was noted. The record may have been \
            received.",
    },
    says: "The inlet says: “{}”",
};
