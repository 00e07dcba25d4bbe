//! Flows (dataflows on screen) and flow specifications.

use serde_json::Value;

use super::connection_spec::SpecReference;
use super::id::{ConnectionSpecId, FlowSpecId, SourceConnectionId, TargetConnectionId};
use super::members::{FromJson, Members, ShapeError, ToJson, Writer};

/// What a transformation refers to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// The mapping set of Data Prep (32 hexadecimal digits).
    pub mapping_id: String,
    /// Its version, from 0.
    pub mapping_version: Option<u64>,
}

/// A step between source and target. The only one documented for ingestion is called `Mapping`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transformation {
    /// `Mapping`.
    pub name: String,
    /// The mapping set.
    pub params: Mapping,
}

/// A dataflow: which source connection feeds which target connection, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    /// Shown in lists.
    pub name: String,
    /// Free text.
    pub description: Option<String>,
    /// The kind of dataflow.
    pub flow_spec: SpecReference<FlowSpecId>,
    /// Exactly one for dataflows into the data lake.
    pub source_connection_ids: Vec<SourceConnectionId>,
    /// Exactly one for dataflows into the data lake.
    pub target_connection_ids: Vec<TargetConnectionId>,
    /// Empty without a mapping.
    pub transformations: Vec<Transformation>,
}

impl FromJson for Transformation {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let params = Members::of(members.required("params")?)?;
        Ok(Self {
            name: members.required_text("name")?,
            params: Mapping {
                mapping_id: params.required_text("mappingId")?,
                mapping_version: params.number("mappingVersion"),
            },
        })
    }
}

impl ToJson for Transformation {
    fn to_json(&self) -> Value {
        let mut params = Writer::default();
        params.text("mappingId", &self.params.mapping_id);
        if let Some(version) = self.params.mapping_version {
            params.put("mappingVersion", version.into());
        }
        let mut writer = Writer::default();
        writer.text("name", &self.name);
        writer.put("params", params.finish());
        writer.finish()
    }
}

impl FromJson for Flow {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let mut transformations = Vec::new();
        for transformation in members.list("transformations") {
            transformations.push(Transformation::from_json(transformation)?);
        }
        Ok(Self {
            name: members.text_or_empty("name")?,
            description: members.text("description")?,
            flow_spec: FromJson::from_json(members.required("flowSpec")?)?,
            source_connection_ids: ids(members, "sourceConnectionIds")?,
            target_connection_ids: ids(members, "targetConnectionIds")?,
            transformations,
        })
    }
}

impl ToJson for Flow {
    fn to_json(&self) -> Value {
        let sources = self.source_connection_ids.iter();
        let targets = self.target_connection_ids.iter();
        let mut writer = Writer::default();
        writer.text("name", &self.name);
        writer.optional_text("description", self.description.as_deref());
        writer.put("flowSpec", self.flow_spec.to_json());
        writer.put(
            "sourceConnectionIds",
            sources.map(SourceConnectionId::as_str).collect(),
        );
        writer.put(
            "targetConnectionIds",
            targets.map(TargetConnectionId::as_str).collect(),
        );
        if !self.transformations.is_empty() {
            let transformations = self.transformations.iter();
            writer.put(
                "transformations",
                transformations.map(ToJson::to_json).collect(),
            );
        }
        writer.finish()
    }
}

fn ids<Id: From<String>>(members: Members<'_>, name: &str) -> Result<Vec<Id>, ShapeError> {
    Ok(members.texts(name)?.into_iter().map(Into::into).collect())
}

/// A kind of dataflow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowSpec {
    /// Fixed, the same in every organisation.
    pub id: FlowSpecId,
    /// The name, such as `CloudStorageToAEP`.
    pub name: String,
    /// `"1.0"` so far.
    pub version: Option<String>,
    /// The sources it can read.
    pub source_connection_spec_ids: Vec<ConnectionSpecId>,
    /// The targets it can write.
    pub target_connection_spec_ids: Vec<ConnectionSpecId>,
    /// What may happen in between; two spellings of the key are in use.
    pub transformation_specs: Vec<Value>,
    /// When it runs; absent for streaming.
    pub schedule_spec: Value,
}

impl FromJson for FlowSpec {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let spelt = ["transformationSpecs", "transformationSpec"]
            .into_iter()
            .find(|name| members.optional(name).is_some());
        Ok(Self {
            id: members.required_text("id")?.into(),
            name: members.text_or_empty("name")?,
            version: members.text("version")?,
            source_connection_spec_ids: ids(members, "sourceConnectionSpecIds")?,
            target_connection_spec_ids: ids(members, "targetConnectionSpecIds")?,
            transformation_specs: members.list(spelt.unwrap_or_default()).to_vec(),
            schedule_spec: members.value("scheduleSpec"),
        })
    }
}

impl FlowSpec {
    /// A reference to this spec, for the body of a create request.
    pub fn reference(&self) -> SpecReference<FlowSpecId> {
        match &self.version {
            Some(version) => SpecReference {
                id: self.id.clone(),
                version: version.clone(),
            },
            None => SpecReference::first(self.id.clone()),
        }
    }

    /// True when dataflows of this spec may join the two kinds of connection.
    pub fn joins(&self, source: &ConnectionSpecId, target: &ConnectionSpecId) -> bool {
        self.source_connection_spec_ids.contains(source)
            && self.target_connection_spec_ids.contains(target)
    }

    /// True when a mapping may, and for raw records must, stand between source and target.
    pub fn takes_mapping(&self) -> bool {
        self.transformation_specs
            .iter()
            .any(|spec| spec.get("name").and_then(Value::as_str) == Some("Mapping"))
    }
}
