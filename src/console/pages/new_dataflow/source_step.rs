//! The source connection: which base connection a dataflow reads.

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
    ConnectionSpecId, Created, SourceConnection, SourceConnectionId, SpecReference,
};
use crate::schema::Pointer;

/// The step.
pub(super) fn view(console: Console, walk: Walk, spec: SpecReference<ConnectionSpecId>) -> View {
    let draft_name = walk.draft_name("source");
    let fields = json!({
        "properties": { "name": { "type": "string" }, "description": { "type": "string" } },
        "required": ["name"],
        "additionalProperties": false
    });
    let form = console
        .drafts
        .form(&draft_name, || Form::new(&fields, &Pointer::root()));
    let form = FormState::new(console, form, Naming::Pointer);
    let base = walk.base.clone();
    let operation = Signal::derive(move || {
        let document = form.document();
        Operation::CreateSourceConnection(SourceConnection {
            name: document.text(&["name"]).unwrap_or_default(),
            description: document.text(&["description"]),
            base_connection_id: Some(base.clone()),
            connection_spec: spec.clone(),
            ..SourceConnection::default()
        })
    });
    let done = move |created: Created<SourceConnectionId>| {
        console.last_created.set(Some(LastCreated::of(&created)));
        console.go(&Walk {
            source: Some(created.id),
            ..walk.clone()
        }
        .route());
    };
    StepForm {
        forms: vec![form],
        arrival: console.arrivals.take_into("walk/source", &[form]),
        conditional: None,
        operation,
        call: |operation| match operation {
            Operation::CreateSourceConnection(connection) => {
                Some(Call::create_source_connection(connection))
            }
            _ => None,
        },
        label: |words| words.chain().create_source_connection,
        submission: Submission::new(),
        draft_name,
        done: Callback::new(done),
    }
    .view(console)
}
