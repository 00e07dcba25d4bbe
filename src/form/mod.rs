//! Forms as data: a schema becomes fields, fields take inputs, inputs become JSON.
//!
//! Must never know: HTML, Leptos, Flow Service, where the JSON goes. Uses `schema` and `secret`.
//! Entered by the console, which draws the fields, and by `words`, which words the problems.

pub mod connection_string;

mod build;
mod field;
mod gather;
mod input;

pub use build::build_fields;
pub use field::{Choice, Control, Field};
pub use gather::{Gathered, gather};
pub use input::{FieldProblem, Input, check, read};
