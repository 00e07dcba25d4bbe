//! The demo's switches: faults, to see what the console says of them, and a fresh start.

use crate::console::reactive::*;

use crate::console::app::is_demo;
use crate::console::backend::{FaultPlace, Faults};
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

/// How many messages of a batch lead to one that is refused.
const REFUSED_EVERY: u32 = 10;

/// How many requests of a hundred are hit when not all are.
const SHARE: u32 = 10;

const SWITCHES: [Switch; 14] = [
    Switch {
        name: "expiredToken",
        label: |words| words.settings().fault_expired_token,
        is_on: |faults| faults.expired_token,
        set: |faults, on| faults.expired_token = on,
    },
    Switch {
        name: "throttled",
        label: |words| words.settings().fault_throttled,
        is_on: |faults| faults.throttled,
        set: |faults, on| faults.throttled = on,
    },
    Switch {
        name: "throttledWithoutRetryAfter",
        label: |words| words.settings().fault_throttled_without_wait,
        is_on: |faults| faults.throttled_without_retry_after,
        set: |faults, on| faults.throttled_without_retry_after = on,
    },
    Switch {
        name: "unavailable",
        label: |words| words.settings().fault_unavailable,
        is_on: |faults| faults.unavailable,
        set: |faults, on| faults.unavailable = on,
    },
    Switch {
        name: "serverError",
        label: |words| words.settings().fault_server_error,
        is_on: |faults| faults.server_error,
        set: |faults, on| faults.server_error = on,
    },
    Switch {
        name: "notJson",
        label: |words| words.settings().fault_not_json,
        is_on: |faults| faults.not_json,
        set: |faults, on| faults.not_json = on,
    },
    Switch {
        name: "dropped",
        label: |words| words.settings().fault_dropped,
        is_on: |faults| faults.dropped,
        set: |faults, on| faults.dropped = on,
    },
    Switch {
        name: "droppedAnswer",
        label: |words| words.settings().fault_dropped_answer,
        is_on: |faults| faults.dropped_answer,
        set: |faults, on| faults.dropped_answer = on,
    },
    Switch {
        name: "slow",
        label: |words| words.settings().fault_slow,
        is_on: |faults| faults.delay_ms > 0,
        set: |faults, on| faults.delay_ms = if on { SLOW_MS } else { 0 },
    },
    Switch {
        name: "refuseEvery",
        label: |words| words.settings().fault_refused_messages,
        is_on: |faults| faults.refuse_every > 0,
        set: |faults, on| faults.refuse_every = if on { REFUSED_EVERY } else { 0 },
    },
    Switch {
        name: "shortBatchReply",
        label: |words| words.settings().fault_short_batch_reply,
        is_on: |faults| faults.short_batch_reply,
        set: |faults, on| faults.short_batch_reply = on,
    },
    Switch {
        name: "noSyncValidation",
        label: |words| words.settings().fault_no_sync_validation,
        is_on: |faults| faults.no_sync_validation,
        set: |faults, on| faults.no_sync_validation = on,
    },
    Switch {
        name: "share",
        label: |words| words.settings().faults_hit_a_tenth,
        is_on: |faults| faults.share < 100,
        set: |faults, on| faults.share = if on { SHARE } else { 100 },
    },
    Switch {
        name: "where",
        label: |words| words.settings().faults_hit_inlets,
        is_on: |faults| faults.place == FaultPlace::Inlets,
        set: |faults, on| {
            faults.place = if on {
                FaultPlace::Inlets
            } else {
                FaultPlace::All
            };
        },
    },
];

/// How the attempt to put the demo back ended.
#[derive(Clone, Copy)]
enum Reset {
    Done,
    /// The part of the console that has the demo could not be fetched.
    Failed,
}

/// Shown while the demo is in use.
pub(super) fn demo_section(console: Console) -> View {
    let reset = RwSignal::new(None);
    show(
        move || is_demo(&console.environment.read()),
        move || card(console, reset),
    )
}

fn card(console: Console, ended: RwSignal<Option<Reset>>) -> View {
    let faults = RwSignal::new(console.backend().faults());
    let reset = move |_| {
        let backend = console.backend();
        browser::spawn(async move {
            let is_done = backend.reset_demo().await;
            let _ = faults.try_set(backend.faults());
            let _ = ended.try_set(Some(if is_done { Reset::Done } else { Reset::Failed }));
        });
    };
    let switches = SWITCHES.map(|switch| switch_view(console, switch, faults));
    let help = p()
        .class("help")
        .live_text(console.say(|words| words.settings().demo_switches_help));
    let legend = legend()
        .class("visually-hidden")
        .live_text(console.say(|words| words.settings().demo_switches));
    let reset = button()
        .attribute("type", "button")
        .on("click", reset)
        .live_text(console.say(|words| words.settings().reset_demo));
    let status = span()
        .attribute("role", "status")
        .class("quiet")
        .live_text(move || {
            ended.get().map(|ended| match ended {
                Reset::Done => console.words().settings().demo_was_reset,
                Reset::Failed => console.words().part_failed_help,
            })
        });
    let body = div()
        .class("body")
        .child(help)
        .child(fieldset().class("stack").child(legend).children(switches))
        .child(div().class("actions").child(reset).child(status));
    section()
        .class("card narrow demo")
        .child(header().child(h2().live_text(console.say(|words| words.settings().demo_switches))))
        .child(body)
        .into()
}

fn switch_view(console: Console, switch: Switch, faults: RwSignal<Faults>) -> View {
    let flip = move |is_on: bool| {
        faults.update(|faults| (switch.set)(faults, is_on));
        console.backend().set_faults(faults.get_untracked());
    };
    let is_on = move || faults.with(switch.is_on);
    checkbox(switch.name, is_on, flip, console.say(switch.label)).into()
}
