//! Links that carry a half-filled form.

use flow_console::interchange::{read_link, write_link};
use proptest::prelude::*;

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(pointer, text)| ((*pointer).to_owned(), (*text).to_owned()))
        .collect()
}

#[track_caller]
fn check(values: &[(&str, &str)], query: &str) {
    let values = pairs(values);
    assert_eq!(
        write_link("spec-1", &values),
        format!("#/sources/spec-1{query}")
    );
    let query = query.trim_start_matches('?');
    assert_eq!(read_link(query, &|_| false), values);
}

#[test]
fn values_are_escaped() {
    check(&[], "");
    check(
        &[
            ("/name", "Sales"),
            ("/auth/specName", "Basic Authentication"),
        ],
        "?/name=Sales&/auth/specName=Basic%20Authentication",
    );
    check(
        &[("/a", "b/c#d&e=f+g h%i")],
        "?/a=b/c%23d%26e%3Df%2Bg%20h%25i",
    );
    check(
        &[("/é", "日本\n\"'")],
        "?/%C3%A9=%E6%97%A5%E6%9C%AC%0A%22%27",
    );
    check(&[("/a~1b", "host:443,x@y")], "?/a~1b=host:443,x@y");
    check(&[("/a=b&c", "")], "?/a%3Db%26c=");
}

#[test]
fn other_spellings_are_read() {
    let check = |query: &str, expected: &[(&str, &str)]| {
        assert_eq!(read_link(query, &|_| false), pairs(expected), "{query}");
    };
    check("%2Fname=a+b", &[("/name", "a b")]);
    check(
        "/name=https://a.example/?x",
        &[("/name", "https://a.example/?x")],
    );
    // No pointers, and nothing at all.
    check("name=a&=b&/&&", &[("/", "")]);
    check("/a=1&/a=2", &[("/a", "1")]);
    check("/a=%zz%", &[("/a", "%zz%")]);
}

#[test]
fn secrets_are_dropped() {
    let secret = |pointer: &str| pointer == "/auth/params/password";
    let read = read_link(
        "/auth/params/server=a&%2Fauth%2Fparams%2Fpassword=hush",
        &secret,
    );
    assert_eq!(read, pairs(&[("/auth/params/server", "a")]));
}

proptest! {
    #[test]
    fn any_value_comes_back(pointer in "/.{0,20}", text in "\\PC{0,20}|[/#&=+ %\n]{0,9}", id in "[a-z0-9-]{1,9}") {
        let values = vec![(pointer, text)];
        let link = write_link(&id, &values);
        let (path, query) = link.split_once('?').unwrap();
        prop_assert_eq!(path, format!("#/sources/{id}"));
        prop_assert!(!query.contains(['#', '+', ' ', '"']) && query.is_ascii());
        prop_assert_eq!(read_link(query, &|_| false), values);
    }
}
