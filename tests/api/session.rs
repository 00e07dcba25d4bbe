//! Who calls: the token's life, and that nothing of it is printed.

use flow_console::api::{HttpRequest, Method, Operation, TokenLife, encode};
use flow_console::model::FlowId;
use flow_console::secret::Secrets;
use serde_json::{Value, json};

use super::{caller, response};

#[test]
fn tokens_say_when_they_end() {
    let check = |payload: Value, expected: Option<u64>| {
        let life = TokenLife::read(&payload).map(|life| life.ends_at);
        assert_eq!(life, expected, "{payload}");
    };
    // Adobe's, in milliseconds and as texts.
    check(
        json!({ "created_at": "1000", "expires_in": "86400000" }),
        Some(86_401_000),
    );
    check(json!({ "created_at": 1000, "expires_in": 500 }), Some(1500));
    // The standard's, in seconds.
    check(json!({ "exp": 90 }), Some(90_000));
    check(json!({ "exp": "90" }), Some(90_000));
    check(
        json!({ "created_at": "1000", "expires_in": "500", "exp": 90 }),
        Some(1500),
    );
    check(json!({ "created_at": "1000", "exp": 90 }), Some(90_000));
    check(
        json!({ "created_at": u64::MAX, "expires_in": 5 }),
        Some(u64::MAX),
    );
    check(json!({ "exp": u64::MAX }), Some(u64::MAX));
    check(json!({ "created_at": "1000" }), None);
    check(json!({ "created_at": "soon", "expires_in": "-1" }), None);
    check(json!({ "exp": 1.5 }), None);
    check(json!({}), None);
    check(json!("token"), None);
}

#[test]
fn what_is_left_ends_at_nothing() {
    let life = TokenLife { ends_at: 1000 };
    for (now, left) in [(0, 1000), (999, 1), (1000, 0), (1001, 0), (u64::MAX, 0)] {
        assert_eq!(life.left(now), left, "{now}");
    }
}

#[test]
fn the_base_address_may_end_in_a_slash_or_be_relative() {
    let check = |base: &str, url: &str| {
        let mut session = caller();
        session.flow_service_url = base.to_owned();
        let operation = Operation::RetrieveFlow(FlowId::from("f"));
        assert_eq!(encode(&operation, &session, Secrets::Revealed).url, url);
    };
    check("https://a.example/b", "https://a.example/b/flows/f");
    check("https://a.example/b/", "https://a.example/b/flows/f");
    check("/data/b", "/data/b/flows/f");
}

#[test]
fn nothing_secret_is_printed() {
    let session = format!("{:?}", caller());
    assert!(!session.contains("hush-token"), "{session}");
    let operation = Operation::RetrieveFlow(FlowId::from("f"));
    let mut request = encode(&operation, &caller(), Secrets::Revealed);
    assert_eq!(request.header("authorization"), Some("Bearer hush-token"));
    request.body = Some("hush".to_owned());
    request.url = "https://hush.example".to_owned();
    for printed in [
        format!("{request:?}"),
        format!("{request:#?}"),
        format!("{:?}", Some(&request)),
    ] {
        assert!(!printed.contains("hush"), "{printed}");
    }
}

#[test]
fn headers_are_found_in_any_case() {
    let answer = response(200, &[("Retry-After", "1"), ("retry-after", "2")], "");
    assert_eq!(answer.header("RETRY-AFTER"), Some("1"));
    assert_eq!(answer.header("retry"), None);
    let request = HttpRequest {
        method: Method::Get,
        url: String::new(),
        headers: vec![("X-A".to_owned(), "b".to_owned())],
        body: None,
    };
    assert_eq!(request.header("x-a"), Some("b"));
}

#[test]
fn verbs_are_read_as_they_are_written() {
    for method in [
        Method::Get,
        Method::Post,
        Method::Patch,
        Method::Put,
        Method::Delete,
    ] {
        assert_eq!(Method::read(method.as_str()), Some(method));
    }
    for word in ["get", "HEAD", "OPTIONS", "", " GET"] {
        assert_eq!(Method::read(word), None, "{word}");
    }
}
