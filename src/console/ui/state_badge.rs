//! The state of a resource, as a badge.

use leptos::prelude::*;

use crate::console::state::Console;
use crate::model::State;

/// Nothing where the service did not say.
#[component]
pub(in crate::console) fn StateBadge(console: Console, state: Option<State>) -> impl IntoView {
    state.map(|state| {
        let class = match state {
            State::Enabled => "badge good",
            State::Initializing => "badge warn",
            State::Disabled | State::Draft | State::Other(_) => "badge",
        };
        let word = move || {
            let words = console.words();
            match &state {
                State::Enabled => words.state_enabled.to_owned(),
                State::Disabled => words.state_disabled.to_owned(),
                State::Initializing => words.state_initializing.to_owned(),
                State::Draft => words.state_draft.to_owned(),
                State::Other(word) => word.clone(),
            }
        };
        view! { <span class=class>{word}</span> }.into_any()
    })
}
