//! Paths to where a column's cells go in a record.

/// A path with more steps is refused.
pub(super) const MOST_STEPS: usize = 32;

/// A step of a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Into a member of an object.
    Member(String),
    /// Into an element of a list, from 0.
    Element(u32),
}

impl Step {
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Member(name) if name.is_empty())
    }

    pub fn is_element(&self) -> bool {
        matches!(self, Self::Element(_))
    }
}

/// The steps of a path as people write it; see `Column::path`.
pub(super) fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut name = String::new();
    let mut rest = path.trim();
    while let Some(next) = rest.chars().next() {
        let after = rest.get(next.len_utf8()..).unwrap_or_default();
        let elements = elements(rest).filter(|_| !name.is_empty());
        match (next, elements) {
            ('[', Some((elements, after))) => {
                steps.push(Step::Member(std::mem::take(&mut name)));
                steps.extend(elements.into_iter().map(Step::Element));
                match after.strip_prefix('.') {
                    Some(after) => rest = after,
                    None => return steps,
                }
                continue;
            }
            ('.', _) => steps.push(Step::Member(std::mem::take(&mut name))),
            ('\\', _) if after.starts_with(['.', '[', '\\']) => {
                name.extend(after.chars().next());
                rest = after.get(1..).unwrap_or_default();
                continue;
            }
            _ => name.push(next),
        }
        rest = after;
    }
    steps.push(Step::Member(name));
    steps
}

/// The positions in brackets with which a step ends, such as `[0]` or `[2][1]`, and what follows. Anything else in
/// brackets belongs to a name.
fn elements(text: &str) -> Option<(Vec<u32>, &str)> {
    let mut elements = Vec::new();
    let mut rest = text;
    while let Some(inner) = rest.strip_prefix('[') {
        let count = inner.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, after) = inner.split_at_checked(count)?;
        rest = after.strip_prefix(']')?;
        // Looking no further keeps a header of brackets alone from taking long.
        if elements.len() >= MOST_STEPS {
            return None;
        }
        elements.push(digits.parse().ok()?);
    }
    let is_end = rest.is_empty() || rest.starts_with('.');
    (is_end && !elements.is_empty()).then_some((elements, rest))
}
