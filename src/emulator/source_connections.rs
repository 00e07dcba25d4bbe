//! `/sourceConnections`: a base connection, and what to read from it.

use serde_json::{Value, json};

use super::connection_specs::resolve;
use super::creation::{Creation, check_name};
use super::judge;
use super::refusal::Refusal;
use super::store::{Collection, Store};
use crate::api::HttpResponse;
use crate::model::{ConnectionSpec, SourceConnection};

pub(super) fn create(
    store: &mut Store,
    mut creation: Creation<'_>,
    connection: &SourceConnection,
) -> Result<HttpResponse, Refusal> {
    check_name(&connection.name)?;
    let spec = resolve(&connection.connection_spec)?;
    let inherited = check_base(store, &creation, connection, spec)?;
    if let Some(schema) = spec.source_spec.get("spec") {
        let params = connection.params.clone().unwrap_or_else(|| json!({}));
        judge::parameters(&params, &[schema], "params")?;
    }
    if let Some(base) = inherited {
        let attributes = json!({ "baseConnection": base });
        creation
            .posted
            .insert("inheritedAttributes".to_owned(), attributes);
    }
    Ok(creation.store(store, Collection::SourceConnections).1)
}

/// The base connection as source connections repeat it; `None` for specifications that want none.
fn check_base(
    store: &Store,
    creation: &Creation<'_>,
    connection: &SourceConnection,
    spec: &ConnectionSpec,
) -> Result<Option<Value>, Refusal> {
    let needed = spec.source_spec.pointer("/attributes/authRequired") != Some(&Value::Bool(false));
    let id = match &connection.base_connection_id {
        Some(id) if needed => id.as_str(),
        None if needed => return Err(Refusal::provider(1304, "baseConnectionId: is required")),
        None => return Ok(None),
        Some(_) => {
            let message = "baseConnectionId: is not allowed for this connection specification";
            return Err(Refusal::provider(1332, message));
        }
    };
    let collection = Collection::Connections;
    let base = store
        .find(creation.caller, collection, id)
        .ok_or_else(|| Refusal::reference(collection.path(), id))?;
    let base_spec = base.get("connectionSpec").cloned().unwrap_or_default();
    if base_spec.get("id").and_then(Value::as_str) != Some(spec.id.as_str()) {
        return Err(Refusal::spec_wrong(format!(
            "connectionSpec.id: the base connection {id} has another connection specification."
        )));
    }
    Ok(Some(json!({ "id": id, "connectionSpec": base_spec })))
}
