//! What was typed as texts under the names of the controls, and back: what links carry.

use flow_console::form::NoPlace;
use serde_json::{Value, json};

use super::{enter, form, sends, text};

const AT: &str = "/auth/params";

fn schema() -> Value {
    json!({
        "properties": {
            "server": text(),
            "port": { "type": "integer" },
            "ssl": { "type": "boolean" },
            "mode": { "enum": ["a", "b"] },
            "password": { "type": "string", "format": "password" },
            "inletUrl": { "type": "string", "readOnly": true },
            "hosts": { "type": "array", "items": { "properties": { "name": text(), "secretKey": text() } } },
            "headers": { "type": "object", "additionalProperties": text() },
            "tunnel": { "properties": { "kind": { "enum": ["ssh", "none"] } },
                "if": { "properties": { "kind": { "const": "ssh" } }, "required": ["kind"] },
                "then": { "properties": { "user": text() } } },
            "way": { "oneOf": [
                { "title": "A", "properties": { "key": text() }, "required": ["key"] },
                { "title": "B", "properties": { "token": text() }, "required": ["token"] }
            ] }
        }
    })
}

fn named(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, text)| ([AT, *name].concat(), (*text).to_owned()))
        .collect()
}

/// Puts texts in. What is sent then, and what had no place.
#[track_caller]
fn check(pairs: &[(&str, &str)], expected: Value, refused: &[(usize, NoPlace)]) {
    let mut form = form(schema());
    assert_eq!(form.put_texts(&named(pairs)), refused, "{pairs:?}");
    sends(&form, expected);
}

#[test]
fn texts_find_their_controls() {
    check(&[], json!({}), &[]);
    check(
        &[
            ("/server", "s"),
            ("/port", "5432"),
            ("/ssl", "false"),
            ("/mode", "b"),
        ],
        json!({ "server": "s", "port": 5432, "ssl": false, "mode": "b" }),
        &[],
    );
    check(
        &[("/hosts/0/name", "a"), ("/hosts/1/name", "b")],
        json!({ "hosts": [{ "name": "a" }, { "name": "b" }] }),
        &[],
    );
    check(
        &[("/headers/x~1y", "1")],
        json!({ "headers": { "x/y": "1" } }),
        &[],
    );
}

#[test]
fn fields_come_to_light_in_any_order() {
    check(
        &[("/tunnel/user", "u"), ("/tunnel/kind", "ssh")],
        json!({ "tunnel": { "kind": "ssh", "user": "u" } }),
        &[],
    );
    check(
        &[("/hosts/1/name", "b"), ("/hosts/0/name", "a")],
        json!({ "hosts": [{ "name": "a" }, { "name": "b" }] }),
        &[],
    );
    check(
        &[("/way/key", "k"), ("/way#variant", "0")],
        json!({ "way": { "key": "k" } }),
        &[],
    );
}

#[test]
fn what_has_no_place_is_said() {
    use NoPlace::{Secret, Unknown, WrongForm};
    check(
        &[("/password", "hush"), ("/server", "s")],
        json!({ "server": "s" }),
        &[(0, Secret)],
    );
    check(
        &[("/hosts/0/secretKey", "hush"), ("/hosts/0/name", "a")],
        json!({ "hosts": [{ "name": "a" }] }),
        &[(0, Secret)],
    );
    for (pair, why) in [
        (("/other", "1"), Unknown),
        (("/server/deep", "1"), Unknown),
        (("/inletUrl", "1"), Unknown),
        (("/hosts/7/name", "1"), Unknown),
        (("/hosts/x", "1"), Unknown),
        (("#variant", "0"), Unknown),
        (("/way#variant7", "0"), Unknown),
        (("/way#variant", "2"), WrongForm),
        (("/way#variant", "A"), WrongForm),
        (("/tunnel", "1"), WrongForm),
        (("/ssl", "yes"), WrongForm),
        (("/mode", "c"), WrongForm),
    ] {
        check(&[pair], json!({}), &[(0, why)]);
    }
    let elsewhere = [("/name".to_owned(), "a".to_owned())];
    assert_eq!(form(schema()).put_texts(&elsewhere), [(0, Unknown)]);
}

#[test]
fn what_is_no_number_yet_is_kept_as_typed() {
    let mut form = form(schema());
    assert_eq!(form.put_texts(&named(&[("/port", "54x")])), []);
    assert_eq!(form.texts(), named(&[("/port", "54x")]));
}

#[test]
fn texts_come_back_without_secrets() {
    let mut full = form(schema());
    let pairs = [
        ("/server", "s"),
        ("/port", "5432"),
        ("/ssl", "true"),
        ("/mode", "b"),
        ("/hosts/0/name", "a"),
        ("/headers/x", "1"),
        ("/tunnel/kind", "ssh"),
        ("/tunnel/user", "u"),
        ("/way#variant", "1"),
        ("/way/token", "t"),
    ];
    assert_eq!(full.put_texts(&named(&pairs)), []);
    enter(&mut full, "/password", "hush");
    let texts = full.texts();
    assert_eq!(texts, named(&pairs));
    let mut other = form(schema());
    assert_eq!(other.put_texts(&texts), []);
    enter(&mut other, "/password", "hush");
    sends(&other, full.document().reveal());
    // Nothing typed, nothing said.
    assert_eq!(form(schema()).texts(), []);
}

#[test]
fn what_is_not_named_stays() {
    let mut form = form(schema());
    enter(&mut form, "/server", "s");
    enter(&mut form, "/password", "hush");
    form.put_texts(&named(&[("/server", "t"), ("/mode", "a")]));
    sends(
        &form,
        json!({ "server": "t", "password": "hush", "mode": "a" }),
    );
}

#[test]
fn a_copy_has_no_secrets_and_nothing_of_the_services() {
    let check = |value: Value, kept: Value| {
        assert_eq!(form(schema()).without_own(&value), kept);
    };
    check(
        json!({ "server": "s", "password": "****", "inletUrl": "https://a.example" }),
        json!({ "server": "s" }),
    );
    check(
        json!({ "hosts": [{ "name": "a", "secretKey": "x" }], "headers": { "apiKey": "k", "x": "1" } }),
        json!({ "hosts": [{ "name": "a" }], "headers": { "x": "1" } }),
    );
    check(json!({ "extra": 1 }), json!({ "extra": 1 }));
    check(json!({ "accessToken": "t" }), json!({}));
    check(json!([1]), json!([1]));
}

#[test]
fn the_only_value_there_is_needs_no_control() {
    let fixed = json!({ "properties": { "fixed": { "const": 1 } } });
    for (value, refused) in [("1", vec![]), ("2", vec![(0, NoPlace::WrongForm)])] {
        let mut form = form(fixed.clone());
        assert_eq!(form.put_texts(&named(&[("/fixed", value)])), refused);
        sends(&form, json!({ "fixed": 1 }));
    }
}
