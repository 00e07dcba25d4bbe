//! The assistant beside a connection string: its parts as inputs, both ways.

use leptos::prelude::*;

use super::state::FieldState;
use crate::console::browser;
use crate::console::state::Console;
use crate::form::Input;
use crate::form::connection_string::{Parsed, Part, Template, build, parse};
use crate::secret::Secret;
use crate::words::{humanised, parameter_label};

/// Inputs for the parts of the string in `state`. The string is the truth: a pasted one fills the parts.
#[component]
pub(in crate::console) fn ConnectionStringView(
    console: Console,
    state: FieldState,
    template: Template,
) -> impl IntoView {
    let template = StoredValue::new(template);
    let input = state.input;
    let parsed = Memo::new(move |_| match &*input.read() {
        Input::Secret(secret) => template.with_value(|template| parse(template, secret.reveal())),
        Input::Text(text) => template.with_value(|template| parse(template, text)),
        Input::Flag(_) => Parsed::default(),
    });
    let write = move |position: usize, value: String| {
        let mut parts = parsed.get_untracked();
        if let Some(place) = parts.values.get_mut(position) {
            *place = value;
        }
        let text = template.with_value(|template| build(template, &parts));
        input.update(|input| {
            *input = match input {
                Input::Secret(_) => Input::Secret(Secret::new(text)),
                _ => Input::Text(text),
            };
        });
    };
    let parts = template.with_value(|template| template.parts.clone());
    let missing = move || {
        let language = console.language.get();
        let values = parsed.get().values;
        let names: Vec<String> = template.with_value(|template| {
            template
                .parts
                .iter()
                .zip(&values)
                .filter(|(part, value)| part.required && value.is_empty())
                .map(|(part, _)| {
                    parameter_label(&part.name, language)
                        .map_or_else(|| humanised(&part.name), str::to_owned)
                })
                .collect()
        });
        let is_empty = values.iter().all(String::is_empty);
        (!is_empty && !names.is_empty()).then(|| (console.words().string_lacks)(&names.join(", ")))
    };
    view! {
        <fieldset class="assistant">
            <legend>{console.say(|words| words.string_assistant)}</legend>
            <p class="help">{console.say(|words| words.string_assistant_help)}</p>
            <div class="fields">
                {parts
                    .into_iter()
                    .enumerate()
                    .map(|(position, part)| {
                        let value = move || parsed.with(|parsed| parsed.values.get(position).cloned().unwrap_or_default());
                        let name = format!("{}#{}", state.name, part.key);
                        part_view(console, part, name, value, move |value| write(position, value))
                    })
                    .collect_view()}
            </div>
            <p class="help" aria-live="polite">{missing}</p>
        </fieldset>
    }.into_any()
}

fn part_view(
    console: Console,
    part: Part,
    name: String,
    value: impl Fn() -> String + Copy + Send + Sync + 'static,
    write: impl Fn(String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let id = format!("part{name}");
    let parameter = part.name.clone();
    let label = move || {
        parameter_label(&parameter, console.language.get())
            .map_or_else(|| humanised(&parameter), str::to_owned)
    };
    let control = if part.choices.is_empty() {
        view! {
            <input
                type="text"
                // Not of type password: a form with two of those makes the browser guess at sign-ups.
                class:concealed=part.secret
                inputmode=if part.numeric { "numeric" } else { "text" }
                id=id.clone()
                name=name
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=part.example.clone()
                prop:value=value
                on:input=move |event| write(browser::value_of(&event))
            />
        }
        .into_any()
    } else {
        let key_name = part.key.clone();
        let options = part.choices.clone().into_iter().map(move |choice| {
            let title = choice_title(console, &key_name, &choice);
            let key = choice.clone();
            view! { <option value=choice prop:selected=move || value() == key>{title}</option> }
                .into_any()
        });
        view! {
            <select id=id.clone() name=name on:change=move |event| write(browser::value_of(&event))>
                <option value="" prop:selected=move || value().is_empty()>{console.say(|words| words.left_out)}</option>
                {options.collect_view()}
            </select>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label} <code>{part.key.clone()}</code></label>
            {control}
        </div>
    }
    .into_any()
}

/// `1` tells nobody that it means "on".
fn choice_title(
    console: Console,
    key: &str,
    choice: &str,
) -> impl Fn() -> String + Send + Sync + use<> {
    let choice = choice.to_owned();
    let is_encryption = key == "EncryptionMethod";
    move || {
        let words = console.words();
        let meaning = match (choice.as_str(), is_encryption) {
            ("0", _) => words.off,
            ("1", _) => words.on,
            ("6", true) => words.on_if_offered,
            _ => return choice.clone(),
        };
        format!("{choice} · {meaning}")
    }
}
