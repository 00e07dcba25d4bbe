//! Inlets: their URLs, and what they answer to batches; and the runs behind them.

use flow_console::api::{
    Call, HttpResponse, ListQuery, PostMessage, PostMessageBatch, batch_url, encode,
    write_batch_receipt,
};
use flow_console::model::{
    BatchReceipt, FlowRun, MessageResult, RunError, RunStatus, SyncValidation,
};
use flow_console::secret::Secrets;
use serde_json::{Value, json};

use super::caller;

fn answer(status: u16, body: &Value) -> HttpResponse {
    HttpResponse {
        status,
        headers: Vec::new(),
        body: body.to_string(),
    }
}

#[test]
fn the_address_of_batches() {
    let cases = [
        (
            "https://dcs.adobedc.net/collection/c0ffee",
            "https://dcs.adobedc.net/collection/batch/c0ffee",
        ),
        (
            "https://a.example:8443/collection/c0ffee/?x=1/2#y",
            "https://a.example:8443/collection/batch/c0ffee/?x=1/2#y",
        ),
        ("/collection/c0ffee", "/collection/batch/c0ffee"),
        ("/inlet/collection/c0ffee", "/inlet/collection/batch/c0ffee"),
        ("/inlet/c0ffee", "/inlet/batch/c0ffee"),
        (
            "https://inlets.example/c0ffee",
            "https://inlets.example/batch/c0ffee",
        ),
        ("/collection/batch/c0ffee", "/collection/batch/c0ffee"),
    ];
    for (url, batch) in cases {
        assert_eq!(batch_url(url).as_deref(), Some(batch), "{url}");
    }
    for url in ["https://a.example", "https://a.example/", "", "/", "?x=/y"] {
        assert_eq!(batch_url(url), None, "{url}");
    }
}

#[test]
fn what_an_inlet_is_asked_beside_the_record() {
    let check = |post: PostMessage, url: &str, headers: &[(&str, &str)]| {
        let call = Call::post_message(post);
        let request = encode(&call.operation, &caller(), Secrets::Revealed);
        assert_eq!(request.url, url);
        let sent: Vec<(&str, &str)> = request
            .headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(sent, headers);
    };
    let json = ("Content-Type", "application/json");
    let post = PostMessage {
        inlet_url: "/collection/a".to_owned(),
        ..PostMessage::default()
    };
    check(post.clone(), "/collection/a", &[json]);
    let validated = PostMessage {
        sync_validation: true,
        sandbox: Some("dev".to_owned()),
        flow_id: Some("f".into()),
        ..post.clone()
    };
    check(
        validated,
        "/collection/a?syncValidation=true",
        &[json, ("x-adobe-flow-id", "f"), ("sandbox-name", "dev")],
    );
    let beside = PostMessage {
        inlet_url: "/collection/a?x=1".to_owned(),
        sync_validation: true,
        ..post
    };
    check(beside, "/collection/a?x=1&syncValidation=true", &[json]);
}

fn read_batch(response: &HttpResponse) -> BatchReceipt {
    Call::post_message_batch(PostMessageBatch::default())
        .read(response)
        .unwrap()
}

#[test]
fn every_spelling_of_a_result_is_understood() {
    let body = json!({
        "inletID": "c0ffee", "batchId": "1:2:3", "receivedTimeMs": "1760000000555",
        "responses": [
            { "xactionId": "1:2:3:0" },
            { "statusCode": 400, "message": "Message has unknown xdm format" },
            { "xactionId": "u-2", "status": "400", "message": "header is mandatory" },
            { "xactionId": "1:2:3:3", "status": 200 },
            {},
        ]
    });
    let receipt = read_batch(&answer(207, &body));
    assert_eq!(receipt.inlet_id.as_str(), "c0ffee");
    assert_eq!(receipt.received_time_ms, Some(1_760_000_000_555));
    let seen: Vec<(bool, Option<u16>)> = receipt
        .results
        .iter()
        .map(|result| (result.is_accepted(), result.status))
        .collect();
    let expected = [
        (true, None),
        (false, Some(400)),
        (false, Some(400)),
        (true, Some(200)),
        (false, None),
    ];
    assert_eq!(seen, expected);
    assert_eq!(
        receipt.results[2].message.as_deref(),
        Some("header is mandatory")
    );
}

