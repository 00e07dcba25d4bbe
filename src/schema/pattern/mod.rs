//! Regular expressions of schemas, in the dialect of ECMA-262.
//!
//! The platform runs them: the browser's own `RegExp` in the page, `regress` natively. Both
//! backtrack, so a pattern like `(a+)+$` would hang them on a short text. Therefore each pattern
//! is judged before it is run (see [`cost`]): how many ways through the pattern there may be for
//! a text of some length.
//!
//! - If their number may grow exponentially, or cannot be foreseen, the pattern is never run.
//! - If it grows like a power of the length, the pattern is run on texts that are short enough
//!   for two million steps: some 1,400 bytes where it is the square, 140 where it is the cube.
//! - No text of more than 100,000 bytes is checked, no pattern of more than 5,000 bytes or with
//!   groups more than 50 deep is run, and none that repeats something which may read nothing.
//! - What is not run refuses nothing.

mod automaton;
mod class;
mod cost;
mod engine;
mod piece;
mod set;
mod syntax;

use self::engine::{Engine, Failure};
use super::problem::Flaw;

/// A text limit below this one is reported as a defect of the schema.
const SHORT: usize = 1_000;

/// A regular expression, ready to run if it may.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) source: String,
    engine: Option<Engine>,
    /// The longest text that it is run on, in bytes.
    longest: usize,
}

impl Pattern {
    /// Reads a pattern, with the flag `u` or, where that makes it invalid, without.
    pub(super) fn read(source: &str) -> (Self, Option<Flaw>) {
        match Self::attempt(source, true) {
            (_, Some(Flaw::InvalidPattern { .. })) => Self::attempt(source, false),
            other => other,
        }
    }

    fn attempt(source: &str, unicode: bool) -> (Self, Option<Flaw>) {
        let longest = cost::longest_text(source, unicode);
        let pattern = source.to_owned();
        let compiled = longest.map(|longest| (longest, Engine::compile(source, unicode)));
        let (engine, flaw) = match compiled {
            Some((_, Err(Failure::Invalid))) => (None, Some(Flaw::InvalidPattern { pattern })),
            Some((_, Err(Failure::Missing))) => (None, Some(Flaw::UncheckedPattern { pattern })),
            None | Some((0, Ok(_))) => (None, Some(Flaw::UnsafePattern { pattern })),
            Some((longest, Ok(engine))) => {
                let slow = longest < SHORT;
                let flaw = slow.then_some(Flaw::SlowPattern { pattern, longest });
                (Some(engine), flaw)
            }
        };
        let pattern = Self {
            source: source.to_owned(),
            engine,
            longest: longest.unwrap_or(0),
        };
        (pattern, flaw)
    }

    /// Whether the pattern matches somewhere in the text; `None` if that cannot be said.
    pub(super) fn accepts(&self, text: &str) -> Option<bool> {
        let engine = self.engine.as_ref();
        engine
            .filter(|_| text.len() <= self.longest)
            .and_then(|engine| engine.matches(text))
    }
}

/// Whether a text is a regular expression. One that would not be run is taken for one.
pub(super) fn is_valid(source: &str) -> bool {
    !matches!(Pattern::read(source).1, Some(Flaw::InvalidPattern { .. }))
}
