//! The choices that narrow the catalog: a link for each category, a list for each other condition.

use crate::console::reactive::*;

use super::Catalog;
use crate::catalog::{AuthenticationKind, Filter};
use crate::console::browser;
use crate::console::routes::Route;
use crate::console::view::{Element, View, a, div, nothing, option, select, span, text};
use crate::words::{Language, Words, authentication_kind_label};

/// A condition with few values, each a word of an address.
struct Condition {
    name: &'static str,
    label: fn(&'static Words) -> &'static str,
    /// The first stands for “not said”.
    values: &'static [(&'static str, Caption)],
}

/// What a value is called.
#[derive(Clone, Copy)]
enum Caption {
    Words(fn(&'static Words) -> &'static str),
    Authentication(AuthenticationKind),
}

static CONDITIONS: [Condition; 3] = [
    Condition {
        name: Filter::AUTHENTICATION,
        label: |words| words.sign_in_with,
        values: &[
            ("", Caption::Words(|words| words.any_sign_in)),
            ("basic", Caption::Authentication(AuthenticationKind::Basic)),
            ("oauth", Caption::Authentication(AuthenticationKind::OAuth)),
            (
                "service-principal",
                Caption::Authentication(AuthenticationKind::ServicePrincipal),
            ),
            ("key", Caption::Authentication(AuthenticationKind::Key)),
            (
                "connection-string",
                Caption::Authentication(AuthenticationKind::ConnectionString),
            ),
            ("none", Caption::Authentication(AuthenticationKind::Open)),
        ],
    },
    Condition {
        name: Filter::KIND,
        label: |words| words.batch_or_streaming,
        values: &[
            ("", Caption::Words(|words| words.batch_and_streaming)),
            ("batch", Caption::Words(|words| words.batch)),
            ("streaming", Caption::Words(|words| words.streaming)),
        ],
    },
    Condition {
        name: Filter::BETA,
        label: |words| words.beta,
        values: &[
            ("", Caption::Words(|words| words.beta_or_not)),
            ("true", Caption::Words(|words| words.beta_only)),
            ("false", Caption::Words(|words| words.without_beta)),
        ],
    },
];

/// A list for each condition but the category.
pub(super) fn selects(catalog: Catalog) -> [View; 3] {
    [0, 1, 2].map(|position| match CONDITIONS.get(position) {
        Some(condition) => condition_select(catalog, condition).into(),
        None => nothing(),
    })
}

fn condition_select(catalog: Catalog, condition: &'static Condition) -> Element {
    let name = condition.name;
    let choose = move |event| {
        let filter = catalog.filter.get_untracked();
        let filter = filter.with(name, &browser::value_of(&event));
        catalog.console.go(&Route::Sources(filter));
    };
    let options = condition.values.iter().map(|(value, caption)| {
        let caption = move || {
            let (words, language) = (catalog.console.words(), catalog.console.language.get());
            let mut said = caption.words(words, language).to_owned();
            if !value.is_empty() {
                let count = catalog.tally.read().count(name, value);
                said.push_str(&format!(" ({count})"));
            }
            said
        };
        option()
            .attribute("value", value)
            .live_flag("selected", move || {
                catalog.filter.read().value(name) == *value
            })
            .live_text(caption)
            .into()
    });
    select()
        .attribute("name", name)
        .live_attribute("aria-label", catalog.console.say(condition.label))
        .on("change", choose)
        .children(options)
}

impl Caption {
    fn words(self, words: &'static Words, language: Language) -> &'static str {
        match self {
            Self::Words(pick) => pick(words),
            Self::Authentication(kind) => authentication_kind_label(kind, language),
        }
    }
}

/// A link for each category that the sources are in. Their texts are made anew with the language, their counts with
/// the filter.
pub(super) fn categories(catalog: Catalog) -> View {
    let words = catalog.console.words();
    let mut links = vec![category_link(catalog, "", words.all_categories)];
    catalog.sources.with(|sources| {
        let mut last = None;
        for source in sources {
            if last != Some(&source.category) && !source.category.is_empty() {
                let label = (words.category)(&source.category);
                links.push(category_link(catalog, &source.category, &label));
            }
            last = Some(&source.category);
        }
    });
    div()
        .class("categories")
        .attribute("role", "group")
        .attribute("aria-label", words.categories)
        .children(links)
        .into()
}

fn category_link(catalog: Catalog, key: &str, label: &str) -> View {
    let name = Filter::CATEGORY;
    let (linked, chosen) = (key.to_owned(), key.to_owned());
    let key = key.to_owned();
    let count = Memo::new(move |_| catalog.tally.read().count(name, &key));
    let href = move || Route::Sources(catalog.filter.read().with(name, &linked)).href();
    let is_chosen = move || (catalog.filter.read().category == chosen).then_some("true");
    let class = move || match count.get() {
        0 => "category vain",
        _ => "category",
    };
    a().live_attribute("class", class)
        .live_attribute("href", href)
        .live_attribute("aria-current", is_chosen)
        .child(text(label))
        .text(" ")
        .child(
            span()
                .class("count")
                .live_text(move || count.get().to_string()),
        )
        .into()
}
