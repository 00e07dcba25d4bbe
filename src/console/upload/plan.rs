//! What is sent where, in a shape that the browser keeps.

use serde::{Deserialize, Serialize};

/// An upload. It outlives its page and never has a token in it. One level deep and of plain members, as JavaScript
/// objects are kept best.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::console) struct Plan {
    /// Names it in the browser's store.
    pub id: String,
    /// When it was begun, in milliseconds since 1970; also the moment that a template's records tell.
    pub started_at: u64,
    /// The environment that it was begun in, by its place: another one would send the records elsewhere.
    pub environment: String,
    /// Where to.
    pub inlet_url: String,
    /// The dataflow; may be empty.
    pub flow_id: String,
    /// Whether the inlet is shown the access token.
    pub authenticated: bool,
    /// The file's name; empty for what was typed.
    pub name: String,
    /// What the records are written in, as a word.
    pub format: String,
    /// Whether the file is compressed.
    pub is_gzip: bool,
    /// The columns of a table, as text.
    pub columns: String,
    /// The template, when the records are made from one.
    pub template: Option<String>,
    /// What a template's random values come from.
    pub seed: u32,
    /// The parts of the envelope, in the order of its members, when the records are put into one.
    pub envelope: Option<Vec<String>>,
    /// Whether records that fail a check are not sent.
    pub holds_back: bool,
    /// The schema that records are checked against, as text; may be empty.
    pub schema: String,
    /// How many records there are.
    pub total: u32,
    /// Records from this one on were never sent. It is written before they are.
    pub sent_before: u32,
    /// Whether requests carry many records.
    pub is_batch: bool,
    /// Records a request, at most.
    pub batch_size: u32,
    /// Requests at a time, at most.
    pub concurrency: u32,
    /// Records a second, at most.
    pub records_per_second: Option<u32>,
    /// Whether the inlet judges each record before it answers.
    pub sync_validation: bool,
    /// Whether the sandbox's name is sent along.
    pub with_sandbox: bool,
    /// Whether records that may have been received are sent again by themselves.
    pub resends: bool,
}
