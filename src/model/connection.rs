//! Base, source and target connections: the bodies of their create requests, which replies repeat.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::connection_spec::SpecReference;
use super::id::{BaseConnectionId, ConnectionSpecId, DataSetId};
use super::inlet::Inlet;
use super::lenient;
use crate::secret::Document;

/// How a base connection signs in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", remote = "Self")]
pub struct Authentication {
    /// One of the spec's `authSpec[].name`, to the letter.
    pub spec_name: String,
    /// What the auth spec's JSON Schema asks for.
    #[serde(default)]
    pub params: Document,
    /// What else stands in `auth`. The documents know of nothing; it is sent as it is.
    #[serde(skip)]
    pub others: Vec<(String, Document)>,
}

/// Credentials for a source. Adobe's pages call it "account", its API plainly "connection".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", remote = "Self")]
pub struct BaseConnection {
    /// Shown in lists.
    #[serde(default)]
    pub name: String,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The connector family's provider. Older tutorials send it for streaming; the service works it out by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// How to sign in; absent for specs without authentication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth: Option<Authentication>,
    /// The kind of source.
    pub connection_spec: SpecReference<ConnectionSpecId>,
    /// What else stands in the body, but for what the service adds. It is sent as it is.
    #[serde(skip)]
    pub others: Vec<(String, Document)>,
}

/// Names of members that [`Authentication`] has a place for.
const AUTHENTICATION_MEMBERS: [&str; 2] = ["specName", "params"];

/// Names of members that [`BaseConnection`] has a place for, or that the service adds to every object it stores.
const CONNECTION_MEMBERS: [&str; 19] = [
    "name",
    "description",
    "providerId",
    "auth",
    "connectionSpec",
    "id",
    "version",
    "etag",
    "eTag",
    "state",
    "createdAt",
    "updatedAt",
    "createdBy",
    "updatedBy",
    "createdClient",
    "updatedClient",
    "sandboxId",
    "sandboxName",
    "imsOrgId",
];

fn others(value: &Value, known: &[&str]) -> Vec<(String, Document)> {
    let mut others = Vec::new();
    for (name, member) in value.as_object().into_iter().flatten() {
        if !known.contains(&name.as_str()) {
            others.push((name.clone(), Document::Plain(member.clone())));
        }
    }
    others
}

impl<'de> Deserialize<'de> for Authentication {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let mut read = Self::deserialize(&value).map_err(D::Error::custom)?;
        read.others = others(&value, &AUTHENTICATION_MEMBERS);
        Ok(read)
    }
}

impl<'de> Deserialize<'de> for BaseConnection {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let mut read = Self::deserialize(&value).map_err(D::Error::custom)?;
        read.others = others(&value, &CONNECTION_MEMBERS);
        Ok(read)
    }
}

/// Without [`Authentication::others`], which the encoder adds.
impl Serialize for Authentication {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

/// Without [`BaseConnection::others`], which the encoder adds.
impl Serialize for BaseConnection {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl BaseConnection {
    /// Where records go, when this connection has an inlet. The service adds it after creation.
    pub fn inlet(&self) -> Option<Inlet> {
        let params = self.auth.as_ref()?.params.with_placeholders();
        let url = params.get("inletUrl")?.as_str()?.to_owned();
        Some(Inlet {
            url,
            id: params
                .get("inletId")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .into(),
            authentication_required: params
                .get("authenticationRequired")
                .and_then(lenient::as_flag)
                .unwrap_or(false),
        })
    }
}

/// The format of what a source or target connection carries.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DataFormat {
    /// `delimited`, `json`, `parquet`, `tabular`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
}

/// What a dataflow reads: a base connection, and where in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceConnection {
    /// Shown in lists.
    #[serde(default)]
    pub name: String,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The credentials to use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_connection_id: Option<BaseConnectionId>,
    /// The same spec as the base connection's.
    pub connection_spec: SpecReference<ConnectionSpecId>,
    /// The format of the data; streaming connections have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<DataFormat>,
    /// Table, path and the like, as the spec's `sourceSpec` describes; streaming connections have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub params: Option<Value>,
}

/// Points to an XDM schema.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SchemaReference {
    /// The schema's `$id`, a URI.
    pub id: String,
    /// A media type with a version in it, such as `application/vnd.adobe.xed-full+json;version=1`; not a number.
    pub version: String,
}

/// The format and schema of what a target connection writes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TargetData {
    /// `parquet_xdm` for the data lake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// The XDM schema; needed by dataflows with a mapping.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<SchemaReference>,
}

/// Names the dataset. The capital S is Adobe's here; the inlet's messages write `datasetId`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DataSetParameters {
    /// The dataset that takes the records.
    #[serde(default)]
    pub data_set_id: DataSetId,
}

/// Where a dataflow writes: a dataset in the data lake.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetConnection {
    /// Shown in lists.
    #[serde(default)]
    pub name: String,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The data lake's spec.
    pub connection_spec: SpecReference<ConnectionSpecId>,
    /// Format and schema.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<TargetData>,
    /// The dataset.
    #[serde(default)]
    pub params: DataSetParameters,
}
