//! The envelope of records for XDM inlets.

use flow_console::ingest::{Envelope, EnvelopeFault, is_enveloped};
use flow_console::model::{FromJson, TargetConnection};
use serde_json::{Value, json};

const SCHEMA: &str = "https://ns.adobe.com/acmetenant/schemas/9f3b1c2d4e5f60718293a4b5c6d7e8f9";
const CONTENT_TYPE: &str = "application/vnd.adobe.xed-full+json;version=1";
const ORGANISATION: &str = "1234ABCD5678EF900A49ACME@AdobeOrg";

fn target(schema: &Value) -> TargetConnection {
    let body = json!({
        "name": "Orders",
        "connectionSpec": { "id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c", "version": "1.0" },
        "data": { "format": "parquet_xdm", "schema": schema },
        "params": { "dataSetId": "68e77800c0ffee0012345678" }
    });
    TargetConnection::from_json(&body).unwrap()
}

fn envelope() -> Envelope {
    let target = target(&json!({ "id": SCHEMA, "version": CONTENT_TYPE }));
    let flow = "f10a2b3c-4d5e-4f60-9182-93a4b5c6d7e8".into();
    Envelope::of(&target, Some(&flow), ORGANISATION)
}

/// Value for value what Adobe's Streaming Ingestion guide shows.
#[test]
fn the_envelope_is_the_documented_one() {
    let mut envelope = envelope();
    envelope.source_name = "orders \"backend\"".to_owned();
    let record = "{\"_id\":\"3d9e\", \"n\": 1.50}";
    let text = envelope.wrap(record);
    assert!(text.contains(record));
    let reference = json!({ "id": SCHEMA, "contentType": CONTENT_TYPE });
    let expected = json!({
        "header": {
            "schemaRef": reference,
            "imsOrgId": ORGANISATION,
            "datasetId": "68e77800c0ffee0012345678",
            "flowId": "f10a2b3c-4d5e-4f60-9182-93a4b5c6d7e8",
            "source": { "name": "orders \"backend\"" }
        },
        "body": {
            "xdmMeta": { "schemaRef": reference },
            "xdmEntity": serde_json::from_str::<Value>(record).unwrap()
        }
    });
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), expected);
    assert_eq!(
        text,
        format!("{}{record}{}", envelope.beginning(), Envelope::END)
    );
    assert!(is_enveloped(&text));
    assert_eq!(envelope.faults(&text), []);
}

#[test]
fn versions_become_content_types() {
    let check = |version: &str, expected: &str| {
        let target = target(&json!({ "id": SCHEMA, "version": version }));
        assert_eq!(
            Envelope::of(&target, None, "x").content_type,
            expected,
            "{version}"
        );
    };
    check(CONTENT_TYPE, CONTENT_TYPE);
    check(
        "application/vnd.adobe.xed-full-notext+json; version=1.0",
        "application/vnd.adobe.xed-full-notext+json; version=1.0",
    );
    check("1", CONTENT_TYPE);
    check("2.1", "application/vnd.adobe.xed-full+json;version=2.1");
    check("", CONTENT_TYPE);
}

#[test]
fn missing_parts_are_named() {
    assert_eq!(envelope().missing(), Vec::<&str>::new());
    let empty = Envelope::of(&TargetConnection::default(), None, "");
    assert_eq!(
        empty.missing(),
        [
            "header.schemaRef.id",
            "header.schemaRef.contentType",
            "header.imsOrgId",
            "header.datasetId",
            "header.flowId"
        ]
    );
    // It is JSON all the same.
    assert!(serde_json::from_str::<Value>(&empty.wrap("{}")).is_ok());
}

#[test]
fn enveloped_records_are_recognised() {
    let check = |record: &str, expected: bool| {
        assert_eq!(is_enveloped(record), expected, "{record}");
    };
    check("{\"header\":{},\"body\":{\"xdmEntity\":{}}}", true);
    check(
        "{ \"body\" : { \"xdmMeta\":{},\"xdmEntity\" :\n{\"a\":[1,\"}\"]} } ,\"header\": {} }",
        true,
    );
    check("{\"header\":{},\"body\":{\"x\":{\"xdmEntity\":{}}}}", false);
    check("{\"header\":1,\"body\":{\"xdmEntity\":{}}}", false);
    check("{\"body\":{\"xdmEntity\":{}}}", false);
    check("{\"a\":\"\\\"xdmEntity\\\"\",\"header\":{}}", false);
    check("{}", false);
}

#[test]
fn differences_are_told() {
    let envelope = envelope();
    let check = |change: &dyn Fn(&mut Value), expected: &[EnvelopeFault]| {
        let mut record = serde_json::from_str(&envelope.wrap("{\"_id\":\"1\"}")).unwrap();
        change(&mut record);
        assert_eq!(envelope.faults(&record.to_string()), expected, "{record}");
    };
    let missing = |part| EnvelopeFault::Missing { part };
    let differs = |part, found: &str, expected: &str| EnvelopeFault::Differs {
        part,
        found: found.to_owned(),
        expected: expected.to_owned(),
    };
    check(&|_| {}, &[]);
    check(
        &|it| {
            let loosely = json!("application/vnd.adobe.xed-full+json; version=1.0");
            it["header"]["schemaRef"]["contentType"] = loosely.clone();
            it["body"]["xdmMeta"]["schemaRef"]["contentType"] = loosely;
            it["header"]["createdAt"] = json!(1);
        },
        &[],
    );
    check(
        &|it| it["header"]["imsOrgId"] = json!("other@AdobeOrg"),
        &[differs("header.imsOrgId", "other@AdobeOrg", ORGANISATION)],
    );
    check(
        &|it| {
            it["header"].as_object_mut().unwrap().remove("imsOrgId");
            it["header"].as_object_mut().unwrap().remove("flowId");
        },
        &[],
    );
    check(
        &|it| it["header"]["datasetId"] = json!(7),
        &[missing("header.datasetId")],
    );
    check(
        &|it| it["body"]["xdmMeta"] = json!({}),
        &[
            missing("body.xdmMeta.schemaRef.id"),
            missing("body.xdmMeta.schemaRef.contentType"),
        ],
    );
    check(
        &|it| it["body"]["xdmMeta"]["schemaRef"]["id"] = json!("https://ns.adobe.com/x"),
        &[EnvelopeFault::TwoSchemas],
    );
    check(
        &|it| it["header"]["source"] = json!({}),
        &[missing("header.source.name")],
    );
}
