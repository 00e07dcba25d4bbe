//! The texts in English.

use super::{Language, Words};

pub(super) static ENGLISH: Words = Words {
    language: Language::English,

    // The bar and the navigation.
    skip_to_content: "Skip to content",
    main_navigation: "Main",
    sources: "Sources",
    connections: "Connections",
    dataflows: "Dataflows",
    inlets: "Inlets",
    requests: "Requests",
    environment: "Environment",
    sandbox: "sandbox",
    demo_data: "Demo data",
    in_this_browser: "in this browser",
    own_environment: "My environment",
    production_band: "Production",
    no_token_needed: "no token needed",
    no_token: "no access token",
    token_set: "token set",
    token_over: "token expired",
    other_language: "Français",
    theme_system: "Theme: as the system",
    theme_light: "Theme: light",
    theme_dark: "Theme: dark",

    // Said on many pages.
    loading: "Loading…",
    part_failed: "This part of the console did not load",
    part_failed_help: "A file of the console could not be fetched: the network is down, or whoever hosts the console has just replaced it. Try again; if that does not help, reload the page.",
    try_again: "Try again",
    optional: "optional",
    show: "Show",
    copied: "Copied",
    copy_as_curl: "Copy as cURL",
    copy_by_hand: "The browser refuses to copy: copy this by hand",
    sending: "Sending…",
    name: "Name",
    description: "Description",
    state: "State",
    show_more: "Show more",
    request_id: "Request ID",
    open_environment: "Open Environment",
    read_only_environment: "This environment is read-only: nothing can be created or sent in it.",

    // Sources and their forms.
    sources_intro: "Every connection specification that the service offers. Pick one to see what it needs.",
    paste_command: "Paste a command…",
    search_sources: "Search sources",
    search_sources_example: "Search name, category or parameter",
    clear_filters: "Clear filters",
    show_all_sources: "Show all sources",
    categories: "Categories",
    all_categories: "All",
    any_sign_in: "Any way to sign in",
    batch_or_streaming: "Batch or streaming",
    batch_and_streaming: "Batch and streaming",
    batch: "Batch",
    streaming: "Streaming",
    beta_or_not: "Beta or not",
    beta_only: "Beta only",
    without_beta: "Without beta",
    no_source_found: "No source matches.",
    no_source_found_help: "Search for part of a name, a category, or a parameter such as “region”.",
    beta: "Beta",
    source: "Source",
    sign_in_with: "Sign in with",

    // No such page.
    page_not_found: "There is no such page",
    page_not_found_help: "The console has no screen at this address:",
    go_home: "Go to Sources",

    // Texts with something to fill in.
    token_left: |minutes| match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("token: {minutes} min left"),
        (hours, minutes) => format!("token: {hours} h {minutes} min left"),
    },
    ask_service_for: |name| format!("Ask the service for name == \"{name}\""),
    sources_found: |count| match count {
        1 => "1 source".to_owned(),
        _ => format!("{count} sources"),
    },
    unreadable_items: |count| match count {
        1 => "1 item of the answer could not be read and is not shown.".to_owned(),
        _ => format!("{count} items of the answer could not be read and are not shown."),
    },
    problems: |count| match count {
        1 => "1 problem".to_owned(),
        _ => format!("{count} problems"),
    },
    problems_to_mend: |count| match count {
        1 => "One field needs your attention; nothing was sent.".to_owned(),
        _ => format!("{count} fields need your attention; nothing was sent."),
    },
    raw_answer: |status| format!("The answer as it came (status {status})"),
    category,
    branch_with: |names| format!("With {names}"),
    branch_number: |number| format!("Option {number}"),
};

/// The service sends a key such as `cloudStorage`; one that is not known is shown as it came.
fn category(key: &str) -> String {
    match key {
        "advertising" => "Advertising",
        "analytics" => "Analytics",
        "cloudStorage" => "Cloud storage",
        "consentAndPreferences" => "Consent and preferences",
        "crm" => "CRM",
        "customerSuccess" => "Customer success",
        "database" | "databases" => "Databases",
        "ecommerce" => "E-commerce",
        "loyalty" => "Loyalty",
        "marketingAutomation" => "Marketing automation",
        "payments" => "Payments",
        "protocols" => "Protocols",
        "streaming" => "Streaming",
        "" => "Other",
        other => other,
    }
    .to_owned()
}
