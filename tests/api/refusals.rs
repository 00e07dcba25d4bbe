//! Error answers in every shape that the gateway, the service and the inlets use.

use flow_console::api::Cause::{self, *};
use flow_console::api::{Call, Failure, HttpResponse, PostMessage, Refusal};
use flow_console::model::FlowId;
use serde_json::{Value, json};

use super::response;

fn by_service(response: &HttpResponse) -> Refusal {
    match Call::retrieve_flow(FlowId::from("flow")).read(response) {
        Err(Failure::Refused(refusal)) => *refusal,
        other => panic!("{other:?}"),
    }
}

fn by_inlet(response: &HttpResponse) -> Refusal {
    match Call::post_message(PostMessage::default()).read(response) {
        Err(Failure::Refused(refusal)) => *refusal,
        other => panic!("{other:?}"),
    }
}

/// What a refusal is about: cause, code (empty when there is none), message.
#[track_caller]
fn check(refusal: &Refusal, cause: Cause, code: &str, message: &str) {
    assert_eq!(refusal.cause(), cause, "{refusal:?}");
    assert_eq!(refusal.code.as_deref().unwrap_or(""), code, "{refusal:?}");
    assert_ne!(refusal.code.as_deref(), Some(""), "{refusal:?}");
    assert_eq!(refusal.message, message, "{refusal:?}");
}

#[track_caller]
fn check_service(status: u16, body: Value, cause: Cause, code: &str, message: &str) {
    let answer = response(status, &[], &body.to_string());
    check(&by_service(&answer), cause, code, message);
}

#[track_caller]
fn check_inlet(status: u16, body: &str, cause: Cause, code: &str, message: &str) {
    let answer = response(status, &[], body);
    check(&by_inlet(&answer), cause, code, message);
}

/// A Flow Service error as it is written today.
fn flow_error(code: &str) -> Value {
    json!({
        "type": format!("https://ns.adobe.com/aep/errors/{code}"),
        "title": "Entity not found",
        "status": 404,
        "report": {
            "detailed-message": "There is no such flow.",
            "request-id": "k3Jq0aCmeReq",
            "id": "f10a2b3c",
            "type": "flows",
        },
        "errorMessage": "No flow.",
        "errorDetails": "No flow at all.",
    })
}

#[test]
fn the_service_reports() {
    let body = flow_error("FLOW-1439-404");
    check_service(
        404,
        body.clone(),
        NotFound,
        "FLOW-1439-404",
        "There is no such flow.",
    );
    let answer = response(404, &[("x-request-id", "other")], &body.to_string());
    let refusal = by_service(&answer);
    // The one in the report is the service's own.
    assert_eq!(refusal.request_id.as_deref(), Some("k3Jq0aCmeReq"));
    assert_eq!((refusal.status, refusal.by_inlet), (404, false));
    assert_eq!(refusal.body, answer.body);
}

#[test]
fn the_service_used_to_report_less() {
    check_service(
        400,
        json!({ "errorMessage": "No flow.", "errorDetails": "x" }),
        Other,
        "",
        "No flow.",
    );
    check_service(
        400,
        json!({ "message": "Bad spec id." }),
        Other,
        "",
        "Bad spec id.",
    );
    let plain = by_service(&response(
        404,
        &[("X-Request-Id", "abc")],
        r#"{ "message": "m" }"#,
    ));
    assert_eq!(plain.request_id.as_deref(), Some("abc"));
    assert_eq!(by_service(&response(404, &[], "{}")).request_id, None);
}

#[test]
fn the_gateway_has_codes_of_its_own() {
    let check = |status: u16, code: Value, cause: Cause| {
        let written = code
            .as_str()
            .map_or_else(|| code.to_string(), str::to_owned);
        let body = json!({ "error_code": code, "message": "m" });
        check_service(status, body, cause, &written, "m");
    };
    check(403, json!("403010"), TokenMissing);
    check(403, json!(403010), TokenMissing);
    check(401, json!("401013"), TokenRefused);
    check(403, json!("403000"), ApiKeyMissing);
    check(403, json!(403003), ApiKeyUnknown);
    check(400, json!("400003"), OrgMissing);
    check(403, json!("403025"), OrgRefused);
    check(403, json!("403027"), OrgRefused);
    // Codes that nobody documents leave it to the status.
    check(403, json!("403999"), Forbidden);
    check(429, json!("429050"), Throttled);
    check(503, json!("unavailable"), Service);
}

