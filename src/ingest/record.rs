//! One record on its way to an inlet.

/// A record as it was read, before it has become a part of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its place among the readable records of its source, from 0. This is what the account is kept by.
    pub index: u32,
    /// The line of the source on which it begins, from 1. What was generated has its place for a line.
    pub line: u64,
    /// A JSON object as text, exactly as it will be sent: numbers of any length and the order of members survive.
    pub text: String,
}
