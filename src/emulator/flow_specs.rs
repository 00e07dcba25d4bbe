//! `/flowSpecs`: read only, the same for everybody, in one piece.

use serde_json::Value;

use super::refusal::Refusal;
use super::{catalog, query};
use crate::api::{HttpResponse, ListQuery, write_items};
use crate::model::{FlowSpec, FlowSpecId, SpecReference};

/// Fields that may be filtered although no specification here has them.
const FIELDS: [&str; 4] = ["id", "name", "providerId", "attributes"];

pub(super) fn list(list: &ListQuery) -> Result<HttpResponse, Refusal> {
    let documents: Vec<&Value> = catalog::flow_specs()
        .iter()
        .map(|entry| &entry.document)
        .collect();
    let found = query::filter(&documents, &list.filters, &FIELDS)?;
    Ok(write_items(found.into_iter().cloned().collect(), None))
}

pub(super) fn retrieve(id: &FlowSpecId) -> Result<HttpResponse, Refusal> {
    catalog::flow_spec(id.as_str())
        .map(|entry| write_items(vec![entry.document.clone()], None))
        .ok_or_else(|| Refusal::not_found("flowSpecs", id.as_str()))
}

/// The specification that the body of a request points to.
pub(super) fn resolve(reference: &SpecReference<FlowSpecId>) -> Result<&'static FlowSpec, Refusal> {
    let id = &reference.id;
    let spec = catalog::flow_spec(id.as_str())
        .map(|entry| &entry.spec)
        .ok_or_else(|| {
            Refusal::spec_wrong(format!("flowSpec.id: there is no flow specification {id}."))
        })?;
    if spec
        .version
        .as_ref()
        .is_some_and(|version| *version != reference.version)
    {
        return Err(Refusal::spec_wrong(format!(
            "flowSpec.version: the flow specification {id} has no version {}.",
            reference.version
        )));
    }
    Ok(spec)
}