#[test]
fn requests_that_cannot_be_read_are_refused_in_detail() {
    let body = json!({
        "type": "/placeholder/type/uri",
        "status": 400,
        "title": "BadRequestError",
        "detail": "Content type is not supported.",
    });
    check_service(400, body, Other, "uri", "Content type is not supported.");
}

#[test]
fn each_code_of_the_service_has_its_cause() {
    let check = |code: &str, status: u16, cause: Cause| {
        check_service(
            status,
            flow_error(code),
            cause,
            code,
            "There is no such flow.",
        );
    };
    check("FLOW-1100-400", 400, ParametersRefused);
    check("FLOW-1413-400", 400, SpecUnknown);
    check("FLOW-1415-400", 400, AuthSpecUnknown);
    check("FLOW-1430-400", 400, NotFound);
    check("FLOW-1439-400", 400, NotFound);
    check("FLOW-2000-401", 401, OrgRefused);
    check("FLOW-2001-401", 401, OrgMissing);
    check("FLOW-2002-401", 401, OrgMissing);
    check("FLOW-2100-404", 404, SandboxUnknown);
    check("FLOW-2101-404", 404, SandboxUnknown);
    check("FLOW-2103-404", 404, SandboxUnknown);
    check("FLOW-2105-400", 400, SandboxMissing);
    check("FLOW-2114-400", 400, TokenRefused);
    check("FLOW-2115-400", 400, TokenRefused);
    check("FLOW-2118-403", 403, Forbidden);
    check("FLOW-2120-403", 403, Forbidden);
    check("FLOW-2121-403", 403, Forbidden);
    check("FLOW-1400-500", 500, Service);
    check("FLOW-1103-503", 503, Service);
    check("FLOW-9999-418", 418, Other);
    check("FLOW-nonsense", 404, NotFound);
    check("EXEG-1439-404", 400, Other);
}

#[test]
fn where_there_is_no_code_the_status_decides() {
    let check =
        |status: u16, cause: Cause| check_service(status, json!({ "title": "t" }), cause, "", "t");
    check(301, Other);
    check(400, Other);
    check(401, TokenRefused);
    check(403, Forbidden);
    check(404, NotFound);
    check(413, TooLarge);
    check(429, Throttled);
    check(500, Service);
    check(502, Service);
    check(599, Service);
    check(199, Other);
}

