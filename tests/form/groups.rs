//! Objects: which members there are, in which order, and what of them is sent.

use flow_console::form::Control;
use flow_console::form::{FieldProblem, Kind};
use flow_console::schema::Rule;
use serde_json::{Map, Value, json};

use super::{enter, form, has, is_fine, lacks, node, sends, shows, text, wrong};

#[test]
fn groups_nest() {
    let mut form = form(json!({
        "properties": {
            "tunnel": {
                "properties": {
                    "host": text(),
                    "login": { "properties": { "user": text() }, "required": ["user"], "type": "object" }
                },
                "required": ["host"]
            },
            "always": { "type": "object", "properties": { "note": text() } }
        },
        "required": ["always"]
    }));
    // An optional object that is empty is not sent and asks for nothing; a required one is sent.
    sends(&form, json!({ "always": {} }));
    is_fine(&form);
    enter(&mut form, "/tunnel/login/user", "me");
    sends(
        &form,
        json!({ "tunnel": { "login": { "user": "me" } }, "always": {} }),
    );
    lacks(&form, &["/tunnel/host"]);
    let host = node(&form, "/tunnel/host");
    assert_eq!(form.problem(host), Some(FieldProblem::Missing));
    enter(&mut form, "/tunnel/login/user", "");
    assert_eq!(form.problem(host), None);
    sends(&form, json!({ "always": {} }));
    is_fine(&form);
}

#[test]
fn what_is_required_comes_first_and_the_rest_is_folded_when_there_is_much() {
    let members = |names: &[&str]| -> Map<String, Value> {
        names
            .iter()
            .map(|name| ((*name).to_owned(), text()))
            .collect()
    };
    let few = form(json!({ "properties": members(&["a", "b", "c"]), "required": ["c"] }));
    shows(&few, "", &["c", "a", "b"], &[]);
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    let many = form(json!({ "properties": members(&names), "required": ["d", "b"] }));
    shows(&many, "", &["b", "d"], &["a", "c", "e", "f", "g", "h", "i"]);
    // Nothing would be left to see.
    let loose = form(json!({ "properties": members(&names) }));
    shows(&loose, "", &names, &[]);
    let mut properties = members(&names);
    properties["c"] = json!({ "uiAttributes": { "alwaysShow": true } });
    properties["i"] = json!({ "propertyOrder": 1 });
    properties["h"] = json!({ "propertyOrder": 2, "uiAttributes": { "alwaysShow": true } });
    let hinted = form(json!({ "properties": properties, "required": ["d"] }));
    shows(
        &hinted,
        "",
        &["h", "c", "d"],
        &["i", "a", "b", "e", "f", "g"],
    );
}

#[test]
fn hidden_members_are_kept_and_not_drawn() {
    let schema = json!({
        "properties": {
            "shown": text(),
            "hidden": { "type": "string", "uiAttributes": { "hidden": true } },
            "made": { "type": "string", "readOnly": true },
            "fixed": { "const": 1, "uiAttributes": { "hidden": true } }
        },
        "required": ["hidden"]
    });
    let mut form = form(schema);
    shows(&form, "", &["shown"], &[]);
    sends(&form, json!({ "fixed": 1 }));
    // Where it cannot be mended, it is said at the object.
    lacks(&form, &[""]);
    let value = json!({ "hidden": "h", "made": "m", "fixed": 1 });
    assert_eq!(form.load(&value), []);
    shows(&form, "", &["shown", "made"], &[]);
    assert!(form.is_read_only(node(&form, "/made")));
    sends(&form, value);
    is_fine(&form);
}

#[test]
fn free_names() {
    let mut form = form(json!({
        "properties": { "known": text() },
        "patternProperties": { "^n-": { "type": "integer" } },
        "additionalProperties": { "type": "string" },
        "propertyNames": { "maxLength": 5 }
    }));
    let (entry, changes) = form.add_entry(node(&form, ""), "a");
    assert_eq!(changes.shapes, [node(&form, "")]);
    let entry = entry.unwrap();
    lacks(&form, &["/a"]);
    enter(&mut form, "/a", "1");
    sends(&form, json!({ "a": "1" }));
    form.rename(entry, "n-a");
    assert_eq!(form.control(entry), Some(&Control::Integer));
    sends(&form, json!({ "n-a": 1 }));
    is_fine(&form);
    form.rename(entry, "n-a-long");
    let found = wrong(&form);
    assert!(
        matches!(&found[..], [(name, FieldProblem::Broken(Rule::PropertyName { .. }))] if name == "/n-a-long"),
        "{found:?}"
    );
    form.rename(entry, "known");
    assert_eq!(form.problem(entry), Some(FieldProblem::SameName));
    form.remove(entry);
    sends(&form, json!({}));
    is_fine(&form);
}

