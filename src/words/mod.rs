//! What is said to people, in English and in French.
//!
//! Each language is one value of the same type, so a text that is missing in one of them does not compile.
//! Must never know: the DOM, where a text is shown. Uses `schema`, `model`, `api`, `form` and `interchange`,
//! whose problems it words, and `catalog`, whose codes it words.

mod branch;
mod catalog;
mod chain;
mod editing;
mod english;
mod exchange;
mod failure;
mod fill;
mod form;
mod french;
mod interchange;
mod letter_case;
mod parameters;
mod posting;
mod problem;
mod quantity;
mod records;
mod request_log;
mod runs;
mod sending;
mod settings;
mod table;

pub use branch::branch_name;
pub use catalog::{
    authentication_kind_label, catalog_text, doubt_badge, doubt_text, drift_text, hint_text,
    kind_label, source_parameter_help, source_parameter_label, way_doubt_text, way_label,
    way_labels,
};
pub use chain::ChainWords;
pub use editing::EditingWords;
pub use exchange::ExchangeWords;
pub use failure::{FailureText, failure_text};
pub use form::FormWords;
pub use interchange::{
    command_problem_text, format_label, left_over_text, note_text, shell_name, slip_text,
    to_fill_text,
};
pub use letter_case::{capital, small, small_letters};
pub use parameters::{authentication_label, humanised, parameter_help, parameter_label};
pub use posting::PostingWords;
pub use problem::{problem_text, rule_text};
pub use quantity::{duration_text, number_text, size_text};
pub use records::{
    cell_kind_label, column_problem_text, finding_kind_label, finding_text,
    placeholder_group_label, placeholder_text, sample_label, source_format_label,
    template_problem_text, unreadable_text,
};
pub use request_log::RequestWords;
pub use runs::RunWords;
pub use sending::{end_text, outcome_label, outcome_reason_text, waiting_text};
pub use settings::SettingsWords;
pub use table::Words;

/// The languages of the console.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, the fallback.
    #[default]
    English,
    /// French.
    French,
}

impl Language {
    /// The two-letter code, as `<html lang>` has it.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The locale for numbers and dates: international conventions for English, those of France for French.
    pub fn locale(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::French => "fr-FR",
        }
    }

    /// Reads a language tag such as `fr` or `fr-CA`.
    pub fn read(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        [Self::English, Self::French]
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// The first of the reader's preferred languages that there is.
    pub fn best(preferred: &[String]) -> Self {
        preferred
            .iter()
            .find_map(|tag| Self::read(tag))
            .unwrap_or_default()
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::English => Self::French,
            Self::French => Self::English,
        }
    }
}
