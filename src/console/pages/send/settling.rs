//! What time has to do with it: a dataflow that has not settled, a token that ends.

use super::composer::Composer;
use crate::api::limits;
use crate::console::clock::clock;
use crate::console::environment::token_life;
use crate::console::load::Load;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::view::{View, fragment, p, show};
use crate::words::duration_text;

/// From when on the end of the token is worth a word, in milliseconds.
const SOON_MS: u64 = 15 * 60 * 1000;

/// Counts down while there is something to count.
pub(super) fn settling_view(console: Console, composer: Composer) -> View {
    let now = clock(1_000);
    let settles = Memo::new(move |_| {
        let changed_at = match &*composer.flow.state.read() {
            Load::Ready(flow) => flow.updated_at.max(flow.created_at),
            _ => None,
        };
        let settled_at = changed_at? + limits::FLOW_SETTLES_MS;
        settled_at.checked_sub(now.get()).filter(|left| *left > 0)
    });
    let ends_at = Memo::new(move |_| {
        let environment = console.environment.read();
        token_life(&environment.session.access_token).map(|life| life.ends_at)
    });
    let token = Memo::new(move |_| {
        let left = ends_at.get()?.checked_sub(now.get())?;
        (composer.flags.authenticated() && left < SOON_MS).then_some(left)
    });
    let left = move |left: Option<u64>| duration_text(left.unwrap_or_default());
    let settling = move || {
        p().class("notice warn")
            .live_text(move || (console.words().posting().settles)(&left(settles.get())))
            .into()
    };
    let ending = move || {
        p().class("notice warn")
            .live_text(move || (console.words().posting().token_ends)(&left(token.get())))
            .into()
    };
    fragment([
        show(move || settles.get().is_some(), settling),
        show(move || token.get().is_some(), ending),
    ])
}
