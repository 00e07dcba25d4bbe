//! Records: read out of whatever they come in, made from templates, put into envelopes and checked.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "ingest_reading/checks.rs"]
mod checks;
#[path = "ingest_reading/envelopes.rs"]
mod envelopes;
#[path = "ingest_reading/formats.rs"]
mod formats;
#[path = "ingest_reading/json.rs"]
mod json;
#[path = "ingest_reading/lines.rs"]
mod lines;
#[path = "ingest_reading/properties.rs"]
mod properties;
#[path = "ingest_reading/tables.rs"]
mod tables;
#[path = "ingest_reading/templates.rs"]
mod templates;
#[path = "ingest_reading/values.rs"]
mod values;

use flow_console::ingest::{Columns, Format, Found, Reader, Unreadable};

/// Sizes of the pieces in which sources are read.
const PIECES: [usize; 6] = [1, 2, 3, 7, 100, 65_536];

fn read(format: Format, columns: Option<&Columns>, source: &[u8], piece: usize) -> Vec<Found> {
    let mut reader = Reader::new(format, columns.cloned());
    let mut found = Vec::new();
    for bytes in source.chunks(piece) {
        reader.push(bytes, &mut found);
    }
    reader.finish(&mut found);
    found
}

/// What was found, in short: `2: {"a":1}` or `2: the reason`. Checks indexes and offsets on the way.
#[track_caller]
fn told(format: Format, source: &[u8], found: &[Found]) -> Vec<String> {
    let mut index = 0;
    let mut told = Vec::new();
    for found in found {
        told.push(match found {
            Found::Record { record, offset } => {
                assert_eq!(record.index, index);
                index += 1;
                let rest = &source[usize::try_from(*offset).unwrap()..];
                if !format.is_table() {
                    assert!(rest.starts_with(record.text.as_bytes()), "offset {offset}");
                }
                let before = &source[..source.len() - rest.len()];
                let breaks = before.iter().filter(|byte| **byte == b'\n').count();
                assert_eq!(record.line, u64::try_from(breaks).unwrap() + 1);
                format!("{}: {}", record.line, record.text)
            }
            Found::Unreadable { line, reason, .. } => {
                format!("{line}: {}", reason_in_short(reason))
            }
        });
    }
    told
}

fn reason_in_short(reason: &Unreadable) -> String {
    match reason {
        Unreadable::NotJson {
            line,
            column,
            fault,
        } => format!("{fault:?} at {line}:{column}"),
        Unreadable::WrongCell { header, kind } => format!("{header} is no {kind:?}"),
        other => format!("{other:?}"),
    }
}

/// Reads a source in pieces of all sizes.
#[track_caller]
fn check(format: Format, columns: Option<&Columns>, source: &[u8], expected: &[&str]) {
    for piece in PIECES {
        let found = read(format, columns, source, piece);
        let told = told(format, source, &found);
        let shown = String::from_utf8_lossy(source);
        assert_eq!(told, expected, "{format:?} in pieces of {piece}: {shown}");
    }
}
