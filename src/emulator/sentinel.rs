//! Words that make the emulator fail on purpose, so that every failure can be seen by hand.
//!
//! | where | begins with | what happens |
//! |---|---|---|
//! | access token | `expired`, `invalid`, `wrong` | 401, `401013`; 401 at an inlet that asks for a token |
//! | `x-api-key` | `unknown`, `invalid`, `wrong` | 403, `403003` |
//! | `x-gw-ims-org-id` | `unknown` | 403, `403025` |
//! | `x-sandbox-name` | `unknown`, `missing` | 404, `FLOW-2100-404` |
//! | name of a connection or flow | `fail-500` | its creation answers 500, `FLOW-1400-500` |
//! | | `fail-503` | 503, `FLOW-1103-503`, `Retry-After: 2` |
//! | | `fail-429` | 429, `429050`, `Retry-After: 2` |
//! | | `fail-html` | 200 with a web page where JSON was expected |
//! | | `fail-drop` | no answer: the connection is cut |
//! | | `fail-slow` | created, after three seconds |
//! | `_id` of a record | `fail-` | taken, but not stored later: it counts as failed in the flow's run |

use super::refusal::Refusal;

const TOKENS: [&str; 3] = ["expired", "invalid", "wrong"];
const API_KEYS: [&str; 3] = ["unknown", "invalid", "wrong"];
const ORGANISATIONS: [&str; 1] = ["unknown"];
const SANDBOXES: [&str; 2] = ["unknown", "missing"];

/// How long a slow creation takes, in milliseconds.
const SLOW_MS: u32 = 3_000;

pub(super) fn refuses_token(token: &str) -> bool {
    token.is_empty() || begins(token, &TOKENS)
}

pub(super) fn refuses_api_key(key: &str) -> bool {
    begins(key, &API_KEYS)
}

pub(super) fn refuses_organisation(id: &str) -> bool {
    begins(id, &ORGANISATIONS)
}

pub(super) fn refuses_sandbox(name: &str) -> bool {
    begins(name, &SANDBOXES)
}

/// What the name of a resource that is being created asks for: to wait some milliseconds, or to fail.
pub(super) fn of_name(name: &str) -> Result<u32, Refusal> {
    match name {
        _ if name.starts_with("fail-500") => Err(Refusal::internal()),
        _ if name.starts_with("fail-503") => Err(Refusal::unavailable()),
        _ if name.starts_with("fail-429") => Err(Refusal::throttled()),
        _ if name.starts_with("fail-html") => Err(Refusal::WebPage),
        _ if name.starts_with("fail-drop") => Err(Refusal::Dropped),
        _ if name.starts_with("fail-slow") => Ok(SLOW_MS),
        _ => Ok(0),
    }
}

/// True for the `_id` of a record that is taken and not stored later.
pub(super) fn fails_later(id: &str) -> bool {
    id.starts_with("fail-")
}

fn begins(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}
