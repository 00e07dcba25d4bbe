//! The target connection: which dataset of the data lake a dataflow writes.

use crate::console::reactive::*;
use serde_json::json;

use super::Walk;
use super::step_form::StepForm;
use crate::api::{Call, Operation};
use crate::console::schema_form::{FormState, Naming};
use crate::console::state::{Console, LastCreated};
use crate::console::submission::Submission;
use crate::console::view::View;
use crate::form::Form;
use crate::model::{
    ConnectionSpecId, Created, DataSetParameters, SchemaReference, SpecReference, TargetConnection,
    TargetConnectionId, TargetData,
};
use crate::schema::Pointer;
use crate::secret::Document;

/// The media type that Adobe's documents send with a schema's id.
const SCHEMA_VERSION: &str = "application/vnd.adobe.xed-full+json;version=1";

/// The step.
pub(super) fn view(console: Console, walk: Walk) -> View {
    let draft_name = walk.draft_name("target");
    let top = json!({
        "properties": { "name": { "type": "string" }, "description": { "type": "string" } },
        "required": ["name"],
        "additionalProperties": false
    });
    let params = json!({
        "properties": { "dataSetId": { "type": "string", "examples": ["5f2a7c1b9d3e4a0012345678"] } },
        "required": ["dataSetId"],
        "additionalProperties": false
    });
    let data = json!({
        "properties": { "format": { "type": "string", "enum": ["parquet_xdm", "json", "delimited"], "default": "parquet_xdm" } },
        "required": ["format"],
        "additionalProperties": false
    });
    let schema = json!({
        "properties": {
            "id": {
                "type": "string",
                "format": "uri",
                "title": "XDM schema",
                "examples": ["https://ns.adobe.com/acme/schemas/9f3b1c2d"]
            },
            "version": { "type": "string", "title": "XDM schema version", "examples": [SCHEMA_VERSION] }
        },
        "additionalProperties": false
    });
    let root = Pointer::root();
    let data_at = root.child("data");
    let form = |name: &str, schema: &serde_json::Value, at: &Pointer| {
        let form = console
            .drafts
            .form(&format!("{draft_name}{name}"), || Form::new(schema, at));
        FormState::new(console, form, Naming::Pointer)
    };
    let forms = [
        form("", &top, &root),
        form("/params", &params, &root.child("params")),
        form("/data", &data, &data_at),
        form("/schema", &schema, &data_at.child("schema")),
    ];
    let operation = Signal::derive(move || {
        Operation::CreateTargetConnection(connection(&forms.map(FormState::document)))
    });
    let done = move |created: Created<TargetConnectionId>| {
        console.last_created.set(Some(LastCreated::of(&created)));
        console.go(&Walk {
            target: Some(created.id),
            ..walk.clone()
        }
        .route());
    };
    StepForm {
        forms: forms.to_vec(),
        arrival: console.arrivals.take_into("walk/target", &forms),
        conditional: None,
        operation,
        call: |operation| match operation {
            Operation::CreateTargetConnection(connection) => {
                Some(Call::create_target_connection(connection))
            }
            _ => None,
        },
        label: |words| words.chain().create_target_connection,
        submission: Submission::new(),
        draft_name,
        done: Callback::new(done),
    }
    .view(console)
}

fn connection([top, params, data, schema]: &[Document; 4]) -> TargetConnection {
    let schema = schema.text(&["id"]).map(|id| SchemaReference {
        id,
        version: schema
            .text(&["version"])
            .unwrap_or_else(|| SCHEMA_VERSION.to_owned()),
    });
    TargetConnection {
        name: top.text(&["name"]).unwrap_or_default(),
        description: top.text(&["description"]),
        connection_spec: SpecReference::first(ConnectionSpecId::data_lake()),
        data: Some(TargetData {
            format: data.text(&["format"]),
            schema,
        }),
        params: DataSetParameters {
            data_set_id: params.text(&["dataSetId"]).unwrap_or_default().into(),
        },
    }
}
