//! console
use leptos::prelude::*;
/// Starts the console.
pub fn start() {
    leptos::mount::mount_to_body(|| view! { <p>"Flow Console"</p> });
}
