//! A checkbox with its words behind it.

use crate::console::browser;
use crate::console::view::{Element, div, input, label, p};

/// Shows `is_checked` and says when somebody changes it.
pub(in crate::console) fn checkbox(
    name: &str,
    is_checked: impl Fn() -> bool + 'static,
    change: impl Fn(bool) + 'static,
    words: impl Fn() -> &'static str + 'static,
) -> Element {
    label()
        .class("inline")
        .child(
            input()
                .attribute("type", "checkbox")
                .attribute("name", name)
                .live_flag("checked", is_checked)
                .on("change", move |event| change(browser::is_checked(&event))),
        )
        .live_text(words)
}

/// The same as a field, with a sentence below it.
pub(in crate::console) fn checkbox_field(
    name: &str,
    is_checked: impl Fn() -> bool + 'static,
    change: impl Fn(bool) + 'static,
    words: impl Fn() -> &'static str + 'static,
    help: impl Fn() -> &'static str + 'static,
) -> Element {
    div()
        .class("field")
        .child(checkbox(name, is_checked, change, words))
        .child(p().class("help").live_text(help))
}
