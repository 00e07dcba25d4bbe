//! What every stored resource has in common: identifier, version, state and times.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::lenient;

/// The revision of a resource. The quotation marks are part of the value: Adobe's replies print
/// `"etag": "\"1700ce7b-…\""`, and `If-Match` wants them too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Created<Id> {
    /// The new resource's identifier.
    pub id: Id,
    /// Its first revision. Taken from the body, because a browser may not see the header.
    #[serde(default, alias = "eTag")]
    pub etag: Option<Etag>,
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

/// The members that [`Stored`] reads beside the content.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", bound = "Id: serde::de::DeserializeOwned")]
struct Envelope<Id> {
    id: Id,
    #[serde(default, alias = "eTag")]
    etag: Option<Etag>,
    #[serde(default)]
    state: Option<String>,
    #[serde(default, deserialize_with = "lenient::number")]
    created_at: Option<u64>,
    #[serde(default, deserialize_with = "lenient::number")]
    updated_at: Option<u64>,
    #[serde(default)]
    created_by: Option<String>,
}

impl<Id, Content> Stored<Id, Content>
where
    Id: serde::de::DeserializeOwned,
    Content: serde::de::DeserializeOwned,
{
    /// Reads one resource out of a reply.
    ///
    /// # Errors
    /// When the value is no object, has no `id`, or a member has a shape that cannot be understood.
    pub fn read(raw: Value) -> Result<Self, serde_json::Error> {
        let envelope = Envelope::<Id>::deserialize(&raw)?;
        let content = Content::deserialize(&raw)?;
        Ok(Self {
            id: envelope.id,
            etag: envelope.etag,
            state: envelope.state.as_deref().map(State::read),
            created_at: envelope.created_at,
            updated_at: envelope.updated_at,
            created_by: envelope.created_by,
            content,
            raw,
        })
    }
}
