//! Something that is being fetched, has arrived, or has not.

use super::browser;
use super::failure_view::failure_view;
use super::state::Console;
use super::view::{View, live, p};
use crate::api::{Call, Failure};
use crate::console::reactive::*;

/// The three states of something fetched.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Load<T> {
    Waiting,
    Ready(T),
    Failed(Failure),
}

/// Fetches at once, and again whenever `call` gives another call because something it reads has changed.
/// An answer that comes after a newer question is dropped.
pub(super) fn load<T>(console: Console, call: impl Fn() -> Option<Call<T>> + 'static) -> Loader<T>
where
    T: 'static,
{
    let loader = Loader {
        state: RwSignal::new(Load::Waiting),
        again: RwSignal::new(0),
    };
    let latest = StoredValue::new(0_u32);
    Effect::new(move || {
        loader.again.track();
        let Some(call) = call() else { return };
        let question = latest.try_update_value(|latest| {
            *latest += 1;
            *latest
        });
        // What is shown stays until the new answer is here, so that the page does not jump.
        if matches!(&*loader.state.read_untracked(), Load::Failed(_)) {
            loader.state.set(Load::Waiting);
        }
        browser::spawn(async move {
            let answer = console.send(&call).await;
            if latest.try_get_value() == question && question.is_some() {
                let state = match answer {
                    Ok(value) => Load::Ready(value),
                    Err(failure) => Load::Failed(failure),
                };
                let _ = loader.state.try_set(state);
            }
        });
    });
    loader
}

/// A thing being fetched, and a way to fetch it again.
pub(super) struct Loader<T: 'static> {
    pub state: RwSignal<Load<T>>,
    again: RwSignal<u32>,
}

impl<T: 'static> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Loader<T> {}

impl<T: 'static> Loader<T> {
    /// Asks again.
    pub fn reload(self) {
        self.again.update(|count| *count += 1);
    }
}

/// What to show for each of the three states. `ready` is called again whenever another answer has come.
pub(super) fn loaded<T>(
    console: Console,
    loader: Loader<T>,
    ready: impl Fn(&T) -> View + 'static,
) -> View
where
    T: 'static,
{
    live(move || {
        loader.state.with(|state| match state {
            Load::Waiting => p()
                .class("loading")
                .attribute("role", "status")
                .live_text(console.say(|words| words.loading))
                .into(),
            Load::Ready(value) => ready(value),
            Load::Failed(failure) => failed(console, loader, failure.clone()),
        })
    })
}

/// The failure alone, where a page goes on without what it asked for.
pub(super) fn failed<T>(console: Console, loader: Loader<T>, failure: Failure) -> View
where
    T: 'static,
{
    let retry = Callback::new(move |()| loader.reload());
    failure_view(console, failure, Some(retry))
}
