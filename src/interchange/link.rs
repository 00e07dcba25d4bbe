//! Links that carry a half-filled form: `#/sources/{id}?/name=…&/auth/params/server=…`.

use crate::api::Target;

/// The address of a source's form with these values in it: JSON Pointers into the request's body, and texts.
///
/// The caller hands in no secret: a link is stored, sent and logged in many places.
pub fn write_link(spec_id: &str, values: &[(String, String)]) -> String {
    let mut link = String::from("#/sources/");
    percent_encode(spec_id, &mut link);
    let mut mark = '?';
    for (pointer, text) in values {
        link.push(mark);
        percent_encode(pointer, &mut link);
        link.push('=');
        percent_encode(text, &mut link);
        mark = '&';
    }
    link
}

/// Reads what stands behind the `?` of such a link. Pairs whose name is no pointer and those that are known to be
/// secret are dropped; of a pointer that comes twice, the first counts.
pub fn read_link(query: &str, secret: &dyn Fn(&str) -> bool) -> Vec<(String, String)> {
    let mut values: Vec<(String, String)> = Vec::new();
    for (pointer, text) in Target::read(&["?", query].concat()).query {
        let is_wanted = pointer.starts_with('/') && !secret(&pointer);
        if is_wanted && !values.iter().any(|(known, _)| *known == pointer) {
            values.push((pointer, text));
        }
    }
    values
}

/// Everything but letters, digits and marks that mean nothing in a query. `/` stays, so that pointers can be read.
pub(super) fn percent_encode(text: &str, into: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:@,".contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push('%');
            for digit in [byte >> 4, byte & 15] {
                into.extend(
                    char::from_digit(u32::from(digit), 16).map(|digit| digit.to_ascii_uppercase()),
                );
            }
        }
    }
}
