//! An address that leads nowhere.

use leptos::prelude::*;

use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::PageHead;

/// The page.
#[component]
pub(super) fn NotFoundPage(console: Console, address: String) -> impl IntoView {
    let title = Signal::derive(move || console.words().page_not_found.to_owned());
    view! {
        <PageHead console title>
            <p>{console.say(|words| words.page_not_found_help)} " " <code>{address}</code></p>
        </PageHead>
        <a class="button" href=Route::Sources.href()>{console.say(|words| words.go_home)}</a>
    }
    .into_any()
}
