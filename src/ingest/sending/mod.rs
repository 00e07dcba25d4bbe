//! The machine that sends records, and the account of what became of each.
//!
//! [`Upload`] says what to do next: read on, note how far it is going to send, send this, wait, done. It takes in what
//! was read, what was answered and what time it is. [`Ledger`] has a row for every record, [`Settlement`] is what is
//! stored of an answer so that the ledger can be built again.
//!
//! At every moment `accepted + refused + waiting = total`: a record leaves the waiting ones only by a word of the
//! inlet that is meant for it, or by a check that held it back.

mod chunk;
mod departure;
mod hold;
mod jitter;
mod landing;
mod ledger;
mod lines;
mod outcome;
mod pace;
mod progress;
mod query;
mod queue;
mod reason;
mod receipt;
mod settings;
mod settlement;
mod speed;
mod step;
mod upload;
mod verdict;
mod violations;

pub use ledger::Ledger;
pub use outcome::{Counts, Outcome};
pub use progress::Progress;
pub use query::{RowFilter, RowView};
pub use reason::{Reason, ReasonCount, ReasonSource};
pub use receipt::Receipt;
pub use settings::{Mode, Settings, Unanswered};
pub use settlement::{Part, Settlement};
pub use step::{Answer, End, Parcel, Step, Waiting};
pub use upload::Upload;
