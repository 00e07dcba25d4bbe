//! The head of a page: its one `<h1>`, which also is the window's title and takes the focus on navigation.

use crate::console::browser;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::view::{View, div, h1};

/// `below` stands below the title.
pub(in crate::console) fn page_head(
    console: Console,
    title: Signal<String>,
    below: Vec<View>,
) -> View {
    Effect::new(move || {
        let title = title.get();
        if let Some(document) = browser::document() {
            document.set_title(&format!("{title} · Flow Console"));
        }
    });
    // After the page stands; the first page leaves the focus where the browser put it.
    Effect::new(move || {
        if console.navigated.get_untracked() {
            browser::focus("page-title");
        }
    });
    div()
        .class("page-head")
        .child(
            h1().id("page-title")
                .attribute("tabindex", "-1")
                .live_text(move || title.get()),
        )
        .children(below)
        .into()
}
