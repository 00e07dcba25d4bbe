//! Where a service has moved away from what is documented.

use flow_console::catalog::{Change, Drift, Quality, connection_spec_document, drift, sources};
use flow_console::model::{ConnectionSpec, FromJson};
use serde_json::{Value, json};

use super::{source, spec};

/// The differences after a change to what is documented.
fn after(name: &str, change: impl FnOnce(&mut ConnectionSpec)) -> Vec<Drift> {
    let mut live = spec(name);
    change(&mut live);
    drift(source(name), &live)
}

fn one(authentication: &str, change: Change) -> Vec<Drift> {
    let authentication = authentication.to_owned();
    vec![Drift {
        authentication,
        change,
    }]
}

fn changed(parameter: &str, quality: Quality, documented: &str, found: &str) -> Change {
    Change::ParameterChanged {
        parameter: parameter.to_owned(),
        quality,
        documented: documented.to_owned(),
        found: found.to_owned(),
    }
}

fn property<'a>(spec: &'a mut ConnectionSpec, way: usize, name: &str) -> &'a mut Value {
    &mut spec.auth_spec[way].spec["properties"][name]
}

#[test]
fn what_is_documented_does_not_differ_from_itself() {
    for source in sources() {
        let mut live: ConnectionSpec =
            ConnectionSpec::from_json(&connection_spec_document(source)).unwrap();
        assert_eq!(drift(source, &live), []);
        // The order means nothing, though several ways may have one name.
        live.auth_spec.reverse();
        assert_eq!(drift(source, &live), [], "{}", source.key);
    }
}

#[test]
fn qualities_of_a_parameter() {
    let check = |name: &str, keyword: &str, value: Value, change: Change| {
        let found = after("sftp", |live| property(live, 0, name)[keyword] = value);
        assert_eq!(found, one("User and password", change));
    };
    check(
        "port",
        "type",
        json!("string"),
        changed("port", Quality::Type, "integer", "string"),
    );
    check(
        "port",
        "type",
        json!(["integer", "string"]),
        changed("port", Quality::Type, "integer", "integer, string"),
    );
    check(
        "password",
        "format",
        json!("uri"),
        changed("password", Quality::Secret, "true", "false"),
    );
    check(
        "host",
        "writeOnly",
        json!(true),
        changed("host", Quality::Secret, "false", "true"),
    );
    check(
        "host",
        "format",
        json!("hostname"),
        changed("host", Quality::Format, "", "hostname"),
    );
    check(
        "disableChunking",
        "enum",
        json!(["true"]),
        changed("disableChunking", Quality::Choices, "true, false", "true"),
    );
    let mut required = json!(["host", "userName", "password", "folderPath"]);
    let found = after("sftp", |live| {
        live.auth_spec[0].spec["required"] = required.take()
    });
    let change = changed("folderPath", Quality::Required, "false", "true");
    assert_eq!(found, one("User and password", change));
}

#[test]
fn what_the_documents_leave_open_is_no_drift() {
    let harmless: [fn(&mut ConnectionSpec); 5] = [
        |live| property(live, 0, "host")["description"] = json!("Where it is"),
        |live| property(live, 0, "port")["default"] = json!(2222),
        |live| live.auth_spec[0].kind = None,
        // Whether it is needed is doubtful.
        |live| {
            live.auth_spec[0].spec["required"] =
                json!(["host", "userName", "password", "disableChunking"])
        },
        |live| property(live, 1, "privateKeyContent")["contentEncoding"] = json!("base32"),
    ];
    for change in harmless {
        assert_eq!(after("sftp", change), []);
    }
    // Formats are our reading, unless the service states another.
    let silent = after("zendesk", |live| {
        property(live, 0, "subdomain")
            .as_object_mut()
            .unwrap()
            .shift_remove("format");
    });
    assert_eq!(silent, []);
    // What the service fills in is no parameter.
    let inlet = after("http-api", |live| {
        property(live, 0, "inletKey")["readOnly"] = json!(true);
    });
    assert_eq!(inlet, []);
}

#[test]
fn parameters_come_and_go() {
    let renamed = after("veeva", |live| {
        let properties = live.auth_spec[0].spec["properties"]
            .as_object_mut()
            .unwrap();
        let token = properties.shift_remove("securityToken").unwrap();
        properties.insert("token".to_owned(), token);
    });
    let changes: Vec<Change> = renamed.into_iter().map(|drift| drift.change).collect();
    let expected = [
        Change::ParameterRemoved {
            parameter: "securityToken".to_owned(),
        },
        Change::ParameterAdded {
            parameter: "token".to_owned(),
        },
    ];
    assert_eq!(changes, expected);
    // In a variant it is still there.
    let nested = after("veeva", |live| {
        let spec = live.auth_spec[0].spec.take();
        live.auth_spec[0].spec = json!({ "title": "User and password", "allOf": [spec] });
    });
    assert_eq!(nested, []);
}

#[test]
fn ways_to_sign_in_come_and_go() {
    assert_eq!(
        after("sftp", |live| live.auth_spec[1].name = "Fax".to_owned()),
        [
            one("SSH key", Change::AuthenticationRemoved),
            one("SSH key", Change::AuthenticationAdded),
        ]
        .concat()
    );
    let gone = after("sftp", |live| live.auth_spec.clear());
    assert_eq!(gone.len(), 2);
    assert!(
        gone.iter()
            .all(|it| it.change == Change::AuthenticationRemoved)
    );
    // Of two that have one name the other is missing, whichever is left.
    for (left, missing) in [
        (0, "Shared access key, one event hub"),
        (1, "Shared access key, whole namespace"),
    ] {
        let found = after("eventhub", |live| {
            live.auth_spec.remove(1 - left);
        });
        assert_eq!(found, one(missing, Change::AuthenticationRemoved));
    }
}

#[test]
fn a_service_without_titles_is_called_by_its_names() {
    let found = after("mysql", |live| {
        for way in &mut live.auth_spec {
            way.spec.as_object_mut().unwrap().shift_remove("title");
        }
        property(live, 0, "connectionString")["type"] = json!("object");
    });
    let change = changed("connectionString", Quality::Type, "string", "object");
    assert_eq!(found, one("Connection String Based Authentication", change));
}
