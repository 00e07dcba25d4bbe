//! The members of a JSON object, read one by one.
//!
//! By hand and not with serde's derives: what those write for each type would be a third of the page's code.

use std::fmt;

use serde_json::{Map, Value};

/// Why a document cannot be understood, naming the member that has another shape than it must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapeError(String);

impl ShapeError {
    /// For a member with a value of the wrong type.
    pub(crate) fn wrong(name: &str, expected: &str) -> Self {
        Self(["invalid type in `", name, "`, expected ", expected].concat())
    }

    /// For a member that nobody knows.
    pub(crate) fn unknown(name: &str) -> Self {
        Self(["unknown field `", name, "`"].concat())
    }

    fn missing(name: &str) -> Self {
        Self(["missing field `", name, "`"].concat())
    }
}

impl From<serde_json::Error> for ShapeError {
    /// For text that is no JSON at all.
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

impl fmt::Display for ShapeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What can be read from JSON.
pub trait FromJson: Sized {
    /// Reads a value.
    ///
    /// # Errors
    /// When a member that must be there is not, or one has a shape that cannot be understood.
    fn from_json(value: &Value) -> Result<Self, ShapeError>;
}

/// What can be written as JSON.
pub trait ToJson {
    /// The value. Secrets in it are placeholders.
    fn to_json(&self) -> Value;
}

/// Reads the members of an object.
#[derive(Clone, Copy)]
pub(crate) struct Members<'v>(&'v Map<String, Value>);

impl<'v> Members<'v> {
    /// The members of a value that must be an object.
    pub(crate) fn of(value: &'v Value) -> Result<Self, ShapeError> {
        match value {
            Value::Object(members) => Ok(Self(members)),
            Value::Null => Err(ShapeError("invalid type: null, expected an object".into())),
            _ => Err(ShapeError("invalid type, expected an object".into())),
        }
    }

    /// A member as it is; `null` when it is absent.
    pub(crate) fn value(self, name: &str) -> Value {
        self.0.get(name).cloned().unwrap_or_default()
    }

    /// A member that may be absent; `null` counts as absent.
    pub(crate) fn optional(self, name: &str) -> Option<&'v Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A member that must be there.
    pub(crate) fn required(self, name: &str) -> Result<&'v Value, ShapeError> {
        self.0.get(name).ok_or_else(|| ShapeError::missing(name))
    }

    /// A text that may be absent or `null`.
    pub(crate) fn text(self, name: &str) -> Result<Option<String>, ShapeError> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(_) => self.required_text(name).map(Some),
        }
    }

    /// A text that may be absent, and is empty then.
    pub(crate) fn text_or_empty(self, name: &str) -> Result<String, ShapeError> {
        match self.0.get(name) {
            None => Ok(String::new()),
            Some(_) => self.required_text(name),
        }
    }

    /// A text that must be there.
    pub(crate) fn required_text(self, name: &str) -> Result<String, ShapeError> {
        match self.required(name)? {
            Value::String(text) => Ok(text.clone()),
            _ => Err(ShapeError::wrong(name, "a string")),
        }
    }

    /// A list of texts that may be absent, and is empty then.
    pub(crate) fn texts(self, name: &str) -> Result<Vec<String>, ShapeError> {
        let wrong = || ShapeError::wrong(name, "a list of strings");
        let Some(value) = self.0.get(name) else {
            return Ok(Vec::new());
        };
        let mut texts = Vec::new();
        for item in value.as_array().ok_or_else(wrong)? {
            texts.push(item.as_str().ok_or_else(wrong)?.to_owned());
        }
        Ok(texts)
    }

    /// A flag that may be absent, and is off then.
    pub(crate) fn flag(self, name: &str) -> Result<bool, ShapeError> {
        match self.0.get(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(ShapeError::wrong(name, "true or false")),
        }
    }

    /// A whole number that must be there.
    pub(crate) fn whole(self, name: &str) -> Result<u64, ShapeError> {
        let wrong = || ShapeError::wrong(name, "a whole number");
        self.required(name)?.as_u64().ok_or_else(wrong)
    }

    /// A whole number, also when it comes as a string; anything else counts as absent.
    pub(crate) fn number(self, name: &str) -> Option<u64> {
        super::lenient::as_number(self.0.get(name)?)
    }

    /// A list, also when it is `null` or a single value where the documents show a list.
    pub(crate) fn list(self, name: &str) -> &'v [Value] {
        match self.0.get(name) {
            None | Some(Value::Null) => &[],
            Some(Value::Array(items)) => items,
            Some(single) => std::slice::from_ref(single),
        }
    }

    /// Makes sure that there are no other members than these.
    pub(crate) fn only(self, known: &[&str]) -> Result<(), ShapeError> {
        let other = self.0.keys().find(|name| !known.contains(&name.as_str()));
        other.map_or(Ok(()), |name| Err(ShapeError::unknown(name)))
    }

    /// All members with their names.
    pub(crate) fn iter(self) -> impl Iterator<Item = (&'v String, &'v Value)> {
        self.0.iter()
    }
}

/// Writes an object member by member.
#[derive(Default)]
pub(crate) struct Writer(Map<String, Value>);

impl Writer {
    /// Adds a member.
    pub(crate) fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// Adds a text.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.put(name, Value::String(text.to_owned()));
    }

    /// Adds a text when there is one.
    pub(crate) fn optional_text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// The object.
    pub(crate) fn finish(self) -> Value {
        Value::Object(self.0)
    }
}
