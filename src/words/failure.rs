//! What is said about a call that failed: what happened, what it means, what to do.

mod english;
mod french;

use super::Language;
use super::fill::{Counted, fill, shorten};
use crate::api::{Cause, Failure, Refusal};

/// The longest message of a service, in characters, that is quoted. The body is at hand beside it.
const LONGEST_QUOTE: usize = 300;

/// A failure in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailureText {
    /// What happened, without a full stop.
    pub title: String,
    /// What it means, with the service's own message where that says more.
    pub meaning: String,
    /// What to do.
    pub advice: String,
}

/// The sentences for one kind of failure. Only the meaning may have a place to fill.
struct Saying {
    title: &'static str,
    meaning: &'static str,
    advice: &'static str,
}

/// All sentences in one language.
struct Sentences {
    token_missing: Saying,
    token_refused: Saying,
    api_key_missing: Saying,
    api_key_unknown: Saying,
    org_missing: Saying,
    org_refused: Saying,
    sandbox_missing: Saying,
    sandbox_unknown: Saying,
    spec_unknown: Saying,
    auth_spec_unknown: Saying,
    parameters_refused: Saying,
    not_found: Saying,
    inlet_not_found: Saying,
    inlet_unauthorized: Saying,
    record_refused: Saying,
    too_large: Saying,
    throttled: Saying,
    inlet_throttled: Saying,
    forbidden: Saying,
    service: Saying,
    inlet_service: Saying,
    no_validation: Saying,
    changed_meanwhile: Saying,
    other: Saying,
    unreachable: Saying,
    timed_out: Saying,
    part_missing: Saying,
    unsendable_url: Saying,
    unsendable_header: Saying,
    web_page: Saying,
    unreadable: Saying,
    service_says: &'static str,
    inlet_says: &'static str,
    detail: &'static str,
    kept: &'static str,
    wait: &'static str,
    wait_a_little: &'static str,
    support: &'static str,
    support_with_id: &'static str,
    seconds: Counted,
    minutes: Counted,
}

fn sentences(language: Language) -> &'static Sentences {
    match language {
        Language::English => &english::ENGLISH,
        Language::French => &french::FRENCH,
    }
}

/// What happened, what it means and what to do.
pub fn failure_text(failure: &Failure, language: Language) -> FailureText {
    let words = sentences(language);
    match failure {
        Failure::Unreachable => words.unreachable.alone().then(words.kept),
        Failure::TimedOut { after_ms } => {
            let time = duration(u64::from(*after_ms).div_ceil(1000), words, language);
            words.timed_out.with(&time)
        }
        Failure::PartMissing => words.part_missing.alone().then(words.kept),
        Failure::Unsendable { part } if part.eq_ignore_ascii_case("url") => {
            words.unsendable_url.alone()
        }
        Failure::Unsendable { part } => words.unsendable_header.with(&quote(part)),
        Failure::Refused(refusal) => refusal_text(refusal, words, language),
        Failure::Unreadable {
            status,
            body,
            detail,
        } => unreadable_text(*status, body, detail, words).then(words.kept),
    }
}

impl Saying {
    fn alone(&self) -> FailureText {
        self.with("")
    }

    fn with(&self, part: &str) -> FailureText {
        FailureText {
            title: self.title.to_owned(),
            meaning: fill(self.meaning, &[&part]),
            advice: self.advice.to_owned(),
        }
    }
}

impl FailureText {
    /// With one more thing to do.
    fn then(mut self, advice: &str) -> Self {
        add(&mut self.advice, advice);
        self
    }
}

/// Proxies and login pages answer with a page whatever the address, so that is told apart.
fn unreadable_text(status: u16, body: &str, detail: &str, words: &Sentences) -> FailureText {
    let status = status.to_string();
    if is_page(body) {
        return words.web_page.with(&status);
    }
    let mut text = words.unreadable.with(&status);
    if !detail.is_empty() {
        add(&mut text.meaning, &fill(words.detail, &[&quote(detail)]));
    }
    text
}

