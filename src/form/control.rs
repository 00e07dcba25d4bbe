//! How a single value is edited, and the one place where that is decided.

use serde_json::{Map, Value};

use super::choice::{Choice, text_of};
use crate::schema::Kind as Type;

/// How a value is edited. One match in the console draws it.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// One line of text.
    Text,
    /// Several lines of text.
    Lines,
    /// An email address.
    Email,
    /// An address; a keyboard with slashes on a phone.
    Address,
    /// A day, such as `2026-11-21`.
    Date,
    /// A time of day with its zone, such as `07:19:00Z`.
    Time,
    /// A moment, such as `2026-11-21T07:19:00Z`.
    DateTime,
    /// One line of text that is not shown.
    Secret,
    /// A secret of several lines, pasted or read from a file.
    Key {
        /// The value is sent in Base64. What is pasted as PEM or JSON is turned into it.
        base64: bool,
    },
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Yes, no, or nothing said yet.
    Flag,
    /// One of a few values.
    Choice {
        /// In the schema's order.
        choices: Vec<Choice>,
        /// How many there are, seen as a way to draw them.
        style: ChoiceStyle,
    },
    /// The only value there is: sent, and not edited.
    Fixed(Value),
    /// JSON text, for what has no control of its own.
    Json,
}

/// How the values of [`Control::Choice`] are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceStyle {
    /// All at once: up to four.
    Radio,
    /// In a list that opens: up to twenty.
    Select,
    /// In a list that is searched.
    Search,
}

impl ChoiceStyle {
    /// The style for a count of choices.
    pub fn of(count: usize) -> Self {
        match count {
            0..=4 => Self::Radio,
            5..=20 => Self::Select,
            _ => Self::Search,
        }
    }
}

/// What the layers of a node say together about a single value.
#[derive(Default)]
pub(super) struct Facts<'a> {
    pub fixed: Option<&'a Value>,
    pub choices: Option<Vec<Choice>>,
    pub required: bool,
    pub format: &'a str,
    pub media: &'a str,
    pub encoding: &'a str,
    pub is_write_only: bool,
    pub has_lines: bool,
}

impl<'a> Facts<'a> {
    /// Adds what one layer says; the first that says something holds.
    pub(super) fn add(&mut self, layer: &'a Map<String, Value>) {
        let text = |name: &str| layer.get(name).and_then(Value::as_str).unwrap_or("");
        let first = |known: &mut &'a str, new: &'a str| {
            if known.is_empty() {
                *known = new;
            }
        };
        self.fixed = self.fixed.or_else(|| layer.get("const"));
        if let Some(values) = layer.get("enum").and_then(Value::as_array)
            && self.choices.is_none()
        {
            self.choices = Some(choices(values, layer));
        }
        first(&mut self.format, text("format"));
        first(&mut self.media, text("contentMediaType"));
        first(&mut self.encoding, text("contentEncoding"));
        self.is_write_only |= is_set(layer, "writeOnly");
        self.has_lines |= is_set(layer, "multiline");
    }
}

/// Whether a keyword is `true`.
pub(super) fn is_set(layer: &Map<String, Value>, keyword: &str) -> bool {
    layer.get(keyword).and_then(Value::as_bool).unwrap_or(false)
}

/// The values of an `enum`, with the titles that some schemas give in `enumNames`.
fn choices(values: &[Value], layer: &Map<String, Value>) -> Vec<Choice> {
    let names = layer.get("enumNames").and_then(Value::as_array);
    let mut choices: Vec<Choice> = values.iter().map(Choice::plain).collect();
    for (choice, name) in choices.iter_mut().zip(names.into_iter().flatten()) {
        choice.title = text_of(name);
    }
    choices
}

/// The control for a single value of a type, if the type is known.
pub(super) fn control(facts: Facts<'_>, kind: Option<Type>, name: &str) -> Control {
    if let Some(value) = facts.fixed {
        return Control::Fixed(value.clone());
    }
    if let Some(choices) = facts.choices {
        return match choices.as_slice() {
            [only] if facts.required => Control::Fixed(only.value.clone()),
            _ => Control::Choice {
                style: ChoiceStyle::of(choices.len()),
                choices,
            },
        };
    }
    match kind {
        Some(Type::String) => text_control(&facts, &name.to_ascii_lowercase()),
        Some(Type::Integer) => Control::Integer,
        Some(Type::Number) => Control::Number,
        Some(Type::Boolean) => Control::Flag,
        Some(Type::Null) => Control::Fixed(Value::Null),
        _ => Control::Json,
    }
}

fn text_control(facts: &Facts<'_>, name: &str) -> Control {
    let base64 = facts.encoding.eq_ignore_ascii_case("base64");
    let is_secret = facts.format == "password"
        || facts.is_write_only
        || facts.format.is_empty() && tells_secret(name);
    let is_key = holds_key(facts, name);
    match facts.format {
        _ if is_key && (is_secret || !facts.media.is_empty() || is_key_format(facts.format)) => {
            Control::Key { base64 }
        }
        _ if is_secret => Control::Secret,
        _ if facts.has_lines => Control::Lines,
        "email" | "idn-email" => Control::Email,
        "uri" | "iri" => Control::Address,
        "date" => Control::Date,
        "time" => Control::Time,
        "date-time" => Control::DateTime,
        "textarea" | "multiline" => Control::Lines,
        _ if facts.media.starts_with("text/") => Control::Lines,
        _ => Control::Text,
    }
}

/// Whether a name, in small letters, is that of a secret. Specifications forget `format` at times; what is called a
/// password is one.
pub fn tells_secret(name: &str) -> bool {
    const ENDS: [&str; 12] = [
        "password",
        "passphrase",
        "clientsecret",
        "secretkey",
        "secretaccesskey",
        "accesstoken",
        "refreshtoken",
        "apikey",
        "privatekey",
        "accountkey",
        "privatekeycontent",
        "sastoken",
    ];
    ENDS.iter().any(|end| name.ends_with(end))
}

/// A text of several lines that comes as a file: PEM, or a key in JSON.
fn holds_key(facts: &Facts<'_>, name: &str) -> bool {
    const PARTS: [&str; 7] = [
        "privatekey",
        "keyfile",
        "keycontent",
        "serviceaccount",
        "certificate",
        "keystore",
        "pem",
    ];
    let media = facts.media;
    let is_file = media.contains("pem")
        || media.contains("json")
        || media.contains("x509")
        || media.contains("pkcs")
        || media == "application/octet-stream";
    is_file
        || is_key_format(facts.format)
        || facts.has_lines && facts.format == "password"
        || !facts.encoding.is_empty()
        || PARTS.iter().any(|part| name.contains(part))
            && !name.contains("pass")
            && !name.ends_with("id")
}

fn is_key_format(format: &str) -> bool {
    matches!(
        format,
        "pem" | "json-key" | "private-key" | "certificate" | "binary"
    )
}
