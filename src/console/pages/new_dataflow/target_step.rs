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
use crate::form::build_fields;
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
        "required": ["name"]
    });
    let params = json!({
        "properties": { "dataSetId": { "type": "string", "examples": ["5f2a7c1b9d3e4a0012345678"] } },
        "required": ["dataSetId"]
    });
    let data = json!({
        "properties": { "format": { "type": "string", "enum": ["parquet_xdm", "json", "delimited"], "default": "parquet_xdm" } },
        "required": ["format"]
    });
    let schema = json!({
        "properties": {
            "id": { "type": "string", "format": "uri", "examples": ["https://ns.adobe.com/acme/schemas/9f3b1c2d"] },
            "version": { "type": "string", "default": SCHEMA_VERSION }
        }
    });
    let root = Pointer::root();
    let mut fields = build_fields(&top, &root);
    fields.extend(build_fields(&params, &root.child("params")));
    fields.extend(build_fields(&data, &root.child("data")));
    fields.extend(
        build_fields(&schema, &root.child("data").child("schema"))
            .into_iter()
            .map(|mut field| {
                // `id` and `version` alone would not say of what.
                field.title = Some(
                    if field.name == "id" {
                        "XDM schema"
                    } else {
                        "XDM schema version"
                    }
                    .to_owned(),
                );
                field
            }),
    );
    let form = FormState::new(fields, Naming::Pointer, &console.drafts.recall(&draft_name));
    let typed = form.clone();
    let operation =
        Memo::new(move |_| Operation::CreateTargetConnection(connection(&typed.gather().document)));
    let done = move |created: Created<TargetConnectionId>| {
        console.last_created.set(Some(LastCreated::of(&created)));
        console.go(&Walk {
            target: Some(created.id),
            ..walk.clone()
        }
        .route());
    };
    StepForm {
        form,
        conditional: None,
        operation,
        call: |operation| match operation {
            Operation::CreateTargetConnection(connection) => {
                Some(Call::create_target_connection(connection))
            }
            _ => None,
        },
        label: |words| words.create_target_connection,
        submission: Submission::new(),
        draft_name,
        done: Callback::new(done),
    }
    .view(console)
}

fn connection(document: &Document) -> TargetConnection {
    let schema = document
        .text(&["data", "schema", "id"])
        .map(|id| SchemaReference {
            id,
            version: document
                .text(&["data", "schema", "version"])
                .unwrap_or_else(|| SCHEMA_VERSION.to_owned()),
        });
    TargetConnection {
        name: document.text(&["name"]).unwrap_or_default(),
        description: document.text(&["description"]),
        connection_spec: SpecReference::first(ConnectionSpecId::data_lake()),
        data: Some(TargetData {
            format: document.text(&["data", "format"]),
            schema,
        }),
        params: DataSetParameters {
            data_set_id: document
                .text(&["params", "dataSetId"])
                .unwrap_or_default()
                .into(),
        },
    }
}
