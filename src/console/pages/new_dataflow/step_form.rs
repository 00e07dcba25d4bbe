//! One step of the walk: its form, its request, its button.

use leptos::prelude::*;

use crate::api::{Call, Operation};
use crate::console::request_panel::RequestPanel;
use crate::console::schema_form::{FormFields, FormState};
use crate::console::state::Console;
use crate::console::submission::{Submission, SubmitBar};
use crate::model::Created;
use crate::words::Words;

/// What differs between one step and the next.
pub(super) struct StepForm<Id: Send + Sync + 'static> {
    pub form: FormState,
    /// Fields that count only while the flag beside them says so.
    pub conditional: Option<(FormState, Memo<bool>)>,
    pub operation: Memo<Operation>,
    /// The call for that operation; `None` for those of other steps.
    pub call: fn(Operation) -> Option<Call<Created<Id>>>,
    pub label: fn(&'static Words) -> &'static str,
    pub submission: Submission<Created<Id>>,
    pub draft_name: String,
    pub done: Callback<(Created<Id>,)>,
}

impl<Id: Clone + Send + Sync + 'static> StepForm<Id> {
    /// Draws the step.
    pub fn view(self, console: Console) -> AnyView {
        let Self {
            form,
            conditional,
            operation,
            call,
            label,
            submission,
            draft_name,
            done,
        } = self;
        let all: Vec<FormState> = [form.clone()]
            .into_iter()
            .chain(conditional.iter().map(|(form, _)| form.clone()))
            .collect();
        console.drafts.keep_on_leave(draft_name.clone(), move || {
            let is_made = submission.answer.try_with_untracked(Option::is_some);
            (is_made == Some(false)).then(|| all.iter().flat_map(FormState::inputs).collect())
        });
        let counting = StoredValue::new((form.clone(), conditional.clone()));
        let forms = move || {
            counting.with_value(|(form, conditional)| {
                let counted = conditional
                    .iter()
                    .filter(|(_, counts)| counts.get())
                    .map(|(form, _)| form);
                std::iter::once(form)
                    .chain(counted)
                    .cloned()
                    .collect::<Vec<_>>()
            })
        };
        let problems = Signal::derive(move || {
            forms()
                .iter()
                .map(|form| form.gather().problems.len())
                .sum::<usize>()
        });
        let submit = move |event: web_sys::SubmitEvent| {
            event.prevent_default();
            let Some(call) = call(operation.get_untracked()) else {
                return;
            };
            let (forms, draft_name) = (untrack(forms), draft_name.clone());
            submission.submit(
                console,
                &forms.iter().collect::<Vec<_>>(),
                || call,
                move |created| {
                    console.drafts.forget(&draft_name);
                    done.run((created.clone(),));
                },
            );
        };
        let more = conditional.map(|(form, counts)| {
            view! { <div hidden=move || !counts.get()><FormFields console form/></div> }.into_any()
        });
        view! {
            <div class="beside">
                <form novalidate=true on:submit=submit>
                    <FormFields console form/>
                    {more}
                    <SubmitBar console submission problems label/>
                </form>
                <RequestPanel console operation=operation.into()/>
            </div>
        }
        .into_any()
    }
}
