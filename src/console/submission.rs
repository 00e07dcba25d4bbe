//! Sending a form: once at a time, with its problems said first and its failure said after.

use super::browser;
use super::failure_view::failure_view;
use super::schema_form::FormState;
use super::state::Console;
use super::view::{View, button, div, fragment, live, p, show, span, strong};
use crate::api::{Call, Failure};
use crate::console::reactive::*;
use crate::words::Words;

/// The state of a form's sending.
pub(super) struct Submission<T: 'static> {
    /// True while an answer is awaited.
    pub pending: RwSignal<bool>,
    /// True once someone tried to send the form with problems in it.
    pub refused: RwSignal<bool>,
    /// The last failure.
    pub failure: RwSignal<Option<Failure>>,
    /// The answer.
    pub answer: RwSignal<Option<T>>,
}

impl<T: 'static> Clone for Submission<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Submission<T> {}

impl<T: Clone + 'static> Submission<T> {
    pub fn new() -> Self {
        Self {
            pending: RwSignal::new(false),
            refused: RwSignal::new(false),
            failure: RwSignal::new(None),
            answer: RwSignal::new(None),
        }
    }

    fn progress(self) -> Progress {
        Progress {
            pending: self.pending,
            refused: self.refused,
            failure: self.failure,
        }
    }

    /// Sends, if the forms have no problem; else says them all and goes to the first one.
    /// `done` is called with the answer.
    pub fn submit(
        self,
        console: Console,
        forms: &[FormState],
        call: impl FnOnce() -> Call<T>,
        done: impl FnOnce(&T) + 'static,
    ) {
        if self.pending.get_untracked() {
            return;
        }
        self.failure.set(None);
        self.answer.set(None);
        for form in forms {
            form.say_all();
        }
        if forms.iter().any(|form| form.focus_first_problem()) {
            self.refused.set(true);
            return;
        }
        self.refused.set(false);
        self.pending.set(true);
        let call = call();
        browser::spawn(async move {
            let answer = console.send(&call).await;
            let _ = self.pending.try_set(false);
            match answer {
                Ok(answer) => {
                    done(&answer);
                    let _ = self.answer.try_set(Some(answer));
                }
                Err(failure) => {
                    let _ = self.failure.try_set(Some(failure));
                }
            }
        });
    }
}

/// The end of a form: what failed, the one primary button, and how many problems there are. `problems` is how many
/// the form has, `label` what the button says; `beside` are other things to do.
pub(super) fn submit_bar<T: Clone + 'static>(
    console: Console,
    submission: Submission<T>,
    problems: Signal<usize>,
    label: fn(&'static Words) -> &'static str,
    beside: Vec<View>,
) -> View {
    bar(
        console,
        submission.progress(),
        problems,
        Signal::derive(move || label(console.words())),
        Signal::stored(true),
        beside,
    )
}

/// The same for changes to what exists: as long as there are none, the button says so.
pub(super) fn changes_bar<T: Clone + 'static>(
    console: Console,
    submission: Submission<T>,
    problems: Signal<usize>,
    has_changes: Signal<bool>,
    beside: Vec<View>,
) -> View {
    let label = Signal::derive(move || {
        let words = console.words().editing();
        if has_changes.get() {
            words.save
        } else {
            words.nothing_changed
        }
    });
    bar(
        console,
        submission.progress(),
        problems,
        label,
        has_changes,
        beside,
    )
}

/// A submission but for its answer, so that the bar is compiled once and not once an answer.
#[derive(Clone, Copy)]
struct Progress {
    pending: RwSignal<bool>,
    refused: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

fn bar(
    console: Console,
    progress: Progress,
    problems: Signal<usize>,
    label: Signal<&'static str>,
    has_work: Signal<bool>,
    beside: Vec<View>,
) -> View {
    let read_only = move || console.environment.read().read_only;
    let is_refused = move || progress.refused.get() && problems.get() > 0;
    let caption = move || {
        let words = console.words();
        if progress.pending.get() {
            words.sending
        } else {
            label.get()
        }
    };
    let to_mend = move || {
        div()
            .class("notice bad")
            .attribute("role", "alert")
            .child(strong().live_text(move || (console.words().problems_to_mend)(problems.get())))
            .into()
    };
    let is_read_only = move || {
        p().class("notice warn")
            .live_text(console.say(|words| words.read_only_environment))
            .into()
    };
    let send = button()
        .attribute("type", "submit")
        .class("primary")
        .live_flag("disabled", read_only)
        .live_attribute("aria-disabled", move || {
            (progress.pending.get() || !has_work.get()).then_some("true")
        })
        .live_text(caption);
    let count = span()
        .class("quiet")
        .attribute("aria-live", "polite")
        .live_text(move || is_refused().then(|| (console.words().problems)(problems.get())));
    fragment([
        live(move || {
            let failure = progress.failure.get();
            failure
                .map(|failure| failure_view(console, failure, None))
                .into()
        }),
        show(is_refused, to_mend),
        show(read_only, is_read_only),
        div()
            .class("actions")
            .child(send)
            .children(beside)
            .child(span().class("spacer"))
            .child(count)
            .into(),
    ])
}
