//! The words for sources: kinds, doubts, hints, differences, and help for every documented parameter.

use flow_console::catalog::{
    AuthenticationKind, Change, Doubt, DoubtCode, Drift, Hint, HintCode, Kind, Quality, by_name,
    sources,
};
use flow_console::model::AuthSpec;
use flow_console::words::Language::{English, French};
use flow_console::words::{
    Words, authentication_kind_label, catalog_text, doubt_text, drift_text, hint_text, kind_label,
    source_parameter_help, source_parameter_label, way_label,
};
use serde_json::json;

use super::{check_text, firm};

#[test]
fn every_parameter_has_help() {
    let mut count = 0;
    for source in sources() {
        for way in &source.authentications {
            for parameter in &way.parameters {
                for language in [English, French] {
                    let help =
                        source_parameter_help(Some(source), way.name, parameter.name, language);
                    let help = help.unwrap_or_else(|| panic!("{}: {}", source.key, parameter.name));
                    check_text(help, language);
                    assert!(help.ends_with('.'), "{help}");
                    assert!(help.chars().count() <= 100, "{help}");
                    count += 1;
                }
            }
        }
        for parameter in &source.source_parameters {
            if let Some(help) = parameter.help {
                check_text(help.english, English);
                check_text(help.french, French);
            }
        }
    }
    assert!(count > 600, "{count}");
}

#[test]
fn every_parameter_has_a_name_of_ours() {
    for source in sources() {
        let ways = source.authentications.iter();
        let parameters = ways.flat_map(|way| &way.parameters);
        for parameter in parameters.chain(&source.source_parameters) {
            for language in [English, French] {
                let label = source_parameter_label(parameter.name, language);
                let label = label.unwrap_or_else(|| panic!("{}: {}", source.key, parameter.name));
                check_text(label, language);
                assert!(label.starts_with(char::is_uppercase), "{label}");
                assert!(!label.ends_with('.'), "{label}");
            }
        }
    }
    // The console's own words come first.
    assert_eq!(source_parameter_label("server", French), Some("Serveur"));
    assert_eq!(source_parameter_label("sasKey", French), Some("Clé SAS"));
    assert_eq!(source_parameter_label("planet", French), None);
}

#[test]
fn the_sources_own_help_comes_first() {
    let check = |source, way, parameter, english: &str| {
        let help = source_parameter_help(by_name(source), way, parameter, English);
        assert_eq!(help, Some(english), "{source} {parameter}");
    };
    let basic = "Basic Authentication";
    check(
        "mixpanel",
        basic,
        "password",
        "The secret of that service account.",
    );
    check("veeva", basic, "password", "The password of that account.");
    check("cassandra", basic, "host", "Host name or IP address.");
    check("nowhere", basic, "host", "Host name or IP address.");
    let unknown = source_parameter_help(by_name("veeva"), basic, "planet", English);
    assert_eq!(unknown, None);
}

#[test]
fn every_title_and_note_is_in_both_languages() {
    for source in sources() {
        let titles = source.authentications.iter().map(|way| &way.title);
        for text in titles.chain(&source.notes) {
            check_text(catalog_text(text, English), English);
            check_text(catalog_text(text, French), French);
        }
        for language in [English, French] {
            let category = (Words::of(language).category)(source.category);
            check_text(&category, language);
            assert_ne!(category, source.category, "no word for it");
        }
    }
}

#[test]
fn every_code_is_worded() {
    for language in [English, French] {
        for (_, code) in DoubtCode::ALL {
            let text = doubt_text(
                &Doubt {
                    code,
                    subject: "subject",
                },
                language,
            );
            check_text(&text, language);
            assert!(text.ends_with('.'), "{text}");
        }
        for (_, code) in HintCode::ALL {
            let text = hint_text(&Hint { code, subject: "5" }, language);
            check_text(&text, language);
            assert!(text.ends_with('.'), "{text}");
        }
        for (_, kind) in Kind::ALL {
            check_text(kind_label(kind, language), language);
        }
        for (_, kind) in AuthenticationKind::ALL {
            check_text(authentication_kind_label(kind, language), language);
        }
        // As they really are.
        for source in sources() {
            for (_, doubt) in source.all_doubts() {
                check_text(&doubt_text(&doubt, language), language);
            }
            for hint in &source.hints {
                check_text(&hint_text(hint, language), language);
            }
        }
    }
}

