//! What ways to sign in are called where several stand beside each other, and what is said of them.

use flow_console::catalog::{
    Doubt, DoubtCode, Hint, HintCode, by_name, connection_spec_document, sources,
};
use flow_console::model::{AuthSpec, ConnectionSpec, FromJson};
use flow_console::words::Language::{self, English, French};
use flow_console::words::{doubt_badge, hint_text, way_doubt_text, way_labels};
use serde_json::{Value, json};

use super::{check_text, firm};

fn way(name: &str, parameters: &[&str]) -> AuthSpec {
    let properties = parameters.iter();
    let properties: serde_json::Map<String, Value> = properties
        .map(|name| ((*name).to_owned(), json!({})))
        .collect();
    AuthSpec {
        name: name.to_owned(),
        kind: None,
        spec: json!({ "properties": properties }),
    }
}

#[track_caller]
fn check(ways: &[AuthSpec], language: Language, expected: &[&str]) {
    assert_eq!(way_labels(None, ways, language), expected);
}

#[test]
fn every_documented_way_has_a_name_of_its_own() {
    let mut count = 0;
    for source in sources() {
        let spec: ConnectionSpec =
            ConnectionSpec::from_json(&connection_spec_document(source)).unwrap();
        for language in [English, French] {
            let mut labels = way_labels(Some(source), &spec.auth_spec, language);
            for label in &labels {
                check_text(label, language);
            }
            count += labels.len();
            labels.sort();
            labels.dedup();
            assert_eq!(labels.len(), spec.auth_spec.len(), "{}", source.key);
        }
    }
    assert!(count > 160, "{count}");
}

#[test]
fn ways_that_no_document_tells_apart_are_told_apart() {
    check(
        &[way("Fax", &["number"]), way("Telex", &["number"])],
        English,
        &["Fax", "Telex"],
    );
    let clouds = [
        way("Fax", &["number", "host"]),
        way("Fax", &["number", "region"]),
        way("Telex", &["number"]),
    ];
    check(&clouds, English, &["Fax (Host)", "Fax (Region)", "Telex"]);
    check(&clouds, French, &["Fax (Hôte)", "Fax (Région)", "Telex"]);
    // One has nothing that the other has not.
    check(
        &[way("Fax", &["number", "faxPin"]), way("Fax", &["number"])],
        English,
        &["Fax (Fax pin)", "Fax (2)"],
    );
    check(
        &[way("Fax", &[]), way("Fax", &[])],
        English,
        &["Fax (1)", "Fax (2)"],
    );
    check(&[], English, &[]);
}

#[test]
fn lists_have_a_word_for_a_doubt() {
    let check = |code, subject, english: &str, french: &str| {
        let doubt = Doubt { code, subject };
        assert_eq!(firm(&doubt_badge(&doubt, English)), english);
        assert_eq!(firm(&doubt_badge(&doubt, French)), french);
    };
    check(DoubtCode::Unavailable, "", "Unavailable", "Indisponible");
    check(
        DoubtCode::Retirement,
        "2026-01",
        "End: January~2026",
        "Fin~: janvier~2026",
    );
    check(DoubtCode::Contradiction, "", "Uncertain", "Incertain");
    for (_, code) in DoubtCode::ALL {
        for language in [English, French] {
            let doubt = Doubt {
                code,
                subject: "2026-01",
            };
            check_text(&doubt_badge(&doubt, language), language);
        }
    }
}

#[test]
fn what_is_said_of_one_way_names_it() {
    let source = by_name("salesforce").unwrap();
    let way = source.authentication("Basic Authentication", "").unwrap();
    for (language, expected) in [
        (
            English,
            "User and password: Newer pages of Adobe’s do not mention this any more.",
        ),
        (
            French,
            "Utilisateur et mot de passe~: Les pages plus récentes d’Adobe ne le mentionnent plus.",
        ),
    ] {
        let text = way_doubt_text(way, &way.doubts[0], language);
        check_text(&text, language);
        assert_eq!(firm(&text), expected);
    }
}

#[test]
fn a_single_day_is_said_as_one() {
    let check = |subject, english: &str, french: &str| {
        let code = HintCode::TokenExpiresDays;
        let hint = Hint { code, subject };
        assert!(hint_text(&hint, English).contains(english));
        assert!(hint_text(&hint, French).contains(french));
    };
    check("1", "after a day at most", "après un jour");
    check("365", "after 365 days at most", "après 365 jours");
}
