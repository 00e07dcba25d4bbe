//! `/collection/{inletId}` and `/collection/batch/{inletId}`: take records, one or many.
//!
//! Taken is not stored. What the service does later is pretended as far as counting goes: the records of each flow are
//! counted into its runs, those that will not be stored among them.

use std::collections::{BTreeMap, VecDeque};

use serde_json::Value;

use super::faults::Strike;
use super::gateway;
use super::messages::{Judge, Wrong};
use super::received::Ledger;
use super::refusal::Refusal;
use super::runs::Count;
use super::sentinel;
use super::store::{InletPlace, RECORDS_KEPT, Store};
use super::xdm;
use crate::api::{
    COLLECTION, HttpRequest, HttpResponse, PostMessage, PostMessageBatch, Target, limits,
    write_batch_receipt, write_receipt,
};
use crate::model::{BatchReceipt, MessageReceipt, MessageResult, SyncValidation};
use crate::schema::Schema;

/// How many records an inlet validates before the answer in a minute (Streaming Ingestion API).
const VALIDATIONS_A_MINUTE: usize = 60;
const MINUTE_MS: u64 = 60_000;

/// What the inlets remember beside the world. No snapshot takes it along.
#[derive(Clone, Debug, Default)]
pub(super) struct Intake {
    pub(super) ledger: Ledger,
    /// When each inlet was last asked to validate, in milliseconds since 1970.
    validations: BTreeMap<String, VecDeque<u64>>,
    /// Messages of batches so far, to refuse every so-manieth of them.
    messages: u64,
    /// Read when the first record comes.
    rules: Option<Schema>,
}

/// A request at an inlet's door.
pub(super) struct Visit<'a> {
    pub(super) request: &'a HttpRequest,
    pub(super) strike: &'a Strike,
    /// For trace identifiers: the machine that pretends to have taken the records.
    pub(super) node: u64,
    /// For trace identifiers: tells requests of the same millisecond apart.
    pub(super) sequence: u64,
    pub(super) now: u64,
}

impl Visit<'_> {
    fn trace_id(&self) -> String {
        format!("{}:{}:{}", self.now, self.node, self.sequence)
    }
}

/// Takes one record.
pub(super) fn receive(
    store: &mut Store,
    intake: &mut Intake,
    message: &PostMessage,
    visit: &Visit<'_>,
) -> Result<HttpResponse, Refusal> {
    let target = Target::read(&message.inlet_url);
    let (inlet_id, place) = enter(store, &target, visit, message.message.len())?;
    if message.sync_validation {
        intake.check_rate(inlet_id, visit)?;
    }
    let rules = intake.rules.get_or_insert_with(xdm::rules);
    let refuse = |problem: &str| {
        Refusal::inlet(
            400,
            "Invalid XDM Message Format",
            sentence(inlet_id, &place, problem),
        )
    };
    let record: Value = serde_json::from_str(&message.message)
        .map_err(|_| refuse("Message is not a JSON object"))?;
    let named = message.flow_id.as_ref().map(|id| id.as_str());
    let named = named.or_else(|| target.parameter("x-adobe-flow-id"));
    let mut judge = Judge::new(store, &place);
    let destination = judge
        .destination(&record, named)
        .map_err(|wrong| refuse(&wrong.sentence))?;
    if message.sync_validation {
        let violations = xdm::violations(rules, &record);
        if !violations.is_empty() {
            return Err(Refusal::Violations {
                message: sentence(inlet_id, &place, "Message is invalid"),
                violations,
            });
        }
    }
    let mut delivery = Delivery::default();
    delivery.accept(destination, &record, rules);
    intake.ledger.note(inlet_id, &record);
    delivery.deliver(store, inlet_id, &place, &message.message, visit.now);
    Ok(write_receipt(&MessageReceipt {
        inlet_id: inlet_id.into(),
        xaction_id: visit.trace_id(),
        received_time_ms: Some(visit.now),
        flow_id: named.map(Into::into),
        sync_validation: Some(if message.sync_validation {
            SyncValidation::Passed
        } else {
            SyncValidation::Skipped
        }),
    }))
}

