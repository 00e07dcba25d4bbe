//! How many tests passed and failed, as the test runners themselves say.

use std::ops::AddAssign;

use crate::failure::Outcome;

/// The count that a test run ends with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed, or that could not run.
    pub failed: u64,
}

impl Counts {
    /// Counts one thing that had to succeed, and says why when it did not.
    pub fn note(&mut self, outcome: &Outcome<()>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(failure) => {
                eprintln!("error: {failure}");
                self.failed += 1;
            }
        }
    }

    /// Adds a line of Rust's test harness, native or in the browser:
    /// `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub fn add_rust_line(&mut self, line: &str) {
        let Some(result) = line.trim_start().strip_prefix("test result: ") else {
            return;
        };
        let numbers = result.split(['.', ';']).filter_map(|part| {
            let (number, word) = part.trim().split_once(' ')?;
            Some((number.parse().ok()?, word))
        });
        self.add(numbers, &["passed"], &["failed"]);
    }

    /// Adds a line of the Test Anything Protocol as Node.js ends it: `# pass 3`, `# fail 0`.
    pub fn add_node_line(&mut self, line: &str) {
        let number = line.strip_prefix("# ").and_then(|rest| {
            let (word, number) = rest.split_once(' ')?;
            Some((number.parse().ok()?, word))
        });
        self.add(number.into_iter(), &["pass"], &["fail", "cancelled"]);
    }

    /// Makes sure that a runner which ended badly shows, even if it could not say so: it did not
    /// compile, or it was killed.
    pub fn hold_against(&mut self, succeeded: bool) {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
    }

    fn add<'word>(
        &mut self,
        numbers: impl Iterator<Item = (u64, &'word str)>,
        good: &[&str],
        bad: &[&str],
    ) {
        for (number, word) in numbers {
            if good.contains(&word) {
                self.passed += number;
            } else if bad.contains(&word) {
                self.failed += number;
            }
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    fn check(lines: &[&str], passed: u64, failed: u64) {
        let mut counts = Counts::default();
        for line in lines {
            counts.add_rust_line(line);
            counts.add_node_line(line);
        }
        assert_eq!(counts, Counts { passed, failed }, "{lines:?}");
    }

    #[test]
    fn the_runners_are_taken_at_their_word() {
        check(
            &["test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured"],
            12,
            0,
        );
        check(
            &["test result: FAILED. 2 passed; 3 failed; 0 ignored"],
            2,
            3,
        );
        check(
            &[
                "test result: ok. 2 passed; 0 failed",
                "test result: ok. 5 passed; 0 failed",
            ],
            7,
            0,
        );
        check(
            &[
                "# tests 9",
                "# suites 2",
                "# pass 6",
                "# fail 2",
                "# cancelled 1",
            ],
            6,
            3,
        );
        check(
            &["running 3 tests", "test pass ... ok", "# Subtest: pass 4"],
            0,
            0,
        );
    }

    #[test]
    fn a_runner_that_died_without_a_word_counts_as_one_failure() {
        let mut counts = Counts {
            passed: 4,
            failed: 0,
        };
        counts.hold_against(false);
        assert_eq!(
            counts,
            Counts {
                passed: 4,
                failed: 1
            }
        );
        counts.hold_against(false);
        assert_eq!(counts.failed, 1);
    }
}
