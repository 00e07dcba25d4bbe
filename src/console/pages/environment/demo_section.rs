//! The demo's switches: faults, to see what the console says of them, and a fresh start.

use crate::console::reactive::*;

use crate::console::app::is_demo;
use crate::console::backend::Faults;
use crate::console::browser;
use crate::console::state::Console;
use crate::console::ui::checkbox;
use crate::console::view::{
    View, button, div, fieldset, h2, header, legend, p, section, show, span,
};
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
pub(super) fn demo_section(console: Console) -> View {
    let was_reset = RwSignal::new(false);
    show(
        move || is_demo(&console.environment.read()),
        move || card(console, was_reset),
    )
}

fn card(console: Console, was_reset: RwSignal<bool>) -> View {
    let reset = move |_| {
        let backend = console.backend();
        browser::spawn(async move {
            backend.reset_demo().await;
            let _ = was_reset.try_set(true);
        });
    };
    let faults = console.backend().faults();
    let switches = SWITCHES.map(|switch| {
        let is_on = (switch.is_on)(&faults);
        switch_view(console, switch, is_on)
    });
    let help = p()
        .class("help")
        .live_text(console.say(|words| words.demo_switches_help));
    let legend = legend()
        .class("visually-hidden")
        .live_text(console.say(|words| words.demo_switches));
    let reset = button()
        .attribute("type", "button")
        .on("click", reset)
        .live_text(console.say(|words| words.reset_demo));
    let status = span()
        .attribute("role", "status")
        .class("quiet")
        .live_text(move || was_reset.get().then(|| console.words().demo_was_reset));
    let body = div()
        .class("body")
        .child(help)
        .child(fieldset().class("stack").child(legend).children(switches))
        .child(div().class("actions").child(reset).child(status));
    section()
        .class("card narrow demo")
        .child(header().child(h2().live_text(console.say(|words| words.demo_switches))))
        .child(body)
        .into()
}

fn switch_view(console: Console, switch: Switch, is_on: bool) -> View {
    let flip = move |is_on: bool| {
        let backend = console.backend();
        let mut faults = backend.faults();
        (switch.set)(&mut faults, is_on);
        backend.set_faults(faults);
    };
    checkbox(switch.name, move || is_on, flip, console.say(switch.label)).into()
}
