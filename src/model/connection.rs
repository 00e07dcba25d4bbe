//! Base, source and target connections: the bodies of their create requests, which replies repeat.

use serde_json::Value;

use super::connection_spec::SpecReference;
use super::id::{BaseConnectionId, ConnectionSpecId, DataSetId};
use super::inlet::Inlet;
use super::lenient;
use super::members::{FromJson, Members, ShapeError, ToJson, Writer};
use crate::secret::Document;

/// How a base connection signs in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Authentication {
    /// One of the spec's `authSpec[].name`, to the letter.
    pub spec_name: String,
    /// What the auth spec's JSON Schema asks for.
    pub params: Document,
    /// What else stands in `auth`. The documents know of nothing; it is sent as it is.
    pub others: Vec<(String, Document)>,
}

/// Credentials for a source. Adobe's pages call it "account", its API plainly "connection".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BaseConnection {
    /// Shown in lists.
    pub name: String,
    /// Free text.
    pub description: Option<String>,
    /// The connector family's provider. Older tutorials send it for streaming; the service works it out by itself.
    pub provider_id: Option<String>,
    /// How to sign in; absent for specs without authentication.
    pub auth: Option<Authentication>,
    /// The kind of source.
    pub connection_spec: SpecReference<ConnectionSpecId>,
    /// What else stands in the body, but for what the service adds. It is sent as it is.
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

fn others(members: Members<'_>, known: &[&str]) -> Vec<(String, Document)> {
    let mut others = Vec::new();
    for (name, member) in members.iter() {
        if !known.contains(&name.as_str()) {
            others.push((name.clone(), Document::Plain(member.clone())));
        }
    }
    others
}

impl FromJson for Authentication {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let params = members.optional("params");
        Ok(Self {
            spec_name: members.required_text("specName")?,
            params: params
                .cloned()
                .map_or_else(Document::default, Document::Plain),
            others: others(members, &AUTHENTICATION_MEMBERS),
        })
    }
}

/// Without [`Authentication::others`], which the encoder adds.
impl ToJson for Authentication {
    fn to_json(&self) -> Value {
        let mut writer = Writer::default();
        writer.text("specName", &self.spec_name);
        writer.put("params", self.params.with_placeholders());
        writer.finish()
    }
}

impl FromJson for BaseConnection {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let auth = members.optional("auth");
        Ok(Self {
            name: members.text_or_empty("name")?,
            description: members.text("description")?,
            provider_id: members.text("providerId")?,
            auth: auth.map(FromJson::from_json).transpose()?,
            connection_spec: FromJson::from_json(members.required("connectionSpec")?)?,
            others: others(members, &CONNECTION_MEMBERS),
        })
    }
}

/// Without [`BaseConnection::others`], which the encoder adds.
impl ToJson for BaseConnection {
    fn to_json(&self) -> Value {
        let mut writer = Writer::default();
        writer.text("name", &self.name);
        writer.optional_text("description", self.description.as_deref());
        writer.optional_text("providerId", self.provider_id.as_deref());
        if let Some(auth) = &self.auth {
            writer.put("auth", auth.to_json());
        }
        writer.put("connectionSpec", self.connection_spec.to_json());
        writer.finish()
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataFormat {
    /// `delimited`, `json`, `parquet`, `tabular`.
    pub format: Option<String>,
}

/// What a dataflow reads: a base connection, and where in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceConnection {
    /// Shown in lists.
    pub name: String,
    /// Free text.
    pub description: Option<String>,
    /// The credentials to use.
    pub base_connection_id: Option<BaseConnectionId>,
    /// The same spec as the base connection's.
    pub connection_spec: SpecReference<ConnectionSpecId>,
    /// The format of the data; streaming connections have none.
    pub data: Option<DataFormat>,
    /// Table, path and the like, as the spec's `sourceSpec` describes; streaming connections have none.
    pub params: Option<Value>,
}

impl FromJson for DataFormat {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let format = Members::of(value)?.text("format")?;
        Ok(Self { format })
    }
}

