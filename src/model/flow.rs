//! Flows (dataflows on screen) and flow specifications.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::connection_spec::SpecReference;
use super::id::{ConnectionSpecId, FlowSpecId, SourceConnectionId, TargetConnectionId};
use super::lenient;

/// What a transformation refers to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mapping {
    /// The mapping set of Data Prep (32 hexadecimal digits).
    pub mapping_id: String,
    /// Its version, from 0.
    #[serde(
        default,
        deserialize_with = "lenient::number",
        skip_serializing_if = "Option::is_none"
    )]
    pub mapping_version: Option<u64>,
}

/// A step between source and target. The only one documented for ingestion is called `Mapping`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Transformation {
    /// `Mapping`.
    pub name: String,
    /// The mapping set.
    pub params: Mapping,
}

/// A dataflow: which source connection feeds which target connection, and how.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Flow {
    /// Shown in lists.
    #[serde(default)]
    pub name: String,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The kind of dataflow.
    pub flow_spec: SpecReference<FlowSpecId>,
    /// Exactly one for dataflows into the data lake.
    #[serde(default)]
    pub source_connection_ids: Vec<SourceConnectionId>,
    /// Exactly one for dataflows into the data lake.
    #[serde(default)]
    pub target_connection_ids: Vec<TargetConnectionId>,
    /// Empty without a mapping.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transformations: Vec<Transformation>,
}

/// A kind of dataflow.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FlowSpec {
    /// Fixed, the same in every organisation.
    pub id: FlowSpecId,
    /// The name, such as `CloudStorageToAEP`.
    #[serde(default)]
    pub name: String,
    /// `"1.0"` so far.
    #[serde(default)]
    pub version: Option<String>,
    /// The sources it can read.
    #[serde(default)]
    pub source_connection_spec_ids: Vec<ConnectionSpecId>,
    /// The targets it can write.
    #[serde(default)]
    pub target_connection_spec_ids: Vec<ConnectionSpecId>,
    /// What may happen in between; two spellings of the key are in use.
    #[serde(
        default,
        alias = "transformationSpec",
        deserialize_with = "lenient::list"
    )]
    pub transformation_specs: Vec<Value>,
    /// When it runs; absent for streaming.
    #[serde(default)]
    pub schedule_spec: Value,
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
