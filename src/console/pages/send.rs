//! Posting a record to an inlet.

use leptos::prelude::*;
use serde_json::json;

use crate::api::{Call, Operation, PostMessage};
use crate::console::browser;
use crate::console::failure_view::FailureView;
use crate::console::load::{Load, load};
use crate::console::request_panel::RequestPanel;
use crate::console::routes::Route;
use crate::console::schema_form::{FormFields, FormState, Naming};
use crate::console::state::Console;
use crate::console::submission::{Submission, SubmitBar};
use crate::console::ui::PageHead;
use crate::form::{Field, Input, build_fields};
use crate::model::{BaseConnectionId, FlowId, MessageReceipt};
use crate::schema::Pointer;

/// A record to begin with, for those who only want to see one arrive.
const SAMPLE: &str = r#"{
  "name": "Ada Example",
  "location": { "city": "Paris", "country": "France" },
  "birthday": { "year": 1984, "month": 6, "day": 9 }
}"#;

/// The page.
#[component]
pub(super) fn SendPage(
    console: Console,
    connection: Option<BaseConnectionId>,
    flow: Option<FlowId>,
) -> impl IntoView {
    let title = Signal::derive(move || console.words().send_a_record.to_owned());
    let has_connection = connection.is_some();
    let draft_name = format!(
        "send/{}",
        connection
            .as_ref()
            .map(BaseConnectionId::as_str)
            .unwrap_or_default()
    );
    let mut draft = console.drafts.recall(&draft_name);
    if let Some(flow) = &flow {
        draft.put("flowId", Input::Text(flow.to_string()));
    }
    let form = FormState::new(fields(), Naming::Parameter, &draft);
    let left = form.clone();
    console
        .drafts
        .keep_on_leave(draft_name, move || Some(left.inputs().collect()));

    let of_connection = connection.clone();
    let source = load(console, move || {
        console.environment.track();
        of_connection.clone().map(Call::retrieve_base_connection)
    });
    let inlet = Memo::new(move |_| match &*source.state.read() {
        Load::Ready(connection) => connection.content.inlet(),
        _ => None,
    });
    let filled = form.clone();
    Effect::new(move || {
        if let Some(inlet) = inlet.get() {
            filled.set_text("inletUrl", inlet.url);
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
    view! {
        <PageHead console title>
            <p>{summary}</p>
        </PageHead>
        {move || match &*source.state.read() {
            Load::Failed(failure) => {
                let retry = Callback::new(move |()| source.reload());
                Some(view! { <FailureView console failure=failure.clone() retry/> }.into_any())
            }
            _ => None,
        }}
        {sender(console, form, Signal::derive(move || inlet.get().is_some_and(|inlet| inlet.authentication_required)), connection)}
    }.into_any()
}

fn fields() -> Vec<Field> {
    let schema = json!({
        "properties": {
            "inletUrl": { "type": "string", "format": "uri", "examples": ["https://dcs.adobedc.net/collection/…"] },
            "flowId": { "type": "string" },
            "records": { "type": "object" }
        },
        "required": ["inletUrl", "records"]
    });
    build_fields(&schema, &Pointer::root())
}

fn sender(
    console: Console,
    form: FormState,
    inlet_wants_token: Signal<bool>,
    connection: Option<BaseConnectionId>,
) -> impl IntoView {
    let submission = Submission::<MessageReceipt>::new();
    // The reader may decide otherwise, to see what an inlet answers to a record without a token.
    let with_token = RwSignal::new(None::<bool>);
    let authenticated = move || with_token.get().unwrap_or_else(|| inlet_wants_token.get());
    let typed = form.clone();
    let operation = Memo::new(move |_| {
        let flow = typed.text("flowId");
        let inlet_url = console
            .environment
            .read()
            .inlet_url(typed.text("inletUrl").trim());
        Operation::PostMessage(PostMessage {
            inlet_url,
            flow_id: (!flow.trim().is_empty()).then(|| FlowId::from(flow.trim())),
            authenticated: authenticated(),
            message: typed.text("records"),
        })
    });
    let counted = form.clone();
    let problems = Signal::derive(move || counted.gather().problems.len());
    let sent = form.clone();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Operation::PostMessage(message) = operation.get_untracked() {
            submission.submit(console, &[&sent], || Call::post_message(message), |_| {});
        }
    };
    let sampled = form.clone();
    let use_sample = move |_| sampled.set_text("records", SAMPLE.to_owned());
    view! {
        <div class="beside">
            <form novalidate=true class="send" on:submit=submit>
                <FormFields console form/>
                <div class="field">
                    <label class="inline">
                        <input
                            type="checkbox"
                            name="authenticated"
                            prop:checked=authenticated
                            on:change=move |event| with_token.set(Some(event_target_checked(&event)))
                        />
                        {console.say(|words| words.send_with_token)}
                    </label>
                    <p class="help">{console.say(|words| words.send_with_token_help)}</p>
                </div>
                <SubmitBar console submission problems label=|words| words.send_record>
                    <button type="button" on:click=use_sample>{console.say(|words| words.use_sample)}</button>
                </SubmitBar>
                {move || submission.answer.get().map(|receipt| received(console, &receipt, connection.clone()))}
            </form>
            <RequestPanel console operation=operation.into()/>
        </div>
    }.into_any()
}

/// The inlet's receipt, and what it does not mean.
fn received(
    console: Console,
    receipt: &MessageReceipt,
    connection: Option<BaseConnectionId>,
) -> impl IntoView + use<> {
    let at = receipt.received_time_ms;
    view! {
        <section class="notice good result" role="status">
            <strong>{console.say(|words| words.record_received)}</strong>
            <dl class="facts">
                <dt><code>"inletId"</code></dt>
                <dd><output name="inletId">{receipt.inlet_id.to_string()}</output></dd>
                <dt><code>"xactionId"</code></dt>
                <dd><output name="xactionId">{receipt.xaction_id.clone()}</output></dd>
                <dt><code>"receivedTimeMs"</code></dt>
                <dd>
                    <output name="receivedTimeMs">{at.map(|at| at.to_string())}</output>
                    <span class="quiet">{move || at.map(|at| format!(" · {}", browser::format_time(at, console.language.get())))}</span>
                </dd>
            </dl>
            <p>{console.say(|words| words.received_is_not_stored)}</p>
            {connection.map(|id| view! {
                <p><a href=Route::Connection(id).href()>{console.say(|words| words.see_connection)}</a></p>
            }.into_any())}
        </section>
    }.into_any()
}
