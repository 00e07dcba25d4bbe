//! `/runs`: what became of the records of each flow, one run for each hour in which records came.
//!
//! How often a streaming flow really runs is documented nowhere.

use serde_json::{Value, json};

use super::gateway::Caller;
use super::random::Random;
use super::store::{Collection, Store};

/// Fields that may be filtered and ordered by although there is no run yet.
pub(super) const FIELDS: [&str; 8] = [
    "id",
    "flowId",
    "flowSpec",
    "state",
    "metrics",
    "activities",
    "createdAt",
    "updatedAt",
];

/// How long a run collects records, in milliseconds.
const WINDOW_MS: u64 = 60 * 60 * 1000;

/// How long it then works, in milliseconds.
const WORK_MS: u64 = 60 * 1000;

/// How many runs of a flow are kept: about a month of hours.
const RUNS_KEPT: usize = 744;

/// How many different failures of a run are told apart; the others are only counted.
const FAILURES_KEPT: usize = 5;

/// How long `changed` stays when records are counted, in milliseconds: a world that was kept at each of them would be
/// kept thousands of times a minute.
const UNCHANGED_MS: u64 = 2_000;

/// Records of one flow.
#[derive(Clone, Debug, Default)]
pub(super) struct Count {
    /// All that came, those included that failed.
    pub(super) input: u64,
    pub(super) failed: u64,
    pub(super) bytes: u64,
    pub(super) failures: Vec<Failure>,
}

/// Why some of them failed.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    pub(super) code: String,
    pub(super) message: String,
    pub(super) count: u64,
}

/// The records of one hour.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// When the hour begins, in milliseconds since 1970.
    pub(super) window: u64,
    pub(super) count: Count,
}

impl Count {
    /// Counts a record that failed.
    pub(super) fn fail(&mut self, code: &str, message: &str, count: u64) {
        self.failed += count;
        let has_room = self.failures.len() < FAILURES_KEPT;
        let known = |failure: &&mut Failure| failure.code == code && failure.message == message;
        match self.failures.iter_mut().find(known) {
            Some(failure) => failure.count += count,
            None if has_room => self.failures.push(Failure {
                code: code.to_owned(),
                message: message.to_owned(),
                count,
            }),
            None => {}
        }
    }

    fn add(&mut self, other: &Self) {
        self.input += other.input;
        self.bytes += other.bytes;
        let told: u64 = other.failures.iter().map(|failure| failure.count).sum();
        for failure in &other.failures {
            self.fail(&failure.code, &failure.message, failure.count);
        }
        self.failed += other.failed.saturating_sub(told);
    }
}

impl Store {
    /// Counts records into the run of the present hour.
    pub(super) fn count(
        &mut self,
        organisation: &str,
        sandbox: &str,
        flow_id: &str,
        count: &Count,
        now: u64,
    ) {
        let window = now - now % WINDOW_MS;
        let runs = self
            .sandbox_mut(organisation, sandbox)
            .runs
            .entry(flow_id.to_owned())
            .or_default();
        let is_new = runs.last().is_none_or(|run| run.window != window);
        if is_new {
            let surplus = (runs.len() + 1).saturating_sub(RUNS_KEPT);
            runs.drain(..surplus);
            runs.push(Run {
                window,
                count: Count::default(),
            });
        }
        if let Some(run) = runs.last_mut() {
            run.count.add(count);
        }
        if is_new || now.saturating_sub(self.counted_at) >= UNCHANGED_MS {
            self.counted_at = now;
            self.changed += 1;
        }
    }
}

/// The runs of a sandbox, flow by flow, as they are at a time.
pub(super) fn table_at(store: &Store, caller: &Caller, now: u64) -> Vec<Value> {
    let sandbox = store.sandbox(&caller.organisation, &caller.sandbox);
    let flows = sandbox.into_iter().flat_map(|sandbox| &sandbox.runs);
    flows
        .flat_map(|(flow_id, runs)| runs.iter().map(move |run| (flow_id, run)))
        .map(|(flow_id, run)| document(store, caller, flow_id, run, now))
        .collect()
}

/// One run as it is at a time.
pub(super) fn find(store: &Store, caller: &Caller, id: &str, now: u64) -> Option<Value> {
    let sandbox = store.sandbox(&caller.organisation, &caller.sandbox)?;
    for (flow_id, runs) in &sandbox.runs {
        let run = runs.iter().find(|run| run.id(store, flow_id) == id);
        if let Some(run) = run {
            return Some(document(store, caller, flow_id, run, now));
        }
    }
    None
}

/// `lastRunDetails` of a flow.
pub(super) fn last_details(
    store: &Store,
    caller: &Caller,
    flow_id: &str,
    now: u64,
) -> Option<Value> {
    let sandbox = store.sandbox(&caller.organisation, &caller.sandbox)?;
    let run = sandbox.runs.get(flow_id)?.last()?;
    let mut details = json!({
        "id": run.id(store, flow_id),
        "state": run.status(now),
        "startedAtUTC": run.window,
    });
    if run.is_over(now) {
        put(&mut details, "completedAtUTC", json!(run.completed_at()));
    }
    Some(details)
}

