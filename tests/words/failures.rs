//! Calls that failed.

use flow_console::api::{Cause, Failure, Refusal};
use flow_console::words::Language::{English, French};
use flow_console::words::failure_text;

use super::{check_text, firm};

fn refusal(status: u16, code: &str, by_inlet: bool) -> Refusal {
    Refusal {
        status,
        code: Some(code.to_owned()),
        message: "The server rejects the login.".to_owned(),
        request_id: None,
        retry_after: None,
        by_inlet,
        body: String::new(),
    }
}

fn refused(status: u16, code: &str) -> Failure {
    Failure::Refused(Box::new(refusal(status, code, false)))
}

fn by_inlet(status: u16) -> Failure {
    Failure::Refused(Box::new(refusal(status, "", true)))
}

fn unreadable(body: &str, detail: &str) -> Failure {
    Failure::Unreadable {
        status: 200,
        body: body.to_owned(),
        detail: detail.to_owned(),
    }
}

fn unsendable(part: &str) -> Failure {
    Failure::Unsendable {
        part: part.to_owned(),
    }
}

/// A failure of each cause. A new cause breaks the match, so that it is added here.
fn of_cause(cause: Cause) -> Failure {
    match cause {
        Cause::TokenMissing => refused(403, "403010"),
        Cause::TokenRefused => refused(401, "401013"),
        Cause::ApiKeyMissing => refused(403, "403000"),
        Cause::ApiKeyUnknown => refused(403, "403003"),
        Cause::OrgMissing => refused(400, "400003"),
        Cause::OrgRefused => refused(403, "403025"),
        Cause::SandboxMissing => refused(400, "FLOW-2105-400"),
        Cause::SandboxUnknown => refused(404, "FLOW-2100-404"),
        Cause::SpecUnknown => refused(400, "FLOW-1413-400"),
        Cause::AuthSpecUnknown => refused(400, "FLOW-1415-400"),
        Cause::ParametersRefused => refused(400, "FLOW-1100-400"),
        Cause::NotFound => refused(404, "FLOW-1439-404"),
        Cause::InletUnauthorized => by_inlet(401),
        Cause::RecordRefused => by_inlet(400),
        Cause::TooLarge => by_inlet(413),
        Cause::Throttled => refused(429, "429050"),
        Cause::Forbidden => refused(403, "FLOW-2120-403"),
        Cause::Service => refused(503, "FLOW-1103-503"),
        Cause::Other => refused(400, "FLOW-1418-400"),
    }
}

const CAUSES: [Cause; 19] = [
    Cause::TokenMissing,
    Cause::TokenRefused,
    Cause::ApiKeyMissing,
    Cause::ApiKeyUnknown,
    Cause::OrgMissing,
    Cause::OrgRefused,
    Cause::SandboxMissing,
    Cause::SandboxUnknown,
    Cause::SpecUnknown,
    Cause::AuthSpecUnknown,
    Cause::ParametersRefused,
    Cause::NotFound,
    Cause::InletUnauthorized,
    Cause::RecordRefused,
    Cause::TooLarge,
    Cause::Throttled,
    Cause::Forbidden,
    Cause::Service,
    Cause::Other,
];

fn all_failures() -> Vec<Failure> {
    let mut failures: Vec<Failure> = CAUSES.into_iter().map(of_cause).collect();
    failures.extend([404, 429, 500, 501].map(by_inlet));
    failures.extend([
        refused(412, "FLOW-1404-412"),
        Failure::Unreachable,
        Failure::TimedOut { after_ms: 30_000 },
        Failure::PartMissing,
        unsendable("URL"),
        unsendable("Authorization"),
        unreadable("<!DOCTYPE html><html></html>", "expected value"),
        unreadable("[]", "invalid type: sequence, expected a map."),
        unreadable("[]", ""),
    ]);
    let mut waiting = refusal(503, "FLOW-1103-503", false);
    waiting.retry_after = Some(600);
    waiting.request_id = Some("a1b2".to_owned());
    failures.push(Failure::Refused(Box::new(waiting)));
    failures
}

#[test]
fn every_failure_is_worded() {
    for failure in all_failures() {
        let english = failure_text(&failure, English);
        // The service's own words come as they are, and those here are English.
        let french = failure_text(&failure, French);
        for text in [&english.title, &english.meaning, &english.advice] {
            check_text(text, English);
        }
        check_text(&french.title, French);
        check_text(&without_quote(&french.meaning), French);
        check_text(&french.advice, French);
        assert_ne!(english.title, french.title);
        assert_ne!(english.meaning, french.meaning);
        assert_ne!(english.advice, french.advice);
        for text in [&english, &french] {
            assert!(!text.title.ends_with('.'), "{}", text.title);
            assert!(text.meaning.ends_with('.'), "{}", text.meaning);
            assert!(text.advice.ends_with('.'), "{}", text.advice);
        }
    }
}

