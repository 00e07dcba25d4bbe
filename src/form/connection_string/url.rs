//! URLs such as `jdbc:driver://account.example.com/?user=…&password=…`.
//!
//! The account before the domain is a pair like the others here; a host that is not built that way is kept whole,
//! under an empty key.

use super::Host;

pub(super) fn write(host: &Host, pairs: &[(&str, String)]) -> String {
    if pairs.is_empty() {
        return String::new();
    }
    let mut text = host.scheme.clone();
    for (key, value) in pairs {
        if *key == host.key {
            encode(value, &mut text);
            text.push_str(&host.domain);
        } else if key.is_empty() {
            encode_host(value, &mut text);
        }
    }
    text.push_str("/?");
    let mut joint = "";
    for (key, value) in pairs {
        if *key != host.key && !key.is_empty() {
            text.push_str(joint);
            encode(key, &mut text);
            text.push('=');
            encode(value, &mut text);
            joint = "&";
        }
    }
    text
}

pub(super) fn read(host: &Host, text: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let text = text.trim();
    let scheme = text.split_at_checked(host.scheme.len());
    let Some((_, rest)) = scheme.filter(|(scheme, _)| scheme.eq_ignore_ascii_case(&host.scheme))
    else {
        return pairs;
    };
    let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
    let address = address.split('/').next().unwrap_or_default();
    match address.strip_suffix(host.domain.as_str()) {
        Some(account) => pairs.push((host.key.clone(), decode(account))),
        None if address.is_empty() => {}
        None => pairs.push((String::new(), decode(address))),
    }
    for pair in query.split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let key = decode(key);
        // What stands for the host is no parameter.
        if !key.is_empty() && !key.eq_ignore_ascii_case(&host.key) {
            pairs.push((key, decode(value)));
        }
    }
    pairs
}

fn encode(text: &str, into: &mut String) {
    encode_but(text, b"-._~", into);
}

/// A port keeps its colon.
fn encode_host(text: &str, into: &mut String) {
    encode_but(text, b"-._~:", into);
}

fn encode_but(text: &str, plain: &[u8], into: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push('%');
            for digit in [byte >> 4, byte & 15] {
                let digit = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                into.push(digit.to_ascii_uppercase());
            }
        }
    }
}

/// A plus sign is a blank, as the driver reads it. What is no escape stands for itself.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        match (first, behind) {
            (b'%', [high, low, further @ ..])
                if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
            {
                let digit = |byte: &u8| char::from(*byte).to_digit(16).unwrap_or_default();
                let code = digit(high) * 16 + digit(low);
                bytes.push(u8::try_from(code).unwrap_or_default());
                rest = further;
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
