//! One record with its request and its answer.

use std::rc::Rc;

use crate::api::{HttpResponse, encode, lay_out};
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::request_panel::body_view;
use crate::console::state::Console;
use crate::console::ui::copy_button;
use crate::console::upload::Job;
use crate::console::view::{
    Element, View, button, code, dd, div, dl, dt, h2, header, nothing, output, p, section, span,
    strong,
};
use crate::ingest::RowView;
use crate::interchange::to_curl;
use crate::model::MessageReceipt;
use crate::secret::Secrets;
use crate::words::{number_text, outcome_label, outcome_reason_text};

/// The dialog's `id`.
pub(super) const DIALOG: &str = "record-dialog";

/// A dialog about the record that was opened last.
pub(super) fn row_dialog(
    console: Console,
    job: &Rc<Job>,
    opened: RwSignal<Option<RowView>>,
) -> View {
    let job = Rc::clone(job);
    Element::new("dialog")
        .id(DIALOG)
        .class("paste")
        .attribute("aria-labelledby", "record-title")
        .on("close", move |_| opened.set(None))
        .live(move || match opened.get() {
            Some(row) => content(console, &job, &row),
            None => nothing(),
        })
        .into()
}

fn content(console: Console, job: &Rc<Job>, row: &RowView) -> View {
    let words = console.words().posting();
    let language = console.language.get();
    let text = RwSignal::new(None::<String>);
    let (reading, index) = (Rc::clone(job), row.index);
    browser::spawn(async move {
        let record = reading.record(index).await;
        let _ = text.try_set(Some(record.unwrap_or_default()));
    });
    let of_job = Rc::clone(job);
    let curl = Signal::derive(move || {
        let operation = of_job.single(&text.get().unwrap_or_default());
        let session = console.environment.get().session;
        let request = encode(&operation, &session, Secrets::Placeholders);
        to_curl(&request, &operation.placeholders())
    });
    let reason = row.reason.and_then(|number| {
        job.look(|upload| {
            let reason = upload.ledger().reason(number)?;
            Some(outcome_reason_text(reason, language))
        })
    });
    let record = move || match text.get() {
        Some(text) => body_view(&text, &[]),
        None => p()
            .class("quiet")
            .live_text(console.say(|words| words.loading))
            .into(),
    };
    let number = number_text(u64::from(row.index) + 1, language);
    let title = h2()
        .id("record-title")
        .text(&format!("{} {number}", words.record));
    let close = button()
        .attribute("type", "button")
        .on("click", |_| browser::close_dialog(DIALOG))
        .text(words.close);
    let outcome = p()
        .child(strong().text(outcome_label(row.outcome, language)))
        .text(" ")
        .text(reason.as_deref().unwrap_or(""));
    let answer = answer(console, job, row);
    div()
        .child(
            header().child(
                div()
                    .class("actions")
                    .child(title)
                    .child(span().class("spacer"))
                    .child(close),
            ),
        )
        .child(
            div()
                .class("paste-body stack")
                .child(outcome)
                .child(h3_text(words.record))
                .child(div().live(record))
                .child(
                    div()
                        .class("actions")
                        .child(copy_button(console, curl, |words| {
                            words.posting().copy_record
                        })),
                )
                .child(answer),
        )
        .into()
}

fn h3_text(text: &str) -> Element {
    crate::console::view::h3().text(text)
}

/// The answer to the request that the record was in, as long as it is remembered.
fn answer(console: Console, job: &Rc<Job>, row: &RowView) -> View {
    let words = console.words_untracked().posting();
    let shown = job.exchange(row.index, |exchange| match &exchange.answer {
        Ok(HttpResponse { status, body, .. }) => {
            let head = p()
                .class("request-line")
                .child(code().text(&format!("HTTP {status}")));
            // Of an answer to many, what it says of this one.
            let place = exchange.place_of(row.index);
            let part = place.and_then(|place| part_of(body, place));
            div()
                .child(head)
                .child(body_view(part.as_deref().unwrap_or(body), &[]))
        }
        Err(_) => div().child(p().text(words.no_answer)),
    });
    let content =
        shown.unwrap_or_else(|| div().child(p().class("quiet").text(words.answer_not_kept)));
    div().child(h3_text(words.answer)).child(content).into()
}

/// The element of a batch's answer at a place.
fn part_of(body: &str, place: usize) -> Option<String> {
    let body: serde_json::Value = serde_json::from_str(body).ok()?;
    let part = body.get("responses")?.get(place)?;
    Some(
        lay_out(&part.to_string())
            .into_iter()
            .map(|piece| piece.text)
            .collect(),
    )
}

/// The inlet's receipt for a single record, and what it does not mean.
pub(super) fn received(console: Console, receipt: &MessageReceipt) -> View {
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
    section()
        .class("notice good result")
        .attribute("role", "status")
        .child(strong().live_text(console.say(|words| words.posting().record_received)))
        .child(facts)
        .child(p().live_text(console.say(|words| words.posting().received_is_not_stored)))
        .into()
}
