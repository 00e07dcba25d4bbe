//! A plan and what it stands for: settings, source, treatment.

use std::rc::Rc;

use serde_json::{Value, json};
use web_sys::Blob;

use super::plan::Plan;
use super::source::{Source, Treatment};
use crate::ingest::{
    CellKind, Checks, Column, Columns, Envelope, Format, Mode, Settings, Template, Unanswered,
};
use crate::schema::Schema;

/// The words by which formats are kept, in the order of [`Format::ALL`].
const FORMATS: [&str; 6] = ["object", "array", "lines", "comma", "semicolon", "tab"];

/// The words by which the kinds of cells are kept, in the order of [`CellKind::ALL`].
const KINDS: [&str; 4] = ["text", "number", "truth", "json"];

impl Plan {
    /// How it goes.
    pub fn settings(&self) -> Settings {
        Settings {
            mode: if self.is_batch {
                Mode::Batch
            } else {
                Mode::Single
            },
            batch_size: self.batch_size,
            concurrency: self.concurrency,
            records_per_second: self.records_per_second,
            sync_validation: self.sync_validation,
            unanswered: if self.resends {
                Unanswered::Resend
            } else {
                Unanswered::Hold
            },
        }
    }

    /// Notes how it goes from now on.
    pub fn note_settings(&mut self, settings: &Settings) {
        self.is_batch = settings.mode == Mode::Batch;
        self.batch_size = settings.batch_size;
        self.concurrency = settings.concurrency;
        self.records_per_second = settings.records_per_second;
        self.sync_validation = settings.sync_validation;
        self.resends = settings.unanswered == Unanswered::Resend;
    }

    /// Notes where the records come from and what is done to them.
    pub fn note(&mut self, source: &Source, treatment: &Treatment) {
        match source {
            Source::File {
                is_gzip,
                format,
                columns,
                ..
            } => {
                let word = Format::ALL.iter().zip(FORMATS);
                let word = word.into_iter().find(|(known, _)| *known == format);
                self.format = word.map(|(_, word)| word).unwrap_or_default().to_owned();
                self.is_gzip = *is_gzip;
                self.columns = columns.as_ref().map(write).unwrap_or_default();
            }
            Source::Template {
                text,
                seed,
                started_at,
                ..
            } => {
                self.template = Some(text.clone());
                self.seed = *seed;
                self.started_at = *started_at;
            }
        }
        let envelope = treatment.checks.envelope.clone();
        self.envelope = envelope.map(|it| {
            vec![
                it.schema_id,
                it.content_type,
                it.ims_org_id,
                it.dataset_id,
                it.flow_id,
                it.source_name,
            ]
        });
        self.holds_back = treatment.holds_back;
    }

    /// Where the records come from and what is done to them; nothing when the plan is of another version.
    pub fn source(&self, file: Blob) -> Option<(Source, Treatment)> {
        let source = match &self.template {
            Some(text) => Source::Template {
                template: Rc::new(Template::parse(text).ok()?),
                text: text.clone(),
                seed: self.seed,
                started_at: self.started_at,
                count: self.total,
            },
            None => {
                let position = FORMATS.iter().position(|word| *word == self.format)?;
                Source::File {
                    file,
                    is_gzip: self.is_gzip,
                    format: *Format::ALL.get(position)?,
                    columns: read(&self.columns),
                }
            }
        };
        let envelope = match self.envelope.as_deref() {
            Some([schema, content_type, organisation, dataset, flow, name]) => Some(Envelope {
                schema_id: schema.clone(),
                content_type: content_type.clone(),
                ims_org_id: organisation.clone(),
                dataset_id: dataset.clone(),
                flow_id: flow.clone(),
                source_name: name.clone(),
            }),
            _ => None,
        };
        let schema = serde_json::from_str(&self.schema).ok();
        let checks = Checks {
            schema: schema.map(|schema: Value| Schema::parse(&schema)),
            envelope,
        };
        let treatment = Treatment {
            checks: Rc::new(checks),
            holds_back: self.holds_back,
        };
        Some((source, treatment))
    }
}

fn write(columns: &Columns) -> String {
    let list = columns.list.iter().map(|column| {
        let kind = CellKind::ALL.iter().position(|kind| *kind == column.kind);
        let kind = kind.and_then(|position| KINDS.get(position));
        json!([
            column.header,
            column.path,
            kind.copied().unwrap_or_default(),
            column.is_left_out,
        ])
    });
    Value::Array(list.collect()).to_string()
}

fn read(text: &str) -> Option<Columns> {
    let columns: Value = serde_json::from_str(text).ok()?;
    let mut list = Vec::new();
    for column in columns.as_array()? {
        let text = |at: usize| column.get(at).and_then(Value::as_str);
        let kind = KINDS.iter().position(|kind| Some(*kind) == text(2))?;
        list.push(Column {
            header: text(0)?.to_owned(),
            path: text(1)?.to_owned(),
            kind: *CellKind::ALL.get(kind)?,
            is_left_out: column.get(3).and_then(Value::as_bool)?,
        });
    }
    Some(Columns { list })
}
