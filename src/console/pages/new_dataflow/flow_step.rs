//! The flow itself: joins the two connections.

use crate::console::reactive::*;
use serde_json::{Value, json};

use super::step_form::StepForm;
use super::{Walk, outputs};
use crate::api::{Call, ListQuery, Operation};
use crate::console::load::{load, loaded};
use crate::console::routes::Route;
use crate::console::schema_form::{FormState, Naming};
use crate::console::state::{Console, LastCreated};
use crate::console::view::{View, a, div, fragment, live, p, section, strong};
use crate::form::Form;
use crate::model::{
    BaseConnectionId, ConnectionSpecId, Created, Flow, FlowId, FlowSpec, FlowSpecId, Mapping,
    SourceConnectionId, TargetConnectionId, Transformation,
};
use crate::schema::Pointer;

/// What the flow joins.
type Joined = (SourceConnectionId, TargetConnectionId);

/// The step.
pub(super) fn view(
    console: Console,
    walk: Walk,
    joined: Joined,
    spec: ConnectionSpecId,
    data_type: Option<String>,
) -> View {
    let specs = load(console, move || {
        console.environment.track();
        Some(Call::list_flow_specs(ListQuery::default()))
    });
    loaded(console, specs, move |page| {
        let fitting: Vec<FlowSpec> = page
            .items
            .iter()
            .filter(|flow| flow.joins(&spec, &ConnectionSpecId::data_lake()))
            .cloned()
            .collect();
        if fitting.is_empty() {
            return p()
                .class("notice bad")
                .attribute("role", "alert")
                .live_text(console.say(|words| words.chain().no_flow_spec))
                .into();
        }
        form(
            console,
            &walk,
            joined.clone(),
            fitting,
            data_type.as_deref(),
        )
    })
}

fn form(
    console: Console,
    walk: &Walk,
    joined: Joined,
    specs: Vec<FlowSpec>,
    data_type: Option<&str>,
) -> View {
    let draft_name = walk.draft_name("flow");
    let form = |name: &str, make: &dyn Fn() -> Form| {
        let form = console.drafts.form(&format!("{draft_name}{name}"), make);
        FormState::new(console, form, Naming::Pointer)
    };
    let top = form("", &top_form);
    let kind = form("/kind", &|| kind_form(&specs, data_type));
    let mapping = form("/mapping", &mapping_form);
    let chosen = Memo::new(move |_| {
        let id = kind.text("/flowSpec/id");
        specs.iter().find(|spec| spec.id.as_str() == id).cloned()
    });
    let takes_mapping =
        Memo::new(move |_| chosen.with(|spec| spec.as_ref().is_some_and(FlowSpec::takes_mapping)));
    let operation = Signal::derive(move || {
        let transformation = takes_mapping
            .get()
            .then(|| transformation(mapping))
            .flatten();
        let spec = chosen.with(|spec| spec.as_ref().map(FlowSpec::reference));
        let description = top.text("/description");
        Operation::CreateFlow(Flow {
            name: top.text("/name"),
            description: (!description.is_empty()).then_some(description),
            flow_spec: spec.unwrap_or_default(),
            source_connection_ids: vec![joined.0.clone()],
            target_connection_ids: vec![joined.1.clone()],
            transformations: transformation.into_iter().collect(),
        })
    });
    let submission = walk.flow;
    let step = StepForm {
        forms: vec![top, kind],
        arrival: console
            .arrivals
            .take_into("walk/flow", &[top, kind, mapping]),
        conditional: Some((mapping, takes_mapping)),
        operation,
        call: |operation| match operation {
            Operation::CreateFlow(flow) => Some(Call::create_flow(flow)),
            _ => None,
        },
        label: |words| words.chain().create_dataflow,
        submission,
        draft_name,
        done: Callback::new(|_: Created<FlowId>| {}),
    };
    let base = walk.base.clone();
    fragment([
        live(move || {
            let created = submission.answer.get();
            created.map(|created| made(console, &base, &created)).into()
        }),
        div()
            .live_flag("hidden", move || submission.answer.read().is_some())
            .child(step.view(console))
            .into(),
    ])
}

fn top_form() -> Form {
    let schema = json!({
        "properties": { "name": { "type": "string" }, "description": { "type": "string" } },
        "required": ["name"],
        "additionalProperties": false
    });
    Form::new(&schema, &Pointer::root())
}

fn kind_form(specs: &[FlowSpec], data_type: Option<&str>) -> Form {
    let choices: Vec<Value> = specs
        .iter()
        .map(|spec| {
            let title = format!("{} · {}", spec.name, spec.id);
            json!({ "const": spec.id.as_str(), "title": title })
        })
        .collect();
    let schema = json!({
        "properties": { "id": { "oneOf": choices, "default": suggested(specs, data_type) } },
        "required": ["id"],
        "additionalProperties": false
    });
    Form::new(&schema, &Pointer::root().child("flowSpec"))
}

fn mapping_form() -> Form {
    let schema = json!({
        "properties": {
            "mappingId": { "type": "string", "minLength": 1 },
            "mappingVersion": { "type": "integer", "minimum": 0, "default": 0 }
        },
        "additionalProperties": false
    });
    let at = Pointer::root()
        .child("transformations")
        .index(0)
        .child("params");
    Form::new(&schema, &at)
}

/// Nothing without a mapping set: for some flow specs it is a choice.
fn transformation(mapping: FormState) -> Option<Transformation> {
    let mapping_id = mapping.text("/transformations/0/params/mappingId");
    let mapping_version = mapping
        .text("/transformations/0/params/mappingVersion")
        .trim()
        .parse()
        .ok();
    (!mapping_id.is_empty()).then(|| Transformation {
        name: "Mapping".to_owned(),
        params: Mapping {
            mapping_id,
            mapping_version: mapping_version.or(Some(0)),
        },
    })
}

/// Raw records need a mapping, records in XDM envelopes take none.
fn suggested(specs: &[FlowSpec], data_type: Option<&str>) -> String {
    let plain = FlowSpecId::streaming_without_transformation();
    let wants_mapping = data_type == Some("raw");
    specs
        .iter()
        .find(|spec| spec.id == plain && !wants_mapping)
        .or_else(|| {
            specs
                .iter()
                .find(|spec| spec.takes_mapping() == wants_mapping)
        })
        .or(specs.first())
        .map(|spec| spec.id.to_string())
        .unwrap_or_default()
}

fn made(console: Console, base: &BaseConnectionId, created: &Created<FlowId>) -> View {
    let send = Route::Send {
        connection: Some(base.clone()),
        flow: Some(created.id.clone()),
    }
    .href();
    let dataflow = Route::Dataflow(created.id.clone()).href();
    let send = a()
        .class("button primary")
        .attribute("href", &send)
        .live_text(console.say(|words| words.chain().send_a_record));
    let see = a()
        .class("button")
        .attribute("href", &dataflow)
        .live_text(console.say(|words| words.chain().see_dataflow));
    section()
        .class("notice good result")
        .attribute("role", "status")
        .child(strong().live_text(console.say(|words| words.chain().dataflow_created)))
        .child(outputs(&LastCreated::of(created)))
        .child(p().live_text(console.say(|words| words.chain().flow_settles)))
        .child(div().class("actions").child(send).child(see))
        .into()
}
