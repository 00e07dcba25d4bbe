//! What is documented about sources: names, ways to sign in, parameters, and where the documents leave a doubt.
//!
//! A table, read once, and what can be asked of it: the connection specification that it amounts to, help for a
//! parameter, a search over specifications, how far a service has moved away from it (drift).
//!
//! The facts are those of Adobe's tutorials; where these print a specification, it is here as printed
//! (`documents/`) and outranks the table (`data/`). A live service outranks both: what is here is help then.
//!
//! Must never know: the console, how calls are made, which language is spoken. Uses `model`.
//! Entered by the emulator, which serves these specifications, by `words` and by the console.

mod authentication;
mod codes;
mod document;
mod drift;
mod files;
mod filter;
mod fold;
mod lookup;
mod read;
mod source;
mod summary;
mod tally;

pub use authentication::{AuthenticationKind, authentication_kind};
pub use codes::{Doubt, DoubtCode, Hint, HintCode};
pub use document::connection_spec_document;
pub use drift::{Change, Drift, Quality, drift};
pub use filter::Filter;
pub use fold::fold;
pub use lookup::{by_id, by_name, documented, parameter_label, sources};
pub use source::{
    Cloud, DocumentedAuthentication, DocumentedParameter, DocumentedSource, Kind, Text,
};
pub use summary::{SourceSummary, category_key};
pub use tally::Tally;