#[test]
fn the_most_telling_sentence_is_taken() {
    let check = |body: Value, message: &str| {
        assert_eq!(
            by_service(&response(400, &[], &body.to_string())).message,
            message,
            "{body}"
        );
    };
    check(
        json!({ "report": { "detailed-message": "a", "message": "b" }, "errorMessage": "c" }),
        "a",
    );
    check(
        json!({ "report": { "message": "b" }, "errorMessage": "c", "title": "f" }),
        "b",
    );
    check(
        json!({ "errorMessage": "c", "detail": "d", "message": "e" }),
        "c",
    );
    check(json!({ "detail": "d", "message": "e", "title": "f" }), "d");
    check(json!({ "message": "e", "title": "f" }), "e");
    check(json!({ "title": "f" }), "f");
    // Empty ones and those that are no sentence say nothing.
    check(
        json!({ "report": { "detailed-message": "" }, "message": { "a": 1 }, "title": "f" }),
        "f",
    );
    check(json!({ "status": 400 }), r#"{"status":400}"#);
    check(json!(["a"]), r#"["a"]"#);
}

#[test]
fn what_is_no_json_is_the_message() {
    let check_text = |status: u16, body: &str, cause: Cause, message: &str| {
        check(
            &by_service(&response(status, &[], body)),
            cause,
            "",
            message,
        );
    };
    check_text(502, "Bad Gateway", Service, "Bad Gateway");
    check_text(502, "<html>no</html>", Service, "<html>no</html>");
    check_text(503, "", Service, "");
    check_text(404, "null", NotFound, "null");
    check_text(400, "{", Other, "{");
    let long = "é".repeat(500);
    check_text(500, &long, Service, &"é".repeat(200));
}

#[test]
fn inlets_refuse_in_their_own_way() {
    let authorization = json!({
        "type": "https://ns.adobe.com/adobecloud/problem/data-collection-service-authorization",
        "status": "401",
        "title": "Authorization",
        "report": { "message": "[id: 8] Authorization is empty" },
    })
    .to_string();
    let code = "data-collection-service-authorization";
    let sentence = "[id: 8] Authorization is empty";
    check_inlet(401, &authorization, InletUnauthorized, code, sentence);
    check_inlet(403, &authorization, InletUnauthorized, code, sentence);
    let record = json!({
        "type": "http://ns.adobe.com/adobecloud/problem/data-collection-service/inlet",
        "status": 400,
        "title": "Invalid XDM Message Format",
        "report": { "message": "inletId: [8] Message has unknown xdm format" },
    })
    .to_string();
    let sentence = "inletId: [8] Message has unknown xdm format";
    check_inlet(400, &record, RecordRefused, "inlet", sentence);
    check_inlet(404, "", NotFound, "", "");
    check_inlet(413, "", TooLarge, "", "");
    check_inlet(429, "{}", Throttled, "", "{}");
    check_inlet(500, "{}", Service, "", "{}");
    // A code of the service means nothing at an inlet.
    let foreign = flow_error("FLOW-2114-400").to_string();
    check_inlet(
        400,
        &foreign,
        RecordRefused,
        "FLOW-2114-400",
        "There is no such flow.",
    );
    assert!(by_inlet(&response(400, &[], "")).by_inlet);
}

#[test]
fn a_moment_to_ask_again_is_as_good_as_seconds() {
    // 21 October 2026, 07:28:00, by an independent calendar.
    let moment = 1_792_567_680_000;
    let check = |value: &str, now: u64, expected: Option<u64>| {
        let answer = response(429, &[("Retry-After", value)], "");
        assert_eq!(answer.retry_after_from(now), expected, "{value}");
    };
    let text = "Wed, 21 Oct 2026 07:28:00 GMT";
    check(text, moment, Some(0));
    check(text, moment - 1, Some(1));
    check(text, moment - 90_000, Some(90));
    check(text, moment + 5_000, Some(0));
    check("Thu, 01 Jan 1970 00:00:00 GMT", 0, Some(0));
    check("Thu, 29 Feb 2024 23:59:59 GMT", 0, Some(1_709_251_199));
    check("Sun, 01 Mar 2026 00:00:00 GMT", 0, Some(1_772_323_200));
    check("Thu, 31 Dec 2099 12:00:00 GMT", 0, Some(4_102_401_600));
    check("120", moment, Some(120));
    for wrong in [
        "",
        "soon",
        "21 Oct 2026 07:28:00 GMT",
        "Wed, 21 Oct 2026 07:28:00",
        "Wed, 21 Oct 2026 07:28:00 CET",
        "Wed, 00 Oct 2026 07:28:00 GMT",
        "Wed, 21 Okt 2026 07:28:00 GMT",
        "Wed, 21 Oct 2026 24:00:00 GMT",
        "Wed, +1 Oct 2026 07:28:00 GMT",
        "Wed, 31 Dec 1969 23:59:59 GMT",
        "Sat, 01 Jan 0000 00:00:00 GMT",
    ] {
        check(wrong, 0, None);
    }
}

#[test]
fn how_long_to_wait_is_read_when_it_is_said() {
    let check = |value: &str, expected: Option<u64>| {
        let refusal = by_service(&response(429, &[("retry-after", value)], ""));
        assert_eq!(refusal.retry_after, expected, "{value}");
    };
    check("2", Some(2));
    check(" 30 ", Some(30));
    check("Wed, 21 Oct 2026 07:28:00 GMT", None);
    check("-1", None);
    check("", None);
    assert_eq!(by_service(&response(429, &[], "")).retry_after, None);
}
