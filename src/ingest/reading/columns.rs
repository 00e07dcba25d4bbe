//! The columns of a table, and where in a record their cells go.

use super::column_path::{MOST_STEPS, Step, steps};
use super::parse_row::Cells;
use crate::ingest::json::{self, in_quotes, push_escaped};

/// More problems of columns are not listed.
const MOST_PROBLEMS: usize = 100;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// Any text.
    Text,
    /// A number as JSON writes it, which is passed on digit by digit.
    Number,
    /// `true` or `false`, in letters of any case.
    Truth,
    /// Any JSON: an object, a list or another value.
    Json,
}

impl CellKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Text, Self::Number, Self::Truth, Self::Json];
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// As the first row has it.
    pub header: String,
    /// Where its cells go: names with dots between them, such as `person.name.first`, and elements of lists, such as
    /// `identityMap.ECID[0].id`. Elements of which nothing is there are left out, and the next ones take their places.
    /// A dot that belongs to a name is written `\.`, a bracket `\[`, a backslash `\\`.
    pub path: String,
    /// What its cells are.
    pub kind: CellKind,
    /// Whether its cells go nowhere.
    pub is_left_out: bool,
}

/// The columns of a table, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// One for each cell of a row.
    pub list: Vec<Column>,
}

/// Why columns cannot make a record. Columns are numbered from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnProblem {
    /// Two columns lead to the same place.
    SamePath {
        /// The one.
        first: usize,
        /// The other, which is left out.
        second: usize,
    },
    /// A column leads through the value of another one.
    Through {
        /// The column whose value is in the way.
        outer: usize,
        /// The column that leads through it.
        inner: usize,
    },
    /// What one column takes for an object is a list for another one, which is left out.
    Mixed {
        /// The one.
        first: usize,
        /// The other.
        second: usize,
    },
    /// A path, or a step of it, without a name.
    EmptyPath {
        /// The column.
        column: usize,
    },
    /// A path of more than 32 steps.
    TooDeep {
        /// The column.
        column: usize,
    },
    /// Every column is left out.
    NothingLeft,
}

impl Columns {
    /// Columns of texts with their headers as their paths. Columns without a header are left out.
    pub(super) fn of_headers(headers: Vec<String>) -> Self {
        let mut list = Vec::new();
        for header in headers {
            let header = header.trim().to_owned();
            list.push(Column {
                path: header.replace('\\', "\\\\"),
                kind: CellKind::Text,
                is_left_out: header.is_empty(),
                header,
            });
        }
        Self { list }
    }

    /// Why they cannot make a record; the first 100 reasons.
    pub fn problems(&self) -> Vec<ColumnProblem> {
        let mut problems = Vec::new();
        let mut paths: Vec<(usize, Vec<Step>)> = Vec::new();
        for (column, it) in self.list.iter().enumerate() {
            if it.is_left_out {
                continue;
            }
            let path = steps(&it.path);
            if path.len() > MOST_STEPS {
                problems.push(ColumnProblem::TooDeep { column });
            } else if path.iter().any(Step::is_empty) {
                problems.push(ColumnProblem::EmptyPath { column });
            } else if let Some(problem) = collision(&paths, column, &path) {
                problems.push(problem);
            } else {
                paths.push((column, path));
            }
            if problems.len() >= MOST_PROBLEMS {
                return problems;
            }
        }
        if paths.is_empty() && problems.is_empty() {
            problems.push(ColumnProblem::NothingLeft);
        }
        problems
    }

    /// The tree of members that the cells fill.
    pub(super) fn tree(&self) -> Branch {
        let mut root = Branch::default();
        for (column, it) in self.list.iter().enumerate() {
            let path = steps(&it.path);
            let is_sound = path.len() <= MOST_STEPS && !path.iter().any(Step::is_empty);
            if !it.is_left_out && is_sound {
                root.add(&path, column);
            }
        }
        root
    }
}

