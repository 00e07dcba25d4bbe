//! One step of the walk: its form, its request, its button.

use crate::console::reactive::*;
use web_sys::Event;

use crate::api::{Call, Operation};
use crate::console::arrival::{Arrival, arrival_notice};
use crate::console::request_panel::request_panel;
use crate::console::schema_form::{FormState, form_view};
use crate::console::state::Console;
use crate::console::submission::{Submission, submit_bar};
use crate::console::view::{View, div, form};
use crate::model::Created;
use crate::words::Words;

/// What differs between one step and the next.
pub(super) struct StepForm<Id: 'static> {
    pub forms: Vec<FormState>,
    /// What came for them.
    pub arrival: Option<Arrival>,
    /// Fields that count only while the flag beside them says so.
    pub conditional: Option<(FormState, Memo<bool>)>,
    pub operation: Signal<Operation>,
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
            forms,
            arrival,
            conditional,
            operation,
            call,
            label,
            submission,
            draft_name,
            done,
        } = self;
        let all = StoredValue::new(forms.clone());
        let counted = move || {
            let more = conditional.filter(|(_, counts)| counts.get());
            let forms = all.get_value().into_iter();
            forms.chain(more.map(|(form, _)| form)).collect::<Vec<_>>()
        };
        let problems = Signal::derive(move || {
            let forms = counted();
            forms.iter().map(|form| form.problem_count()).sum::<usize>()
        });
        let submit = move |event: Event| {
            event.prevent_default();
            let Some(call) = call(operation.get_untracked()) else {
                return;
            };
            let draft_name = draft_name.clone();
            submission.submit(
                console,
                &untrack(counted),
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
                .child(form_view(console, form))
        });
        let fields = forms.into_iter().map(|form| form_view(console, form));
        let form = form()
            .attribute("novalidate", "")
            .on("submit", submit)
            .children(fields)
            .child(more)
            .child(submit_bar(console, submission, problems, label, Vec::new()));
        div()
            .class("beside")
            .child(
                div()
                    .child(arrival_notice(console, RwSignal::new(arrival)))
                    .child(form),
            )
            .child(request_panel(console, operation, Signal::stored(false)))
            .into()
    }
}
