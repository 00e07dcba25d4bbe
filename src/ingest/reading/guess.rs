//! What the columns of a table are, by its first rows.

use super::parse_row::{RowEnd, RowParser};
use super::{CellKind, Columns, Format};
use crate::ingest::json;

/// Longer numbers are rather identifiers, and many readers would round them.
const MOST_DIGITS: usize = 15;

impl Columns {
    /// What the columns of a table are: their headers, and the kinds that all of the first rows agree with. The
    /// beginning may end in the middle of a row. `None` if the format is no table or there is no header.
    pub fn guess(beginning: &str, format: Format) -> Option<Self> {
        if !format.is_table() {
            return None;
        }
        let mut rows = rows(beginning.trim_start_matches('\u{feff}'), format);
        let (header, _) = rows.next()?;
        let mut columns = Self::of_headers(header);
        if columns.list.iter().all(|column| column.is_left_out) {
            return None;
        }
        let mut kinds: Vec<Option<CellKind>> = vec![None; columns.list.len()];
        let mut is_first = true;
        for (cells, is_whole) in rows {
            // The last one may be cut in the middle of a cell.
            if !is_whole && !is_first {
                break;
            }
            is_first = false;
            for (kind, cell) in kinds.iter_mut().zip(&cells) {
                if !cell.is_empty() {
                    let this = kind_of(cell);
                    *kind = Some(kind.map_or(this, |kind| both(kind, this)));
                }
            }
        }
        for (column, kind) in columns.list.iter_mut().zip(kinds) {
            column.kind = kind.unwrap_or(CellKind::Text);
        }
        Some(columns)
    }
}

/// How many cells the first row has.
pub(super) fn cells_of_first_row(text: &str, format: Format) -> usize {
    rows(text, format)
        .next()
        .map_or(0, |(cells, _)| cells.len())
}

/// The rows with any cells, and whether they end there.
fn rows(text: &str, format: Format) -> impl Iterator<Item = (Vec<String>, bool)> {
    let mut rest = text.as_bytes();
    let delimiter = format.delimiter();
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let mut parser = RowParser::new(delimiter, usize::MAX);
            let (row, behind, is_whole) = match parser.run(rest) {
                RowEnd::At(end) => {
                    let (row, behind) = rest.split_at_checked(end)?;
                    (row, behind.get(1..).unwrap_or_default(), true)
                }
                RowEnd::More => {
                    parser.end(rest.len());
                    (rest, &[][..], false)
                }
            };
            rest = behind;
            if !parser.is_blank(row) {
                return Some((parser.cells(row)?.all(), is_whole));
            }
        }
        None
    })
}

fn kind_of(cell: &str) -> CellKind {
    if cell.eq_ignore_ascii_case("true") || cell.eq_ignore_ascii_case("false") {
        CellKind::Truth
    } else if is_plain_number(cell) {
        CellKind::Number
    } else if cell.starts_with(['{', '[']) && json::check(cell.as_bytes()).is_ok() {
        CellKind::Json
    } else {
        CellKind::Text
    }
}

fn both(one: CellKind, other: CellKind) -> CellKind {
    if one == other { one } else { CellKind::Text }
}

/// A number that would be written just so again: `007` and `1e5` are rather names, and so is what has too many digits.
fn is_plain_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    digits.len() <= MOST_DIGITS
        && cell != "-0"
        && digits.starts_with(|first: char| first.is_ascii_digit())
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
        && json::check(cell.as_bytes()).is_ok()
}
