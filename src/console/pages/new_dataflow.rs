//! The walk from a base connection to a dataflow: source connection, target connection, flow.
//!
//! Each step makes one object with one request. What is made stands in the address, so a chain that was left
//! half-way, by a failure or a reload, goes on where it stopped.

mod flow_step;
mod source_step;
mod step_form;
mod target_step;

use crate::api::Call;
use crate::console::load::{load, loaded};
use crate::console::reactive::*;
use crate::console::routes::Route;
use crate::console::state::{Console, LastCreated};
use crate::console::submission::Submission;
use crate::console::ui::page_head;
use crate::console::view::{
    View, a, b, code, dd, dl, dt, fragment, li, live, ol, output, p, section, strong, text,
};
use crate::model::{
    BaseConnection, BaseConnectionId, Created, FlowId, SourceConnectionId, Stored,
    TargetConnectionId,
};
use crate::words::Words;

/// The page.
pub(super) fn new_dataflow_page(
    console: Console,
    source: BaseConnectionId,
    source_connection: Option<SourceConnectionId>,
    target_connection: Option<TargetConnectionId>,
) -> View {
    let id = source.clone();
    let base = load(console, move || {
        console.environment.track();
        Some(Call::retrieve_base_connection(id.clone()))
    });
    let title = Signal::derive(move || console.words().chain().new_dataflow.to_owned());
    let walk = Walk {
        base: source,
        source: source_connection,
        target: target_connection,
        flow: Submission::new(),
    };
    let intro = p().live_text(console.say(|words| words.chain().new_dataflow_intro));
    fragment([
        page_head(console, title, vec![intro.into()]),
        loaded(console, base, move |base| {
            if base.content.inlet().is_none() {
                return p()
                    .class("notice warn")
                    .live_text(console.say(|words| words.chain().streaming_only))
                    .into();
            }
            steps(console, &walk, base)
        }),
    ])
}

/// What is made so far.
#[derive(Clone)]
struct Walk {
    base: BaseConnectionId,
    source: Option<SourceConnectionId>,
    target: Option<TargetConnectionId>,
    /// The last step, which has no step after it and hence no address.
    flow: Submission<Created<FlowId>>,
}

impl Walk {
    /// Under which name the inputs of a step are kept while its page is away.
    fn draft_name(&self, step: &str) -> String {
        format!("dataflow/{}/{step}", self.base)
    }

    /// What was made last; tracked.
    fn latest(&self) -> Option<String> {
        let flow = self.flow.answer.get().map(|created| created.id.to_string());
        flow.or_else(|| self.target.as_ref().map(ToString::to_string))
            .or_else(|| self.source.as_ref().map(ToString::to_string))
    }

    fn route(&self) -> Route {
        Route::NewDataflow {
            source: self.base.clone(),
            source_connection: self.source.clone(),
            target_connection: self.target.clone(),
        }
    }
}

fn steps(console: Console, walk: &Walk, base: &Stored<BaseConnectionId, BaseConnection>) -> View {
    let spec = base.content.connection_spec.clone();
    let step = match (&walk.source, &walk.target) {
        (None, _) => source_step::view(console, walk.clone(), spec),
        (Some(_), None) => target_step::view(console, walk.clone()),
        (Some(source), Some(target)) => {
            let data_type = base
                .content
                .auth
                .as_ref()
                .and_then(|auth| auth.params.text(&["dataType"]));
            let joined = (source.clone(), target.clone());
            flow_step::view(console, walk.clone(), joined, spec.id, data_type)
        }
    };
    let (walk, name) = (walk.clone(), base.content.name.clone());
    let plan = {
        let walk = walk.clone();
        move || call_plan(console, &walk, &name)
    };
    fragment([live(plan), live(move || just_created(console, &walk)), step])
}

/// The four objects of the chain, and how far one has come.
fn call_plan(console: Console, walk: &Walk, base_name: &str) -> View {
    type Step = (
        fn(&'static Words) -> &'static str,
        Option<String>,
        Option<Route>,
    );
    let made: [Step; 4] = [
        (
            |words| words.chain().base_connection,
            Some(format!("{base_name} · {}", walk.base)),
            Some(Route::Connection(walk.base.clone())),
        ),
        (
            |words| words.chain().source_connection,
            walk.source.as_ref().map(ToString::to_string),
            None,
        ),
        (
            |words| words.chain().target_connection,
            walk.target.as_ref().map(ToString::to_string),
            None,
        ),
        (
            |words| words.chain().dataflow,
            walk.flow.answer.get().map(|created| created.id.to_string()),
            None,
        ),
    ];
    let current = made.iter().position(|(_, id, _)| id.is_none());
    let items = made
        .into_iter()
        .enumerate()
        .map(|(position, (name, id, route))| {
            let class = if id.is_some() { "done" } else { "to-do" };
            let what = id.map(|id| match route {
                Some(route) => a().attribute("href", &route.href()).text(&id),
                None => code().text(&id),
            });
            let item = li().class(class);
            let item = if current == Some(position) {
                item.attribute("aria-current", "step")
            } else {
                item
            };
            item.child(b().live_text(console.say(name)))
                .child(what)
                .into()
        });
    ol().class("call-plan")
        .live_attribute("aria-label", console.say(|words| words.chain().call_plan))
        .children(items)
        .into()
}

/// The answer of the step before, which had its own address.
fn just_created(console: Console, walk: &Walk) -> View {
    let latest = walk.latest();
    let created = match walk.flow.answer.get() {
        // The last step says itself what it has made.
        Some(_) => None,
        None => console.last_created.get(),
    };
    created
        .filter(|created| Some(&created.id) == latest.as_ref())
        .map(|created| {
            section()
                .class("notice good result")
                .attribute("role", "status")
                .child(strong().live_text(console.say(|words| words.chain().created_go_on)))
                .child(outputs(&created))
        })
        .into()
}

fn outputs(created: &LastCreated) -> View {
    let etag = created.etag.as_ref().map(|etag| text(etag));
    dl().class("facts")
        .child(dt().child(code().text("id")))
        .child(dd().child(output().attribute("name", "id").text(&created.id)))
        .child(dt().child(code().text("etag")))
        .child(dd().child(output().attribute("name", "etag").child(etag)))
        .into()
}
