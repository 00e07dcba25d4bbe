//! A button that copies text, and says whether it could.

use crate::console::browser;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::view::{Element, View, button, fragment, show, span, textarea};
use crate::words::Words;

#[derive(Clone, Copy, PartialEq)]
enum Copied {
    NotYet,
    Done,
    Refused,
}

/// Copies `text`. Where the browser refuses, the text is shown, selected by a click, to be copied by hand.
pub(in crate::console) fn copy_button(
    console: Console,
    text: Signal<String>,
    label: fn(&'static Words) -> &'static str,
) -> View {
    let copied = RwSignal::new(Copied::NotYet);
    let copy = move |_| {
        let text = text.get_untracked();
        browser::spawn(async move {
            let done = browser::copy(&text).await;
            let _ = copied.try_set(if done { Copied::Done } else { Copied::Refused });
            browser::sleep(2_000).await;
            if done {
                let _ = copied.try_set(Copied::NotYet);
            }
        });
    };
    let caption = move || match copied.get() {
        Copied::Done => console.words().copied,
        Copied::NotYet | Copied::Refused => label(console.words()),
    };
    fragment([
        button()
            .attribute("type", "button")
            .class("plain")
            .on("click", copy)
            .live_text(caption)
            .into(),
        span()
            .class("visually-hidden")
            .attribute("role", "status")
            .live_text(move || (copied.get() == Copied::Done).then(|| console.words().copied))
            .into(),
        show(
            move || copied.get() == Copied::Refused,
            move || by_hand(console, text).into(),
        ),
    ])
}

/// A text that the browser refused to copy.
pub(super) fn by_hand(console: Console, text: Signal<String>) -> Element {
    textarea()
        .class("copy-by-hand")
        .attribute("readonly", "")
        .attribute("rows", "4")
        .live_attribute("aria-label", console.say(|words| words.copy_by_hand))
        .live_value(move || text.get())
}
