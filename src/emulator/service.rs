//! From a request to the rules of its resource: who calls, what is asked, who answers.

use serde_json::Value;

use super::creation::Creation;
use super::gateway::{self, Caller};
use super::inlets::{self, Trace};
use super::refusal::Refusal;
use super::store::Collection;
use super::{
    Emulator, base_connections, connection_specs, flow_specs, flows, misdirected, query, sentinel,
    source_connections, target_connections,
};
use crate::api::{
    COLLECTION, HttpRequest, HttpResponse, ListQuery, Operation, SERVICE, Session, Target, decode,
    encode, write_items,
};
use crate::secret::Secrets;

/// Answers a call to Flow Service or an inlet, with the milliseconds that it takes beyond the usual.
pub(super) fn answer(
    emulator: &mut Emulator,
    request: &HttpRequest,
    target: &Target,
    now: u64,
) -> Result<(u32, HttpResponse), Refusal> {
    let at_inlet = target.path.starts_with(COLLECTION);
    if !at_inlet && !target.path.starts_with(SERVICE) {
        return Err(Refusal::no_such_path());
    }
    let caller = if at_inlet {
        // The inlet's own URL says where the record belongs, whoever sends it.
        Caller::default()
    } else {
        gateway::admit(request)?
    };
    let operation =
        decode(request).map_err(|error| misdirected::refuse(error, target, at_inlet))?;
    if let Some(name) = misdirected::surplus_parameter(&operation, target) {
        return Err(Refusal::query_parameter(name));
    }
    let wait_ms = name_of(&operation).map_or(Ok(0), sentinel::of_name)?;
    perform(emulator, &caller, &operation, request, now).map(|response| (wait_ms, response))
}

/// The one place that knows every operation.
fn perform(
    emulator: &mut Emulator,
    caller: &Caller,
    operation: &Operation,
    request: &HttpRequest,
    now: u64,
) -> Result<HttpResponse, Refusal> {
    let trace = emulator.trace();
    let (origin, pace) = (
        emulator.settings.origin.trim_end_matches('/'),
        emulator.pace,
    );
    let store = &mut emulator.store;
    let creation = || Creation::new(caller, request, now);
    let retrieve = |collection: Collection, id: &str| {
        store
            .find(caller, collection, id)
            .map(|document| write_items(vec![document.clone()], None))
            .ok_or_else(|| Refusal::not_found(collection.path(), id))
    };
    match operation {
        Operation::ListConnectionSpecs(query) => connection_specs::list(query),
        Operation::RetrieveConnectionSpec(id) => connection_specs::retrieve(id),
        Operation::ListBaseConnections(query) => {
            let documents: Vec<&Value> = store
                .table(caller, Collection::Connections)
                .iter()
                .collect();
            page(
                &documents,
                query,
                &base_connections::FIELDS,
                Operation::ListBaseConnections,
            )
        }
        Operation::CreateBaseConnection(connection) => {
            base_connections::create(store, creation(), connection, origin)
        }
        Operation::RetrieveBaseConnection(id) => retrieve(Collection::Connections, id.as_str()),
        Operation::CreateSourceConnection(connection) => {
            source_connections::create(store, creation(), connection)
        }
        Operation::RetrieveSourceConnection(id) => {
            retrieve(Collection::SourceConnections, id.as_str())
        }
        Operation::CreateTargetConnection(connection) => {
            target_connections::create(store, creation(), connection)
        }
        Operation::RetrieveTargetConnection(id) => {
            retrieve(Collection::TargetConnections, id.as_str())
        }
        Operation::ListFlowSpecs(query) => flow_specs::list(query),
        Operation::RetrieveFlowSpec(id) => flow_specs::retrieve(id),
        Operation::ListFlows(query) => {
            let flows = flows::table_at(store, caller, now);
            let documents: Vec<&Value> = flows.iter().collect();
            page(&documents, query, &flows::FIELDS, Operation::ListFlows)
        }
        Operation::CreateFlow(flow) => flows::create(store, creation(), flow, pace),
        Operation::RetrieveFlow(id) => store
            .find(caller, Collection::Flows, id.as_str())
            .map(|flow| write_items(vec![flows::at(store, caller, flow, now)], None))
            .ok_or_else(|| Refusal::not_found(Collection::Flows.path(), id.as_str())),
        Operation::PostMessage(message) => inlets::receive(store, message, request, &trace, now),
    }
}

/// A page of a list, with the link to the next one.
fn page(
    documents: &[&Value],
    query: &ListQuery,
    fields: &[&str],
    operation: fn(ListQuery) -> Operation,
) -> Result<HttpResponse, Refusal> {
    let found = query::select(documents, query, fields)?;
    let link = found.continuation.map(|token| {
        let next = operation(ListQuery {
            continuation: Some(token),
            ..query.clone()
        });
        // Links are relative to the service's base, as Adobe's are, hence the empty session.
        encode(&next, &Session::default(), Secrets::Placeholders).url
    });
    Ok(write_items(found.items, link.as_deref()))
}

/// The name of what is being made, in which words that ask for a failure may stand.
fn name_of(operation: &Operation) -> Option<&str> {
    match operation {
        Operation::CreateBaseConnection(connection) => Some(&connection.name),
        Operation::CreateSourceConnection(connection) => Some(&connection.name),
        Operation::CreateTargetConnection(connection) => Some(&connection.name),
        Operation::CreateFlow(flow) => Some(&flow.name),
        _ => None,
    }
}

impl Emulator {
    fn trace(&self) -> Trace {
        Trace {
            node: 1_000 + self.settings.seed % 9_000,
            sequence: self.requests,
        }
    }
}
