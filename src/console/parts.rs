//! The parts of the console that the first screen does without. A release keeps each of them in a file of its own,
//! fetched when it is first wanted; any other build has them in one piece and never waits.
//!
//! `cargo xtask dist` takes the parts out of the linked module: what only the functions below can reach. Each gives
//! the function that builds its pages, so that this file is the only one that knows of waiting; the demo's part gives
//! the one that opens it.

use std::rc::Rc;

use super::app::is_demo;
use super::browser;
use super::demo::{Demo, Later};
use super::pages::{form_page, further_page, part_of, upload_page};
use super::paste::paste_page;
use super::reactive::*;
use super::routes::Route;
use super::state::Console;
use super::view::{View, button, div, live, p, strong};

/// Builds what an address asks for.
type Page = fn(Console, Route) -> View;

/// Opens the demo.
type OpenDemo = fn() -> Later<Rc<dyn Demo>>;

pub(super) use files::demo;

/// One of the parts that build pages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The screens with a form that a schema describes.
    Forms,
    /// The screens that are in no other part.
    Screens,
    /// The screen that sends records.
    Upload,
    /// Reading a pasted command.
    Paste,
}

/// What a part is doing.
#[derive(Clone, Copy)]
enum Progress {
    Waiting,
    Fetched(Page),
    Failed,
}

/// What a part builds, as soon as it is here.
pub(super) fn part(console: Console, part: Part, route: Route) -> View {
    if let Some(page) = files::fetched(part) {
        return page(console, route);
    }
    let progress = RwSignal::new(Progress::Waiting);
    fetch_into(part, progress);
    live(move || match progress.get() {
        Progress::Waiting => p()
            .class("loading")
            .attribute("role", "status")
            .live_text(console.say(|words| words.loading))
            .into(),
        Progress::Fetched(page) => page(console, route.clone()),
        Progress::Failed => failed(console, part, progress),
    })
}

/// Fetches what a screen will need that somebody is about to go to: pointing at a link, or coming to it by the keyboard,
/// is a moment before following it.
pub(super) fn prepare(console: Console, route: &Route) {
    let Some(part) = part_of(route) else {
        return;
    };
    if files::fetched(part).is_none() {
        browser::spawn(async move {
            let _ = files::fetch(part).await;
        });
    }
    // A form of a source asks for nothing but its specification.
    if is_demo(&console.environment.read_untracked()) && part != Part::Forms {
        browser::spawn(async {
            let _ = demo().await;
        });
    }
}

fn failed(console: Console, part: Part, progress: RwSignal<Progress>) -> View {
    let again = move |_| {
        progress.set(Progress::Waiting);
        fetch_into(part, progress);
    };
    div()
        .class("notice bad")
        .attribute("role", "alert")
        .child(strong().live_text(console.say(|words| words.part_failed)))
        .child(p().live_text(console.say(|words| words.part_failed_help)))
        .child(
            button()
                .attribute("type", "button")
                .on("click", again)
                .live_text(console.say(|words| words.try_again)),
        )
        .into()
}

fn fetch_into(part: Part, progress: RwSignal<Progress>) {
    browser::spawn(async move {
        let state = match files::fetch(part).await {
            Some(page) => Progress::Fetched(page),
            None => Progress::Failed,
        };
        // The reader may have gone on meanwhile.
        let _ = progress.try_set(state);
    });
}

/// The parts of a release.
#[cfg(feature = "split")]
mod files {
    use std::cell::Cell;

    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{OpenDemo, Page, Part, form_page, further_page, paste_page, upload_page};
    use crate::console::demo as in_page;

    thread_local! {
        /// What has been fetched so far, in the order of [`Part`].
        static FETCHED: Cell<[Option<Page>; 4]> = const { Cell::new([None; 4]) };
    }

    pub(super) fn fetched(part: Part) -> Option<Page> {
        FETCHED.get().get(part as usize).copied().flatten()
    }

    pub(super) async fn fetch(part: Part) -> Option<Page> {
        let page = match part {
            Part::Forms => forms().await,
            Part::Screens => screens().await,
            Part::Upload => upload().await,
            Part::Paste => paste().await,
        };
        let page = page.ok()?;
        let mut pages = FETCHED.get();
        if let Some(place) = pages.get_mut(part as usize) {
            *place = Some(page);
        }
        FETCHED.set(pages);
        Some(page)
    }

    /// What opens the demo; `None` when its file could not be fetched.
    pub(in crate::console) async fn demo() -> Option<OpenDemo> {
        emulator().await.ok()
    }

    #[wasm_split(emulator, fallible)]
    fn emulator() -> Result<OpenDemo, SplitLoaderError> {
        Ok(in_page::open)
    }

    #[wasm_split(forms, fallible)]
    fn forms() -> Result<Page, SplitLoaderError> {
        Ok(form_page)
    }

    #[wasm_split(screens, fallible)]
    fn screens() -> Result<Page, SplitLoaderError> {
        Ok(further_page)
    }

    #[wasm_split(upload, fallible)]
    fn upload() -> Result<Page, SplitLoaderError> {
        Ok(upload_page)
    }

    #[wasm_split(paste, fallible)]
    fn paste() -> Result<Page, SplitLoaderError> {
        Ok(paste_page)
    }
}

/// All in one piece.
#[cfg(not(feature = "split"))]
mod files {
    use super::{OpenDemo, Page, Part, form_page, further_page, paste_page, upload_page};
    use crate::console::demo as in_page;

    /// What opens the demo.
    pub(in crate::console) async fn demo() -> Option<OpenDemo> {
        Some(in_page::open)
    }

    pub(super) fn fetched(part: Part) -> Option<Page> {
        Some(match part {
            Part::Forms => form_page,
            Part::Screens => further_page,
            Part::Upload => upload_page,
            Part::Paste => paste_page,
        })
    }

    pub(super) async fn fetch(part: Part) -> Option<Page> {
        fetched(part)
    }
}
