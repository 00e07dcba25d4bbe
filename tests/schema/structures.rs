//! Keywords about arrays and objects, and keywords that are malformed.

use crate::{check, check_defective};

#[test]
fn arrays() {
    check(
        r#"{"minItems": 2}"#,
        "[1]",
        &[" | /minItems | 2 items or more, found 1"],
    );
    check(
        r#"{"maxItems": 1}"#,
        "[1, 2]",
        &[" | /maxItems | 1 items or less, found 2"],
    );
    check(
        r#"{"items": {"minimum": 2}}"#,
        "[1, 2, 0]",
        &[
            "/0 | /items/minimum | at least 2",
            "/2 | /items/minimum | at least 2",
        ],
    );
    check(r#"{"items": false}"#, "[1]", &["/0 | /items | nothing"]);
    check(
        r#"{"items": [{"type": "null"}]}"#,
        r#"[1, "x"]"#,
        &["/0 | /items/0/type | type null, found integer"],
    );
    check(
        r#"{"items": [true], "additionalItems": false}"#,
        "[1, 2, 3]",
        &[" | /additionalItems | only 1 items, found 3"],
    );
    check(
        r#"{"items": [true], "additionalItems": {"minimum": 3}}"#,
        "[1, 2, 3]",
        &["/1 | /additionalItems/minimum | at least 3"],
    );
    check(r#"{"items": {}, "additionalItems": false}"#, "[1, 2]", &[]);
    check(r#"{"contains": {"const": 1}}"#, "[0, 1]", &[]);
    check(
        r#"{"contains": {"const": 1}}"#,
        "[]",
        &[" | /contains | contains"],
    );
}

#[test]
fn unique_items() {
    let unique = r#"{"uniqueItems": true}"#;
    check(
        unique,
        r#"[1, "1", true, null, [], {}, [1], {"a": 1}]"#,
        &[],
    );
    check(
        unique,
        "[3, 1, 2, 1.0, 3]",
        &[" | /uniqueItems | unlike items, 3 repeats 1"],
    );
    check(
        unique,
        r#"[{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}]"#,
        &[" | /uniqueItems | unlike items, 1 repeats 0"],
    );
    check(unique, "[[1], [1, 1], [[1]]]", &[]);
    check(r#"{"uniqueItems": false}"#, "[1, 1]", &[]);
}

#[test]
fn objects() {
    check(
        r#"{"minProperties": 1}"#,
        "{}",
        &[" | /minProperties | 1 members or more, found 0"],
    );
    check(
        r#"{"maxProperties": 0}"#,
        r#"{"a": 1}"#,
        &[" | /maxProperties | 0 members or less, found 1"],
    );
    check(
        r#"{"required": ["a", "b", "c"]}"#,
        r#"{"b": null}"#,
        &[" | /required | has a", " | /required | has c"],
    );
    check(r#"{"required": ["a"]}"#, "[]", &[]);
    check(
        r#"{"properties": {"a/b": {"type": "null"}}}"#,
        r#"{"a/b": 1}"#,
        &["/a~1b | /properties/a~1b/type | type null, found integer"],
    );
    check(
        r#"{"properties": {"a": false}}"#,
        r#"{"a": 1}"#,
        &["/a | /properties/a | nothing"],
    );
    check(
        r#"{"additionalProperties": false}"#,
        r#"{"a": 1, "b": 1}"#,
        &[
            " | /additionalProperties | has no a",
            " | /additionalProperties | has no b",
        ],
    );
    check(
        r#"{"properties": {"a": {}}, "patternProperties": {"^b": {"minimum": 2}}, "additionalProperties": {"type": "null"}}"#,
        r#"{"a": 1, "b1": 1, "b2": 2, "c": 1}"#,
        &[
            "/b1 | /patternProperties/^b/minimum | at least 2",
            "/c | /additionalProperties/type | type null, found integer",
        ],
    );
    check(
        r#"{"propertyNames": {"maxLength": 1}}"#,
        r#"{"a": 1, "bc": 1}"#,
        &[
            " | /propertyNames | name bc (/bc | /propertyNames/maxLength | length 1 or less, found 2)",
        ],
    );
    check(r#"{"propertyNames": false}"#, "{}", &[]);
}

#[test]
fn dependencies() {
    let names = r#"{"dependencies": {"a": ["b", "c"]}}"#;
    check(
        names,
        r#"{"a": 1, "b": 1}"#,
        &[" | /dependencies/a | a needs c"],
    );
    check(names, r#"{"b": 1}"#, &[]);
    check(
        r#"{"dependentRequired": {"a": ["b"]}}"#,
        r#"{"a": 1}"#,
        &[" | /dependentRequired/a | a needs b"],
    );
    check(
        r#"{"dependencies": {"a": {"required": ["b"]}}}"#,
        r#"{"a": 1}"#,
        &[" | /dependencies/a/required | has b"],
    );
    check(
        r#"{"dependentSchemas": {"a": {"minProperties": 2}}}"#,
        r#"{"a": 1}"#,
        &[" | /dependentSchemas/a/minProperties | 2 members or more, found 1"],
    );
    check(
        r#"{"dependencies": {"a": false}}"#,
        r#"{"a": 1}"#,
        &[" | /dependencies/a | nothing"],
    );
    check(r#"{"dependencies": {"a": false}}"#, "[]", &[]);
}

/// What is malformed is reported and left out.
#[test]
fn malformed_keywords() {
    for keyword in [
        r#""type": "text""#,
        r#""type": []"#,
        r#""type": 3"#,
        r#""enum": {}"#,
        r#""minimum": "1""#,
        r#""exclusiveMinimum": true"#,
        r#""multipleOf": 0"#,
        r#""multipleOf": -1"#,
        r#""minLength": -1"#,
        r#""maxLength": 1.5"#,
        r#""pattern": 1"#,
        r#""format": 1"#,
        r#""uniqueItems": "yes""#,
        r#""required": true"#,
        r#""required": [1]"#,
        r#""properties": []"#,
        r#""patternProperties": 1"#,
        r#""dependencies": []"#,
        r#""allOf": {}"#,
        r#""anyOf": []"#,
        r#""definitions": []"#,
        r#""$ref": 1"#,
        r##""$id": 1"##,
    ] {
        let name = keyword.split('"').nth(1).unwrap();
        let schema = format!("{{{keyword}, \"const\": 1}}");
        check_defective(&schema, &[&format!("/{name} | malformed")], "1", &[]);
        check_defective(
            &schema,
            &[&format!("/{name} | malformed")],
            "2",
            &[" | /const | equals 1"],
        );
    }
    check_defective("7", &[" | no schema"], "1", &[]);
    check_defective(r#"{"not": 7}"#, &["/not | no schema"], "1", &[]);
    check_defective(r#"{"items": [[]]}"#, &["/items/0 | no schema"], "[1]", &[]);
    check_defective(
        r#"{"dependencies": {"a": [1]}}"#,
        &["/dependencies/a | malformed"],
        r#"{"a": 1}"#,
        &[],
    );
    check_defective(
        r#"{"dependentRequired": {"a": {}}}"#,
        &["/dependentRequired/a | malformed"],
        "1",
        &[],
    );
}
