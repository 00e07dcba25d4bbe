//! What is sent of an object that was changed.

use flow_console::form::{Form, SecretState};
use flow_console::schema::Pointer;
use flow_console::secret::Secrets;
use serde_json::{Value, json};

use super::{enter, is_fine, node, text};

fn schema() -> Value {
    let secret = json!({ "type": "string", "format": "password" });
    json!({
        "properties": {
            "server": text(),
            "port": { "type": "integer" },
            "password": secret,
            "key": secret,
            "tls": { "type": "boolean" },
            "tunnel": { "properties": { "host": text(), "user": text(), "secret": secret }, "required": ["host"] },
            "hosts": { "type": "array", "items": { "properties": { "name": text(), "token": secret } } },
            "tags": { "type": "array", "items": text() }
        },
        "required": ["server", "password"]
    })
}

fn edited(value: &Value) -> Form {
    Form::for_edit(
        &schema(),
        &"/auth/params".parse::<Pointer>().unwrap(),
        value,
    )
}

#[track_caller]
fn changes(form: &Form, expected: Value) {
    let patch = form.changes();
    let patch: Vec<Value> = patch
        .iter()
        .map(|it| it.to_json(Secrets::Revealed))
        .collect();
    assert_eq!(Value::Array(patch), expected);
}

fn operation(operator: &str, place: &str, value: Value) -> Value {
    let path = ["/auth/params", place].concat();
    json!({ "op": operator, "path": path, "value": value })
}

fn add(place: &str, value: impl Into<Value>) -> Value {
    operation("add", place, value.into())
}

fn replace(place: &str, value: impl Into<Value>) -> Value {
    operation("replace", place, value.into())
}

fn remove(place: &str) -> Value {
    let path = ["/auth/params", place].concat();
    json!({ "op": "remove", "path": path })
}

#[test]
fn what_nobody_touched_is_no_change() {
    for value in [
        json!({ "server": "s" }),
        json!({ "server": "s", "password": "***", "key": "***" }),
        json!({ "server": "s", "port": "text where a number belongs", "tls": false, "inletUrl": "https://a.example" }),
        json!({ "server": "s", "tunnel": {}, "hosts": [], "tags": ["a", "b"] }),
        json!({ "server": "s", "tunnel": { "secret": "***" }, "hosts": [{ "name": "a", "token": "***" }, {}] }),
        json!({ "server": 7, "port": 5432.0, "more": { "deep": [1] } }),
        json!({}),
    ] {
        changes(&edited(&value), json!([]));
    }
    let form = super::form(schema());
    changes(&form, json!([]));
}

/// What is typed and taken back leaves no trace.
#[test]
fn what_was_taken_back_is_no_change() {
    let mut form = edited(&json!({ "server": "s", "port": 1, "password": "***" }));
    for (name, there, back) in [
        ("/server", "t", "s"),
        ("/port", "2", "1"),
        ("/password", "new", ""),
        ("/key", "new", ""),
        ("/tunnel/host", "h", ""),
    ] {
        enter(&mut form, name, there);
        assert_eq!(form.changes().len(), 1, "{name}");
        enter(&mut form, name, back);
        changes(&form, json!([]));
    }
    let key = node(&form, "/key");
    form.clear_secret(key);
    form.keep_secret(key);
    changes(&form, json!([]));
}

#[test]
fn single_members_are_changed() {
    let mut form = edited(&json!({ "server": "s", "port": 1, "tls": true, "password": "***" }));
    enter(&mut form, "/server", "t");
    enter(&mut form, "/port", "");
    enter(&mut form, "/tls", "false");
    changes(
        &form,
        json!([
            replace("/server", "t"),
            remove("/port"),
            replace("/tls", false)
        ]),
    );
    is_fine(&form);
    let mut form = edited(&json!({ "server": "s" }));
    enter(&mut form, "/port", "5432");
    changes(&form, json!([add("/port", 5432)]));
}

#[test]
fn secrets_have_three_states() {
    // The service shows a mask, or nothing; it cannot do without a password.
    for shown in [
        json!({ "server": "s", "password": "***", "key": "***" }),
        json!({ "server": "s" }),
    ] {
        let is_shown = shown.get("key").is_some();
        let mut form = edited(&shown);
        enter(&mut form, "/server", "t");
        changes(&form, json!([replace("/server", "t")]));
        enter(&mut form, "/password", "new");
        enter(&mut form, "/key", "new too");
        let key = if is_shown { replace } else { add }("/key", "new too");
        changes(
            &form,
            json!([replace("/server", "t"), replace("/password", "new"), key]),
        );
        form.clear_secret(node(&form, "/key"));
        form.keep_secret(node(&form, "/password"));
        changes(&form, json!([replace("/server", "t"), remove("/key")]));
        is_fine(&form);
    }
}

