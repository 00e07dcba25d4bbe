//! How records are sent: format, mode, sizes, rates, envelope and checks.

use serde_json::json;

use super::composer::Composer;
use super::composer_view::card;
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::schema_form::{FormState, form_view};
use crate::console::state::Console;
use crate::console::ui::checkbox_field;
use crate::console::view::{
    Element, View, details, div, fieldset, input, label, legend, p, show, summary, textarea,
};
use crate::form::Form;
use crate::ingest::Envelope;
use crate::schema::Pointer;
use crate::words::Words;

/// Records a request, unless somebody says otherwise: Adobe's guide reckons with two hundred of a kilobyte each.
pub(super) const BATCH_SIZE: u32 = 200;

/// Requests at a time: a browser opens six connections to a host, and the page itself wants some.
pub(super) const CONCURRENCY: u32 = 4;

pub(super) fn options_form() -> Form {
    let schema = json!({
        "properties": {
            "format": { "type": "string", "enum": ["raw", "xdm"], "default": "raw" },
            "mode": { "type": "string", "enum": ["single", "batch"], "default": "single" },
            "batchSize": { "type": "integer", "minimum": 1, "maximum": 10_000, "default": BATCH_SIZE },
            "concurrency": { "type": "integer", "minimum": 1, "maximum": 64, "default": CONCURRENCY },
            "ratePerSecond": { "type": "integer", "minimum": 1, "maximum": 100_000 }
        },
        "required": ["format", "mode", "batchSize", "concurrency"],
        "additionalProperties": false
    });
    Form::new(&schema, &Pointer::root())
}

/// The parts of the envelope in the order of [`Envelope`]; the dataflow is asked for above.
const PARTS: [&str; 5] = [
    "schemaId",
    "contentType",
    "imsOrgId",
    "datasetId",
    "sourceName",
];

pub(super) fn envelope_form() -> Form {
    let [schema, content_type, organisation, dataset, source] = PARTS;
    let text = json!({ "type": "string" });
    let schema = json!({
        "properties": {
            schema: { "type": "string", "format": "uri-reference" },
            content_type: text,
            organisation: text,
            dataset: text,
            source: text
        },
        "required": [schema, content_type, organisation, dataset],
        "additionalProperties": false
    });
    Form::new(&schema, &Pointer::root())
}

/// Fills in what is known in place of what was known before; what somebody typed stays.
pub(super) fn fill_envelope(form: FormState, before: &Envelope, envelope: &Envelope) {
    let parts = PARTS.into_iter().zip(texts(before));
    for ((name, before), text) in parts.zip(texts(envelope)) {
        let present = untrack(|| form.text(name));
        if !text.is_empty() && (present.is_empty() || present == before) {
            form.put_text(name, text);
        }
    }
}

fn texts(envelope: &Envelope) -> [&str; 5] {
    [
        &envelope.schema_id,
        &envelope.content_type,
        &envelope.ims_org_id,
        &envelope.dataset_id,
        &envelope.source_name,
    ]
}

/// The envelope as it stands; tracked.
pub(super) fn read_envelope(form: FormState, to: FormState) -> Envelope {
    let text = |name| form.text(name).trim().to_owned();
    let [schema, content_type, organisation, dataset, source] = PARTS;
    Envelope {
        schema_id: text(schema),
        content_type: text(content_type),
        ims_org_id: text(organisation),
        dataset_id: text(dataset),
        flow_id: to.text("flowId").trim().to_owned(),
        source_name: text(source),
    }
}

/// All of it, below the records.
pub(super) fn options_view(console: Console, composer: Composer) -> View {
    let flags = composer.flags;
    let envelope = move || {
        fieldset()
            .child(legend().live_text(console.say(|words| words.posting().envelope)))
            .child(
                p().class("help")
                    .live_text(console.say(|words| words.posting().envelope_help)),
            )
            .child(form_view(console, composer.envelope))
            .into()
    };
    let single = move || {
        flag(
            console,
            "syncValidation",
            flags.sync_validation,
            |words| words.posting().sync_validation,
            |words| words.posting().sync_validation_help,
        )
        .into()
    };
    let flags = div()
        .class("stack")
        .child(show(move || !composer.is_batch(), single))
        .child(flag(
            console,
            "resendUnanswered",
            flags.resends,
            |words| words.posting().resends,
            |words| words.posting().resends_help,
        ))
        .child(flag(
            console,
            "sandboxHeader",
            flags.with_sandbox,
            |words| words.posting().with_sandbox,
            |words| words.posting().with_sandbox_help,
        ));
    card(console, |words| words.posting().how)
        .child(
            div()
                .class("body stack two-columns")
                .child(form_view(console, composer.options))
                .child(show(move || composer.is_xdm(), envelope))
                .child(flags)
                .child(checks(console, composer)),
        )
        .into()
}

/// Something to switch on and off, with a sentence about it.
fn flag(
    console: Console,
    name: &str,
    signal: RwSignal<bool>,
    words: fn(&'static Words) -> &'static str,
    help: fn(&'static Words) -> &'static str,
) -> Element {
    checkbox_field(
        name,
        move || signal.get(),
        move |is_on| signal.set(is_on),
        console.say(words),
        console.say(help),
    )
}

fn checks(console: Console, composer: Composer) -> View {
    let flags = composer.flags;
    let area = textarea()
        .id("field-schema")
        .attribute("name", "schema")
        .attribute("rows", "6")
        .attribute("spellcheck", "false")
        .attribute("aria-describedby", "schema-help schema-error")
        .live_value(move || flags.schema.get())
        .on("change", move |event| {
            flags.schema.set(browser::value_of(&event));
        });
    let wrong = move || {
        let text = flags.schema.get();
        let error = match serde_json::from_str::<serde_json::Value>(&text) {
            Err(error) if !text.trim().is_empty() => error,
            _ => return None,
        };
        Some((console.words().posting().schema_wrong)(
            error.line(),
            error.column(),
        ))
    };
    // A label that looks like a button, as where a key is asked for.
    let file = label()
        .class("button")
        .live_text(console.say(|words| words.form().choose_file))
        .child(
            input()
                .attribute("type", "file")
                .attribute("name", "schemaFile")
                .attribute("accept", "application/json,application/schema+json,.json")
                .class("visually-hidden")
                .on("change", move |event| {
                    browser::spawn(async move {
                        if let Some(text) = browser::chosen_text(&event).await {
                            flags.schema.set(text);
                        }
                    });
                }),
        );
    let hold_back = flag(
        console,
        "holdBack",
        flags.holds_back,
        |words| words.posting().hold_back,
        |words| words.posting().hold_back_help,
    );
    let schema = div()
        .class("field")
        .child(
            label()
                .class("caption")
                .attribute("for", "field-schema")
                .live_text(console.say(|words| words.posting().schema)),
        )
        .child(div().class("with-file").child(area).child(file))
        .child(
            p().class("help")
                .id("schema-help")
                .live_text(console.say(|words| words.posting().schema_help)),
        )
        .child(p().class("error").id("schema-error").live_text(wrong));
    details()
        .class("more")
        .child(summary().live_text(console.say(|words| words.posting().checks)))
        .child(div().class("stack").child(hold_back).child(schema))
        .into()
}
