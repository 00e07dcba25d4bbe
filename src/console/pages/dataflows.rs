//! The dataflows of the sandbox.

use super::list::{Heading, ListKind, list, table_of};
use crate::api::Call;
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{empty, page_head, state_badge};
use crate::console::view::{View, a, code, fragment, p, td, tr};
use crate::model::{Flow, FlowId, Stored};

static DATAFLOWS: ListKind<Stored<FlowId, Flow>> = ListKind {
    call: Call::list_flows,
    keep: |_| true,
    frame,
    row,
    empty: no_dataflow,
};

/// The page.
pub(super) fn dataflows_page(console: Console) -> View {
    let title = Signal::derive(move || console.words().dataflows.to_owned());
    let intro = p().live_text(console.say(|words| words.chain().dataflows_intro));
    fragment([
        page_head(console, title, vec![intro.into()]),
        list(console, &DATAFLOWS),
    ])
}

fn frame(console: Console, rows: View) -> View {
    let headings = [
        Heading::Words(|words| words.name),
        Heading::Name("id"),
        Heading::Words(|words| words.chain().flow_specification),
        Heading::Words(|words| words.state),
        Heading::Words(|words| words.chain().last_change),
    ];
    table_of(console, &headings, rows)
}

fn row(console: Console, flow: &Stored<FlowId, Flow>) -> View {
    let changed = flow.updated_at.or(flow.created_at);
    let name = a()
        .attribute("href", &Route::Dataflow(flow.id.clone()).href())
        .text(&flow.content.name);
    tr().child(td().child(name))
        .child(td().child(code().text(&flow.id.to_string())))
        .child(td().child(code().text(&flow.content.flow_spec.id.to_string())))
        .child(td().child(state_badge(console, flow.state.clone())))
        .child(td().live_text(move || {
            changed.map(|changed| browser::format_time(changed, console.language.get()))
        }))
        .into()
}

fn no_dataflow(console: Console) -> View {
    let help = p()
        .class("quiet")
        .live_text(console.say(|words| words.chain().no_dataflow_help));
    let open = a()
        .class("button")
        .attribute("href", &Route::Inlets.href())
        .live_text(console.say(|words| words.chain().open_inlets));
    empty(
        console.say(|words| words.chain().no_dataflow_yet),
        vec![help.into(), open.into()],
    )
}
