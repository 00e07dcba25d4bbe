//! Finds a source in the table: by identifier, by name, or for what a service answered.

use super::fold::fold;
use super::source::{DocumentedSource, Text};
use crate::model::ConnectionSpec;

/// All documented sources, category by category.
pub fn sources() -> &'static [DocumentedSource] {
    super::read::sources()
}

/// The source with an identifier of the table, invented ones included.
pub fn by_id(id: &str) -> Option<&'static DocumentedSource> {
    sources().iter().find(|source| source.id == id)
}

/// What a parameter of that name is called, whichever source it belongs to; `None` where `words` has a word for it, or
/// no source has it.
pub fn parameter_label(name: &str) -> Option<Text> {
    super::read::label(name)
}

/// The source with a machine name, a key or a title; case and what is neither letter nor digit do not count.
pub fn by_name(name: &str) -> Option<&'static DocumentedSource> {
    let name = bare(name);
    sources().iter().find(|source| is_called(source, &name))
}

/// What is documented about a specification that a service answered.
///
/// Some identifiers are printed for several sources. The name decides between these, then the row that is sure of its
/// identifier; where neither does, nothing is said rather than something about another source.
pub fn documented(spec: &ConnectionSpec) -> Option<&'static DocumentedSource> {
    let id = spec.id.as_str();
    let names = [bare(&spec.name), bare(&spec.title())];
    let mut candidates = Vec::new();
    for source in sources() {
        if source.id == id || source.printed_id == Some(id) {
            candidates.push(source);
        }
    }
    let mut named = None;
    for source in &candidates {
        if names.iter().any(|name| is_called(source, name)) {
            named = Some(*source);
        }
    }
    let sure = || match candidates.as_slice() {
        [single] => Some(*single),
        _ => candidates
            .iter()
            .find(|source| !source.is_identifier_shared())
            .copied(),
    };
    named.or_else(sure)
}

impl DocumentedSource {
    /// True where Adobe prints the identifier for other sources as well, and it may be one of these that has it.
    pub fn is_identifier_shared(&self) -> bool {
        let shared = super::DoubtCode::IdentifierShared;
        self.doubts.iter().any(|doubt| doubt.code == shared)
    }
}

fn is_called(source: &DocumentedSource, name: &str) -> bool {
    [source.name, source.key, source.title]
        .into_iter()
        .any(|known| bare(known) == name)
}

fn bare(name: &str) -> String {
    fold(name)
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}
