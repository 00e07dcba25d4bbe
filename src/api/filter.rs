//! The `property` filter of the list operations: `property=name=="amazon-redshift"`.

use std::fmt;

/// How a filter compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`; a comma-separated value means any of them.
    Equal,
    /// `!=`
    NotEqual,
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `>`
    MoreThan,
    /// `<`
    LessThan,
}

/// Two-character operators come first, so that `>=` is not read as `>`.
const OPERATORS: [(&str, Comparison); 6] = [
    ("==", Comparison::Equal),
    ("!=", Comparison::NotEqual),
    (">=", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    (">", Comparison::MoreThan),
    ("<", Comparison::LessThan),
];

/// One `property` parameter. Several are joined by "and".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Member names joined by dots; an array's name ends in `[]`.
    pub path: String,
    /// The operator.
    pub comparison: Comparison,
    /// As it is written, quotation marks included: they are optional.
    pub value: String,
}

impl Filter {
    /// `path=="value"`, quoted as the documents print it.
    pub fn equal(path: &str, value: &str) -> Self {
        Self {
            path: path.to_owned(),
            comparison: Comparison::Equal,
            value: format!("\"{value}\""),
        }
    }

    /// Reads `path op value`. `None` when there is no operator or nothing on one side of it.
    pub fn read(text: &str) -> Option<Self> {
        let start = text.find(['=', '!', '<', '>'])?;
        let (path, rest) = text.split_at_checked(start)?;
        let (operator, comparison) = OPERATORS
            .iter()
            .find(|(operator, _)| rest.starts_with(operator))?;
        let value = rest.strip_prefix(operator)?.trim();
        (!path.trim().is_empty() && !value.is_empty()).then(|| Self {
            path: path.trim().to_owned(),
            comparison: *comparison,
            value: value.to_owned(),
        })
    }

    /// The values to compare with: split at commas outside quotation marks, without these marks.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        let mut quoted = false;
        self.value
            .split(move |character| {
                quoted ^= character == '"';
                character == ',' && !quoted
            })
            .map(|value| value.trim().trim_matches('"'))
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operator = OPERATORS
            .iter()
            .find(|(_, known)| *known == self.comparison)
            .map_or("==", |(text, _)| text);
        write!(formatter, "{}{operator}{}", self.path, self.value)
    }
}
