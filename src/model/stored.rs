//! What every stored resource has in common: identifier, version, state and times.

use serde_json::Value;

use super::members::{FromJson, Members, ShapeError};

/// The revision of a resource. The quotation marks are part of the value: Adobe's replies print
/// `"etag": "\"1700ce7b-…\""`, and `If-Match` wants them too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Etag(pub String);

/// Whether a resource works. Words that Adobe may add later are kept as they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// In use.
    Enabled,
    /// Switched off.
    Disabled,
    /// Between two states; the service finishes by itself.
    Initializing,
    /// Made with `mode=draft` and not published yet.
    Draft,
    /// Anything else, as it came.
    Other(String),
}

impl State {
    /// Reads the service's word, in any case.
    pub fn read(word: &str) -> Self {
        match word.to_ascii_lowercase().as_str() {
            "enabled" => Self::Enabled,
            "disabled" => Self::Disabled,
            "initializing" => Self::Initializing,
            "draft" => Self::Draft,
            _ => Self::Other(word.to_owned()),
        }
    }
}

/// The answer to a successful creation. Flow Service returns nothing but these two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created<Id> {
    /// The new resource's identifier.
    pub id: Id,
    /// Its first revision. Taken from the body, because a browser may not see the header.
    pub etag: Option<Etag>,
}

impl<Id: From<String>> Created<Id> {
    /// Reads the answer.
    ///
    /// # Errors
    /// When the value is no object or has no `id`.
    pub fn read(value: Value) -> Result<Self, ShapeError> {
        let members = Members::of(&value)?;
        Ok(Self {
            id: members.required_text("id")?.into(),
            etag: read_etag(members)?,
        })
    }
}

/// The revision, which comes in two spellings.
fn read_etag(members: Members<'_>) -> Result<Option<Etag>, ShapeError> {
    let etag = match members.text("etag")? {
        Some(etag) => Some(etag),
        None => members.text("eTag")?,
    };
    Ok(etag.map(Etag))
}

/// A resource as the service holds it: what was asked for, and what the service added.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored<Id, Content> {
    /// Its identifier.
    pub id: Id,
    /// Its revision.
    pub etag: Option<Etag>,
    /// Whether it works; absent in some replies.
    pub state: Option<State>,
    /// When it was made, in milliseconds since 1970.
    pub created_at: Option<u64>,
    /// When it last changed, in milliseconds since 1970.
    pub updated_at: Option<u64>,
    /// Who made it: an IMS user or technical account.
    pub created_by: Option<String>,
    /// What was asked for.
    pub content: Content,
    /// The reply as it came, for those who want to see all of it.
    pub raw: Value,
}

/// A resource but for its content: what [`Stored`] reads the same way whatever it holds.
type Envelope = Stored<String, ()>;

impl Envelope {
    fn read_envelope(raw: Value) -> Result<Self, ShapeError> {
        let members = Members::of(&raw)?;
        Ok(Self {
            id: members.required_text("id")?,
            etag: read_etag(members)?,
            state: members.text("state")?.as_deref().map(State::read),
            created_at: members.number("createdAt"),
            updated_at: members.number("updatedAt"),
            created_by: members.text("createdBy")?,
            content: (),
            raw,
        })
    }
}

impl<Id: From<String>, Content: FromJson> Stored<Id, Content> {
    /// Reads one resource out of a reply.
    ///
    /// # Errors
    /// When the value is no object, has no `id`, or a member has a shape that cannot be understood.
    pub fn read(raw: Value) -> Result<Self, ShapeError> {
        let envelope = Envelope::read_envelope(raw)?;
        Ok(Self {
            id: envelope.id.into(),
            etag: envelope.etag,
            state: envelope.state,
            created_at: envelope.created_at,
            updated_at: envelope.updated_at,
            created_by: envelope.created_by,
            content: Content::from_json(&envelope.raw)?,
            raw: envelope.raw,
        })
    }
}