/// What the demo world's flow has done: all well, not all well, and still going on.
pub(super) fn demo(now: u64) -> Vec<Run> {
    let hour = now - now % WINDOW_MS;
    let run = |hours_ago: u64, input: u64, bytes: u64| Run {
        window: hour.saturating_sub(hours_ago * WINDOW_MS),
        count: Count {
            input,
            bytes,
            ..Count::default()
        },
    };
    let mut partly = run(2, 1_932, 811_440);
    partly.count.fail(
        "MAPPER-3700-400",
        "The mapping failed: total is no number",
        14,
    );
    partly.count.fail(
        "INGEST-1555-400",
        "A required field is null: customer.email",
        3,
    );
    vec![run(3, 2_208, 927_360), partly, run(0, 417, 175_140)]
}

impl Run {
    fn id(&self, store: &Store, flow_id: &str) -> String {
        let name = format!("{flow_id}/{}", self.window);
        Random::of_text(store.seed, &name).uuid()
    }

    fn completed_at(&self) -> u64 {
        self.window + WINDOW_MS + WORK_MS
    }

    fn is_over(&self, now: u64) -> bool {
        self.completed_at() <= now
    }

    /// Some records may fail in a run that succeeds; one in which all did fails.
    fn status(&self, now: u64) -> &'static str {
        if !self.is_over(now) {
            "inProgress"
        } else if self.count.failed >= self.count.input {
            "failed"
        } else {
            "success"
        }
    }

    fn metrics(&self, now: u64) -> Value {
        let count = &self.count;
        let mut duration = json!({
            "startedAtUTC": self.window,
            "extensions": { "windowStart": self.window, "windowEnd": self.window + WINDOW_MS },
        });
        if self.is_over(now) {
            put(&mut duration, "completedAtUTC", json!(self.completed_at()));
        }
        let output = count.input.saturating_sub(count.failed);
        let output_bytes = count.bytes * output / count.input.max(1);
        let failed_info: Vec<Value> = count.failures.iter().map(failed_info).collect();
        let errors = if count.failed == 0 {
            json!([])
        } else {
            json!([{ "code": "CONNECTOR-2001-500", "message": "Some records were not ingested" }])
        };
        json!({
            "durationSummary": duration,
            "sizeSummary": { "inputBytes": count.bytes, "outputBytes": output_bytes },
            "recordSummary": {
                "inputRecordCount": count.input,
                "outputRecordCount": output,
                "failedRecordCount": count.failed,
                "failedInfo": failed_info,
            },
            "statusSummary": { "status": self.status(now), "errors": errors },
        })
    }

    /// The one step of such a run, which writes into the data lake.
    fn activity(&self, metrics: &Value, target: Option<&Value>, batch_id: &str) -> Value {
        let count = &self.count;
        let member = |name: &str| metrics.get(name).cloned().unwrap_or_default();
        let mut errors = Vec::new();
        if count.failed > 0 {
            let message = format!("{} of {} rows rejected", count.failed, count.input);
            errors.push(json!({ "code": "INGEST-1212-400", "message": message }));
        }
        for failure in &count.failures {
            errors.push(json!({
                "code": failure.code, "recordCount": failure.count, "message": failure.message,
            }));
        }
        let mut status = member("statusSummary");
        put(&mut status, "extensions", json!({ "errors": errors }));
        json!({
            "id": "promotionActivity",
            "durationSummary": member("durationSummary"),
            "sizeSummary": member("sizeSummary"),
            "recordSummary": member("recordSummary"),
            "statusSummary": status,
            "targetInfo": [{
                "id": target,
                "type": "TargetConnection",
                "reference": { "type": "Batch", "ids": [batch_id] },
            }],
        })
    }
}

fn failed_info(failure: &Failure) -> Value {
    json!({ "code": failure.code, "message": failure.message, "count": failure.count })
}

fn document(store: &Store, caller: &Caller, flow_id: &str, run: &Run, now: u64) -> Value {
    let id = run.id(store, flow_id);
    let flow = store.find(caller, Collection::Flows, flow_id);
    let of_flow = |pointer: &str| flow.and_then(|flow| flow.pointer(pointer));
    let mut random = Random::of_text(store.seed, &id);
    // 26 characters, as such identifiers have.
    let batch_id = format!("01{:016X}{:08X}", random.next(), random.next() >> 32);
    let updated_at = run.completed_at().min(now.max(run.window));
    let metrics = run.metrics(now);
    let target = of_flow("/targetConnectionIds/0");
    let activity = run.activity(&metrics, target, &batch_id);
    let etag = random.etag(updated_at);
    json!({
        "id": id,
        "createdAt": run.window,
        "updatedAt": updated_at,
        "sandboxName": caller.sandbox,
        "imsOrgId": caller.organisation,
        "flowId": flow_id,
        "flowSpec": of_flow("/flowSpec"),
        "metrics": metrics,
        "activities": [activity],
        "version": etag,
        "etag": etag,
    })
}

fn put(object: &mut Value, name: &str, value: Value) {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}
