//! What is said about sources: their kinds, what is doubtful about them, what to know first, and how a service's
//! specification differs from the documented one.

mod sentences;

use self::sentences::{
    ADDED, AUTHENTICATION_ADDED, AUTHENTICATION_KINDS, AUTHENTICATION_REMOVED, DOUBTS, HINTS,
    KINDS, MONTHS, OF_WAY, QUALITIES, REMOVED, TOKEN_EXPIRES_DAY,
};
use super::fill::fill;
use super::parameters::{authentication_label, humanised, parameter_help, parameter_label};
use super::{Language, Words};
use crate::catalog::{
    self, AuthenticationKind, Change, DocumentedAuthentication, DocumentedSource, Doubt, DoubtCode,
    Drift, Hint, HintCode, Kind, Quality, Text,
};
use crate::model::AuthSpec;

/// A text of the catalog's table in a language.
pub fn catalog_text(text: &Text, language: Language) -> &'static str {
    match language {
        Language::English => text.english,
        Language::French => text.french,
    }
}

/// How records get from a source into the platform, in a few words.
pub fn kind_label(kind: Kind, language: Language) -> &'static str {
    let known = KINDS.iter().find(|row| row.0 == kind);
    known.map_or("", |row| choose(row.1, row.2, language))
}

/// What a kind of signing in is called in a filter.
pub fn authentication_kind_label(kind: AuthenticationKind, language: Language) -> &'static str {
    let known = AUTHENTICATION_KINDS.iter().find(|row| row.0 == kind);
    known.map_or("", |row| choose(row.1, row.2, language))
}

/// What a way to sign in to a source is called: by the catalog where it is documented, else as for any source.
///
/// A service's own title counts where it has one, since it says which of several ways of one name it is.
pub fn way_label(source: Option<&DocumentedSource>, way: &AuthSpec, language: Language) -> String {
    let known = source.and_then(|source| source.authentication(&way.name, way.title()));
    match known {
        Some(known) if way.title() == way.name || way.title() == known.schema_title => {
            catalog_text(&known.title, language).to_owned()
        }
        _ => authentication_label(way.title(), language),
    }
}

/// What the ways to sign in to a source are called, each differently.
///
/// Where a service gives several the same name, the first parameter that only one of them has tells them apart, else
/// a number does.
pub fn way_labels(
    source: Option<&DocumentedSource>,
    ways: &[AuthSpec],
    language: Language,
) -> Vec<String> {
    let plain: Vec<String> = ways
        .iter()
        .map(|way| way_label(source, way, language))
        .collect();
    let mut labels = Vec::with_capacity(plain.len());
    for (position, label) in plain.iter().enumerate() {
        let namesakes = plain.iter().zip(ways).enumerate();
        let others: Vec<&AuthSpec> = namesakes
            .filter(|(other, (theirs, _))| *other != position && *theirs == label)
            .map(|(_, (_, way))| way)
            .collect();
        let mut label = label.clone();
        if !others.is_empty() {
            let own = ways
                .get(position)
                .and_then(|way| own_parameter(way, &others));
            label.push_str(" (");
            label.push_str(&match own {
                Some(own) => source_parameter_label(own, language)
                    .map_or_else(|| humanised(own), str::to_owned),
                None => (position + 1).to_string(),
            });
            label.push(')');
        }
        labels.push(label);
    }
    labels
}

fn own_parameter<'a>(way: &'a AuthSpec, others: &[&AuthSpec]) -> Option<&'a str> {
    let has = |way: &AuthSpec, name: &str| {
        let parameters = way.spec.get("properties");
        parameters
            .and_then(|parameters| parameters.get(name))
            .is_some()
    };
    let parameters = way.spec.get("properties")?.as_object()?;
    parameters
        .keys()
        .map(String::as_str)
        .find(|name| others.iter().all(|other| !has(other, name)))
}

/// The help for a parameter of a source: the source's own, else what holds for all parameters of that name.
pub fn source_parameter_help(
    source: Option<&DocumentedSource>,
    authentication: &str,
    parameter: &str,
    language: Language,
) -> Option<&'static str> {
    let own = source.and_then(|source| source.parameter_help(authentication, parameter));
    match own {
        Some(own) => Some(catalog_text(&own, language)),
        None => parameter_help(parameter, language),
    }
}

/// What to call a parameter of a source: our word for all parameters of that name, else the catalog's.
pub fn source_parameter_label(parameter: &str, language: Language) -> Option<&'static str> {
    parameter_label(parameter, language).or_else(|| {
        let label = catalog::parameter_label(parameter)?;
        Some(catalog_text(&label, language))
    })
}

