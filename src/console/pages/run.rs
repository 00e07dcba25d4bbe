//! The runs of a dataflow, and one of them.

use super::list::{Heading, ListKind, list_where, table_of};
use crate::api::{Call, Filter};
use crate::console::browser;
use crate::console::load::{load, loaded};
use crate::console::reactive::*;
use crate::console::request_panel::answer_panel;
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{empty, page_head};
use crate::console::view::{
    Element, View, a, code, dd, div, dl, dt, fragment, h2, header, output, p, section, span, td, tr,
};
use crate::model::{FlowId, FlowRun, RunError, RunId, RunStatus, Stored};
use crate::words::{RunWords, duration_text, number_text};

static RUNS: ListKind<Stored<RunId, FlowRun>> = ListKind {
    call: Call::list_runs,
    keep: |_| true,
    frame,
    row,
    empty: no_run,
};

/// The runs of a dataflow, below what else there is to say of it.
pub(super) fn runs_of(console: Console, flow: &FlowId) -> View {
    let filter = Filter::equal("flowId", flow.as_str());
    let title = h2()
        .id("runs-title")
        .live_text(console.say(|words| words.runs().runs));
    section()
        .class("runs")
        .attribute("aria-labelledby", "runs-title")
        .child(title)
        .child(list_where(console, &RUNS, vec![filter]))
        .into()
}

fn frame(console: Console, rows: View) -> View {
    let headings = [
        Heading::Words(|words| words.runs().started),
        Heading::Words(|words| words.state),
        Heading::Words(|words| words.runs().read),
        Heading::Words(|words| words.runs().written),
        Heading::Words(|words| words.runs().records_failed),
        Heading::Words(|words| words.runs().duration),
    ];
    table_of(console, &headings, rows)
}

fn row(console: Console, run: &Stored<RunId, FlowRun>) -> View {
    let content = &run.content;
    let started = content.started_at.or(run.created_at);
    let id = run.id.clone();
    let link = a()
        .attribute("href", &Route::Run(run.id.clone()).href())
        // Without a time the row would have no words to click on.
        .live_text(move || match started {
            Some(started) => browser::format_time(started, console.language.get()),
            None => id.to_string(),
        });
    let records = content.records;
    tr().child(td().child(link))
        .child(td().child(run_badge(console, content)))
        .child(number(console, td(), records.input))
        .child(number(console, td(), records.output))
        .child(number(console, td(), records.failed))
        .child(td().text(&content.duration().map(duration_text).unwrap_or_default()))
        .into()
}

fn no_run(console: Console) -> View {
    let help = p()
        .class("quiet")
        .live_text(console.say(|words| words.runs().none_yet_help));
    empty(
        console.say(|words| words.runs().none_yet),
        vec![help.into()],
    )
}

/// A number in the reader's language; nothing where the service does not say.
fn number(console: Console, cell: Element, number: Option<u64>) -> Element {
    cell.live_text(move || number.map(|it| number_text(it, console.language.get())))
}

/// The state of a run. One that succeeded and lost records is no green one.
fn run_badge(console: Console, run: &FlowRun) -> View {
    let is_partial = run.has_failed_records();
    let class = match run.status {
        RunStatus::Success if is_partial => "badge warn",
        RunStatus::Success => "badge good",
        RunStatus::Failed => "badge bad",
        _ => "badge",
    };
    let status = run.status.clone();
    let word = move || {
        let words = console.words().runs();
        match &status {
            RunStatus::Scheduled => words.scheduled.to_owned(),
            RunStatus::InProgress => words.in_progress.to_owned(),
            RunStatus::Success if is_partial => words.success_in_part.to_owned(),
            RunStatus::Success => words.success.to_owned(),
            RunStatus::Failed => words.failed.to_owned(),
            RunStatus::Other(word) => word.clone(),
            RunStatus::Unknown => words.state_unknown.to_owned(),
        }
    };
    span().class(class).live_text(word).into()
}

/// The page of one run.
pub(super) fn run_page(console: Console, id: RunId) -> View {
    let run = load(console, move || {
        console.environment.track();
        Some(Call::retrieve_run(id.clone()))
    });
    let title = Signal::derive(move || console.words().runs().run.to_owned());
    fragment([
        page_head(console, title, Vec::new()),
        loaded(console, run, move |run| details(console, run)),
    ])
}

fn details(console: Console, run: &Stored<RunId, FlowRun>) -> View {
    let main = div()
        .child(facts(console, run))
        .child(errors(console, &run.content));
    div()
        .class("beside")
        .child(main)
        .child(answer_panel(console, &run.raw))
        .into()
}

fn facts(console: Console, run: &Stored<RunId, FlowRun>) -> View {
    let content = &run.content;
    let say = |pick: fn(&'static RunWords) -> &'static str| {
        dt().live_text(move || pick(console.words().runs()))
    };
    let time = |moment: Option<u64>| {
        dd().live_text(move || {
            moment.map(|moment| browser::format_time(moment, console.language.get()))
        })
    };
    let flow = a()
        .attribute("href", &Route::Dataflow(content.flow_id.clone()).href())
        .child(code().text(&content.flow_id.to_string()));
    let batches = content.batch_ids.iter();
    let records = content.records;
    let head = header()
        .child(h2().live_text(console.say(|words| words.chain().details)))
        .child(run_badge(console, content));
    let facts = dl()
        .class("facts body")
        .child(dt().child(code().text("id")))
        .child(dd().child(output().attribute("name", "id").text(&run.id.to_string())))
        .child(dt().live_text(console.say(|words| words.chain().dataflow)))
        .child(dd().child(flow))
        .child(say(|words| words.started))
        .child(time(content.started_at))
        .child(say(|words| words.completed))
        .child(time(content.completed_at))
        .child(say(|words| words.duration))
        .child(dd().text(&content.duration().map(duration_text).unwrap_or_default()))
        .child(say(|words| words.records_in))
        .child(number(console, dd(), records.input))
        .child(say(|words| words.records_out))
        .child(number(console, dd(), records.output))
        .child(say(|words| words.records_failed))
        .child(number(console, dd(), records.failed))
        .child(say(|words| words.bytes_in))
        .child(number(console, dd(), content.input_bytes))
        .child(say(|words| words.bytes_out))
        .child(number(console, dd(), content.output_bytes))
        .child(say(|words| words.batches))
        .child(dd().children(batches.map(|id| code().text(id).into())));
    section().class("card").child(head).child(facts).into()
}

/// What the run and its steps complain of.
fn errors(console: Console, run: &FlowRun) -> View {
    if run.errors.is_empty() {
        return fragment([]);
    }
    let rows = fragment(run.errors.iter().map(|error| error_row(console, error)));
    let headings = [
        Heading::Words(|words| words.runs().code),
        Heading::Words(|words| words.runs().reason),
        Heading::Words(|words| words.runs().records),
    ];
    let help = run.has_failed_records().then(|| {
        p().class("quiet")
            .live_text(console.say(|words| words.runs().failed_help))
    });
    section()
        .class("runs")
        .child(h2().live_text(console.say(|words| words.runs().errors)))
        .child(help)
        .child(table_of(console, &headings, rows))
        .into()
}

fn error_row(console: Console, error: &RunError) -> View {
    tr().child(td().child(code().text(&error.code)))
        .child(td().text(&error.message))
        .child(number(console, td(), error.record_count))
        .into()
}
