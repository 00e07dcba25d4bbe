//! What stands where there is nothing yet.

use crate::console::view::{View, div, p};

/// A sentence, and what to do about it.
pub(in crate::console) fn empty(
    title: impl Fn() -> &'static str + 'static,
    below: Vec<View>,
) -> View {
    div()
        .class("empty")
        .child(p().live_text(title))
        .children(below)
        .into()
}
