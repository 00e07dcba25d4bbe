//! Forms as data: a schema becomes a tree of nodes, nodes take inputs, inputs become JSON.
//!
//! Must never know: HTML, Leptos, Flow Service, where the JSON goes. Uses `schema` and `secret`.
//! Entered by the console, which draws the nodes, and by `words`, which words the problems.
//!
//! [`Form`] is the whole of it (`tree.rs`). `layers.rs` finds the parts of a schema that apply to a value, `shape.rs`
//! and `members.rs` what is drawn for them, `control.rs` how a single value is edited. `edit.rs` is what people do,
//! `load.rs` with `fill.rs`, `texts.rs` and `json_text.rs` how values come in and go out, `changes.rs` what of it
//! differs from what the service has, `reading.rs`, `conditions.rs` and `problems.rs` what is wrong with them.

pub mod connection_string;
pub mod control;

mod alternatives;
mod base64;
mod branches;
mod changes;
mod choice;
mod conditions;
mod edit;
mod elements;
mod fill;
mod input;
mod json_text;
mod layers;
mod load;
mod members;
mod node;
mod number;
mod problems;
mod reading;
mod shape;
mod texts;
mod tree;

pub use branches::{BranchName, Selector};
pub use choice::Choice;
pub use control::{ChoiceStyle, Control, tells_secret};
pub use edit::Changes;
pub use input::{FieldProblem, Input};
pub use json_text::{JsonText, read_json};
pub use node::{Group, Kind, List, NodeId, SecretState};
pub use texts::NoPlace;
pub use tree::Form;

use reading::Whole;
