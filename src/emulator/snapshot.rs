//! The world as a value, to be kept and brought back.

use serde_json::Value;

use super::random::Random;
use super::runs::{Count, Failure, Run};
use super::store::{Collection, InletPlace, Sandbox, Store};
use super::{Emulator, Settings};
use crate::model::{Members, ShapeError, Writer};

/// The form of the snapshot. A snapshot of another form is not understood and gives a new world.
const VERSION: u64 = 1;

/// Everything that was made in an emulator, without secrets, for they were never stored, and without the records
/// that inlets received: how many there were stands in the runs, but for those of the last moments. Faults and pace
/// are not part of it.
#[derive(Clone, Debug)]
pub struct Snapshot {
    version: u64,
    ahead_ms: u64,
    store: Store,
}

impl Emulator {
    /// The world as it is.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            version: VERSION,
            ahead_ms: self.ahead_ms,
            store: self.store.clone(),
        }
    }

    /// The world of a snapshot, or a new one when the snapshot is of another version.
    pub fn restore(settings: Settings, snapshot: Snapshot) -> Self {
        if snapshot.version != VERSION {
            return Self::new(settings);
        }
        Self::with_store(settings, snapshot.store, snapshot.ahead_ms)
    }
}

impl Snapshot {
    /// The snapshot as JSON.
    pub fn to_json(&self) -> Value {
        let mut writer = Writer::default();
        writer.put("version", self.version.into());
        writer.put("ahead_ms", self.ahead_ms.into());
        writer.put("store", write_store(&self.store));
        writer.finish()
    }

    /// Reads what [`Snapshot::to_json`] wrote.
    ///
    /// # Errors
    /// When a member is missing or of another type.
    pub fn read(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        Ok(Self {
            version: members.whole("version")?,
            ahead_ms: members.whole("ahead_ms")?,
            store: read_store(Members::of(members.required("store")?)?)?,
        })
    }
}

fn write_store(store: &Store) -> Value {
    let mut organisations = Writer::default();
    for (organisation, sandboxes) in &store.organisations {
        let mut written = Writer::default();
        for (name, sandbox) in sandboxes {
            written.put(name, write_sandbox(sandbox));
        }
        organisations.put(organisation, written.finish());
    }
    let mut inlets = Writer::default();
    for (id, place) in &store.inlets {
        let mut written = Writer::default();
        written.text("organisation", &place.organisation);
        written.text("sandbox", &place.sandbox);
        written.text("connection_id", &place.connection_id);
        written.put(
            "authentication_required",
            place.authentication_required.into(),
        );
        inlets.put(id, written.finish());
    }
    let mut writer = Writer::default();
    writer.text("random", &store.random.state());
    writer.put("organisations", organisations.finish());
    writer.put("inlets", inlets.finish());
    writer.put("changed", store.changed.into());
    writer.put("begun", store.begun.into());
    writer.text("seed", &store.seed.to_string());
    writer.finish()
}

fn write_sandbox(sandbox: &Sandbox) -> Value {
    let mut tables = Writer::default();
    for (collection, documents) in &sandbox.tables {
        tables.put(collection.path(), Value::Array(documents.clone()));
    }
    let mut secrets = Writer::default();
    for (connection_id, places) in &sandbox.secrets {
        let places = places.iter().map(|place| Value::from(place.to_string()));
        secrets.put(connection_id, places.collect());
    }
    let mut settles_at = Writer::default();
    for (flow_id, moment) in &sandbox.settles_at {
        settles_at.put(flow_id, (*moment).into());
    }
    let mut runs = Writer::default();
    for (flow_id, of_flow) in &sandbox.runs {
        runs.put(flow_id, of_flow.iter().map(write_run).collect());
    }
    let mut writer = Writer::default();
    writer.put("tables", tables.finish());
    writer.put("secrets", secrets.finish());
    writer.put("settles_at", settles_at.finish());
    writer.put("runs", runs.finish());
    writer.finish()
}

