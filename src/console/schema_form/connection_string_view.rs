//! The assistant beside a connection string: its parts as inputs, both ways.

use super::state::FormState;
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::view::{View, code, div, fieldset, input, label, legend, option, p, select};
use crate::form::connection_string::{Parsed, Part, Template, build, parse};
use crate::form::{Input, NodeId};
use crate::secret::Secret;
use crate::words::{humanised, parameter_label};

/// The assistant of a value that is a connection string; none for other values. The string is the truth: a pasted
/// one fills the parts.
pub(super) fn assistant(console: Console, state: FormState, id: NodeId) -> Option<View> {
    let parameter = state.look(|form| form.token(id).to_owned());
    let template = state.template(&parameter)?;
    Some(assistant_view(console, state, id, template))
}

fn assistant_view(console: Console, state: FormState, id: NodeId, template: Template) -> View {
    let template = StoredValue::new(template);
    let parsed = Memo::new(move |_| {
        state.track();
        let input = state.look(|form| Some(form.input(id).clone()));
        match input {
            Some(Input::Secret(secret)) => {
                template.with_value(|template| parse(template, secret.reveal()))
            }
            Some(Input::Text(text)) => template.with_value(|template| parse(template, &text)),
            _ => Parsed::default(),
        }
    });
    let write = move |position: usize, value: String| {
        let mut parts = parsed.get_untracked();
        if let Some(place) = parts.values.get_mut(position) {
            *place = value;
        }
        let text = template.with_value(|template| build(template, &parts));
        state.put(&state.name(id), Input::Secret(Secret::new(text)));
    };
    let parts = template.with_value(|template| template.parts.clone());
    let name = state.name(id);
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
        (!is_empty && !names.is_empty())
            .then(|| (console.words().form().string_lacks)(&names.join(", ")))
    };
    let parts = parts.into_iter().enumerate().map(|(position, part)| {
        let value =
            move || parsed.with(|parsed| parsed.values.get(position).cloned().unwrap_or_default());
        let name = format!("{name}#{}", part.key);
        part_view(console, part, &name, value, move |value| {
            write(position, value);
        })
    });
    fieldset()
        .class("assistant")
        .child(legend().live_text(console.say(|words| words.form().string_assistant)))
        .child(
            p().class("help")
                .live_text(console.say(|words| words.form().string_assistant_help)),
        )
        .child(div().class("fields").children(parts))
        .child(
            p().class("help")
                .attribute("aria-live", "polite")
                .live_text(missing),
        )
        .into()
}

fn part_view(
    console: Console,
    part: Part,
    name: &str,
    value: impl Fn() -> String + Copy + 'static,
    write: impl Fn(String) + Copy + 'static,
) -> View {
    let id = format!("part{name}");
    let parameter = part.name.clone();
    let caption = move || {
        parameter_label(&parameter, console.language.get())
            .map_or_else(|| humanised(&parameter), str::to_owned)
    };
    let element = if part.choices.is_empty() {
        input()
            .attribute("type", "text")
            // Not of type password: a form with two of those makes the browser guess at sign-ups.
            .class(if part.secret { "concealed" } else { "" })
            .attribute("inputmode", if part.numeric { "numeric" } else { "text" })
            .attribute("autocomplete", "off")
            .attribute("autocapitalize", "off")
            .attribute("spellcheck", "false")
            .attribute("placeholder", part.example.as_deref().unwrap_or(""))
            .live_value(value)
            .on("input", move |event| write(browser::value_of(&event)))
    } else {
        let options = part.choices.iter().map(|choice| {
            let key = choice.clone();
            option()
                .attribute("value", choice)
                .live_flag("selected", move || value() == key)
                .live_text(choice_title(console, &part.key, choice))
                .into()
        });
        select()
            .on("change", move |event| write(browser::value_of(&event)))
            .child(
                option()
                    .attribute("value", "")
                    .live_flag("selected", move || value().is_empty())
                    .live_text(console.say(|words| words.form().left_out)),
            )
            .children(options)
    };
    div()
        .class("field")
        .child(
            label()
                .class("caption")
                .attribute("for", &id)
                .live_text(caption)
                .text(" ")
                .child(code().text(&part.key)),
        )
        .child(element.id(&id).attribute("name", name))
        .into()
}

/// `1` tells nobody that it means "on".
fn choice_title(console: Console, key: &str, choice: &str) -> impl Fn() -> String + use<> {
    let choice = choice.to_owned();
    let is_encryption = key == "EncryptionMethod";
    move || {
        let words = console.words();
        let meaning = match (choice.as_str(), is_encryption) {
            ("0", _) => words.form().off,
            ("1", _) => words.form().on,
            ("6", true) => words.form().on_if_offered,
            _ => return choice.clone(),
        };
        format!("{choice} · {meaning}")
    }
}
