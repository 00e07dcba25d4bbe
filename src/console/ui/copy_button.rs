//! A button that copies text, and says whether it could.

use leptos::prelude::*;

use crate::console::browser;
use crate::console::state::Console;
use crate::words::Words;

#[derive(Clone, Copy, PartialEq)]
enum Copied {
    NotYet,
    Done,
    Refused,
}

/// Copies `text`. Where the browser refuses, the text is shown, selected by a click, to be copied by hand.
#[component]
pub(in crate::console) fn CopyButton(
    console: Console,
    text: Signal<String>,
    label: fn(&'static Words) -> &'static str,
) -> impl IntoView {
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
    view! {
        <button type="button" class="plain" on:click=copy>{caption}</button>
        <span class="visually-hidden" role="status">
            {move || (copied.get() == Copied::Done).then(|| console.words().copied)}
        </span>
        <Show when=move || copied.get() == Copied::Refused>
            <textarea class="copy-by-hand" readonly=true rows="4" aria-label=console.say(|words| words.copy_by_hand) prop:value=text></textarea>
        </Show>
    }.into_any()
}
