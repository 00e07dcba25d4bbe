//! Flow Console, told from the bottom up.
//!
//! | room | what it does | may use |
//! |---|---|---|
//! | [`secret`] | text that must not be seen, JSON with such text in it | – |
//! | [`schema`] | JSON Schema draft-07 over JSON values | – |
//! | [`model`] | Flow Service resources as plain data | `secret` |
//! | [`api`] | the contract: operations as values, and their bytes | `model`, `secret` |
//! | [`form`] | schema → fields → values → JSON | `schema`, `secret` |
//! | [`catalog`] | what is documented about sources, and what a service says otherwise | `model` |
//! | [`interchange`] | requests as text that other tools read and write | `model`, `api`, `secret` |
//! | [`ingest`] | many records: read, envelope, send/wait/done, the account of each | `schema`, `model`, `api` |
//! | [`emulator`] | Flow Service and inlet, pretended: a request and a time in, an answer out | `schema`, `model`, `api`, `catalog`, `secret` |
//! | [`words`] | what is said to people, in English and in French | `schema`, `model`, `api`, `form`, `catalog`, `interchange`, `ingest` |
//! | `console` | the screens; the only room that may use Leptos or the DOM (feature `console`) | all |
//!
//! `tests/repository.rs` holds these arrows. Nothing below `console` has a clock, randomness, a socket or a log:
//! time and seeds are handed in, so that two runs give the same bytes.

pub mod api;
pub mod catalog;
#[cfg(feature = "console")]
pub mod console;
pub mod emulator;
pub mod form;
pub mod ingest;
pub mod interchange;
pub mod model;
pub mod schema;
pub mod secret;
pub mod words;
