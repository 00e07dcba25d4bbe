//! Label, help and message around one control.

use super::controls::control;
use super::state::{FieldState, FormState};
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::view::{View, code, div, label, p, span};
use crate::form::Field;
use crate::words::{Language, humanised, parameter_help, parameter_label, problem_text};

/// The fields of a form, two beside each other where there is room.
pub(in crate::console) fn form_fields(console: Console, form: &FormState) -> View {
    let fields = form.fields.iter().cloned();
    div()
        .class("fields")
        .children(fields.map(|state| field_view(console, state)))
        .into()
}

/// One field.
pub(in crate::console) fn field_view(console: Console, state: FieldState) -> View {
    let id = state.id();
    let field = state.field.clone();
    let labelled = field.clone();
    let caption = move || label_of(&labelled, console.language.get());
    let helped = field.clone();
    let help = move || help_of(&helped, console.language.get());
    let checked = state.clone();
    let problem = Memo::new(move |_| {
        let language = console.language.get();
        checked
            .shown_problem()
            .map(|problem| problem_text(&problem, language))
    });
    let optional = (!field.required).then(|| {
        span()
            .class("quiet")
            .live_text(console.say(|words| words.optional))
    });
    let has_problem = move || problem.with(Option::is_some);
    let error = p()
        .class("error")
        .id(&format!("{id}-error"))
        .live_flag("hidden", move || !has_problem())
        .live_text(move || problem.get());
    let help = p()
        .live_attribute("class", move || {
            if has_problem() {
                "help covered"
            } else {
                "help"
            }
        })
        .id(&format!("{id}-help"))
        .live_text(help);
    div()
        .class("field")
        .child(
            label()
                .attribute("for", &id)
                .live_text(caption)
                .child(code().text(&field.name))
                .child(optional),
        )
        .child(control(console, state, problem))
        .child(div().class("message").child(error).child(help))
        .into()
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
