//! Keywords about a single value: its kind, what it equals, numbers and texts.

use crate::check;

#[test]
fn kinds() {
    check(r#"{}"#, "1", &[]);
    check("true", "1", &[]);
    check("false", "1", &[" |  | nothing"]);
    check(r#"{"type": "string"}"#, r#""a""#, &[]);
    check(
        r#"{"type": "string"}"#,
        "1",
        &[" | /type | type string, found integer"],
    );
    check(r#"{"type": "integer"}"#, "1.0", &[]);
    check(r#"{"type": "integer"}"#, "1e300", &[]);
    check(
        r#"{"type": "integer"}"#,
        "1.5",
        &[" | /type | type integer, found number"],
    );
    check(r#"{"type": "number"}"#, "1", &[]);
    check(
        r#"{"type": ["null", "array"]}"#,
        "{}",
        &[" | /type | type null or array, found object"],
    );
    check(
        r#"{"type": "boolean"}"#,
        "null",
        &[" | /type | type boolean, found null"],
    );
}

#[test]
fn equality() {
    check(r#"{"const": 1}"#, "1.0", &[]);
    check(
        r#"{"const": {"a": 1, "b": 2}}"#,
        r#"{"b": 2.0, "a": 1}"#,
        &[],
    );
    check(
        r#"{"const": [1, 2]}"#,
        "[2, 1]",
        &[" | /const | equals [1,2]"],
    );
    check(r#"{"const": false}"#, "0", &[" | /const | equals false"]);
    check(r#"{"const": null}"#, "null", &[]);
    check(
        r#"{"const": 9007199254740993}"#,
        "9007199254740992",
        &[" | /const | equals 9007199254740993"],
    );
    check(r#"{"enum": [1, "a", {"b": []}]}"#, r#"{"b": []}"#, &[]);
    check(
        r#"{"enum": ["b", "a"]}"#,
        r#""c""#,
        &[r#" | /enum | one of ["b","a"]"#],
    );
    check(r#"{"enum": [-0.0]}"#, "0", &[]);
    check(r#"{"enum": []}"#, "0", &[" | /enum | one of []"]);
}

#[test]
fn numbers() {
    check(r#"{"minimum": 3}"#, "2.9", &[" | /minimum | at least 3"]);
    check(r#"{"minimum": 3}"#, "3.0", &[]);
    check(r#"{"minimum": 3}"#, r#""2""#, &[]);
    check(r#"{"maximum": 3}"#, "3.1", &[" | /maximum | at most 3"]);
    check(
        r#"{"exclusiveMinimum": 3}"#,
        "3",
        &[" | /exclusiveMinimum | more than 3"],
    );
    check(
        r#"{"exclusiveMaximum": 3}"#,
        "3.0",
        &[" | /exclusiveMaximum | less than 3"],
    );
    check(r#"{"exclusiveMaximum": 3, "minimum": 1}"#, "2", &[]);
    // Beyond 2^53 doubles have gaps.
    check(
        r#"{"maximum": 9007199254740992}"#,
        "9007199254740993",
        &[" | /maximum | at most 9007199254740992"],
    );
    check(
        r#"{"minimum": 18446744073709551615}"#,
        "18446744073709551614",
        &[" | /minimum | at least 18446744073709551615"],
    );
    check(
        r#"{"minimum": -9223372036854775808}"#,
        "-9223372036854775808",
        &[],
    );
    check(
        r#"{"maximum": 1.5}"#,
        "18446744073709551615",
        &[" | /maximum | at most 1.5"],
    );
    check(r#"{"minimum": -1e300}"#, "-9223372036854775808", &[]);
    check(
        r#"{"exclusiveMinimum": -1.5}"#,
        "-2",
        &[" | /exclusiveMinimum | more than -1.5"],
    );
    check(r#"{"exclusiveMinimum": -1.5}"#, "-1", &[]);
}

#[test]
fn multiples() {
    let tenth = r#"{"multipleOf": 0.1}"#;
    for value in [
        "0.3",
        "1.1",
        "-0.7",
        "0",
        "0.0",
        "3",
        "1e300",
        "123456789.1",
    ] {
        check(tenth, value, &[]);
    }
    for value in ["0.35", "1e-2", "1e-300", "0.30000000000000004"] {
        check(tenth, value, &[" | /multipleOf | multiple of 0.1"]);
    }
    check(r#"{"multipleOf": 0.01}"#, "19.99", &[]);
    check(
        r#"{"multipleOf": 0.01}"#,
        "123456789012345678901234567890.07",
        &[],
    );
    check(
        r#"{"multipleOf": 0.01}"#,
        "123456789012345678901234567890.071",
        &[" | /multipleOf | multiple of 0.01"],
    );
    check(r#"{"multipleOf": 3}"#, "3e999999999999999999999", &[]);
    check(r#"{"multipleOf": 0.0001}"#, "0.0075", &[]);
    check(r#"{"multipleOf": 3}"#, "18446744073709551615", &[]);
    check(
        r#"{"multipleOf": 7}"#,
        "18446744073709551615",
        &[" | /multipleOf | multiple of 7"],
    );
    check(
        r#"{"multipleOf": 18446744073709551615}"#,
        "5e-324",
        &[" | /multipleOf | multiple of 18446744073709551615"],
    );
    check(r#"{"multipleOf": 5e-324}"#, "1.7976931348623157e308", &[]);
    check(
        r#"{"multipleOf": 1e308}"#,
        "1e-308",
        &[" | /multipleOf | multiple of 1e+308"],
    );
}

#[test]
fn texts() {
    check(
        r#"{"minLength": 2}"#,
        r#""é""#,
        &[" | /minLength | length 2 or more, found 1"],
    );
    check(r#"{"maxLength": 2}"#, r#""👍👍""#, &[]);
    check(
        r#"{"maxLength": 2.0}"#,
        r#""abc""#,
        &[" | /maxLength | length 2 or less, found 3"],
    );
    check(r#"{"maxLength": 1e30}"#, r#""abc""#, &[]);
    check(r#"{"maxLength": 2}"#, "123", &[]);
    check(r#"{"pattern": "b+$"}"#, r#""abb""#, &[]);
    check(
        r#"{"pattern": "^b"}"#,
        r#""abb""#,
        &[" | /pattern | matches ^b"],
    );
    check(
        r#"{"format": "date"}"#,
        r#""2021-02-29""#,
        &[" | /format | is a date"],
    );
    check(r#"{"format": "password"}"#, r#""x""#, &[]);
    check(r#"{"format": "made up"}"#, r#""x""#, &[]);
}
