//! What answers mean, case by case.

use flow_console::ingest::{Mode, Step, Upload, Waiting};

use super::parcels::{NOW, letters, sendable};
use super::service::reply;
use super::settings;

fn answered(mode: Mode, records: u32, status: u16, body: &str) -> Upload {
    let mut settings = settings(mode, records, 1);
    settings.sync_validation = status == 501;
    let mut upload = Upload::new(settings, records, 1);
    let (parcels, _) = sendable(&mut upload, NOW);
    upload.answered(parcels[0].number, reply(status, None, body), NOW + 30);
    upload
}

/// What becomes of the records, and the reasons: `status message (+ more)`.
fn check(mode: Mode, records: u32, status: u16, body: &str, expected: &str, reasons: &[&str]) {
    let upload = answered(mode, records, status, body);
    assert_eq!(letters(&upload), expected, "{status} {body}");
    let found = upload.ledger().reasons();
    let found = found.iter().map(|it| {
        let reason = &it.reason;
        let text = format!("{} {}", reason.status, reason.message);
        match reason.more_violations {
            0 => text,
            more => format!("{text} (+ {more})"),
        }
    });
    assert_eq!(found.collect::<Vec<_>>(), reasons, "{status} {body}");
}

#[test]
fn single_records() {
    let check = |status, body: &str, expected: &str, reasons: &[&str]| {
        check(Mode::Single, 1, status, body, expected, reasons)
    };
    let receipt = r#"{"inletId":"c0","xactionId":"1:2:3","receivedTimeMs":1}"#;
    check(200, receipt, "a", &[]);
    check(202, receipt, "a", &[]);
    check(207, r#"{"responses":[{"xactionId":"1:2:3:0"}]}"#, "a", &[]);
    check(200, "", "U", &["200 "]);
    check(200, "<html>Hello</html>", "U", &["200 "]);
    check(200, "{}", "U", &["200 "]);
    check(200, "[]", "U", &["200 "]);
    check(200, r#"{"xactionId":""}"#, "U", &["200 "]);
    check(204, "", "U", &["204 "]);
    check(200, r#"{"status":400,"message":"no"}"#, "r", &["400 no"]);
    check(
        400,
        r#"{"title":"Invalid","report":{"message":"header is mandatory"}}"#,
        "r",
        &["400 header is mandatory"],
    );
    check(400, r#"{"title":"Invalid"}"#, "r", &["400 Invalid"]);
    check(400, "plain\ntext", "r", &["400 plain text"]);
    check(400, "<html>", "r", &["400 "]);
    check(413, "", "r", &["413 "]);
    check(410, "", "r", &["410 "]);
    check(422, "", "r", &["422 "]);
}

#[test]
fn violations_are_named() {
    let leaf = |pointer: &str, message: &str| {
        format!(
            r##"{{"pointerToViolation":"{pointer}","causingExceptions":[],"keyword":"type","message":"{message}"}}"##
        )
    };
    let tree = |causes: &str| {
        format!(
            r##"{{"report":{{"message":"Message is invalid","cause":{{"_streamingValidation":[{{"pointerToViolation":"#","causingExceptions":[{causes}],"message":"violations"}}]}}}}}}"##
        )
    };
    let both = [
        leaf("#/_id", "expected type: String"),
        leaf("#", "extraneous key"),
    ]
    .join(",");
    let named = "400 #/_id: expected type: String";
    let check = |body: &str, expected: &str| check(Mode::Single, 1, 400, body, "r", &[expected]);
    check(&tree(&leaf("#/_id", "expected type: String")), named);
    check(&tree(&both), "400 #/_id: expected type: String (+ 1)");
    let deep = format!(r##"{{"pointerToViolation":"#/a","causingExceptions":[{both}]}},{both}"##);
    check(&tree(&deep), "400 #/_id: expected type: String (+ 3)");
    check(&tree(""), "400 #: violations");
}

#[test]
fn batches() {
    let check = |records, body: &str, expected: &str, reasons: &[&str]| {
        check(Mode::Batch, records, 207, body, expected, reasons)
    };
    let taken = r#"{"xactionId":"1:2:3:0"}"#;
    let of = |elements: &[&str]| format!(r#"{{"responses":[{}]}}"#, elements.join(","));
    let no = r#"{"statusCode":400,"message":"no"}"#;
    let spelt =
        r#"{"xactionId":"0b1c2d3e-4f50-4617-8283-94a5b6c7d8e9-2","status":"400","message":"no"}"#;
    check(3, &of(&[taken, no, spelt]), "arr", &["400 no"]);
    check(
        2,
        &of(&[taken, r#"{"status":200,"xactionId":"x"}"#]),
        "aa",
        &[],
    );
    check(2, &of(&[taken, r#"{"status":200}"#]), "aU", &["200 "]);
    check(3, &of(&["{}", "null", "7"]), "UUU", &["207 "]);
    // Later, or failed: these are sent again.
    check(
        4,
        &of(&[
            taken,
            r#"{"status":429}"#,
            r#"{"statusCode":503}"#,
            r#"{"status":500}"#,
        ]),
        "awww",
        &[],
    );
    check(
        2,
        &of(&[r#"{"status":401,"message":"m"}"#, taken]),
        "ra",
        &["401 m"],
    );
    // Lengths that differ.
    check(2, &of(&[taken]), "aU", &["207 "]);
    check(2, &of(&[taken, taken, taken]), "UU", &["207 "]);
    check(3, &of(&[taken, taken]), "UUU", &["207 "]);
    check(3, &of(&[taken, no]), "UUU", &["207 "]);
    check(3, &of(&[]), "UUU", &["207 "]);
    check(3, &of(&[r#"{"xactionId":"1:2:2"}"#]), "UUU", &["207 "]);
    check(3, &of(&[r#"{"xactionId":"1:2:3:3"}"#]), "UUU", &["207 "]);
    check(3, &of(&[r#"{"xactionId":"1:2:3:x"}"#]), "UUU", &["207 "]);
    check(
        3,
        &of(&[r#"{"xactionId":"0b1c2d3e-4f50-4617-8283-94a5b6c7d8e9"}"#]),
        "UUU",
        &["207 "],
    );
    check(3, &of(&[spelt]), "UUr", &["207 ", "400 no"]);
    check(
        3,
        &of(&[r#"{"xactionId":"1:2:3:2"}"#, taken]),
        "aUa",
        &["207 "],
    );
    check(2, "{}", "UU", &["207 "]);
    check(2, "", "UU", &["207 "]);
    check(2, taken, "UU", &["207 "]);
}

#[test]
fn answers_for_whole_batches() {
    let check = |status, expected: &str, reasons: &[&str]| {
        check(
            Mode::Batch,
            4,
            status,
            "{\"message\":\"m\"}",
            expected,
            reasons,
        )
    };
    check(400, "wwww", &[]);
    check(413, "wwww", &[]);
    check(409, "rrrr", &["409 m"]);
    check(500, "wwww", &[]);
    check(429, "wwww", &[]);
    check(408, "wwww", &[]);
    // Behind a gateway that gave up, the inlet may have gone on.
    check(504, "WWWW", &[]);
    check(502, "WWWW", &[]);
    check(401, "wwww", &[]);
}

#[test]
fn answers_that_only_a_reader_can_put_right() {
    let check = |mode, status, expected: Waiting| {
        let mut upload = answered(mode, 1, status, "{\"message\":\"m\"}");
        assert_eq!(letters(&upload), "w", "{status}");
        let step = Step::Wait {
            until: None,
            why: expected,
        };
        assert_eq!(upload.next(NOW + 90_000), step);
        // On request it is sent again, as the same record.
        upload.resume();
        let (parcels, _) = sendable(&mut upload, NOW + 91_000);
        assert_eq!(parcels.len(), 1);
        assert_eq!(parcels[0].attempt, 2);
    };
    let message = || "m".to_owned();
    let misdirected = |status| Waiting::Misdirected {
        status,
        message: message(),
    };
    for mode in [Mode::Single, Mode::Batch] {
        check(mode, 401, Waiting::TokenNeeded { message: message() });
        check(mode, 403, Waiting::Forbidden { message: message() });
        for status in [404, 405, 415, 302, 304] {
            check(mode, status, misdirected(status));
        }
    }
    check(Mode::Single, 501, Waiting::SyncValidationUnsupported);
    check(Mode::Batch, 501, misdirected(501));
}
