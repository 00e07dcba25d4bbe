//! `PATCH /connections/{id}`: a JSON Patch on one revision, all of it or nothing.

use serde_json::{Value, json};

use super::base_connections::hide_secrets;
use super::connection_specs::{auth_schemas, resolve};
use super::creation::check_name;
use super::gateway::Caller;
use super::judge;
use super::refusal::Refusal;
use super::store::{Collection, Store};
use crate::api::{BaseConnectionUpdate, HttpResponse, write_updated};
use crate::model::{BaseConnection, FromJson};
use crate::schema::Pointer;
use crate::secret::{Document, Edit, PatchOperation};

/// Stands for a secret that the connection has, while its document is being changed.
const KEPT: &str = "\u{0}kept";

pub(super) fn update(
    store: &mut Store,
    caller: &Caller,
    update: &BaseConnectionUpdate,
    now: u64,
) -> Result<HttpResponse, Refusal> {
    let id = update.id.as_str();
    let document = store
        .find(caller, Collection::Connections, id)
        .ok_or_else(|| Refusal::not_found(Collection::Connections.path(), id))?;
    let etag = document.get("etag").and_then(Value::as_str);
    if bare(&update.etag.0) != bare(etag.unwrap_or_default()) {
        return Err(Refusal::revision_old());
    }
    let mut document = document.clone();
    let known = store
        .sandbox(&caller.organisation, &caller.sandbox)
        .and_then(|sandbox| sandbox.secrets.get(id));
    for place in known.into_iter().flatten() {
        // Nothing is in the way: it was there when the secret was taken out.
        let _ = place.set(&mut document, json!(KEPT));
    }
    let is_known = known.is_some();
    for operation in &update.patch {
        apply(operation, &mut document)?;
    }
    let secrets = check(&mut document, is_known)?;
    let wants_token = document.pointer("/auth/params/authenticationRequired");
    let wants_token = wants_token == Some(&Value::Bool(true));
    let mut inlets = store.inlets.values_mut();
    if let Some(inlet) = inlets.find(|inlet| inlet.connection_id == id) {
        inlet.authentication_required = wants_token;
    }
    let etag = store.replace(caller, Collection::Connections, id, document, now);
    let sandbox = store.sandbox_mut(&caller.organisation, &caller.sandbox);
    sandbox.secrets.insert(id.to_owned(), secrets);
    let mut response = write_updated(id, &etag);
    response.headers.push(("ETag".to_owned(), etag));
    Ok(response)
}

/// The name that the connection gets.
pub(super) fn new_name(update: &BaseConnectionUpdate) -> Option<&str> {
    let mut named = update.patch.iter().filter(|it| it.path == "/name");
    match &named.next()?.edit {
        Edit::Add(Document::Plain(name)) | Edit::Replace(Document::Plain(name)) => name.as_str(),
        _ => None,
    }
}

/// A revision without its quotation marks and the mark of weakness: one tutorial leaves them out.
fn bare(etag: &str) -> &str {
    etag.trim().trim_start_matches("W/").trim_matches('"')
}

/// One operation, as RFC 6902 has it. What a connection is made of cannot be changed, nor what the service writes.
fn apply(operation: &PatchOperation, document: &mut Value) -> Result<(), Refusal> {
    let missing = || Refusal::patch_place(&operation.path);
    let place: Pointer = operation.path.parse().map_err(|_| missing())?;
    let mut tokens = place.tokens();
    match (tokens.next(), tokens.next()) {
        (Some("name" | "description"), _) | (Some("auth"), Some("params")) => {}
        _ => return Err(Refusal::patch_forbidden(&operation.path)),
    }
    match &operation.edit {
        Edit::Add(value) => {
            let parent = place.parent().ok_or_else(missing)?;
            match parent.get_mut(document).ok_or_else(missing)? {
                Value::Array(elements) => {
                    let last = place.last().unwrap_or_default();
                    let position = match last {
                        "-" => Some(elements.len()),
                        number => number.parse().ok(),
                    };
                    let position = position.filter(|position| *position <= elements.len());
                    elements.insert(position.ok_or_else(missing)?, value.reveal());
                }
                Value::Object(members) => {
                    let last = place.last().unwrap_or_default();
                    members.insert(last.to_owned(), value.reveal());
                }
                _ => return Err(missing()),
            }
        }
        Edit::Replace(value) => *place.get_mut(document).ok_or_else(missing)? = value.reveal(),
        Edit::Remove => {
            place.remove(document).ok_or_else(missing)?;
        }
    }
    Ok(())
}

/// Judges the document as a new one would be, but for secrets that are kept: nobody knows them any more. Takes the
/// secrets out and says where they were. Of a connection whose secrets were never noted nothing is judged.
fn check(document: &mut Value, is_known: bool) -> Result<Vec<Pointer>, Refusal> {
    let connection = BaseConnection::from_json(document).map_err(|error| Refusal::Unreadable {
        detail: error.to_string(),
    })?;
    check_name(&connection.name)?;
    let spec = resolve(&connection.connection_spec)?;
    let Some(auth) = &connection.auth else {
        return Ok(Vec::new());
    };
    let schemas = auth_schemas(spec, &auth.spec_name)?;
    let params = auth.params.reveal();
    let is_kept = |place: &Pointer| place.get(&params) == Some(&json!(KEPT));
    if is_known {
        judge::parameters_but(&params, &schemas, "auth.params", &is_kept)?;
    }
    let auth = document.get_mut("auth");
    Ok(auth.map_or_else(Vec::new, |auth| hide_secrets(auth, &schemas)))
}
