//! Request → operation: the emulator's half of the contract.

use serde_json::Value;

use super::filter::Filter;
use super::http::{HttpRequest, Method};
use super::inlet_url::{is_batch, single_url, without_sync_validation};
use super::operation::{BaseConnectionUpdate, ListQuery, Operation, PostMessage, PostMessageBatch};
use super::url::Target;
use crate::model::{Etag, FromJson, Members, ShapeError};
use crate::secret::{Document, Edit, PatchOperation};

/// Why a request is no operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misdirected {
    /// No resource of the service has this path.
    UnknownPath,
    /// The path is known, the verb is not for it.
    WrongMethod,
    /// A body was needed and is missing.
    EmptyBody,
    /// The body is not JSON, or not the JSON that this operation takes.
    UnreadableBody(String),
    /// A query parameter that the service does not know.
    UnknownParameter(String),
    /// A `property` that is no filter, or a `limit` that is no number.
    BadParameter(String),
    /// A change that does not say by `If-Match` which revision it is for.
    RevisionMissing,
    /// A patch with an operator that the service does not take.
    UnknownPatchOperator(String),
}

/// The service's base path, as on `platform.adobe.io`.
pub(crate) const SERVICE: &str = "/data/foundation/flowservice/";
/// The inlets' base path, as on `dcs.adobedc.net`.
pub(crate) const COLLECTION: &str = "/collection/";

/// Reads a request.
///
/// # Errors
/// See [`Misdirected`]; what to answer then is the emulator's business.
pub fn decode(request: &HttpRequest) -> Result<Operation, Misdirected> {
    let target = Target::read(&request.url);
    if target.path.starts_with(COLLECTION) {
        return decode_message(request, &target);
    }
    let path = target
        .path
        .strip_prefix(SERVICE)
        .ok_or(Misdirected::UnknownPath)?;
    match path.split_once('/') {
        None => decode_collection(path, request, &target),
        Some((collection, id)) if !id.contains('/') => decode_item(collection, id, request),
        Some(_) => Err(Misdirected::UnknownPath),
    }
}

fn decode_collection(
    path: &str,
    request: &HttpRequest,
    target: &Target,
) -> Result<Operation, Misdirected> {
    match (path, request.method) {
        ("connectionSpecs", Method::Get) => list(target).map(Operation::ListConnectionSpecs),
        ("connections", Method::Get) => list(target).map(Operation::ListBaseConnections),
        ("connections", Method::Post) => body(request).map(Operation::CreateBaseConnection),
        ("sourceConnections", Method::Post) => body(request).map(Operation::CreateSourceConnection),
        ("targetConnections", Method::Post) => body(request).map(Operation::CreateTargetConnection),
        ("flowSpecs", Method::Get) => list(target).map(Operation::ListFlowSpecs),
        ("flows", Method::Get) => list(target).map(Operation::ListFlows),
        ("flows", Method::Post) => body(request).map(Operation::CreateFlow),
        ("runs", Method::Get) => list(target).map(Operation::ListRuns),
        (
            "connectionSpecs" | "connections" | "sourceConnections" | "targetConnections"
            | "flowSpecs" | "flows" | "runs",
            _,
        ) => Err(Misdirected::WrongMethod),
        _ => Err(Misdirected::UnknownPath),
    }
}

fn decode_item(
    collection: &str,
    id: &str,
    request: &HttpRequest,
) -> Result<Operation, Misdirected> {
    if (collection, request.method) == ("connections", Method::Patch) {
        return decode_update(id, request).map(Operation::UpdateBaseConnection);
    }
    let retrieve: fn(&str) -> Operation = match collection {
        "connectionSpecs" => |id| Operation::RetrieveConnectionSpec(id.into()),
        "connections" => |id| Operation::RetrieveBaseConnection(id.into()),
        "sourceConnections" => |id| Operation::RetrieveSourceConnection(id.into()),
        "targetConnections" => |id| Operation::RetrieveTargetConnection(id.into()),
        "flowSpecs" => |id| Operation::RetrieveFlowSpec(id.into()),
        "flows" => |id| Operation::RetrieveFlow(id.into()),
        "runs" => |id| Operation::RetrieveRun(id.into()),
        _ => return Err(Misdirected::UnknownPath),
    };
    if request.method == Method::Get {
        Ok(retrieve(id))
    } else {
        Err(Misdirected::WrongMethod)
    }
}

