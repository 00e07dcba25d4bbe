//! JSON Schema: the one validator of the project.
//!
//! It reads a schema (draft-07, with `$defs`, `dependentRequired` and `dependentSchemas` of its
//! successor) and says which rules a JSON value breaks, where, and with which parameters. Words
//! for that are none of its business.
//!
//! It must never know of forms, HTTP or the service, and it has no clock, no randomness and no
//! access to the outside. Anyone may enter; it uses no other room.
//!
//! No schema and no value can make it panic, recurse without end or take exponential time:
//!
//! - values of more than 128 levels are refused, schemas are read down to 256 levels, and at
//!   most 256 schemas are applied inside each other;
//! - references are followed within the document only, and circles of them are cut;
//! - lists of problems and defects end somewhere.

mod compare;
mod evaluate;
mod format;
mod keyword;
mod loops;
mod number;
mod order;
mod parse;
mod pattern;
mod pointer;
mod problem;
mod uri;
mod validate;

pub use format::Format;
pub(crate) use number::{compare as compare_numbers, fits_double};
pub(crate) use order::ordered;
pub use pointer::{Pointer, PointerError};
pub use problem::{Defect, Flaw, Kind, Problem, Rule};
pub use validate::Schema;
