//! From a request to the rules of its resource: who calls, what is asked, who answers.

use serde_json::Value;

use super::creation::Creation;
use super::faults::Strike;
use super::gateway::{self, Caller};
use super::inlets::{self, Visit};
use super::refusal::Refusal;
use super::store::{Collection, Store};
use super::{
    Emulator, base_connections, connection_specs, connection_updates, flow_specs, flows,
    misdirected, query, runs, sentinel, source_connections, target_connections,
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
    strike: &Strike,
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
    perform(emulator, &caller, &operation, request, strike, now).map(|response| (wait_ms, response))
}

/// The one place that knows every operation.
fn perform(
    emulator: &mut Emulator,
    caller: &Caller,
    operation: &Operation,
    request: &HttpRequest,
    strike: &Strike,
    now: u64,
) -> Result<HttpResponse, Refusal> {
    let visit = Visit {
        request,
        strike,
        node: 1_000 + emulator.settings.seed % 9_000,
        sequence: emulator.requests,
        now,
    };
    let (origin, pace) = (
        emulator.settings.origin.trim_end_matches('/'),
        emulator.pace,
    );
    let (store, intake) = (&mut emulator.store, &mut emulator.intake);
    let creation = || Creation::new(caller, request, now);
    let retrieve = |collection, id| retrieve(store, caller, collection, id, now);
    match operation {
        Operation::ListConnectionSpecs(query) => connection_specs::list(query),
        Operation::RetrieveConnectionSpec(id) => connection_specs::retrieve(id),
        Operation::ListBaseConnections(query) => list_base_connections(store, caller, query),
        Operation::CreateBaseConnection(connection) => {
            base_connections::create(store, creation(), connection, origin)
        }
        Operation::RetrieveBaseConnection(id) => retrieve(Collection::Connections, id.as_str()),
        Operation::UpdateBaseConnection(update) => {
            connection_updates::update(store, caller, update, now)
        }
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
        Operation::ListFlows(query) => list_flows(store, caller, query, now),
        Operation::CreateFlow(flow) => flows::create(store, creation(), flow, pace),
        Operation::RetrieveFlow(id) => retrieve(Collection::Flows, id.as_str()),
        Operation::ListRuns(query) => list_runs(store, caller, query, now),
        Operation::RetrieveRun(id) => runs::find(store, caller, id.as_str(), now)
            .map(|run| write_items(vec![run], None))
            .ok_or_else(|| Refusal::not_found("runs", id.as_str())),
        Operation::PostMessage(message) => inlets::receive(store, intake, message, &visit),
        Operation::PostMessageBatch(batch) => inlets::receive_batch(store, intake, batch, &visit),
    }
}

fn retrieve(
    store: &Store,
    caller: &Caller,
    collection: Collection,
    id: &str,
    now: u64,
) -> Result<HttpResponse, Refusal> {
    let document = store
        .find(caller, collection, id)
        .ok_or_else(|| Refusal::not_found(collection.path(), id))?;
    let item = match collection {
        Collection::Flows => flows::at(store, caller, document, now),
        _ => document.clone(),
    };
    Ok(write_items(vec![item], None))
}

fn list_base_connections(
    store: &Store,
    caller: &Caller,
    query: &ListQuery,
) -> Result<HttpResponse, Refusal> {
    let table = store.table(caller, Collection::Connections);
    let documents: Vec<&Value> = table.iter().collect();
    let fields = &base_connections::FIELDS;
    page(&documents, query, fields, Operation::ListBaseConnections)
}

fn list_flows(
    store: &Store,
    caller: &Caller,
    query: &ListQuery,
    now: u64,
) -> Result<HttpResponse, Refusal> {
    let table = flows::table_at(store, caller, now);
    let documents: Vec<&Value> = table.iter().collect();
    page(&documents, query, &flows::FIELDS, Operation::ListFlows)
}

fn list_runs(
    store: &Store,
    caller: &Caller,
    query: &ListQuery,
    now: u64,
) -> Result<HttpResponse, Refusal> {
    let table = runs::table_at(store, caller, now);
    let documents: Vec<&Value> = table.iter().collect();
    page(&documents, query, &runs::FIELDS, Operation::ListRuns)
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

/// The name of what is being made or renamed, in which words that ask for a failure may stand.
fn name_of(operation: &Operation) -> Option<&str> {
    match operation {
        Operation::CreateBaseConnection(connection) => Some(&connection.name),
        Operation::CreateSourceConnection(connection) => Some(&connection.name),
        Operation::CreateTargetConnection(connection) => Some(&connection.name),
        Operation::CreateFlow(flow) => Some(&flow.name),
        Operation::UpdateBaseConnection(update) => connection_updates::new_name(update),
        _ => None,
    }
}
