//! Where calls go and as whom; and the switches of the demo.

mod demo_section;

use crate::console::reactive::*;
use serde_json::{Value, json};
use web_sys::Event;

use self::demo_section::demo_section;
use crate::api::{Call, ListQuery, Page};
use crate::console::browser;
use crate::console::environment::{
    ADOBE_FLOW_SERVICE, Config, Environment, Kind, Preset, Settings,
};
use crate::console::schema_form::{FormState, Naming, form_view};
use crate::console::state::Console;
use crate::console::submission::{Submission, submit_bar};
use crate::console::ui::page_head;
use crate::console::view::{
    View, code, div, form, fragment, label, live, option, p, section, select, strong,
};
use crate::form::Input;
use crate::model::{BaseConnection, BaseConnectionId, Stored};
use crate::schema::Pointer;
use crate::secret::Secret;

type Connections = Page<Stored<BaseConnectionId, BaseConnection>>;

/// The value of the choice that stands for the demo, and for an environment typed by hand.
const DEMO: &str = "demo";
const OWN: &str = "own";

/// The page.
pub(super) fn environment_page(console: Console) -> View {
    let title = Signal::derive(move || console.words().environment.to_owned());
    let intro = p().live_text(console.say(|words| words.settings().environment_intro));
    fragment([
        page_head(console, title, vec![intro.into()]),
        live(move || {
            console
                .config
                .with(|config| config_notices(console, config))
        }),
        environment_form(console),
        demo_section(console),
    ])
}

/// What is wrong with the portal's file. It never blocks the page.
fn config_notices(console: Console, config: &Config) -> View {
    let broken = config.broken.as_ref().map(|detail| {
        p().class("notice warn")
            .live_text(console.say(|words| words.settings().config_broken))
            .text(" ")
            .child(code().text(detail))
    });
    let ignored = (!config.ignored.is_empty()).then(|| {
        let keys = config.ignored.join(", ");
        p().class("notice warn")
            .live_text(console.say(|words| words.settings().config_ignored))
            .text(" ")
            .child(code().text(&keys))
    });
    fragment([broken.into(), ignored.into()])
}

fn environment_form(console: Console) -> View {
    let current = console.environment.get_untracked();
    let state = FormState::of(console, &schema(), &Pointer::root(), Naming::Parameter);
    put(state, &current);
    let chosen = RwSignal::new(choice_of(console, &current));
    let submission = Submission::<Connections>::new();
    let kept = RwSignal::new(true);

    let choose = move |event: Event| {
        let choice = browser::value_of(&event);
        let environment = environment_of(console, &choice);
        put(state, &environment);
        state.say_nothing();
        chosen.set(choice);
        submission.answer.set(None);
        submission.failure.set(None);
    };
    let problems = Signal::derive(move || state.problem_count());
    let submit = move |event: Event| {
        event.prevent_default();
        submission.answer.set(None);
        if problems.get_untracked() == 0 {
            let environment = read(environment_of(console, &chosen.get_untracked()), state);
            kept.set(keep(&environment));
            console.environment.set(environment);
        }
        let probe = || {
            Call::list_base_connections(ListQuery {
                limit: Some(1),
                ..ListQuery::default()
            })
        };
        submission.submit(console, &[state], probe, |_| {});
    };
    let works = move || {
        section()
            .class("notice good")
            .attribute("role", "status")
            .child(strong().live_text(console.say(|words| words.settings().environment_works)))
            .child(p().live_text(console.say(|words| words.settings().environment_works_help)))
            .into()
    };
    let denied = move || {
        p().class("notice warn")
            .live_text(console.say(|words| words.settings().storage_denied))
            .into()
    };
    form()
        .attribute("novalidate", "")
        .class("narrow")
        .on("submit", submit)
        .child(choice(console, chosen, choose))
        .child(form_view(console, state))
        .child(submit_bar(
            console,
            submission,
            problems,
            |words| words.settings().use_environment,
            Vec::new(),
        ))
        .show(move || submission.answer.read().is_some(), works)
        .show(move || !kept.get(), denied)
        .into()
}

