//! The catalog: every kind of source that the service offers.

use crate::api::{Call, Filter, ListQuery, Page};
use crate::console::browser;
use crate::console::load::{load, loaded};
use crate::console::paste::paste_button;
use crate::console::reactive::*;
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{empty, page_head};
use crate::console::view::{
    Element, View, a, b, button, div, fragment, input, keyed, li, p, show, span, ul,
};
use crate::model::ConnectionSpec;
use crate::schema::ordered;
use crate::words::{authentication_label, small_letters};

/// The page.
pub(super) fn sources_page(console: Console) -> View {
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
    let ask = move || {
        let name = search.get_untracked().trim().to_owned();
        asked.set((!name.is_empty()).then_some(name));
    };
    let show_all = move || {
        asked.set(None);
        search.set(String::new());
    };
    let field = input()
        .attribute("type", "search")
        .attribute("name", "search")
        .live_attribute("aria-label", console.say(|words| words.search_sources))
        .live_attribute(
            "placeholder",
            console.say(|words| words.search_sources_example),
        )
        .live_value(move || search.get())
        .on("input", move |event| search.set(browser::value_of(&event)));
    let ask = move || {
        plain_button(move |_| ask())
            .live_text(move || (console.words().ask_service_for)(search.read().trim()))
            .into()
    };
    let show_all = move || {
        plain_button(move |_| show_all())
            .live_text(console.say(|words| words.show_all_sources))
            .into()
    };
    let may_ask = move || !search.read().trim().is_empty() && asked.read().is_none();
    let tools = div()
        .class("tools")
        .child(field)
        .show(may_ask, ask)
        .show(move || asked.read().is_some(), show_all);
    let intro = p().live_text(console.say(|words| words.sources_intro));
    fragment([
        page_head(console, title, vec![intro.into(), paste_button(console)]),
        tools.into(),
        loaded(console, specs, move |page| catalog(console, page, search)),
    ])
}

fn plain_button(act: impl Fn(web_sys::Event) + 'static) -> Element {
    button()
        .attribute("type", "button")
        .class("plain")
        .on("click", act)
}

fn catalog(console: Console, page: &Page<ConnectionSpec>, search: RwSignal<String>) -> View {
    let sources: Vec<ConnectionSpec> = page
        .items
        .iter()
        .filter(|spec| spec.is_source())
        .cloned()
        .collect();
    let titles: Vec<String> = sources
        .iter()
        .map(|spec| small_letters(&spec.title()))
        .collect();
    let by_title = ordered(titles.len(), &|left, right| {
        titles.get(left).cmp(&titles.get(right))
    });
    let sources: Vec<ConnectionSpec> = by_title
        .into_iter()
        .filter_map(|position| sources.get(position).cloned())
        .collect();
    let sources = StoredValue::new(sources);
    let found = Memo::new(move |_| {
        let text = small_letters(search.read().trim());
        sources.with_value(|sources| {
            sources
                .iter()
                .filter(|spec| matches(spec, &text))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let keys = move || {
        found.with(|found| {
            found
                .iter()
                .map(|spec| spec.id.to_string())
                .collect::<Vec<_>>()
        })
    };
    let card = move |_: &str, position: usize| {
        found.with_untracked(|found| {
            found
                .get(position)
                .map(|spec| source_card(console, spec))
                .into()
        })
    };
    let none = move || {
        let help = p()
            .class("quiet")
            .live_text(console.say(|words| words.no_source_found_help));
        empty(
            console.say(|words| words.no_source_found),
            vec![help.into()],
        )
    };
    let count = move || (console.words().sources_found)(found.with(Vec::len));
    let unreadable = page.unreadable;
    let notice = (unreadable > 0).then(|| {
        p().class("notice warn")
            .live_text(move || (console.words().unreadable_items)(unreadable))
    });
    fragment([
        p().class("visually-hidden")
            .attribute("role", "status")
            .live_text(count)
            .into(),
        ul().class("sources").child(keyed(keys, card)).into(),
        show(move || found.with(Vec::is_empty), none),
        notice.into(),
    ])
}

/// By name, category and parameter.
fn matches(spec: &ConnectionSpec, text: &str) -> bool {
    let has = |candidate: &str| small_letters(candidate).contains(text);
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

fn source_card(console: Console, spec: &ConnectionSpec) -> View {
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
    let beta = spec.is_beta().then(|| {
        span()
            .class("badge warn")
            .live_text(console.say(|words| words.beta))
    });
    let link = a()
        .class("source")
        .attribute("href", &Route::source(spec.id.clone()).href())
        .child(b().text(&spec.title()).child(beta))
        .child(span().class("quiet").live_text(summary));
    li().child(link).into()
}