/// What the documents leave open, in a sentence or two.
pub fn doubt_text(doubt: &Doubt, language: Language) -> String {
    let known = DOUBTS.iter().find(|row| row.0 == doubt.code);
    let sentence = known.map_or("", |row| choose(row.1, row.2, language));
    match doubt.code {
        DoubtCode::Retirement => fill(sentence, &[&month(doubt.subject, language)]),
        _ => fill(sentence, &[&doubt.subject]),
    }
}

/// The same about one way to sign in, which is named first.
pub fn way_doubt_text(way: &DocumentedAuthentication, doubt: &Doubt, language: Language) -> String {
    let way = catalog_text(&way.title, language);
    sentence(OF_WAY, &[&way, &doubt_text(doubt, language)], language)
}

/// A doubt in a word or two, for a list.
pub fn doubt_badge(doubt: &Doubt, language: Language) -> String {
    match doubt.code {
        DoubtCode::Unavailable => choose("Unavailable", "Indisponible", language).to_owned(),
        DoubtCode::Retirement => {
            let sentence = choose("End: {}", "Fin\u{a0}: {}", language);
            fill(sentence, &[&month(doubt.subject, language)])
        }
        _ => choose("Uncertain", "Incertain", language).to_owned(),
    }
}

/// What to do or to know before a connection is made, in a sentence or two.
pub fn hint_text(hint: &Hint, language: Language) -> String {
    if (hint.code, hint.subject) == (HintCode::TokenExpiresDays, "1") {
        return sentence(TOKEN_EXPIRES_DAY, &[], language);
    }
    let known = HINTS.iter().find(|row| row.0 == hint.code);
    let sentence = known.map_or("", |row| choose(row.1, row.2, language));
    fill(sentence, &[&hint.subject])
}

/// How the service differs from what is documented, in a sentence that names the way to sign in.
pub fn drift_text(source: &DocumentedSource, drift: &Drift, language: Language) -> String {
    let mut ways = source.authentications.iter();
    let known = ways.find(|way| way.schema_title == drift.authentication);
    let way = known.map_or_else(
        || authentication_label(&drift.authentication, language),
        |known| catalog_text(&known.title, language).to_owned(),
    );
    match &drift.change {
        Change::AuthenticationAdded => sentence(AUTHENTICATION_ADDED, &[&way], language),
        Change::AuthenticationRemoved => sentence(AUTHENTICATION_REMOVED, &[&way], language),
        Change::ParameterAdded { parameter } => sentence(ADDED, &[&way, parameter], language),
        Change::ParameterRemoved { parameter } => sentence(REMOVED, &[&way, parameter], language),
        Change::ParameterChanged {
            parameter,
            quality,
            documented,
            found,
        } => {
            let Some(row) = QUALITIES.iter().find(|row| row.0 == *quality) else {
                return String::new();
            };
            let [now, was] =
                [found, documented].map(|value| quality_value(*quality, value, language));
            sentence((row.1, row.2), &[&way, parameter, &now, &was], language)
        }
    }
}

fn sentence(
    texts: (&'static str, &'static str),
    parts: &[&dyn std::fmt::Display],
    language: Language,
) -> String {
    fill(choose(texts.0, texts.1, language), parts)
}

/// Types, formats and choices as they are, flags and nothing in words.
fn quality_value(quality: Quality, value: &str, language: Language) -> String {
    let words = Words::of(language);
    match (quality, value) {
        (Quality::Required, "true") => choose("required", "obligatoire", language),
        (Quality::Required, _) => words.optional,
        (Quality::Secret, "true") => choose("secret", "secret", language),
        (Quality::Secret, _) => choose("not secret", "non secret", language),
        (Quality::Choices, "") => choose("any value", "n’importe quelle valeur", language),
        (_, "") => choose("none", "aucun", language),
        (_, value) => return value.to_owned(),
    }
    .to_owned()
}

/// `2026-01` → “January 2026”.
fn month(written: &str, language: Language) -> String {
    let parts = written.split_once('-');
    let row = parts.and_then(|(_, month)| MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?));
    match (parts, row) {
        (Some((year, _)), Some(row)) => {
            let mut text = choose(row.0, row.1, language).to_owned();
            text.push('\u{a0}');
            text.push_str(year);
            text
        }
        _ => written.to_owned(),
    }
}

fn choose(english: &'static str, french: &'static str, language: Language) -> &'static str {
    match language {
        Language::English => english,
        Language::French => french,
    }
}
