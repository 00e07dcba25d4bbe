//! The specifications that the table amounts to.

use flow_console::catalog::{connection_spec_document, sources};
use flow_console::model::{ConnectionSpec, FromJson};
use flow_console::schema::Schema;
use serde_json::{Value, json};

use super::{source, spec};

/// All that describes parameters in a specification: where it is, and its schema.
fn schemas() -> Vec<(String, Value)> {
    let mut schemas = Vec::new();
    for source in sources() {
        let spec: ConnectionSpec =
            ConnectionSpec::from_json(&connection_spec_document(source)).unwrap();
        for way in spec.auth_spec {
            schemas.push((format!("{}: {}", source.key, way.name), way.spec));
        }
        if let Some(parameters) = spec.source_spec.get("spec") {
            schemas.push((format!("{}: source", source.key), parameters.clone()));
        }
    }
    schemas
}

#[test]
fn every_schema_is_a_schema() {
    let schemas = schemas();
    assert!(schemas.len() > 130, "{}", schemas.len());
    for (place, schema) in schemas {
        assert!(Schema::parse(&schema).defects().is_empty(), "{place}");
        let mut compiler = boon::Compiler::new();
        let url = "https://schema.invalid/";
        compiler.add_resource(url, schema.clone()).unwrap();
        let compiled = compiler.compile(url, &mut boon::Schemas::new());
        assert!(compiled.is_ok(), "{place}: {:?}", compiled.err());
        let properties = schema["properties"].as_object().unwrap();
        for name in schema["required"].as_array().unwrap() {
            assert!(
                properties.contains_key(name.as_str().unwrap()),
                "{place}: {name}"
            );
        }
    }
}

#[test]
fn examples_and_defaults_are_valid() {
    let mut count = 0;
    for (place, schema) in schemas() {
        for (name, property) in schema["properties"].as_object().unwrap() {
            let examples = property.get("examples").and_then(Value::as_array);
            for value in examples
                .into_iter()
                .flatten()
                .chain(property.get("default"))
            {
                let problems = Schema::parse(property).validate(value);
                assert!(problems.is_empty(), "{place}: {name}: {value}");
                count += 1;
            }
        }
    }
    assert!(count > 90, "{count}");
}

/// An address is a control of its own, whose emptiness an example explains.
#[test]
fn every_address_has_an_example_and_every_secret_is_one() {
    for (place, schema) in schemas() {
        for (name, property) in schema["properties"].as_object().unwrap() {
            if property["format"] == "uri" {
                assert!(property.get("examples").is_some(), "{place}: {name}");
            }
            let is_secret = property["format"] == "password";
            let lower = name.to_lowercase();
            let telling = [
                "password",
                "secret",
                "token",
                "privatekey",
                "passphrase",
                "connectionstring",
            ];
            let is_name =
                ["clientsecretid", "tokenendpoint", "accesstokenurl"].contains(&lower.as_str());
            if telling.iter().any(|word| lower.contains(word)) && !is_name {
                assert!(is_secret, "{place}: {name}");
            }
            if property.get("contentMediaType").is_some() {
                assert!(is_secret, "{place}: {name}");
            }
        }
    }
}

#[test]
fn printed_specifications_stay_as_printed() {
    for (name, text) in [
        (
            "kinesis",
            include_str!("../../src/catalog/documents/amazon_kinesis.json"),
        ),
        (
            "redshift",
            include_str!("../../src/catalog/documents/amazon_redshift.json"),
        ),
        (
            "http-api",
            include_str!("../../src/catalog/documents/http_api.json"),
        ),
        (
            "phoenix",
            include_str!("../../src/catalog/documents/phoenix.json"),
        ),
        (
            "postgres",
            include_str!("../../src/catalog/documents/postgresql.json"),
        ),
    ] {
        let printed: Value = serde_json::from_str(text).unwrap();
        let mut served = connection_spec_document(source(name));
        let count = printed["authSpec"].as_array().unwrap().len();
        let ways = served["authSpec"].as_array_mut().unwrap();
        let added: Vec<Value> = ways.drain(count..).collect();
        assert_eq!(served, printed);
        let names: Vec<&Value> = added.iter().map(|way| &way["name"]).collect();
        if name == "kinesis" {
            assert_eq!(names, ["Aws Kinesis authentication credentials"]);
        } else {
            assert_eq!(names, [""; 0]);
        }
    }
}

