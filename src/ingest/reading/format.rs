//! What a source is written in.

use super::guess::cells_of_first_row;
use crate::ingest::json::{Progress, Validator};

/// What a source is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON object, or several one after another, over as many lines as they like.
    Object,
    /// A JSON array of objects.
    Array,
    /// One JSON object a line (NDJSON, JSON Lines).
    Lines,
    /// A table whose cells are separated by commas (CSV, RFC 4180).
    Comma,
    /// A table whose cells are separated by semicolons: CSV where the comma separates decimals.
    Semicolon,
    /// A table whose cells are separated by tabs (TSV).
    Tab,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Object,
        Self::Array,
        Self::Lines,
        Self::Comma,
        Self::Semicolon,
        Self::Tab,
    ];

    /// Whether it is a table with a header, whose columns can be mapped.
    pub fn is_table(self) -> bool {
        matches!(self, Self::Comma | Self::Semicolon | Self::Tab)
    }

    /// What separates the cells; a comma where there are none.
    pub(super) fn delimiter(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            _ => b',',
        }
    }
}

/// Whether a source is compressed with gzip (RFC 1952), by its first bytes.
pub fn is_gzip(beginning: &[u8]) -> bool {
    beginning.starts_with(&[0x1f, 0x8b])
}

/// What a source is probably written in, by its beginning: a few thousand characters are enough, and they may end
/// anywhere. `None` when it looks like nothing known.
pub fn recognise(beginning: &str) -> Option<Format> {
    let text = beginning.trim_start_matches('\u{feff}').trim_start();
    match text.chars().next()? {
        '[' => Some(Format::Array),
        '{' => Some(recognise_objects(text)),
        _ => recognise_table(text),
    }
}

fn recognise_objects(text: &str) -> Format {
    let Some((first, behind)) = text.split_once('\n') else {
        return Format::Object;
    };
    let next = behind.trim_start();
    match Validator::new().run(first.as_bytes()) {
        // A comma may stand behind it when elements were copied out of an array.
        Progress::Done(end) if first.get(end..).is_some_and(|rest| rest.trim().is_empty()) => {
            if next.is_empty() {
                Format::Object
            } else {
                Format::Lines
            }
        }
        Progress::Fault(..) if next.starts_with('{') => Format::Lines,
        _ => Format::Object,
    }
}

fn recognise_table(text: &str) -> Option<Format> {
    // A few words above lines of JSON.
    if text.lines().take(20).any(|line| line.starts_with('{')) {
        return Some(Format::Lines);
    }
    let mut best = None;
    let mut most = 1;
    for format in [Format::Tab, Format::Semicolon, Format::Comma] {
        let cells = cells_of_first_row(text, format);
        if cells > most {
            best = Some(format);
            most = cells;
        }
    }
    // A table of one column has no delimiter to be known by.
    let is_column = || text.lines().count() > 1;
    best.or_else(|| is_column().then_some(Format::Comma))
}
