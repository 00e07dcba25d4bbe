//! The state of a resource, as a badge.

use crate::console::state::Console;
use crate::console::view::{View, nothing, span};
use crate::model::State;

/// Nothing where the service did not say.
pub(in crate::console) fn state_badge(console: Console, state: Option<State>) -> View {
    let Some(state) = state else {
        return nothing();
    };
    let class = match state {
        State::Enabled => "badge good",
        State::Initializing => "badge warn",
        State::Disabled | State::Draft | State::Other(_) => "badge",
    };
    let word = move || {
        let words = console.words();
        match &state {
            State::Enabled => words.chain().state_enabled.to_owned(),
            State::Disabled => words.chain().state_disabled.to_owned(),
            State::Initializing => words.chain().state_initializing.to_owned(),
            State::Draft => words.chain().state_draft.to_owned(),
            State::Other(word) => word.clone(),
        }
    };
    span().class(class).live_text(word).into()
}
