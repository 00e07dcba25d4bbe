//! Fields before anything is known of them but how they are edited. A field on screen is a copy of one of these, which
//! is one call of the browser; only what differs is then set. Form after form has a handful of them.

use std::mem::{Discriminant, discriminant};

use super::field_view::Caption;
use super::plain_button;
use crate::console::view::{
    Element, code, div, input, label, option, output, p, select, span, textarea,
};
use crate::form::{ChoiceStyle, Control};
use crate::words::Words;

/// What fields have in common that are copies of the same.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::console) struct Likeness {
    control: Discriminant<Control>,
    style: Option<ChoiceStyle>,
    required: bool,
    /// Its label is seen, and not only heard.
    captioned: bool,
    named: bool,
    helped: bool,
}

impl Likeness {
    /// That of a field.
    pub(super) fn of(control: &Control, caption: &Caption, captioned: bool) -> Self {
        Self {
            control: discriminant(control),
            style: style_of(control),
            required: caption.required,
            captioned,
            named: !caption.name.is_empty(),
            helped: caption.help.is_some(),
        }
    }
}

fn style_of(control: &Control) -> Option<ChoiceStyle> {
    match control {
        Control::Choice { style, .. } => Some(*style),
        _ => None,
    }
}

/// The moulds of one form in one language.
#[derive(Default)]
pub(super) struct Moulds(Vec<(Likeness, Element)>);

impl Moulds {
    /// A new field that is like others, made from scratch only the first time.
    pub fn copy(
        &mut self,
        likeness: Likeness,
        control: &Control,
        words: &'static Words,
    ) -> Element {
        if let Some((_, mould)) = self.0.iter().find(|(known, _)| *known == likeness) {
            return mould.copy();
        }
        let mould = field(likeness, control, words);
        let copy = mould.copy();
        self.0.push((likeness, mould));
        copy
    }
}

/// A field: its head, its control, and its message.
fn field(likeness: Likeness, control: &Control, words: &'static Words) -> Element {
    let head = if likeness.style == Some(ChoiceStyle::Radio) {
        div()
    } else {
        label()
    };
    let head = head.class(if likeness.captioned {
        "caption"
    } else {
        "visually-hidden"
    });
    let name = likeness.named.then(code);
    let optional = (!likeness.required).then(|| span().class("quiet").text(words.optional));
    div()
        .class("field")
        .child(head.child(name).child(optional))
        .child(blank(control, likeness.required, words))
        .child(message(likeness.helped))
}

/// Where an error takes the place of the help. Most fields have neither, so that elements for them are made when they
/// are needed.
pub(super) fn message(helped: bool) -> Element {
    div()
        .class("message")
        .child(helped.then(|| p().class("help")))
}

fn blank(control: &Control, required: bool, words: &'static Words) -> Element {
    match control {
        Control::Text | Control::Time | Control::DateTime => line("text", "text", required),
        Control::Email => line("text", "email", required),
        Control::Address => line("text", "url", required),
        Control::Integer => line("text", "numeric", required),
        Control::Number => line("text", "decimal", required),
        Control::Date => line("date", "text", required),
        Control::Lines => lines("4", required),
        Control::Json => lines("6", required),
        Control::Secret => div()
            .class("with-button")
            // Keeps password managers from offering, and from storing, a database's password.
            .child(
                typed(input(), required)
                    .attribute("type", "password")
                    .attribute("autocomplete", "new-password"),
            )
            .child(plain_button(words.show)),
        Control::Key { .. } => {
            let file = input().attribute("type", "file").class("visually-hidden");
            div()
                .class("with-file")
                .child(
                    lines("4", required)
                        .class("concealed")
                        .attribute("autocomplete", "off"),
                )
                .child(
                    label()
                        .class("button")
                        .text(words.form().choose_file)
                        .child(file),
                )
        }
        Control::Flag => {
            let forget = plain_button(words.form().do_not_send).attribute("data-forget", "");
            div()
                .class("flag")
                .child(tied(input()).attribute("type", "checkbox"))
                .child(code())
                .child((!required).then_some(forget))
        }
        Control::Fixed(_) => tied(output().class("fixed")),
        Control::Choice { style, .. } => match style {
            ChoiceStyle::Radio => required_or_not(div(), required)
                .class("radios")
                .attribute("role", "radiogroup")
                .attribute("tabindex", "-1")
                .child(
                    label()
                        .child(input().attribute("type", "radio"))
                        .child(span()),
                ),
            ChoiceStyle::Select => {
                let none = if required {
                    words.form().choose
                } else {
                    words.form().not_sent
                };
                required_or_not(tied(select()), required)
                    .child(option().attribute("value", "").text(none))
            }
            // The browser's own list of suggestions: it is searched by typing.
            ChoiceStyle::Search => div()
                .child(line("text", "text", required))
                .child(Element::new("datalist")),
        },
    }
}

/// What all controls have in common that hold a value.
fn tied(element: Element) -> Element {
    element.attribute("aria-invalid", "false")
}

fn required_or_not(element: Element, required: bool) -> Element {
    element.attribute("aria-required", if required { "true" } else { "false" })
}

/// What those that are typed in have in common. Browsers are kept from "helping".
fn typed(element: Element, required: bool) -> Element {
    required_or_not(tied(element), required)
        .attribute("autocapitalize", "off")
        .attribute("spellcheck", "false")
}

fn line(kind: &str, keyboard: &str, required: bool) -> Element {
    typed(input(), required)
        .attribute("type", kind)
        .attribute("inputmode", keyboard)
        .attribute("autocomplete", "off")
}

fn lines(rows: &str, required: bool) -> Element {
    typed(textarea(), required).attribute("rows", rows)
}
