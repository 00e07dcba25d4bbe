//! The head of a page: its one `<h1>`, which also is the window's title and takes the focus on navigation.

use leptos::prelude::*;

use crate::console::browser;
use crate::console::state::Console;

/// `children` stand below the title.
#[component]
pub(in crate::console) fn PageHead(
    console: Console,
    title: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
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
    view! {
        <div class="page-head">
            <h1 id="page-title" tabindex="-1">{title}</h1>
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}
