//! Our own wording for the parameters of sources that many of them have.
//!
//! The service's titles and descriptions are in English only, and some sources have none.

mod humanised;
mod table;

pub use humanised::humanised;

use self::table::{ROWS, Wording};
use super::Language;

/// What to call a way to sign in: our own words for well-known ones, else as the service has it.
pub fn authentication_label(title: &str, language: Language) -> String {
    let known = AUTHENTICATIONS.iter().find(|(known, _, _)| *known == title);
    match (known, language) {
        (Some((_, english, _)), Language::English) => (*english).to_owned(),
        (Some((_, _, french)), Language::French) => (*french).to_owned(),
        (None, _) => title.to_owned(),
    }
}

const AUTHENTICATIONS: [(&str, &str, &str); 6] = [
    (
        "Basic Authentication",
        "User and password",
        "Utilisateur et mot de passe",
    ),
    (
        "User and password",
        "User and password",
        "Utilisateur et mot de passe",
    ),
    (
        "User and password (Experience Platform on AWS)",
        "User and password (on AWS)",
        "Utilisateur et mot de passe (sur AWS)",
    ),
    (
        "Connection String Based Authentication",
        "Connection string",
        "Chaîne de connexion",
    ),
    (
        "Connection string",
        "Connection string",
        "Chaîne de connexion",
    ),
    (
        "Streaming Connection",
        "Streaming connection",
        "Connexion en continu",
    ),
];

/// What to call a parameter; `None` where we have no word of our own for it.
pub fn parameter_label(name: &str, language: Language) -> Option<&'static str> {
    wording(name, language).map(|wording| wording.label)
}

/// What a parameter is for, in one sentence.
pub fn parameter_help(name: &str, language: Language) -> Option<&'static str> {
    wording(name, language)
        .map(|wording| wording.help)
        .filter(|help| !help.is_empty())
}

fn wording(name: &str, language: Language) -> Option<&'static Wording> {
    let row = ROWS.iter().find(|row| row.name == name)?;
    Some(match language {
        Language::English => &row.english,
        Language::French => &row.french,
    })
}