fn refusal_text(refusal: &Refusal, words: &Sentences, language: Language) -> FailureText {
    let cause = refusal.cause();
    let mut text = saying(cause, refusal, words).with(&refusal.status.to_string());
    let message = quote(&refusal.message);
    if message_helps(cause) && !message.is_empty() && !is_page(&message) {
        let says = if refusal.by_inlet {
            words.inlet_says
        } else {
            words.service_says
        };
        add(&mut text.meaning, &fill(says, &[&message]));
    }
    match cause {
        Cause::Throttled => wait_first(text, refusal, words, language),
        Cause::Service if !(refusal.by_inlet && refusal.status == 501) => {
            let text = wait_first(text, refusal, words, language);
            match &refusal.request_id {
                Some(id) => text.then(&fill(words.support_with_id, &[id])),
                None => text.then(words.support),
            }
        }
        cause if leads_away(cause) => text.then(words.kept),
        _ => text,
    }
}

fn saying<'a>(cause: Cause, refusal: &Refusal, words: &'a Sentences) -> &'a Saying {
    let by_inlet = refusal.by_inlet;
    match cause {
        Cause::TokenMissing => &words.token_missing,
        Cause::TokenRefused => &words.token_refused,
        Cause::ApiKeyMissing => &words.api_key_missing,
        Cause::ApiKeyUnknown => &words.api_key_unknown,
        Cause::OrgMissing => &words.org_missing,
        Cause::OrgRefused => &words.org_refused,
        Cause::SandboxMissing => &words.sandbox_missing,
        Cause::SandboxUnknown => &words.sandbox_unknown,
        Cause::SpecUnknown => &words.spec_unknown,
        Cause::AuthSpecUnknown => &words.auth_spec_unknown,
        Cause::ParametersRefused => &words.parameters_refused,
        Cause::NotFound if by_inlet => &words.inlet_not_found,
        Cause::NotFound => &words.not_found,
        Cause::InletUnauthorized => &words.inlet_unauthorized,
        Cause::RecordRefused => &words.record_refused,
        Cause::TooLarge => &words.too_large,
        Cause::Throttled if by_inlet => &words.inlet_throttled,
        Cause::Throttled => &words.throttled,
        Cause::Forbidden => &words.forbidden,
        // Inlets outside of Adobe's VA7 region answer so when asked to validate at once.
        Cause::Service if by_inlet && refusal.status == 501 => &words.no_validation,
        Cause::Service if by_inlet => &words.inlet_service,
        Cause::Service => &words.service,
        // The etag that was sent with the change is no longer the resource's.
        Cause::Other if refusal.status == 412 => &words.changed_meanwhile,
        Cause::Other => &words.other,
    }
}

/// Whether the service's own message says more than ours: what it names differs from time to time.
fn message_helps(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::SpecUnknown
            | Cause::AuthSpecUnknown
            | Cause::ParametersRefused
            | Cause::NotFound
            | Cause::RecordRefused
            | Cause::Forbidden
            | Cause::Service
            | Cause::Other
    )
}

/// Whether the advice is to go to another page, so that one may fear for what was typed on this one.
fn leads_away(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::TokenMissing
            | Cause::TokenRefused
            | Cause::ApiKeyMissing
            | Cause::ApiKeyUnknown
            | Cause::OrgMissing
            | Cause::OrgRefused
            | Cause::SandboxMissing
            | Cause::SandboxUnknown
            | Cause::InletUnauthorized
    )
}

fn wait_first(
    mut text: FailureText,
    refusal: &Refusal,
    words: &Sentences,
    language: Language,
) -> FailureText {
    let mut advice = match refusal.retry_after {
        Some(seconds) if seconds > 0 => fill(words.wait, &[&duration(seconds, words, language)]),
        _ => words.wait_a_little.to_owned(),
    };
    add(&mut advice, &text.advice);
    text.advice = advice;
    text
}

/// Long times in minutes, rounded up: nobody waits to the second for those.
fn duration(seconds: u64, words: &Sentences, language: Language) -> String {
    if seconds < 120 {
        words.seconds.of(seconds, language)
    } else {
        words.minutes.of(seconds.div_ceil(60), language)
    }
}

/// Adds a sentence.
fn add(text: &mut String, sentence: &str) {
    text.push(' ');
    text.push_str(sentence);
}

/// Somebody else's text for the middle of a sentence, which brings its own full stop.
fn quote(text: &str) -> String {
    let text = shorten(text, LONGEST_QUOTE);
    text.strip_suffix('.').map(str::to_owned).unwrap_or(text)
}

fn is_page(body: &str) -> bool {
    body.trim_start().starts_with('<')
}
