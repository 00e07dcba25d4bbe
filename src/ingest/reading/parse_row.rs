//! Where the cells of a row are (RFC 4180).

use std::borrow::Cow;

/// Where a row ends.
pub(super) enum RowEnd {
    /// Not in this piece.
    More,
    /// Before this byte of the piece, which is the line feed.
    At(usize),
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    CellStart,
    Bare,
    Quoted,
    /// Behind a quotation mark in a quoted cell: it was the last one, or one of two.
    Quote,
    Behind,
}

struct Cell {
    start: usize,
    end: usize,
    is_quoted: bool,
}

/// Finds the cells of one row, piece by piece. Quotation marks count at the beginning of a cell only.
pub(super) struct RowParser {
    delimiter: u8,
    /// The places of more cells than that are not kept.
    most_cells: usize,
    state: State,
    /// Bytes of the row so far.
    at: usize,
    start: usize,
    is_quoted: bool,
    cells: Vec<Cell>,
    /// All of them, kept or not.
    pub(super) count: usize,
    /// The first cell with text behind its closing quotation mark, from 1.
    pub(super) text_behind: Option<usize>,
    /// The line breaks inside of cells.
    pub(super) breaks: u64,
}

impl RowParser {
    pub(super) fn new(delimiter: u8, most_cells: usize) -> Self {
        Self {
            delimiter,
            most_cells,
            state: State::CellStart,
            at: 0,
            start: 0,
            is_quoted: false,
            cells: Vec::new(),
            count: 0,
            text_behind: None,
            breaks: 0,
        }
    }

    /// For the next row.
    pub(super) fn clear(&mut self) {
        self.state = State::CellStart;
        self.at = 0;
        self.start = 0;
        self.is_quoted = false;
        self.cells.clear();
        self.count = 0;
        self.text_behind = None;
        self.breaks = 0;
    }

    pub(super) fn is_in_quotes(&self) -> bool {
        self.state == State::Quoted
    }

    /// Goes on to the end of the row. The row's last cell is then complete.
    pub(super) fn run(&mut self, bytes: &[u8]) -> RowEnd {
        let begin = self.at;
        for (place, &byte) in bytes.iter().enumerate() {
            match self.state {
                State::Quoted => match byte {
                    b'"' => self.state = State::Quote,
                    b'\n' => self.breaks += 1,
                    _ => {}
                },
                State::Quote if byte == b'"' => self.state = State::Quoted,
                State::CellStart if byte == b'"' => {
                    self.is_quoted = true;
                    self.state = State::Quoted;
                }
                _ if byte == self.delimiter => {
                    self.cell(begin + place);
                    self.start = begin + place + 1;
                    self.state = State::CellStart;
                }
                _ if byte == b'\n' => {
                    self.end(begin + place);
                    return RowEnd::At(place);
                }
                State::CellStart => self.state = State::Bare,
                State::Quote if byte != b'\r' => {
                    self.state = State::Behind;
                    self.text_behind = self.text_behind.or(Some(self.count + 1));
                }
                State::Bare | State::Behind | State::Quote => {}
            }
        }
        self.at = begin + bytes.len();
        RowEnd::More
    }

    /// The row is so many bytes long.
    pub(super) fn end(&mut self, length: usize) {
        self.cell(length);
    }

    fn cell(&mut self, end: usize) {
        self.count += 1;
        if self.cells.len() < self.most_cells {
            self.cells.push(Cell {
                start: self.start,
                end,
                is_quoted: self.is_quoted,
            });
        }
        self.is_quoted = false;
    }

    /// Whether nothing stands in the row, which must have ended.
    pub(super) fn is_blank(&self, row: &[u8]) -> bool {
        self.count <= 1 && row.trim_ascii().is_empty()
    }

    /// The cells of the row, which must have ended. `None` if they are no UTF-8.
    pub(super) fn cells<'a>(&'a self, row: &'a [u8]) -> Option<Cells<'a>> {
        let row = std::str::from_utf8(row).ok()?;
        let row = row.strip_suffix('\r').unwrap_or(row);
        let cells = &self.cells;
        Some(Cells { row, cells })
    }
}

/// The cells of one row.
pub(super) struct Cells<'a> {
    row: &'a str,
    cells: &'a [Cell],
}

impl Cells<'_> {
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// The text of a cell, from 0.
    pub(super) fn text(&self, number: usize) -> Cow<'_, str> {
        let Some(cell) = self.cells.get(number) else {
            return Cow::Borrowed("");
        };
        let end = cell.end.min(self.row.len());
        let text = self.row.get(cell.start..end).unwrap_or_default();
        if !cell.is_quoted {
            return Cow::Borrowed(text);
        }
        let text = text.strip_prefix('"').unwrap_or(text);
        let text = text.strip_suffix('"').unwrap_or(text);
        if text.contains('"') {
            Cow::Owned(text.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(text)
        }
    }

    pub(super) fn all(&self) -> Vec<String> {
        let mut texts = Vec::with_capacity(self.len());
        for number in 0..self.len() {
            texts.push(self.text(number).into_owned());
        }
        texts
    }
}
