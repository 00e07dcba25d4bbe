//! One step of the walk: its form, its request, its button.

use crate::console::reactive::*;
use web_sys::Event;

use crate::api::{Call, Operation};
use crate::console::request_panel::request_panel;
use crate::console::schema_form::{FormState, form_fields};
use crate::console::state::Console;
use crate::console::submission::{Submission, submit_bar};
use crate::console::view::{View, div, form};
use crate::model::Created;
use crate::words::Words;

/// What differs between one step and the next.
pub(super) struct StepForm<Id: 'static> {
    pub form: FormState,
    /// Fields that count only while the flag beside them says so.
    pub conditional: Option<(FormState, Memo<bool>)>,
    pub operation: Memo<Operation>,
    /// The call for that operation; `None` for those of other steps.
    pub call: fn(Operation) -> Option<Call<Created<Id>>>,
    pub label: fn(&'static Words) -> &'static str,
    pub submission: Submission<Created<Id>>,
    pub draft_name: String,
    pub done: Callback<Created<Id>>,
}

impl<Id: Clone + 'static> StepForm<Id> {
    /// Draws the step.
    pub fn view(self, console: Console) -> View {
        let Self {
            form: state,
            conditional,
            operation,
            call,
            label,
            submission,
            draft_name,
            done,
        } = self;
        let all: Vec<FormState> = [state.clone()]
            .into_iter()
            .chain(conditional.iter().map(|(form, _)| form.clone()))
            .collect();
        console.drafts.keep_on_leave(draft_name.clone(), move || {
            let is_made = submission.answer.try_with_untracked(Option::is_some);
            (is_made == Some(false)).then(|| all.iter().flat_map(FormState::inputs).collect())
        });
        let counting = StoredValue::new((state.clone(), conditional.clone()));
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
        let submit = move |event: Event| {
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
                    done.run(created.clone());
                },
            );
        };
        let more = conditional.map(|(form, counts)| {
            div()
                .live_flag("hidden", move || !counts.get())
                .child(form_fields(console, &form))
        });
        let form = form()
            .attribute("novalidate", "")
            .on("submit", submit)
            .child(form_fields(console, &state))
            .child(more)
            .child(submit_bar(console, submission, problems, label, Vec::new()));
        div()
            .class("beside")
            .child(form)
            .child(request_panel(
                console,
                operation.into(),
                Signal::stored(false),
            ))
            .into()
    }
}
