//! What schemas that are reached in more than one way said about values. Without it, a few
//! schemas that refer to each other twice would take exponential time.

use std::collections::BTreeMap;

use super::Run;
use super::report::{Report, outline};
use crate::schema::keyword::NodeId;
use crate::schema::problem::Problem;

/// How many problems are listed again when the same schema is applied to the same value again.
const MAX_REPEATED: usize = 8;

/// A node and the address of a value.
type Key = (NodeId, usize);

#[derive(Debug, Default)]
pub(super) struct Memory {
    verdicts: BTreeMap<Key, Verdict>,
}

#[derive(Debug)]
struct Verdict {
    failed: bool,
    unsure: bool,
    /// The first problems, without those inside them; `None` if they are not known.
    problems: Option<Vec<Problem>>,
}

impl Memory {
    pub(super) fn remember(&mut self, key: Key, report: &Report) {
        // A failure without a listed problem had no room; there may be some next time.
        let unknown = report.silent || report.failed && report.problems.is_empty();
        let problems = report.problems.iter().take(MAX_REPEATED);
        let verdict = Verdict {
            failed: report.failed,
            unsure: report.unsure,
            problems: (!unknown).then(|| problems.map(outline).collect()),
        };
        self.verdicts.insert(key, verdict);
    }
}

impl Run<'_> {
    /// Answers from the memory, if that is enough for the report.
    pub(super) fn recall(&mut self, key: Key, report: &mut Report) -> bool {
        let Some(verdict) = self.memory.verdicts.get(&key) else {
            return false;
        };
        let listing = !report.silent && self.has_room();
        if verdict.failed && listing && verdict.problems.is_none() {
            return false;
        }
        report.failed |= verdict.failed;
        report.unsure |= verdict.unsure;
        if listing {
            for problem in verdict.problems.clone().unwrap_or_default() {
                self.list(report, problem);
            }
        }
        true
    }
}
