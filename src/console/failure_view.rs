//! A failure in words: what happened, what it means, what to do, and the raw answer one click away.

use leptos::prelude::*;

use super::request_panel::body_view;
use super::routes::Route;
use super::state::Console;
use crate::api::{Cause, Failure};
use crate::words::failure_text;

/// An alert. `retry`, where given, offers to ask again.
#[component]
pub(super) fn FailureView(
    console: Console,
    failure: Failure,
    #[prop(optional)] retry: Option<Callback<()>>,
) -> impl IntoView {
    let body = match &failure {
        Failure::Refused(refusal) => Some((refusal.status, refusal.body.clone())),
        Failure::Unreadable { status, body, .. } => Some((*status, body.clone())),
        Failure::Unreachable | Failure::TimedOut { .. } | Failure::Unsendable { .. } => None,
    };
    let request_id = match &failure {
        Failure::Refused(refusal) => refusal.request_id.clone(),
        _ => None,
    };
    let environment = is_about_environment(&failure).then(|| {
        view! { <a href=Route::Environment.href()>{console.say(|words| words.open_environment)}</a> }.into_any()
    });
    let text = Memo::new(move |_| {
        let text = failure_text(&failure, console.language.get());
        (text.title, text.meaning, text.advice)
    });
    view! {
        <div class="notice bad" role="alert">
            <strong>{move || text.get().0}</strong>
            <p>{move || text.get().1}</p>
            <p>{move || text.get().2}" "{environment}</p>
            {request_id.map(|id| view! { <p class="quiet">{console.say(|words| words.request_id)}" " <code>{id}</code></p> }.into_any())}
            {body.filter(|(_, body)| !body.is_empty()).map(|(status, body)| raw_answer(console, status, &body))}
            {retry.map(|retry| view! {
                <button type="button" on:click=move |_| retry.run(())>{console.say(|words| words.try_again)}</button>
            }.into_any())}
        </div>
    }.into_any()
}

fn raw_answer(console: Console, status: u16, body: &str) -> impl IntoView + use<> {
    let is_json = body.trim_start().starts_with(['{', '[']);
    let shown = if is_json {
        body_view(body, &[])
    } else {
        view! { <pre class="json" tabindex="0">{body.to_owned()}</pre> }.into_any()
    };
    view! {
        <details>
            <summary>{move || (console.words().raw_answer)(status)}</summary>
            {shown}
        </details>
    }
    .into_any()
}

fn is_about_environment(failure: &Failure) -> bool {
    match failure {
        Failure::Unsendable { .. } | Failure::Unreadable { .. } => true,
        Failure::Refused(refusal) => matches!(
            refusal.cause(),
            Cause::TokenMissing
                | Cause::TokenRefused
                | Cause::ApiKeyMissing
                | Cause::ApiKeyUnknown
                | Cause::OrgMissing
                | Cause::OrgRefused
                | Cause::SandboxMissing
                | Cause::SandboxUnknown
                | Cause::InletUnauthorized
        ),
        Failure::Unreachable | Failure::TimedOut { .. } => false,
    }
}
