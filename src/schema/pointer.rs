//! JSON Pointer (RFC 6901): the address of a place inside a JSON value.

use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value};

/// RFC 6901 JSON Pointer.
///
/// The text form is `/a~1b/0`; the empty text is the root. Tokens are kept unescaped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pointer {
    tokens: Vec<String>,
}

/// Why a text is no pointer, or why a pointer cannot be written through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PointerError {
    /// The text is neither empty nor starts with `/`.
    MissingSlash,
    /// The text has a `~` that is followed by neither `0` nor `1`.
    InvalidEscape,
    /// The place named here is a text, number, boolean or null, so nothing can be below it.
    NoContainer(Pointer),
    /// The place named here is not an element of its array and not the one just after the last.
    InvalidIndex(Pointer),
}

impl Pointer {
    /// The whole value.
    pub fn root() -> Self {
        Self::default()
    }

    /// The member `token` of the object at this place. The token is not escaped.
    pub fn child(&self, token: &str) -> Self {
        let mut tokens = Vec::with_capacity(self.tokens.len() + 1);
        tokens.extend_from_slice(&self.tokens);
        tokens.push(token.to_owned());
        Self { tokens }
    }

    /// The element at `position`, from zero, of the array at this place.
    pub fn index(&self, position: usize) -> Self {
        self.child(&position.to_string())
    }

    /// The place that holds this one; nothing holds the root.
    pub fn parent(&self) -> Option<Self> {
        let (_, above) = self.tokens.split_last()?;
        Some(Self {
            tokens: above.to_vec(),
        })
    }

    /// The last token, unescaped; the root has none.
    pub fn last(&self) -> Option<&str> {
        self.tokens.last().map(String::as_str)
    }

    /// The tokens from the root down, unescaped.
    pub fn tokens(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().map(String::as_str)
    }

    /// Whether this place is `other` or lies below it.
    pub fn starts_with(&self, other: &Pointer) -> bool {
        self.tokens.starts_with(&other.tokens)
    }

    /// The place that `below` names, seen from this one.
    pub fn join(&self, below: &Pointer) -> Self {
        Self {
            tokens: [self.tokens.as_slice(), below.tokens.as_slice()].concat(),
        }
    }

    /// What is at this place of `value`.
    pub fn get<'a>(&self, value: &'a Value) -> Option<&'a Value> {
        self.tokens
            .iter()
            .try_fold(value, |place, token| step(place, token))
    }

    /// What is at this place of `value`, to be changed.
    pub fn get_mut<'a>(&self, value: &'a mut Value) -> Option<&'a mut Value> {
        self.tokens
            .iter()
            .try_fold(value, |place, token| match place {
                Value::Object(members) => members.get_mut(token),
                Value::Array(elements) => elements.get_mut(position(token)?),
                _ => None,
            })
    }

    /// Puts `new` at this place and drops what was there.
    ///
    /// Members that are missing on the way are created as objects. In an array, the token `-`
    /// and the position just after the last element append.
    ///
    /// # Errors
    /// [`PointerError::NoContainer`] if the way leads through a scalar, and
    /// [`PointerError::InvalidIndex`] if it leads outside an array. What was created on the way
    /// until then stays.
    pub fn set(&self, value: &mut Value, new: Value) -> Result<(), PointerError> {
        let mut place = value;
        for (depth, token) in self.tokens.iter().enumerate() {
            place = match place {
                Value::Object(members) => members
                    .entry(token.as_str())
                    .or_insert_with(|| Value::Object(Map::new())),
                Value::Array(elements) => {
                    let length = elements.len();
                    let found = if token == "-" {
                        Some(length)
                    } else {
                        position(token)
                    };
                    if found == Some(length) {
                        elements.push(Value::Object(Map::new()));
                    }
                    found
                        .and_then(|found| elements.get_mut(found))
                        .ok_or_else(|| PointerError::InvalidIndex(self.first(depth + 1)))?
                }
                _ => return Err(PointerError::NoContainer(self.first(depth))),
            };
        }
        *place = new;
        Ok(())
    }

    /// Takes what is at this place out of `value` and returns it.
    ///
    /// The other members keep their order, later elements of an array move up by one, and
    /// removing the root leaves `null`.
    pub fn remove(&self, value: &mut Value) -> Option<Value> {
        let (Some(last), Some(parent)) = (self.last(), self.parent()) else {
            return Some(value.take());
        };
        match parent.get_mut(value)? {
            Value::Object(members) => members.shift_remove(last),
            Value::Array(elements) => {
                let found = position(last).filter(|&found| found < elements.len())?;
                Some(elements.remove(found))
            }
            _ => None,
        }
    }

    /// How many bytes the tokens take.
    pub(super) fn weight(&self) -> usize {
        self.tokens.iter().map(|token| token.len() + 8).sum()
    }

    fn first(&self, count: usize) -> Self {
        Self {
            tokens: self.tokens.iter().take(count).cloned().collect(),
        }
    }
}

impl From<Vec<String>> for Pointer {
    /// A pointer of unescaped tokens.
    fn from(tokens: Vec<String>) -> Self {
        Self { tokens }
    }
}

/// The value one unescaped token below `place`.
pub(super) fn step<'a>(place: &'a Value, token: &str) -> Option<&'a Value> {
    match place {
        Value::Object(members) => members.get(token),
        Value::Array(elements) => elements.get(position(token)?),
        _ => None,
    }
}

/// Only the plain decimal form is an index: `01` and `+1` are names of members.
fn position(token: &str) -> Option<usize> {
    let plain = token == "0" || !token.starts_with('0');
    if plain && token.bytes().all(|byte| byte.is_ascii_digit()) {
        token.parse().ok()
    } else {
        None
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for token in &self.tokens {
            out.write_str("/")?;
            let mut rest = token.as_str();
            while let Some((before, after)) = rest.split_once(['~', '/']) {
                let escaped = if rest.as_bytes().get(before.len()) == Some(&b'~') {
                    "~0"
                } else {
                    "~1"
                };
                out.write_str(before)?;
                out.write_str(escaped)?;
                rest = after;
            }
            out.write_str(rest)?;
        }
        Ok(())
    }
}

impl FromStr for Pointer {
    type Err = PointerError;

    fn from_str(text: &str) -> Result<Self, PointerError> {
        if text.is_empty() {
            return Ok(Self::root());
        }
        let Some(rest) = text.strip_prefix('/') else {
            return Err(PointerError::MissingSlash);
        };
        let tokens = rest.split('/').map(unescape).collect::<Option<Vec<_>>>();
        tokens
            .map(|tokens| Self { tokens })
            .ok_or(PointerError::InvalidEscape)
    }
}

fn unescape(escaped: &str) -> Option<String> {
    let mut parts = escaped.split('~');
    let mut token = parts.next()?.to_owned();
    for part in parts {
        let (sign, rest) = match part.strip_prefix('0') {
            Some(rest) => ('~', rest),
            None => ('/', part.strip_prefix('1')?),
        };
        token.push(sign);
        token.push_str(rest);
    }
    Some(token)
}

impl fmt::Display for PointerError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingSlash => out.write_str("a JSON Pointer is empty or starts with a slash"),
            Self::InvalidEscape => out.write_str("a tilde must be followed by 0 or 1"),
            Self::NoContainer(place) => write!(out, "nothing can be below {place}"),
            Self::InvalidIndex(place) => write!(out, "there is no array element at {place}"),
        }
    }
}

impl std::error::Error for PointerError {}
