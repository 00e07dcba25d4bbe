//! What the emulator remembers: the documents as they are served, in tables for each organisation and sandbox.

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Map, Value, json};

use super::gateway::Caller;
use super::random::Random;
use super::runs::Run;
use crate::schema::Pointer;

/// The resources that are made by calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Collection {
    Connections,
    SourceConnections,
    TargetConnections,
    Flows,
}

impl Collection {
    /// All of them, in the order in which one needs the other.
    pub(super) const ALL: [Self; 4] = [
        Self::Connections,
        Self::SourceConnections,
        Self::TargetConnections,
        Self::Flows,
    ];

    /// As it is written in paths.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Connections => "connections",
            Self::SourceConnections => "sourceConnections",
            Self::TargetConnections => "targetConnections",
            Self::Flows => "flows",
        }
    }
}

/// One sandbox of one organisation.
#[derive(Clone, Debug, Default)]
pub(super) struct Sandbox {
    /// In the order in which they were made.
    pub(super) tables: BTreeMap<Collection, Vec<Value>>,
    /// Which secrets a base connection has, by their places in the document: they are not stored themselves. A
    /// connection of an earlier snapshot is not here.
    pub(super) secrets: BTreeMap<String, Vec<Pointer>>,
    /// When a flow leaves `initializing`, in milliseconds since 1970; a flow that is not here has left it.
    pub(super) settles_at: BTreeMap<String, u64>,
    /// What inlets received for each flow. No snapshot takes it along: records may tell of people, and a world
    /// that changed with each of them would be kept thousands of times a minute.
    pub(super) received: BTreeMap<String, Received>,
    /// The runs of each flow, in the order of their windows.
    pub(super) runs: BTreeMap<String, Vec<Run>>,
}

/// The records that reached a flow.
#[derive(Clone, Debug, Default)]
pub(super) struct Received {
    pub(super) count: u64,
    /// The latest ones.
    pub(super) latest: VecDeque<String>,
}

/// How many records of a flow are kept to be looked at.
pub(super) const RECORDS_KEPT: usize = 5;

impl Received {
    /// Counts records. `latest` are the last of them, at most [`RECORDS_KEPT`].
    pub(super) fn add(&mut self, count: u64, latest: VecDeque<&Value>) {
        self.count += count;
        self.latest.extend(latest.into_iter().map(Value::to_string));
        let surplus = self.latest.len().saturating_sub(RECORDS_KEPT);
        self.latest.drain(..surplus);
    }
}

impl Sandbox {
    /// A table in the order in which it was filled.
    pub(super) fn table(&self, collection: Collection) -> &[Value] {
        self.tables.get(&collection).map_or(&[], Vec::as_slice)
    }

    /// One document.
    pub(super) fn find(&self, collection: Collection, id: &str) -> Option<&Value> {
        self.table(collection)
            .iter()
            .find(|document| document.get("id").and_then(Value::as_str) == Some(id))
    }
}

/// Where an inlet belongs to.
#[derive(Clone, Debug)]
pub(super) struct InletPlace {
    pub(super) organisation: String,
    pub(super) sandbox: String,
    pub(super) connection_id: String,
    pub(super) authentication_required: bool,
}

/// Everything.
#[derive(Clone, Debug)]
pub(super) struct Store {
    pub(super) random: Random,
    /// Organisation, then sandbox.
    pub(super) organisations: BTreeMap<String, BTreeMap<String, Sandbox>>,
    pub(super) inlets: BTreeMap<String, InletPlace>,
    /// Grows with every change that a snapshot would show.
    pub(super) changed: u64,
    /// When `changed` last grew because of records, in milliseconds since 1970.
    pub(super) counted_at: u64,
    /// True when the demo world, if there is to be one, was made.
    pub(super) begun: bool,
    /// What the world began with. It stays with the world, whatever seed its next host has.
    pub(super) seed: u64,
}

/// Members that the service writes itself, whatever a request says.
const OWN: [&str; 13] = [
    "id",
    "createdAt",
    "updatedAt",
    "createdBy",
    "updatedBy",
    "createdClient",
    "updatedClient",
    "sandboxId",
    "sandboxName",
    "imsOrgId",
    "state",
    "version",
    "etag",
];

