//! Reads the table. By hand and leniently: what is wrong with the data is found by the tests, not by a visitor.

use std::sync::OnceLock;

use serde_json::Value;

use super::codes::{Doubt, DoubtCode, Hint, HintCode};
use super::files::{Files, files};
use super::source::{
    Cloud, DocumentedAuthentication, DocumentedParameter, DocumentedSource, Kind, Text,
};

/// Every source of the table.
pub(super) fn sources() -> &'static [DocumentedSource] {
    static SOURCES: OnceLock<Vec<DocumentedSource>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let files = files();
        let mut sources = Vec::with_capacity(73);
        for (category, file) in &files.categories {
            for value in list(file) {
                sources.push(source(files, category, value));
            }
        }
        sources
    })
}

fn source(
    files: &'static Files,
    category: &'static str,
    value: &'static Value,
) -> DocumentedSource {
    let key = text(value, "key");
    let document = value.get("document").and_then(Value::as_str);
    let document = files
        .documents
        .iter()
        .find(|(name, _)| Some(*name) == document)
        .map(|(_, document)| document);
    let mut source = DocumentedSource {
        key,
        title: text(value, "title"),
        category,
        kind: kind(text(value, "kind")),
        beta: value.get("beta").is_some(),
        id: text(value, "id"),
        printed_id: optional(value, "printedId"),
        name: key,
        provider_id: optional(document.unwrap_or(value), "providerId"),
        doubts: doubts(value),
        hints: hints(value),
        notes: members(value, "notes").iter().map(texts).collect(),
        source_parameters: parameters(files, members(value, "source")),
        authentications: Vec::new(),
        document,
    };
    match optional(document.unwrap_or(value), "name") {
        Some(name) => source.name = name,
        None => source.doubts.push(Doubt {
            code: DoubtCode::NameUnknown,
            subject: key,
        }),
    }
    for doubt in &mut source.doubts {
        if doubt.code == DoubtCode::IdentifierShared {
            doubt.subject = source.printed_id.unwrap_or(source.id);
        }
    }
    for printed in document.map_or(&[][..], |document| members(document, "authSpec")) {
        source.authentications.push(printed_way(files, printed));
    }
    for way in members(value, "auth") {
        source.authentications.push(authentication(files, way));
    }
    source
}

fn authentication(files: &'static Files, value: &'static Value) -> DocumentedAuthentication {
    let name = text(value, "name");
    let title = value.get("title").map(texts);
    let title = title.unwrap_or_else(|| shared(files, "titles", name).unwrap_or(same(name)));
    DocumentedAuthentication {
        name,
        title,
        schema_title: title.english,
        cloud: match optional(value, "cloud") {
            Some("azure") => Some(Cloud::Azure),
            Some("aws") => Some(Cloud::Aws),
            _ => None,
        },
        offered: value.get("offered").is_none(),
        doubts: doubts(value),
        parameters: parameters(files, members(value, "parameters")),
    }
}

/// A way to sign in as a tutorial prints it: a JSON Schema.
fn printed_way(files: &'static Files, value: &'static Value) -> DocumentedAuthentication {
    let name = text(value, "name");
    let spec = value.get("spec").unwrap_or(&Value::Null);
    let title = optional(spec, "title");
    let mut parameters = Vec::new();
    for (name, property) in spec
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        if property.get("readOnly").is_none() {
            let mut parameter = parameter(files, name, property);
            parameter.required = Some(
                members(spec, "required")
                    .iter()
                    .any(|required| required.as_str() == Some(name)),
            );
            parameters.push(parameter);
        }
    }
    DocumentedAuthentication {
        name,
        title: title
            .and_then(|title| shared(files, "titles", title))
            .or_else(|| shared(files, "titles", name))
            .unwrap_or(same(title.unwrap_or(name))),
        schema_title: title.unwrap_or(name),
        cloud: None,
        offered: true,
        doubts: Vec::new(),
        parameters,
    }
}

/// A parameter stands as an object or, where it has nothing but a name, as that.
fn parameters(files: &'static Files, values: &'static [Value]) -> Vec<DocumentedParameter> {
    let mut parameters = Vec::with_capacity(values.len());
    for value in values {
        let name = value.as_str().unwrap_or_else(|| text(value, "name"));
        parameters.push(parameter(files, name, value));
    }
    parameters
}

fn parameter(
    files: &'static Files,
    name: &'static str,
    value: &'static Value,
) -> DocumentedParameter {
    let example = value.get("example").map_or(&[][..], |example| {
        example
            .as_array()
            .map_or(std::slice::from_ref(example), Vec::as_slice)
    });
    DocumentedParameter {
        name,
        kind: optional(value, "type").unwrap_or("string"),
        required: match value.get("required") {
            None => Some(true),
            Some(required) => required.as_bool(),
        },
        format: optional(value, "format"),
        media: optional(value, "media"),
        encoding: optional(value, "encoding"),
        choices: members(value, "enum"),
        default: value.get("default"),
        examples: if example.is_empty() {
            members(value, "examples")
        } else {
            example
        },
        help: match value.get("help") {
            Some(help) => Some(texts(help)),
            None => shared(files, "help", name),
        },
    }
}

/// What a parameter is called, where the table says it.
pub(super) fn label(parameter: &str) -> Option<Text> {
    shared(files(), "labels", parameter)
}

fn doubts(value: &'static Value) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for (code, subject) in codes(value, "doubts") {
        for (written, known) in DoubtCode::ALL {
            if written == code {
                let code = known;
                doubts.push(Doubt { code, subject });
            }
        }
    }
    doubts
}

fn hints(value: &'static Value) -> Vec<Hint> {
    let mut hints = Vec::new();
    for (code, subject) in codes(value, "hints") {
        for (written, known) in HintCode::ALL {
            if written == code {
                let code = known;
                hints.push(Hint { code, subject });
            }
        }
    }
    if text(value, "kind") == "streaming-webhook" {
        hints.push(Hint {
            code: HintCode::WebhookAddress,
            subject: "",
        });
    }
    hints
}

/// `"code subject"`, or the code alone.
fn codes(value: &'static Value, name: &str) -> Vec<(&'static str, &'static str)> {
    let mut codes = Vec::new();
    for code in members(value, name) {
        let code = code.as_str().unwrap_or("");
        codes.push(code.split_once(' ').unwrap_or((code, "")));
    }
    codes
}

fn kind(code: &str) -> Kind {
    Kind::ALL
        .iter()
        .find(|(written, _)| *written == code)
        .map_or(Kind::Batch, |(_, kind)| *kind)
}

fn shared(files: &'static Files, table: &str, name: &str) -> Option<Text> {
    files.shared.get(table)?.get(name).map(texts)
}

fn texts(value: &'static Value) -> Text {
    Text {
        english: text(value, "en"),
        french: text(value, "fr"),
    }
}

fn same(text: &'static str) -> Text {
    Text {
        english: text,
        french: text,
    }
}

fn text(value: &'static Value, name: &str) -> &'static str {
    optional(value, name).unwrap_or("")
}

fn optional(value: &'static Value, name: &str) -> Option<&'static str> {
    value.get(name)?.as_str()
}

fn members(value: &'static Value, name: &str) -> &'static [Value] {
    value.get(name).map_or(&[], list)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
