//! What is said when none of several forms fits.

use super::{Voice, join, piece};
use crate::schema::{Problem, Rule};
use crate::words::fill::fill;

/// The kinds that are accepted if they are all that is wrong, else the reason of the branch that is the closest.
pub(super) fn text(branches: &[Vec<Problem>], say: &Voice) -> String {
    let words = say.words;
    let kinds = kinds_alone(branches);
    let Some(problem) = kinds.as_ref().or_else(|| closest(branches)) else {
        return words.no_form.to_owned();
    };
    let reason = say.rule(&problem.rule);
    let reason = match problem.instance.last() {
        Some(place) => fill(words.closest_at, &[&piece(place), &reason]),
        None if kinds.is_some() => return reason,
        None => fill(words.closest, &[&reason]),
    };
    join(words.no_form, &reason)
}

/// One problem with the kinds of all branches, when each of them wants another kind at the same place and no more.
fn kinds_alone(branches: &[Vec<Problem>]) -> Option<Problem> {
    let mut wanted = Vec::new();
    let mut all: Option<&Problem> = None;
    let mut kind_found = None;
    for branch in branches {
        let [problem] = branch.as_slice() else {
            return None;
        };
        let Rule::Type { expected, found } = &problem.rule else {
            return None;
        };
        if all.get_or_insert(problem).instance != problem.instance {
            return None;
        }
        kind_found = Some(*found);
        for kind in expected {
            if !wanted.contains(kind) {
                wanted.push(*kind);
            }
        }
    }
    let rule = Rule::Type {
        expected: wanted,
        found: kind_found?,
    };
    Some(Problem {
        rule,
        ..all?.clone()
    })
}

/// The first problem of the branch that was most likely meant: one that does not want another kind or another fixed
/// value, then one with few problems. A branch without problems accepts the value, or is not reported.
fn closest(branches: &[Vec<Problem>]) -> Option<&Problem> {
    let is_other = |problem: &Problem| {
        matches!(
            problem.rule,
            Rule::Type { .. } | Rule::Const { .. } | Rule::Enum { .. }
        )
    };
    branches
        .iter()
        .filter(|branch| !branch.is_empty())
        .min_by_key(|branch| (branch.iter().any(is_other), branch.len()))?
        .first()
}
