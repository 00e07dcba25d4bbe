//! The same job for engines outside of the page.

use flow_console::interchange::{EngineJob, k6, kafka_connect};
use serde_json::Value;

const INLET: &str = "https://dcs.adobedc.net/collection/2301a1f761f6d7bf62c5312c535e1076";

fn job() -> EngineJob {
    EngineJob {
        inlet_url: INLET.to_owned(),
        flow_id: Some("1f086c23-2ea8-4d06-886c-232ea8bd061d".to_owned()),
        batch_size: 200,
        concurrency: 4,
        records_per_second: Some(1_000),
        ..EngineJob::default()
    }
}

#[track_caller]
fn check(text: &str, has: &[&str], lacks: &[&str]) {
    for piece in has {
        assert!(text.contains(piece), "{piece} is missing in: {text}");
    }
    for piece in lacks {
        assert!(!text.contains(piece), "{piece} stands in: {text}");
    }
}

#[test]
fn the_connector_is_filled_in() {
    let text = kafka_connect(&job());
    let value: Value = serde_json::from_str(&text).unwrap();
    let config = &value["config"];
    // The names of Adobe's developer guide; Kafka Connect wants texts for all values.
    let expected = [
        (
            "connector.class",
            "com.adobe.platform.streaming.sink.impl.AEPSinkConnector",
        ),
        ("tasks.max", "4"),
        (
            "value.converter",
            "org.apache.kafka.connect.json.JsonConverter",
        ),
        ("value.converter.schemas.enable", "false"),
        ("aep.endpoint", INLET),
        ("aep.flush.interval.seconds", "1"),
        ("aep.flush.bytes.kb", "196"),
        (
            "aep.connection.endpoint.headers",
            "{\"x-adobe-flow-id\":\"1f086c23-2ea8-4d06-886c-232ea8bd061d\"}",
        ),
        ("aep.connection.auth.enabled", "false"),
        ("errors.tolerance", "all"),
    ];
    for (name, value) in expected {
        assert_eq!(config[name], value, "{name}");
    }
    assert!(config.as_object().unwrap().values().all(Value::is_string));
    check(&text, &["\n  \"config\": {\n"], &["auth.client"]);

    let with_token = EngineJob {
        is_authenticated: true,
        sandbox: Some("dev".to_owned()),
        flow_id: None,
        ..job()
    };
    let text = kafka_connect(&with_token);
    check(
        &text,
        &[
            "\"aep.connection.auth.enabled\": \"true\"",
            "\"aep.connection.auth.token.type\": \"oauth2_access_token\"",
            "\"aep.connection.auth.client.secret\": \"${file:",
            "{\\\"sandbox-name\\\":\\\"dev\\\"}",
        ],
        &["x-adobe-flow-id"],
    );
}

#[test]
fn batches_of_the_connector_fit_the_inlet() {
    for (batch_size, record_bytes, expected) in [
        (1, Some(300), "4"),
        (100, Some(1_024), "100"),
        (1_000, None, "800"),
        (u32::MAX, Some(usize::MAX), "800"),
        (0, Some(0), "4"),
    ] {
        let job = EngineJob {
            batch_size,
            record_bytes,
            ..job()
        };
        let value: Value = serde_json::from_str(&kafka_connect(&job)).unwrap();
        assert_eq!(
            value["config"]["aep.flush.bytes.kb"], expected,
            "{batch_size}"
        );
    }
}

#[test]
fn the_script_is_filled_in() {
    check(
        &k6(&job()),
        &[
            &format!("const INLET_URL = \"{INLET}\";\n"),
            "const BATCH_SIZE = 200;\n",
            "const RECORDS_PER_SECOND = 1000;\n",
            "const CONCURRENCY = 4;\n",
            "  \"x-adobe-flow-id\": \"1f086c23-2ea8-4d06-886c-232ea8bd061d\",\n",
            "constant-arrival-rate",
            "new SharedArray(",
            "/collection/batch/",
            "result.statusCode || result.status",
        ],
        &[
            "ACCESS_TOKEN",
            "BEFORE",
            "const response = http.post(INLET_URL",
        ],
    );
    let single = EngineJob {
        batch_size: 1,
        is_authenticated: true,
        is_xdm: true,
        envelope: Some(("{\"a\":\"\u{2028}</script>\",".to_owned(), "}}".to_owned())),
        ..job()
    };
    check(
        &k6(&single),
        &[
            "Authorization: `Bearer ${__ENV.ACCESS_TOKEN}`",
            "const BEFORE = \"{\\\"a\\\":\\\"\\u2028</script>\\\",\";\n",
            "const BEHIND = \"}}\";\n",
            "http.post(INLET_URL, message(records[place])",
        ],
        &["/collection/batch/", "\u{2028}"],
    );
}