fn write_run(run: &Run) -> Value {
    let failure = |failure: &Failure| {
        let mut writer = Writer::default();
        writer.text("code", &failure.code);
        writer.text("message", &failure.message);
        writer.put("count", failure.count.into());
        writer.finish()
    };
    let mut writer = Writer::default();
    writer.put("window", run.window.into());
    writer.put("input", run.count.input.into());
    writer.put("failed", run.count.failed.into());
    writer.put("bytes", run.count.bytes.into());
    let failures = run.count.failures.iter().map(failure);
    writer.put("failures", failures.collect());
    writer.finish()
}

fn read_store(members: Members<'_>) -> Result<Store, ShapeError> {
    let mut store = Store::new(number(members, "seed")?);
    store.random = Random::new(number(members, "random")?);
    store.changed = members.whole("changed")?;
    store.begun = members.flag("begun")?;
    for (organisation, sandboxes) in Members::of(members.required("organisations")?)?.iter() {
        for (name, sandbox) in Members::of(sandboxes)?.iter() {
            *store.sandbox_mut(organisation, name) = read_sandbox(Members::of(sandbox)?)?;
        }
    }
    for (id, place) in Members::of(members.required("inlets")?)?.iter() {
        let place = Members::of(place)?;
        let place = InletPlace {
            organisation: place.required_text("organisation")?,
            sandbox: place.required_text("sandbox")?,
            connection_id: place.required_text("connection_id")?,
            authentication_required: place.flag("authentication_required")?,
        };
        store.inlets.insert(id.clone(), place);
    }
    Ok(store)
}

fn read_sandbox(members: Members<'_>) -> Result<Sandbox, ShapeError> {
    let mut sandbox = Sandbox::default();
    let tables = Members::of(members.required("tables")?)?;
    for collection in Collection::ALL {
        let documents = tables.list(collection.path()).to_vec();
        sandbox.tables.insert(collection, documents);
    }
    let settles_at = Members::of(members.required("settles_at")?)?;
    for (flow_id, _) in settles_at.iter() {
        let moment = settles_at.whole(flow_id)?;
        sandbox.settles_at.insert(flow_id.clone(), moment);
    }
    // Snapshots of earlier consoles have neither these nor runs.
    if let Some(secrets) = members.optional("secrets") {
        let secrets = Members::of(secrets)?;
        for (connection_id, _) in secrets.iter() {
            let places = secrets.list(connection_id).iter();
            let places = places.filter_map(|place| place.as_str()?.parse().ok());
            sandbox
                .secrets
                .insert(connection_id.clone(), places.collect());
        }
    }
    if let Some(runs) = members.optional("runs") {
        for (flow_id, of_flow) in Members::of(runs)?.iter() {
            let of_flow = of_flow.as_array().into_iter().flatten();
            let read: Result<Vec<Run>, ShapeError> = of_flow.map(read_run).collect();
            sandbox.runs.insert(flow_id.clone(), read?);
        }
    }
    Ok(sandbox)
}

fn read_run(value: &Value) -> Result<Run, ShapeError> {
    let members = Members::of(value)?;
    let mut failures = Vec::new();
    for failure in members.list("failures") {
        let failure = Members::of(failure)?;
        failures.push(Failure {
            code: failure.required_text("code")?,
            message: failure.required_text("message")?,
            count: failure.whole("count")?,
        });
    }
    Ok(Run {
        window: members.whole("window")?,
        count: Count {
            input: members.whole("input")?,
            failed: members.whole("failed")?,
            bytes: members.whole("bytes")?,
            failures,
        },
    })
}

/// Numbers of 64 bits are kept as text.
fn number(members: Members<'_>, name: &str) -> Result<u64, ShapeError> {
    let number = members.number(name);
    number.ok_or_else(|| ShapeError::wrong(name, "a whole number"))
}
