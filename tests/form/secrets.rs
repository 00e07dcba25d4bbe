//! What becomes of a secret that the service already has.

use flow_console::form::{Form, SecretState};
use flow_console::schema::Pointer;
use flow_console::secret::Secrets;
use serde_json::{Value, json};

use super::{enter, is_fine, lacks, node, sends, text};

/// An existing object, as the service shows it: with a mask, or with nothing at all.
fn edited(value: &Value) -> Form {
    let schema = json!({
        "properties": {
            "server": text(),
            "password": { "type": "string", "format": "password", "pattern": "^[a-z]+$" },
            "key": { "type": "string", "format": "password" }
        },
        "required": ["server", "password"],
        "dependencies": { "password": { "properties": { "user": text() } } }
    });
    Form::for_edit(&schema, &"/auth/params".parse::<Pointer>().unwrap(), value)
}

#[test]
fn secrets_are_kept_until_they_are_replaced_or_cleared() {
    for value in [
        json!({ "server": "s", "password": "********" }),
        json!({ "server": "s" }),
    ] {
        let mut form = edited(&value);
        let password = node(&form, "/password");
        assert_eq!(form.secret_state(password), SecretState::Kept);
        // A mask is never sent.
        sends(&form, json!({ "server": "s" }));
        is_fine(&form);
        enter(&mut form, "/password", "1");
        assert_eq!(form.secret_state(password), SecretState::Replaced);
        assert!(!form.seems_valid());
        enter(&mut form, "/password", "new");
        sends(&form, json!({ "server": "s", "password": "new" }));
        is_fine(&form);
        enter(&mut form, "/password", "");
        assert_eq!(form.secret_state(password), SecretState::Kept);
        is_fine(&form);
        form.clear_secret(password);
        assert_eq!(form.secret_state(password), SecretState::Cleared);
        lacks(&form, &["/password"]);
        form.keep_secret(password);
        is_fine(&form);
        form.clear_secret(node(&form, "/key"));
        sends(&form, json!({ "server": "s" }));
        is_fine(&form);
    }
}

#[test]
fn the_json_view_leaves_kept_secrets_alone() {
    let mut form = edited(&json!({ "server": "s" }));
    let password = node(&form, "/password");
    let view = form.to_json_text(Secrets::Placeholders);
    assert_eq!(view.text, "{\n  \"server\": \"s\"\n}");
    form.read_json_text(&view.text).unwrap();
    assert_eq!(form.secret_state(password), SecretState::Kept);
    form.read_json_text("{\"server\": \"s\", \"password\": \"$PASSWORD\"}")
        .unwrap();
    assert_eq!(form.secret_state(password), SecretState::Kept);
    sends(&form, json!({ "server": "s" }));
    form.read_json_text("{\"server\": \"s\", \"password\": \"new\"}")
        .unwrap();
    assert_eq!(form.secret_state(password), SecretState::Replaced);
    sends(&form, json!({ "server": "s", "password": "new" }));
}

#[test]
fn a_new_form_has_nothing_to_keep() {
    let mut form = super::form(
        json!({ "properties": { "password": { "format": "password" } }, "required": ["password"] }),
    );
    let password = node(&form, "/password");
    assert_eq!(form.secret_state(password), SecretState::New);
    assert!(!form.clear_secret(password).document);
    lacks(&form, &["/password"]);
}

#[test]
fn another_way_to_sign_in_has_secrets_of_its_own() {
    let way = |kind: &str, secret: &str| {
        json!({
            "properties": { "kind": { "const": kind }, secret: { "type": "string", "format": "password" } },
            "required": ["kind", secret]
        })
    };
    let schema = json!({ "oneOf": [way("user", "password"), way("key", "secret")] });
    for (position, other, lacking) in [(0, 1, "/secret"), (1, 0, "/password")] {
        let kind = ["user", "key"][position];
        let value = json!({ "kind": kind });
        let mut form = Form::for_edit(&schema, &"/auth/params".parse().unwrap(), &value);
        is_fine(&form);
        form.choose(node(&form, ""), 0, Some(other));
        lacks(&form, &[lacking]);
        assert_eq!(form.secret_state(node(&form, lacking)), SecretState::New);
        form.choose(node(&form, ""), 0, Some(position));
        sends(&form, value);
        is_fine(&form);
    }
}

/// An object of which only a secret is there is there all the same.
#[test]
fn a_kept_secret_keeps_its_object() {
    let schema = json!({ "properties": { "tunnel": {
        "properties": { "password": { "format": "password" }, "host": text() }, "required": ["password"]
    } } });
    let at: Pointer = "/auth/params".parse().unwrap();
    let mut form = Form::for_edit(&schema, &at, &json!({ "tunnel": { "password": "***" } }));
    sends(&form, json!({ "tunnel": {} }));
    is_fine(&form);
    form.clear_secret(node(&form, "/tunnel/password"));
    sends(&form, json!({}));
    is_fine(&form);
    let form = Form::for_edit(&schema, &at, &json!({}));
    sends(&form, json!({}));
    is_fine(&form);
}

/// Drafts are kept without their secrets: the elements that had one want it again.
#[test]
fn elements_come_back_without_their_secrets() {
    let secret = json!({ "type": "string", "format": "password" });
    let mut form = super::form(json!({ "properties": { "keys": { "items": secret } } }));
    form.load(&json!({ "keys": ["a", "b"] }));
    is_fine(&form);
    let value = form.document().without_secrets();
    assert_eq!(value, json!({ "keys": [null, null] }));
    form.load(&value);
    lacks(&form, &["/keys/0", "/keys/1"]);
    enter(&mut form, "/keys/0", "c");
    lacks(&form, &["/keys/1"]);
}
