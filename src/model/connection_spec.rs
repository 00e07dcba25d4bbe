//! Connection specifications: what a source is called and what it wants to know.

use std::fmt;

use serde_json::Value;

use super::id::ConnectionSpecId;
use super::lenient;
use super::members::{FromJson, Members, ShapeError, ToJson, Writer};

/// Points to a specification, as the bodies of create requests do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpecReference<Id> {
    /// The specification's identifier.
    pub id: Id,
    /// Its version. Always `"1.0"` so far; leaving it out is documented as allowed and answered with 422 elsewhere.
    pub version: String,
}

impl<Id> SpecReference<Id> {
    /// A reference to version `"1.0"`.
    pub fn first(id: Id) -> Self {
        Self {
            id,
            version: first_version(),
        }
    }
}

fn first_version() -> String {
    "1.0".to_owned()
}

impl<Id: From<String>> FromJson for SpecReference<Id> {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let (id, version) = read_reference(value)?;
        Ok(Self {
            id: id.into(),
            version,
        })
    }
}

impl<Id: fmt::Display> ToJson for SpecReference<Id> {
    fn to_json(&self) -> Value {
        let mut writer = Writer::default();
        writer.text("id", &self.id.to_string());
        writer.text("version", &self.version);
        writer.finish()
    }
}

/// Identifier and version: apart from the type of the identifier, so that it is in the page once.
fn read_reference(value: &Value) -> Result<(String, String), ShapeError> {
    let members = Members::of(value)?;
    let version = match members.text_or_empty("version")? {
        version if version.is_empty() => first_version(),
        version => version,
    };
    Ok((members.required_text("id")?, version))
}

/// One way to sign in to a source. Its `spec` is the JSON Schema of `auth.params`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthSpec {
    /// Goes into `auth.specName`, to the letter. Not unique: one source may offer the same name on two clouds.
    pub name: String,
    /// Adobe's class of the method, such as `Basic_Authentication`.
    pub kind: Option<String>,
    /// JSON Schema, draft-07.
    pub spec: Value,
}

impl AuthSpec {
    /// The name to show: the schema's own title where it has one, else the name that is sent.
    pub fn title(&self) -> &str {
        self.spec
            .get("title")
            .and_then(Value::as_str)
            .unwrap_or(&self.name)
    }
}

impl FromJson for AuthSpec {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        Ok(Self {
            name: members.required_text("name")?,
            kind: members.text("type")?,
            spec: members.value("spec"),
        })
    }
}

/// A kind of source (or target), as the service describes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConnectionSpec {
    /// Fixed, the same in every organisation.
    pub id: ConnectionSpecId,
    /// The machine name, such as `amazon-redshift`.
    pub name: String,
    /// Groups connectors of one technical family.
    pub provider_id: Option<String>,
    /// `"1.0"` so far.
    pub version: Option<String>,
    /// The ways to sign in; may be empty.
    pub auth_spec: Vec<AuthSpec>,
    /// Describes `sourceConnection.params`; carries display attributes as well.
    pub source_spec: Value,
    /// Describes `targetConnection.params`.
    pub target_spec: Value,
    /// How the source can be looked into.
    pub explore_spec: Value,
    /// Display name, category, capabilities.
    pub attributes: Value,
}

impl FromJson for ConnectionSpec {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let mut auth_spec = Vec::new();
        for spec in members.list("authSpec") {
            auth_spec.push(AuthSpec::from_json(spec)?);
        }
        Ok(Self {
            id: members.required_text("id")?.into(),
            name: members.text_or_empty("name")?,
            provider_id: members.text("providerId")?,
            version: members.text("version")?,
            auth_spec,
            source_spec: members.value("sourceSpec"),
            target_spec: members.value("targetSpec"),
            explore_spec: members.value("exploreSpec"),
            attributes: members.value("attributes"),
        })
    }
}

impl ConnectionSpec {
    /// A reference to this spec, for the body of a create request.
    pub fn reference(&self) -> SpecReference<ConnectionSpecId> {
        match &self.version {
            Some(version) => SpecReference {
                id: self.id.clone(),
                version: version.clone(),
            },
            None => SpecReference::first(self.id.clone()),
        }
    }

    /// The name to show: the connector's display name or label where there is one, else the machine name.
    pub fn title(&self) -> String {
        self.attribute("/connectorName")
            .or_else(|| self.display_text("label"))
            .unwrap_or_else(|| self.name.clone())
    }

    /// The service's own description of the source, when it has one in words.
    pub fn description(&self) -> Option<String> {
        self.display_text("description")
    }

    /// The category's key as Adobe's consoles use it, such as `databases`; empty when the spec names none.
    pub fn category(&self) -> String {
        self.display_text("category")
            .or_else(|| self.attribute("/category"))
            .unwrap_or_default()
    }

    /// True for connectors that Adobe marks as beta.
    pub fn is_beta(&self) -> bool {
        self.source_spec
            .pointer("/attributes/uiAttributes/isBeta")
            .and_then(lenient::as_flag)
            .unwrap_or(false)
    }

    /// True when connections of this spec receive records at an inlet of their own (HTTP API).
    /// Such a spec cannot be explored: its `exploreSpec.type` says `StreamingConnection`.
    pub fn provides_inlet(&self) -> bool {
        self.explore_spec.get("type").and_then(Value::as_str) == Some("StreamingConnection")
    }

    /// False when the service says that connections of this spec take no changes
    /// (`attributes.uiAttributes.apiFeatures.updateSupported`).
    pub fn takes_changes(&self) -> bool {
        self.attributes
            .pointer("/uiAttributes/apiFeatures/updateSupported")
            .and_then(lenient::as_flag)
            .unwrap_or(true)
    }

    /// True when records can come from here; false for pure targets such as the data lake.
    pub fn is_source(&self) -> bool {
        self.attributes
            .get("isSource")
            .or_else(|| {
                self.source_spec
                    .pointer("/attributes/uiAttributes/isSource")
            })
            .and_then(lenient::as_flag)
            // A spec that does not say is a target only if it describes nothing but a target.
            .unwrap_or_else(|| !self.auth_spec.is_empty() || self.target_spec.is_null())
    }

    fn attribute(&self, pointer: &str) -> Option<String> {
        self.attributes
            .pointer(pointer)
            .and_then(Value::as_str)
            .map(str::to_owned)
    }

    /// `sourceSpec.attributes.uiAttributes.<name>`, where only words count and translation keys of Adobe's do not,
    /// save for the category, whose key is a word.
    fn display_text(&self, name: &str) -> Option<String> {
        let value = self
            .source_spec
            .pointer("/attributes/uiAttributes")?
            .get(name)?;
        if name != "category" && value.get("text").is_none() && !value.is_string() {
            return None;
        }
        lenient::as_text(value)
    }
}
