//! Uploads that were left off with an earlier page.

use crate::console::browser;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::upload::{Opening, Plan};
use crate::console::view::{
    View, button, div, h2, header, li, live, nothing, p, section, show, span, ul,
};
use crate::words::number_text;

/// There while the browser keeps any.
pub(super) fn left_view(console: Console) -> View {
    browser::spawn(async move { console.uploads.look_for_left().await });
    live(move || {
        let left = console.uploads.left();
        if left.is_empty() {
            return nothing();
        }
        let title = h2()
            .id("left-title")
            .live_text(console.say(|words| words.posting().left_off));
        section()
            .class("card")
            .attribute("aria-labelledby", "left-title")
            .child(header().child(title))
            .child(
                ul().class("body stack")
                    .children(left.iter().map(|plan| item(console, plan))),
            )
            .into()
    })
}

fn item(console: Console, plan: &Plan) -> View {
    let (name, total, started_at) = (name_of(console, plan), plan.total, plan.started_at);
    let said = move || {
        let language = console.language.get();
        let total = number_text(u64::from(total), language);
        let time = browser::format_time(started_at, language);
        (console.words().posting().left_off_of)(&name, &total, &time)
    };
    let (opened, discarded) = (plan.id.clone(), plan.id.clone());
    let is_elsewhere = RwSignal::new(false);
    let open = move |_| {
        let id = opened.clone();
        browser::spawn(async move {
            match console.uploads.open(console, &id).await {
                Opening::Opened => {
                    browser::sleep(50).await;
                    browser::focus("upload-title");
                }
                Opening::Elsewhere => {
                    let _ = is_elsewhere.try_set(true);
                }
                Opening::Gone => console.uploads.look_for_left().await,
            }
        });
    };
    let discard = move |_| {
        let id = discarded.clone();
        browser::spawn(async move {
            if !console.uploads.discard(&id).await {
                let _ = is_elsewhere.try_set(true);
            }
        });
    };
    let is_sure = RwSignal::new(false);
    let discard_button = button()
        .attribute("type", "button")
        .class("plain")
        .on("click", move |_| is_sure.set(true))
        .live_text(console.say(|words| words.posting().discard))
        .live_flag("hidden", move || is_sure.get());
    let surely = move || {
        button()
            .attribute("type", "button")
            .on("click", discard.clone())
            .live_text(console.say(|words| words.posting().discard_sure))
            .into()
    };
    li().child(
        div()
            .class("actions")
            .child(span().live_text(said))
            .child(span().class("spacer"))
            .child(
                button()
                    .attribute("type", "button")
                    .on("click", open)
                    .live_text(console.say(|words| words.posting().open)),
            )
            .child(discard_button)
            .child(show(move || is_sure.get(), surely)),
    )
    .child(show(
        move || is_elsewhere.get(),
        move || {
            p().class("help")
                .attribute("role", "status")
                .live_text(console.say(|words| words.posting().open_elsewhere))
                .into()
        },
    ))
    .into()
}

/// The file's name, or what else the records came from.
pub(super) fn name_of(console: Console, plan: &Plan) -> String {
    let words = console.words_untracked().posting();
    if plan.name.is_empty() {
        let own = if plan.template.is_some() {
            words.template
        } else {
            words.typed
        };
        return own.to_owned();
    }
    plan.name.clone()
}
