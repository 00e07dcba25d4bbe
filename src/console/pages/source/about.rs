//! What to know of a source: what to do first, what the documents leave open, and where the service differs from them.

use crate::catalog::{DocumentedSource, DoubtCode, Drift, Hint, HintCode, documented, drift};
use crate::console::state::Console;
use crate::console::view::{
    Element, View, details, div, li, live, nothing, p, span, strong, summary, ul,
};
use crate::model::ConnectionSpec;
use crate::words::{
    Language, Words, catalog_text, doubt_text, drift_text, hint_text, way_doubt_text,
};

/// So many sentences stand open; more are folded, so that the form stays in sight.
const MOST_OPEN: usize = 3;

/// Nothing where nothing is to be said.
pub(super) fn about(console: Console, spec: &ConnectionSpec) -> View {
    let Some(source) = documented(spec) else {
        return nothing();
    };
    let facts = Facts {
        source,
        drifts: drift(source, spec),
        // A service with another name has settled what it is.
        is_name_settled: spec.name != source.name,
    };
    live(move || {
        let blocks = facts.blocks(console.language.get());
        (!blocks.is_empty())
            .then(|| div().class("about").children(blocks))
            .into()
    })
}

struct Facts {
    source: &'static DocumentedSource,
    drifts: Vec<Drift>,
    is_name_settled: bool,
}

impl Facts {
    fn blocks(&self, language: Language) -> Vec<View> {
        let words = Words::of(language);
        let source = self.source;
        let hints = source.hints.iter().filter(|hint| !replaces_sign_in(hint));
        let mut first: Vec<String> = hints.map(|hint| hint_text(hint, language)).collect();
        for note in &source.notes {
            first.push(catalog_text(note, language).to_owned());
        }
        let mut left_open = Vec::new();
        let mut is_grave = false;
        for (way, doubt) in source.all_doubts() {
            if self.is_name_settled && doubt.code == DoubtCode::NameUnknown {
                continue;
            }
            is_grave |= doubt.code.is_grave();
            left_open.push(match way {
                Some(way) => way_doubt_text(way, &doubt, language),
                None => doubt_text(&doubt, language),
            });
        }
        let mut differences = Vec::new();
        for drift in &self.drifts {
            differences.push(drift_text(source, drift, language));
        }
        let blocks = [
            block(words.form().before_you_start, &first, true, false),
            block(words.form().left_open, &left_open, is_grave, false),
            block(words.form().service_differs, &differences, true, true),
        ];
        blocks.into_iter().flatten().map(View::from).collect()
    }
}

/// Sentences under a title; folded where they are many, or matter less.
fn block(title: &str, sentences: &[String], matters: bool, warns: bool) -> Option<Element> {
    if sentences.is_empty() {
        return None;
    }
    let count = span().class("count").text(&sentences.len().to_string());
    let list = sentences.iter().map(|sentence| li().text(sentence).into());
    let block = details()
        .class(if warns { "notice warn" } else { "notice" })
        .child(summary().text(title).text(" ").child(count))
        .child(ul().children(list));
    Some(if matters && sentences.len() <= MOST_OPEN {
        block.attribute("open", "")
    } else {
        block
    })
}

/// What stands in the place of the ways to sign in, where a source has none.
pub(super) fn no_sign_in(console: Console, spec: &ConnectionSpec) -> Element {
    let hints = documented(spec).map_or(&[][..], |source| &source.hints);
    let hint = hints.iter().find(|hint| replaces_sign_in(hint));
    let help = move || {
        let language = console.language.get();
        match hint {
            Some(hint) => hint_text(hint, language),
            None => Words::of(language).form().no_sign_in_help.to_owned(),
        }
    };
    div()
        .class("notice")
        .child(strong().live_text(console.say(|words| words.form().no_sign_in)))
        .child(p().live_text(help))
}

fn replaces_sign_in(hint: &Hint) -> bool {
    matches!(
        hint.code,
        HintCode::IssuedCredentials | HintCode::WebhookAddress
    )
}
