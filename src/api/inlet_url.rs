//! The URL of an inlet: for one record, for one that is validated at once, and for a batch.

use super::url::Target;

/// Stands before the inlet's identifier in the URL that takes batches.
const BATCH: &str = "batch";

/// Asks for validation before the answer; the second is its old name.
const SYNC_VALIDATION: [&str; 2] = ["syncValidation", "synchronousValidation"];

/// The URL that takes batches: `/collection/{id}` becomes `/collection/batch/{id}`.
///
/// The path may be a portal's own (`/inlet/{id}` becomes `/inlet/batch/{id}`): what counts is the last step. A query
/// and a trailing slash stay. `None` for an address without a path, which is no inlet's.
pub fn batch_url(inlet_url: &str) -> Option<String> {
    let (before, id, rest) = split(inlet_url)?;
    if before.trim_end_matches('/').rsplit('/').next() == Some(BATCH) {
        return Some(inlet_url.to_owned());
    }
    Some([before, BATCH, "/", id, rest].concat())
}

/// True for the path of a batch URL.
pub(super) fn is_batch(path: &str) -> bool {
    path.rsplit('/').nth(1) == Some(BATCH)
}

/// Takes back what [`batch_url`] does.
pub(super) fn single_url(url: &str) -> String {
    let parts = split(url).and_then(|(before, id, rest)| {
        let before = before.strip_suffix("batch/")?;
        Some([before, id, rest].concat())
    });
    parts.unwrap_or_else(|| url.to_owned())
}

/// What stands before the last step of the path, that step, and what follows it.
fn split(url: &str) -> Option<(&str, &str, &str)> {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let path = url.get(..end)?.trim_end_matches('/');
    // The host is no step of the path.
    let host = path.find("://").map_or(0, |scheme| scheme + 3);
    let start = host + path.get(host..)?.rfind('/')? + 1;
    let id = path.get(start..).filter(|id| !id.is_empty())?;
    Some((path.get(..start)?, id, url.get(path.len()..)?))
}

/// Adds `syncValidation=true` to a URL.
pub(super) fn with_sync_validation(url: &str) -> String {
    let mark = if url.contains('?') { '&' } else { '?' };
    format!("{url}{mark}{}=true", SYNC_VALIDATION[0])
}

/// Takes the wish for validation out of a URL, whichever name it has there.
pub(super) fn without_sync_validation(url: &str) -> (String, bool) {
    let is_asked = SYNC_VALIDATION
        .iter()
        .any(|name| Target::read(url).parameter(name) == Some("true"));
    let Some((path, query)) = url.split_once('?').filter(|_| is_asked) else {
        return (url.to_owned(), false);
    };
    let mut left = path.to_owned();
    let is_wish = |pair: &str| {
        let name = pair.split('=').next().unwrap_or_default();
        SYNC_VALIDATION.contains(&name)
    };
    for (position, pair) in query.split('&').filter(|pair| !is_wish(pair)).enumerate() {
        left.push(if position == 0 { '?' } else { '&' });
        left.push_str(pair);
    }
    (left, true)
}
