//! What is said about records on their way to an inlet: what is waited for, what became of each, and why.

mod english;
mod french;

use std::fmt::Display;

use super::Language;
use super::fill::{Counted, fill, shorten};
use crate::ingest::{End, Outcome, Reason, ReasonSource, Waiting};

/// The longest message of an inlet, in characters, that a sentence repeats.
const LONGEST_MESSAGE: usize = 200;

/// All sentences in one language. What stands at a `{}` is the same in all languages.
struct Sentences {
    waiting: Waits,
    outcome: Outcomes,
    end: Ends,
    reason: Reasons,
    /// What the inlet says, behind a sentence.
    says: &'static str,
}

struct Waits {
    answers: &'static str,
    store: &'static str,
    pace: &'static str,
    /// A status.
    retry_after: &'static str,
    /// Which attempt comes next.
    back_off: &'static str,
    no_network: &'static str,
    paused: &'static str,
    token_needed: &'static str,
    forbidden: &'static str,
    /// A status.
    misdirected: &'static str,
    sync_validation: &'static str,
    /// A status.
    service_down: &'static str,
    choice: &'static str,
}

struct Outcomes {
    waiting: &'static str,
    in_flight: &'static str,
    accepted: &'static str,
    refused: &'static str,
    unknown: &'static str,
}

struct Ends {
    finished: &'static str,
    stopped: &'static str,
    source_short: &'static str,
}

struct Reasons {
    too_large: &'static str,
    /// A status.
    no_message: &'static str,
    /// A sentence, and how many violations there are besides.
    more_violations: Counted,
    other: &'static str,
    no_reply: &'static str,
    /// A status.
    no_result: &'static str,
    interrupted: &'static str,
}

fn sentences(language: Language) -> &'static Sentences {
    match language {
        Language::English => &english::ENGLISH,
        Language::French => &french::FRENCH,
    }
}

/// What an upload waits for, and what the reader can do about it. How long it takes is the caller's to say.
pub fn waiting_text(waiting: &Waiting, language: Language) -> String {
    let sentences = sentences(language);
    let words = &sentences.waiting;
    let number: &dyn Display = match waiting {
        Waiting::RetryAfter { status }
        | Waiting::Misdirected { status, .. }
        | Waiting::ServiceDown { status, .. } => status,
        Waiting::BackOff { attempt } => attempt,
        _ => &"",
    };
    let (sentence, message) = match waiting {
        Waiting::Answers => (words.answers, ""),
        Waiting::Store => (words.store, ""),
        Waiting::Pace => (words.pace, ""),
        Waiting::RetryAfter { .. } => (words.retry_after, ""),
        Waiting::BackOff { .. } => (words.back_off, ""),
        Waiting::NoNetwork => (words.no_network, ""),
        Waiting::Paused => (words.paused, ""),
        Waiting::TokenNeeded { message } => (words.token_needed, message.as_str()),
        Waiting::Forbidden { message } => (words.forbidden, message.as_str()),
        Waiting::Misdirected { message, .. } => (words.misdirected, message.as_str()),
        Waiting::SyncValidationUnsupported => (words.sync_validation, ""),
        Waiting::ServiceDown { message, .. } => (words.service_down, message.as_str()),
        Waiting::Choice => (words.choice, ""),
    };
    let mut text = fill(sentence, &[number]);
    if !message.trim().is_empty() {
        text.push(' ');
        text.push_str(&fill(sentences.says, &[&shorten(message, LONGEST_MESSAGE)]));
    }
    text
}

/// What became of a record, in a word or two.
pub fn outcome_label(outcome: Outcome, language: Language) -> &'static str {
    let words = &sentences(language).outcome;
    match outcome {
        Outcome::Waiting => words.waiting,
        Outcome::InFlight => words.in_flight,
        Outcome::Accepted => words.accepted,
        Outcome::Refused => words.refused,
        Outcome::Unknown => words.unknown,
    }
}

/// How an upload ended.
pub fn end_text(end: End, language: Language) -> &'static str {
    let words = &sentences(language).end;
    match end {
        End::Finished => words.finished,
        End::Stopped => words.stopped,
        End::SourceShort => words.source_short,
    }
}

/// The sentence of an inlet without the addresses that it begins with, `inletId: […] imsOrgId: […]`: they are the
/// same in all of them.
fn without_address(message: &str) -> &str {
    let mut rest = message;
    while let Some((name, behind)) = rest.split_once(": [")
        && matches!(name, "inletId" | "imsOrgId")
        && let Some((_, behind)) = behind.split_once("] ")
    {
        rest = behind;
    }
    rest
}

/// Why a record was refused, or why nothing is known about it. The inlet's own words come as they are.
pub fn outcome_reason_text(reason: &Reason, language: Language) -> String {
    let words = &sentences(language).reason;
    let sentence = match reason.source {
        ReasonSource::Check => return reason.message.clone(),
        ReasonSource::Inlet if !reason.message.is_empty() => {
            let said = fill(
                "{} {}",
                &[&reason.status, &without_address(&reason.message)],
            );
            return match reason.more_violations {
                0 => said,
                more => said + &words.more_violations.of(more.into(), language),
            };
        }
        ReasonSource::Inlet => words.no_message,
        ReasonSource::TooLarge => words.too_large,
        ReasonSource::Other => words.other,
        ReasonSource::NoReply => words.no_reply,
        ReasonSource::NoResult => words.no_result,
        ReasonSource::Interrupted => words.interrupted,
    };
    fill(sentence, &[&reason.status])
}
