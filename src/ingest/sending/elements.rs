//! The elements of a batch's answer, found without reading them: nearly all of thousands say the same.

/// The elements of the array `responses` of a JSON object, as text. `None` when there is no such array, or when the
/// text does not end where the object does: a whole reading has to tell what it is.
pub(super) fn elements(text: &str) -> Option<Vec<&str>> {
    let bytes = text.as_bytes();
    let mut found = None;
    let (mut at, mut depth) = (0_usize, 0_usize);
    // Whether the last name was the array's, and where the current element begins.
    let (mut is_named, mut begin) = (false, None);
    let mut list = Vec::new();
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                let end = string_end(bytes, at)?;
                is_named |= depth == 1 && text.get(at..end) == Some("\"responses\"");
                at = end;
                continue;
            }
            b'{' | b'[' => {
                depth += 1;
                if is_named && depth == 2 && *byte == b'[' && found.is_none() {
                    begin = Some(at + 1);
                }
            }
            b',' if depth == 1 => is_named = false,
            b',' | b']' if depth == 2 => {
                if let Some(from) = begin {
                    list.push(text.get(from..at)?.trim());
                    begin = Some(at + 1);
                }
            }
            _ => {}
        }
        if matches!(byte, b'}' | b']') {
            if depth == 2 && begin.take().is_some() {
                found = Some(std::mem::take(&mut list));
            }
            depth = depth.checked_sub(1)?;
        }
        at += 1;
    }
    let mut found = found.filter(|_| depth == 0)?;
    // Nothing between the brackets is no element.
    if found.len() == 1 {
        found.retain(|element| !element.is_empty());
    }
    Some(found)
}

/// The trace id of an element that consists of nothing else.
pub(super) fn plain_receipt(element: &str) -> Option<&str> {
    let id = element.strip_prefix("{\"xactionId\":\"")?;
    let id = id.strip_suffix("\"}")?;
    let is_plain = !id.is_empty() && !id.bytes().any(|byte| matches!(byte, b'"' | b'\\'));
    is_plain.then_some(id)
}

/// One past the end of the string that begins here.
fn string_end(bytes: &[u8], begin: usize) -> Option<usize> {
    let mut at = begin + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}
