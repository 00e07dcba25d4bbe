//! The parts of a page that change.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use crate::console::reactive::*;
use web_sys::Node;

use super::document::{self, building};
use super::element::{View, Wording, fragment, view_of};

/// Runs at once, and again whenever a signal changes that it reads, until its owner is cleaned up.
pub(super) fn effect(run: impl Fn() + 'static) {
    run_effect(Box::new(run));
}

fn run_effect(run: Box<dyn Fn()>) {
    let effect = RenderEffect::new(move |_: Option<()>| run());
    on_cleanup(move || drop(effect));
}

/// Text that follows the signals it reads.
pub(super) fn live_text<W: Wording>(words: impl Fn() -> W + 'static) -> View {
    follow_text(Box::new(move || words().words()))
}

fn follow_text(words: Box<dyn Fn() -> Option<Cow<'static, str>>>) -> View {
    let node = document::create_text("");
    let written = node.clone();
    effect(move || written.set_data(words().as_deref().unwrap_or("")));
    view_of(node)
}

/// A piece that is made anew whenever a signal changes that `build` reads. What the old one owned is cleaned up
/// before the new one is built.
pub(in crate::console) fn live(build: impl Fn() -> View + 'static) -> View {
    let build: Box<dyn Fn() -> View> = Box::new(build);
    let place = Place::new();
    let whole = place.whole();
    effect(move || place.fill(&build()));
    whole
}

/// A piece that is there only while a condition holds, and stays the same while it goes on holding.
pub(in crate::console) fn show(
    condition: impl Fn() -> bool + 'static,
    build: impl Fn() -> View + 'static,
) -> View {
    show_while(Box::new(condition), Box::new(build))
}

fn show_while(condition: Box<dyn Fn() -> bool>, build: Box<dyn Fn() -> View>) -> View {
    let place = Place::new();
    let whole = place.whole();
    let owner = Owner::current().unwrap_or_default().child();
    let shown = Cell::new(false);
    effect(move || {
        let wanted = condition();
        if shown.replace(wanted) != wanted {
            owner.cleanup();
            if wanted {
                place.fill(&untrack(|| owner.with(&build)));
            } else {
                place.clear();
            }
        }
    });
    whole
}

/// Makes the row of a key at a position.
type Build = dyn Fn(&str, usize) -> View;

/// A list whose rows stay while their keys do. `build` gets a row's key and its present position, and gives one
/// element.
pub(in crate::console) fn keyed(
    keys: impl Fn() -> Vec<String> + 'static,
    build: impl Fn(&str, usize) -> View + 'static,
) -> View {
    let list = List {
        place: Place::new(),
        owner: Owner::current().unwrap_or_default(),
        rows: RefCell::default(),
        build: Box::new(build),
    };
    let whole = list.place.whole();
    let keys: Box<dyn Fn() -> Vec<String>> = Box::new(keys);
    effect(move || list.update(keys()));
    whole
}

struct Row {
    key: String,
    owner: Owner,
    view: View,
}

struct List {
    place: Place,
    owner: Owner,
    rows: RefCell<Vec<Row>>,
    build: Box<Build>,
}

impl List {
    fn update(&self, keys: Vec<String>) {
        let Ok(mut rows) = self.rows.try_borrow_mut() else {
            return;
        };
        let mut old: Vec<Option<Row>> = rows.drain(..).map(Some).collect();
        let is_new = old.is_empty();
        // Most lists change in one place: the row sought is nearly always the next of the old ones.
        let mut next = 0;
        for (position, key) in keys.into_iter().enumerate() {
            let is = |row: &Option<Row>| row.as_ref().is_some_and(|row| row.key == key);
            let known = match old.get(next) {
                Some(row) if is(row) => Some(next),
                _ => old.iter().position(is),
            };
            let kept = known.and_then(|known| {
                next = known + 1;
                old.get_mut(known)?.take()
            });
            let row = kept.unwrap_or_else(|| {
                let owner = self.owner.child();
                let view = untrack(|| owner.with(|| (self.build)(&key, position)));
                Row { key, owner, view }
            });
            if is_new {
                building(&self.place.end).before(row.view.node());
            }
            rows.push(row);
        }
        if is_new {
            return;
        }
        for row in old.into_iter().flatten() {
            row.owner.cleanup();
            building(row.view.node()).remove();
        }
        let mut next = self.place.first();
        for row in rows.iter() {
            if next.is_same_node(Some(row.view.node())) {
                next = next.next_sibling().unwrap_or(next);
            } else {
                building(&next).before(row.view.node());
            }
        }
    }
}

/// A stretch of a page between two empty texts.
struct Place {
    start: Node,
    end: Node,
}

impl Place {
    fn new() -> Self {
        Self {
            start: document::create_text("").into(),
            end: document::create_text("").into(),
        }
    }

    /// Both ends, to be put on the page.
    fn whole(&self) -> View {
        fragment([view_of(self.start.clone()), view_of(self.end.clone())])
    }

    /// What stands first between the ends; the end itself when nothing does.
    fn first(&self) -> Node {
        self.start
            .next_sibling()
            .unwrap_or_else(|| self.end.clone())
    }

    fn clear(&self) {
        loop {
            let first = self.first();
            if first.is_same_node(Some(&self.end)) {
                return;
            }
            building(&first).remove();
        }
    }

    fn fill(&self, view: &View) {
        self.clear();
        building(&self.end).before(view.node());
    }
}
