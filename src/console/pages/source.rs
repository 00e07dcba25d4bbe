//! One source: its ways to sign in, the form that each of them describes, and the connection made of it.

mod about;
mod body;
mod connector;

use std::sync::Arc;

use crate::console::reactive::*;

use self::about::{about, no_sign_in};
use self::connector::{Connector, draft_name};
use crate::api::{Call, Operation};
use crate::catalog::documented;
use crate::console::arrival::{Arrival, Content, Origin, arrival_notice, arrival_place};
use crate::console::load::{Load, load, loaded};
use crate::console::paste::paste_button;
use crate::console::request_panel::request_panel;
use crate::console::routes::Route;
use crate::console::schema_form::{FormState, form_view, two_views};
use crate::console::state::Console;
use crate::console::submission::{Submission, submit_bar};
use crate::console::ui::{copy_button, page_head};
use crate::console::view::{
    self, Element, View, a, button, code, dd, details, div, dl, dt, fieldset, fragment, input,
    label, legend, li, live, output, p, section, show, strong, summary, ul,
};
use crate::model::{BaseConnectionId, ConnectionSpec, ConnectionSpecId, Created};
use crate::secret::Document;
use crate::words::way_labels;

/// The page.
pub(super) fn source_page(
    console: Console,
    id: ConnectionSpecId,
    values: Vec<(String, String)>,
) -> View {
    let shown_id = id.clone();
    // The form may be drawn anew, for another environment; what is said about it stays.
    let arrived = RwSignal::new(None);
    if !values.is_empty() {
        let arrival = Arrival::new(Origin::Link, Content::Texts(values));
        console.arrivals.send(&arrival_place(&id), arrival);
    }
    let spec = load(console, move || {
        console.environment.track();
        Some(Call::retrieve_connection_spec(id.clone()))
    });
    let title = Signal::derive(move || match &*spec.state.read() {
        Load::Ready(spec) => spec.title(),
        _ => console.words().source.to_owned(),
    });
    let summary = move || match &*spec.state.read() {
        Load::Ready(spec) => (console.words().category)(&spec.category()),
        _ => String::new(),
    };
    let summary = p()
        .live_text(summary)
        .text(" · ")
        .live_text(console.say(|words| words.form().connection_specification))
        .text(" ")
        .child(code().text(shown_id.as_str()));
    fragment([
        page_head(console, title, vec![summary.into(), paste_button(console)]),
        arrival_notice(console, arrived),
        loaded(console, spec, move |spec| {
            fragment([
                about(console, spec),
                connector_form(console, Arc::new(spec.clone()), arrived),
            ])
        }),
    ])
}

fn connector_form(
    console: Console,
    spec: Arc<ConnectionSpec>,
    arrived: RwSignal<Option<Arrival>>,
) -> View {
    let arrival = console.arrivals.take(&arrival_place(&spec.id));
    let connector = Connector::new(console, spec);
    if let Some(arrival) = arrival {
        arrived.set(Some(untrack(|| connector.receive(console, arrival))));
    }
    let submission = Submission::<Created<BaseConnectionId>>::new();
    let request = connector.clone();
    let operation = Signal::derive(move || Operation::CreateBaseConnection(request.connection()));
    let counted = connector.clone();
    let problems = Signal::derive(move || {
        let forms = counted.forms();
        forms.iter().map(|form| form.problem_count()).sum::<usize>()
    });
    let submitted = connector.clone();
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        let (forms, connection) = untrack(|| (submitted.forms(), submitted.connection()));
        let draft = draft_name(&submitted.spec);
        submission.submit(
            console,
            &forms,
            || Call::create_base_connection(connection),
            move |_| {
                console.drafts.forget(&draft);
                arrived.set(None);
            },
        );
    };
    let provides_inlet = connector.spec.provides_inlet();
    let is_made = move || submission.answer.with(Option::is_some);
    let authentication = if connector.variants.is_empty() {
        no_sign_in(console, &connector.spec).into()
    } else {
        authentication(console, &connector)
    };
    let fields = fragment([
        section()
            .child(form_view(console, connector.envelope))
            .into(),
        authentication,
        others(console, connector.others),
        more_options(console, &connector).into(),
    ]);
    let (views, switch) = two_views(console, connector.json_side(console), fields);
    let linked = connector.clone();
    let link = Signal::derive(move || linked.link());
    let link = copy_button(console, link, |words| words.exchange().copy_link);
    let form = view::form()
        .attribute("novalidate", "")
        .live_flag("hidden", is_made)
        .on("submit", submit)
        .child(views)
        .child(submit_bar(
            console,
            submission,
            problems,
            |words| words.form().create_connection,
            vec![switch, link],
        ));
    let result = live(move || {
        let created = submission.answer.get();
        created
            .map(|created| made(console, created, provides_inlet, submission))
            .into()
    });
    div()
        .class("beside")
        .child(div().child(result).child(form))
        .child(request_panel(console, operation, Signal::derive(is_made)))
        .into()
}

