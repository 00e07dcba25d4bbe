//! What a catalog page was asked to show.

use super::authentication::AuthenticationKind;
use super::fold::fold;
use super::summary::SourceSummary;

/// Conditions that a source must all meet; the empty ones it meets anyway.
#[derive(Clone, Default, PartialEq)]
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

const TEXT: &str = "search";
const CATEGORY: &str = "category";
const AUTHENTICATION: &str = "authentication";
const BETA: &str = "beta";
const KIND: &str = "kind";

impl Filter {
    /// Reads the pairs of an address. Other pairs and unknown values count as not said.
    pub fn read(pairs: &[(String, String)]) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs {
            match (name.as_str(), value.as_str()) {
                (TEXT, text) => text.clone_into(&mut filter.text),
                (CATEGORY, key) => key.clone_into(&mut filter.category),
                (AUTHENTICATION, code) => {
                    let known = AuthenticationKind::ALL.iter().find(|it| it.0 == code);
                    filter.authentication = known.map(|(_, kind)| *kind);
                }
                (BETA, "true") => filter.beta = Some(true),
                (BETA, "false") => filter.beta = Some(false),
                (KIND, "streaming") => filter.streaming = Some(true),
                (KIND, "batch") => filter.streaming = Some(false),
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
            (TEXT, self.text.as_str()),
            (CATEGORY, &self.category),
            (
                AUTHENTICATION,
                self.authentication.as_ref().map_or("", code),
            ),
            (BETA, choose(self.beta, "true", "false")),
            (KIND, choose(self.streaming, "streaming", "batch")),
        ] {
            if !value.is_empty() {
                pairs.push((name.to_owned(), value.to_owned()));
            }
        }
        pairs
    }

    /// True for a source that meets all conditions.
    pub fn matches(&self, source: &SourceSummary) -> bool {
        let kind = self.authentication.as_ref();
        (self.category.is_empty() || self.category == source.category)
            && kind.is_none_or(|kind| source.authentications.contains(kind))
            && self.beta.is_none_or(|beta| beta == source.beta)
            && self.streaming.is_none_or(|it| it == source.streaming)
            && fold(&self.text)
                .split_whitespace()
                .all(|word| source.text.contains(word))
    }
}

fn choose(flag: Option<bool>, yes: &'static str, no: &'static str) -> &'static str {
    match flag {
        Some(true) => yes,
        Some(false) => no,
        None => "",
    }
}
