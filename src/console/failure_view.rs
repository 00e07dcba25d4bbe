//! A failure in words: what happened, what it means, what to do, and the raw answer one click away.

use super::request_panel::body_view;
use super::routes::Route;
use super::state::Console;
use super::view::{View, a, button, code, details, div, p, pre, strong, summary};
use crate::api::{Cause, Failure};
use crate::console::reactive::*;
use crate::words::failure_text;

/// An alert. `retry`, where given, offers to ask again.
pub(super) fn failure_view(
    console: Console,
    failure: Failure,
    retry: Option<Callback<()>>,
) -> View {
    let body = match &failure {
        Failure::Refused(refusal) => Some((refusal.status, refusal.body.clone())),
        Failure::Unreadable { status, body, .. } => Some((*status, body.clone())),
        Failure::Unreachable
        | Failure::TimedOut { .. }
        | Failure::Unsendable { .. }
        | Failure::PartMissing => None,
    };
    let request_id = match &failure {
        Failure::Refused(refusal) => refusal.request_id.clone(),
        _ => None,
    };
    let environment = is_about_environment(&failure).then(|| {
        a().attribute("href", &Route::Environment.href())
            .live_text(console.say(|words| words.open_environment))
    });
    let said = Memo::new(move |_| {
        let text = failure_text(&failure, console.language.get());
        [text.title, text.meaning, text.advice]
    });
    let part = move |position: usize| move || said.with(|said| said.get(position).cloned());
    let request_id = request_id.map(|id| {
        p().class("quiet")
            .live_text(console.say(|words| words.request_id))
            .text(" ")
            .child(code().text(&id))
    });
    let retry = retry.map(|retry| {
        button()
            .attribute("type", "button")
            .on("click", move |_| retry.run(()))
            .live_text(console.say(|words| words.try_again))
    });
    div()
        .class("notice bad")
        .attribute("role", "alert")
        .child(strong().live_text(part(0)))
        .child(p().live_text(part(1)))
        .child(p().live_text(part(2)).text(" ").child(environment))
        .child(request_id)
        .child(
            body.filter(|(_, body)| !body.is_empty())
                .map(|(status, body)| raw_answer(console, status, &body)),
        )
        .child(retry)
        .into()
}

fn raw_answer(console: Console, status: u16, body: &str) -> View {
    let is_json = body.trim_start().starts_with(['{', '[']);
    let shown = if is_json {
        body_view(body, &[])
    } else {
        pre()
            .class("json")
            .attribute("tabindex", "0")
            .text(body)
            .into()
    };
    details()
        .child(summary().live_text(move || (console.words().raw_answer)(status)))
        .child(shown)
        .into()
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
        Failure::Unreachable | Failure::TimedOut { .. } | Failure::PartMissing => false,
    }
}
