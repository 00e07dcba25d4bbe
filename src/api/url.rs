//! The few things one must know of URLs to take them apart and put them together.

/// The part of a URL behind the host, decoded.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The path, still percent-encoded, without a trailing slash: both spellings are in use.
    pub path: String,
    /// The query's pairs in their order, decoded.
    pub query: Vec<(String, String)>,
}

impl Target {
    /// Takes a URL apart, absolute or from the root.
    pub fn read(url: &str) -> Self {
        let behind_scheme = match url.split_once("://") {
            // Filters and tokens may have addresses in them.
            Some((scheme, rest)) if !scheme.contains(['/', '?']) => rest
                .find(['/', '?'])
                .map_or("", |start| rest.get(start..).unwrap_or("")),
            _ => url,
        };
        let (path, query) = behind_scheme.split_once('?').unwrap_or((behind_scheme, ""));
        Self {
            path: path.trim_end_matches('/').to_owned(),
            query: query
                .split('&')
                .filter(|pair| !pair.is_empty())
                .map(|pair| {
                    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                    (decode(name), decode(value))
                })
                .collect(),
        }
    }

    /// The first value of a query parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Appends a query to a URL. `=`, `<`, `>` and `!` in values stay readable where that is allowed:
/// filters are made of them.
pub fn with_query(url: &str, query: &[(String, String)]) -> String {
    let mut text = url.to_owned();
    for (position, (name, value)) in query.iter().enumerate() {
        text.push(if position == 0 { '?' } else { '&' });
        encode(name, &mut text);
        text.push('=');
        encode(value, &mut text);
    }
    text
}

fn encode(text: &str, into: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~=!,:/[]@*()'".contains(&byte) {
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

/// Percent-decoding with `+` as a blank; what is not UTF-8 afterwards is replaced, what is no escape stays.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                let digits = [ahead.next(), ahead.next()]
                    .map(|digit| digit.and_then(|digit| char::from(digit).to_digit(16)));
                if let [Some(high), Some(low)] = digits {
                    // Two hexadecimal digits make at most 255.
                    bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'%'));
                    rest = ahead;
                } else {
                    bytes.push(b'%');
                }
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