#[test]
fn doubts_name_what_they_are_about() {
    let check = |code, subject, english: &str, french: &str| {
        let doubt = Doubt { code, subject };
        assert_eq!(firm(&doubt_text(&doubt, English)), english);
        assert_eq!(firm(&doubt_text(&doubt, French)), french);
    };
    check(
        DoubtCode::Retirement,
        "2026-01",
        "Adobe announced its end for January~2026.",
        "Adobe en a annoncé la fin pour janvier~2026.",
    );
    check(
        DoubtCode::TypeUnknown,
        "port",
        "The type of “port” is not documented.",
        "Le type de «~port~» n’est pas documenté.",
    );
    // A month that is none stays as it is.
    check(
        DoubtCode::Retirement,
        "2026-13",
        "Adobe announced its end for 2026-13.",
        "Adobe en a annoncé la fin pour 2026-13.",
    );
}

#[test]
fn ways_to_sign_in_are_called_by_the_catalog() {
    let check = |source, name: &str, title: Option<&str>, english: &str, french: &str| {
        let way = AuthSpec {
            name: name.to_owned(),
            kind: None,
            spec: title.map_or(json!({}), |title| json!({ "title": title })),
        };
        assert_eq!(way_label(by_name(source), &way, English), english);
        assert_eq!(way_label(by_name(source), &way, French), french);
    };
    let basic = "Basic Authentication";
    let user = ("User and password", "Utilisateur et mot de passe");
    check("veeva", basic, None, user.0, user.1);
    check("unknown", basic, None, user.0, user.1);
    check(
        "hubspot",
        basic,
        None,
        "OAuth 2 credentials",
        "Identifiants OAuth 2",
    );
    check("hubspot", basic, Some("By fax"), "By fax", "By fax");
    check(
        "snowflake",
        "AWS KeyPair Authentication (provisional name)",
        Some("Key pair (on AWS)"),
        "Key pair (on AWS)",
        "Paire de clés (sur AWS)",
    );
    check(
        "postgres",
        basic,
        Some("User and password (Experience Platform on AWS)"),
        "User and password (on AWS)",
        "Utilisateur et mot de passe (sur AWS)",
    );
}

fn changed(quality: Quality, documented: &str, found: &str) -> Change {
    Change::ParameterChanged {
        parameter: "port".to_owned(),
        quality,
        documented: documented.to_owned(),
        found: found.to_owned(),
    }
}

#[test]
fn every_difference_is_worded() {
    let source = by_name("sftp").unwrap();
    let check = |change: Change, english: &str, french: &str| {
        let drift = Drift {
            authentication: "SSH key".to_owned(),
            change,
        };
        for (language, expected) in [(English, english), (French, french)] {
            let text = drift_text(source, &drift, language);
            check_text(&text, language);
            assert_eq!(firm(&text), expected);
        }
    };
    let parameter = || "port".to_owned();
    check(
        Change::AuthenticationAdded,
        "The service also offers SSH key, which is not documented.",
        "Le service propose aussi Clé SSH, qui n’est pas documenté.",
    );
    check(
        Change::AuthenticationRemoved,
        "The service does not offer SSH key, which is documented.",
        "Le service ne propose pas Clé SSH, qui est pourtant documenté.",
    );
    check(
        Change::ParameterAdded {
            parameter: parameter(),
        },
        "SSH key: “port” is not documented.",
        "Clé SSH~: «~port~» n’est pas documenté.",
    );
    check(
        Change::ParameterRemoved {
            parameter: parameter(),
        },
        "SSH key: “port” is documented, but the service does not know it.",
        "Clé SSH~: «~port~» est documenté, mais le service ne le connaît pas.",
    );
    check(
        changed(Quality::Type, "integer", "string"),
        "SSH key: “port” is of type string instead of integer.",
        "Clé SSH~: «~port~» est de type string au lieu de integer.",
    );
    check(
        changed(Quality::Required, "false", "true"),
        "SSH key: “port” is required instead of optional.",
        "Clé SSH~: «~port~» est obligatoire au lieu de facultatif.",
    );
    check(
        changed(Quality::Choices, "", "a, b"),
        "SSH key: “port” takes a, b instead of any value.",
        "Clé SSH~: «~port~» accepte a, b au lieu de n’importe quelle valeur.",
    );
    check(
        changed(Quality::Format, "uri", "hostname"),
        "SSH key: “port” has the format hostname instead of uri.",
        "Clé SSH~: «~port~» a le format hostname au lieu de uri.",
    );
    check(
        changed(Quality::Secret, "true", "false"),
        "SSH key: “port” is not secret instead of secret.",
        "Clé SSH~: «~port~» est non secret au lieu de secret.",
    );
}
