//! What stands between `{{` and `}}`.

/// A word, and whether it stands in quotation marks.
pub(super) struct Word {
    pub(super) text: String,
    pub(super) is_quoted: bool,
}

/// The words up to `}}`, and how many bytes lead behind it. `None` if they never end.
pub(super) fn words(text: &str) -> Option<(Vec<Word>, usize)> {
    let mut words = Vec::new();
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        // In a JSON string quotation marks may well have been escaped.
        let quote = ["\\\"", "\""].iter().find(|mark| rest.starts_with(**mark));
        if rest.starts_with("}}") {
            return Some((words, at + 2));
        }
        if let Some(quote) = quote {
            let inner = rest.get(quote.len()..)?;
            let end = inner.find(*quote)?;
            words.push(Word {
                text: inner.get(..end)?.to_owned(),
                is_quoted: true,
            });
            at += end + 2 * quote.len();
            continue;
        }
        let next = rest.chars().next()?;
        if next.is_whitespace() {
            at += next.len_utf8();
            continue;
        }
        let end = rest
            .char_indices()
            .find(|(place, mark)| {
                mark.is_whitespace()
                    || *mark == '"'
                    || rest
                        .get(*place..)
                        .is_some_and(|rest| rest.starts_with("}}"))
            })
            .map_or(rest.len(), |(place, _)| place);
        words.push(Word {
            text: rest.get(..end)?.to_owned(),
            is_quoted: false,
        });
        at += end;
    }
}

/// A span of time such as `-7d`, in milliseconds.
pub(super) fn span(word: &str) -> Option<i64> {
    let digits = word.trim_start_matches(['-', '+']);
    let end = digits.find(|mark: char| !mark.is_ascii_digit());
    let (number, unit) = digits.split_at_checked(end.unwrap_or(digits.len()))?;
    let unit = match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        "w" => 7 * 86_400_000,
        "y" => 365 * 86_400_000,
        "" if number == "0" => 1,
        _ => return None,
    };
    let span = number.parse::<i64>().ok()?.checked_mul(unit)?;
    match word.len() - digits.len() {
        0 => Some(span),
        1 if word.starts_with('-') => Some(-span),
        1 => Some(span),
        _ => None,
    }
}

/// A decimal number as a whole number of its last places: `1.5` with two places is 150.
pub(super) fn scaled(word: &str, places: u32) -> Option<i64> {
    let (sign, digits) = match word.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, word),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = !whole.is_empty()
        && whole
            .bytes()
            .chain(fraction.bytes())
            .all(|byte| byte.is_ascii_digit());
    let missing = places.checked_sub(u32::try_from(fraction.len()).ok()?)?;
    if !is_number {
        return None;
    }
    let joined: i64 = [whole, fraction].concat().parse().ok()?;
    joined
        .checked_mul(10_i64.checked_pow(missing)?)?
        .checked_mul(sign)
}
