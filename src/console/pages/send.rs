//! Posting a record to an inlet.

use crate::console::reactive::*;
use serde_json::json;

use crate::api::{Call, Operation, PostMessage};
use crate::console::arrival::arrival_notice;
use crate::console::browser;
use crate::console::load::{Load, failed, load};
use crate::console::request_panel::request_panel;
use crate::console::routes::Route;
use crate::console::schema_form::{FormState, Naming, form_view};
use crate::console::state::Console;
use crate::console::submission::{Submission, submit_bar};
use crate::console::ui::{checkbox, page_head};
use crate::console::view::{
    self, View, a, button, code, dd, div, dl, dt, fragment, live, nothing, output, p, section,
    span, strong,
};
use crate::form::Form;
use crate::model::{BaseConnectionId, FlowId, MessageReceipt};
use crate::schema::Pointer;

/// A record to begin with, for those who only want to see one arrive.
const SAMPLE: &str = r#"{
  "name": "Ada Example",
  "location": { "city": "Paris", "country": "France" },
  "birthday": { "year": 1984, "month": 6, "day": 9 }
}"#;

/// The page.
pub(super) fn send_page(
    console: Console,
    connection: Option<BaseConnectionId>,
    flow: Option<FlowId>,
) -> View {
    let title = Signal::derive(move || console.words().send_a_record.to_owned());
    let has_connection = connection.is_some();
    let draft = format!(
        "send/{}",
        connection
            .as_ref()
            .map(BaseConnectionId::as_str)
            .unwrap_or_default()
    );
    let form = console.drafts.form(&draft, empty_form);
    let form = FormState::new(console, form, Naming::Parameter);
    let arrival = console.arrivals.take_into("send", &[form]);
    if let Some(flow) = &flow {
        form.put_text("flowId", flow.as_str());
    }

    let of_connection = connection.clone();
    let source = load(console, move || {
        console.environment.track();
        of_connection.clone().map(Call::retrieve_base_connection)
    });
    let inlet = Memo::new(move |_| match &*source.state.read() {
        Load::Ready(connection) => connection.content.inlet(),
        _ => None,
    });
    Effect::new(move || {
        if let Some(inlet) = inlet.get() {
            form.put_text("inletUrl", &inlet.url);
        }
    });
    let summary = move || {
        let words = console.words();
        match &*source.state.read() {
            Load::Ready(connection) => (words.send_to_inlet_of)(&connection.content.name),
            Load::Waiting if has_connection => words.loading.to_owned(),
            _ => words.send_intro.to_owned(),
        }
    };
    let wants_token = Signal::derive(move || {
        inlet.with(|inlet| {
            inlet
                .as_ref()
                .is_some_and(|inlet| inlet.authentication_required)
        })
    });
    let unknown = live(move || match &*source.state.read() {
        Load::Failed(failure) => failed(console, source, failure.clone()),
        _ => nothing(),
    });
    fragment([
        page_head(console, title, vec![p().live_text(summary).into()]),
        unknown,
        arrival_notice(console, RwSignal::new(arrival)),
        sender(console, form, wants_token, connection),
    ])
}

fn empty_form() -> Form {
    let schema = json!({
        "properties": {
            "inletUrl": { "type": "string", "format": "uri", "examples": ["https://dcs.adobedc.net/collection/…"] },
            "flowId": { "type": "string" },
            "records": { "type": "object", "contentMediaType": "application/json" }
        },
        "required": ["inletUrl", "records"],
        "additionalProperties": false
    });
    Form::new(&schema, &Pointer::root())
}

fn sender(
    console: Console,
    form: FormState,
    inlet_wants_token: Signal<bool>,
    connection: Option<BaseConnectionId>,
) -> View {
    let submission = Submission::<MessageReceipt>::new();
    // The reader may decide otherwise, to see what an inlet answers to a record without a token.
    let with_token = RwSignal::new(None::<bool>);
    let authenticated = move || with_token.get().unwrap_or_else(|| inlet_wants_token.get());
    let operation = Signal::derive(move || {
        let flow = form.text("flowId");
        let inlet_url = console
            .environment
            .read()
            .inlet_url(form.text("inletUrl").trim());
        Operation::PostMessage(PostMessage {
            inlet_url,
            flow_id: (!flow.trim().is_empty()).then(|| FlowId::from(flow.trim())),
            authenticated: authenticated(),
            message: form.text("records"),
            ..PostMessage::default()
        })
    });
    let problems = Signal::derive(move || form.problem_count());
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        if let Operation::PostMessage(message) = operation.get_untracked() {
            submission.submit(console, &[form], || Call::post_message(message), |_| {});
        }
    };
    let use_sample = move |_| form.put_text("records", SAMPLE);
    let with_token_field = div()
        .class("field")
        .child(checkbox(
            "authenticated",
            authenticated,
            move |is_on| with_token.set(Some(is_on)),
            console.say(|words| words.send_with_token),
        ))
        .child(
            p().class("help")
                .live_text(console.say(|words| words.send_with_token_help)),
        );
    let sample = button()
        .attribute("type", "button")
        .on("click", use_sample)
        .live_text(console.say(|words| words.use_sample));
    let sender = view::form()
        .attribute("novalidate", "")
        .class("send")
        .on("submit", submit)
        .child(form_view(console, form))
        .child(with_token_field)
        .child(submit_bar(
            console,
            submission,
            problems,
            |words| words.send_record,
            vec![sample.into()],
        ))
        .live(move || {
            let receipt = submission.answer.get();
            receipt
                .map(|receipt| received(console, &receipt, connection.clone()))
                .into()
        });
    div()
        .class("beside")
        .child(sender)
        .child(request_panel(console, operation, Signal::stored(false)))
        .into()
}

/// The inlet's receipt, and what it does not mean.
fn received(
    console: Console,
    receipt: &MessageReceipt,
    connection: Option<BaseConnectionId>,
) -> View {
    let at = receipt.received_time_ms;
    let time =
        move || at.map(|at| format!(" · {}", browser::format_time(at, console.language.get())));
    let fact = |name: &str, value: &str| {
        [
            dt().child(code().text(name)).into(),
            dd().child(output().attribute("name", name).text(value))
                .into(),
        ]
    };
    let received_at = at.map(|at| at.to_string()).unwrap_or_default();
    let facts = dl()
        .class("facts")
        .children(fact("inletId", receipt.inlet_id.as_str()))
        .children(fact("xactionId", &receipt.xaction_id))
        .child(dt().child(code().text("receivedTimeMs")))
        .child(
            dd().child(
                output()
                    .attribute("name", "receivedTimeMs")
                    .text(&received_at),
            )
            .child(span().class("quiet").live_text(time)),
        );
    let connection = connection.map(|id| {
        p().child(
            a().attribute("href", &Route::Connection(id).href())
                .live_text(console.say(|words| words.see_connection)),
        )
    });
    section()
        .class("notice good result")
        .attribute("role", "status")
        .child(strong().live_text(console.say(|words| words.record_received)))
        .child(facts)
        .child(p().live_text(console.say(|words| words.received_is_not_stored)))
        .child(connection)
        .into()
}
