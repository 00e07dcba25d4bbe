//! Search and filter over what a service answers.

use flow_console::catalog::{
    AuthenticationKind, Filter, Kind, SourceSummary, connection_spec_document, drift, fold, sources,
};
use flow_console::model::{ConnectionSpec, FromJson};
use serde_json::json;

use super::spec;

fn all() -> Vec<SourceSummary> {
    sources()
        .iter()
        .map(|source| {
            let spec: ConnectionSpec =
                ConnectionSpec::from_json(&connection_spec_document(source)).unwrap();
            SourceSummary::new(&spec)
        })
        .collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// The names of the sources that the pairs of an address let through.
#[track_caller]
fn check(address: &[(&str, &str)], expected: &[&str]) {
    let filter = Filter::read(&pairs(address));
    let found: Vec<String> = all()
        .into_iter()
        .filter(|source| filter.matches(source))
        .map(|source| source.name)
        .collect();
    assert_eq!(found, expected, "{address:?}");
}

fn count(address: &[(&str, &str)]) -> usize {
    let filter = Filter::read(&pairs(address));
    all().iter().filter(|source| filter.matches(source)).count()
}

#[test]
fn text_is_found_in_names_categories_and_parameters() {
    check(&[("search", "sasKeyName")], &["eventhub"]);
    check(&[("search", "SASKEY hubs")], &["eventhub"]);
    check(
        &[("search", "snöwflake STREAMING")],
        &["snowflake-streaming"],
    );
    check(&[("search", "loyalty")], &["capillary", "lava"]);
    check(&[("search", "86043421")], &["amazon-kinesis"]);
    check(&[("search", "topic & subscription")], &["google-pubsub"]);
    check(&[("search", "maria db")], &["mariadb"]);
    check(&[("search", "nothing of the kind")], &[]);
    assert_eq!(count(&[]), 73);
    assert_eq!(count(&[("search", "  ")]), 73);
    assert_eq!(
        count(&[("search", "cloud storage"), ("category", "cloudStorage")]),
        13
    );
}

#[test]
fn the_readers_words_can_be_added() {
    let mut summary = SourceSummary::new(&spec("mysql"));
    let filter = |text: &str| Filter {
        text: text.to_owned(),
        ..Filter::default()
    };
    assert!(!filter("données").matches(&summary));
    summary.add_text("Bases de données");
    assert!(filter("DONNEES").matches(&summary));
    assert!(filter("mysql bases").matches(&summary));
    // Words do not reach over the end of a text.
    assert!(!filter("donneesmysql").matches(&summary));
}

#[test]
fn conditions_add_up() {
    check(
        &[("category", "crm"), ("authentication", "service-principal")],
        &["ms-dynamics"],
    );
    check(
        &[("category", "databases"), ("authentication", "key")],
        &["snowflake"],
    );
    check(
        &[("category", "databases"), ("kind", "streaming")],
        &["snowflake-streaming"],
    );
    check(
        &[("category", "protocols"), ("beta", "true")],
        &["generic-rest"],
    );
    check(&[("category", "protocols"), ("beta", "false")], &["odata"]);
    check(
        &[("category", "streaming"), ("authentication", "none")],
        &["Streaming Connection"],
    );
    assert_eq!(count(&[("authentication", "connection-string")]), 13);
    assert_eq!(
        count(&[("kind", "streaming")]) + count(&[("kind", "batch")]),
        73
    );
    assert_eq!(count(&[("kind", "streaming")]), 11);
    assert_eq!(count(&[("beta", "true")]) + count(&[("beta", "false")]), 73);
}

#[test]
fn kinds_of_signing_in_follow_the_parameters() {
    use AuthenticationKind::{Basic, ConnectionString, Key, OAuth, Open, ServicePrincipal};
    let check = |name: &str, expected: &[AuthenticationKind]| {
        assert_eq!(
            SourceSummary::new(&spec(name)).authentications,
            expected,
            "{name}"
        );
    };
    check("greenplum", &[ConnectionString]);
    check("hubspot", &[OAuth]);
    check("sugarcrm-events", &[Basic]);
    check("hive", &[Basic]);
    check("s3", &[Key, Open]);
    check("sftp", &[Basic, Key]);
    check("snowflake", &[ConnectionString, Key, Basic]);
    check("eventhub", &[Key, ServicePrincipal]);
    check("blob", &[ConnectionString, Key]);
    check("synapse-analytics", &[ConnectionString, ServicePrincipal]);
    check("generic-rest", &[OAuth, Basic]);
    check("data-landing-zone", &[Open]);
    check("hdfs", &[Open]);
}

#[test]
fn what_no_document_knows_is_judged_by_itself() {
    let spec: ConnectionSpec = ConnectionSpec::from_json(&json!({
        "id": "11111111-0000-4000-8000-000000000000",
        "name": "robot",
        "authSpec": [
            { "name": "Basic Authentication", "spec": { "oneOf": [
                { "properties": { "apiKey": { "type": "string", "format": "password" } } },
                { "properties": { "seed": { "type": "string" } } }
            ] } }
        ],
        "sourceSpec": {
            "type": "Stream",
            "attributes": { "uiAttributes": { "isBeta": "true", "category": { "key": "robots" } } }
        }
    }))
    .unwrap();
    let summary = SourceSummary::new(&spec);
    assert_eq!(summary.authentications, [AuthenticationKind::Key]);
    assert!(summary.streaming && summary.beta && summary.kind.is_none());
    assert_eq!(summary.category, "robots");
    for address in [
        ("search", "APIkey robot"),
        ("search", "seed"),
        ("category", "robots"),
    ] {
        assert!(
            Filter::read(&pairs(&[address])).matches(&summary),
            "{address:?}"
        );
    }
}

#[test]
fn the_table_speaks_where_the_service_is_silent() {
    let spec: ConnectionSpec = ConnectionSpec::from_json(&json!({
        "id": "b7bf2577-4520-42c9-bae9-cad01560f7bc", "name": "x"
    }))
    .unwrap();
    let summary = SourceSummary::new(&spec);
    assert_eq!(summary.category, "cloudStorage");
    assert_eq!(summary.kind, Some(Kind::BatchFile));
    assert!(Filter::read(&pairs(&[("search", "sftp")])).matches(&summary));
    // What the service does say counts: it is no beta any more.
    let mut beta: ConnectionSpec = super::spec("ftp");
    assert!(SourceSummary::new(&beta).beta);
    *beta
        .source_spec
        .pointer_mut("/attributes/uiAttributes/isBeta")
        .unwrap() = json!(false);
    assert!(!SourceSummary::new(&beta).beta);
    beta.source_spec = json!({});
    assert!(SourceSummary::new(&beta).beta);
}

#[test]
fn addresses_are_read_and_written() {
    let all = pairs(&[
        ("search", "access key"),
        ("category", "cloudStorage"),
        ("authentication", "key"),
        ("beta", "false"),
        ("kind", "streaming"),
    ]);
    assert_eq!(Filter::read(&all).write(), all);
    assert_eq!(Filter::default().write(), []);
    let others = pairs(&[
        ("beta", "maybe"),
        ("authentication", "fax"),
        ("kind", ""),
        ("x", "y"),
    ]);
    assert!(Filter::read(&others) == Filter::default());
    for (code, kind) in AuthenticationKind::ALL {
        let pairs = pairs(&[("authentication", code)]);
        assert_eq!(Filter::read(&pairs).authentication, Some(kind));
        assert_eq!(Filter::read(&pairs).write(), pairs);
    }
}

#[test]
fn folding_takes_case_and_accents_away() {
    for (text, folded) in [
        ("Événement ŒUVRE", "evenement oeuvre"),
        ("e\u{301}te\u{301}", "ete"),
        ("Straße ÅØÆ", "strasse aoae"),
        ("İstanbul", "istanbul"),
        ("Δοκιμή", "δοκιμή"),
        ("l’API", "l'api"),
    ] {
        assert_eq!(fold(text), folded);
    }
}

/// Each name is compared with all before it, so that a page of a million would never be there.
#[test]
fn a_monstrous_specification_is_read_in_no_time() {
    let mut properties = serde_json::Map::new();
    for number in 0..100_000 {
        properties.insert(format!("p{number}"), json!({ "type": "string" }));
    }
    // Deeper than anybody looks, by the same way at every level.
    let mut nested = json!({ "properties": { "deep": {} } });
    for _ in 0..20 {
        nested = json!({ "properties": { "level": {} }, "oneOf": [nested] });
    }
    let ways = [json!({ "properties": properties }), nested]
        .map(|spec| json!({ "name": "Basic Authentication", "spec": spec }));
    let monster =
        json!({ "id": "b7bf2577-4520-42c9-bae9-cad01560f7bc", "name": "sftp", "authSpec": ways });
    let spec: ConnectionSpec = ConnectionSpec::from_json(&monster).unwrap();
    let summary = SourceSummary::new(&spec);
    for (text, is_found) in [
        ("p1999", true),
        ("p2000", false),
        ("level", true),
        ("deep", false),
    ] {
        let filter = Filter::read(&pairs(&[("search", text)]));
        assert_eq!(filter.matches(&summary), is_found, "{text}");
    }
    assert!(!drift(super::source("sftp"), &spec).is_empty());
}
