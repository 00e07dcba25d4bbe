//! JSON Pointer.

use flow_console::schema::{Pointer, PointerError};
use serde_json::{Value, json};

fn pointer(text: &str) -> Pointer {
    text.parse().unwrap()
}

fn check_set(value: Value, place: &str, expected: Result<Value, PointerError>) {
    let mut changed = value;
    let result = pointer(place).set(&mut changed, json!("new"));
    assert_eq!(result.map(|()| changed), expected, "{place}");
}

fn check_remove(value: Value, place: &str, removed: Option<Value>, left: Value) {
    let mut changed = value;
    assert_eq!(pointer(place).remove(&mut changed), removed, "{place}");
    // As text, for the order of the members counts here.
    assert_eq!(changed.to_string(), left.to_string(), "{place}");
}

#[test]
fn text_form() {
    for text in ["", "/", "//", "/a~1b/0", "/~0~01", "/é/ "] {
        assert_eq!(pointer(text).to_string(), text);
    }
    assert_eq!(
        pointer("/a~1b/~01").tokens().collect::<Vec<_>>(),
        ["a/b", "~1"]
    );
    assert_eq!("a".parse::<Pointer>(), Err(PointerError::MissingSlash));
    assert_eq!("/~".parse::<Pointer>(), Err(PointerError::InvalidEscape));
    assert_eq!("/~2".parse::<Pointer>(), Err(PointerError::InvalidEscape));
}

#[test]
fn building() {
    let place = Pointer::root().child("a/b").index(3);
    assert_eq!(place.to_string(), "/a~1b/3");
    assert_eq!(place.last(), Some("3"));
    assert_eq!(place.parent(), Some(pointer("/a~1b")));
    assert_eq!(Pointer::root().parent(), None);
    assert_eq!(Pointer::root().last(), None);
    assert_eq!(pointer("/a").join(&pointer("/b/c")), pointer("/a/b/c"));
    assert!(place.starts_with(&pointer("/a~1b")));
    assert!(place.starts_with(&place));
    assert!(!pointer("/ab").starts_with(&pointer("/a")));
}

#[test]
fn reading() {
    let value = json!({"a": [1, {"": 2}], "0": 3});
    assert_eq!(pointer("").get(&value), Some(&value));
    assert_eq!(pointer("/a/1/").get(&value), Some(&json!(2)));
    assert_eq!(pointer("/0").get(&value), Some(&json!(3)));
    for nowhere in [
        "/b",
        "/a/2",
        "/a/01",
        "/a/+1",
        "/a/-",
        "/a/",
        "/0/0",
        "/a/18446744073709551616",
    ] {
        assert_eq!(pointer(nowhere).get(&value), None, "{nowhere}");
    }
    let mut value = value;
    *pointer("/a/1/").get_mut(&mut value).unwrap() = json!(4);
    assert_eq!(value, json!({"a": [1, {"": 4}], "0": 3}));
}

#[test]
fn writing() {
    check_set(json!(1), "", Ok(json!("new")));
    check_set(json!({}), "/a/b", Ok(json!({"a": {"b": "new"}})));
    check_set(json!({"a": 1}), "/a", Ok(json!({"a": "new"})));
    check_set(json!([1, 2]), "/0", Ok(json!(["new", 2])));
    check_set(json!([1]), "/-", Ok(json!([1, "new"])));
    check_set(json!([1]), "/1", Ok(json!([1, "new"])));
    check_set(json!([]), "/-/a", Ok(json!([{"a": "new"}])));
    check_set(
        json!([1]),
        "/2",
        Err(PointerError::InvalidIndex(pointer("/2"))),
    );
    check_set(
        json!({"a": []}),
        "/a/b/c",
        Err(PointerError::InvalidIndex(pointer("/a/b"))),
    );
    check_set(
        json!({"a": null}),
        "/a/b",
        Err(PointerError::NoContainer(pointer("/a"))),
    );
}

#[test]
fn removing() {
    check_remove(
        json!({"a": 1, "b": 2, "c": 3}),
        "/a",
        Some(json!(1)),
        json!({"b": 2, "c": 3}),
    );
    check_remove(json!([1, 2, 3]), "/1", Some(json!(2)), json!([1, 3]));
    check_remove(json!([1]), "/1", None, json!([1]));
    check_remove(json!({"a": 1}), "/b/c", None, json!({"a": 1}));
    check_remove(json!({"a": 1}), "/a/b", None, json!({"a": 1}));
    check_remove(json!([1]), "", Some(json!([1])), json!(null));
}
