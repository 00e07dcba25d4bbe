//! Small letters for capitals, by arithmetic: the standard library's tables for every script on earth weigh more than
//! all the texts of this room.

/// The small letter of a capital in Latin (with its Western and Central European letters), Greek and Cyrillic script;
/// any other character as it is.
pub fn small(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE => code + 32,
        // A dotted capital I is `i` and a dot in Unicode; the dot is of no use in a search.
        0x130 => 0x69,
        0x178 => 0xFF,
        // Pairs, the capital first at an even or at an odd place.
        0x100..=0x137 | 0x14A..=0x177 => code | 1,
        0x139..=0x148 | 0x179..=0x17E => code + code % 2,
        0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => code + 32,
        0x400..=0x40F => code + 80,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// The capital of a letter, where [`small`] knows one.
pub fn capital(letter: char) -> char {
    let code = u32::from(letter);
    // A small letter stands behind its capital; only `ÿ` stands before.
    let distances = [32, 1, 80].map(|distance| code.checked_sub(distance));
    let places = distances.into_iter().chain([code.checked_add(121)]);
    let mut capitals = places.flatten().filter_map(char::from_u32);
    capitals
        .find(|capital| *capital != letter && small(*capital) == letter)
        .unwrap_or(letter)
}

/// A text in small letters, to be searched or sorted by.
pub fn small_letters(text: &str) -> String {
    text.chars().map(small).collect()
}

/// Whether it is a capital that [`small`] knows.
pub(super) fn is_capital(letter: char) -> bool {
    small(letter) != letter
}

/// Whether it belongs into a word: letters and digits, and whatever is beyond ASCII.
pub(super) fn belongs_into_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || !letter.is_ascii()
}