impl ToJson for DataFormat {
    fn to_json(&self) -> Value {
        let mut writer = Writer::default();
        writer.optional_text("format", self.format.as_deref());
        writer.finish()
    }
}

impl FromJson for SourceConnection {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let data = members.optional("data");
        Ok(Self {
            name: members.text_or_empty("name")?,
            description: members.text("description")?,
            base_connection_id: members.text("baseConnectionId")?.map(Into::into),
            connection_spec: FromJson::from_json(members.required("connectionSpec")?)?,
            data: data.map(FromJson::from_json).transpose()?,
            params: members.optional("params").cloned(),
        })
    }
}

impl ToJson for SourceConnection {
    fn to_json(&self) -> Value {
        let base = self.base_connection_id.as_ref();
        let mut writer = Writer::default();
        writer.text("name", &self.name);
        writer.optional_text("description", self.description.as_deref());
        writer.optional_text("baseConnectionId", base.map(BaseConnectionId::as_str));
        writer.put("connectionSpec", self.connection_spec.to_json());
        if let Some(data) = &self.data {
            writer.put("data", data.to_json());
        }
        if let Some(params) = &self.params {
            writer.put("params", params.clone());
        }
        writer.finish()
    }
}

/// Points to an XDM schema.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SchemaReference {
    /// The schema's `$id`, a URI.
    pub id: String,
    /// A media type with a version in it, such as `application/vnd.adobe.xed-full+json;version=1`; not a number.
    pub version: String,
}

/// The format and schema of what a target connection writes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetData {
    /// `parquet_xdm` for the data lake.
    pub format: Option<String>,
    /// The XDM schema; needed by dataflows with a mapping.
    pub schema: Option<SchemaReference>,
}

/// Names the dataset. The capital S is Adobe's here; the inlet's messages write `datasetId`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataSetParameters {
    /// The dataset that takes the records.
    pub data_set_id: DataSetId,
}

/// Where a dataflow writes: a dataset in the data lake.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetConnection {
    /// Shown in lists.
    pub name: String,
    /// Free text.
    pub description: Option<String>,
    /// The data lake's spec.
    pub connection_spec: SpecReference<ConnectionSpecId>,
    /// Format and schema.
    pub data: Option<TargetData>,
    /// The dataset.
    pub params: DataSetParameters,
}

impl FromJson for TargetData {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let schema = match members.optional("schema") {
            Some(schema) => {
                let members = Members::of(schema)?;
                Some(SchemaReference {
                    id: members.required_text("id")?,
                    version: members.required_text("version")?,
                })
            }
            None => None,
        };
        Ok(Self {
            format: members.text("format")?,
            schema,
        })
    }
}

impl ToJson for TargetData {
    fn to_json(&self) -> Value {
        let mut writer = Writer::default();
        writer.optional_text("format", self.format.as_deref());
        if let Some(schema) = &self.schema {
            let mut reference = Writer::default();
            reference.text("id", &schema.id);
            reference.text("version", &schema.version);
            writer.put("schema", reference.finish());
        }
        writer.finish()
    }
}

impl FromJson for TargetConnection {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let data = members.optional("data");
        let data_set_id = match members.optional("params") {
            Some(params) => Members::of(params)?.text_or_empty("dataSetId")?,
            None => String::new(),
        };
        Ok(Self {
            name: members.text_or_empty("name")?,
            description: members.text("description")?,
            connection_spec: FromJson::from_json(members.required("connectionSpec")?)?,
            data: data.map(FromJson::from_json).transpose()?,
            params: DataSetParameters {
                data_set_id: data_set_id.into(),
            },
        })
    }
}

impl ToJson for TargetConnection {
    fn to_json(&self) -> Value {
        let mut params = Writer::default();
        params.text("dataSetId", self.params.data_set_id.as_str());
        let mut writer = Writer::default();
        writer.text("name", &self.name);
        writer.optional_text("description", self.description.as_deref());
        writer.put("connectionSpec", self.connection_spec.to_json());
        if let Some(data) = &self.data {
            writer.put("data", data.to_json());
        }
        writer.put("params", params.finish());
        writer.finish()
    }
}
