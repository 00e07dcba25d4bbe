//! Answers, whatever of their several shapes they come in.

use flow_console::api::{Call, Failure, ListQuery, Page, PostMessage};
use flow_console::api::{write_created, write_items, write_receipt};
use flow_console::model::{
    BaseConnection, BaseConnectionId, Created, Flow, FlowId, MessageReceipt, State, Stored,
    SyncValidation,
};
use serde_json::{Value, json};

use super::response;

fn page(body: &Value) -> Page<Stored<FlowId, Flow>> {
    let answer = response(200, &[], &body.to_string());
    Call::list_flows(ListQuery::default())
        .read(&answer)
        .unwrap()
}

fn one(body: &Value) -> Result<Stored<FlowId, Flow>, Failure> {
    let answer = response(200, &[], &body.to_string());
    Call::retrieve_flow(FlowId::from("f1")).read(&answer)
}

fn created(body: &Value) -> Result<Created<FlowId>, Failure> {
    let answer = response(201, &[], &body.to_string());
    Call::create_flow(Flow::default()).read(&answer)
}

fn flow(id: &str) -> Value {
    json!({ "id": id, "name": "Orders", "flowSpec": { "id": "s" } })
}

#[test]
fn lists_come_wrapped_or_bare() {
    let check = |body: Value, ids: &[&str], unreadable: usize| {
        let page = page(&body);
        let found: Vec<&str> = page.items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(found, ids, "{body}");
        assert_eq!(page.unreadable, unreadable, "{body}");
    };
    check(json!({ "items": [flow("a"), flow("b")] }), &["a", "b"], 0);
    check(json!({ "items": [], "_links": {} }), &[], 0);
    check(json!([flow("a")]), &["a"], 0);
    check(json!([]), &[], 0);
    check(flow("a"), &["a"], 0);
    // Counted, so that no list seems shorter than it is.
    check(
        json!({ "items": [flow("a"), {}, 7, null, { "id": 1 }] }),
        &["a"],
        4,
    );
    check(json!({ "items": [{ "id": "a" }] }), &[], 1);
    check(json!({}), &[], 1);
    check(json!("text"), &[], 1);
}

#[test]
fn the_next_page_is_read_from_its_address() {
    let check = |links: Value, expected: Option<&str>| {
        let body = json!({ "items": [], "_links": links });
        assert_eq!(page(&body).next.as_deref(), expected, "{body}");
    };
    let next = |address: &str| json!({ "next": { "href": address } });
    check(
        next("/flows?continuationToken=eyJwIjoxfQ%3D%3D"),
        Some("eyJwIjoxfQ=="),
    );
    check(
        next("/flows?continuationToken=eyJwIjoxfQ=="),
        Some("eyJwIjoxfQ=="),
    );
    check(
        next("/flows?limit=2&continuationToken=a%2Bb&orderby=name"),
        Some("a+b"),
    );
    check(
        next("https://a.example/flows/?continuationToken=x"),
        Some("x"),
    );
    check(next("?continuationToken=x"), Some("x"));
    check(next("/flows?page=2"), None);
    check(next(""), None);
    check(json!({ "next": "/flows?continuationToken=x" }), None);
    check(json!({}), None);
    check(json!(null), None);
    assert_eq!(page(&json!({ "items": [] })).next, None);
}

#[test]
fn single_resources_come_wrapped_or_bare() {
    for body in [
        flow("a"),
        json!([flow("a")]),
        json!({ "items": [flow("a")] }),
        json!({ "items": [flow("a"), {}] }),
    ] {
        assert_eq!(one(&body).unwrap().id, FlowId::from("a"), "{body}");
    }
    for (body, sentence) in [
        (json!({ "items": [] }), "empty list"),
        (json!([]), "empty list"),
        (json!({}), "missing field `id`"),
        (json!(null), "invalid type: null"),
        (json!({ "items": {} }), "missing field `id`"),
    ] {
        match one(&body) {
            Err(Failure::Unreadable {
                status: 200,
                body: text,
                detail,
            }) => {
                assert!(detail.contains(sentence), "{body}: {detail}");
                assert_eq!(text, body.to_string());
            }
            other => panic!("{body}: {other:?}"),
        }
    }
}

#[test]
fn both_spellings_of_the_revision_are_read() {
    for name in ["etag", "eTag"] {
        let etag = |value: Value| {
            let mut body = flow("a");
            body[name] = value;
            one(&body).unwrap().etag.map(|etag| etag.0)
        };
        assert_eq!(etag(json!("\"1\"")).as_deref(), Some("\"1\""));
        assert_eq!(etag(json!(null)), None);
        let made = created(&json!({ "id": "a", name: "\"1\"" })).unwrap();
        assert_eq!(made.etag.map(|etag| etag.0).as_deref(), Some("\"1\""));
    }
    assert_eq!(created(&json!({ "id": "a" })).unwrap().etag, None);
    assert_eq!(
        created(&json!({ "items": [{ "id": "a" }] })).unwrap().id,
        FlowId::from("a")
    );
    assert!(matches!(
        created(&json!({ "etag": "1" })),
        Err(Failure::Unreadable { status: 201, .. })
    ));
}

