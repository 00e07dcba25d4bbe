//! The envelope that records for an XDM inlet travel in.

use super::json::{in_quotes, member, push_escaped, string};
use crate::model::{FlowId, TargetConnection};

/// What a schema reference says when the target connection does not say it (Adobe's Streaming Ingestion guide).
const CONTENT_TYPE: &str = "application/vnd.adobe.xed-full+json;version=";

/// What Adobe's Streaming Ingestion guide puts around a record for an XDM inlet. What is empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// The URI of the XDM schema.
    pub schema_id: String,
    /// The media type of the schema, with its version.
    pub content_type: String,
    /// The organisation, such as `1234@AdobeOrg`.
    pub ims_org_id: String,
    /// The dataset that takes the records.
    pub dataset_id: String,
    /// The dataflow that leads there.
    pub flow_id: String,
    /// The name of the system that sends; the inlet knows one of its own.
    pub source_name: String,
}

/// In what an enveloped record differs from what its inlet expects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnvelopeFault {
    /// A part that the inlet needs is absent or empty.
    Missing {
        /// With dots, such as `header.schemaRef.id`.
        part: &'static str,
    },
    /// A part names something else than the dataflow's target does.
    Differs {
        /// With dots, such as `header.imsOrgId`.
        part: &'static str,
        /// What the record says.
        found: String,
        /// What the dataflow's target says.
        expected: String,
    },
    /// The header names another schema than the body.
    TwoSchemas,
}

impl Envelope {
    /// The envelope for the records of a dataflow. `organisation` is the one the dataflow belongs to.
    pub fn of(target: &TargetConnection, flow: Option<&FlowId>, organisation: &str) -> Self {
        let schema = target.data.as_ref().and_then(|data| data.schema.as_ref());
        let version = schema.map_or("", |schema| schema.version.trim());
        let content_type = if version.contains('/') {
            version.to_owned()
        } else if schema.is_some() {
            let version = if version.is_empty() { "1" } else { version };
            [CONTENT_TYPE, version].concat()
        } else {
            String::new()
        };
        Self {
            schema_id: schema.map(|schema| schema.id.clone()).unwrap_or_default(),
            content_type,
            ims_org_id: organisation.to_owned(),
            dataset_id: target.params.data_set_id.as_str().to_owned(),
            flow_id: flow
                .map(|flow| flow.as_str().to_owned())
                .unwrap_or_default(),
            source_name: String::new(),
        }
    }

    /// What stands before each record. Behind it stands [`Envelope::END`].
    pub fn beginning(&self) -> String {
        let mut reference = String::from("\"schemaRef\":{\"id\":");
        reference.push_str(&in_quotes(&self.schema_id));
        reference.push_str(",\"contentType\":");
        reference.push_str(&in_quotes(&self.content_type));
        reference.push('}');
        let mut text = ["{\"header\":{", &reference].concat();
        for (name, value) in [
            ("imsOrgId", &self.ims_org_id),
            ("datasetId", &self.dataset_id),
            ("flowId", &self.flow_id),
        ] {
            if !value.is_empty() {
                text.extend([",\"", name, "\":\""]);
                push_escaped(value, &mut text);
                text.push('"');
            }
        }
        if !self.source_name.is_empty() {
            text.push_str(",\"source\":{\"name\":");
            text.push_str(&in_quotes(&self.source_name));
            text.push('}');
        }
        text.extend(["},\"body\":{\"xdmMeta\":{", &reference, "},\"xdmEntity\":"]);
        text
    }

    /// What stands behind each record.
    pub const END: &'static str = "}}";

    /// Puts a record, which must be JSON, into the envelope and leaves it as it is.
    pub fn wrap(&self, record: &str) -> String {
        let beginning = self.beginning();
        [beginning.as_str(), record, Self::END].concat()
    }

    /// The parts that an inlet needs and that are empty here, with dots.
    pub fn missing(&self) -> Vec<&'static str> {
        let mut missing = Vec::new();
        for (part, value) in self.parts() {
            if value.trim().is_empty() {
                missing.push(part);
            }
        }
        missing
    }

    fn parts(&self) -> [(&'static str, &str); 5] {
        [
            ("header.schemaRef.id", &self.schema_id),
            ("header.schemaRef.contentType", &self.content_type),
            ("header.imsOrgId", &self.ims_org_id),
            ("header.datasetId", &self.dataset_id),
            ("header.flowId", &self.flow_id),
        ]
    }

    /// What is wrong with the envelope of a record that has one already, compared with this one. What is empty here is
    /// not compared; media types are compared without blanks, and `1.0` is the same version as `1`.
    pub fn faults(&self, record: &str) -> Vec<EnvelopeFault> {
        let mut faults = Vec::new();
        for (part, expected) in self.parts() {
            let found = text_at(record, part);
            if found.is_empty() {
                // Older records have no dataflow in them, and the organisation is filled in when it is absent.
                if part != "header.flowId" && part != "header.imsOrgId" {
                    faults.push(EnvelopeFault::Missing { part });
                }
            } else if !expected.is_empty() && plain(&found) != plain(expected) {
                faults.push(EnvelopeFault::Differs {
                    part,
                    found,
                    expected: expected.to_owned(),
                });
            }
        }
        let header = text_at(record, "header.schemaRef.id");
        for part in [
            "body.xdmMeta.schemaRef.id",
            "body.xdmMeta.schemaRef.contentType",
        ] {
            if text_at(record, part).is_empty() {
                faults.push(EnvelopeFault::Missing { part });
            }
        }
        let body = text_at(record, "body.xdmMeta.schemaRef.id");
        if !header.is_empty() && !body.is_empty() && header != body {
            faults.push(EnvelopeFault::TwoSchemas);
        }
        let has_source = at(record, "header.source").is_some();
        if has_source && text_at(record, "header.source.name").is_empty() {
            let part = "header.source.name";
            faults.push(EnvelopeFault::Missing { part });
        }
        faults
    }
}

/// Whether a record, which must be JSON, stands in an envelope already.
pub fn is_enveloped(record: &str) -> bool {
    // Most records are told apart without looking closer.
    record.contains("\"xdmEntity\"")
        && at(record, "header").is_some_and(|header| header.starts_with('{'))
        && at(record, "body.xdmEntity").is_some()
}

/// What stands in the envelope; the record itself when it stands in none.
pub(super) fn entity(record: &str) -> &str {
    if is_enveloped(record) {
        at(record, "body.xdmEntity").unwrap_or(record)
    } else {
        record
    }
}

fn at<'a>(record: &'a str, path: &str) -> Option<&'a str> {
    let mut value = record;
    for step in path.split('.') {
        value = member(value, step)?;
    }
    Some(value)
}

fn text_at(record: &str, path: &str) -> String {
    at(record, path).and_then(string).unwrap_or_default()
}

/// A media type as it is compared. Everything else has nothing in it that is left out.
fn plain(text: &str) -> String {
    let text = text.replace(' ', "");
    match text.strip_suffix(".0") {
        Some(whole) if text.contains(";version=") => whole.to_owned(),
        _ => text,
    }
}
