//! The specifications that the emulator offers: those of all documented sources, and the data lake.
//!
//! The sources come from the room `catalog`. Those whose identifier is invented, since Adobe prints one identifier
//! for several sources, are served under it, as are ways to sign in under their provisional names.

use std::sync::OnceLock;

use serde_json::Value;

use crate::catalog;
use crate::model::{ConnectionSpec, FlowSpec};

/// The target of every dataflow; no source, so it is here.
const DATA_LAKE: &str = include_str!("catalog/data_lake.json");

/// Flow specifications, all in one list.
const FLOW_SPECS: &str = include_str!("catalog/flow_specs.json");

/// A specification as it is served, and as the rules read it.
pub(super) struct Entry<Spec> {
    pub(super) document: Value,
    pub(super) spec: Spec,
}

/// Every connection specification. Read once, when the first call needs them.
pub(super) fn connection_specs() -> &'static [Entry<ConnectionSpec>] {
    static ENTRIES: OnceLock<Vec<Entry<ConnectionSpec>>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let mut entries = Vec::with_capacity(catalog::sources().len() + 1);
        for source in catalog::sources() {
            entries.extend(entry(catalog::connection_spec_document(source)));
        }
        entries.extend(parse(DATA_LAKE).and_then(entry));
        entries
    })
}

/// Every flow specification.
pub(super) fn flow_specs() -> &'static [Entry<FlowSpec>] {
    static ENTRIES: OnceLock<Vec<Entry<FlowSpec>>> = OnceLock::new();
    ENTRIES.get_or_init(|| match parse(FLOW_SPECS) {
        Some(Value::Array(documents)) => documents.into_iter().filter_map(entry).collect(),
        _ => Vec::new(),
    })
}

/// The connection specification with an identifier.
pub(super) fn connection_spec(id: &str) -> Option<&'static Entry<ConnectionSpec>> {
    connection_specs()
        .iter()
        .find(|entry| entry.spec.id.as_str() == id)
}

/// The flow specification with an identifier.
pub(super) fn flow_spec(id: &str) -> Option<&'static Entry<FlowSpec>> {
    flow_specs()
        .iter()
        .find(|entry| entry.spec.id.as_str() == id)
}

/// A file that is no JSON is left out here and found by the tests, which count the entries.
fn parse(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

fn entry<Spec: crate::model::FromJson>(document: Value) -> Option<Entry<Spec>> {
    let spec = Spec::from_json(&document).ok()?;
    Some(Entry { document, spec })
}
