//! The connection specification that a source's row amounts to, as `GET /connectionSpecs` would answer it.

use serde_json::{Map, Value, json};

use super::source::{DocumentedAuthentication, DocumentedParameter, DocumentedSource, Kind};

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// The whole specification. Where a tutorial prints one, it is that, with the ways to sign in behind it that other
/// pages add.
///
/// Adobe prints the class of a way to sign in (`type`) for one source only; for the others it is the name in that
/// style. What is not demanded for certain is not in `required`.
pub fn connection_spec_document(source: &DocumentedSource) -> Value {
    let mut document = match source.document {
        Some(printed) => printed.clone(),
        None => described(source),
    };
    if let Some(Value::Array(ways)) = document.get_mut("authSpec") {
        let printed: Vec<Value> = std::mem::take(ways);
        let added = source.authentications.iter().skip(printed.len());
        ways.extend(printed);
        for way in added.filter(|way| way.offered) {
            ways.push(auth_spec(way));
        }
    }
    document
}

fn described(source: &DocumentedSource) -> Value {
    let (name, kind, explore) = match source.kind {
        Kind::BatchFile => ("Cloud storage", "CloudStorage", "Resource"),
        Kind::Batch => ("Database table", "Table", "Table"),
        Kind::BatchRest | Kind::StreamingRest => ("REST API", "GenericRest", "Resource"),
        _ => ("Stream", "Stream", "Resource"),
    };
    let mut document = json!({
        "id": source.id,
        "name": source.name,
        "version": "1.0",
        "authSpec": [],
        "sourceSpec": {
            "name": name,
            "type": kind,
            "attributes": {
                "uiAttributes": {
                    "isSource": true,
                    "isBeta": source.beta,
                    "category": { "key": source.category },
                    "label": { "text": source.title },
                },
            },
        },
        "exploreSpec": { "name": explore, "type": if explore == "Table" { "Tabular" } else { "Resource" } },
        "attributes": { "isSource": true, "connectorName": source.title, "category": display(source.category) },
    });
    if let Some(provider) = source.provider_id {
        put(&mut document, "providerId", provider.into());
    }
    if let (false, Some(source_spec)) = (
        source.source_parameters.is_empty(),
        document.get_mut("sourceSpec"),
    ) {
        let mut spec = schema(&source.source_parameters);
        // Which of them are demanded is documented for none.
        put(&mut spec, "required", json!([]));
        put(source_spec, "spec", spec);
    }
    if let (Kind::StreamingWebhook, Some(attributes)) =
        (source.kind, document.pointer_mut("/sourceSpec/attributes"))
    {
        // A source connection does without a base connection here.
        put(attributes, "authRequired", false.into());
    }
    document
}

/// A category's key as words: `cloudStorage` → `Cloud Storage`.
fn display(key: &str) -> String {
    if key == "crm" {
        return key.to_ascii_uppercase();
    }
    let mut text = String::with_capacity(key.len() + 4);
    for letter in key.chars() {
        if text.is_empty() {
            text.push(letter.to_ascii_uppercase());
            continue;
        }
        if letter.is_uppercase() {
            text.push(' ');
        }
        text.push(letter);
    }
    text
}

fn auth_spec(way: &DocumentedAuthentication) -> Value {
    let mut spec = schema(&way.parameters);
    put(&mut spec, "title", way.title.english.into());
    let class = match way.name.split_once(" for ") {
        Some((class, _)) => class,
        None => way.name,
    };
    json!({ "name": way.name, "type": class.replace(' ', "_"), "spec": spec })
}

fn schema(parameters: &[DocumentedParameter]) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for parameter in parameters {
        properties.insert(parameter.name.to_owned(), property(parameter));
        if parameter.required == Some(true) {
            required.push(Value::from(parameter.name));
        }
    }
    json!({ "$schema": DRAFT, "type": "object", "properties": properties, "required": required })
}

fn property(parameter: &DocumentedParameter) -> Value {
    let mut property = json!({});
    if parameter.kind != "any" {
        put(&mut property, "type", parameter.kind.into());
    }
    let texts = [
        ("description", parameter.help.map(|help| help.english)),
        ("format", parameter.format),
        ("contentMediaType", parameter.media),
        ("contentEncoding", parameter.encoding),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            put(&mut property, name, text.into());
        }
    }
    for (name, values) in [
        ("enum", parameter.choices),
        ("examples", parameter.examples),
    ] {
        if !values.is_empty() {
            put(&mut property, name, values.into());
        }
    }
    if let Some(default) = parameter.default {
        put(&mut property, "default", default.clone());
    }
    property
}

fn put(object: &mut Value, name: &str, value: Value) {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}
