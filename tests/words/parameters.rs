//! Parameters with words of ours and without.

use flow_console::words::Language::{English, French};
use flow_console::words::{humanised, parameter_help, parameter_label};

use super::check_text;

#[test]
fn parameters_with_words_of_ours() {
    let check = |name, english, french| {
        assert_eq!(parameter_label(name, English), Some(english));
        assert_eq!(parameter_label(name, French), Some(french));
    };
    check("server", "Server", "Serveur");
    check("username", "User name", "Nom d’utilisateur");
    check("httpPath", "HTTP path", "Chemin HTTP");
    check("enableSsl", "Use SSL", "Utiliser SSL");
    check("accessToken", "Access token", "Jeton d’accès");
    check("mappingVersion", "Mapping version", "Version du mappage");
    assert_eq!(parameter_label("sasKeyName", English), None);
    assert_eq!(parameter_help("sasKeyName", English), None);
    assert_eq!(parameter_help("url", French), None);
}

#[test]
fn every_parameter_of_the_catalogs_forms() {
    const NAMES: &str = "name description providerId server host port database username password sslMode \
        connectionString httpPath enableSsl accessKeyId secretKey region sourceId dataType \
        authenticationRequired dataSetId format encryptionMethod validateServerCertificate account \
        warehouse role clientId clientSecret accessToken refreshToken url endpoint path schema tenantId \
        servicePrincipalId servicePrincipalKey bucketName projectId serviceUri mappingId mappingVersion";
    for name in NAMES.split_whitespace() {
        for language in [English, French] {
            let label = parameter_label(name, language).expect(name);
            check_text(label, language);
            assert!(!label.ends_with('.'), "{label}");
            assert!(label.starts_with(char::is_uppercase), "{label}");
            if let Some(help) = parameter_help(name, language) {
                check_text(help, language);
                assert!(help.ends_with('.'), "{help}");
            }
        }
        assert_eq!(
            parameter_help(name, English).is_some(),
            parameter_help(name, French).is_some(),
            "{name}"
        );
    }
}

#[test]
fn names_without_words_of_ours() {
    for (name, words) in [
        ("accessKeyId", "Access key ID"),
        ("httpPath", "HTTP path"),
        ("oauth_token", "Oauth token"),
        ("clientCustomerID", "Client customer ID"),
        ("HTTPPath", "HTTP path"),
        ("s3AccessKey", "S3 access key"),
        ("ACCESS_KEY", "Access key"),
        ("sas-key-name", "SAS key name"),
        ("includeDeletedObjects", "Include deleted objects"),
        ("élémentRacine", "Élément racine"),
        ("__x", "X"),
        ("", ""),
    ] {
        assert_eq!(humanised(name), words);
    }
}