#[test]
fn results_are_written_as_they_are_read() {
    let receipt = BatchReceipt {
        inlet_id: "c0\"ffee\\".into(),
        batch_id: "1:2:\u{1}é".to_owned(),
        received_time_ms: Some(u64::MAX),
        results: vec![
            MessageResult {
                xaction_id: Some("1".to_owned()),
                ..MessageResult::default()
            },
            MessageResult {
                status: Some(400),
                message: Some("a\n\"b\"".to_owned()),
                xaction_id: None,
            },
            MessageResult {
                xaction_id: Some("2-2".to_owned()),
                status: Some(400),
                message: Some("header is mandatory".to_owned()),
            },
            MessageResult::default(),
        ],
    };
    let written = write_batch_receipt(&receipt);
    assert_eq!(written.status, 207);
    assert_eq!(read_batch(&written), receipt);
    let body: Value = serde_json::from_str(&written.body).unwrap();
    assert_eq!(body["responses"][1]["statusCode"], 400);
    assert_eq!(body["responses"][2]["status"], 400);
    assert_eq!(
        read_batch(&write_batch_receipt(&BatchReceipt::default())),
        BatchReceipt::default()
    );
}

#[test]
fn validation_before_the_answer_has_two_names() {
    let check = |beside: Value, expected: Option<SyncValidation>| {
        let mut body = json!({ "inletId": "a", "xactionId": "1" });
        body.as_object_mut()
            .unwrap()
            .extend(beside.as_object().unwrap().clone());
        let receipt = Call::post_message(PostMessage::default()).read(&answer(200, &body));
        assert_eq!(receipt.unwrap().sync_validation, expected);
    };
    check(json!({}), None);
    check(
        json!({ "syncValidation": { "status": "pass" } }),
        Some(SyncValidation::Passed),
    );
    check(
        json!({ "synchronousValidation": { "status": "pass" } }),
        Some(SyncValidation::Passed),
    );
    check(
        json!({ "syncValidation": { "skipped": true } }),
        Some(SyncValidation::Skipped),
    );
    check(json!({ "syncValidation": { "skipped": false } }), None);
    check(json!({ "syncValidation": "?" }), None);
}

fn run(value: Value) -> FlowRun {
    let body = json!({ "items": [value], "_links": {} });
    let page = Call::list_runs(ListQuery::default()).read(&answer(200, &body));
    page.unwrap().items.remove(0).content
}

#[test]
fn runs_are_read_whatever_they_lack() {
    let bare = run(json!({ "id": "r", "flowId": "f" }));
    assert_eq!(bare.flow_id.as_str(), "f");
    assert_eq!(
        (bare.status.clone(), bare.duration()),
        (RunStatus::Unknown, None)
    );
    assert!(!bare.has_failed_records());

    let full = run(json!({
        "id": "r", "flowId": "f", "eTag": "\"1\"",
        "metrics": {
            "durationSummary": { "startedAtUTC": "1760003600000", "completedAtUTC": 1_760_003_660_000_u64 },
            "sizeSummary": { "inputBytes": 18000, "outputBytes": -1 },
            "recordSummary": { "inputRecordCount": 50, "outputRecordCount": "49", "failedRecordCount": 1,
                "failedInfo": [{ "code": "A", "message": "a", "count": 1 }] },
            "statusSummary": { "status": "success", "errors": [{ "code": "C", "message": "c" }] }
        },
        "activities": [{
            "id": "promotionActivity",
            "recordSummary": { "failedInfo": [{ "code": "A", "message": "a", "count": 1 }] },
            "statusSummary": { "extensions": { "errors": [{ "code": "B", "message": "b", "recordCount": 2 }, 7] } },
            "targetInfo": [{ "reference": { "type": "Batch", "ids": ["01ACME"] } }, {}]
        }]
    }));
    assert_eq!(full.duration(), Some(60_000));
    assert_eq!((full.input_bytes, full.output_bytes), (Some(18_000), None));
    assert_eq!(
        (full.records.output, full.records.skipped),
        (Some(49), None)
    );
    assert!(full.has_failed_records());
    assert_eq!(full.batch_ids, ["01ACME"]);
    let error = |code: &str, record_count| RunError {
        code: code.to_owned(),
        message: code.to_lowercase(),
        record_count,
    };
    assert_eq!(
        full.errors,
        [error("A", Some(1)), error("B", Some(2)), error("C", None)]
    );
}

#[test]
fn the_status_of_a_run_in_any_spelling() {
    let cases = [
        ("success", RunStatus::Success),
        ("COMPLETED", RunStatus::Success),
        ("inProgress", RunStatus::InProgress),
        ("IN_PROGRESS", RunStatus::InProgress),
        ("Failed", RunStatus::Failed),
        ("queued", RunStatus::Scheduled),
        ("scheduled", RunStatus::Scheduled),
        (
            "partialSuccess",
            RunStatus::Other("partialSuccess".to_owned()),
        ),
        ("", RunStatus::Unknown),
    ];
    for (word, status) in cases {
        assert_eq!(RunStatus::read(word), status, "{word}");
    }
}
