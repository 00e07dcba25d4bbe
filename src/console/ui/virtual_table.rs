//! A table of any length, of which only the rows in view exist.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use crate::console::reactive::*;
use crate::console::view::{Element, View, div, keyed, table, tbody, td, tr};

/// The height of a row in pixels, as the style sheet has it.
const ROW: usize = 32;

/// How many rows stand ready above and below what is in view.
const AHEAD: usize = 8;

/// How many rows fit in view at most, as the style sheet has it.
const IN_VIEW: usize = 16;

/// Browsers draw nothing beyond some thirty million pixels.
const MOST: usize = 1_000_000;

/// What a row of a table shows.
#[derive(Clone)]
pub(in crate::console) struct Row {
    /// Changes when what the row shows changes.
    pub key: String,
    /// Builds its cells into an element `tr`.
    pub fill: Rc<dyn Fn(Element) -> Element>,
}

/// The table. `rows` gives those from a position on, so many; both are called again when a signal changes that they
/// read.
pub(in crate::console) fn virtual_table(
    head: Element,
    count: impl Fn() -> usize + Copy + 'static,
    rows: impl Fn(usize, usize) -> Vec<Row> + 'static,
) -> View {
    let first = RwSignal::new(0_usize);
    let count = move || count().min(MOST);
    let shown = Memo::new(move |_| {
        let from = first.get().min(count().saturating_sub(1));
        (from, count().saturating_sub(from).min(IN_VIEW + 2 * AHEAD))
    });
    let built = StoredValue::new(Vec::<Row>::new());
    let keys = move || {
        let (from, many) = shown.get();
        let rows = rows(from, many);
        let keys = rows.iter().map(|row| row.key.clone()).collect();
        let _ = built.try_update_value(|built| *built = rows);
        keys
    };
    let build = move |key: &str, _| {
        let filled = built.try_with_value(|built| {
            let row = built.iter().find(|row| row.key == key);
            row.map(|row| (row.fill)(tr()))
        });
        filled.flatten().unwrap_or_else(tr).into()
    };
    let above = move || shown.get().0 * ROW;
    let below = move || {
        let (from, many) = shown.get();
        count().saturating_sub(from + many) * ROW
    };
    let scroll = move |event: Event| {
        let element = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let top = element.map_or(0, |element| element.scroll_top());
        let row = usize::try_from(top).unwrap_or(0) / ROW;
        // In steps, so that most of a scroll costs nothing.
        let from = row.saturating_sub(AHEAD) / AHEAD * AHEAD;
        if from != first.get_untracked() {
            first.set(from);
        }
    };
    let table = table()
        .live_attribute("aria-rowcount", move || (count() + 1).to_string())
        .child(head)
        .child(space(above))
        .child(tbody().child(keyed(keys, build)))
        .child(space(below));
    div()
        .class("card scroll rows")
        .attribute("tabindex", "0")
        .on("scroll", scroll)
        .child(table)
        .into()
}

/// What stands for the rows that are not there.
fn space(height: impl Fn() -> usize + 'static) -> Element {
    let cell = td().live_attribute("height", move || height().to_string());
    tbody()
        .attribute("aria-hidden", "true")
        .class("space")
        .child(tr().child(cell))
}
