//! `/flows`: one source connection, one target connection, and perhaps a mapping in between.

use serde_json::{Value, json};

use super::creation::{Creation, check_name};
use super::flow_specs::resolve;
use super::gateway::Caller;
use super::lifecycle::{Pace, flow_at};
use super::refusal::Refusal;
use super::runs;
use super::store::{Collection, Store};
use crate::api::HttpResponse;
use crate::model::{ConnectionSpecId, Flow, FlowSpec};

/// Fields that may be filtered and ordered by although no flow has them yet.
pub(super) const FIELDS: [&str; 12] = [
    "id",
    "name",
    "description",
    "flowSpec",
    "state",
    "sourceConnectionIds",
    "targetConnectionIds",
    "inheritedAttributes",
    "createdAt",
    "updatedAt",
    "createdBy",
    "updatedBy",
];

/// Streaming over HTTP with a transformation: the one specification that does not work without a mapping
/// (fixed by Adobe, printed in its streaming tutorials).
const MAPPING_NEEDED: &str = "c1a19761-d2c7-4702-b9fa-fe91f0613e81";

pub(super) fn create(
    store: &mut Store,
    mut creation: Creation<'_>,
    flow: &Flow,
    pace: Pace,
) -> Result<HttpResponse, Refusal> {
    if creation.posted.contains_key("state") {
        return Err(Refusal::state_in_body());
    }
    if creation.posted.contains_key("mode") {
        return Err(Refusal::provider(1368, "mode: is not allowed in the body"));
    }
    check_name(&flow.name)?;
    let spec = resolve(&flow.flow_spec)?;
    let ([source_id], [target_id]) = (
        flow.source_connection_ids.as_slice(),
        flow.target_connection_ids.as_slice(),
    ) else {
        let message = "sourceConnectionIds, targetConnectionIds: exactly one of each is needed";
        return Err(Refusal::provider(1321, message));
    };
    let caller = creation.caller;
    let source = find(
        store,
        caller,
        Collection::SourceConnections,
        source_id.as_str(),
    )?;
    let target = find(
        store,
        caller,
        Collection::TargetConnections,
        target_id.as_str(),
    )?;
    if !spec.joins(&spec_of(source), &spec_of(target)) {
        return Err(Refusal::spec_wrong(format!(
            "flowSpec.id: the flow specification {} does not join these two connections.",
            spec.id
        )));
    }
    check_mapping(flow, spec, &creation)?;
    let inherited = inherited_attributes(source, target);
    creation
        .posted
        .insert("inheritedAttributes".to_owned(), inherited);
    let now = creation.now;
    let (id, response) = creation.store(store, Collection::Flows);
    if let Some(moment) = pace.settles_at(now) {
        store
            .sandbox_mut(&caller.organisation, &caller.sandbox)
            .settles_at
            .insert(id, moment);
    }
    Ok(response)
}

/// The flows of a sandbox as they are at a time.
pub(super) fn table_at(store: &Store, caller: &Caller, now: u64) -> Vec<Value> {
    store
        .table(caller, Collection::Flows)
        .iter()
        .map(|document| at(store, caller, document, now))
        .collect()
}

/// One flow as it is at a time, with the link to its runs.
pub(super) fn at(store: &Store, caller: &Caller, document: &Value, now: u64) -> Value {
    let id = document
        .get("id")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let settles_at = store
        .sandbox(&caller.organisation, &caller.sandbox)
        .and_then(|sandbox| sandbox.settles_at.get(id))
        .copied();
    let mut flow = flow_at(document, settles_at, now);
    if let Some(members) = flow.as_object_mut() {
        let link = format!("/runs?property=flowId=={id}");
        members.insert("runs".to_owned(), json!(link));
        if let Some(details) = runs::last_details(store, caller, id, now) {
            members.insert("lastRunDetails".to_owned(), details);
        }
    }
    flow
}

fn find<'a>(
    store: &'a Store,
    caller: &Caller,
    collection: Collection,
    id: &str,
) -> Result<&'a Value, Refusal> {
    store
        .find(caller, collection, id)
        .ok_or_else(|| Refusal::reference(collection.path(), id))
}

fn spec_of(connection: &Value) -> ConnectionSpecId {
    connection
        .pointer("/connectionSpec/id")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .into()
}

fn check_mapping(flow: &Flow, spec: &FlowSpec, creation: &Creation<'_>) -> Result<(), Refusal> {
    let Some(first) = flow.transformations.first() else {
        return if spec.id.as_str() == MAPPING_NEEDED {
            Err(Refusal::mapping(
                "transformations: this flow specification needs a mapping.",
            ))
        } else {
            Ok(())
        };
    };
    if !spec.takes_mapping() {
        let message = "transformations: this flow specification takes no mapping.";
        return Err(Refusal::mapping(message));
    }
    if first.name != "Mapping" {
        let message = "transformations[0].name: must be \"Mapping\".";
        return Err(Refusal::mapping(message));
    }
    if first.params.mapping_id.trim().is_empty() {
        let message = "transformations[0].params.mappingId: is required.";
        return Err(Refusal::mapping(message));
    }
    let version = creation
        .posted
        .get("transformations")
        .and_then(|list| list.pointer("/0/params/mappingVersion"));
    if version.is_some() && first.params.mapping_version.is_none() {
        return Err(Refusal::mapping_version());
    }
    Ok(())
}

/// What a flow repeats of its connections, so that lists can be filtered by it.
fn inherited_attributes(source: &Value, target: &Value) -> Value {
    let member = |connection: &Value, name: &str| connection.get(name).cloned().unwrap_or_default();
    let mut inherited_source = json!({
        "id": member(source, "id"),
        "connectionSpec": member(source, "connectionSpec"),
    });
    let base = source.pointer("/inheritedAttributes/baseConnection");
    if let (Some(base), Some(members)) = (base, inherited_source.as_object_mut()) {
        members.insert("baseConnection".to_owned(), base.clone());
    }
    json!({
        "properties": { "isSourceFlow": true },
        "sourceConnections": [inherited_source],
        "targetConnections": [{
            "id": member(target, "id"),
            "connectionSpec": member(target, "connectionSpec"),
        }],
    })
}