fn choice(console: Console, chosen: RwSignal<String>, choose: impl FnMut(Event) + 'static) -> View {
    let options = move || {
        fragment(choices(console).into_iter().map(|(value, title)| {
            option()
                .attribute("value", &value)
                .live_flag("selected", move || *chosen.read() == value)
                .text(&title)
                .into()
        }))
    };
    let help = move || {
        if chosen.read().as_str() == DEMO {
            console.words().settings().demo_help
        } else {
            console.words().settings().live_help
        }
    };
    div()
        .class("field")
        .child(
            label()
                .class("caption")
                .attribute("for", "field-environment")
                .live_text(console.say(|words| words.environment)),
        )
        .child(
            select()
                .id("field-environment")
                .attribute("name", "environment")
                .on("change", choose)
                .live(options),
        )
        .child(p().class("help").live_text(help))
        .into()
}

/// The key names who calls and proves nothing, hence its format: it is no secret, as its name would have it.
fn schema() -> Value {
    json!({
        "properties": {
            "flowServiceUrl": { "type": "string", "minLength": 1, "examples": [ADOBE_FLOW_SERVICE] },
            "accessToken": { "type": "string", "format": "password", "pattern": "^\\s*(Bearer\\s+)?[\\x21-\\x7e]+\\s*$" },
            "apiKey": { "type": "string", "format": "text", "pattern": "^\\s*[\\x21-\\x7e]+\\s*$" },
            "orgId": { "type": "string", "pattern": "^\\s*[\\x21-\\x7e]+\\s*$", "examples": ["1234567890ABCDEF12345678@AdobeOrg"] },
            "sandbox": { "type": "string", "pattern": "^\\s*[\\x21-\\x7e]+\\s*$", "examples": ["prod"] }
        },
        "required": ["flowServiceUrl", "accessToken", "apiKey", "orgId", "sandbox"],
        "additionalProperties": false
    })
}

fn put(state: FormState, environment: &Environment) {
    let session = &environment.session;
    state.put_text("flowServiceUrl", &session.flow_service_url);
    state.put("accessToken", Input::Secret(session.access_token.clone()));
    state.put_text("apiKey", &session.api_key);
    state.put_text("orgId", &session.org_id);
    state.put_text("sandbox", &session.sandbox);
}

/// What stands in the fields, over an environment's other properties.
fn read(mut environment: Environment, form: FormState) -> Environment {
    let typed = untrack(|| {
        ["flowServiceUrl", "apiKey", "orgId", "sandbox"]
            .map(|name| form.text(name).trim().to_owned())
    });
    let [flow_service_url, api_key, org_id, sandbox] = typed;
    if let Some(Input::Secret(token)) = form.input("accessToken") {
        // People paste what a header or a script has in it.
        let token = token.reveal().trim().trim_start_matches("Bearer ").trim();
        environment.session.access_token = Secret::new(token);
    }
    environment.session.flow_service_url = flow_service_url;
    environment.session.api_key = api_key;
    environment.session.org_id = org_id;
    environment.session.sandbox = sandbox;
    environment
}

/// Keeps everything but the token; false when the browser refuses.
fn keep(environment: &Environment) -> bool {
    let preset = (environment.kind == Kind::Live).then(|| environment.preset());
    Settings::update(|settings| settings.environment = preset)
}

fn choices(console: Console) -> Vec<(String, String)> {
    let words = console.words();
    let presets = console
        .config
        .read()
        .environments
        .iter()
        .map(|preset| (preset.name.clone(), preset.name.clone()))
        .collect::<Vec<_>>();
    std::iter::once((
        DEMO.to_owned(),
        words.settings().demo_environment.to_owned(),
    ))
    .chain(presets)
    .chain([(OWN.to_owned(), words.own_environment.to_owned())])
    .collect()
}

fn choice_of(console: Console, environment: &Environment) -> String {
    match environment.kind {
        Kind::Demo => DEMO.to_owned(),
        Kind::Live if find(console, &environment.name).is_some() => environment.name.clone(),
        Kind::Live => OWN.to_owned(),
    }
}

fn find(console: Console, name: &str) -> Option<Preset> {
    console
        .config
        .read_untracked()
        .environments
        .iter()
        .find(|preset| preset.name == name)
        .cloned()
}

/// The environment behind a choice, as it is in use or as it is pre-set.
fn environment_of(console: Console, choice: &str) -> Environment {
    let current = console.environment.get_untracked();
    if choice == choice_of(console, &current) {
        return current;
    }
    match (choice, find(console, choice)) {
        (DEMO, _) => Environment::demo(),
        (_, Some(preset)) => preset.into_environment(Secret::default()),
        _ => Preset {
            flow_service_url: ADOBE_FLOW_SERVICE.to_owned(),
            ..Preset::default()
        }
        .into_environment(Secret::default()),
    }
}
