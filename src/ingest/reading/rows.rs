//! The rows of a table: each becomes an object.

use super::columns::Branch;
use super::parse_row::{RowEnd, RowParser};
use super::{Checkpoint, Columns, Found, Held, Unreadable, count, found_record, found_unreadable};

/// How often reading goes back behind a quotation mark that is never closed.
const MOST_RETURNS: u8 = 100;

/// Nobody maps more columns, and what is no table at all must not fill the memory with cells.
const MOST_COLUMNS: usize = 10_000;

/// Reads row by row.
pub(super) struct Rows {
    /// Where the row begins, and the index of the next record.
    pub(super) place: Checkpoint,
    columns: Option<Columns>,
    tree: Branch,
    parser: RowParser,
    held: Held,
    is_header: bool,
    returns: u8,
    delimiter: u8,
}

impl Rows {
    /// `has_header`: the source begins with the header.
    pub(super) fn new(
        place: Checkpoint,
        delimiter: u8,
        columns: Option<Columns>,
        has_header: bool,
    ) -> Self {
        let mut rows = Self {
            place,
            columns: None,
            tree: Branch::default(),
            parser: RowParser::new(delimiter, MOST_COLUMNS),
            held: Held::default(),
            is_header: has_header,
            returns: 0,
            delimiter,
        };
        if let Some(columns) = columns {
            rows.take_columns(columns);
        }
        rows
    }

    fn take_columns(&mut self, columns: Columns) {
        self.tree = columns.tree();
        self.parser = RowParser::new(self.delimiter, columns.list.len());
        self.columns = Some(columns);
    }

    pub(super) fn push(&mut self, bytes: &[u8], found: &mut Vec<Found>) {
        let mut rest = bytes;
        loop {
            match self.parser.run(rest) {
                RowEnd::More => {
                    if !rest.is_empty() {
                        self.keep(rest, found);
                    }
                    return;
                }
                RowEnd::At(end) => {
                    let (row, behind) = rest.split_at_checked(end).unwrap_or_default();
                    self.row(row, found);
                    self.place.offset += 1;
                    self.place.line += 1;
                    rest = behind.get(1..).unwrap_or_default();
                }
            }
        }
    }

    pub(super) fn finish(&mut self, found: &mut Vec<Found>) {
        if self.parser.is_in_quotes() && self.go_back(found) {
            return self.finish(found);
        }
        if !self.held.is_empty() {
            let length = self.held.bytes.len();
            self.parser.end(length);
            self.row(&[], found);
        }
        if self.is_header {
            found_unreadable(Unreadable::NoHeader, self.place, found);
        }
    }

    fn keep(&mut self, bytes: &[u8], found: &mut Vec<Found>) {
        let is_full = self.held.dropped == 0
            && self.held.bytes.len() + bytes.len() > crate::api::limits::INLET_REQUEST_BYTES;
        if is_full && self.parser.is_in_quotes() && self.returns < MOST_RETURNS {
            self.held.bytes.extend_from_slice(bytes);
            if self.go_back(found) {
                return;
            }
            let all = std::mem::take(&mut self.held.bytes);
            self.held.dropped = count(all.len());
            return;
        }
        self.held.keep(bytes);
    }

    /// A quotation mark is never closed: the row's first line is given up, and reading goes on behind it. `false` if
    /// it has no other line.
    fn go_back(&mut self, found: &mut Vec<Found>) -> bool {
        let held = std::mem::take(&mut self.held.bytes);
        let line = held.iter().position(|byte| *byte == b'\n');
        let Some(line) = line.filter(|_| self.held.dropped == 0 && self.returns < MOST_RETURNS)
        else {
            self.held.bytes = held;
            return false;
        };
        self.returns += 1;
        found_unreadable(Unreadable::OpenQuote, self.place, found);
        // What cannot be read is no header.
        self.is_header &= self.columns.is_none();
        self.parser.clear();
        self.place.line += 1;
        self.place.offset += count(line + 1);
        self.push(held.get(line + 1..).unwrap_or_default(), found);
        true
    }

    /// The row is complete with these bytes.
    fn row(&mut self, end: &[u8], found: &mut Vec<Found>) {
        let breaks = self.parser.breaks;
        let size = if self.held.is_empty() {
            self.judge(end, found);
            count(end.len())
        } else {
            self.held.keep(end);
            if self.held.dropped > 0 {
                let bytes = self.held.dropped;
                let is_open = self.parser.is_in_quotes();
                let reason = if is_open {
                    Unreadable::OpenQuote
                } else {
                    Unreadable::TooLarge { bytes }
                };
                found_unreadable(reason, self.place, found);
                bytes
            } else {
                let row = std::mem::take(&mut self.held.bytes);
                self.judge(&row, found);
                let size = count(row.len());
                self.held.bytes = row;
                size
            }
        };
        self.held.clear();
        self.parser.clear();
        self.place.offset += size;
        self.place.line += breaks;
    }

    fn judge(&mut self, row: &[u8], found: &mut Vec<Found>) {
        if self.parser.is_blank(row) {
            return;
        }
        let place = self.place;
        if let Err(reason) = self.read(row, found) {
            found_unreadable(reason, place, found);
        }
    }

    fn read(&mut self, row: &[u8], found: &mut Vec<Found>) -> Result<(), Unreadable> {
        if self.parser.is_in_quotes() {
            return Err(Unreadable::OpenQuote);
        }
        if self.is_header {
            self.is_header = false;
            if self.columns.is_none() {
                let headers = self.parser.cells(row).ok_or(Unreadable::NotUtf8)?.all();
                self.take_columns(Columns::of_headers(headers));
            }
            return Ok(());
        }
        if let Some(cell) = self.parser.text_behind {
            return Err(Unreadable::TextBehindQuote { cell });
        }
        let Some(columns) = &self.columns else {
            return Err(Unreadable::NoHeader);
        };
        let expected = columns.list.len();
        let number = self.parser.count;
        if number > expected {
            let found = number;
            return Err(Unreadable::TooManyCells { expected, found });
        }
        if number < expected {
            let found = number;
            return Err(Unreadable::TooFewCells { expected, found });
        }
        let cells = self.parser.cells(row).ok_or(Unreadable::NotUtf8)?;
        // Spreadsheets like to end tables with rows of nothing.
        if (0..cells.len()).all(|cell| cells.text(cell).is_empty()) {
            return Ok(());
        }
        let mut text = String::with_capacity(row.len() * 2);
        if let Err(wrong) = self.tree.write(columns, &cells, &mut text) {
            let column = columns.list.get(wrong);
            return Err(Unreadable::WrongCell {
                header: column.map(|it| it.header.clone()).unwrap_or_default(),
                kind: column.map_or(super::CellKind::Text, |it| it.kind),
            });
        }
        found_record(text, self.place, &mut self.place.index, found);
        Ok(())
    }
}
