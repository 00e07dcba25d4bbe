//! The screens: the only room that may use Leptos or the DOM (feature `console`).
//!
//! Components show and call; rules live in the rooms below. Inside this room only `backend.rs`, `demo.rs` and `demo_store.rs`
//! name the emulator, only `browser.rs` reaches for the window, and a page never asks which backend it talks to.

mod app;
mod arrival;
mod backend;
mod browser;
mod clock;
mod database;
mod demo;
mod demo_store;
mod drafts;
mod drawing;
mod environment;
mod failure_view;
#[cfg(feature = "bench")]
pub mod form_bench;
mod load;
mod pages;
mod parts;
mod paste;
mod reactive;
mod request_log;
mod request_panel;
pub mod routes;
mod schema_form;
mod shell;
mod state;
mod submission;
mod ui;
mod upload;
mod view;
mod wire;

pub use app::start;
