//! What will be sent, as one types: method, URL, headers and body, with placeholders for secrets.

use std::rc::Rc;

use serde_json::Value;

use super::state::Console;
use super::ui::copy_menu;
use super::view::{View, aside, dd, div, dl, dt, fragment, h2, header, p, pre, span, text};
use crate::api::{HttpRequest, Operation, PieceKind, encode, lay_out};
use crate::console::reactive::*;
use crate::interchange::{Format, to_curl, write_request};
use crate::secret::Secrets;

/// The panel beside a form; `is_sent` is true once it has been sent.
pub(super) fn request_panel(
    console: Console,
    operation: Signal<Operation>,
    is_sent: Signal<bool>,
) -> View {
    request_panel_with_note(console, operation, is_sent, Signal::stored(None))
}

/// The same with a remark on what it does not show.
pub(super) fn request_panel_with_note(
    console: Console,
    operation: Signal<Operation>,
    is_sent: Signal<bool>,
    note: Signal<Option<String>>,
) -> View {
    let title = move || {
        let words = console.words();
        if is_sent.get() {
            words.request_log().what_was_sent
        } else {
            words.request_log().what_will_be_sent
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
    let write = move |format: Format, is_revealed: bool| {
        if !is_revealed {
            return shown.with_untracked(|shown| {
                write_request(&shown.request, &shown.placeholders, format)
            });
        }
        // Only for the clipboard, and only now.
        let session = console.environment.get_untracked().session;
        let operation = operation.get_untracked();
        write_request(
            &encode(&operation, &session, Secrets::Revealed),
            &[],
            format,
        )
    };
    let write: Rc<dyn Fn(Format, bool) -> String> = Rc::new(write);
    let head = header()
        .child(h2().id("request-panel-title").live_text(title))
        .child(copy_menu(console, &write, command, true));
    let body = div()
        .class("body")
        .live(move || shown.with(|shown| request_view(&shown.request, &shown.placeholders)));
    aside()
        .class("card request-panel")
        .attribute("aria-labelledby", "request-panel-title")
        .child(head)
        .live(move || {
            note.get()
                .map(|note| p().class("notice quiet").text(&note))
                .into()
        })
        .child(body)
        .into()
}

#[derive(PartialEq)]
struct Shown {
    request: HttpRequest,
    placeholders: Vec<String>,
}

/// A request, laid out for reading. Also used for those that were made.
pub(super) fn request_view(request: &HttpRequest, placeholders: &[String]) -> View {
    let (host, path) = split_url(&request.url);
    let mut headers = dl().class("headers");
    for (name, value) in &request.headers {
        headers = headers
            .child(dt().text(name))
            .child(dd().child(marked(value, placeholders)));
    }
    let url = span()
        .class("url")
        .child(span().class("quiet").text(&host))
        .text(&path);
    fragment([
        p().class("request-line")
            .child(span().class("verb").text(request.method.as_str()))
            .child(url)
            .into(),
        headers.into(),
        request
            .body
            .as_ref()
            .map(|body| body_view(body, placeholders))
            .into(),
    ])
}

/// What the service said of an object, beside the page about it.
pub(super) fn answer_panel(console: Console, answer: &Value) -> View {
    let title = h2()
        .id("answer-title")
        .live_text(console.say(|words| words.request_log().answer_of_service));
    aside()
        .class("card")
        .attribute("aria-labelledby", "answer-title")
        .child(header().child(title))
        .child(
            div()
                .class("body")
                .child(body_view(&answer.to_string(), &[])),
        )
        .into()
}

/// JSON text in colours. Of what is no JSON, the words are shown in their order.
pub(super) fn body_view(body: &str, placeholders: &[String]) -> View {
    let mut shown = pre().class("json").attribute("tabindex", "0");
    for piece in lay_out(body) {
        let is_placeholder = piece.kind == PieceKind::Text
            && placeholders
                .iter()
                .any(|name| piece.text.trim_matches('"') == name);
        let class = match piece.kind {
            _ if is_placeholder => "secret",
            PieceKind::Name => "json-name",
            PieceKind::Text => "json-text",
            PieceKind::Literal => "json-literal",
            PieceKind::Layout => {
                shown = shown.text(&piece.text);
                continue;
            }
        };
        shown = shown.child(span().class(class).text(&piece.text));
    }
    shown.into()
}

/// A header's value with its placeholder marked.
fn marked(value: &str, placeholders: &[String]) -> View {
    let found = placeholders
        .iter()
        .find_map(|name| Some((value.strip_suffix(name.as_str())?, name)));
    match found {
        Some((before, name)) => fragment([text(before), span().class("secret").text(name).into()]),
        None => text(value),
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
