//! The one error of this package: a sentence for the person at the terminal.

use std::{fmt, io};

/// What went wrong, in one sentence that says what to do about it.
#[derive(Debug)]
pub struct Failure(String);

/// What every step here returns.
pub type Outcome<T> = Result<T, Failure>;

impl Failure {
    /// Wraps the sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Says what we were about when the system refused.
pub trait While<T> {
    /// Turns the error into "Could not {deed}: {cause}."
    fn to(self, deed: impl fmt::Display) -> Outcome<T>;
}

impl<T> While<T> for io::Result<T> {
    fn to(self, deed: impl fmt::Display) -> Outcome<T> {
        self.map_err(|cause| Failure(format!("Could not {deed}: {cause}.")))
    }
}
