//! The table of texts: one member a text, one value a language.

use super::chain::ChainWords;
use super::editing::EditingWords;
use super::english::ENGLISH;
use super::exchange::ExchangeWords;
use super::form::FormWords;
use super::french::FRENCH;
use super::posting::PostingWords;
use super::request_log::RequestWords;
use super::runs::RunWords;
use super::settings::SettingsWords;
use super::{Language, chain, editing, exchange, form, posting, request_log, runs, settings};

/// The texts that the first screen shows or many screens share, and the way to those of the others: a table that only
/// some part of a release names is fetched with that part. Messages about failures, problems and parameters have
/// functions of their own. Texts with something to fill in are functions.
#[allow(
    missing_docs,
    reason = "a text's name and its English wording say what it is"
)]
pub struct Words {
    pub(super) language: Language,

    // The bar and the navigation.
    pub skip_to_content: &'static str,
    pub main_navigation: &'static str,
    pub sources: &'static str,
    pub connections: &'static str,
    pub dataflows: &'static str,
    pub inlets: &'static str,
    pub requests: &'static str,
    pub environment: &'static str,
    pub sandbox: &'static str,
    pub demo_data: &'static str,
    pub in_this_browser: &'static str,
    pub own_environment: &'static str,
    pub production_band: &'static str,
    pub no_token_needed: &'static str,
    pub no_token: &'static str,
    pub token_set: &'static str,
    pub token_over: &'static str,
    pub other_language: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,

    // Said on many pages.
    pub loading: &'static str,
    pub part_failed: &'static str,
    pub part_failed_help: &'static str,
    pub try_again: &'static str,
    pub optional: &'static str,
    pub show: &'static str,
    pub copied: &'static str,
    pub copy_as_curl: &'static str,
    pub copy_by_hand: &'static str,
    pub sending: &'static str,
    pub name: &'static str,
    pub description: &'static str,
    pub state: &'static str,
    pub show_more: &'static str,
    pub request_id: &'static str,
    pub open_environment: &'static str,
    pub read_only_environment: &'static str,

    // Sources and their forms.
    pub sources_intro: &'static str,
    pub paste_command: &'static str,
    pub search_sources: &'static str,
    pub search_sources_example: &'static str,
    pub clear_filters: &'static str,
    pub show_all_sources: &'static str,
    pub categories: &'static str,
    pub all_categories: &'static str,
    pub any_sign_in: &'static str,
    pub batch_or_streaming: &'static str,
    pub batch_and_streaming: &'static str,
    pub batch: &'static str,
    pub streaming: &'static str,
    pub beta_or_not: &'static str,
    pub beta_only: &'static str,
    pub without_beta: &'static str,
    pub no_source_found: &'static str,
    pub no_source_found_help: &'static str,
    pub beta: &'static str,
    pub source: &'static str,
    pub sign_in_with: &'static str,

    // No such page.
    pub page_not_found: &'static str,
    pub page_not_found_help: &'static str,
    pub go_home: &'static str,

    // Texts with something to fill in.
    pub token_left: fn(minutes: u64) -> String,
    pub ask_service_for: fn(name: &str) -> String,
    pub sources_found: fn(count: usize) -> String,
    pub unreadable_items: fn(count: usize) -> String,
    pub problems: fn(count: usize) -> String,
    pub problems_to_mend: fn(count: usize) -> String,
    pub raw_answer: fn(status: u16) -> String,
    pub category: fn(key: &str) -> String,
    pub branch_with: fn(names: &str) -> String,
    pub branch_number: fn(number: usize) -> String,
}

impl Words {
    /// The texts of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
        }
    }

    /// A source and its form.
    pub fn form(&self) -> &'static FormWords {
        self.pick(&form::ENGLISH, &form::FRENCH)
    }

    /// Connections, dataflows, inlets.
    pub fn chain(&self) -> &'static ChainWords {
        self.pick(&chain::ENGLISH, &chain::FRENCH)
    }

    /// Changes to what exists.
    pub fn editing(&self) -> &'static EditingWords {
        self.pick(&editing::ENGLISH, &editing::FRENCH)
    }

    /// The runs of dataflows.
    pub fn runs(&self) -> &'static RunWords {
        self.pick(&runs::ENGLISH, &runs::FRENCH)
    }

    /// Records for an inlet.
    pub fn posting(&self) -> &'static PostingWords {
        self.pick(&posting::ENGLISH, &posting::FRENCH)
    }

    /// Commands, links and copies.
    pub fn exchange(&self) -> &'static ExchangeWords {
        self.pick(&exchange::ENGLISH, &exchange::FRENCH)
    }

    /// Requests and their answers.
    pub fn request_log(&self) -> &'static RequestWords {
        self.pick(&request_log::ENGLISH, &request_log::FRENCH)
    }

    /// The Environment page.
    pub fn settings(&self) -> &'static SettingsWords {
        self.pick(&settings::ENGLISH, &settings::FRENCH)
    }

    fn pick<Table>(&self, english: &'static Table, french: &'static Table) -> &'static Table {
        match self.language {
            Language::English => english,
            Language::French => french,
        }
    }
}
