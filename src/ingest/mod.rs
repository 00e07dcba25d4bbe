//! Many records for one inlet: read them out of whatever they come in, put each into its envelope, make requests of
//! them, and keep the account of what became of each.
//!
//! Nothing here sends, waits, reads a clock or draws: bytes, answers and the time are handed in, and what to do next is
//! handed out. So the same code runs in the page over a file of gigabytes and in a test over a made-up day.
//!
//! Never to be known here: screens, storage, HTTP, the emulator. Only `words` and `console` may enter.

mod record;
mod sending;

mod checks;
mod envelope;
mod json;
mod reading;
mod scan;
mod survey;
mod template;

pub use checks::{Checks, Finding, FindingKind, RECOMMENDED_RECORD_BYTES};
pub use envelope::{Envelope, EnvelopeFault, is_enveloped};
pub use json::JsonFault;
pub use reading::{
    CellKind, Checkpoint, Column, ColumnProblem, Columns, Format, Found, Reader, Unreadable,
    is_gzip, recognise,
};
pub use survey::{RecordFinding, Survey, UnreadableLine};
pub use template::{
    Placeholder, PlaceholderGroup, Sample, SampleName, Template, TemplateFault, TemplateProblem,
    placeholders, samples,
};

pub use record::Record;
pub use sending::{
    Answer, Counts, End, Ledger, Mode, Outcome, Parcel, Part, Progress, Reason, ReasonCount,
    ReasonSource, Receipt, RowFilter, RowView, Settings, Settlement, Step, Unanswered, Upload,
    Waiting,
};
