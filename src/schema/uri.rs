//! The part of RFC 3986 that `$id` and `$ref` need: putting a reference onto a base.

/// The parts of a reference. `authority` and `query` keep their leading `//` and `?`, so that the
/// parts one after the other are the text again.
#[derive(Clone, Copy, Debug, Default)]
struct Parts<'a> {
    scheme: &'a str,
    authority: &'a str,
    path: &'a str,
    query: &'a str,
}

/// The reference without its fragment, and the fragment without `#`.
pub(super) fn split_fragment(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// The scheme without its colon, and the rest. Without a scheme the first part is empty.
pub(super) fn split_scheme(reference: &str) -> (&str, &str) {
    let Some((scheme, rest)) = reference.split_once(':') else {
        return ("", reference);
    };
    let valid = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    if valid {
        (scheme, rest)
    } else {
        ("", reference)
    }
}

/// Resolves a reference without fragment against a base without fragment (RFC 3986, 5.2).
pub(super) fn resolve(base: &str, reference: &str) -> String {
    let (base, mut target) = (parts(base), parts(reference));
    let mut merged = String::new();
    if target.scheme.is_empty() {
        target.scheme = base.scheme;
        if target.authority.is_empty() {
            target.authority = base.authority;
            if target.path.is_empty() {
                merged.push_str(base.path);
                if target.query.is_empty() {
                    target.query = base.query;
                }
            } else if !target.path.starts_with('/') {
                merged.push_str(folder(base));
            }
        }
    }
    merged.push_str(target.path);
    let colon = if target.scheme.is_empty() { "" } else { ":" };
    let path = without_dots(&merged);
    [target.scheme, colon, target.authority, &path, target.query].concat()
}

fn parts(reference: &str) -> Parts<'_> {
    let (scheme, rest) = split_scheme(reference);
    let (hierarchy, query) = split_before(rest, '?');
    let (authority, path) = match hierarchy.strip_prefix("//") {
        Some(host) => {
            let (_, path) = split_before(host, '/');
            let length = hierarchy.len() - path.len();
            hierarchy
                .split_at_checked(length)
                .unwrap_or((hierarchy, ""))
        }
        None => ("", hierarchy),
    };
    Parts {
        scheme,
        authority,
        path,
        query,
    }
}

/// Splits before the first `mark`, which stays with the second part.
fn split_before(text: &str, mark: char) -> (&str, &str) {
    let place = text.find(mark).unwrap_or(text.len());
    text.split_at_checked(place).unwrap_or((text, ""))
}

/// The path of the base up to its last slash.
fn folder<'a>(base: Parts<'a>) -> &'a str {
    match base.path.rsplit_once('/') {
        Some((folder, _)) => base.path.get(..=folder.len()).unwrap_or(""),
        None if base.authority.is_empty() => "",
        None => "/",
    }
}

fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let last = path.split('/').count() - 1;
    for (position, segment) in path.split('/').enumerate() {
        match segment {
            "." | ".." => {
                // The empty segment before a leading slash stays.
                if segment == ".." && kept.last().is_some_and(|above| !above.is_empty()) {
                    kept.pop();
                }
                if position == last {
                    kept.push("");
                }
            }
            _ => kept.push(segment),
        }
    }
    kept.join("/")
}

/// Undoes `%41`; what is no valid escape, or no UTF-8 afterwards, makes it `None`.
pub(super) fn percent_decode(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let digits = part.get(..2)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(part.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}
