//! What will be sent, as one types: method, URL, headers and body, with placeholders for secrets.

use leptos::prelude::*;

use super::state::Console;
use super::ui::CopyButton;
use crate::api::{HttpRequest, Operation, PieceKind, encode, lay_out};
use crate::interchange::to_curl;
use crate::secret::Secrets;

/// The panel beside a form.
#[component]
pub(super) fn RequestPanel(
    console: Console,
    operation: Signal<Operation>,
    /// True once it has been sent.
    #[prop(optional, into)]
    is_sent: Signal<bool>,
) -> impl IntoView {
    let title = move || {
        let words = console.words();
        if is_sent.get() {
            words.what_was_sent
        } else {
            words.what_will_be_sent
        }
    };
    let shown = Memo::new(move |_| {
        let environment = console.environment.get();
        operation.with(|operation| Shown {
            request: encode(operation, &environment.session, Secrets::Placeholders),
            placeholders: operation.placeholders(),
        })
    });
    let command =
        Signal::derive(move || shown.with(|shown| to_curl(&shown.request, &shown.placeholders)));
    view! {
        <aside class="card request-panel" aria-labelledby="request-panel-title">
            <header>
                <h2 id="request-panel-title">{title}</h2>
                <CopyButton console text=command label=|words| words.copy_as_curl/>
            </header>
            <div class="body">{move || shown.with(|shown| request_view(&shown.request, &shown.placeholders))}</div>
        </aside>
    }.into_any()
}

#[derive(PartialEq)]
struct Shown {
    request: HttpRequest,
    placeholders: Vec<String>,
}

/// A request, laid out for reading. Also used for those that were made.
pub(super) fn request_view(request: &HttpRequest, placeholders: &[String]) -> AnyView {
    let (host, path) = split_url(&request.url);
    let headers = request.headers.iter().map(|(name, value)| {
        view! { <dt>{name.clone()}</dt><dd>{marked(value, placeholders)}</dd> }.into_any()
    });
    let body = request
        .body
        .as_ref()
        .map(|body| body_view(body, placeholders));
    view! {
        <p class="request-line">
            <span class="verb">{request.method.as_str()}</span>
            <span class="url"><span class="quiet">{host}</span>{path}</span>
        </p>
        <dl class="headers">{headers.collect_view()}</dl>
        {body}
    }
    .into_any()
}

/// JSON text in colours. Of what is no JSON, the words are shown in their order.
pub(super) fn body_view(body: &str, placeholders: &[String]) -> AnyView {
    let pieces = lay_out(body).into_iter().map(|piece| {
        let is_placeholder = piece.kind == PieceKind::Text
            && placeholders
                .iter()
                .any(|name| piece.text.trim_matches('"') == name);
        let class = match piece.kind {
            _ if is_placeholder => "secret",
            PieceKind::Name => "json-name",
            PieceKind::Text => "json-text",
            PieceKind::Literal => "json-literal",
            PieceKind::Layout => return piece.text.into_any(),
        };
        view! { <span class=class>{piece.text}</span> }.into_any()
    });
    view! { <pre class="json" tabindex="0">{pieces.collect_view()}</pre> }.into_any()
}

/// A header's value with its placeholder marked.
fn marked(value: &str, placeholders: &[String]) -> AnyView {
    let found = placeholders
        .iter()
        .find_map(|name| Some((value.strip_suffix(name.as_str())?.to_owned(), name.clone())));
    match found {
        Some((before, name)) => view! { {before}<span class="secret">{name}</span> }.into_any(),
        None => value.to_owned().into_any(),
    }
}

fn split_url(url: &str) -> (String, String) {
    let start = url.find("://").map_or(0, |position| position + 3);
    let end = url
        .get(start..)
        .and_then(|rest| rest.find('/'))
        .map_or(0, |position| start + position);
    let (host, path) = url.split_at_checked(end).unwrap_or(("", url));
    (host.to_owned(), path.to_owned())
}
