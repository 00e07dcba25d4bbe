//! The placeholders that there are.

/// What a placeholder is listed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceholderGroup {
    /// Tells records apart.
    Identity,
    /// Numbers.
    Number,
    /// One of several.
    Choice,
    /// Times.
    Time,
    /// A person; the same one in the whole record.
    Person,
    /// A place; the same one in the whole record.
    Place,
    /// Anything else.
    Thing,
}

impl PlaceholderGroup {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Identity,
        Self::Number,
        Self::Choice,
        Self::Time,
        Self::Person,
        Self::Place,
        Self::Thing,
    ];
}

/// A placeholder, for a list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// What stands first between the braces.
    pub name: &'static str,
    /// How it is written, with all its arguments.
    pub usage: &'static str,
    /// What it is listed under.
    pub group: PlaceholderGroup,
}

/// The placeholders that there are, in the order of their groups.
pub fn placeholders() -> &'static [Placeholder] {
    PLACEHOLDERS
}

const fn row(name: &'static str, usage: &'static str, group: PlaceholderGroup) -> Placeholder {
    Placeholder { name, usage, group }
}

use PlaceholderGroup as Group;

static PLACEHOLDERS: &[Placeholder] = &[
    row("uuid", "{{uuid}}", Group::Identity),
    row("hex", "{{hex 16}}", Group::Identity),
    row("seq", "{{seq 1000}}", Group::Identity),
    row("int", "{{int 1 100}}", Group::Number),
    row("decimal", "{{decimal 0 100 2}}", Group::Number),
    row("bool", "{{bool 50}}", Group::Choice),
    row("pick", "{{pick red green \"dark blue\"}}", Group::Choice),
    row("now", "{{now -7d 0}}", Group::Time),
    row("date", "{{date -30d 0}}", Group::Time),
    row("epoch", "{{epoch -1h 0}}", Group::Time),
    row("name", "{{name}}", Group::Person),
    row("firstName", "{{firstName}}", Group::Person),
    row("lastName", "{{lastName}}", Group::Person),
    row("email", "{{email}}", Group::Person),
    row("phone", "{{phone}}", Group::Person),
    row("company", "{{company}}", Group::Person),
    row("city", "{{city}}", Group::Place),
    row("country", "{{country}}", Group::Place),
    row("countryCode", "{{countryCode}}", Group::Place),
    row("product", "{{product}}", Group::Thing),
    row("url", "{{url}}", Group::Thing),
    row("ip", "{{ip}}", Group::Thing),
];
