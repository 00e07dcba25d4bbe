//! `$ref`, `$id` and what they lead to.

use flow_console::schema::{Pointer, Schema};

use crate::{check, check_defective, json};

#[test]
fn places() {
    let definitions =
        r##"{"definitions": {"a/b%": {"type": "null"}}, "$ref": "#/definitions/a~1b%25"}"##;
    check(
        definitions,
        "1",
        &[" | /definitions/a~1b%/type | type null, found integer"],
    );
    check(
        r##"{"$defs": {"a": {"type": "null"}}, "items": {"$ref": "#/$defs/a"}}"##,
        "[1]",
        &["/0 | /$defs/a/type | type null, found integer"],
    );
    check(
        r##"{"items": [{"$ref": "#/items/1"}, {"type": "null"}]}"##,
        "[1]",
        &["/0 | /items/1/type | type null, found integer"],
    );
    check(
        r##"{"properties": {"a": {"$ref": "#"}}, "additionalProperties": false}"##,
        r#"{"a": {"a": {"b": 1}}}"#,
        &["/a/a | /additionalProperties | has no b"],
    );
    // A place that no keyword makes a schema.
    check(
        r##"{"x": {"y": [{"type": "null"}]}, "not": {"$ref": "#/x/y/0"}}"##,
        "null",
        &[" | /not | not"],
    );
    check(
        r##"{"x": {"properties": {"a": {"type": "null"}}}, "allOf": [{"$ref": "#/x/properties/a"}, {"$ref": "#/x"}]}"##,
        "1",
        &[" | /x/properties/a/type | type null, found integer"],
    );
    check(
        r##"{"allOf": [{"$ref": "#/definitions"}], "definitions": {"not": {"type": "null"}}}"##,
        "null",
        &[" | /definitions/not | not"],
    );
}

#[test]
fn siblings_are_ignored() {
    check(
        r##"{"$ref": "#/definitions/a", "type": "null", "definitions": {"a": {}}}"##,
        "1",
        &[],
    );
    check(
        r#"{"properties": {"$ref": {"type": "null"}}}"#,
        r#"{"$ref": 1}"#,
        &["/$ref | /properties/$ref/type | type null, found integer"],
    );
}

#[test]
fn chains() {
    let chain = r##"{"$ref": "#/definitions/a", "definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/c"}, "c": {"type": "null"}}}"##;
    check(
        chain,
        "1",
        &[" | /definitions/c/type | type null, found integer"],
    );
}

#[test]
fn names() {
    let anchor = r##"{"allOf": [{"$ref": "#here"}], "definitions": {"a": {"$id": "#here", "type": "null"}}}"##;
    check(
        anchor,
        "1",
        &[" | /definitions/a/type | type null, found integer"],
    );
    let nested = r##"{"$id": "http://a/b/root.json", "allOf": [{"$ref": "c/d.json#/definitions/e"}],
        "definitions": {"x": {"$id": "c/", "definitions": {"y": {"$id": "d.json", "definitions": {"e": {"$ref": "../root.json#/definitions/z"}}}}}, "z": {"type": "null"}}}"##;
    check(
        nested,
        "1",
        &[" | /definitions/z/type | type null, found integer"],
    );
    let absolute = r##"{"$ref": "urn:x:y#/definitions/b", "definitions": {"a": {"$id": "urn:x:y", "definitions": {"b": {"type": "null"}}}}}"##;
    check(
        absolute,
        "1",
        &[" | /definitions/a/definitions/b/type | type null, found integer"],
    );
    // In a value an `$id` is only a member.
    let value = r##"{"enum": [{"$id": "urn:x", "type": "null"}], "not": {"$ref": "urn:x"}}"##;
    check_defective(
        value,
        &["/not/$ref | remote urn:x"],
        r#"{"$id": "urn:x", "type": "null"}"#,
        &[],
    );
}

#[test]
fn nowhere() {
    check_defective(
        r##"{"$ref": "#/definitions/a"}"##,
        &["/$ref | unresolved #/definitions/a"],
        "1",
        &[],
    );
    check_defective(r##"{"$ref": "#a"}"##, &["/$ref | unresolved #a"], "1", &[]);
    check_defective(
        r##"{"$ref": "#/~"}"##,
        &["/$ref | unresolved #/~"],
        "1",
        &[],
    );
    check_defective(
        r##"{"$ref": "#/minimum", "minimum": 1}"##,
        &["/minimum | no schema"],
        "1",
        &[],
    );
    check_defective(
        r##"{"$ref": "http://json-schema.org/draft-07/schema#"}"##,
        &["/$ref | remote http://json-schema.org/draft-07/schema#"],
        "1",
        &[],
    );
    let kept = r#"{"properties": {"a": {"$ref": "b.json"}, "c": {"type": "null"}}}"#;
    check_defective(
        kept,
        &["/properties/a/$ref | remote b.json"],
        r#"{"a": 1, "c": 1}"#,
        &["/c | /properties/c/type | type null, found integer"],
    );
}

/// The references of a circle ask nothing.
#[test]
fn circles() {
    check_defective(r##"{"$ref": "#"}"##, &["/$ref | endless"], "1", &[]);
    check_defective(
        r##"{"allOf": [{"$ref": "#"}, {"type": "null"}]}"##,
        &["/allOf/0/$ref | endless"],
        "1",
        &[" | /allOf/1/type | type null, found integer"],
    );
    check_defective(
        r##"{"not": {"$ref": "#"}}"##,
        &["/not/$ref | endless"],
        "1",
        &[],
    );
    let pair = r##"{"definitions": {"a": {"anyOf": [{"$ref": "#/definitions/b"}]}, "b": {"anyOf": [{"$ref": "#/definitions/a"}]}}, "$ref": "#/definitions/a"}"##;
    let both = [
        "/definitions/a/anyOf/0/$ref | endless",
        "/definitions/b/anyOf/0/$ref | endless",
    ];
    check_defective(pair, &both, "1", &[]);
    let downwards = r##"{"$ref": "#/x/not", "x": {"not": {"allOf": [{"$ref": "#/x"}]}}}"##;
    check_defective(downwards, &["/x/not/allOf/0/$ref | endless"], "1", &[]);
}

#[test]
fn parts_of_a_document() {
    let document = json(
        r##"{"properties": {"a": {"$ref": "#/definitions/b"}}, "definitions": {"b": {"$ref": "#/definitions/c"}, "c": {"type": "null"}}}"##,
    );
    let schema = Schema::parse(&document);
    let place: Pointer = "/properties/a".parse().unwrap();
    assert_eq!(
        schema.resolve(&place).unwrap().to_string(),
        "/definitions/c"
    );
    assert_eq!(schema.resolve(&Pointer::root()), Some(Pointer::root()));
    assert_eq!(schema.resolve(&"/definitions".parse().unwrap()), None);
    assert_eq!(schema.resolve(&"/nothing".parse().unwrap()), None);
    let part = schema.part(&place).unwrap();
    assert_eq!(part.place(), place);
    assert_eq!(part.document(), &document);
    crate::check_with(
        &part,
        "1",
        &[" | /definitions/c/type | type null, found integer"],
    );
    crate::check_with(&part, "null", &[]);
}

fn is_shareable<T: Clone + Send + Sync>() {}

#[test]
fn schemas_are_shareable() {
    is_shareable::<Schema>();
}
