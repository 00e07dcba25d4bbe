//! Regular expressions in plain words, where there are some.

use super::{Voice, piece};
use crate::words::fill::fill;

/// How many digits a pattern asks for that asks for digits only.
enum Digits {
    Any,
    Exactly(u64),
    Between(u64, u64),
}

/// What a pattern asks for.
pub(super) fn text(pattern: &str, say: &Voice) -> String {
    let words = say.words;
    match digits(pattern) {
        Some(Digits::Any) => words.digits.to_owned(),
        Some(Digits::Exactly(count)) => words.exactly.of(count, say.language),
        Some(Digits::Between(least, most)) => fill(words.digits_between, &[&least, &most]),
        None => fill(words.pattern, &[&piece(pattern)]),
    }
}

/// Reads `^[0-9]+$`, `^\d{1,5}$` and their like.
fn digits(pattern: &str) -> Option<Digits> {
    let whole = pattern.strip_prefix('^')?.strip_suffix('$')?;
    let times = whole
        .strip_prefix("[0-9]")
        .or_else(|| whole.strip_prefix(r"\d"))?;
    if matches!(times, "+" | "*" | "{1,}") {
        return Some(Digits::Any);
    }
    let count = times.strip_prefix('{')?.strip_suffix('}')?;
    match count.split_once(',') {
        Some((least, most)) => Some(Digits::Between(least.parse().ok()?, most.parse().ok()?)),
        None => count.parse().ok().map(Digits::Exactly),
    }
}
