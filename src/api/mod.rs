//! The contract with Flow Service and its inlets: operations as values, and their bytes.
//!
//! The only room that knows paths, headers and status codes. The console encodes what the emulator decodes:
//! both match on one closed [`Operation`], so an operation that one side lacks does not compile.
//!
//! Must never know: how a request travels, what a form is, who answers. Uses `model` and `secret`.
//! Entered by the emulator and the console.

mod call;
mod decode;
mod encode;
mod failure;
mod filter;
mod http;
mod inlet_url;
mod layout;
mod moment;
mod operation;
mod response;
mod session;
mod url;

pub mod limits;

pub use call::Call;
pub(crate) use decode::{COLLECTION, SERVICE};
pub use decode::{Misdirected, decode};
pub use encode::encode;
pub use failure::{Cause, Failure, Refusal};
pub use filter::{Comparison, Filter};
pub use http::{HttpRequest, HttpResponse, Method};
pub use inlet_url::batch_url;
pub use layout::{Piece, PieceKind, lay_out};
pub use operation::{BaseConnectionUpdate, ListQuery, Operation, PostMessage, PostMessageBatch};
pub use response::{
    Page, write_batch_receipt, write_created, write_items, write_receipt, write_updated,
};
pub use session::{Session, TokenLife};
pub use url::{Target, with_query};
