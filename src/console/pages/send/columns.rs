//! The columns of a table: where each goes in a record, and what its cells are.

use web_sys::Event;

use super::composer::Composer;
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::state::Console;
use crate::console::upload::Source;
use crate::console::view::{
    Element, View, code, details, div, fragment, input, live, nothing, option, p, select, summary,
    table, tbody, td, th, thead, tr,
};
use crate::ingest::{CellKind, Column, Columns};
use crate::words::{cell_kind_label, column_problem_text};

/// There when the records come from a table. It stays as it is while only cells change, so that nobody who edits it
/// loses the place.
pub(super) fn columns_view(console: Console, composer: Composer) -> View {
    let headers = Memo::new(move |_| {
        let columns = columns(composer)?;
        let headers = columns.list.into_iter().map(|column| column.header);
        Some(headers.collect::<Vec<String>>())
    });
    live(move || match headers.get() {
        Some(headers) => card(console, composer, &headers),
        None => nothing(),
    })
}

/// Those that the records are read by, as somebody changed them last; tracked.
fn columns(composer: Composer) -> Option<Columns> {
    // What was changed is read a moment later: until then the records know nothing of it.
    if let Some(changed) = composer.intake.columns.get() {
        return Some(changed);
    }
    let ready = composer.ready()?;
    match &ready.source {
        Source::File { columns, .. } => columns.clone(),
        Source::Template { .. } => None,
    }
}

fn card(console: Console, composer: Composer, headers: &[String]) -> View {
    let heading = |words: fn(&'static crate::words::PostingWords) -> &'static str| {
        th().attribute("scope", "col")
            .live_text(move || words(console.words().posting()))
            .into()
    };
    let head = thead().child(tr().children([
        heading(|words| words.column),
        heading(|words| words.goes_to),
        heading(|words| words.kind),
        heading(|words| words.sent),
    ]));
    let rows = headers
        .iter()
        .enumerate()
        .map(|(position, header)| row(console, composer, position, header).into());
    let problems = move || {
        let columns = columns(composer).unwrap_or_default();
        let language = console.language.get();
        let problems = columns.problems().into_iter().map(|problem| {
            p().class("error")
                .text(&column_problem_text(&problem, &columns, language))
                .into()
        });
        fragment(problems)
    };
    details()
        .class("more")
        .attribute("open", "")
        .child(summary().live_text(console.say(|words| words.posting().columns)))
        .child(
            p().class("help")
                .live_text(console.say(|words| words.posting().columns_help)),
        )
        .child(
            div()
                .class("scroll columns")
                .attribute("tabindex", "0")
                .child(table().child(head).child(tbody().children(rows))),
        )
        .child(div().attribute("aria-live", "polite").live(problems))
        .into()
}

fn row(console: Console, composer: Composer, position: usize, header: &str) -> Element {
    let column = move || {
        let columns = columns(composer)?;
        columns.list.get(position).cloned()
    };
    let change = move |act: &dyn Fn(&mut Column)| {
        let Some(mut columns) = untrack(|| columns(composer)) else {
            return;
        };
        if let Some(column) = columns.list.get_mut(position) {
            act(column);
            composer.intake.columns.set(Some(columns));
        }
    };
    let name = |part: &str| format!("columns/{position}/{part}");
    let label = move |words: fn(&'static crate::words::PostingWords) -> &'static str, of: &str| {
        let of = of.to_owned();
        move || format!("{}: {of}", words(console.words().posting()))
    };
    let path = input()
        .attribute("name", &name("path"))
        .live_attribute("aria-label", label(|words| words.goes_to, header))
        .attribute("spellcheck", "false")
        .live_value(move || column().map(|column| column.path).unwrap_or_default())
        .on("change", move |event: Event| {
            let path = browser::value_of(&event);
            change(&|column| column.path = path.trim().to_owned());
        });
    let mut kinds = select()
        .attribute("name", &name("kind"))
        .live_attribute("aria-label", label(|words| words.kind, header))
        .on("change", move |event: Event| {
            let chosen = browser::value_of(&event).parse::<usize>().ok();
            if let Some(kind) = chosen.and_then(|position| CellKind::ALL.get(position)) {
                change(&|column| column.kind = *kind);
            }
        });
    for (position, kind) in CellKind::ALL.into_iter().enumerate() {
        kinds = kinds.child(
            option()
                .attribute("value", &position.to_string())
                .live_flag("selected", move || {
                    column().is_some_and(|column| column.kind == kind)
                })
                .live_text(move || cell_kind_label(kind, console.language.get())),
        );
    }
    let sent = input()
        .attribute("type", "checkbox")
        .attribute("name", &name("sent"))
        .live_attribute("aria-label", label(|words| words.sent, header))
        .live_flag("checked", move || {
            column().is_some_and(|column| !column.is_left_out)
        })
        .on("change", move |event: Event| {
            let is_sent = browser::is_checked(&event);
            change(&|column| column.is_left_out = !is_sent);
        });
    tr().child(th().attribute("scope", "row").child(code().text(header)))
        .child(td().child(path))
        .child(td().child(kinds))
        .child(td().child(sent))
}
