//! One control for each kind of value.

use super::state::FieldState;
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::view::{Element, button, code, div, input, option, select, textarea};
use crate::form::{Choice, Control, Input};
use crate::secret::Secret;

/// The control of a field; the one match over [`Control`].
pub(super) fn control(
    console: Console,
    state: FieldState,
    problem: Memo<Option<String>>,
) -> Element {
    match state.field.control.clone() {
        Control::Text => line(&state, problem, "text"),
        Control::Address => line(&state, problem, "url"),
        Control::Integer => line(&state, problem, "numeric"),
        Control::Number => line(&state, problem, "decimal"),
        Control::Secret => secret(console, &state, problem),
        Control::Flag => flag(console, &state, problem),
        Control::Choice(choices) => choice(console, &state, choices, problem),
        Control::Json => json(&state, problem),
    }
}

/// The message while there is one, else the help whose place it takes.
fn described_by(state: &FieldState, problem: Memo<Option<String>>) -> impl Fn() -> String + use<> {
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
fn leave(state: &FieldState) -> impl Fn(web_sys::Event) + use<> {
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

/// What all controls have in common: how they are found, and what is said of them.
fn tied(element: Element, state: &FieldState, problem: Memo<Option<String>>) -> Element {
    element
        .id(&state.id())
        .attribute("name", &state.name)
        .live_attribute("aria-describedby", described_by(state, problem))
        .on("blur", leave(state))
}

/// What those that can be wrong have in common.
fn judged(element: Element, state: &FieldState, problem: Memo<Option<String>>) -> Element {
    let required = if state.field.required {
        "true"
    } else {
        "false"
    };
    tied(element, state, problem)
        .attribute("aria-required", required)
        .live_attribute("aria-invalid", move || {
            problem.with(Option::is_some).to_string()
        })
}

/// What those that are typed in have in common. Browsers are kept from "helping".
fn typed(
    element: Element,
    state: &FieldState,
    problem: Memo<Option<String>>,
    keep: fn(String) -> Input,
) -> Element {
    let input = state.input;
    judged(element, state, problem)
        .attribute("autocapitalize", "off")
        .attribute("spellcheck", "false")
        .live_value(move || text_in(&input))
        .on("input", move |event| {
            input.set(keep(browser::value_of(&event)));
        })
}

fn line(state: &FieldState, problem: Memo<Option<String>>, keyboard: &'static str) -> Element {
    let field = &state.field;
    let example = field.example.clone().or_else(|| {
        let default = field.default.as_ref()?;
        Some(
            default
                .as_str()
                .map_or_else(|| default.to_string(), str::to_owned),
        )
    });
    let element = input()
        .attribute("type", "text")
        .attribute("inputmode", keyboard)
        .attribute("autocomplete", "off")
        .attribute("placeholder", example.as_deref().unwrap_or(""));
    typed(element, state, problem, Input::Text)
}

fn secret(console: Console, state: &FieldState, problem: Memo<Option<String>>) -> Element {
    let shown = RwSignal::new(false);
    let kind = move || if shown.get() { "text" } else { "password" };
    let action = move || {
        if shown.get() {
            console.words().hide
        } else {
            console.words().show
        }
    };
    // Browsers look for the name that a password belongs to, and complain when there is no such field.
    let user = input()
        .attribute("type", "text")
        .attribute("autocomplete", "username")
        .attribute("hidden", "");
    let element = input()
        .live_attribute("type", kind)
        // Keeps password managers from offering, and from storing, a database's password.
        .attribute("autocomplete", "new-password");
    let reveal = button()
        .attribute("type", "button")
        .class("plain")
        .attribute("aria-controls", &state.id())
        .on("click", move |_| shown.update(|shown| *shown = !*shown))
        .live_text(action);
    div()
        .class("with-button")
        .child(user)
        .child(typed(element, state, problem, |text| {
            Input::Secret(Secret::new(text))
        }))
        .child(reveal)
}

/// A checkbox that knows three states: until someone touches an optional flag, nothing is sent for it.
fn flag(console: Console, state: &FieldState, problem: Memo<Option<String>>) -> Element {
    let typed = state.input;
    let required = state.field.required;
    let value = move || match &*typed.read() {
        Input::Flag(flag) => *flag,
        _ => None,
    };
    let sent = move || match value() {
        Some(true) => "true",
        Some(false) => "false",
        None => console.words().not_sent,
    };
    let element = input()
        .attribute("type", "checkbox")
        .live_flag("checked", move || value().unwrap_or(false))
        .on("change", move |event| {
            typed.set(Input::Flag(Some(browser::is_checked(&event))));
        });
    let forget = move || {
        button()
            .attribute("type", "button")
            .class("plain")
            .on("click", move |_| typed.set(Input::Flag(None)))
            .live_text(console.say(|words| words.do_not_send))
            .into()
    };
    div()
        .class("flag")
        .child(tied(element, state, problem))
        .child(code().live_text(sent))
        .show(move || !required && value().is_some(), forget)
}

fn choice(
    console: Console,
    state: &FieldState,
    choices: Vec<Choice>,
    problem: Memo<Option<String>>,
) -> Element {
    let input = state.input;
    let none = if state.field.required {
        console.say(|words| words.choose)
    } else {
        console.say(|words| words.not_sent)
    };
    let mut element = judged(select(), state, problem)
        .on("change", move |event| {
            input.set(Input::Text(browser::value_of(&event)));
        })
        .child(
            option()
                .attribute("value", "")
                .live_flag("selected", move || text_in(&input).is_empty())
                .live_text(none),
        );
    for choice in choices {
        let key = choice.key();
        element = element.child(
            option()
                .attribute("value", &key)
                .live_flag("selected", move || text_in(&input) == key)
                .text(&choice.title),
        );
    }
    element
}

fn json(state: &FieldState, problem: Memo<Option<String>>) -> Element {
    let element = textarea().attribute("rows", "4");
    typed(element, state, problem, Input::Text)
}
