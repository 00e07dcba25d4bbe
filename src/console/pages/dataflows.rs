//! The dataflows of the sandbox.

use leptos::prelude::*;

use crate::api::{Call, ListQuery, Page, limits};
use crate::console::browser;
use crate::console::load::{load, show};
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{Empty, PageHead, StateBadge};
use crate::model::{Flow, FlowId, Stored};

/// The page.
#[component]
pub(super) fn DataflowsPage(console: Console) -> impl IntoView {
    let title = Signal::derive(move || console.words().dataflows.to_owned());
    let continuation = RwSignal::new(None::<String>);
    let page = load(console, move || {
        console.environment.track();
        Some(Call::list_flows(ListQuery {
            limit: Some(limits::PAGE_SIZE),
            order_by: Some("-updatedAt".to_owned()),
            continuation: continuation.get(),
            ..ListQuery::default()
        }))
    });
    view! {
        <PageHead console title>
            <p>{console.say(|words| words.dataflows_intro)}</p>
        </PageHead>
        {show(console, page, move |page: &Page<Stored<FlowId, Flow>>| {
            if page.items.is_empty() {
                return view! {
                    <Empty title=console.say(|words| words.no_dataflow_yet)>
                        <p class="quiet">{console.say(|words| words.no_dataflow_help)}</p>
                        <a class="button" href=Route::Inlets.href()>{console.say(|words| words.open_inlets)}</a>
                    </Empty>
                }
                .into_any();
            }
            let next = page.next.clone().map(|token| {
                view! {
                    <button type="button" on:click=move |_| continuation.set(Some(token.clone()))>
                        {console.say(|words| words.next_page)}
                    </button>
                }.into_any()
            });
            view! { {table(console, &page.items)} {next} }.into_any()
        })}
    }.into_any()
}

fn table(console: Console, flows: &[Stored<FlowId, Flow>]) -> impl IntoView + use<> {
    let rows: Vec<_> = flows
        .iter()
        .map(|flow| {
            let changed = flow.updated_at.or(flow.created_at);
            view! {
                <tr>
                    <td><a href=Route::Dataflow(flow.id.clone()).href()>{flow.content.name.clone()}</a></td>
                    <td><code>{flow.id.to_string()}</code></td>
                    <td><code>{flow.content.flow_spec.id.to_string()}</code></td>
                    <td><StateBadge console state=flow.state.clone()/></td>
                    <td>{move || changed.map(|changed| browser::format_time(changed, console.language.get()))}</td>
                </tr>
            }.into_any()
        })
        .collect();
    view! {
        <div class="card scroll" tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{console.say(|words| words.name)}</th>
                        <th scope="col">"id"</th>
                        <th scope="col">{console.say(|words| words.flow_specification)}</th>
                        <th scope="col">{console.say(|words| words.state)}</th>
                        <th scope="col">{console.say(|words| words.last_change)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
