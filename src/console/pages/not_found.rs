//! An address that leads nowhere.

use crate::console::reactive::*;
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::page_head;
use crate::console::view::{View, a, code, fragment, p};

/// The page.
pub(super) fn not_found_page(console: Console, address: String) -> View {
    let title = Signal::derive(move || console.words().page_not_found.to_owned());
    let help = p()
        .live_text(console.say(|words| words.page_not_found_help))
        .text(" ")
        .child(code().text(&address));
    fragment([
        page_head(console, title, vec![help.into()]),
        a().class("button")
            .attribute("href", &Route::Sources.href())
            .live_text(console.say(|words| words.go_home))
            .into(),
    ])
}
