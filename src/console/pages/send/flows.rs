//! The dataflows that an inlet feeds, to choose from.

use super::composer::Composer;
use crate::api::{Call, ListQuery, limits};
use crate::console::load::{Load, load};
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::view::{View, button, div, fragment, nothing, span};
use crate::model::{BaseConnectionId, Flow, FlowId, Stored};

/// Identifier and name of each.
pub(super) type Fed = Memo<Vec<(FlowId, String)>>;

/// Those of the first page; an inlet has few.
pub(super) fn fed(console: Console, connection: Option<BaseConnectionId>) -> Fed {
    let asked = connection.clone();
    let flows = load(console, move || {
        console.environment.track();
        asked.as_ref().map(|_| {
            Call::list_flows(ListQuery {
                limit: Some(limits::PAGE_SIZE),
                order_by: Some("-createdAt".to_owned()),
                ..ListQuery::default()
            })
        })
    });
    Memo::new(move |_| match (&*flows.state.read(), &connection) {
        (Load::Ready(page), Some(connection)) => {
            let fed = page.items.iter().filter(|flow| is_fed(flow, connection));
            fed.map(|flow| (flow.id.clone(), flow.content.name.clone()))
                .collect()
        }
        _ => Vec::new(),
    })
}

/// Of a single one nobody has to be asked.
pub(super) fn flows_view(console: Console, composer: Composer) -> View {
    let fed = composer.fed;
    Effect::new(move || {
        let present = untrack(|| composer.to.text("flowId"));
        // Records in envelopes name their dataflow themselves.
        if let [(only, _)] = fed.read().as_slice()
            && present.trim().is_empty()
            && !composer.is_xdm()
        {
            composer.to.put_text("flowId", only.as_str());
        }
    });
    let choice = move |(id, name): &(FlowId, String)| {
        let (chosen, put) = (id.clone(), id.clone());
        button()
            .attribute("type", "button")
            .class("category")
            .live_attribute("aria-pressed", move || {
                let is_chosen = composer.to.text("flowId").trim() == chosen.as_str();
                if is_chosen { "true" } else { "false" }
            })
            .on("click", move |_| {
                composer.to.put_text("flowId", put.as_str())
            })
            .text(name)
            .into()
    };
    div()
        .live(move || {
            let fed = fed.read();
            if fed.is_empty() {
                return nothing();
            }
            let label = span()
                .class("quiet")
                .live_text(console.say(|words| words.posting().flows_of_inlet));
            let choices = fed.iter().map(choice);
            fragment([div()
                .class("categories of-inlet")
                .child(label)
                .children(choices)
                .into()])
        })
        .into()
}

fn is_fed(flow: &Stored<FlowId, Flow>, connection: &BaseConnectionId) -> bool {
    let base = "/inheritedAttributes/sourceConnections/0/baseConnection/id";
    flow.raw.pointer(base).and_then(|id| id.as_str()) == Some(connection.as_str())
}
