//! Connection strings, taken apart and put together.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "form/connection_strings.rs"]
mod connection_strings;
#[path = "form/documented_strings.rs"]
mod documented_strings;
#[path = "form/string_examples.rs"]
mod string_examples;
