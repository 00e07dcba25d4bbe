//! Formats of texts, checked by hand.

mod date_time;
mod network;
mod uri;

use super::pattern;
use super::pointer::Pointer;

/// The formats that are checked. All others, `password` among them, ask nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// RFC 3339 date and time with a time zone, as in `2026-11-21T07:19:00Z`.
    DateTime,
    /// RFC 3339 date, as in `2026-11-21`.
    Date,
    /// RFC 3339 time with a time zone, as in `07:19:00Z`.
    Time,
    /// RFC 5321 mailbox.
    Email,
    /// RFC 1123 host name.
    Hostname,
    /// IPv4 address in four decimal parts.
    Ipv4,
    /// IPv6 address (RFC 4291) without a zone.
    Ipv6,
    /// RFC 3986 URI, with a scheme.
    Uri,
    /// RFC 3986 URI or relative reference.
    UriReference,
    /// RFC 4122 UUID.
    Uuid,
    /// ECMA-262 regular expression.
    Regex,
    /// RFC 6901 JSON Pointer.
    JsonPointer,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 12] = [
        Format::DateTime,
        Format::Date,
        Format::Time,
        Format::Email,
        Format::Hostname,
        Format::Ipv4,
        Format::Ipv6,
        Format::Uri,
        Format::UriReference,
        Format::Uuid,
        Format::Regex,
        Format::JsonPointer,
    ];

    /// The name that the keyword `format` has for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::DateTime => "date-time",
            Self::Date => "date",
            Self::Time => "time",
            Self::Email => "email",
            Self::Hostname => "hostname",
            Self::Ipv4 => "ipv4",
            Self::Ipv6 => "ipv6",
            Self::Uri => "uri",
            Self::UriReference => "uri-reference",
            Self::Uuid => "uuid",
            Self::Regex => "regex",
            Self::JsonPointer => "json-pointer",
        }
    }

    /// The format of a name; `None` if it is not checked.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Whether a text is of the format.
    pub fn accepts(self, text: &str) -> bool {
        match self {
            Self::DateTime => date_time::is_date_time(text),
            Self::Date => date_time::is_date(text),
            Self::Time => date_time::is_time(text),
            Self::Email => network::is_email(text),
            Self::Hostname => network::is_hostname(text),
            Self::Ipv4 => network::is_ipv4(text),
            Self::Ipv6 => network::is_ipv6(text),
            Self::Uri => uri::is_uri(text),
            Self::UriReference => uri::is_reference(text),
            Self::Uuid => is_uuid(text),
            Self::Regex => pattern::is_valid(text),
            Self::JsonPointer => text.parse::<Pointer>().is_ok(),
        }
    }
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text
            .bytes()
            .enumerate()
            .all(|(position, byte)| match position {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
}
