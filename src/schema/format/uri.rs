//! The syntax of RFC 3986.

use super::network::is_ipv6;
use crate::schema::uri::{split_fragment, split_scheme};

/// A URI: it has a scheme.
pub(super) fn is_uri(text: &str) -> bool {
    let (scheme, _) = split_scheme(text);
    !scheme.is_empty() && is_reference(text)
}

/// A URI or a relative reference.
pub(super) fn is_reference(text: &str) -> bool {
    let (text, fragment) = split_fragment(text);
    let (scheme, rest) = split_scheme(text);
    let (hierarchy, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = match hierarchy.strip_prefix("//") {
        Some(host) => {
            let length = host.find('/').unwrap_or(host.len());
            host.split_at_checked(length).unwrap_or((host, ""))
        }
        None => ("", hierarchy),
    };
    // Without a scheme, a colon in the first segment would look like one.
    let first = path.split('/').next().unwrap_or("");
    let clear = !scheme.is_empty() || !authority.is_empty() || !first.contains(':');
    clear
        && is_authority(authority)
        && consists_of(path, b":@/")
        && consists_of(query, b":@/?")
        && consists_of(fragment, b":@/?")
}

fn is_authority(authority: &str) -> bool {
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    consists_of(user, b":") && is_host(host)
}

fn is_host(host: &str) -> bool {
    let Some(literal) = host.strip_prefix('[') else {
        let (name, port) = host.split_once(':').unwrap_or((host, ""));
        return consists_of(name, b"") && is_port(port);
    };
    let Some((address, rest)) = literal.split_once(']') else {
        return false;
    };
    let port = if rest.is_empty() {
        Some("")
    } else {
        rest.strip_prefix(':')
    };
    port.is_some_and(is_port) && (is_ipv6(address) || is_future_address(address))
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit())
}

/// `v1.something`, for address kinds to come.
fn is_future_address(address: &str) -> bool {
    let version = address.strip_prefix(['v', 'V']);
    version
        .and_then(|it| it.split_once('.'))
        .is_some_and(|(version, rest)| {
            !version.is_empty()
                && version.bytes().all(|byte| byte.is_ascii_hexdigit())
                && !rest.is_empty()
                && !rest.contains('%')
                && consists_of(rest, b":")
        })
}

/// Whether a text has only unreserved characters, sub-delimiters, percent escapes and `others`.
fn consists_of(text: &str, others: &[u8]) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let fits = match byte {
            b'%' => {
                let mut is_digit = || bytes.next().is_some_and(|it| it.is_ascii_hexdigit());
                is_digit() && is_digit()
            }
            _ => {
                byte.is_ascii_alphanumeric()
                    || b"-._~!$&'()*+,;=".contains(&byte)
                    || others.contains(&byte)
            }
        };
        if !fits {
            return false;
        }
    }
    true
}
