//! `/connections`: credentials that are judged by the specification's JSON Schema, and inlets.

use serde_json::{Map, Value, json};

use super::connection_specs::{auth_schemas, resolve};
use super::creation::{Creation, check_name};
use super::refusal::Refusal;
use super::store::{Collection, InletPlace, Store};
use super::{judge, secrets};
use crate::api::HttpResponse;
use crate::model::{BaseConnection, ConnectionSpec};
use crate::schema::Pointer;

/// Fields that may be filtered and ordered by although no connection has them yet.
pub(super) const FIELDS: [&str; 10] = [
    "id",
    "name",
    "description",
    "connectionSpec",
    "state",
    "auth",
    "createdAt",
    "updatedAt",
    "createdBy",
    "updatedBy",
];

/// `origin` is where inlets are: their URLs begin with it.
pub(super) fn create(
    store: &mut Store,
    mut creation: Creation<'_>,
    connection: &BaseConnection,
    origin: &str,
) -> Result<HttpResponse, Refusal> {
    check_name(&connection.name)?;
    let spec = resolve(&connection.connection_spec)?;
    let secrets = check_authentication(connection, spec, &mut creation.posted)?;
    let inlet_id = spec.provides_inlet().then(|| store.random.inlet_id());
    if let Some(inlet_id) = &inlet_id {
        let url = format!("{origin}{}{inlet_id}", crate::api::COLLECTION);
        complete_inlet(&mut creation.posted, &connection.name, inlet_id, &url);
    }
    let caller = creation.caller;
    let authentication_required = creation
        .posted
        .get("auth")
        .and_then(|auth| auth.pointer("/params/authenticationRequired"))
        == Some(&Value::Bool(true));
    let (connection_id, response) = creation.store(store, Collection::Connections);
    store
        .sandbox_mut(&caller.organisation, &caller.sandbox)
        .secrets
        .insert(connection_id.clone(), secrets);
    if let Some(inlet_id) = inlet_id {
        let place = InletPlace {
            organisation: caller.organisation.clone(),
            sandbox: caller.sandbox.clone(),
            connection_id,
            authentication_required,
        };
        store.inlets.insert(inlet_id, place);
    }
    Ok(response)
}

/// Judges `auth`, and takes the secrets out of what will be stored. Says where they were.
fn check_authentication(
    connection: &BaseConnection,
    spec: &ConnectionSpec,
    posted: &mut Map<String, Value>,
) -> Result<Vec<Pointer>, Refusal> {
    let Some(auth) = &connection.auth else {
        return if spec.auth_spec.is_empty() {
            Ok(Vec::new())
        } else {
            Err(Refusal::provider(1304, "auth: is required"))
        };
    };
    let schemas = auth_schemas(spec, &auth.spec_name)?;
    judge::parameters(&auth.params.reveal(), &schemas, "auth.params")?;
    Ok(posted
        .get_mut("auth")
        .map_or_else(Vec::new, |auth| hide_secrets(auth, &schemas)))
}

/// Takes the secrets out of `auth`, and says where in the document they were.
pub(super) fn hide_secrets(auth: &mut Value, schemas: &[&Value]) -> Vec<Pointer> {
    let place = Pointer::root().child("auth");
    let Value::Object(members) = auth else {
        return Vec::new();
    };
    let params = members.shift_remove("params");
    // What stands beside `params` is described by nobody.
    let mut taken = secrets::strip(auth, &[], &place);
    if let (Value::Object(members), Some(mut params)) = (auth, params) {
        taken.extend(secrets::strip(&mut params, schemas, &place.child("params")));
        members.insert("params".to_owned(), params);
    }
    taken
}

/// What the service adds to a streaming connection: the inlet, and `name` and `sourceId` from each other.
fn complete_inlet(posted: &mut Map<String, Value>, name: &str, inlet_id: &str, url: &str) {
    let Some(Value::Object(params)) = posted
        .get_mut("auth")
        .and_then(|auth| auth.get_mut("params"))
    else {
        return;
    };
    let given = |member: &str| {
        params
            .get(member)
            .filter(|value| value.is_string())
            .cloned()
    };
    let (own_name, source_id) = (given("name"), given("sourceId"));
    let fallback = json!(name);
    let own_name_or = own_name.clone().or_else(|| source_id.clone());
    let source_id_or = source_id.or(own_name);
    params.insert(
        "name".to_owned(),
        own_name_or.unwrap_or_else(|| fallback.clone()),
    );
    params.insert("sourceId".to_owned(), source_id_or.unwrap_or(fallback));
    params.insert("inletUrl".to_owned(), json!(url));
    params.insert("inletId".to_owned(), json!(inlet_id));
}
