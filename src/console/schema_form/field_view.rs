//! Label, help and message around one control.

use leptos::prelude::*;

use super::controls::ControlView;
use super::state::{FieldState, FormState};
use crate::console::state::Console;
use crate::form::Field;
use crate::words::{Language, humanised, parameter_help, parameter_label, problem_text};

/// The fields of a form, two beside each other where there is room.
#[component]
pub(in crate::console) fn FormFields(console: Console, form: FormState) -> impl IntoView {
    let fields = form.fields.iter().cloned();
    view! {
        <div class="fields">
            {fields.map(|state| view! { <FieldView console state/> }.into_any()).collect_view()}
        </div>
    }
    .into_any()
}

/// One field.
#[component]
pub(in crate::console) fn FieldView(console: Console, state: FieldState) -> impl IntoView {
    let id = state.id();
    let field = state.field.clone();
    let label = {
        let field = field.clone();
        move || label_of(&field, console.language.get())
    };
    let help = {
        let field = field.clone();
        move || help_of(&field, console.language.get())
    };
    let problem = {
        let state = state.clone();
        Memo::new(move |_| {
            let language = console.language.get();
            state
                .shown_problem()
                .map(|problem| problem_text(&problem, language))
        })
    };
    view! {
        <div class="field">
            <label for=id.clone()>
                {label}
                <code>{field.name.clone()}</code>
                {(!field.required).then(|| view! { <span class="quiet">{console.say(|words| words.optional)}</span> }.into_any())}
            </label>
            <ControlView console state=state.clone() problem/>
            <div class="message">
                <p class="error" id=format!("{id}-error") hidden=move || problem.with(Option::is_none)>
                    {move || problem.get()}
                </p>
                <p class="help" id=format!("{id}-help") class:covered=move || problem.with(Option::is_some)>{help}</p>
            </div>
        </div>
    }.into_any()
}

/// The service's title, our own word for a well-known parameter, or the parameter's name in words.
pub(super) fn label_of(field: &Field, language: Language) -> String {
    field
        .title
        .clone()
        .or_else(|| parameter_label(&field.name, language).map(str::to_owned))
        .unwrap_or_else(|| humanised(&field.name))
}

/// The service describes its parameters in English only. In French our own words come first, and where our label
/// says it all, nothing more is said.
fn help_of(field: &Field, language: Language) -> Option<String> {
    let own = parameter_help(&field.name, language).map(str::to_owned);
    match language {
        Language::English => field.description.clone().or(own),
        Language::French if parameter_label(&field.name, language).is_some() => own,
        Language::French => field.description.clone(),
    }
}
