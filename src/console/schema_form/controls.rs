//! One control for each kind of value.

use leptos::prelude::*;

use super::state::FieldState;
use crate::console::browser;
use crate::console::state::Console;
use crate::form::{Choice, Control, Input};
use crate::secret::Secret;

/// The control of a field; the one match over [`Control`].
#[component]
pub(super) fn ControlView(
    console: Console,
    state: FieldState,
    problem: Memo<Option<String>>,
) -> AnyView {
    match state.field.control.clone() {
        Control::Text => line(state, problem, "text").into_any(),
        Control::Address => line(state, problem, "url").into_any(),
        Control::Integer => line(state, problem, "numeric").into_any(),
        Control::Number => line(state, problem, "decimal").into_any(),
        Control::Secret => secret(console, state, problem).into_any(),
        Control::Flag => flag(console, state, problem).into_any(),
        Control::Choice(choices) => choice(console, state, choices, problem).into_any(),
        Control::Json => json(state, problem).into_any(),
    }
}

/// The message while there is one, else the help whose place it takes.
fn described_by(
    state: &FieldState,
    problem: Memo<Option<String>>,
) -> impl Fn() -> String + Send + Sync + use<> {
    let id = state.id();
    move || {
        let part = if problem.with(Option::is_some) {
            "error"
        } else {
            "help"
        };
        format!("{id}-{part}")
    }
}

/// A message must not appear under the pointer that is about to press a button: leaving a field for a button
/// shows it too, but the layout keeps its place (see `.field` in the style sheet).
fn leave(state: &FieldState) -> impl Fn(web_sys::FocusEvent) + use<> {
    let visited = state.visited;
    move |_| visited.set(true)
}

fn text_in(input: &RwSignal<Input>) -> String {
    match &*input.read() {
        Input::Text(text) => text.clone(),
        // The control that edits a secret has to hold it.
        Input::Secret(secret) => secret.reveal().to_owned(),
        Input::Flag(_) => String::new(),
    }
}

fn line(state: FieldState, problem: Memo<Option<String>>, keyboard: &'static str) -> impl IntoView {
    let input = state.input;
    let example = state.field.example.clone().or_else(|| {
        state
            .field
            .default
            .as_ref()
            .map(|value| match value.as_str() {
                Some(text) => text.to_owned(),
                None => value.to_string(),
            })
    });
    view! {
        <input
            type="text"
            inputmode=keyboard
            id=state.id()
            name=state.name.clone()
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder=example
            aria-required=state.field.required.to_string()
            aria-invalid=move || problem.with(Option::is_some).to_string()
            aria-describedby=described_by(&state, problem)
            prop:value=move || text_in(&input)
            on:input=move |event| input.set(Input::Text(browser::value_of(&event)))
            on:blur=leave(&state)
        />
    }
    .into_any()
}

fn secret(console: Console, state: FieldState, problem: Memo<Option<String>>) -> impl IntoView {
    let input = state.input;
    let shown = RwSignal::new(false);
    let kind = move || if shown.get() { "text" } else { "password" };
    let action = move || {
        if shown.get() {
            console.words().hide
        } else {
            console.words().show
        }
    };
    view! {
        <div class="with-button">
            // Browsers look for the name that a password belongs to, and complain when there is no such field.
            <input type="text" autocomplete="username" hidden/>
            <input
                type=kind
                id=state.id()
                name=state.name.clone()
                // Keeps password managers from offering, and from storing, a database's password.
                autocomplete="new-password"
                autocapitalize="off"
                spellcheck="false"
                aria-required=state.field.required.to_string()
                aria-invalid=move || problem.with(Option::is_some).to_string()
                aria-describedby=described_by(&state, problem)
                prop:value=move || text_in(&input)
                on:input=move |event| input.set(Input::Secret(Secret::new(browser::value_of(&event))))
                on:blur=leave(&state)
            />
            <button type="button" class="plain" aria-controls=state.id() on:click=move |_| shown.update(|shown| *shown = !*shown)>
                {action}
            </button>
        </div>
    }.into_any()
}

/// A checkbox that knows three states: until someone touches an optional flag, nothing is sent for it.
fn flag(console: Console, state: FieldState, problem: Memo<Option<String>>) -> impl IntoView {
    let input = state.input;
    let required = state.field.required;
    let value = move || match &*input.read() {
        Input::Flag(flag) => *flag,
        _ => None,
    };
    let sent = move || match value() {
        Some(true) => "true",
        Some(false) => "false",
        None => console.words().not_sent,
    };
    view! {
        <div class="flag">
            <input
                type="checkbox"
                id=state.id()
                name=state.name.clone()
                aria-describedby=described_by(&state, problem)
                prop:checked=move || value().unwrap_or(false)
                on:change=move |event| input.set(Input::Flag(Some(event_target_checked(&event))))
                on:blur=leave(&state)
            />
            <code>{sent}</code>
            <Show when=move || !required && value().is_some()>
                <button type="button" class="plain" on:click=move |_| input.set(Input::Flag(None))>
                    {console.say(|words| words.do_not_send)}
                </button>
            </Show>
        </div>
    }
    .into_any()
}

fn choice(
    console: Console,
    state: FieldState,
    choices: Vec<Choice>,
    problem: Memo<Option<String>>,
) -> impl IntoView {
    let input = state.input;
    let none = if state.field.required {
        console.say(|words| words.choose)
    } else {
        console.say(|words| words.not_sent)
    };
    let options = choices.into_iter().map(move |choice| {
        let key = choice.key();
        let value = key.clone();
        view! { <option value=value prop:selected=move || text_in(&input) == key>{choice.title}</option> }.into_any()
    });
    view! {
        <select
            id=state.id()
            name=state.name.clone()
            aria-required=state.field.required.to_string()
            aria-invalid=move || problem.with(Option::is_some).to_string()
            aria-describedby=described_by(&state, problem)
            on:change=move |event| input.set(Input::Text(browser::value_of(&event)))
            on:blur=leave(&state)
        >
            <option value="" prop:selected=move || text_in(&input).is_empty()>{none}</option>
            {options.collect_view()}
        </select>
    }
    .into_any()
}

fn json(state: FieldState, problem: Memo<Option<String>>) -> impl IntoView {
    let input = state.input;
    view! {
        <textarea
            id=state.id()
            name=state.name.clone()
            rows="4"
            spellcheck="false"
            aria-required=state.field.required.to_string()
            aria-invalid=move || problem.with(Option::is_some).to_string()
            aria-describedby=described_by(&state, problem)
            prop:value=move || text_in(&input)
            on:input=move |event| input.set(Input::Text(browser::value_of(&event)))
            on:blur=leave(&state)
        ></textarea>
    }
    .into_any()
}
