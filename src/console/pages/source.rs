//! One source: its ways to sign in, the form that each of them describes, and the connection made of it.

mod connector;

use std::sync::Arc;

use leptos::prelude::*;

use self::connector::Connector;
use crate::api::{Call, Operation};
use crate::console::load::{Load, load, show};
use crate::console::request_panel::RequestPanel;
use crate::console::routes::Route;
use crate::console::schema_form::{ConnectionStringView, FieldView, FormFields, FormState};
use crate::console::state::Console;
use crate::console::submission::{Submission, SubmitBar};
use crate::console::ui::PageHead;
use crate::form::connection_string::template;
use crate::model::{BaseConnectionId, ConnectionSpec, ConnectionSpecId, Created};
use crate::words::authentication_label;

/// The page.
#[component]
pub(super) fn SourcePage(console: Console, id: ConnectionSpecId) -> impl IntoView {
    let shown_id = id.clone();
    let spec = load(console, move || {
        console.environment.track();
        Some(Call::retrieve_connection_spec(id.clone()))
    });
    let title = Signal::derive(move || match &*spec.state.read() {
        Load::Ready(spec) => spec.title(),
        _ => console.words().source.to_owned(),
    });
    let summary = move || match &*spec.state.read() {
        Load::Ready(spec) => (console.words().category)(&spec.category()),
        _ => String::new(),
    };
    view! {
        <PageHead console title>
            <p>
                {summary} " · " {console.say(|words| words.connection_specification)} " "
                <code>{shown_id.to_string()}</code>
            </p>
        </PageHead>
        {show(console, spec, move |spec| view! { <ConnectorForm console spec=Arc::new(spec.clone())/> }.into_any())}
    }.into_any()
}

#[component]
fn ConnectorForm(console: Console, spec: Arc<ConnectionSpec>) -> impl IntoView {
    let draft_name = format!("connection/{}", spec.id);
    let connector = Connector::new(spec, &console.drafts.recall(&draft_name));
    let submission = Submission::<Created<BaseConnectionId>>::new();
    let typed = connector.clone();
    console.drafts.keep_on_leave(draft_name.clone(), move || {
        let is_made = submission.answer.try_with_untracked(Option::is_some);
        (is_made == Some(false)).then(|| typed.draft())
    });

    let request = connector.clone();
    let operation = Memo::new(move |_| Operation::CreateBaseConnection(request.connection()));
    let counted = connector.clone();
    let problems = Signal::derive(move || {
        counted
            .forms()
            .iter()
            .map(|form| form.gather().problems.len())
            .sum::<usize>()
    });
    let submitted = connector.clone();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let draft_name = draft_name.clone();
        let (forms, connection) = untrack(|| (submitted.forms(), submitted.connection()));
        submission.submit(
            console,
            &forms,
            || Call::create_base_connection(connection),
            move |_| {
                console.drafts.forget(&draft_name);
            },
        );
    };
    let spec = connector.spec.clone();
    let provides_inlet = spec.provides_inlet();
    view! {
        <div class="beside">
            <div>
                {move || submission.answer.get().map(|created| made(console, created, provides_inlet, submission))}
                <form novalidate=true hidden=move || submission.answer.read().is_some() on:submit=submit>
                    <section>
                        <FormFields console form=connector.envelope.clone()/>
                    </section>
                    {(!connector.variants.is_empty()).then(|| authentication(console, &connector))}
                    {more_options(console, &connector)}
                    <SubmitBar console submission problems label=|words| words.create_connection/>
                </form>
            </div>
            <RequestPanel console operation=operation.into() is_sent=Signal::derive(move || submission.answer.read().is_some())/>
        </div>
    }.into_any()
}

fn more_options(console: Console, connector: &Connector) -> impl IntoView + use<> {
    connector.provider.clone().map(|form| {
        view! {
            <details class="more">
                <summary>{console.say(|words| words.more_options)}</summary>
                <FormFields console form/>
            </details>
        }
        .into_any()
    })
}

/// The choice of authentication and its fields. Fields of the others keep what was typed.
fn authentication(console: Console, connector: &Connector) -> impl IntoView + use<> {
    let chosen = connector.chosen;
    let options = connector
        .variants
        .iter()
        .enumerate()
        .map(|(position, variant)| {
            let title = variant.auth.title().to_owned();
            view! {
                <label>
                    <input
                        type="radio"
                        name="/auth/specName"
                        value=variant.auth.name.clone()
                        prop:checked=move || chosen.get() == position
                        on:change=move |_| chosen.set(position)
                    />
                    {move || authentication_label(&title, console.language.get())}
                </label>
            }
            .into_any()
        });
    let fields = connector.clone();
    view! {
        <fieldset class="choice">
            <legend>{console.say(|words| words.sign_in_with)} " " <code>"auth.specName"</code></legend>
            <div class="segment">{options.collect_view()}</div>
        </fieldset>
        <section>{move || fields.variant().map(|variant| variant_fields(console, &fields.spec, &variant.form))}</section>
    }.into_any()
}

/// The fields, with the assistant below a connection string.
fn variant_fields(console: Console, spec: &ConnectionSpec, form: &FormState) -> AnyView {
    let fields = form.fields.iter().cloned().map(|state| {
        let assistant = template(spec.id.as_str(), &state.field.name).map(|template| {
            view! { <ConnectionStringView console state=state.clone() template/> }.into_any()
        });
        let is_wide = assistant.is_some();
        view! { <div class:wide=is_wide><FieldView console state/>{assistant}</div> }.into_any()
    });
    view! { <div class="fields">{fields.collect_view()}</div> }.into_any()
}

/// The new connection, and what can be done with it.
fn made(
    console: Console,
    created: Created<BaseConnectionId>,
    provides_inlet: bool,
    submission: Submission<Created<BaseConnectionId>>,
) -> impl IntoView {
    let id = created.id.clone();
    let connection = Route::Connection(id.clone()).href();
    let dataflow = Route::NewDataflow {
        source: id.clone(),
        source_connection: None,
        target_connection: None,
    }
    .href();
    view! {
        <section class="notice good result" role="status">
            <strong>{console.say(|words| words.connection_created)}</strong>
            <dl class="facts">
                <dt><code>"id"</code></dt>
                <dd><output name="id">{id.to_string()}</output></dd>
                <dt><code>"etag"</code></dt>
                <dd><output name="etag">{created.etag.map(|etag| etag.0)}</output></dd>
            </dl>
            <p>{console.say(|words| words.next_steps)}</p>
            <ul class="next">
                <li>
                    <a href=connection>
                        {if provides_inlet { console.say(|words| words.see_inlet_url) } else { console.say(|words| words.see_connection) }}
                    </a>
                </li>
                {provides_inlet.then(|| view! { <li><a href=dataflow>{console.say(|words| words.create_dataflow_from_it)}</a></li> }.into_any())}
                <li>
                    <button type="button" class="plain" on:click=move |_| submission.answer.set(None)>
                        {console.say(|words| words.create_another)}
                    </button>
                </li>
            </ul>
        </section>
    }.into_any()
}
