//! Requests as text that other tools read and write: commands pasted in, code copied out, links that carry
//! a form, jobs for engines that run without a page.
//!
//! Three steps lead in: [`read_command`] understands a shell's command, [`read_lenient_json`] a body with typing
//! errors in it, [`place`] says which field each part belongs to. [`write_request`] leads out.
//! What was not understood is data and never silent: a [`Note`], a [`JsonSlip`], a [`LeftOver`].
//!
//! Must never know: words for people, the forms and their schemas, the DOM, who answers a request.
//! Uses `api`, `model` and `secret`. Entered by `words`, which words its notes, and by the console.

mod command;
mod cursor;
mod engine;
mod json;
mod k6;
mod kafka_connect;
mod link;
mod place;
mod placeholder;
mod write;

pub use command::{CommandProblem, Note, Pasted, Shell, read_command};
pub use engine::EngineJob;
pub use json::{JsonSlip, Slip, read_lenient_json};
pub use k6::k6;
pub use kafka_connect::kafka_connect;
pub use link::{read_link, write_link};
pub use place::{
    LeftOver, Parameter, PlacedEnvironment, Placement, Reason, RequestKind, RequestPart, SpecGiven,
    ToFill, place,
};
pub use write::{Format, to_curl, write_request};
