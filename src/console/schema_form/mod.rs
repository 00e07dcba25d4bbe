//! Draws a form and keeps what is typed into it.
//!
//! Knows nodes and inputs, not what they are for: the page gives the schema and takes the JSON.

mod connection_string_view;
mod controls;
mod drawing;
mod entry_view;
mod events;
mod field_view;
mod json_view;
mod list_view;
mod moulds;
mod saying;
mod specification;
mod state;
mod tree_view;

use super::view::{Element, button};

pub(super) use json_view::{JsonSide, two_views};
pub(super) use specification::Specification;
pub(super) use state::{FormState, Naming, SharedForm};
pub(super) use tree_view::form_view;

fn plain_button(words: &str) -> Element {
    button()
        .attribute("type", "button")
        .class("plain")
        .text(words)
}
