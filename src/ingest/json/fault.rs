//! What is wrong with a text that should be JSON.

/// Why a text is no JSON. Where it is told apart by what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonFault {
    /// The text ends before the value does.
    Ended,
    /// Something follows the value.
    TextBehind,
    /// Two members or elements without a comma between them.
    MissingComma,
    /// A comma with nothing behind it, or two in a row.
    ExtraComma,
    /// A name without a colon behind it.
    MissingColon,
    /// A name without a value.
    MissingValue,
    /// `]` for `}` or the other way round.
    WrongBracket,
    /// A name that does not stand in quotation marks.
    UnquotedName,
    /// A value that is no number, `true`, `false` or `null` and does not stand in quotation marks.
    UnquotedText,
    /// A line break before the closing quotation mark.
    OpenText,
    /// A tab or another control character in a text, not escaped.
    ControlCharacter,
    /// `\` in front of what cannot be escaped, or half of a character.
    WrongEscape,
    /// A number that JSON does not know, such as `007` or `1.`.
    WrongNumber,
    /// Nested deeper than 127 levels.
    TooDeep,
    /// No `[` at the beginning of an array.
    NoArray,
    /// Something else that does not belong there.
    Unexpected,
}

impl JsonFault {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Ended,
        Self::TextBehind,
        Self::MissingComma,
        Self::ExtraComma,
        Self::MissingColon,
        Self::MissingValue,
        Self::WrongBracket,
        Self::UnquotedName,
        Self::UnquotedText,
        Self::OpenText,
        Self::ControlCharacter,
        Self::WrongEscape,
        Self::WrongNumber,
        Self::TooDeep,
        Self::NoArray,
        Self::Unexpected,
    ];
}
