//! The files of the table, and how they become JSON.

use std::sync::OnceLock;

use serde_json::Value;

/// The categories by the keys that Adobe's consoles have for them, each with its sources.
///
/// The keys of `consentAndPreferences` and `loyalty` are made up after the others'; no document prints them.
const CATEGORIES: [(&str, &str); 13] = [
    ("advertising", include_str!("data/advertising.json")),
    ("analytics", include_str!("data/analytics.json")),
    ("cloudStorage", include_str!("data/cloud_storage.json")),
    (
        "consentAndPreferences",
        include_str!("data/consent_and_preferences.json"),
    ),
    ("crm", include_str!("data/crm.json")),
    (
        "customerSuccess",
        include_str!("data/customer_success.json"),
    ),
    ("databases", include_str!("data/databases.json")),
    ("ecommerce", include_str!("data/ecommerce.json")),
    ("loyalty", include_str!("data/loyalty.json")),
    (
        "marketingAutomation",
        include_str!("data/marketing_automation.json"),
    ),
    ("payments", include_str!("data/payments.json")),
    ("protocols", include_str!("data/protocols.json")),
    ("streaming", include_str!("data/streaming.json")),
];

/// Help and titles that many sources share.
const SHARED: &str = include_str!("data/shared.json");

/// Specifications as tutorials print them.
const DOCUMENTS: [(&str, &str); 5] = [
    (
        "amazon_kinesis",
        include_str!("documents/amazon_kinesis.json"),
    ),
    (
        "amazon_redshift",
        include_str!("documents/amazon_redshift.json"),
    ),
    ("http_api", include_str!("documents/http_api.json")),
    ("phoenix", include_str!("documents/phoenix.json")),
    ("postgresql", include_str!("documents/postgresql.json")),
];

/// All files, read once.
pub(super) struct Files {
    /// By the category's key.
    pub(super) categories: Vec<(&'static str, Value)>,
    /// By the name that the table has for them.
    pub(super) documents: Vec<(&'static str, Value)>,
    /// Help and titles.
    pub(super) shared: Value,
}

/// Reads them when they are asked for first. A file that is no JSON would be empty, which the tests would find.
pub(super) fn files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| Files {
        categories: parse(&CATEGORIES),
        documents: parse(&DOCUMENTS),
        shared: serde_json::from_str(SHARED).unwrap_or_default(),
    })
}

fn parse(texts: &[(&'static str, &str)]) -> Vec<(&'static str, Value)> {
    let mut values = Vec::with_capacity(texts.len());
    for (name, text) in texts {
        values.push((*name, serde_json::from_str(text).unwrap_or_default()));
    }
    values
}
