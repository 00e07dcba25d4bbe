//! Which sources there are, and how they are told apart.

use flow_console::catalog::{
    Cloud, DoubtCode, Kind, by_id, by_name, category_key, documented, sources,
};
use flow_console::model::{ConnectionSpec, FromJson};
use serde_json::json;

use super::{source, spec};

/// A line for each: key, printed identifier, kind, and how many ways to sign in Adobe's tutorials describe.
const DOCUMENTED: &str = include_str!("sources.txt");

#[test]
fn every_documented_source_is_there() {
    let lines: Vec<String> = sources()
        .iter()
        .map(|source| {
            let kind = Kind::ALL.iter().find(|(_, kind)| *kind == source.kind);
            let id = source.printed_id.unwrap_or(source.id);
            let ways = source.authentications.len();
            format!("{} {id} {} {ways}", source.key, kind.unwrap().0)
        })
        .collect();
    assert_eq!(lines, DOCUMENTED.lines().collect::<Vec<_>>());
    assert_eq!(lines.len(), 73);
}

#[test]
fn identifiers_are_unique() {
    let all = sources();
    for (position, source) in all.iter().enumerate() {
        for other in &all[..position] {
            assert_ne!(source.id, other.id, "{} {}", source.key, other.key);
            assert_ne!(source.key, other.key);
            assert_ne!(source.name, other.name);
            assert_ne!(source.title, other.title);
        }
        let groups: Vec<usize> = source.id.split('-').map(str::len).collect();
        assert_eq!(groups, [8, 4, 4, 4, 12], "{}", source.key);
        assert!(
            source
                .id
                .chars()
                .all(|it| it == '-' || it.is_ascii_hexdigit())
        );
        assert_eq!(
            source.printed_id.is_some(),
            source.id.starts_with("f10c0000")
        );
        if source.printed_id.is_some() {
            assert!(source.is_identifier_shared(), "{}", source.key);
        }
        assert_eq!(by_id(source.id).unwrap().key, source.key);
        assert_eq!(by_name(source.name).unwrap().key, source.key);
    }
}

#[test]
fn ways_to_sign_in_are_told_apart() {
    for source in sources() {
        let ways = &source.authentications;
        for (position, way) in ways.iter().enumerate() {
            for other in &ways[..position] {
                let titles = [way, other].map(|way| way.title);
                assert_ne!(titles[0].english, titles[1].english, "{}", source.key);
                assert_ne!(titles[0].french, titles[1].french, "{}", source.key);
            }
        }
    }
    let clouds = |name| {
        source(name)
            .authentications
            .iter()
            .map(|way| way.cloud)
            .collect::<Vec<_>>()
    };
    let (azure, aws) = (Some(Cloud::Azure), Some(Cloud::Aws));
    assert_eq!(clouds("s3"), [azure, aws]);
    assert_eq!(clouds("mysql"), [azure, azure, aws]);
    assert_eq!(clouds("snowflake"), [azure, azure, aws, aws]);
    assert_eq!(clouds("eventhub"), [None; 4]);
    let way = source("eventhub").authentication(
        "Azure EventHub authentication credentials",
        "Shared access key, one event hub",
    );
    assert_eq!(way.unwrap().parameters.len(), 4);
}

#[test]
fn doubts_are_where_the_documents_leave_them() {
    let check = |name: &str, code: DoubtCode, subject: &str| {
        let doubts = source(name).all_doubts();
        let found = doubts
            .iter()
            .any(|(_, it)| it.code == code && it.subject == subject);
        assert!(found, "{name}: {code:?} {subject}");
    };
    check("mysql", DoubtCode::NameUnknown, "mysql");
    check("mysql", DoubtCode::AuthenticationNameUnknown, "");
    check(
        "sugarcrm-events",
        DoubtCode::IdentifierShared,
        "59a4b493-a615-40f9-bd38-f823d0909a2b",
    );
    check(
        "sugarcrm-accounts-contacts",
        DoubtCode::IdentifierShared,
        "59a4b493-a615-40f9-bd38-f823d0909a2b",
    );
    check("hive", DoubtCode::Contradiction, "");
    check("oracle", DoubtCode::FlagAsText, "sslMode");
    check(
        "salesforce-marketing-cloud",
        DoubtCode::Retirement,
        "2026-01",
    );
    for source in sources() {
        let is_unnamed = source
            .doubts
            .iter()
            .any(|it| it.code == DoubtCode::NameUnknown);
        assert_eq!(
            is_unnamed,
            source.name == source.key && source.key != "phoenix"
        );
        for way in &source.authentications {
            let is_provisional = way.name.ends_with("(provisional name)");
            let unknown = DoubtCode::AuthenticationNameUnknown;
            assert_eq!(
                way.doubts.iter().any(|it| it.code == unknown),
                is_provisional
            );
        }
    }
}

fn answered(id: &str, name: &str) -> ConnectionSpec {
    ConnectionSpec::from_json(&json!({ "id": id, "name": name })).unwrap()
}

#[test]
fn what_a_service_answers_is_found() {
    let check = |id: &str, name: &str, key: Option<&str>| {
        let found = documented(&answered(id, name));
        assert_eq!(found.map(|source| source.key), key, "{id} {name}");
    };
    for source in sources() {
        check(
            source.id,
            "called something else",
            match source.key {
                // Its identifier may be another's.
                "sugarcrm-accounts-contacts" | "oracle-netsuite-activities" => None,
                key => Some(key),
            },
        );
        check(
            source.printed_id.unwrap_or(source.id),
            source.title,
            Some(source.key),
        );
    }
    check(
        "59a4b493-a615-40f9-bd38-f823d0909a2b",
        "LinkedIn Ads",
        Some("linkedin-ads"),
    );
    check(
        "ea1c2a08-b722-11eb-8529-0242ac130003",
        "",
        Some("salesforce-marketing-cloud"),
    );
    check(
        "ea1c2a08-b722-11eb-8529-0242ac130003",
        "path factory",
        Some("pathfactory"),
    );
    check("00000000-0000-4000-8000-000000000000", "mysql", None);
    assert_eq!(documented(&spec("blob")).unwrap().key, "blob");
}

#[test]
fn categories_have_one_key() {
    for (written, key) in [
        ("Cloud Storage", "cloudStorage"),
        ("cloud-storage", "cloudStorage"),
        ("database", "databases"),
        ("CRM", "crm"),
        ("Consent & Preferences", "Consent & Preferences"),
        ("consent-and-preferences", "consentAndPreferences"),
        ("Robots", "Robots"),
        ("", ""),
    ] {
        assert_eq!(category_key(written), key);
    }
}
