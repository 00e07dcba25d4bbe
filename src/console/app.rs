//! Starts the console: recalls, opens the backend, mounts the shell.

use super::backend::{self, Backend};
use super::browser;
use super::environment::{Config, Environment, Settings};
use super::routes::Route;
use super::shell::shell;
use super::state::{Console, Theme};
use super::view;
use crate::console::reactive::*;
use crate::words::Language;

/// Starts the console in the page that it was loaded into.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        // After a panic nothing in this instance can be trusted any more; the page has a message ready for this.
        browser::reveal_element("crashed");
        browser::report(&panic.to_string());
    }));
    browser::spawn(open());
}

async fn open() {
    let settings = Settings::recall();
    let config = backend::fetch_file("config.json")
        .await
        .map(|text| Config::read(&text))
        .unwrap_or_default();
    view::mount(move || {
        let console = Console::new(Backend::default(), &settings);
        apply(console, &settings, config);
        follow(console);
        shell(console)
    });
    browser::remove_element("boot");
}

/// What the portal pre-sets counts until the reader chooses otherwise.
fn apply(console: Console, settings: &Settings, config: Config) {
    if settings.language.is_none()
        && let Some(language) = config.language.as_deref().and_then(Language::read)
    {
        console.language.set(language);
    }
    if settings.environment.is_none() {
        let preset = config.default_environment.as_ref().and_then(|name| {
            config
                .environments
                .iter()
                .find(|preset| preset.name == *name)
        });
        if let Some(preset) = preset {
            console
                .environment
                .set(preset.clone().into_environment(Default::default()));
        }
    } else if let Some(preset) = &settings.environment {
        // The portal's file outranks what was kept of an environment of the same name.
        let current = config
            .environments
            .iter()
            .find(|known| known.name == preset.name && !known.name.is_empty());
        if let Some(preset) = current {
            console
                .environment
                .set(preset.clone().into_environment(Default::default()));
        }
    }
    console.config.set(config);
}

/// Keeps the page's root in step with the state, and the state with the address.
fn follow(console: Console) {
    Effect::new(move || browser::set_root_attribute("lang", Some(console.language.get().code())));
    Effect::new(move || {
        let theme = match console.theme.get() {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        browser::set_root_attribute("data-theme", theme);
    });
    browser::on_fragment_change(move || {
        let route = Route::read(&browser::fragment());
        if console
            .route
            .try_with_untracked(|known| *known != route)
            .unwrap_or(false)
        {
            console.navigated.set(true);
            console.route.set(route);
        }
    });
}

/// Whether the demo answers.
pub(super) fn is_demo(environment: &Environment) -> bool {
    environment.kind == super::environment::Kind::Demo
}