#[test]
fn what_is_nested_is_changed_where_it_is() {
    let mut form = edited(&json!({ "server": "s", "tunnel": { "host": "h", "user": "u" } }));
    enter(&mut form, "/tunnel/host", "i");
    enter(&mut form, "/tunnel/user", "");
    enter(&mut form, "/tunnel/secret", "new");
    changes(
        &form,
        json!([
            replace("/tunnel/host", "i"),
            remove("/tunnel/user"),
            add("/tunnel/secret", "new")
        ]),
    );
    // All of it, when there was nothing of it.
    let mut form = edited(&json!({ "server": "s" }));
    enter(&mut form, "/tunnel/host", "h");
    enter(&mut form, "/tunnel/secret", "new");
    changes(
        &form,
        json!([add("/tunnel", json!({ "host": "h", "secret": "new" }))]),
    );
    // A secret goes with what is around it.
    let mut form = edited(&json!({ "server": "s", "tunnel": { "host": "h" } }));
    enter(&mut form, "/tunnel/host", "");
    changes(&form, json!([remove("/tunnel")]));
}

#[test]
fn lists_are_sent_as_a_whole_unless_something_in_them_is_kept() {
    let mut form = edited(&json!({ "server": "s", "tags": ["a", "b"] }));
    enter(&mut form, "/tags/0", "c");
    changes(&form, json!([replace("/tags", json!(["c", "b"]))]));
    let hosts = json!({ "server": "s", "hosts": [{ "name": "a" }, { "name": "b" }] });
    let mut form = edited(&hosts);
    enter(&mut form, "/hosts/1/name", "c");
    enter(&mut form, "/hosts/0/token", "new");
    changes(
        &form,
        json!([add("/hosts/0/token", "new"), replace("/hosts/1/name", "c")]),
    );
    // Nobody can send the secrets along that stand in another place now: they have to be typed again.
    let mut form = edited(&hosts);
    form.remove(node(&form, "/hosts/0"));
    let token = node(&form, "/hosts/0/token");
    assert_eq!(form.secret_state(token), SecretState::New);
    enter(&mut form, "/hosts/0/token", "again");
    changes(
        &form,
        json!([replace(
            "/hosts",
            json!([{ "name": "b", "token": "again" }])
        )]),
    );
}

#[test]
fn a_branch_that_is_left_takes_its_secrets_along() {
    let way = |kind: &str, secret: &str| {
        json!({
            "properties": { "kind": { "const": kind }, secret: { "type": "string", "format": "password" } },
            "required": ["kind", secret]
        })
    };
    let schema = json!({ "oneOf": [way("user", "password"), way("key", "secret")] });
    let at = "/auth/params".parse().unwrap();
    let mut form = Form::for_edit(&schema, &at, &json!({ "kind": "user" }));
    form.choose(node(&form, ""), 0, Some(1));
    enter(&mut form, "/secret", "new");
    changes(
        &form,
        json!([
            replace("/kind", "key"),
            add("/secret", "new"),
            remove("/password")
        ]),
    );
}

/// Somebody else changed the object in the meantime.
#[test]
fn changes_go_on_top_of_what_the_service_has_now() {
    let mut form = edited(&json!({ "server": "s", "port": 1, "tls": true, "password": "***" }));
    enter(&mut form, "/server", "mine");
    enter(&mut form, "/password", "new");
    enter(&mut form, "/tls", "false");
    form.clear_secret(node(&form, "/key"));
    let theirs =
        json!({ "server": "theirs", "port": 2, "tls": false, "password": "***", "key": "***" });
    let clashes = form.rebase(&theirs);
    let clashes: Vec<String> = clashes.iter().map(Pointer::to_string).collect();
    // What both changed to the same is no clash.
    assert_eq!(clashes, ["/auth/params/server"]);
    changes(
        &form,
        json!([
            replace("/server", "mine"),
            replace("/password", "new"),
            remove("/key")
        ]),
    );
    assert_eq!(
        form.document().reveal(),
        json!({ "server": "mine", "port": 2, "password": "new", "tls": false })
    );
    is_fine(&form);
}

#[test]
fn what_is_no_value_yet_survives_too() {
    let mut form = edited(&json!({ "server": "s", "port": 1 }));
    enter(&mut form, "/port", "four");
    form.rebase(&json!({ "server": "t", "port": 2 }));
    assert_eq!(
        form.document().reveal(),
        json!({ "server": "t", "port": "four" })
    );
    enter(&mut form, "/port", "4");
    changes(&form, json!([replace("/port", 4)]));
}

#[test]
fn every_change_can_be_undone() {
    let loaded = json!({ "server": "s", "port": 1, "password": "***", "tags": ["a"] });
    let mut form = edited(&loaded);
    enter(&mut form, "/server", "t");
    enter(&mut form, "/port", "");
    enter(&mut form, "/password", "new");
    form.clear_secret(node(&form, "/key"));
    form.add(node(&form, "/tags"));
    form.undo_changes();
    changes(&form, json!([]));
    assert_eq!(
        form.secret_state(node(&form, "/password")),
        SecretState::Kept
    );
    is_fine(&form);
}