/// What the other members change about a name does not hide that it is there twice.
#[test]
fn a_repeated_name_stays_one_while_rules_change() {
    let mut form = form(json!({
        "dependencies": { "b": { "patternProperties": { "b": false } } }
    }));
    for name in ["other", "b", "b"] {
        form.add_entry(node(&form, ""), name);
    }
    let entries = form.children(node(&form, "")).to_vec();
    form.rename(entries[0], "b");
    enter(&mut form, "/b", "1");
    let repeated = entries.iter().skip(1);
    let problems = repeated.map(|id| form.problem(*id));
    assert!(problems.eq([Some(FieldProblem::SameName), Some(FieldProblem::SameName)]));
}

/// What is added may be open at once, and count for those above: they are told, too.
#[test]
fn what_is_added_deep_down_is_told_to_the_top() {
    let mut form = form(json!({
        "properties": { "a": { "$ref": "#/definitions/open" } },
        "maxProperties": 9,
        "not": { "properties": { "a": { "maxProperties": 0 } }, "required": ["a"] },
        "required": ["a"],
        "definitions": {
            "open": { "type": "object", "additionalProperties": { "$ref": "#/definitions/open" } }
        }
    }));
    let top = node(&form, "");
    assert!(form.problem(top).is_some());
    let (_, changes) = form.add_entry(node(&form, "/a"), "b");
    assert_eq!(form.problem(top), None);
    assert!(changes.problems.contains(&top), "{changes:?}");
}

#[test]
fn free_names_are_offered_where_they_are_meant() {
    let check = |schema: Value, expected: bool| {
        let form = form(schema.clone());
        let Kind::Group(group) = form.kind(node(&form, "")) else {
            panic!("{schema}");
        };
        assert_eq!(group.can_add, expected, "{schema}");
    };
    check(json!({ "type": "object" }), true);
    check(
        json!({ "type": "object", "additionalProperties": text() }),
        true,
    );
    check(
        json!({ "properties": { "a": text() }, "additionalProperties": true }),
        true,
    );
    check(json!({ "properties": { "a": text() } }), false);
    check(
        json!({ "type": "object", "additionalProperties": false }),
        false,
    );
    check(
        json!({ "patternProperties": { "^a": text() }, "additionalProperties": false }),
        true,
    );
}

#[test]
fn layers_are_laid_over_each_other() {
    let mut form = form(json!({
        "allOf": [{ "$ref": "#/definitions/base" }, { "properties": { "port": { "minimum": 1 } } }],
        "properties": { "host": { "minLength": 2 } },
        "definitions": {
            "base": { "properties": { "host": text(), "port": { "type": "integer" } }, "required": ["host"] }
        }
    }));
    enter(&mut form, "/host", "a");
    enter(&mut form, "/port", "0");
    let names: Vec<String> = wrong(&form).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["/host", "/port"]);
    enter(&mut form, "/host", "ab");
    enter(&mut form, "/port", "1");
    sends(&form, json!({ "host": "ab", "port": 1 }));
    is_fine(&form);
}

#[test]
fn what_contains_itself_is_made_when_it_is_opened() {
    let mut form = form(json!({
        "properties": { "name": text(), "next": { "$ref": "#" }, "list": { "type": "array", "items": { "$ref": "#" } } },
        "required": ["name"]
    }));
    assert!(!has(&form, "/next/name"));
    for depth in 1..40 {
        let next = node(&form, &"/next".repeat(depth));
        let changes = form.open(next);
        assert_eq!(changes.shapes, [next]);
    }
    enter(&mut form, "/name", "a");
    is_fine(&form);
    enter(&mut form, "/next/next/name", "c");
    lacks(&form, &["/next/name"]);
    enter(&mut form, "/next/name", "b");
    sends(
        &form,
        json!({ "name": "a", "next": { "name": "b", "next": { "name": "c" } } }),
    );
    form.add(node(&form, "/list"));
    enter(&mut form, "/list/0/name", "d");
    is_fine(&form);
}
