//! `/connectionSpecs`: read only, the same for everybody, in one piece.

use serde_json::Value;

use super::random::Random;
use super::refusal::Refusal;
use super::{catalog, gateway, query};
use crate::api::{HttpRequest, HttpResponse, ListQuery, Method, SERVICE, Target, write_items};
use crate::model::{AuthSpec, ConnectionSpec, ConnectionSpecId, SpecReference};

/// Fields that may be filtered although no specification here has them.
const FIELDS: [&str; 4] = ["id", "name", "providerId", "attributes"];

/// Answers a call for all specifications, or for one, as [`super::Emulator::handle`] does in any world while no fault
/// is switched on. `None` for every other call, for one with a query, and for one that would be refused.
///
/// A host that opens its world only when it is needed asks here first. The answer has an identifier of its own,
/// made of `seed`.
pub fn specifications(request: &HttpRequest, seed: u64) -> Option<HttpResponse> {
    let target = Target::read(&request.url);
    let path = target.path.strip_prefix(SERVICE)?;
    if request.method != Method::Get || !target.query.is_empty() {
        return None;
    }
    gateway::admit(request).ok()?;
    let mut response = match path.split_once('/') {
        None if path == "connectionSpecs" => {
            let entries = catalog::connection_specs().iter();
            write_items(entries.map(|entry| entry.document.clone()).collect(), None)
        }
        Some(("connectionSpecs", id)) => retrieve(&id.into()).ok()?,
        _ => return None,
    };
    let id = super::request_id(&mut Random::new(seed));
    response.headers.push(id);
    Some(response)
}

pub(super) fn list(list: &ListQuery) -> Result<HttpResponse, Refusal> {
    let documents: Vec<&Value> = catalog::connection_specs()
        .iter()
        .map(|entry| &entry.document)
        .collect();
    let found = query::filter(&documents, &list.filters, &FIELDS)?;
    Ok(write_items(found.into_iter().cloned().collect(), None))
}

pub(super) fn retrieve(id: &ConnectionSpecId) -> Result<HttpResponse, Refusal> {
    catalog::connection_spec(id.as_str())
        .map(|entry| write_items(vec![entry.document.clone()], None))
        .ok_or_else(|| Refusal::not_found("connectionSpecs", id.as_str()))
}

/// The specification that the body of a request points to.
pub(super) fn resolve(
    reference: &SpecReference<ConnectionSpecId>,
) -> Result<&'static ConnectionSpec, Refusal> {
    let id = &reference.id;
    let spec = catalog::connection_spec(id.as_str())
        .map(|entry| &entry.spec)
        .ok_or_else(|| {
            Refusal::spec_wrong(format!(
                "connectionSpec.id: there is no connection specification {id}."
            ))
        })?;
    if spec
        .version
        .as_ref()
        .is_some_and(|version| *version != reference.version)
    {
        return Err(Refusal::spec_wrong(format!(
            "connectionSpec.version: the connection specification {id} has no version {}.",
            reference.version
        )));
    }
    Ok(spec)
}

/// The JSON Schemas of an authentication type. There may be several: the same name is used for two clouds.
pub(super) fn auth_schemas<'a>(
    spec: &'a ConnectionSpec,
    name: &str,
) -> Result<Vec<&'a Value>, Refusal> {
    let found: Vec<&Value> = spec
        .auth_spec
        .iter()
        .filter(|auth_spec| auth_spec.name == name)
        .map(|AuthSpec { spec, .. }| spec)
        .collect();
    if found.is_empty() {
        return Err(Refusal::auth_spec_unknown(name));
    }
    Ok(found)
}