fn collision(paths: &[(usize, Vec<Step>)], column: usize, path: &[Step]) -> Option<ColumnProblem> {
    for (other, before) in paths {
        if before.starts_with(path) || path.starts_with(before) {
            let (outer, inner) = match before.len().cmp(&path.len()) {
                std::cmp::Ordering::Less => (*other, column),
                std::cmp::Ordering::Greater => (column, *other),
                std::cmp::Ordering::Equal => {
                    return Some(ColumnProblem::SamePath {
                        first: *other,
                        second: column,
                    });
                }
            };
            return Some(ColumnProblem::Through { outer, inner });
        }
        let mut fork = before.iter().zip(path).filter(|(one, other)| one != other);
        if fork
            .next()
            .is_some_and(|(one, other)| one.is_element() != other.is_element())
        {
            return Some(ColumnProblem::Mixed {
                first: *other,
                second: column,
            });
        }
    }
    None
}

/// A member of the record or an element of a list in it, with what belongs below it.
#[derive(Default)]
pub(super) struct Branch {
    /// With its quotation marks and colon; nothing for an element.
    name: String,
    /// Of an element.
    position: Option<u32>,
    column: Option<usize>,
    /// All members, or all elements in their order.
    branches: Vec<Branch>,
}

impl Branch {
    /// Adds a column, unless another one is in its way.
    fn add(&mut self, path: &[Step], column: usize) {
        let Some((step, rest)) = path.split_first() else {
            if self.column.is_none() && self.branches.is_empty() {
                self.column = Some(column);
            }
            return;
        };
        let (name, position) = match step {
            Step::Member(name) => ([in_quotes(name).as_str(), ":"].concat(), None),
            Step::Element(position) => (String::new(), Some(*position)),
        };
        let is_mixed = !self.branches.is_empty() && self.is_list() != position.is_some();
        if self.column.is_some() || is_mixed {
            return;
        }
        let mut known = self.branches.iter();
        let known = known.position(|it| it.name == name && it.position == position);
        let place = known.unwrap_or_else(|| {
            let place = match position {
                Some(_) => self.branches.partition_point(|it| it.position < position),
                None => self.branches.len(),
            };
            let branch = Branch {
                name,
                position,
                ..Branch::default()
            };
            self.branches.insert(place, branch);
            place
        });
        if let Some(branch) = self.branches.get_mut(place) {
            branch.add(rest, column);
        }
    }

    fn is_list(&self) -> bool {
        let first = self.branches.first();
        first.is_some_and(|it| it.position.is_some())
    }

    /// Writes the value. Empty cells leave nothing, and neither do objects and lists of nothing else: then the answer
    /// is `false`. Fails with the column whose cell is not of its kind.
    pub(super) fn write(
        &self,
        columns: &Columns,
        cells: &Cells<'_>,
        into: &mut String,
    ) -> Result<bool, usize> {
        if let Some(column) = self.column {
            let cell = cells.text(column);
            let kind = columns
                .list
                .get(column)
                .map_or(CellKind::Text, |it| it.kind);
            return match write_cell(kind, &cell, into) {
                true => Ok(!cell.is_empty()),
                false => Err(column),
            };
        }
        let (open, close) = if self.is_list() {
            ('[', ']')
        } else {
            ('{', '}')
        };
        let mut has_members = false;
        into.push(open);
        for branch in &self.branches {
            let before = into.len();
            if has_members {
                into.push(',');
            }
            into.push_str(&branch.name);
            if branch.write(columns, cells, into)? {
                has_members = true;
            } else {
                into.truncate(before);
            }
        }
        into.push(close);
        Ok(has_members)
    }
}

/// Whether the cell is of its kind. An empty one is of each, and nothing is written.
fn write_cell(kind: CellKind, cell: &str, into: &mut String) -> bool {
    if cell.is_empty() {
        return true;
    }
    let trimmed = cell.trim();
    match kind {
        CellKind::Text => {
            into.push('"');
            push_escaped(cell, into);
            into.push('"');
            return true;
        }
        CellKind::Truth if trimmed.eq_ignore_ascii_case("true") => into.push_str("true"),
        CellKind::Truth if trimmed.eq_ignore_ascii_case("false") => into.push_str("false"),
        CellKind::Number if is_number(trimmed) => into.push_str(trimmed),
        CellKind::Json if json::check(trimmed.as_bytes()).is_ok() => into.push_str(trimmed),
        _ => return false,
    }
    true
}

fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        && json::check(text.as_bytes()).is_ok()
}
