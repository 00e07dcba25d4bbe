//! What stands around every screen: the bar, the navigation, and the screen itself.

use leptos::prelude::*;

use super::app::is_demo;
use super::browser;
use super::environment::{Settings, token_life};
use super::pages::page;
use super::routes::{Route, Section};
use super::state::{Console, Theme};

/// How often the token's remaining time is worked out again, in milliseconds.
const MINUTE_MS: u32 = 60_000;

/// The whole page.
#[component]
pub(super) fn Shell(console: Console) -> impl IntoView {
    let band = move || {
        let environment = console.environment.get();
        environment.production.then(|| {
            view! { <p class="production">{console.say(|words| words.production_band)}" · "{environment.name}</p> }.into_any()
        })
    };
    view! {
        <div class="shell">
            <a
                class="skip"
                href="#main"
                on:click=|event| {
                    // The address behind the # is a screen's, so the browser must not follow this link itself.
                    event.prevent_default();
                    browser::focus("main");
                }
            >
                {console.say(|words| words.skip_to_content)}
            </a>
            {band}
            <Bar console/>
            <Navigation console/>
            <main id="main" tabindex="-1">{move || page(console, console.route.get())}</main>
        </div>
    }
    .into_any()
}

#[component]
fn Bar(console: Console) -> impl IntoView {
    view! {
        <header class="bar">
            <a class="brand" href=Route::Sources.href()>
                <svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true">
                    <path d="M2 5h5c5 0 5 10 10 10h1M2 15h5c1.300 0 2.300-.7 3.100-1.700M12 6.700C12.900 5.700 13.900 5 15.200 5H18"></path>
                </svg>
                <span>"Flow Console"</span>
            </a>
            <a class="environment" href=Route::Environment.href()>
                <span class=move || if is_demo(&console.environment.read()) { "dot demo" } else { "dot" } aria-hidden="true"></span>
                {move || environment_name(console)}
            </a>
            <span class="sandbox">
                {console.say(|words| words.sandbox)} " " <b>{move || console.environment.read().session.sandbox.clone()}</b>
            </span>
            <span class="spacer"></span>
            <TokenBadge console/>
            <LanguageSwitch console/>
            <ThemeSwitch console/>
        </header>
    }.into_any()
}

fn environment_name(console: Console) -> AnyView {
    let words = console.words();
    let environment = console.environment.get();
    if is_demo(&environment) {
        return view! { <b>{words.demo_data}</b><span class="quiet wide-only">{words.in_this_browser}</span> }.into_any();
    }
    let name = if environment.name.is_empty() {
        words.own_environment.to_owned()
    } else {
        environment.name
    };
    view! { <b>{name}</b> }.into_any()
}

/// What is left of the token's life, worked out again each minute.
#[component]
fn TokenBadge(console: Console) -> impl IntoView {
    let now = RwSignal::new(browser::now());
    browser::spawn(async move {
        loop {
            browser::sleep(MINUTE_MS).await;
            // Ends when the page that shows it is gone.
            if now.try_set(browser::now()).is_some() {
                return;
            }
        }
    });
    let badge = move || {
        let environment = console.environment.get();
        let words = console.words();
        if is_demo(&environment) {
            return ("badge", words.no_token_needed.to_owned());
        }
        if environment.session.access_token.is_empty() {
            return ("badge warn", words.no_token.to_owned());
        }
        match token_life(&environment.session.access_token).map(|life| life.left(now.get())) {
            None => ("badge", words.token_set.to_owned()),
            Some(0) => ("badge bad", words.token_over.to_owned()),
            Some(left) => {
                let minutes = left / u64::from(MINUTE_MS);
                (
                    if minutes < 15 { "badge warn" } else { "badge" },
                    (words.token_left)(minutes),
                )
            }
        }
    };
    view! { <a href=Route::Environment.href() class=move || badge().0>{move || badge().1}</a> }
        .into_any()
}

#[component]
fn LanguageSwitch(console: Console) -> impl IntoView {
    let switch = move |_| {
        let language = console.language.get_untracked().other();
        console.language.set(language);
        Settings::update(|settings| settings.language = Some(language.code().to_owned()));
    };
    view! {
        <button
            type="button"
            class="plain"
            lang=move || console.language.get().other().code()
            on:click=switch
        >
            {console.say(|words| words.other_language)}
        </button>
    }
    .into_any()
}

#[component]
fn ThemeSwitch(console: Console) -> impl IntoView {
    let switch = move |_| {
        let theme = match console.theme.get_untracked() {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        };
        console.theme.set(theme);
        Settings::update(|settings| {
            settings.theme = match theme {
                Theme::System => None,
                Theme::Light => Some("light".to_owned()),
                Theme::Dark => Some("dark".to_owned()),
            };
        });
    };
    let label = move || {
        let words = console.words();
        match console.theme.get() {
            Theme::System => words.theme_system,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        }
    };
    let symbol = move || match console.theme.get() {
        Theme::System => "◐",
        Theme::Light => "○",
        Theme::Dark => "●",
    };
    view! { <button type="button" class="plain theme" aria-label=label title=label on:click=switch>{symbol}</button> }.into_any()
}

#[component]
fn Navigation(console: Console) -> impl IntoView {
    let section = Memo::new(move |_| console.route.read().section());
    let entries = Section::ALL.map(|entry| {
        let name = console.say(match entry {
            Section::Sources => |words| words.sources,
            Section::Connections => |words| words.connections,
            Section::Dataflows => |words| words.dataflows,
            Section::Inlets => |words| words.inlets,
            Section::Requests => |words| words.requests,
            Section::Environment => |words| words.environment,
        });
        let count = (entry == Section::Requests)
            .then(|| view! { <span class="count">{move || Some(console.log.count()).filter(|count| *count > 0)}</span> }.into_any());
        view! {
            <a href=entry.route().href() aria-current=move || (section.get() == Some(entry)).then_some("page")>
                {name} {count}
            </a>
        }.into_any()
    });
    view! { <nav aria-label=console.say(|words| words.main_navigation)>{entries.into_iter().collect_view()}</nav> }.into_any()
}
