//! Continuation tokens: opaque to clients, and ending in `=`, because a token that does shows up every client
//! that splits a link at each `=`.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Stands before the identifier. With the 36 characters of a UUID it makes a length that needs padding.
const PREFIX: &str = "last:";

/// The token of the page behind the item with an identifier.
pub(super) fn write(last_id: &str) -> String {
    let text = format!("{PREFIX}{last_id}");
    let mut token = String::new();
    for group in text.as_bytes().chunks(3) {
        let mut bits = group
            .iter()
            .fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte));
        bits <<= 8 * (3 - group.len());
        for position in 0..4 {
            let digit = (bits >> (18 - 6 * position)) & 63;
            token.push(if position > group.len() {
                '='
            } else {
                character(digit)
            });
        }
    }
    token
}

/// The identifier in a token; `None` when this emulator did not write it.
pub(super) fn read(token: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut bits = 0_u32;
    let mut count = 0;
    for character in token.trim_end_matches('=').bytes() {
        let digit = ALPHABET.iter().position(|known| *known == character)?;
        bits = (bits << 6) | u32::try_from(digit).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 255).ok()?);
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    text.strip_prefix(PREFIX).map(str::to_owned)
}

/// A digit is below 64, so there is a character for it.
fn character(digit: u32) -> char {
    usize::try_from(digit)
        .ok()
        .and_then(|digit| ALPHABET.get(digit))
        .map_or('A', |byte| char::from(*byte))
}