fn without_quote(text: &str) -> String {
    text.replace("The server rejects the login", "…")
        .replace("invalid type: sequence, expected a map", "…")
}

#[test]
fn each_cause_has_its_own_words() {
    for cause in CAUSES {
        let failure = of_cause(cause);
        let Failure::Refused(refusal) = &failure else {
            panic!("{failure:?}");
        };
        assert_eq!(refusal.cause(), cause);
    }
    for language in [English, French] {
        let mut titles: Vec<String> = CAUSES
            .map(|cause| failure_text(&of_cause(cause), language).title)
            .into();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), CAUSES.len());
    }
}

#[test]
fn a_refused_token() {
    let text = failure_text(&of_cause(Cause::TokenRefused), English);
    assert_eq!(text.title, "The access token was refused");
    assert_eq!(
        text.advice,
        "Ask for a new access token and put it on the Environment page. What you typed stays here."
    );
    let text = failure_text(&of_cause(Cause::TokenRefused), French);
    assert_eq!(text.title, "Le jeton d’accès a été refusé");
    assert_eq!(
        text.advice,
        "Demandez un nouveau jeton d’accès et saisissez-le sur la page Environnement. \
         Votre saisie est conservée."
    );
}

#[test]
fn the_service_is_quoted_where_it_says_more() {
    let meaning = |failure: &Failure, language| firm(&failure_text(failure, language).meaning);
    let failure = of_cause(Cause::ParametersRefused);
    assert!(
        meaning(&failure, English).ends_with(" The service says: “The server rejects the login”.")
    );
    assert!(
        meaning(&failure, French)
            .ends_with(" Le service indique~: «~The server rejects the login~».")
    );
    assert!(meaning(&by_inlet(400), French).contains("L’inlet indique~: «~"));
    assert!(!meaning(&of_cause(Cause::TokenMissing), English).contains("login"));

    let mut page = refusal(502, "", false);
    page.message = "<html><head><title>502 Bad Gateway".to_owned();
    let failure = Failure::Refused(Box::new(page));
    assert!(!meaning(&failure, English).contains('<'));

    let mut long = refusal(400, "", false);
    long.message = "a  b ".repeat(1000);
    let failure = Failure::Refused(Box::new(long));
    assert!(meaning(&failure, English).contains("“a b a b "));
    assert!(meaning(&failure, English).chars().count() < 400);
}

#[test]
fn how_long_to_wait() {
    let advice = |seconds, language| {
        let mut throttled = refusal(429, "429050", false);
        throttled.retry_after = seconds;
        failure_text(&Failure::Refused(Box::new(throttled)), language).advice
    };
    assert!(advice(Some(1), English).starts_with("Wait 1 second, then try again."));
    assert!(advice(Some(2), English).starts_with("Wait 2 seconds, then try again."));
    assert!(advice(Some(2), French).starts_with("Patientez 2 secondes, puis réessayez."));
    assert!(advice(Some(150), French).starts_with("Patientez 3 minutes, puis réessayez."));
    assert!(advice(Some(0), English).starts_with("Wait a minute, then try again."));
    assert!(advice(None, French).starts_with("Patientez une minute, puis réessayez."));
}

#[test]
fn failures_without_a_refusal() {
    let meaning = |failure: Failure, language| failure_text(&failure, language).meaning;
    assert!(
        meaning(Failure::TimedOut { after_ms: 29_500 }, English)
            .starts_with("Nothing came within 30 seconds.")
    );
    assert!(
        meaning(Failure::TimedOut { after_ms: 1_000 }, French)
            .starts_with("Rien n’est arrivé au bout de 1 seconde.")
    );
    assert!(
        meaning(unsendable("Authorization"), French)
            .starts_with("L’en-tête Authorization contient")
    );
    assert!(meaning(unsendable("URL"), English).starts_with("The address is not a URL"));
    assert!(
        meaning(unreadable("  <html>", "x"), English)
            .starts_with("The answer (status 200) is HTML, not JSON.")
    );
    assert!(
        meaning(unreadable("[]", "expected a map."), English).ends_with(" Detail: expected a map.")
    );
    assert!(meaning(Failure::Unreachable, French).contains("(CORS)"));
}

#[test]
fn trouble_of_the_service_comes_with_its_request_id() {
    let mut trouble = refusal(500, "FLOW-1400-500", false);
    trouble.request_id = Some("a1b2".to_owned());
    let failure = Failure::Refused(Box::new(trouble));
    assert!(
        failure_text(&failure, English)
            .advice
            .ends_with("give Adobe’s support this request ID: a1b2.")
    );
}
