//! Why something is no record.

use super::CellKind;
use crate::ingest::json::JsonFault;

/// Why a line, an element or a row is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// No JSON.
    NotJson {
        /// The line of the fault, from 1; of a text over several lines not always the first.
        line: u64,
        /// The character of the line, from 1.
        column: u64,
        /// What is wrong there.
        fault: JsonFault,
    },
    /// JSON, but a list, a text, a number or the like. An inlet takes objects.
    NotAnObject,
    /// More than an inlet takes in one request.
    TooLarge {
        /// The size, as far as it is known.
        bytes: u64,
    },
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// A cell whose quotation mark is never closed.
    OpenQuote,
    /// Text between a cell's closing quotation mark and the next cell.
    TextBehindQuote {
        /// The cell, from 1.
        cell: usize,
    },
    /// More cells than the header has.
    TooManyCells {
        /// As many as the header has.
        expected: usize,
        /// As many as the row has.
        found: usize,
    },
    /// Fewer cells than the header has.
    TooFewCells {
        /// As many as the header has.
        expected: usize,
        /// As many as the row has.
        found: usize,
    },
    /// A cell that is not of its column's kind.
    WrongCell {
        /// The column's header.
        header: String,
        /// What the column holds.
        kind: CellKind,
    },
    /// A table without a header.
    NoHeader,
}