fn decode_update(id: &str, request: &HttpRequest) -> Result<BaseConnectionUpdate, Misdirected> {
    let etag = request.header("If-Match").map(str::trim);
    let etag = etag.filter(|etag| !etag.is_empty());
    let etag = etag.ok_or(Misdirected::RevisionMissing)?;
    let body: Value = parse(request)?;
    let wrong = |error: ShapeError| Misdirected::UnreadableBody(error.to_string());
    let operations = body
        .as_array()
        .ok_or_else(|| Misdirected::UnreadableBody("expected an array of operations".to_owned()))?;
    if operations.is_empty() {
        return Err(Misdirected::EmptyBody);
    }
    let mut patch = Vec::new();
    for operation in operations {
        let members = Members::of(operation).map_err(wrong)?;
        let operator = members.required_text("op").map_err(wrong)?;
        let value = || match operation.get("value") {
            Some(value) => Ok(Document::Plain(value.clone())),
            None => Err(Misdirected::UnreadableBody(
                "missing field `value`".to_owned(),
            )),
        };
        patch.push(PatchOperation {
            path: members.required_text("path").map_err(wrong)?,
            // Adobe's reference writes them in capitals, its tutorials in small letters.
            edit: match operator.to_ascii_lowercase().as_str() {
                "add" => Edit::Add(value()?),
                "replace" => Edit::Replace(value()?),
                // Tutorials send a value along, which says nothing.
                "remove" => Edit::Remove,
                _ => return Err(Misdirected::UnknownPatchOperator(operator)),
            },
        });
    }
    Ok(BaseConnectionUpdate {
        id: id.into(),
        etag: Etag(etag.to_owned()),
        patch,
    })
}

fn decode_message(request: &HttpRequest, target: &Target) -> Result<Operation, Misdirected> {
    if request.method != Method::Post {
        return Err(Misdirected::WrongMethod);
    }
    let flow_id = request.header("x-adobe-flow-id").map(Into::into);
    let authenticated = request.header("Authorization").is_some();
    // Adobe's documents have both spellings for inlets.
    let sandbox = request
        .header("sandbox-name")
        .or_else(|| request.header("x-sandbox-name"))
        .map(str::to_owned);
    let body = request.body.clone().unwrap_or_default();
    if is_batch(&target.path) {
        return Ok(Operation::PostMessageBatch(PostMessageBatch {
            inlet_url: single_url(&request.url),
            flow_id,
            authenticated,
            sandbox,
            body,
        }));
    }
    let (inlet_url, sync_validation) = without_sync_validation(&request.url);
    Ok(Operation::PostMessage(PostMessage {
        inlet_url,
        flow_id,
        authenticated,
        sandbox,
        sync_validation,
        message: body,
    }))
}

fn list(target: &Target) -> Result<ListQuery, Misdirected> {
    let mut query = ListQuery::default();
    for (name, value) in &target.query {
        let bad = || Misdirected::BadParameter(format!("{name}={value}"));
        match name.as_str() {
            "property" => query.filters.push(Filter::read(value).ok_or_else(bad)?),
            "limit" => {
                query.limit = Some(
                    value
                        .parse()
                        .ok()
                        .filter(|limit| *limit > 0)
                        .ok_or_else(bad)?,
                )
            }
            "orderby" => query.order_by = Some(value.clone()),
            "continuationToken" => query.continuation = Some(value.clone()),
            // Clients send it beside `limit`; only `count=true` changes the answer, and no operation asks for it.
            "count" if value == "false" => {}
            _ => return Err(Misdirected::UnknownParameter(name.clone())),
        }
    }
    Ok(query)
}

fn body<T: FromJson>(request: &HttpRequest) -> Result<T, Misdirected> {
    T::from_json(&parse(request)?).map_err(|error| Misdirected::UnreadableBody(error.to_string()))
}

fn parse(request: &HttpRequest) -> Result<Value, Misdirected> {
    let text = request.body.as_deref().unwrap_or_default();
    if text.trim().is_empty() {
        return Err(Misdirected::EmptyBody);
    }
    serde_json::from_str(text)
        .map_err(ShapeError::from)
        .map_err(|error| Misdirected::UnreadableBody(error.to_string()))
}
