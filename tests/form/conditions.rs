//! Members that come and go with the values of others.

use serde_json::{Value, json};

use super::{enter, form, has, is_fine, lacks, node, sends, text, wrong};

#[test]
fn if_then_and_else() {
    let schema = json!({
        "properties": { "mode": { "enum": ["file", "table"] } },
        "required": ["mode"],
        "if": { "properties": { "mode": { "const": "file" } }, "required": ["mode"] },
        "then": { "properties": { "path": text() }, "required": ["path"] },
        "else": { "properties": { "table": text() } }
    });
    let mut form = form(schema);
    assert!(has(&form, "/table") && !has(&form, "/path"));
    let changes = enter(&mut form, "/mode", "file");
    assert_eq!(changes.shapes, [node(&form, "")]);
    assert!(has(&form, "/path") && !has(&form, "/table"));
    lacks(&form, &["/path"]);
    enter(&mut form, "/path", "p");
    sends(&form, json!({ "mode": "file", "path": "p" }));
    is_fine(&form);
    // Hidden, not sent, and not forgotten.
    enter(&mut form, "/mode", "table");
    enter(&mut form, "/table", "t");
    sends(&form, json!({ "mode": "table", "table": "t" }));
    is_fine(&form);
    enter(&mut form, "/mode", "file");
    sends(&form, json!({ "mode": "file", "path": "p" }));
}

#[test]
fn dependencies() {
    let check = |keywords: Value| {
        let mut schema = json!({ "properties": { "user": text(), "note": text() } });
        schema
            .as_object_mut()
            .unwrap()
            .extend(keywords.as_object().unwrap().clone());
        let mut form = form(schema);
        is_fine(&form);
        enter(&mut form, "/note", "n");
        is_fine(&form);
        enter(&mut form, "/user", "u");
        lacks(&form, &["/password"]);
        enter(&mut form, "/password", "p");
        sends(&form, json!({ "user": "u", "note": "n", "password": "p" }));
        is_fine(&form);
        enter(&mut form, "/user", "");
        is_fine(&form);
    };
    let needed = json!({ "properties": { "password": text() }, "required": ["password"] });
    check(json!({ "dependencies": { "user": needed } }));
    check(json!({ "dependentSchemas": { "user": needed } }));
    check(
        json!({ "dependencies": { "user": ["password"] }, "allOf": [{ "properties": { "password": text() } }] }),
    );
    check(
        json!({ "dependentRequired": { "user": ["password"] }, "allOf": [{ "properties": { "password": text() } }] }),
    );
}

#[test]
fn conditions_on_conditions() {
    let step = |name: &str, next: &str| {
        json!({
            "if": { "properties": { name: { "const": "on" } }, "required": [name] },
            "then": { "properties": { next: text() } }
        })
    };
    let mut form = form(json!({
        "properties": { "a": text() },
        "allOf": [step("a", "b"), step("b", "c"), step("c", "d")]
    }));
    for name in ["/a", "/b", "/c"] {
        enter(&mut form, name, "on");
    }
    enter(&mut form, "/d", "x");
    sends(&form, json!({ "a": "on", "b": "on", "c": "on", "d": "x" }));
    enter(&mut form, "/a", "off");
    sends(&form, json!({ "a": "off" }));
    is_fine(&form);
    enter(&mut form, "/a", "on");
    sends(&form, json!({ "a": "on", "b": "on", "c": "on", "d": "x" }));
    is_fine(&form);
}

/// A condition that takes its own reason away cannot be met; it ends, and something can still be typed.
#[test]
fn conditions_that_contradict_themselves_end() {
    let mut form = form(json!({
        "properties": { "a": text() },
        "if": { "required": ["a"] },
        "then": { "properties": { "a": false } }
    }));
    enter(&mut form, "/a", "x");
    form.problems();
    assert!(form.document().reveal().is_object());
}

#[test]
fn a_condition_deep_below_wakes_those_above() {
    let mut form = form(json!({
        "properties": { "tunnel": { "properties": { "login": { "properties": { "kind": text() } } } } },
        "if": { "properties": { "tunnel": { "properties": { "login": { "properties": { "kind": { "const": "key" } }, "required": ["kind"] } }, "required": ["login"] } }, "required": ["tunnel"] },
        "then": { "required": ["key"], "properties": { "key": text() } }
    }));
    is_fine(&form);
    enter(&mut form, "/tunnel/login/kind", "key");
    lacks(&form, &["/key"]);
}

#[test]
fn rules_about_the_whole_object() {
    let check = |keywords: Value, values: &[(&str, &str)], fine: bool| {
        let mut schema = json!({ "properties": { "a": text(), "b": text(), "c": text() } });
        schema
            .as_object_mut()
            .unwrap()
            .extend(keywords.as_object().unwrap().clone());
        let mut form = form(schema);
        for (name, value) in values {
            enter(&mut form, name, value);
        }
        assert_eq!(form.seems_valid(), fine, "{keywords} {values:?}");
        assert_eq!(wrong(&form).is_empty(), fine, "{keywords} {values:?}");
        if !fine {
            assert_eq!(wrong(&form)[0].0, "");
        }
    };
    check(
        json!({ "not": { "required": ["a", "b"] } }),
        &[("/a", "1")],
        true,
    );
    check(
        json!({ "not": { "required": ["a", "b"] } }),
        &[("/a", "1"), ("/b", "1")],
        false,
    );
    check(json!({ "minProperties": 2 }), &[("/a", "1")], false);
    check(
        json!({ "minProperties": 2 }),
        &[("/a", "1"), ("/b", "2")],
        true,
    );
    check(
        json!({ "maxProperties": 1 }),
        &[("/a", "1"), ("/b", "2")],
        false,
    );
    check(json!({ "not": {} }), &[], false);
}
