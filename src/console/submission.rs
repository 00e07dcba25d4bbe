//! Sending a form: once at a time, with its problems said first and its failure said after.

use leptos::prelude::*;

use super::browser;
use super::failure_view::FailureView;
use super::schema_form::FormState;
use super::state::Console;
use crate::api::{Call, Failure};
use crate::words::Words;

/// The state of a form's sending.
pub(super) struct Submission<T: Send + Sync + 'static> {
    /// True while an answer is awaited.
    pub pending: RwSignal<bool>,
    /// True once someone tried to send the form with problems in it.
    pub refused: RwSignal<bool>,
    /// The last failure.
    pub failure: RwSignal<Option<Failure>>,
    /// The answer.
    pub answer: RwSignal<Option<T>>,
}

impl<T: Send + Sync + 'static> Clone for Submission<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Submission<T> {}

impl<T: Clone + Send + Sync + 'static> Submission<T> {
    pub fn new() -> Self {
        Self {
            pending: RwSignal::new(false),
            refused: RwSignal::new(false),
            failure: RwSignal::new(None),
            answer: RwSignal::new(None),
        }
    }

    /// Sends, if the forms have no problem; else says them all and goes to the first one.
    /// `done` is called with the answer.
    pub fn submit(
        self,
        console: Console,
        forms: &[&FormState],
        call: impl FnOnce() -> Call<T>,
        done: impl FnOnce(&T) + 'static,
    ) {
        if self.pending.get_untracked() {
            return;
        }
        self.failure.set(None);
        self.answer.set(None);
        for form in forms {
            form.visit_all();
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

/// The end of a form: what failed, the one primary button, and how many problems there are.
#[component]
pub(super) fn SubmitBar<T: Clone + Send + Sync + 'static>(
    console: Console,
    submission: Submission<T>,
    /// How many problems the form has; tracked.
    problems: Signal<usize>,
    /// What the button says.
    label: fn(&'static Words) -> &'static str,
    /// Other things to do, beside the button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let read_only = move || console.environment.read().read_only;
    let caption = move || {
        let words = console.words();
        if submission.pending.get() {
            words.sending
        } else {
            label(words)
        }
    };
    view! {
        {move || submission.failure.get().map(|failure| view! { <FailureView console failure/> }.into_any())}
        <Show when=move || submission.refused.get() && (problems.get() > 0)>
            <div class="notice bad" role="alert">
                <strong>{move || (console.words().problems_to_mend)(problems.get())}</strong>
            </div>
        </Show>
        <Show when=read_only>
            <p class="notice warn">{console.say(|words| words.read_only_environment)}</p>
        </Show>
        <div class="actions">
            <button
                type="submit"
                class="primary"
                disabled=read_only
                aria-disabled=move || submission.pending.get().then_some("true")
            >
                {caption}
            </button>
            {children.map(|children| children())}
            <span class="spacer"></span>
            <span class="quiet" aria-live="polite">
                {move || (submission.refused.get() && problems.get() > 0).then(|| (console.words().problems)(problems.get()))}
            </span>
        </div>
    }.into_any()
}
