//! What stands where there is nothing yet.

use leptos::prelude::*;

/// A sentence, and what to do about it.
#[component]
pub(in crate::console) fn Empty(
    title: impl Fn() -> &'static str + Send + Sync + 'static,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p>{title}</p>
            {children()}
        </div>
    }
    .into_any()
}
