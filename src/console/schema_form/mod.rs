//! Draws the fields of a form and keeps what is typed into them.
//!
//! Knows fields and inputs, not what they are for: the page gives the fields and takes the JSON.

mod connection_string_view;
mod controls;
mod field_view;
mod state;

pub(super) use connection_string_view::connection_string_view;
pub(super) use field_view::{field_view, form_fields};
pub(super) use state::{FormState, Naming};
