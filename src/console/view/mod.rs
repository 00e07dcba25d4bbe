//! What a page is made of: elements, built at once, and the parts of them that follow signals.
//!
//! State is Leptos' (signals, memos, effects, owners); only the step from state to nodes is our own. Leptos' views are
//! types: every element, attribute and child has one, with a dozen functions that go with it, which was measured at
//! 1.2 KB of WebAssembly an element and made up more than half of the page. Here one type stands for all of them,
//! nodes are made by plain calls, and a part that changes is an effect over its own node.
//!
//! Must never know: Flow Service, the console's state, words. Entered by the rest of the console.

mod document;
mod element;
mod element_ref;
mod live;
mod tags;

pub(super) use element::{Element, View, fragment, nothing, text};
pub(super) use element_ref::{ElementRef, choice};
pub(super) use live::{keyed, live, show};
pub(super) use tags::*;

/// Builds a page and puts it at the end of the body, where it stays.
pub(super) fn mount(page: impl FnOnce() -> View + 'static) {
    let body = document::BODY.with(Clone::clone);
    leptos::mount::mount_to(body.clone(), move || {
        document::building(&body).append(page().node());
    })
    .forget();
}

/// Builds a piece and puts it at the end of an element, where it stays until what comes back is dropped.
#[cfg(feature = "bench")]
pub(super) fn mount_within(
    parent: web_sys::HtmlElement,
    piece: impl FnOnce() -> View + 'static,
) -> Box<dyn std::any::Any> {
    Box::new(leptos::mount::mount_to(parent.clone(), move || {
        document::building(&parent).append(piece().node());
    }))
}
