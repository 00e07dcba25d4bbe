//! On which line of its source each record begins, in as little room as the source is regular.

/// More rows than this are not noted: a source in which every record has another number of lines.
const MOST_ROWS: usize = 50_000;

/// Records from one on, each the same number of lines behind the one before.
struct Row {
    index: u32,
    records: u32,
    line: u64,
    stride: u64,
}

impl Row {
    fn end(&self) -> u32 {
        self.index.saturating_add(self.records)
    }

    fn line_of(&self, index: u32) -> u64 {
        self.line + u64::from(index - self.index) * self.stride
    }
}

/// The lines of records, as far as they were read.
#[derive(Default)]
pub(super) struct Lines {
    rows: Vec<Row>,
}

impl Lines {
    /// Notes a record's line. Records come in their order; what was noted before is not noted again.
    pub(super) fn note(&mut self, index: u32, line: u64) {
        let is_full = self.rows.len() >= MOST_ROWS;
        if let Some(last) = self.rows.last_mut() {
            if index < last.end() {
                return;
            }
            if last.records == 1 && line > last.line {
                last.stride = line - last.line;
            }
            if index == last.end() && line == last.line_of(index) {
                last.records += 1;
                return;
            }
        }
        if !is_full {
            let row = Row {
                index,
                records: 1,
                line,
                stride: 0,
            };
            self.rows.push(row);
        }
    }

    /// `None` where it was not noted.
    pub(super) fn get(&self, index: u32) -> Option<u64> {
        let place = self.rows.partition_point(|row| row.index <= index);
        let row = self.rows.get(place.checked_sub(1)?)?;
        (index < row.end()).then(|| row.line_of(index))
    }
}
