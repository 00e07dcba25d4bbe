//! Text that must not be seen, and JSON that contains some.
//!
//! A password or a token lives in a [`Secret`], which has no `Display` and whose `Debug` shows nothing.
//! A [`Document`] is JSON with secrets at some of its leaves. Everything that prints, stores or serialises
//! a document gets placeholders; the one door through which the values leave is [`Document::reveal`], and
//! only the encoder of requests (`api/encode.rs`), the form (to hold what was typed against the schema) and the
//! emulator's judge may walk through it.
//!
//! This room uses no other. Any room may use it.

mod patch;

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

pub use patch::{Edit, PatchOperation};

/// A piece of text that never shows itself.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes the text in.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// True when there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text itself. Every call is a place to look at in a review.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret")
    }
}

/// Whether secrets are written as they are or as placeholders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrets {
    /// As they are: for the request that is being sent, and for nothing else.
    Revealed,
    /// As `$PASSWORD`, `$ACCESS_TOKEN` and the like: for screens, logs, exports and storage.
    Placeholders,
}

impl Secrets {
    /// The secret itself, or `$NAME` made from the name of what holds it.
    pub fn write(self, name: &str, secret: &Secret) -> String {
        match self {
            Self::Revealed => secret.reveal().to_owned(),
            Self::Placeholders => placeholder(name),
        }
    }
}

/// `$PASSWORD` for `password`, `$SECRET_KEY` for `secretKey`.
pub fn placeholder(name: &str) -> String {
    let mut text = String::from("$");
    let mut previous_is_lower = false;
    for character in name.chars() {
        if character.is_ascii_uppercase() && previous_is_lower {
            text.push('_');
        }
        previous_is_lower = character.is_ascii_lowercase() || character.is_ascii_digit();
        if character.is_ascii_alphanumeric() {
            text.push(character.to_ascii_uppercase());
        } else if !text.ends_with(['_', '$']) {
            text.push('_');
        }
    }
    if text.len() == 1 {
        text.push_str("SECRET");
    }
    text
}

/// JSON some of whose leaves are secret. Members keep the order in which they were put in.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// JSON with nothing to hide.
    Plain(Value),
    /// A string that must not be shown.
    Secret(Secret),
    /// An object with a secret somewhere below.
    Object(Vec<(String, Document)>),
    /// An array with a secret somewhere below.
    Array(Vec<Document>),
}

impl Default for Document {
    /// The empty object.
    fn default() -> Self {
        Self::Object(Vec::new())
    }
}

impl Document {
    /// Plain JSON with every secret in its place. Only for the request being sent.
    pub fn reveal(&self) -> Value {
        self.write(Secrets::Revealed, "")
    }

    /// Plain JSON with a placeholder such as `$PASSWORD` for every secret.
    pub fn with_placeholders(&self) -> Value {
        self.write(Secrets::Placeholders, "")
    }

    /// Plain JSON without the secrets: members are left out, elements are `null`, so that the others keep their place.
    pub fn without_secrets(&self) -> Value {
        match self {
            Self::Plain(value) => value.clone(),
            Self::Secret(_) => Value::Null,
            Self::Object(members) => {
                let members = members
                    .iter()
                    .filter(|(_, member)| !matches!(member, Self::Secret(_)));
                let members =
                    members.map(|(name, member)| (name.clone(), member.without_secrets()));
                Value::Object(members.collect())
            }
            Self::Array(items) => Value::Array(items.iter().map(Self::without_secrets).collect()),
        }
    }

    /// Plain JSON in which secrets are as they are or placeholders.
    pub fn to_json(&self, secrets: Secrets) -> Value {
        self.write(secrets, "")
    }

    /// Puts a value at the end of a path of object members, making the objects on the way.
    /// What stood there before is replaced; what is not an object on the way is replaced by one.
    pub fn insert(&mut self, path: &[&str], value: Document) {
        let Some((first, rest)) = path.split_first() else {
            *self = value;
            return;
        };
        let mut members = std::mem::take(self).into_members();
        match members.iter_mut().find(|(name, _)| name == first) {
            Some((_, member)) => member.insert(rest, value),
            None => {
                let mut member = Self::default();
                member.insert(rest, value);
                members.push(((*first).to_owned(), member));
            }
        }
        *self = Self::Object(members);
    }

    /// The member at the end of a path, when every step on the way is there.
    pub fn get(&self, path: &[&str]) -> Option<Document> {
        let Some((first, rest)) = path.split_first() else {
            return Some(self.clone());
        };
        match self {
            Self::Object(members) => members.iter().find(|(name, _)| name == first)?.1.get(rest),
            Self::Plain(value) => Self::Plain(value.get(first)?.clone()).get(rest),
            Self::Secret(_) | Self::Array(_) => None,
        }
    }

    /// The text at the end of a path, when it is there, is a string and is no secret.
    pub fn text(&self, path: &[&str]) -> Option<String> {
        match self.get(path)? {
            Self::Plain(Value::String(text)) => Some(text),
            _ => None,
        }
    }

    /// The placeholders that [`Document::with_placeholders`] writes.
    pub fn placeholders(&self) -> Vec<String> {
        self.placeholders_under("")
    }

    fn placeholders_under(&self, name: &str) -> Vec<String> {
        match self {
            Self::Plain(_) => Vec::new(),
            Self::Secret(_) => vec![placeholder(name)],
            Self::Object(members) => members
                .iter()
                .flat_map(|(name, member)| member.placeholders_under(name))
                .collect(),
            // Elements have no name of their own, so that they share their array's.
            Self::Array(items) => items
                .iter()
                .flat_map(|item| item.placeholders_under(name))
                .collect(),
        }
    }

    /// The members of an object; none of anything else.
    pub fn into_members(self) -> Vec<(String, Document)> {
        match self {
            Self::Object(members) => members,
            Self::Plain(Value::Object(members)) => members
                .into_iter()
                .map(|(name, value)| (name, Self::Plain(value)))
                .collect(),
            Self::Plain(_) | Self::Secret(_) | Self::Array(_) => Vec::new(),
        }
    }

    fn write(&self, secrets: Secrets, name: &str) -> Value {
        match self {
            Self::Plain(value) => value.clone(),
            Self::Secret(secret) => Value::String(secrets.write(name, secret)),
            Self::Object(members) => Value::Object(
                members
                    .iter()
                    .map(|(name, member)| (name.clone(), member.write(secrets, name)))
                    .collect::<Map<_, _>>(),
            ),
            Self::Array(items) => {
                Value::Array(items.iter().map(|item| item.write(secrets, name)).collect())
            }
        }
    }
}

/// Writes placeholders: a document that is serialised by mistake gives nothing away.
impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_placeholders().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::Plain)
    }
}
