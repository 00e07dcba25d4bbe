//! URLs, taken apart and put together.

use flow_console::api::{ListQuery, Operation, Target, encode};
use flow_console::secret::Secrets;
use proptest::prelude::*;

use super::caller;

#[track_caller]
fn check(url: &str, path: &str, query: &[(&str, &str)]) {
    let target = Target::read(url);
    let query: Vec<(String, String)> = query
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    assert_eq!(
        (target.path.as_str(), &target.query),
        (path, &query),
        "{url}"
    );
}

/// A single pair, decoded.
#[track_caller]
fn check_value(written: &str, value: &str) {
    check(&format!("/a?x={written}"), "/a", &[("x", value)]);
}

#[test]
fn addresses_are_taken_apart() {
    check(
        "https://a.example/b/c?x=1&y=2",
        "/b/c",
        &[("x", "1"), ("y", "2")],
    );
    check("/b/c?x=1", "/b/c", &[("x", "1")]);
    check("b/c", "b/c", &[]);
    check("https://a.example:8080/b", "/b", &[]);
    check("https://a.example", "", &[]);
    check("https://a.example?x=1", "", &[("x", "1")]);
    check("", "", &[]);
    check("?x=1", "", &[("x", "1")]);
}

#[test]
fn trailing_slashes_make_no_difference() {
    check("/b/c/", "/b/c", &[]);
    check("/b/c/?x=1", "/b/c", &[("x", "1")]);
    check("https://a.example/", "", &[]);
    check("/", "", &[]);
    check("/b//c", "/b//c", &[]);
}

#[test]
fn addresses_in_the_query_are_values() {
    check(
        "/b?x=https://a.example/c?d",
        "/b",
        &[("x", "https://a.example/c?d")],
    );
    check("?x=https://a.example", "", &[("x", "https://a.example")]);
    check("https://a.example/b?x=c://d", "/b", &[("x", "c://d")]);
}

#[test]
fn queries_are_split_at_their_marks() {
    check("/a?x", "/a", &[("x", "")]);
    check("/a?x=", "/a", &[("x", "")]);
    check("/a?=1", "/a", &[("", "1")]);
    check("/a?", "/a", &[]);
    check("/a?&&x=1&", "/a", &[("x", "1")]);
    check("/a?x=1&x=2", "/a", &[("x", "1"), ("x", "2")]);
    check("/a?property=name==b", "/a", &[("property", "name==b")]);
    check("/a?token=abc%3D%3D", "/a", &[("token", "abc==")]);
    check("/a?token=abc==", "/a", &[("token", "abc==")]);
}

#[test]
fn values_are_decoded() {
    check_value("a+b", "a b");
    check_value("a%20b", "a b");
    check_value("a%2Bb", "a+b");
    check_value("%3c%3C", "<<");
    check_value("%C3%A9", "é");
    check_value("é", "é");
    check("/a?%70=%71", "/a", &[("p", "q")]);
    // The path stays encoded.
    check("/a%20b?x=1", "/a%20b", &[("x", "1")]);
}

#[test]
fn what_is_no_escape_stays() {
    check_value("100%", "100%");
    check_value("%2", "%2");
    check_value("%zz", "%zz");
    check_value("%%41", "%A");
    check_value("%4%41", "%4A");
    check_value("%é1", "%é1");
    // A sign is no digit, and half a character is none.
    check_value("%+1", "% 1");
    check_value("%C3", "\u{fffd}");
}

#[test]
fn the_first_parameter_of_a_name_counts() {
    let target = Target::read("/a?x=1&X=2&x=3");
    assert_eq!(target.parameter("x"), Some("1"));
    assert_eq!(target.parameter("X"), Some("2"));
    assert_eq!(target.parameter("y"), None);
}

fn listing(query: ListQuery) -> String {
    encode(&Operation::ListFlows(query), &caller(), Secrets::Revealed).url
}

#[test]
fn what_need_not_be_encoded_stays_readable() {
    let check = |order: &str, written: &str| {
        let url = listing(ListQuery {
            order_by: Some(order.to_owned()),
            ..ListQuery::default()
        });
        let base = "https://platform.adobe.io/data/foundation/flowservice/flows?orderby=";
        assert_eq!(url, format!("{base}{written}"));
    };
    check("-name", "-name");
    check("+name", "%2Bname");
    check("a==b!=c", "a==b!=c");
    check("ids[].x,y", "ids[].x,y");
    check("a<b>c", "a%3Cb%3Ec");
    check("a b&c#d%e?f", "a%20b%26c%23d%25e%3Ff");
    check("\"é\"\n$", "%22%C3%A9%22%0A%24");
}

#[test]
fn a_query_that_asks_nothing_is_not_written() {
    assert!(listing(ListQuery::default()).ends_with("/flows"));
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded_again(order in ".*", token in ".*") {
        let url = listing(ListQuery {
            order_by: Some(order.clone()),
            continuation: Some(token.clone()),
            ..ListQuery::default()
        });
        prop_assert!(url.is_ascii() && !url.contains([' ', '"', '<', '#']));
        let target = Target::read(&url);
        prop_assert_eq!(&target.path, "/data/foundation/flowservice/flows");
        prop_assert_eq!(target.query, [("orderby".to_owned(), order), ("continuationToken".to_owned(), token)]);
    }

    #[test]
    fn any_text_can_be_taken_apart(url in "\\PC*", marks in "[%?&=+:/a1é]{0,20}") {
        Target::read(&url);
        Target::read(&marks);
    }
}
