//! The words for problems, failures, parameters and pasted commands: complete in both languages, and exactly as they are meant.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "words/catalog.rs"]
mod catalog;
#[path = "words/failures.rs"]
mod failures;
#[path = "words/interchange.rs"]
mod interchange;
#[path = "words/letter_case.rs"]
mod letter_case;
#[path = "words/parameters.rs"]
mod parameters;
#[path = "words/problems.rs"]
mod problems;
#[path = "words/quantities.rs"]
mod quantities;
#[path = "words/records.rs"]
mod records;
#[path = "words/rules.rs"]
mod rules;
#[path = "words/ways.rs"]
mod ways;

use flow_console::words::Language::{self, French};

/// Blanks that do not break lines, as French asks for.
const THIN: char = '\u{202f}';
const FIRM: char = '\u{a0}';

/// What any text must be. Texts from the service are left to the caller.
#[track_caller]
fn check_text(text: &str, language: Language) {
    assert!(!text.trim().is_empty(), "empty");
    assert_eq!(text, text.trim(), "blanks around it");
    assert!(!text.contains("  "), "two blanks: {text}");
    assert!(!text.contains(['{', '}']), "a place is left open: {text}");
    assert!(!text.contains(".."), "two full stops: {text}");
    assert!(!text.contains(['\'', '"']), "a typewriter's mark: {text}");
    if language == French {
        check_french(text);
    }
}

#[track_caller]
fn check_french(text: &str) {
    const ENGLISH_WORDS: [&str; 20] = [
        "the", "this", "that", "is", "are", "and", "of", "not", "must", "with", "your", "was",
        "request", "answer", "needed", "missing", "least", "most", "again", "what",
    ];
    for word in text.split(|letter: char| !letter.is_alphanumeric()) {
        assert!(
            !ENGLISH_WORDS.contains(&word.to_lowercase().as_str()),
            "“{word}” in: {text}"
        );
    }
    let letters: Vec<char> = text.chars().collect();
    for pair in letters.windows(2) {
        if let [before, mark @ (';' | '?' | '!' | '»')] = *pair {
            assert_eq!(before, THIN, "before {mark} in: {text}");
        }
        if let ['«', after] = *pair {
            assert_eq!(after, THIN, "after « in: {text}");
        }
    }
    for (end, _) in text.match_indices(": ") {
        let before = text.get(..end).unwrap();
        assert!(before.ends_with(FIRM), "before a colon in: {text}");
    }
}

/// With `~` for the blanks that do not break, so that one can see them.
fn firm(text: &str) -> String {
    text.replace([THIN, FIRM], "~")
}
