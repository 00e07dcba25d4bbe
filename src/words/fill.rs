//! How the places of a sentence are filled.

use std::fmt::{Display, Write};

use super::Language;

/// A phrase that depends on a count, which it shows at its `{}`.
pub(super) struct Counted {
    /// For the singular.
    pub(super) one: &'static str,
    /// For the plural.
    pub(super) other: &'static str,
}

impl Counted {
    /// The phrase for a count. In French nothing is singular too: “0 caractère”, but “0 characters”.
    pub(super) fn of(&self, count: u64, language: Language) -> String {
        let singular = match language {
            Language::English => count == 1,
            Language::French => count <= 1,
        };
        fill(if singular { self.one } else { self.other }, &[&count])
    }
}

/// Puts the parts into the places `{}` of a sentence, in their order.
///
/// Sentences are data here, since `format!` takes none and would be compiled anew for each of them.
pub(super) fn fill(sentence: &str, parts: &[&dyn Display]) -> String {
    let mut parts = parts.iter();
    let mut text = String::new();
    let mut pieces = sentence.split("{}");
    text.extend(pieces.next());
    for piece in pieces {
        if let Some(part) = parts.next() {
            // Writing to a string cannot fail.
            let _ = write!(text, "{part}");
        }
        text.push_str(piece);
    }
    text
}

/// A text from elsewhere, cut so that it leaves room for the sentence around it, and with single blanks.
pub(super) fn shorten(text: &str, longest: usize) -> String {
    let mut short = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = short.char_indices().nth(longest) {
        short.truncate(end);
        short.push('…');
    }
    short
}