/// Takes many records. Each is judged by itself, and the answer is 207 whatever becomes of them.
pub(super) fn receive_batch(
    store: &mut Store,
    intake: &mut Intake,
    batch: &PostMessageBatch,
    visit: &Visit<'_>,
) -> Result<HttpResponse, Refusal> {
    let target = Target::read(&batch.inlet_url);
    let (inlet_id, place) = enter(store, &target, visit, batch.body.len())?;
    let body = read_messages(&batch.body);
    let messages = body
        .as_ref()
        .and_then(|body| body.get("messages")?.as_array())
        .ok_or_else(|| {
            let problem = "The body has no array of messages";
            let message = sentence(inlet_id, &place, problem);
            Refusal::inlet(400, "Invalid XDM Message Format", message)
        })?;
    let rules = intake.rules.get_or_insert_with(xdm::rules);
    let named = batch.flow_id.as_ref().map(|id| id.as_str());
    let named = named.or_else(|| target.parameter("x-adobe-flow-id"));
    let batch_id = visit.trace_id();
    let mut judge = Judge::new(store, &place);
    let mut delivery = Delivery::default();
    let mut results = Vec::with_capacity(messages.len());
    for (position, message) in messages.iter().enumerate() {
        intake.messages += 1;
        let every = u64::from(visit.strike.refuse_every);
        let judged = judge.destination(message, named).and_then(|destination| {
            if every > 0 && intake.messages.is_multiple_of(every) {
                Err(Wrong::unknown_format())
            } else {
                Ok(destination)
            }
        });
        match judged {
            Ok(destination) => {
                delivery.accept(destination, message, rules);
                intake.ledger.note(inlet_id, message);
                results.push(MessageResult {
                    xaction_id: Some(format!("{batch_id}:{position}")),
                    ..MessageResult::default()
                });
            }
            Err(wrong) => {
                delivery.refuse(named.filter(|id| judge.takes(id)), &wrong.sentence);
                results.push(refused(&wrong, inlet_id, &place, &batch_id, position));
            }
        }
    }
    delivery.deliver(store, inlet_id, &place, &batch.body, visit.now);
    if visit.strike.shortens_batch_reply && !results.is_empty() {
        // In the middle, so that it cannot be seen from the last one.
        results.remove(results.len() / 2);
    }
    Ok(write_batch_receipt(&BatchReceipt {
        inlet_id: inlet_id.into(),
        batch_id,
        received_time_ms: Some(visit.now),
        results,
    }))
}

fn read_messages(body: &str) -> Option<Value> {
    serde_json::from_str(body).ok()
}

/// Adobe prints two forms of a refused message, with and without a trace identifier.
fn refused(
    wrong: &Wrong,
    inlet_id: &str,
    place: &InletPlace,
    batch_id: &str,
    position: usize,
) -> MessageResult {
    if wrong.is_in_header {
        return MessageResult {
            xaction_id: Some(format!("{batch_id}-{position}")),
            status: Some(400),
            message: Some(wrong.sentence.clone()),
        };
    }
    MessageResult {
        xaction_id: None,
        status: Some(400),
        message: Some(sentence(inlet_id, place, &wrong.sentence)),
    }
}

/// The sentences are Adobe's as far as they are printed.
fn sentence(inlet_id: &str, place: &InletPlace, problem: &str) -> String {
    let organisation = &place.organisation;
    format!("inletId: [{inlet_id}] imsOrgId: [{organisation}] {problem}")
}

/// What is judged before a record is looked at: the inlet, the token, the kind and the size of the body.
fn enter<'a>(
    store: &Store,
    target: &'a Target,
    visit: &Visit<'_>,
    length: usize,
) -> Result<(&'a str, InletPlace), Refusal> {
    let inlet_id = target.path.strip_prefix(COLLECTION).unwrap_or_default();
    let Some(place) = store.inlets.get(inlet_id) else {
        let message = format!("There is no inlet [{inlet_id}]");
        return Err(Refusal::inlet(404, "Inlet not found", message));
    };
    check_token(place, inlet_id, visit.request)?;
    if !gateway::has_json(visit.request) {
        let message = format!("inletId: [{inlet_id}] Content-Type must be application/json");
        return Err(Refusal::inlet(415, "Unsupported Media Type", message));
    }
    if length > limits::INLET_REQUEST_BYTES {
        let message = format!("inletId: [{inlet_id}] Message is larger than 1 MB");
        return Err(Refusal::inlet(413, "Payload Too Large", message));
    }
    Ok((inlet_id, place.clone()))
}