/// What came in for `auth` and no document knows.
fn others(console: Console, form: FormState) -> View {
    let has_any = move || form.document() != Document::default();
    show(has_any, move || form_view(console, form))
}

fn more_options(console: Console, connector: &Connector) -> Option<Element> {
    let form = connector.provider?;
    let more = details()
        .class("more")
        .child(summary().live_text(console.say(|words| words.form().more_options)))
        .child(form_view(console, form));
    Some(more)
}

/// The choice of authentication and its fields. Fields of the others keep what was typed.
fn authentication(console: Console, connector: &Connector) -> View {
    let chosen = connector.chosen;
    let spec = connector.spec.clone();
    let labels =
        Memo::new(move |_| way_labels(documented(&spec), &spec.auth_spec, console.language.get()));
    let options = connector
        .variants
        .iter()
        .enumerate()
        .map(|(position, variant)| {
            let called = move || labels.with(|labels| labels.get(position).cloned());
            let choosing = connector.clone();
            let radio = input()
                .attribute("type", "radio")
                .attribute("name", "/auth/specName")
                .attribute("value", &variant.auth.name)
                .live_flag("checked", move || chosen.get() == position)
                .on("change", move |_| choosing.choose(console, position));
            label().child(radio).live_text(called).into()
        });
    let choice = fieldset()
        .class("choice")
        .child(
            legend()
                .live_text(console.say(|words| words.sign_in_with))
                .text(" ")
                .child(code().text("auth.specName")),
        )
        .child(div().class("segment").children(options));
    let fields = connector.clone();
    let fields = section().live(move || {
        fields
            .variant()
            .map(|variant| form_view(console, variant.form))
            .into()
    });
    fragment([choice.into(), fields.into()])
}

/// The new connection, and what can be done with it.
fn made(
    console: Console,
    created: Created<BaseConnectionId>,
    provides_inlet: bool,
    submission: Submission<Created<BaseConnectionId>>,
) -> View {
    let id = created.id.clone();
    let connection = Route::Connection(id.clone()).href();
    let dataflow = Route::NewDataflow {
        source: id.clone(),
        source_connection: None,
        target_connection: None,
    }
    .href();
    let etag = created.etag.map(|etag| etag.0).unwrap_or_default();
    let facts = dl()
        .class("facts")
        .child(dt().child(code().text("id")))
        .child(dd().child(output().attribute("name", "id").text(id.as_str())))
        .child(dt().child(code().text("etag")))
        .child(dd().child(output().attribute("name", "etag").text(&etag)));
    let see = if provides_inlet {
        console.say(|words| words.form().see_inlet_url)
    } else {
        console.say(|words| words.form().see_connection)
    };
    let to_dataflow = provides_inlet.then(|| {
        li().child(
            a().attribute("href", &dataflow)
                .live_text(console.say(|words| words.form().create_dataflow_from_it)),
        )
    });
    let another = button()
        .attribute("type", "button")
        .class("plain")
        .on("click", move |_| submission.answer.set(None))
        .live_text(console.say(|words| words.form().create_another));
    let next = ul()
        .class("next")
        .child(li().child(a().attribute("href", &connection).live_text(see)))
        .child(to_dataflow)
        .child(li().child(another));
    section()
        .class("notice good result")
        .attribute("role", "status")
        .child(strong().live_text(console.say(|words| words.form().connection_created)))
        .child(facts)
        .child(p().live_text(console.say(|words| words.form().next_steps)))
        .child(next)
        .into()
}