#[test]
fn a_specification_in_full() {
    let document = connection_spec_document(source("oracle-object-storage"));
    assert_eq!(
        document,
        json!({
            "id": "c85f9425-fb21-426c-ad0b-405e9bd8a46c",
            "name": "oracle-object-storage",
            "version": "1.0",
            "authSpec": [{
                "name": "Access Key",
                "type": "Access_Key",
                "spec": {
                    "$schema": "http://json-schema.org/draft-07/schema#",
                    "type": "object",
                    "title": "Access key",
                    "properties": {
                        "serviceUrl": {
                            "type": "string",
                            "description": "The S3-compatible endpoint of your namespace.",
                            "format": "uri",
                            "examples": ["https://acme.compat.objectstorage.eu-frankfurt-1.oraclecloud.com"]
                        },
                        "accessKey": { "type": "string", "description": "The public half of the key pair." },
                        "secretKey": { "type": "string", "format": "password" },
                        "bucketName": {
                            "type": "string",
                            "description": "The bucket to read; needed if the account may see no other.",
                            "examples": ["acme-data"]
                        },
                        "folderPath": {
                            "type": "string",
                            "description": "The folder to read; needed if the account may see no other.",
                            "examples": ["orders/2026"]
                        }
                    },
                    "required": ["serviceUrl", "accessKey", "secretKey"]
                }
            }],
            "sourceSpec": {
                "name": "Cloud storage",
                "type": "CloudStorage",
                "spec": {
                    "$schema": "http://json-schema.org/draft-07/schema#",
                    "type": "object",
                    "properties": {
                        "path": { "type": "string", "description": "The file or folder to read." },
                        "recursive": { "type": "boolean", "description": "Read the folders below as well." }
                    },
                    "required": []
                },
                "attributes": {
                    "uiAttributes": {
                        "isSource": true,
                        "isBeta": false,
                        "category": { "key": "cloudStorage" },
                        "label": { "text": "Oracle Object Storage" }
                    }
                }
            },
            "exploreSpec": { "name": "Resource", "type": "Resource" },
            "attributes": {
                "isSource": true,
                "connectorName": "Oracle Object Storage",
                "category": "Cloud Storage"
            }
        })
    );
}

#[test]
fn what_is_special_about_some_parameters() {
    let property = |source: &str, way: usize, name: &str| {
        spec(source).auth_spec[way].spec["properties"][name].clone()
    };
    let check = |source, way, name, pointer: &str, expected: Value| {
        let property = property(source, way, name);
        assert_eq!(
            property.pointer(pointer),
            Some(&expected),
            "{source}: {name}"
        );
    };
    check(
        "sftp",
        1,
        "privateKeyContent",
        "/contentEncoding",
        json!("base64"),
    );
    check(
        "sftp",
        1,
        "privateKeyContent",
        "/contentMediaType",
        json!("application/x-pem-file"),
    );
    check(
        "google-pubsub",
        0,
        "credentials",
        "/contentMediaType",
        json!("application/json"),
    );
    check(
        "google-pubsub",
        0,
        "credentials",
        "/format",
        json!("password"),
    );
    check(
        "salesforce",
        1,
        "environmentType",
        "/enum",
        json!(["PRODUCTION", "SANDBOX"]),
    );
    check(
        "salesforce",
        1,
        "environmentType",
        "/default",
        json!("PRODUCTION"),
    );
    check("sftp", 0, "port", "/default", json!(22));
    check("sftp", 0, "port", "/type", json!("integer"));
    check(
        "zoho",
        0,
        "accountsUrl",
        "/examples/4",
        json!("https://accounts.zoho.com.cn"),
    );
    check("oracle", 1, "sslMode", "/enum", json!(["true", "false"]));
    // Free text, though a few values are known; of no known type; doubtful, hence not demanded.
    assert_eq!(property("zoho", 0, "accountsUrl").get("enum"), None);
    assert_eq!(
        property("generic-rest", 0, "requestParameterOverride").get("type"),
        None
    );
    assert_eq!(spec("hive").auth_spec[0].spec["required"], json!([]));
    let webhook = connection_spec_document(source("lava"));
    assert_eq!(webhook["sourceSpec"]["attributes"]["authRequired"], false);
    assert_eq!(webhook["authSpec"], json!([]));
}
