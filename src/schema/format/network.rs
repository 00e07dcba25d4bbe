//! Addresses of machines and mailboxes.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Four decimal parts without leading zeros.
pub(super) fn is_ipv4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

/// RFC 4291, with the last two groups as IPv4 if need be, without a zone.
pub(super) fn is_ipv6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}

/// RFC 1123: labels of letters, digits and inner hyphens, of at most 63 characters; at most 253
/// characters in all and no dot at the end.
pub(super) fn is_hostname(text: &str) -> bool {
    text.len() <= 253 && text.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let mut bytes = label.bytes();
    (1..=63).contains(&label.len())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// RFC 5321: a local part, plain or quoted, of at most 64 characters, and a host name or an
/// address in brackets.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    local.len() <= 64 && is_local_part(local) && is_domain(domain)
}

fn is_local_part(local: &str) -> bool {
    match local.strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
        Some(quoted) => is_quoted(quoted),
        None => local
            .split('.')
            .all(|atom| !atom.is_empty() && atom.bytes().all(is_atom)),
    }
}

fn is_atom(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

/// Printable characters; a quote and a backslash only behind a backslash.
fn is_quoted(quoted: &str) -> bool {
    let mut bytes = quoted.bytes();
    while let Some(byte) = bytes.next() {
        let character = if byte == b'\\' {
            bytes.next()
        } else {
            Some(byte)
        };
        let printable = character.is_some_and(|it| (b' '..=b'~').contains(&it));
        if !printable || byte == b'"' {
            return false;
        }
    }
    true
}

fn is_domain(domain: &str) -> bool {
    match domain.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
        Some(literal) => match literal.strip_prefix("IPv6:") {
            Some(address) => is_ipv6(address),
            None => is_ipv4(literal),
        },
        None => is_hostname(domain),
    }
}
