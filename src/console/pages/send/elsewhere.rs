//! The same job as a file for an engine that outlives a browser tab.

use super::composer::Composer;
use super::options;
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::ui::copy_button;
use crate::console::view::{
    Element, View, button, details, div, p, pre, show, span, strong, summary,
};
use crate::ingest::Envelope;
use crate::interchange::{EngineJob, k6, kafka_connect};
use crate::words::Words;

/// Folded until somebody wants it.
pub(super) fn elsewhere(console: Console, composer: Composer) -> View {
    let job = Signal::derive(move || job(console, composer));
    let configuration = Signal::derive(move || kafka_connect(&job.get()));
    let script = Signal::derive(move || k6(&job.get()));
    details()
        .class("more card elsewhere")
        .child(summary().live_text(console.say(|words| words.posting().elsewhere)))
        .child(
            div()
                .class("body stack")
                .child(
                    p().class("help")
                        .live_text(console.say(|words| words.posting().elsewhere_help)),
                )
                .child(show(
                    move || composer.is_xdm(),
                    move || {
                        p().class("help")
                            .live_text(console.say(|words| words.posting().elsewhere_xdm))
                            .into()
                    },
                ))
                .child(file(
                    console,
                    |words| words.posting().kafka_connect,
                    "aep-sink.json",
                    configuration,
                ))
                .child(file(
                    console,
                    |words| words.posting().k6,
                    "send-records.js",
                    script,
                )),
        )
        .into()
}

fn file(
    console: Console,
    title: fn(&'static Words) -> &'static str,
    name: &'static str,
    text: Signal<String>,
) -> Element {
    let download = move |_| {
        browser::download(name, "text/plain", &[text.get_untracked()]);
    };
    div()
        .child(
            div()
                .class("actions")
                .child(strong().live_text(console.say(title)))
                .child(span().class("spacer"))
                .child(copy_button(console, text, |words| words.posting().copy))
                .child(
                    button()
                        .attribute("type", "button")
                        .class("plain")
                        .on("click", download)
                        .live_text(console.say(|words| words.posting().download)),
                ),
        )
        .child(
            pre()
                .class("json")
                .attribute("tabindex", "0")
                .live_text(move || text.get()),
        )
}

fn job(console: Console, composer: Composer) -> EngineJob {
    let text = |name: &str| composer.options.text(name).trim().parse::<u32>().ok();
    let flow = composer.to.text("flowId");
    let is_xdm = composer.is_xdm();
    let envelope = is_xdm.then(|| {
        let envelope = options::read_envelope(composer.envelope, composer.to);
        (envelope.beginning(), Envelope::END.to_owned())
    });
    let survey = composer.ready();
    let records = survey.as_ref().map(|ready| ready.survey.total);
    let record_bytes = survey
        .filter(|ready| ready.survey.total > 0)
        .map(|ready| ready.survey.bytes / u64::from(ready.survey.total));
    EngineJob {
        inlet_url: composer.to.text("inletUrl").trim().to_owned(),
        flow_id: (!flow.trim().is_empty()).then(|| flow.trim().to_owned()),
        sandbox: composer
            .flags
            .with_sandbox
            .get()
            .then(|| console.environment.read().session.sandbox.clone()),
        is_authenticated: composer.flags.authenticated(),
        is_xdm,
        envelope,
        batch_size: match composer.is_batch() {
            true => text("batchSize").unwrap_or(options::BATCH_SIZE),
            false => 1,
        },
        record_bytes: record_bytes.and_then(|bytes| usize::try_from(bytes).ok()),
        records_per_second: text("ratePerSecond"),
        concurrency: text("concurrency").unwrap_or(options::CONCURRENCY),
        records,
    }
}
