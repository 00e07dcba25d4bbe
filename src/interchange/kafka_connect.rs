//! A job for Kafka Connect with Adobe's sink connector.

use serde_json::{Map, Value};

use super::engine::EngineJob;

/// The kilobytes that the connector collects when nothing is said (its developer guide).
const LEAST_KILOBYTES: usize = 4;

/// An inlet takes 1 MB. The connector sends when it has more than it was told to collect, so that the last record
/// comes on top.
const MOST_KILOBYTES: usize = 800;

/// The size of a record that is not known, in bytes.
const SOME_RECORD: usize = 1_000;

/// The body of the request that creates the connector (`POST /connectors`). The names of its properties are those of
/// Adobe's `experience-platform-streaming-connect`; the connector finds the address for batches by itself.
///
/// Secrets are read from a file on the worker by Kafka's `FileConfigProvider`, which the worker must know as `file`.
/// Topics are to be filled in: `{TOPIC}`. What the inlet refuses goes to a topic of its own.
pub fn kafka_connect(job: &EngineJob) -> String {
    let mut config = Map::new();
    let mut put = |name: &str, value: &str| {
        config.insert(name.to_owned(), Value::from(value));
    };
    put(
        "connector.class",
        "com.adobe.platform.streaming.sink.impl.AEPSinkConnector",
    );
    put("topics", "{TOPIC}");
    put("tasks.max", &job.concurrency.max(1).to_string());
    for converter in ["key", "value"] {
        let name = [converter, ".converter"].concat();
        // Keys are not sent, whatever they are.
        let class = if converter == "key" {
            "org.apache.kafka.connect.storage.StringConverter"
        } else {
            "org.apache.kafka.connect.json.JsonConverter"
        };
        put(&name, class);
        if converter == "value" {
            put(&[&name, ".schemas.enable"].concat(), "false");
        }
    }
    put("aep.endpoint", &job.inlet_url);
    put("aep.flush.interval.seconds", "1");
    put("aep.flush.bytes.kb", &kilobytes(job).to_string());
    put("aep.connection.maxRetries", "3");
    put("aep.connection.retryBackoff", "1000");
    let headers = job.headers();
    if !headers.is_empty() {
        let mut members = Map::new();
        for (name, value) in headers {
            members.insert(name.to_owned(), Value::from(value));
        }
        let members = Value::Object(members).to_string();
        put("aep.connection.endpoint.headers", &members);
    }
    put(
        "aep.connection.auth.enabled",
        if job.is_authenticated {
            "true"
        } else {
            "false"
        },
    );
    if job.is_authenticated {
        put("aep.connection.auth.token.type", "oauth2_access_token");
        put(
            "aep.connection.auth.endpoint",
            "https://ims-na1.adobelogin.com",
        );
        for (name, key) in [
            ("aep.connection.auth.client.id", "client_id"),
            ("aep.connection.auth.client.secret", "client_secret"),
        ] {
            put(
                name,
                &["${file:/etc/kafka/adobe.properties:", key, "}"].concat(),
            );
        }
    }
    put("errors.tolerance", "all");
    put("errors.deadletterqueue.topic.name", "{TOPIC}-refused");
    put("errors.deadletterqueue.context.headers.enable", "true");
    let mut connector = Map::new();
    connector.insert("name".to_owned(), Value::from("aep-sink-connector"));
    connector.insert("config".to_owned(), Value::Object(config));
    let mut text = String::new();
    for piece in crate::api::lay_out(&Value::Object(connector).to_string()) {
        text.push_str(&piece.text);
    }
    text.push('\n');
    text
}

/// The connector counts bytes, not records.
fn kilobytes(job: &EngineJob) -> usize {
    let records = usize::try_from(job.batch_size.max(1)).unwrap_or(usize::MAX);
    let bytes = records.saturating_mul(job.record_bytes.unwrap_or(SOME_RECORD));
    bytes.div_ceil(1_024).clamp(LEAST_KILOBYTES, MOST_KILOBYTES)
}
