//! Flow Service resources as plain data, with Adobe's names, and the questions one may ask of them.
//!
//! Must never know: paths, headers and status codes (that is `api`), how a form is drawn, where data comes from.
//! Uses only `secret`. Every room above may use it.
//!
//! Reading is tolerant: members that are absent take a default, unknown members are ignored, numbers and flags
//! sent as strings are understood. Oddities of the wire that have a place (`items` wrappers) are `api`'s.

mod connection;
mod connection_spec;
mod flow;
mod id;
mod inlet;
mod lenient;
mod members;
mod run;
mod stored;

pub use connection::{
    Authentication, BaseConnection, DataFormat, DataSetParameters, SchemaReference,
    SourceConnection, TargetConnection, TargetData,
};
pub use connection_spec::{AuthSpec, ConnectionSpec, SpecReference};
pub use flow::{Flow, FlowSpec, Mapping, Transformation};
pub use id::{
    BaseConnectionId, ConnectionSpecId, DataSetId, FlowId, FlowSpecId, InletId, RunId,
    SourceConnectionId, TargetConnectionId,
};
pub use inlet::{BatchReceipt, Inlet, MessageReceipt, MessageResult, SyncValidation};
pub(crate) use lenient::as_number;
pub use members::{FromJson, ShapeError, ToJson};
pub(crate) use members::{Members, Writer};
pub use run::{FlowRun, RecordCounts, RunError, RunStatus};
pub use stored::{Created, Etag, State, Stored};
