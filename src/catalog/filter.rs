//! What a catalog page was asked to show.

use super::authentication::AuthenticationKind;
use super::fold::fold;
use super::summary::SourceSummary;

/// Conditions that a source must all meet; the empty ones it meets anyway.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Every word must be found, in any order, without regard to case and accents.
    pub text: String,
    /// A category's key; empty for all.
    pub category: String,
    /// A kind of way to sign in that the source offers.
    pub authentication: Option<AuthenticationKind>,
    /// Beta only, or anything but beta.
    pub beta: Option<bool>,
    /// Streaming only, or batch only.
    pub streaming: Option<bool>,
}

impl Filter {
    /// The name of the text in an address, and of its control.
    pub const TEXT: &str = "search";
    /// The name of the category.
    pub const CATEGORY: &str = "category";
    /// The name of the kind of way to sign in.
    pub const AUTHENTICATION: &str = "authentication";
    /// The name of `beta`.
    pub const BETA: &str = "beta";
    /// The name of `streaming`.
    pub const KIND: &str = "kind";

    /// The conditions that are a choice between a few values.
    pub(super) const CHOICES: [&str; 4] =
        [Self::CATEGORY, Self::AUTHENTICATION, Self::BETA, Self::KIND];

    /// Reads the pairs of an address. Other pairs and unknown values count as not said.
    pub fn read(pairs: &[(String, String)]) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs {
            match (name.as_str(), value.as_str()) {
                (Self::TEXT, text) => text.clone_into(&mut filter.text),
                (Self::CATEGORY, key) => key.clone_into(&mut filter.category),
                (Self::AUTHENTICATION, code) => {
                    let known = AuthenticationKind::ALL.iter().find(|it| it.0 == code);
                    filter.authentication = known.map(|(_, kind)| *kind);
                }
                (Self::BETA, "true") => filter.beta = Some(true),
                (Self::BETA, "false") => filter.beta = Some(false),
                (Self::KIND, "streaming") => filter.streaming = Some(true),
                (Self::KIND, "batch") => filter.streaming = Some(false),
                _ => {}
            }
        }
        filter
    }

    /// The pairs for an address, always in the same order; none for what is not said.
    pub fn write(&self) -> Vec<(String, String)> {
        let code = |kind: &AuthenticationKind| {
            let known = AuthenticationKind::ALL.iter().find(|it| it.1 == *kind);
            known.map_or("", |(code, _)| code)
        };
        let mut pairs = Vec::new();
        for (name, value) in [
            (Self::TEXT, self.text.as_str()),
            (Self::CATEGORY, &self.category),
            (
                Self::AUTHENTICATION,
                self.authentication.as_ref().map_or("", code),
            ),
            (Self::BETA, choose(self.beta, "true", "false")),
            (Self::KIND, choose(self.streaming, "streaming", "batch")),
        ] {
            if !value.is_empty() {
                pairs.push((name.to_owned(), value.to_owned()));
            }
        }
        pairs
    }

    /// The value of one condition, as an address has it; empty when it is not said.
    pub fn value(&self, name: &str) -> String {
        let mut pairs = self.write().into_iter();
        let known = pairs.find(|(known, _)| known == name);
        known.map_or_else(String::new, |(_, value)| value)
    }

    /// The same conditions but for one; empty for not said.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut pairs = self.write();
        pairs.retain(|(known, _)| known != name);
        pairs.push((name.to_owned(), value.to_owned()));
        Self::read(&pairs)
    }

    /// True for a source that meets all conditions.
    pub fn matches(&self, source: &SourceSummary) -> bool {
        Self::finds(&fold(&self.text), source) && self.meets(source).iter().all(|is_met| *is_met)
    }

    /// Whether every word is found; `words` is the folded text.
    pub(super) fn finds(words: &str, source: &SourceSummary) -> bool {
        let mut words = words.split_whitespace();
        words.all(|word| source.text.contains(word))
    }

    /// Whether each of the [`Self::CHOICES`] is met.
    pub(super) fn meets(&self, source: &SourceSummary) -> [bool; 4] {
        let kind = self.authentication.as_ref();
        [
            self.category.is_empty() || self.category == source.category,
            kind.is_none_or(|kind| source.authentications.contains(kind)),
            self.beta.is_none_or(|beta| beta == source.beta),
            self.streaming.is_none_or(|it| it == source.streaming),
        ]
    }
}

/// The values of a source that a condition may choose it by, as addresses have them.
pub(super) fn values_of(source: &SourceSummary, name: &str) -> Vec<String> {
    let value = match name {
        Filter::CATEGORY => source.category.as_str(),
        Filter::BETA => choose(Some(source.beta), "true", "false"),
        Filter::KIND => choose(Some(source.streaming), "streaming", "batch"),
        _ => {
            let kinds = AuthenticationKind::ALL.iter();
            let own = kinds.filter(|(_, kind)| source.authentications.contains(kind));
            return own.map(|(code, _)| (*code).to_owned()).collect();
        }
    };
    vec![value.to_owned()]
}

fn choose(flag: Option<bool>, yes: &'static str, no: &'static str) -> &'static str {
    match flag {
        Some(true) => yes,
        Some(false) => no,
        None => "",
    }
}
