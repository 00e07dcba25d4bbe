//! The catalog: every kind of source that the service offers.

use leptos::prelude::*;

use crate::api::{Call, Filter, ListQuery, Page};
use crate::console::browser;
use crate::console::load::{load, show};
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{Empty, PageHead};
use crate::model::ConnectionSpec;
use crate::words::authentication_label;

/// The page.
#[component]
pub(super) fn SourcesPage(console: Console) -> impl IntoView {
    let search = RwSignal::new(String::new());
    // What the service itself is asked for: one name, or everything.
    let asked = RwSignal::new(None::<String>);
    let specs = load(console, move || {
        console.environment.track();
        let filters = asked
            .get()
            .map(|name| Filter::equal("name", &name))
            .into_iter()
            .collect();
        Some(Call::list_connection_specs(ListQuery {
            filters,
            ..ListQuery::default()
        }))
    });
    let title = Signal::derive(move || console.words().sources.to_owned());
    let ask = move |_| {
        let name = search.get_untracked().trim().to_owned();
        asked.set((!name.is_empty()).then_some(name));
    };
    let show_all = move |_| {
        asked.set(None);
        search.set(String::new());
    };
    view! {
        <PageHead console title>
            <p>{console.say(|words| words.sources_intro)}</p>
        </PageHead>
        <div class="tools">
            <input
                type="search"
                name="search"
                aria-label=console.say(|words| words.search_sources)
                placeholder=console.say(|words| words.search_sources_example)
                prop:value=search
                on:input=move |event| search.set(browser::value_of(&event))
            />
            <Show when=move || !search.read().trim().is_empty() && asked.read().is_none()>
                <button type="button" class="plain" on:click=ask>
                    {move || (console.words().ask_service_for)(search.read().trim())}
                </button>
            </Show>
            <Show when=move || asked.read().is_some()>
                <button type="button" class="plain" on:click=show_all>{console.say(|words| words.show_all_sources)}</button>
            </Show>
        </div>
        {show(console, specs, move |page| catalog(console, page, search))}
    }.into_any()
}

fn catalog(console: Console, page: &Page<ConnectionSpec>, search: RwSignal<String>) -> AnyView {
    let mut sources: Vec<ConnectionSpec> = page
        .items
        .iter()
        .filter(|spec| spec.is_source())
        .cloned()
        .collect();
    sources.sort_by_key(|spec| spec.title().to_lowercase());
    let sources = StoredValue::new(sources);
    let found = Memo::new(move |_| {
        let text = search.read().trim().to_lowercase();
        sources.with_value(|sources| {
            sources
                .iter()
                .filter(|spec| matches(spec, &text))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let unreadable = page.unreadable;
    view! {
        <p class="visually-hidden" role="status">{move || (console.words().sources_found)(found.read().len())}</p>
        <ul class="sources">
            <For each=move || found.get() key=|spec| spec.id.clone() children=move |spec| view! { <SourceCard console spec/> }.into_any()/>
        </ul>
        <Show when=move || found.read().is_empty()>
            <Empty title=console.say(|words| words.no_source_found)>
                <p class="quiet">{console.say(|words| words.no_source_found_help)}</p>
            </Empty>
        </Show>
        {(unreadable > 0).then(|| view! { <p class="notice warn">{move || (console.words().unreadable_items)(unreadable)}</p> }.into_any())}
    }
    .into_any()
}

/// By name, category and parameter.
fn matches(spec: &ConnectionSpec, text: &str) -> bool {
    let has = |candidate: &str| candidate.to_lowercase().contains(text);
    has(&spec.title())
        || has(&spec.name)
        || has(&spec.category())
        || has(spec.id.as_str())
        || spec.auth_spec.iter().any(|auth| {
            has(auth.title())
                || auth
                    .spec
                    .get("properties")
                    .and_then(|properties| properties.as_object())
                    .is_some_and(|properties| properties.keys().any(|name| has(name)))
        })
}

#[component]
fn SourceCard(console: Console, spec: ConnectionSpec) -> impl IntoView {
    let ways: Vec<String> = spec
        .auth_spec
        .iter()
        .map(|auth| auth.title().to_owned())
        .collect();
    let category = spec.category();
    let summary = move || {
        let category = (console.words().category)(&category);
        let language = console.language.get();
        let ways: Vec<String> = ways
            .iter()
            .map(|way| authentication_label(way, language))
            .collect();
        let ways = ways.join(", ");
        [category, ways]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    view! {
        <li>
            <a class="source" href=Route::Source(spec.id.clone()).href()>
                <b>
                    {spec.title()}
                    {spec.is_beta().then(|| view! { <span class="badge warn">{console.say(|words| words.beta)}</span> }.into_any())}
                </b>
                <span class="quiet">{summary}</span>
            </a>
        </li>
    }.into_any()
}
