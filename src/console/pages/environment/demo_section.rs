//! The demo's switches: faults, to see what the console says of them, and a fresh start.

use leptos::prelude::*;

use crate::console::app::is_demo;
use crate::console::backend::Faults;
use crate::console::browser;
use crate::console::state::Console;
use crate::words::Words;

/// A fault of the emulator with its words.
struct Switch {
    name: &'static str,
    label: fn(&'static Words) -> &'static str,
    is_on: fn(&Faults) -> bool,
    set: fn(&mut Faults, bool),
}

/// How long answers wait when the network is slow, in milliseconds: long enough to see what the page does meanwhile.
const SLOW_MS: u32 = 2_500;

const SWITCHES: [Switch; 6] = [
    Switch {
        name: "expiredToken",
        label: |words| words.fault_expired_token,
        is_on: |faults| faults.expired_token,
        set: |faults, on| faults.expired_token = on,
    },
    Switch {
        name: "throttled",
        label: |words| words.fault_throttled,
        is_on: |faults| faults.throttled,
        set: |faults, on| faults.throttled = on,
    },
    Switch {
        name: "unavailable",
        label: |words| words.fault_unavailable,
        is_on: |faults| faults.unavailable,
        set: |faults, on| faults.unavailable = on,
    },
    Switch {
        name: "notJson",
        label: |words| words.fault_not_json,
        is_on: |faults| faults.not_json,
        set: |faults, on| faults.not_json = on,
    },
    Switch {
        name: "dropped",
        label: |words| words.fault_dropped,
        is_on: |faults| faults.dropped,
        set: |faults, on| faults.dropped = on,
    },
    Switch {
        name: "slow",
        label: |words| words.fault_slow,
        is_on: |faults| faults.delay_ms > 0,
        set: |faults, on| faults.delay_ms = if on { SLOW_MS } else { 0 },
    },
];

/// Shown while the demo is in use.
#[component]
pub(super) fn DemoSection(console: Console) -> impl IntoView {
    let was_reset = RwSignal::new(false);
    let reset = move |_| {
        let backend = console.backend();
        browser::spawn(async move {
            backend.reset_demo().await;
            let _ = was_reset.try_set(true);
        });
    };
    let switches = move || {
        let faults = console.backend().faults();
        SWITCHES.map(|switch| {
            let flip = move |event| {
                let backend = console.backend();
                let mut faults = backend.faults();
                (switch.set)(&mut faults, event_target_checked(&event));
                backend.set_faults(faults);
            };
            view! {
                <label class="inline">
                    <input type="checkbox" name=switch.name prop:checked=(switch.is_on)(&faults) on:change=flip/>
                    {console.say(switch.label)}
                </label>
            }.into_any()
        })
        .into_iter()
        .collect_view()
    };
    view! {
        <Show when=move || is_demo(&console.environment.read())>
            <section class="card narrow demo">
                <header><h2>{console.say(|words| words.demo_switches)}</h2></header>
                <div class="body">
                    <p class="help">{console.say(|words| words.demo_switches_help)}</p>
                    <fieldset class="stack">
                        <legend class="visually-hidden">{console.say(|words| words.demo_switches)}</legend>
                        {switches}
                    </fieldset>
                    <div class="actions">
                        <button type="button" on:click=reset>{console.say(|words| words.reset_demo)}</button>
                        <span role="status" class="quiet">
                            {move || was_reset.get().then(|| console.words().demo_was_reset)}
                        </span>
                    </div>
                </div>
            </section>
        </Show>
    }.into_any()
}
