//! The table of texts: one member a text, one value a language.

use super::Language;
use super::english::ENGLISH;
use super::french::FRENCH;

/// Every text of the console that is no message about a failure, a problem or a parameter.
/// Texts with something to fill in are functions.
#[allow(
    missing_docs,
    reason = "a text's name and its English wording say what it is"
)]
pub struct Words {
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
    pub try_again: &'static str,
    pub optional: &'static str,
    pub choose: &'static str,
    pub not_sent: &'static str,
    pub do_not_send: &'static str,
    pub show: &'static str,
    pub hide: &'static str,
    pub copied: &'static str,
    pub copy_as_curl: &'static str,
    pub copy_url: &'static str,
    pub copy_by_hand: &'static str,
    pub sending: &'static str,
    pub name: &'static str,
    pub description: &'static str,
    pub state: &'static str,
    pub created: &'static str,
    pub last_change: &'static str,
    pub details: &'static str,
    pub authentication: &'static str,
    pub next_steps: &'static str,
    pub show_more: &'static str,
    pub next_page: &'static str,
    pub request_id: &'static str,
    pub open_environment: &'static str,
    pub read_only_environment: &'static str,
    pub what_will_be_sent: &'static str,
    pub what_was_sent: &'static str,
    pub answer_of_service: &'static str,
    pub state_enabled: &'static str,
    pub state_disabled: &'static str,
    pub state_initializing: &'static str,
    pub state_draft: &'static str,

    // Sources and their forms.
    pub sources_intro: &'static str,
    pub search_sources: &'static str,
    pub search_sources_example: &'static str,
    pub show_all_sources: &'static str,
    pub no_source_found: &'static str,
    pub no_source_found_help: &'static str,
    pub beta: &'static str,
    pub source: &'static str,
    pub connection_specification: &'static str,
    pub sign_in_with: &'static str,
    pub more_options: &'static str,
    pub create_connection: &'static str,
    pub connection_created: &'static str,
    pub see_inlet_url: &'static str,
    pub see_connection: &'static str,
    pub create_dataflow_from_it: &'static str,
    pub create_another: &'static str,
    pub string_assistant: &'static str,
    pub string_assistant_help: &'static str,
    pub left_out: &'static str,
    pub off: &'static str,
    pub on: &'static str,
    pub on_if_offered: &'static str,

    // Connections.
    pub connection: &'static str,
    pub base_connection: &'static str,
    pub connections_intro: &'static str,
    pub no_connection_yet: &'static str,
    pub choose_source: &'static str,
    pub inlet: &'static str,
    pub inlet_open: &'static str,
    pub inlet_authenticated: &'static str,

    // Dataflows.
    pub dataflow: &'static str,
    pub dataflows_intro: &'static str,
    pub no_dataflow_yet: &'static str,
    pub no_dataflow_help: &'static str,
    pub open_inlets: &'static str,
    pub flow_specification: &'static str,
    pub source_connection: &'static str,
    pub target_connection: &'static str,
    pub new_dataflow: &'static str,
    pub new_dataflow_intro: &'static str,
    pub call_plan: &'static str,
    pub streaming_only: &'static str,
    pub no_flow_spec: &'static str,
    pub create_source_connection: &'static str,
    pub create_target_connection: &'static str,
    pub create_dataflow: &'static str,
    pub created_go_on: &'static str,
    pub dataflow_created: &'static str,
    pub flow_settles: &'static str,
    pub see_dataflow: &'static str,

    // Inlets.
    pub inlets_intro: &'static str,
    pub no_inlet_yet: &'static str,
    pub no_inlet_help: &'static str,
    pub send_record: &'static str,
    pub send_a_record: &'static str,
    pub send_intro: &'static str,
    pub send_with_token: &'static str,
    pub send_with_token_help: &'static str,
    pub use_sample: &'static str,
    pub record_received: &'static str,
    pub received_is_not_stored: &'static str,

    // Requests.
    pub requests_intro: &'static str,
    pub no_request_yet: &'static str,
    pub forget_requests: &'static str,
    pub request: &'static str,
    pub answer: &'static str,
    pub waiting: &'static str,
    pub no_answer: &'static str,

    // Environment.
    pub environment_intro: &'static str,
    pub demo_environment: &'static str,
    pub demo_help: &'static str,
    pub live_help: &'static str,
    pub use_environment: &'static str,
    pub environment_works: &'static str,
    pub environment_works_help: &'static str,
    pub storage_denied: &'static str,
    pub config_broken: &'static str,
    pub config_ignored: &'static str,
    pub demo_switches: &'static str,
    pub demo_switches_help: &'static str,
    pub fault_expired_token: &'static str,
    pub fault_throttled: &'static str,
    pub fault_unavailable: &'static str,
    pub fault_not_json: &'static str,
    pub fault_dropped: &'static str,
    pub fault_slow: &'static str,
    pub reset_demo: &'static str,
    pub demo_was_reset: &'static str,

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
    pub string_lacks: fn(names: &str) -> String,
    pub send_to_inlet_of: fn(name: &str) -> String,
}

impl Words {
    /// The texts of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
        }
    }
}
