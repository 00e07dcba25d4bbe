//! Where a service's specification differs from the documented one.
//!
//! Titles, descriptions, examples and defaults are no drift. Nor is what the documents leave open: whether a
//! doubtful parameter is demanded, and formats that the service does not state (but for `password`, no document
//! prints one, so that ours are a reading of the descriptions).

use serde_json::Value;

use super::authentication::{Property, is_secret, properties};
use super::document::connection_spec_document;
use super::source::{DocumentedAuthentication, DocumentedSource};
use crate::model::{AuthSpec, ConnectionSpec, FromJson};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// The way to sign in, by the title (or name) that the service gives it; the documented one, where it is gone.
    pub authentication: String,
    /// What is different.
    pub change: Change,
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The service offers this way to sign in, which is not documented.
    AuthenticationAdded,
    /// The documented way to sign in is not offered.
    AuthenticationRemoved,
    /// The service takes this parameter, which is not documented.
    ParameterAdded {
        /// Its name.
        parameter: String,
    },
    /// The documented parameter is not in the service's specification.
    ParameterRemoved {
        /// Its name.
        parameter: String,
    },
    /// The parameter is there, but not as documented.
    ParameterChanged {
        /// Its name.
        parameter: String,
        /// Which of its qualities is different.
        quality: Quality,
        /// As documented; empty for nothing.
        documented: String,
        /// As the service has it; empty for nothing.
        found: String,
    },
}

/// A quality of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// The type, such as `string`.
    Type,
    /// Whether it is demanded: `true` or `false`.
    Required,
    /// The values there are, with commas between.
    Choices,
    /// The format.
    Format,
    /// Whether it is a secret: `true` or `false`.
    Secret,
}

/// All differences, way by way in the order of the documents, then what the service adds.
///
/// Ways to sign in are paired by name; where several have the same name, by their parameters.
pub fn drift(source: &DocumentedSource, live: &ConnectionSpec) -> Vec<Drift> {
    let mut drifts = Vec::new();
    let document: ConnectionSpec =
        ConnectionSpec::from_json(&connection_spec_document(source)).unwrap_or_default();
    let mut unpaired: Vec<&AuthSpec> = live.auth_spec.iter().collect();
    let offered = source.authentications.iter().filter(|way| way.offered);
    for (known, documented) in document.auth_spec.iter().zip(offered) {
        match take_nearest(known, &document.auth_spec, &mut unpaired) {
            Some(found) => compare(documented, known, found, &mut drifts),
            None => drifts.push(Drift {
                authentication: documented.schema_title.to_owned(),
                change: Change::AuthenticationRemoved,
            }),
        }
    }
    for found in unpaired {
        drifts.push(Drift {
            authentication: found.title().to_owned(),
            change: Change::AuthenticationAdded,
        });
    }
    drifts
}

/// Takes out the way of the same name that is most like the known one, unless another documented way of that name
/// is more like it still.
fn take_nearest<'a>(
    known: &AuthSpec,
    all: &[AuthSpec],
    unpaired: &mut Vec<&'a AuthSpec>,
) -> Option<&'a AuthSpec> {
    let mut best: Option<(i32, usize)> = None;
    for (position, candidate) in unpaired.iter().enumerate() {
        if candidate.name == known.name {
            let likeness = likeness(known, candidate);
            if best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, position));
            }
        }
    }
    let (most, position) = best?;
    let candidate = *unpaired.get(position)?;
    let namesakes = |ways: &[AuthSpec]| ways.iter().filter(|it| it.name == known.name).count();
    let found = unpaired.iter().filter(|it| it.name == known.name).count();
    if found < namesakes(all) {
        for other in all {
            if other.name == known.name && likeness(other, candidate) > most {
                return None;
            }
        }
    }
    unpaired.remove(position);
    Some(candidate)
}

fn likeness(known: &AuthSpec, candidate: &AuthSpec) -> i32 {
    let theirs = properties(&candidate.spec);
    let mut likeness = 0;
    let mut common = 0;
    for property in properties(&known.spec) {
        let Some(found) = theirs.iter().find(|it| it.name == property.name) else {
            likeness -= 2;
            continue;
        };
        common += 1;
        likeness += 2;
        for keyword in ["type", "enum"] {
            if property.schema.get(keyword) == found.schema.get(keyword) {
                likeness += 1;
            }
        }
    }
    for _ in common..theirs.len() {
        likeness -= 2;
    }
    likeness
}

fn compare(
    documented: &DocumentedAuthentication,
    known: &AuthSpec,
    found: &AuthSpec,
    drifts: &mut Vec<Drift>,
) {
    let ours = properties(&known.spec);
    let theirs = properties(&found.spec);
    let mut changes = Vec::new();
    for property in &ours {
        match theirs.iter().find(|it| it.name == property.name) {
            Some(found) => {
                let is_certain = documented
                    .parameters
                    .iter()
                    .any(|it| it.name == property.name && it.required.is_some());
                compare_parameter(property, found, is_certain, &mut changes);
            }
            None => changes.push(Change::ParameterRemoved {
                parameter: property.name.to_owned(),
            }),
        }
    }
    for property in &theirs {
        if !ours.iter().any(|it| it.name == property.name) {
            changes.push(Change::ParameterAdded {
                parameter: property.name.to_owned(),
            });
        }
    }
    for change in changes {
        drifts.push(Drift {
            authentication: found.title().to_owned(),
            change,
        });
    }
}

fn compare_parameter(
    known: &Property<'_>,
    found: &Property<'_>,
    is_certain: bool,
    changes: &mut Vec<Change>,
) {
    let flag = |flag: bool| if flag { "true" } else { "false" }.to_owned();
    let mut compare = |quality, documented: String, found: String| {
        if documented != found {
            changes.push(Change::ParameterChanged {
                parameter: known.name.to_owned(),
                quality,
                documented,
                found,
            });
        }
    };
    let [type_known, type_found] = [known, found].map(|it| member(it.schema, "type"));
    if !type_known.is_empty() {
        compare(Quality::Type, type_known, type_found);
    }
    if is_certain {
        compare(
            Quality::Required,
            flag(known.required),
            flag(found.required),
        );
    }
    let [choices_known, choices_found] = [known, found].map(|it| member(it.schema, "enum"));
    compare(Quality::Choices, choices_known, choices_found);
    let [secret_known, secret_found] = [known, found].map(|it| is_secret(it.schema));
    compare(Quality::Secret, flag(secret_known), flag(secret_found));
    let [format_known, format_found] = [known, found].map(|it| member(it.schema, "format"));
    if !format_found.is_empty() && !secret_known && !secret_found {
        compare(Quality::Format, format_known, format_found);
    }
}

/// A keyword's value as text; several values with commas between.
fn member(schema: &Value, keyword: &str) -> String {
    match schema.get(keyword) {
        None => String::new(),
        Some(Value::Array(values)) => {
            let mut text = String::new();
            for value in values {
                if !text.is_empty() {
                    text.push_str(", ");
                }
                text.push_str(&plain(value));
            }
            text
        }
        Some(value) => plain(value),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
