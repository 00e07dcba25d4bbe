//! Marks that web pages and word processors put in the place of plain ones.

use super::options::is_long_option;
use super::{Note, Notes};

/// Blanks that shells do not take for blanks.
pub(super) const ODD_BLANKS: [char; 5] = ['\u{a0}', '\u{202f}', '\u{200b}', '\u{feff}', '\u{2009}'];

pub(super) fn is_single(mark: char) -> bool {
    matches!(mark, '‘' | '’' | '‚' | '‛')
}

pub(super) fn is_double(mark: char) -> bool {
    matches!(mark, '“' | '”' | '„' | '‟')
}

/// The text with plain marks; `None` when it has no others.
pub(super) fn plain(text: &str, notes: &mut Notes) -> Option<String> {
    let mark = text
        .chars()
        .find(|mark| is_single(*mark) || is_double(*mark))?;
    notes.add(Note::Typography { mark });
    let plain = |mark| match mark {
        mark if is_single(mark) => '\'',
        mark if is_double(mark) => '"',
        mark => mark,
    };
    Some(text.chars().map(plain).collect())
}

/// An option with plain hyphens: `–H` and `—data` are what becomes of `-H` and `--data`.
pub(super) fn option(word: &str, notes: &mut Notes) -> String {
    let dashes = word
        .chars()
        .take_while(|mark| matches!(mark, '-' | '–' | '—' | '−' | '‐' | '‑'))
        .count();
    let name: String = word.chars().skip(dashes).collect();
    let odd = word.chars().take(dashes).find(|mark| *mark != '-');
    let Some(mark) = odd.filter(|_| name.starts_with(|letter: char| letter.is_ascii_alphabetic()))
    else {
        return word.to_owned();
    };
    notes.add(Note::Typography { mark });
    // `–` alone may have been one hyphen or two.
    let long_name = ["--", name.split('=').next().unwrap_or_default()].concat();
    let is_long = dashes > 1 || mark == '—' || is_long_option(&long_name);
    [if is_long { "--" } else { "-" }, &name].concat()
}
