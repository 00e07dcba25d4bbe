//! The sources themselves, category by category.

use super::Catalog;
use crate::catalog::{Doubt, DoubtCode, SourceSummary, fold};
use crate::console::routes::Route;
use crate::console::view::{Element, View, a, b, fragment, h2, li, section, span, ul};
use crate::model::ConnectionSpec;
use crate::words::Language::{English, French};
use crate::words::{Language, Words, authentication_kind_label, doubt_badge};

/// What stands before the sources without a category when they are sorted.
const LAST: &str = "\u{10ffff}";

/// The sources of an answer by category and title, both as the reader's language has them.
pub(super) fn arrange(specs: &[ConnectionSpec], words: &Words) -> Vec<SourceSummary> {
    let mut sorted = Vec::with_capacity(specs.len());
    for spec in specs.iter().filter(|spec| spec.is_source()) {
        let mut source = SourceSummary::new(spec);
        let category = (words.category)(&source.category);
        for language in [English, French] {
            let category = (Words::of(language).category)(&source.category);
            source.add_text(&category);
        }
        let shelf = if source.category.is_empty() {
            LAST
        } else {
            &category
        };
        sorted.push((fold(&[shelf, &source.title].join("\n")), source));
    }
    sorted.sort_by(|one, other| one.0.cmp(&other.0));
    sorted.into_iter().map(|(_, source)| source).collect()
}

/// The `id` of a source's link.
pub(super) fn id_of(source: &SourceSummary) -> String {
    ["source-", &source.id].concat()
}

/// All of them, drawn once; the filter only hides and shows.
pub(super) fn shelves(catalog: Catalog) -> View {
    let language = catalog.console.language.get();
    let words = Words::of(language);
    catalog.sources.with(|sources| {
        let mut shelves = Vec::new();
        let mut start = 0;
        while let Some(first) = sources.get(start) {
            let rest = sources.iter().skip(start);
            let count = rest
                .take_while(|source| source.category == first.category)
                .count();
            let cards = sources.iter().enumerate().skip(start).take(count);
            let cards = cards.map(|(position, source)| card(catalog, position, source, language));
            let is_bare = move || {
                let tally = catalog.tally.read();
                let mut shown = tally.matches.iter().skip(start).take(count);
                !shown.any(|matches| *matches)
            };
            let shelf = section()
                .class("shelf")
                .live_flag("hidden", is_bare)
                .child(h2().text(&(words.category)(&first.category)))
                .child(ul().class("sources").children(cards));
            shelves.push(shelf.into());
            start += count;
        }
        fragment(shelves)
    })
}

fn card(catalog: Catalog, position: usize, source: &SourceSummary, language: Language) -> View {
    let words = Words::of(language);
    let mut ways = String::new();
    for kind in &source.authentications {
        if !ways.is_empty() {
            ways.push_str(" · ");
        }
        ways.push_str(authentication_kind_label(*kind, language));
    }
    let ends =
        |doubt: &&Doubt| matches!(doubt.code, DoubtCode::Unavailable | DoubtCode::Retirement);
    let ending = source.doubts.iter().find(ends);
    let doubt = ending.or(source.doubts.first()).map(|doubt| {
        span()
            .class(if ends(&doubt) { "badge bad" } else { "badge" })
            .text(&doubt_badge(doubt, language))
    });
    let beta = source
        .beta
        .then(|| span().class("badge warn").text(words.beta));
    let streaming = source
        .streaming
        .then(|| span().class("badge").text(words.streaming));
    let title = b()
        .text(&source.title)
        .child(beta)
        .child(streaming)
        .child(doubt);
    let link = a()
        .class("source")
        .id(&id_of(source))
        .attribute("href", &Route::Source(source.id.as_str().into()).href())
        .child(title)
        .child(span().class("quiet").text(&ways));
    let is_out = move || catalog.tally.read().matches.get(position) != Some(&true);
    let item: Element = li().live_flag("hidden", is_out).child(link);
    item.into()
}
