//! The catalog: every kind of source that the service offers, searched and filtered by the address.

mod arrows;
mod choices;
mod shelves;

use crate::console::reactive::*;

use self::arrows::follow_arrows;
use self::choices::{categories, selects};
use self::shelves::{arrange, shelves};
use crate::api::{self, Call, ListQuery, Page};
use crate::catalog::{Filter, SourceSummary, Tally};
use crate::console::browser;
use crate::console::load::{Load, Loader, load, loaded};
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::console::ui::{empty, page_head};
use crate::console::view::{Element, View, button, div, fragment, input, live, p, show};
use crate::model::ConnectionSpec;

/// The `id` of the search, from which the arrows lead to the sources and back.
const SEARCH: &str = "search-sources";

/// What the page's parts share. Copies are handles.
#[derive(Clone, Copy)]
struct Catalog {
    console: Console,
    /// As the address has it.
    filter: Memo<Filter>,
    /// All that came, in the order in which they are shown.
    sources: Memo<Vec<SourceSummary>>,
    tally: Memo<Tally>,
    /// What the service itself was asked for: one name, or everything.
    asked: RwSignal<Option<String>>,
}

/// The page.
pub(super) fn sources_page(console: Console) -> View {
    let asked = RwSignal::new(None::<String>);
    let specs = load(console, move || {
        console.environment.track();
        let filters = asked
            .get()
            .map(|name| api::Filter::equal("name", &name))
            .into_iter()
            .collect();
        Some(Call::list_connection_specs(ListQuery {
            filters,
            ..ListQuery::default()
        }))
    });
    let catalog = Catalog::new(console, specs, asked);
    let title = Signal::derive(move || console.words().sources.to_owned());
    let intro = p().live_text(console.say(|words| words.sources_intro));
    fragment([
        page_head(console, title, vec![intro.into()]),
        div()
            .class("tools")
            .child(catalog.search())
            .children(selects(catalog))
            .into(),
        loaded(console, specs, move |page| catalog.view(page)),
    ])
}

impl Catalog {
    fn new(
        console: Console,
        specs: Loader<Page<ConnectionSpec>>,
        asked: RwSignal<Option<String>>,
    ) -> Self {
        let filter = Memo::new(move |known: Option<&Filter>| match &*console.route.read() {
            Route::Sources(filter) => filter.clone(),
            // On the way to another screen nothing is to be drawn anew.
            _ => known.cloned().unwrap_or_default(),
        });
        let sources = Memo::new(move |_| match &*specs.state.read() {
            Load::Ready(page) => arrange(&page.items, console.words()),
            _ => Vec::new(),
        });
        let tally = Memo::new(move |_| {
            sources.with(|sources| filter.with(|filter| Tally::new(filter, sources)))
        });
        Self {
            console,
            filter,
            sources,
            tally,
            asked,
        }
    }

    /// Typing changes the address, but leaves no trail of half-typed words in the browser's history.
    fn search(self) -> Element {
        let console = self.console;
        let typed = move |event| {
            let text = browser::value_of(&event);
            let filter = self.filter.get_untracked().with(Filter::TEXT, &text);
            console.replace(Route::Sources(filter));
        };
        let pressed = move |event| match browser::key_of(&event).as_deref() {
            Some("Enter") => self.open_best(),
            Some("ArrowDown") => {
                if let Some(first) = self.shown().first() {
                    event.prevent_default();
                    browser::focus(first);
                }
            }
            _ => {}
        };
        input()
            .id(SEARCH)
            .attribute("type", "search")
            .attribute("name", Filter::TEXT)
            .live_attribute("aria-label", console.say(|words| words.search_sources))
            .live_attribute(
                "placeholder",
                console.say(|words| words.search_sources_example),
            )
            .live_value(move || self.filter.read().text.clone())
            .on("input", typed)
            .on("keydown", pressed)
    }

    /// Goes to the source that is most likely meant; where there is none, asks the service.
    fn open_best(self) {
        let best = self.tally.with_untracked(|tally| {
            self.sources.with_untracked(|sources| {
                let filter = self.filter.read_untracked();
                let best = sources.get(tally.best(&filter, sources)?);
                best.map(|source| source.id.clone())
            })
        });
        match best {
            Some(id) if self.says_something() => {
                self.console.go(&Route::Source(id.as_str().into()))
            }
            Some(_) => {}
            None => self.ask(),
        }
    }

    /// Whether something was typed.
    fn says_something(self) -> bool {
        !self.filter.read_untracked().text.trim().is_empty()
    }

    fn ask(self) {
        if self.says_something() {
            let text = self.filter.read_untracked().text.trim().to_owned();
            self.asked.set(Some(text));
        }
    }

    /// The `id`s of the sources on screen.
    fn shown(self) -> Vec<String> {
        self.tally.with_untracked(|tally| {
            self.sources.with_untracked(|sources| {
                let shown = sources.iter().zip(&tally.matches);
                let shown = shown.filter(|(_, matches)| **matches);
                shown.map(|(source, _)| shelves::id_of(source)).collect()
            })
        })
    }

    fn view(self, page: &Page<ConnectionSpec>) -> View {
        let console = self.console;
        let none = move || {
            let help = p()
                .class("quiet")
                .live_text(console.say(|words| words.no_source_found_help));
            empty(
                console.say(|words| words.no_source_found),
                vec![help.into()],
            )
        };
        let unreadable = page.unreadable;
        let notice = (unreadable > 0).then(|| {
            p().class("notice warn")
                .live_text(move || (console.words().unreadable_items)(unreadable))
        });
        fragment([
            live(move || categories(self)),
            self.status().into(),
            div()
                .class("shelves")
                .on("keydown", move |event| {
                    follow_arrows(&event, &self.shown(), SEARCH);
                })
                .live(move || shelves(self))
                .into(),
            show(move || self.tally.read().found() == 0, none),
            notice.into(),
        ])
    }

    /// How many there are, and what else could be done.
    fn status(self) -> Element {
        let console = self.console;
        let count = move || (console.words().sources_found)(self.tally.read().found());
        let ask = move || {
            plain_button(move |_| self.ask())
                .live_text(move || {
                    (console.words().ask_service_for)(self.filter.read().text.trim())
                })
                .into()
        };
        // The filter goes with the question: it is what was asked for.
        let leave = move |_| {
            self.asked.set(None);
            console.go(&Route::default());
            browser::focus(SEARCH);
        };
        let show_all = move || {
            plain_button(leave)
                .live_text(console.say(|words| words.show_all_sources))
                .into()
        };
        let clear = move || {
            plain_button(leave)
                .live_text(console.say(|words| words.clear_filters))
                .into()
        };
        let may_ask =
            move || !self.filter.read().text.trim().is_empty() && self.asked.read().is_none();
        let may_clear =
            move || self.asked.read().is_none() && *self.filter.read() != Filter::default();
        div()
            .class("tools")
            .child(
                p().class("quiet")
                    .attribute("role", "status")
                    .live_text(count),
            )
            .show(move || self.asked.read().is_some(), show_all)
            .show(may_clear, clear)
            .show(may_ask, ask)
    }
}

fn plain_button(act: impl Fn(web_sys::Event) + 'static) -> Element {
    button()
        .attribute("type", "button")
        .class("plain")
        .on("click", act)
}
