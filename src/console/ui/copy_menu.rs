//! Copies a request: as cURL by one click, as anything else from a menu beside it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, Node};

use super::checkbox::checkbox;
use super::copy_button::{by_hand, copy_button};
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::view::{Element, View, button, div, p, show, span};
use crate::interchange::Format;
use crate::words::format_label;

/// Writes a request as it stands, in a format; with its secrets if the flag says so.
pub(in crate::console) type Write = Rc<dyn Fn(Format, bool) -> String>;

/// What became of a copy from the menu.
#[derive(Clone, PartialEq)]
enum Outcome {
    None,
    Copied(Format),
    /// The text to be copied by hand; `None` for one with secrets, which is shown nowhere.
    Refused(Option<String>),
}

/// The button and its menu. `has_secrets` offers the real values in place of placeholders.
pub(in crate::console) fn copy_menu(
    console: Console,
    write: &Write,
    command: Signal<String>,
    has_secrets: bool,
) -> View {
    let revealed = RwSignal::new(false);
    let outcome = RwSignal::new(Outcome::None);
    let opened = RwSignal::new(false);
    let write = write.clone();
    let panel = move || panel(console, &write, revealed, outcome, has_secrets).into();
    // The choice of real values is made anew each time.
    let turn = move |is_open: bool| {
        opened.set(is_open);
        revealed.set(false);
        outcome.set(Outcome::None);
    };
    let opener = button()
        .attribute("type", "button")
        .class("plain menu-opener")
        .live_attribute("aria-expanded", move || opened.get().to_string())
        .live_attribute(
            "aria-label",
            console.say(|words| words.exchange().more_formats),
        )
        .live_attribute("title", console.say(|words| words.exchange().more_formats))
        .on("click", move |_| turn(!opened.get_untracked()))
        .text("▾");
    // The focus also goes when the page does, and its state with it.
    let is_open = move || opened.try_get_untracked().unwrap_or(false);
    let menu = div()
        .class("menu")
        .on("keydown", move |event| {
            if is_open() && browser::key_of(&event).as_deref() == Some("Escape") {
                focus_opener(&event);
                turn(false);
            }
        })
        .on("focusout", move |event| {
            if is_open() && !stays_inside(&event) {
                turn(false);
            }
        })
        .child(opener)
        .show(move || opened.get(), panel);
    div()
        .class("with-menu")
        .child(copy_button(console, command, |words| words.copy_as_curl))
        .child(menu)
        .into()
}

/// What the menu offers; made when it opens, since a list may have hundreds of menus.
fn panel(
    console: Console,
    write: &Write,
    revealed: RwSignal<bool>,
    outcome: RwSignal<Outcome>,
    has_secrets: bool,
) -> Element {
    let items = Format::ALL
        .into_iter()
        .map(|format| item(console, format, write.clone(), revealed, outcome).into());
    let choice = has_secrets.then(|| reveal_choice(console, revealed));
    let is_refused = move || matches!(&*outcome.read(), Outcome::Refused(_));
    let refused = move || match outcome.get() {
        Outcome::Refused(Some(text)) => by_hand(console, Signal::stored(text)).into(),
        _ => p()
            .class("help")
            .live_text(console.say(|words| words.exchange().copy_refused))
            .into(),
    };
    div()
        .class("menu-panel")
        .attribute("tabindex", "-1")
        .children(items)
        .child(choice)
        .child(
            span()
                .class("visually-hidden")
                .attribute("role", "status")
                .live_text(move || {
                    matches!(&*outcome.read(), Outcome::Copied(_)).then(|| console.words().copied)
                }),
        )
        .child(show(is_refused, refused))
}

fn item(
    console: Console,
    format: Format,
    write: Write,
    revealed: RwSignal<bool>,
    outcome: RwSignal<Outcome>,
) -> Element {
    let copy = move |_| {
        let is_revealed = revealed.get_untracked();
        let text = write(format, is_revealed);
        browser::spawn(async move {
            if browser::copy(&text).await {
                let _ = outcome.try_set(Outcome::Copied(format));
                browser::sleep(2_000).await;
                let still = |outcome: &Outcome| *outcome == Outcome::Copied(format);
                if outcome.try_with_untracked(still).unwrap_or(false) {
                    let _ = outcome.try_set(Outcome::None);
                }
            } else {
                let _ = outcome.try_set(Outcome::Refused((!is_revealed).then_some(text)));
            }
        });
    };
    let caption = move || {
        if *outcome.read() == Outcome::Copied(format) {
            console.words().copied
        } else {
            format_label(format, console.language.get())
        }
    };
    button()
        .attribute("type", "button")
        .class("plain")
        .on("click", copy)
        .live_text(caption)
}

fn reveal_choice(console: Console, revealed: RwSignal<bool>) -> Element {
    let warning = move || {
        p().class("notice warn")
            .attribute("role", "status")
            .live_text(console.say(|words| words.exchange().real_values_warning))
            .into()
    };
    div()
        .class("menu-choice")
        .child(checkbox(
            "realValues",
            move || revealed.get(),
            move |is_on| revealed.set(is_on),
            console.say(|words| words.exchange().with_real_values),
        ))
        .child(show(move || revealed.get(), warning))
}

/// The menu that an event was heard at.
fn menu_of(event: &Event) -> Option<HtmlElement> {
    event.current_target()?.dyn_into().ok()
}

fn focus_opener(event: &Event) {
    let menu = menu_of(event);
    let opener = menu.and_then(|menu| menu.query_selector(".menu-opener").ok().flatten());
    if let Some(opener) = opener.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = opener.focus();
    }
}

/// Whether the focus goes on to something in the menu.
fn stays_inside(event: &Event) -> bool {
    let next = browser::related_node(event);
    let menu = menu_of(event);
    next.zip(menu)
        .is_some_and(|(next, menu): (Node, _)| menu.contains(Some(&next)))
}
