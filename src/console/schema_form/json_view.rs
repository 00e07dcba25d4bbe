//! The same value as JSON text, both ways: a button turns the form to text and back.

use std::rc::Rc;

use crate::console::reactive::*;

use crate::console::browser;
use crate::console::state::Console;
use crate::console::view::{Element, View, button, div, label, p, span, textarea};
use crate::form::FieldProblem;
use crate::words::problem_text;

/// Puts what a text says into the form, or says why it cannot.
type Reader = Rc<dyn Fn(&str) -> Result<(), FieldProblem>>;

/// What is shown as text, and what becomes of the text.
#[derive(Clone)]
pub(in crate::console) struct JsonSide {
    /// The value at present, with placeholders for its secrets.
    pub write: Rc<dyn Fn() -> String>,
    /// What becomes of an edited text.
    pub read: Reader,
}

/// A form, and the button that turns it to text and back. `form` is what is shown while it is no text.
pub(in crate::console) fn two_views(console: Console, side: JsonSide, form: View) -> (View, View) {
    // None while the form is shown.
    let text = RwSignal::new(None::<String>);
    let problem = RwSignal::new(None::<FieldProblem>);
    let turned = side.clone();
    let turn = move |_| match text.get_untracked() {
        None => {
            problem.set(None);
            text.set(Some((turned.write)()));
        }
        Some(written) => match (turned.read)(&written) {
            Ok(()) => text.set(None),
            Err(found) => {
                problem.set(Some(found));
                browser::focus("field-json");
            }
        },
    };
    let caption = move || {
        let words = console.words();
        if text.with(Option::is_some) {
            words.form().edit_as_form
        } else {
            words.form().edit_as_json
        }
    };
    let switch = button()
        .attribute("type", "button")
        .attribute("name", "view")
        .class("plain")
        .on("click", turn)
        .live_text(caption);
    let shown = div()
        .live_flag("hidden", move || text.with(Option::is_some))
        .child(form);
    let views = div().child(shown.class("stack")).show(
        move || text.with(Option::is_some),
        move || text_view(console, side.read.clone(), text, problem).into(),
    );
    (views.into(), switch.into())
}

fn text_view(
    console: Console,
    read: Reader,
    text: RwSignal<Option<String>>,
    problem: RwSignal<Option<FieldProblem>>,
) -> Element {
    let written = move || text.with(|text| text.clone().unwrap_or_default());
    let numbers = move || {
        let lines = text.with(|text| text.as_deref().map_or(1, |text| text.split('\n').count()));
        (1..=lines).fold(String::new(), |mut column, line| {
            column.push_str(&line.to_string());
            column.push('\n');
            column
        })
    };
    // Read as one types, so that the request panel follows; a text that is no JSON yet changes nothing.
    let typed = move |event: web_sys::Event| {
        let value = browser::value_of(&event);
        problem.set(read(&value).err());
        text.set(Some(value));
    };
    let message = move || {
        let language = console.language.get();
        problem.with(|problem| {
            let problem = problem.as_ref()?;
            Some(problem_text(problem, language))
        })
    };
    let wrong_line = move || {
        problem.with(|problem| match problem {
            Some(FieldProblem::NotJson { line, .. } | FieldProblem::RepeatedName { line, .. }) => {
                let text = text.with(|text| text.clone()).unwrap_or_default();
                let found = text.split('\n').nth(line.saturating_sub(1));
                Some(format!("{line}  {}", found.unwrap_or("").trim()))
            }
            _ => None,
        })
    };
    let area = textarea()
        .id("field-json")
        .attribute("name", "json")
        .attribute("spellcheck", "false")
        .attribute("autocapitalize", "off")
        .attribute("aria-describedby", "field-json-error")
        .live_attribute("aria-invalid", move || {
            problem.with(Option::is_some).to_string()
        })
        .live_attribute("rows", move || {
            let lines =
                text.with(|text| text.as_deref().map_or(1, |text| text.split('\n').count()));
            lines.clamp(6, 40).to_string()
        })
        .live_value(written)
        .on("input", typed);
    div()
        .class("field")
        .child(
            label()
                .class("caption")
                .attribute("for", "field-json")
                .text("JSON"),
        )
        .child(
            div()
                .class("numbered")
                .child(
                    span()
                        .class("line-numbers")
                        .attribute("aria-hidden", "true")
                        .live_text(numbers),
                )
                .child(area),
        )
        .child(
            p().class("error")
                .id("field-json-error")
                .attribute("role", "status")
                .live_text(message)
                .text(" ")
                .child(crate::console::view::code().live_text(wrong_line)),
        )
        .child(
            p().class("help")
                .live_text(console.say(|words| words.form().json_help)),
        )
}
