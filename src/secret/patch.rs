//! Changes to a document, as JSON Patch (RFC 6902) writes them.

use serde_json::{Map, Value};

use super::{Document, Secrets, placeholder};

/// What becomes of one place. Flow Service takes these three and refuses `move`, `copy` and `test`.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A value where there may be none yet; one that is there is replaced.
    Add(Document),
    /// Another value where there is one.
    Replace(Document),
    /// No value any more where there is one.
    Remove,
}

/// One operation of a JSON Patch.
#[derive(Clone, Debug, PartialEq)]
pub struct PatchOperation {
    /// The place: a JSON Pointer (RFC 6901) into the whole document, such as `/auth/params/password`.
    pub path: String,
    /// What becomes of it.
    pub edit: Edit,
}

impl PatchOperation {
    /// The operation as it is sent: the operators in lower case, as Adobe's tutorials have them.
    pub fn to_json(&self, secrets: Secrets) -> Value {
        let (operator, value) = match &self.edit {
            Edit::Add(value) => ("add", Some(value)),
            Edit::Replace(value) => ("replace", Some(value)),
            Edit::Remove => ("remove", None),
        };
        let mut members = Map::new();
        members.insert("op".to_owned(), Value::String(operator.to_owned()));
        members.insert("path".to_owned(), Value::String(self.path.clone()));
        if let Some(value) = value {
            members.insert("value".to_owned(), value.write(secrets, self.name()));
        }
        Value::Object(members)
    }

    /// The placeholders that stand for secrets when the operation is written without them.
    pub fn placeholders(&self) -> Vec<String> {
        match &self.edit {
            Edit::Add(Document::Secret(_)) | Edit::Replace(Document::Secret(_)) => {
                vec![placeholder(self.name())]
            }
            Edit::Add(value) | Edit::Replace(value) => value.placeholders(),
            Edit::Remove => Vec::new(),
        }
    }

    /// The last step of the path, by which a secret there is called.
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}
