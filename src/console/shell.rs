//! What stands around every screen: the bar, the navigation, and the screen itself.

use super::app::is_demo;
use super::browser;
use super::clock::clock;
use super::environment::{Settings, token_life};
use super::pages::page;
use super::parts;
use super::routes::{Route, Section};
use super::state::{Console, Theme};
use super::view::{Element, View, a, b, button, div, fragment, header, main, nav, p, show, span};
use crate::console::reactive::*;

/// How often the token's remaining time is worked out again, in milliseconds.
const MINUTE_MS: u32 = 60_000;

/// The whole page.
pub(super) fn shell(console: Console) -> View {
    let band = move || {
        let name = move || console.environment.read().name.clone();
        p().class("production")
            .live_text(console.say(|words| words.production_band))
            .text(" · ")
            .live_text(name)
            .into()
    };
    let skip = a()
        .class("skip")
        .attribute("href", "#main")
        .on("click", |event| {
            // The address behind the # is a screen's, so the browser must not follow this link itself.
            event.prevent_default();
            browser::focus("main");
        })
        .live_text(console.say(|words| words.skip_to_content));
    // What is asked of a screen may change while it stands.
    let screen = Memo::new(move |_| console.route.get().screen());
    let content = main()
        .id("main")
        .attribute("tabindex", "-1")
        .live(move || page(console, screen.get()));
    let prepare = move |event| {
        if let Some(href) = browser::link_of(&event)
            && let Some(fragment) = href.strip_prefix('#')
        {
            parts::prepare(console, &Route::read(fragment));
        }
    };
    div()
        .class("shell")
        .on("pointerover", prepare)
        .on("focusin", prepare)
        .child(skip)
        .show(move || console.environment.read().production, band)
        .child(bar(console))
        .child(navigation(console))
        .child(content)
        .into()
}

fn bar(console: Console) -> Element {
    let environment = a()
        .class("environment")
        .attribute("href", &Route::Environment.href())
        .child(
            span()
                .live_attribute("class", move || {
                    if is_demo(&console.environment.read()) {
                        "dot demo"
                    } else {
                        "dot"
                    }
                })
                .attribute("aria-hidden", "true"),
        )
        .child(environment_name(console));
    let sandbox = span()
        .class("sandbox")
        .live_text(console.say(|words| words.sandbox))
        .text(" ")
        .child(b().live_text(move || console.environment.read().session.sandbox.clone()));
    header()
        .class("bar")
        .child(brand())
        .child(environment)
        .child(sandbox)
        .child(span().class("spacer"))
        .child(token_badge(console))
        .child(language_switch(console))
        .child(theme_switch(console))
}

fn brand() -> Element {
    let mut sign = Element::drawing("svg").attribute("aria-hidden", "true");
    for (name, value) in [
        ("width", "20"),
        ("height", "20"),
        ("viewBox", "0 0 20 20"),
        ("fill", "none"),
        ("stroke", "currentColor"),
        ("stroke-width", "2"),
        ("stroke-linecap", "round"),
    ] {
        sign = sign.attribute(name, value);
    }
    let lines = Element::drawing("path").attribute(
        "d",
        "M2 5h5c5 0 5 10 10 10h1M2 15h5c1.300 0 2.300-.7 3.100-1.700M12 6.700C12.900 5.700 13.900 5 15.200 5H18",
    );
    a().class("brand")
        .attribute("href", &Route::default().href())
        .child(sign.child(lines))
        .child(span().text("Flow Console"))
}

/// The demo's name changes with the language and takes two elements; that of a service is what its owner calls it.
fn environment_name(console: Console) -> View {
    let demo = move || is_demo(&console.environment.read());
    let name = move || {
        let words = console.words();
        let environment = console.environment.read();
        if is_demo(&environment) {
            words.demo_data.to_owned()
        } else if environment.name.is_empty() {
            words.own_environment.to_owned()
        } else {
            environment.name.clone()
        }
    };
    let place = move || {
        span()
            .class("quiet wide-only")
            .live_text(console.say(|words| words.in_this_browser))
            .into()
    };
    fragment([b().live_text(name).into(), show(demo, place)])
}

/// What is left of the token's life, worked out again each minute.
fn token_badge(console: Console) -> View {
    let now = clock(MINUTE_MS);
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
    let badge = Memo::new(move |_| badge());
    a().attribute("href", &Route::Environment.href())
        .live_attribute("class", move || badge.get().0)
        .live_text(move || badge.get().1)
        .into()
}

fn language_switch(console: Console) -> View {
    let switch = move |_| {
        let language = console.language.get_untracked().other();
        console.language.set(language);
        Settings::update(|settings| settings.language = Some(language.code().to_owned()));
    };
    button()
        .attribute("type", "button")
        .class("plain")
        .live_attribute("lang", move || console.language.get().other().code())
        .on("click", switch)
        .live_text(console.say(|words| words.other_language))
        .into()
}

fn theme_switch(console: Console) -> View {
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
    button()
        .attribute("type", "button")
        .class("plain theme")
        .live_attribute("aria-label", label)
        .live_attribute("title", label)
        .on("click", switch)
        .live_text(symbol)
        .into()
}

fn navigation(console: Console) -> Element {
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
        let made = move || {
            let count = console.log.count();
            (count > 0).then(|| count.to_string())
        };
        let count = (entry == Section::Requests).then(|| span().class("count").live_text(made));
        a().attribute("href", &entry.route().href())
            .live_attribute("aria-current", move || {
                (section.get() == Some(entry)).then_some("page")
            })
            .live_text(name)
            .text(" ")
            .child(count)
            .into()
    });
    nav()
        .live_attribute("aria-label", console.say(|words| words.main_navigation))
        .children(entries)
}