#[test]
fn numbers_may_be_texts_and_states_may_be_new() {
    let mut body = flow("a");
    body["createdAt"] = json!("1700000000000");
    body["updatedAt"] = json!(1_700_000_000_001_u64);
    body["state"] = json!("ENABLED");
    let read = one(&body).unwrap();
    assert_eq!(read.created_at, Some(1_700_000_000_000));
    assert_eq!(read.updated_at, Some(1_700_000_000_001));
    assert_eq!(read.state, Some(State::Enabled));
    assert_eq!(read.raw, body);

    body["createdAt"] = json!("yesterday");
    body["updatedAt"] = json!({});
    body["state"] = json!("resting");
    let read = one(&body).unwrap();
    assert_eq!((read.created_at, read.updated_at), (None, None));
    assert_eq!(read.state, Some(State::Other("resting".to_owned())));
}

#[test]
fn inlets_come_with_their_connection() {
    let mut connection = json!({
        "id": "c",
        "connectionSpec": { "id": "s", "version": "1.0" },
        "auth": {
            "specName": "Streaming Connection",
            "params": { "inletUrl": "https://dcs.example/collection/8", "inletId": "8", "authenticationRequired": "true" },
        },
    });
    let read = |body: &Value| {
        let answer = response(200, &[], &json!({ "items": [body] }).to_string());
        let call =
            Call::<Stored<BaseConnectionId, BaseConnection>>::retrieve_base_connection("c".into());
        call.read(&answer).unwrap().content
    };
    let inlet = read(&connection).inlet().unwrap();
    assert_eq!(inlet.url, "https://dcs.example/collection/8");
    assert!(inlet.authentication_required);
    connection["auth"]["params"] = json!({});
    assert!(read(&connection).inlet().is_none());
}

#[test]
fn receipts_are_read_in_both_spellings() {
    let check = |body: Value, time: Option<u64>| {
        let answer = response(200, &[], &body.to_string());
        let receipt = Call::post_message(PostMessage::default())
            .read(&answer)
            .unwrap();
        assert_eq!(receipt.inlet_id.as_str(), "8", "{body}");
        assert_eq!(receipt.received_time_ms, time, "{body}");
    };
    check(
        json!({ "inletId": "8", "xactionId": "1:2:3", "receivedTimeMs": 12 }),
        Some(12),
    );
    check(json!({ "inletID": "8", "receivedTimeMs": "12" }), Some(12));
    check(json!({ "inletId": "8" }), None);
}

#[test]
fn what_cannot_be_read_is_kept() {
    let call = Call::list_flows(ListQuery::default());
    for body in ["", "<html>", "{\"items\": [", "OK"] {
        match call.read(&response(200, &[], body)) {
            Err(Failure::Unreadable {
                status: 200,
                body: kept,
                detail,
            }) => {
                assert_eq!(kept, body);
                assert!(!detail.is_empty());
            }
            other => panic!("{body}: {other:?}"),
        }
    }
}

#[test]
fn success_is_two_hundred_and_something() {
    for (status, expected) in [
        (199, false),
        (200, true),
        (204, true),
        (299, true),
        (300, false),
        (404, false),
    ] {
        assert_eq!(response(status, &[], "").is_success(), expected, "{status}");
    }
}

#[test]
fn what_is_written_is_read_again() {
    let list = write_items(vec![flow("a")], Some("/flows?continuationToken=x%3D"));
    let page = Call::list_flows(ListQuery::default()).read(&list).unwrap();
    assert_eq!((page.items.len(), page.next.as_deref()), (1, Some("x=")));
    let last = Call::list_flows(ListQuery::default())
        .read(&write_items(Vec::new(), None))
        .unwrap();
    assert_eq!(
        last,
        Page {
            items: Vec::new(),
            unreadable: 0,
            next: None
        }
    );

    let made = write_created("flows", "a", "\"1\"");
    assert_eq!(
        (made.status, made.header("location")),
        (201, Some("/flows/a"))
    );
    let read = Call::create_flow(Flow::default()).read(&made).unwrap();
    assert_eq!(
        (read.id.as_str(), read.etag.unwrap().0.as_str()),
        ("a", "\"1\"")
    );

    let receipt = MessageReceipt {
        inlet_id: "8".into(),
        xaction_id: "1:2:3".to_owned(),
        received_time_ms: Some(u64::MAX),
        flow_id: Some("f".into()),
        sync_validation: Some(SyncValidation::Passed),
    };
    let read = Call::post_message(PostMessage::default()).read(&write_receipt(&receipt));
    assert_eq!(read, Ok(receipt));
}
