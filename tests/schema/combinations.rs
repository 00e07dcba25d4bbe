//! Keywords that apply other schemas to the same value.

use crate::{check, check_defective};

#[test]
fn all_of() {
    let both = r#"{"allOf": [{"minimum": 2}, {"maximum": 0}]}"#;
    check(
        both,
        "1",
        &[
            " | /allOf/0/minimum | at least 2",
            " | /allOf/1/maximum | at most 0",
        ],
    );
    check(both, r#""a""#, &[]);
}

#[test]
fn any_of() {
    let either = r#"{"anyOf": [{"type": "string"}, {"minimum": 2}]}"#;
    check(either, r#""a""#, &[]);
    check(either, "3", &[]);
    check(
        either,
        "1",
        &[
            " | /anyOf | any of ( | /anyOf/0/type | type string, found integer)( | /anyOf/1/minimum | at least 2)",
        ],
    );
}

#[test]
fn one_of() {
    let one = r#"{"oneOf": [{"type": "integer"}, {"minimum": 2}]}"#;
    check(one, "1", &[]);
    check(one, "2.5", &[]);
    check(one, "2", &[" | /oneOf | one of, found 2 ()()"]);
    check(
        one,
        "1.5",
        &[
            " | /oneOf | one of, found 0 ( | /oneOf/0/type | type integer, found number)( | /oneOf/1/minimum | at least 2)",
        ],
    );
}

/// A form shows the problems of the chosen branch only.
#[test]
fn branches_of_a_variant() {
    let variants = r#"{"properties": {"auth": {"oneOf": [
        {"properties": {"kind": {"const": "key"}, "key": {"minLength": 3}}, "required": ["key"]},
        {"properties": {"kind": {"const": "none"}}, "additionalProperties": false}
    ]}}}"#;
    check(
        variants,
        r#"{"auth": {"kind": "key", "key": "a"}}"#,
        &["/auth | /properties/auth/oneOf | one of, found 0 \
           (/auth/key | /properties/auth/oneOf/0/properties/key/minLength | length 3 or more, found 1)\
           (/auth/kind | /properties/auth/oneOf/1/properties/kind/const | equals \"none\"; \
           /auth | /properties/auth/oneOf/1/additionalProperties | has no key)"],
    );
}

#[test]
fn not() {
    check(r#"{"not": {"type": "null"}}"#, "1", &[]);
    check(r#"{"not": {"type": "null"}}"#, "null", &[" | /not | not"]);
    check(r#"{"not": {"not": {"type": "null"}}}"#, "null", &[]);
    check(r#"{"not": {}}"#, "1", &[" | /not | not"]);
}

#[test]
fn conditions() {
    let condition =
        r#"{"if": {"minimum": 10}, "then": {"multipleOf": 10}, "else": {"multipleOf": 2}}"#;
    check(condition, "20", &[]);
    check(condition, "12", &[" | /then/multipleOf | multiple of 10"]);
    check(condition, "3", &[" | /else/multipleOf | multiple of 2"]);
    check(r#"{"then": false, "else": false}"#, "1", &[]);
    check(r#"{"if": false, "then": false}"#, "1", &[]);
    check(
        r#"{"if": true, "then": false}"#,
        "1",
        &[" | /then | nothing"],
    );
}

/// What cannot be judged refuses nothing, whichever way it is asked for.
#[test]
fn unjudged_parts_never_refuse() {
    let flaw = "| remote http://elsewhere/";
    let part = r#"{"$ref": "http://elsewhere/"}"#;
    let no = r#"{"type": "null"}"#;
    let at = |place: &str| format!("{place}/$ref {flaw}");
    let check = |schema: &str, place: &str, value: &str| {
        check_defective(schema, &[&at(place)], value, &[]);
    };
    check(part, "", "1");
    check(&format!(r#"{{"not": {part}}}"#), "/not", "1");
    check(&format!(r#"{{"not": {{"not": {part}}}}}"#), "/not/not", "1");
    check(&format!(r#"{{"anyOf": [{no}, {part}]}}"#), "/anyOf/1", "1");
    check(
        &format!(r#"{{"not": {{"anyOf": [{no}, {part}]}}}}"#),
        "/not/anyOf/1",
        "1",
    );
    check(&format!(r#"{{"oneOf": [true, {part}]}}"#), "/oneOf/1", "1");
    check(&format!(r#"{{"if": {part}, "then": false}}"#), "/if", "1");
    check(
        &format!(r#"{{"not": {{"contains": {part}}}}}"#),
        "/not/contains",
        "[1]",
    );
    check(
        &format!(r#"{{"not": {{"items": {part}}}}}"#),
        "/not/items",
        "[1]",
    );
    check(
        &format!(r#"{{"not": {{"propertyNames": {part}}}}}"#),
        "/not/propertyNames",
        r#"{"a": 1}"#,
    );
}

#[test]
fn certain_parts_still_refuse() {
    let remote = ["/oneOf/2/$ref | remote x"];
    let one = r#"{"oneOf": [true, true, {"$ref": "x"}]}"#;
    check_defective(one, &remote, "1", &[" | /oneOf | one of, found 3 ()()()"]);
    let all = r#"{"not": {"not": {"allOf": [{"$ref": "x"}, {"type": "null"}]}}}"#;
    check_defective(
        all,
        &["/not/not/allOf/0/$ref | remote x"],
        "1",
        &[" | /not | not"],
    );
}