impl Store {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            random: Random::new(seed),
            organisations: BTreeMap::new(),
            inlets: BTreeMap::new(),
            changed: 0,
            counted_at: 0,
            begun: false,
            seed,
        }
    }

    /// A table in the order in which it was filled. A sandbox that nothing was stored in is empty.
    pub(super) fn table(&self, caller: &Caller, collection: Collection) -> &[Value] {
        self.sandbox(&caller.organisation, &caller.sandbox)
            .map_or(&[], |sandbox| sandbox.table(collection))
    }

    /// One document.
    pub(super) fn find(&self, caller: &Caller, collection: Collection, id: &str) -> Option<&Value> {
        self.sandbox(&caller.organisation, &caller.sandbox)?
            .find(collection, id)
    }

    pub(super) fn sandbox(&self, organisation: &str, name: &str) -> Option<&Sandbox> {
        self.organisations.get(organisation)?.get(name)
    }

    pub(super) fn sandbox_mut(&mut self, organisation: &str, name: &str) -> &mut Sandbox {
        self.organisations
            .entry(organisation.to_owned())
            .or_default()
            .entry(name.to_owned())
            .or_default()
    }

    /// Adds what the service adds to a posted document, and keeps it. Returns the identifier and the revision.
    pub(super) fn insert(
        &mut self,
        caller: &Caller,
        collection: Collection,
        posted: Map<String, Value>,
        now: u64,
    ) -> (String, String) {
        let id = self.random.uuid();
        let etag = self.random.etag(now);
        let author = self.author(&caller.client);
        let mut document = Map::new();
        let mut add = |name: &str, value: Value| document.insert(name.to_owned(), value);
        add("id", json!(id));
        add("createdAt", json!(now));
        add("updatedAt", json!(now));
        add("createdBy", json!(author));
        add("updatedBy", json!(author));
        add("createdClient", json!(caller.client));
        add("updatedClient", json!(caller.client));
        add("sandboxId", json!(self.sandbox_id(caller)));
        add("sandboxName", json!(caller.sandbox));
        add("imsOrgId", json!(caller.organisation));
        for (name, value) in posted {
            if !OWN.contains(&name.as_str()) {
                add(&name, value);
            }
        }
        add("state", json!("enabled"));
        add("version", json!(etag));
        add("etag", json!(etag));
        self.sandbox_mut(&caller.organisation, &caller.sandbox)
            .tables
            .entry(collection)
            .or_default()
            .push(Value::Object(document));
        self.changed += 1;
        (id, etag)
    }

    /// Puts another document in the place of one, and adds what the service adds to a changed one. Returns the revision.
    pub(super) fn replace(
        &mut self,
        caller: &Caller,
        collection: Collection,
        id: &str,
        mut document: Value,
        now: u64,
    ) -> String {
        let etag = self.random.etag(now);
        let author = self.author(&caller.client);
        if let Some(members) = document.as_object_mut() {
            let mut set = |name: &str, value: Value| members.insert(name.to_owned(), value);
            set("updatedAt", json!(now));
            set("updatedBy", json!(author));
            set("updatedClient", json!(caller.client));
            set("version", json!(etag));
            set("etag", json!(etag));
        }
        let sandbox = self.sandbox_mut(&caller.organisation, &caller.sandbox);
        let table = sandbox.tables.entry(collection).or_default();
        let is_it = |known: &&mut Value| known.get("id").and_then(Value::as_str) == Some(id);
        if let Some(known) = table.iter_mut().find(is_it) {
            *known = document;
        }
        self.changed += 1;
        etag
    }

    /// The technical account of a client: not stored, since it follows from the client's id.
    fn author(&self, client: &str) -> String {
        let number = Random::of_text(self.seed, client).next();
        format!("{number:016X}@techacct.adobe.com")
    }

    fn sandbox_id(&self, caller: &Caller) -> String {
        let name = format!("{}/{}", caller.organisation, caller.sandbox);
        Random::of_text(self.seed, &name).uuid()
    }
}