fn check_token(place: &InletPlace, inlet_id: &str, request: &HttpRequest) -> Result<(), Refusal> {
    if !place.authentication_required {
        return Ok(());
    }
    let token = request.header("Authorization").and_then(gateway::bearer);
    match token {
        None | Some("") => Err(Refusal::inlet_authorization(inlet_id, "is empty")),
        Some(token) if sentinel::refuses_token(token) => {
            Err(Refusal::inlet_authorization(inlet_id, "is not valid"))
        }
        Some(_) => Ok(()),
    }
}

/// The inlet at a path, when there is one and it wants a token.
pub(super) fn asks_for_token<'a>(store: &Store, path: &'a str) -> Option<&'a str> {
    let inlet_id = path.rsplit('/').next()?;
    let place = store.inlets.get(inlet_id)?;
    place.authentication_required.then_some(inlet_id)
}

impl Intake {
    /// Validation before the answer: not everywhere, and not often.
    fn check_rate(&mut self, inlet_id: &str, visit: &Visit<'_>) -> Result<(), Refusal> {
        if visit.strike.lacks_sync_validation {
            let message = format!("inletId: [{inlet_id}] syncValidation is not available here");
            return Err(Refusal::inlet(501, "Not Implemented", message));
        }
        let asked = self.validations.entry(inlet_id.to_owned()).or_default();
        asked.retain(|moment| moment.saturating_add(MINUTE_MS) > visit.now);
        if let Some(first) = asked
            .front()
            .filter(|_| asked.len() >= VALIDATIONS_A_MINUTE)
        {
            let left = first.saturating_add(MINUTE_MS) - visit.now;
            return Err(Refusal::TooManyValidations {
                inlet_id: inlet_id.to_owned(),
                seconds: left.div_ceil(1000),
            });
        }
        asked.push_back(visit.now);
        Ok(())
    }
}

/// What one request brings, flow by flow.
#[derive(Default)]
struct Delivery<'v> {
    parts: Vec<Part<'v>>,
}

struct Part<'v> {
    /// `None` for records that name no flow.
    flow_id: Option<String>,
    count: Count,
    accepted: u64,
    latest: VecDeque<&'v Value>,
}

impl<'v> Delivery<'v> {
    /// There are few flows in one request, mostly one.
    fn part(&mut self, flow_id: Option<&str>) -> Option<&mut Part<'v>> {
        let is_known = |part: &Part<'_>| part.flow_id.as_deref() == flow_id;
        let position = self.parts.iter().position(is_known);
        let position = position.unwrap_or_else(|| {
            self.parts.push(Part {
                flow_id: flow_id.map(str::to_owned),
                count: Count::default(),
                accepted: 0,
                latest: VecDeque::with_capacity(RECORDS_KEPT),
            });
            self.parts.len() - 1
        });
        self.parts.get_mut(position)
    }

    fn accept(&mut self, flow_id: Option<&str>, record: &'v Value, rules: &Schema) {
        if let Some(part) = self.part(flow_id) {
            part.count.input += 1;
            part.accepted += 1;
            if part.latest.len() == RECORDS_KEPT {
                part.latest.pop_front();
            }
            part.latest.push_back(record);
            if let Some((code, message)) = xdm::failure(rules, record) {
                part.count.fail(code, &message, 1);
            }
        }
    }

    /// Refused messages of a batch land in an error batch of the dataset, says the streaming guide.
    fn refuse(&mut self, flow_id: Option<&str>, problem: &str) {
        if let Some(flow_id) = flow_id
            && let Some(part) = self.part(Some(flow_id))
        {
            part.count.input += 1;
            part.count.fail("INGEST-1401-400", problem, 1);
        }
    }

    /// Counts all of it. `body` is the request's.
    fn deliver(self, store: &mut Store, inlet_id: &str, place: &InletPlace, body: &str, now: u64) {
        let (organisation, sandbox) = (&place.organisation, &place.sandbox);
        let all: u64 = self.parts.iter().map(|part| part.count.input).sum();
        // At most 1 MB, so this fits.
        let bytes = u64::try_from(body.len()).unwrap_or_default();
        for mut part in self.parts {
            // A record that names no flow is counted for the inlet itself, and for no run.
            let counted_for = part.flow_id.as_deref().unwrap_or(inlet_id);
            if part.accepted > 0 {
                store
                    .sandbox_mut(organisation, sandbox)
                    .received
                    .entry(counted_for.to_owned())
                    .or_default()
                    .add(part.accepted, part.latest);
            }
            if let Some(flow_id) = &part.flow_id {
                part.count.bytes = bytes * part.count.input / all.max(1);
                store.count(organisation, sandbox, flow_id, &part.count, now);
            }
        }
    }
}
