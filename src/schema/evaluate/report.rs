//! What an evaluation found so far.

use crate::schema::problem::{Problem, Rule};

/// Lists longer than this are not searched for repetitions.
const MAX_SEARCHED: usize = 256;

/// The findings about one value, or about one branch of it.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) problems: Vec<Problem>,
    /// How many problems there are, with those inside them.
    pub(super) count: usize,
    /// How many bytes they take, roughly.
    pub(super) weight: usize,
    /// A rule is broken, listed or not.
    pub(super) failed: bool,
    /// Something could not be judged and was let pass.
    pub(super) unsure: bool,
    /// Only the verdict matters: nothing is listed and the first broken rule is enough.
    pub(super) silent: bool,
}

impl Report {
    pub(super) fn listing() -> Self {
        Self::default()
    }

    pub(super) fn silent() -> Self {
        Self {
            silent: true,
            ..Self::default()
        }
    }

    /// A fresh report for a branch of this one.
    pub(super) fn branch(&self) -> Self {
        Self {
            silent: self.silent,
            ..Self::default()
        }
    }

    /// Takes over everything that a branch found.
    pub(super) fn absorb(&mut self, mut branch: Report) {
        self.problems.append(&mut branch.problems);
        self.count += branch.count;
        self.weight += branch.weight;
        self.failed |= branch.failed;
        self.unsure |= branch.unsure;
    }

    /// Takes out what is listed twice and returns it.
    pub(super) fn keep_distinct(&mut self) -> Report {
        let mut dropped = Report::default();
        if self.problems.len() > MAX_SEARCHED {
            return dropped;
        }
        let mut kept: Vec<Problem> = Vec::with_capacity(self.problems.len());
        for problem in self.problems.drain(..) {
            if kept.iter().any(|other| is_same(other, &problem)) {
                dropped.count += 1;
                dropped.weight += weight(&problem);
            } else {
                kept.push(problem);
            }
        }
        self.problems = kept;
        self.count = self.count.saturating_sub(dropped.count);
        self.weight = self.weight.saturating_sub(dropped.weight);
        dropped
    }

    /// Whether there is nothing more to learn.
    pub(super) fn decided(&self) -> bool {
        self.silent && self.failed
    }
}

/// What a problem takes in memory, roughly, without the problems inside it.
pub(super) fn weight(problem: &Problem) -> usize {
    let text = match &problem.rule {
        Rule::Required { property }
        | Rule::AdditionalProperty { property }
        | Rule::PropertyName { property, .. } => property.len(),
        Rule::DependentRequired { property, missing } => property.len() + missing.len(),
        Rule::Pattern { pattern } => pattern.len(),
        _ => 0,
    };
    200 + text + problem.instance.weight() + problem.schema.weight()
}

/// Whether a rule holds problems of its own that are listed.
pub(super) fn holds_problems(rule: &Rule) -> bool {
    match rule {
        Rule::AnyOf { branches } | Rule::OneOf { branches, .. } => {
            branches.iter().any(|branch| !branch.is_empty())
        }
        Rule::PropertyName { problems, .. } => !problems.is_empty(),
        _ => false,
    }
}

/// A copy of a problem without the problems inside it.
pub(super) fn outline(problem: &Problem) -> Problem {
    let rule = match &problem.rule {
        Rule::AnyOf { .. } => Rule::AnyOf {
            branches: Vec::new(),
        },
        Rule::OneOf { matching, .. } => Rule::OneOf {
            matching: *matching,
            branches: Vec::new(),
        },
        Rule::PropertyName { property, .. } => Rule::PropertyName {
            property: property.clone(),
            problems: Vec::new(),
        },
        rule => rule.clone(),
    };
    Problem {
        instance: problem.instance.clone(),
        schema: problem.schema.clone(),
        rule,
    }
}

/// Whether two problems are the same, apart from the problems inside them.
fn is_same(left: &Problem, right: &Problem) -> bool {
    let same_rule = match (&left.rule, &right.rule) {
        (Rule::AnyOf { .. }, Rule::AnyOf { .. }) | (Rule::OneOf { .. }, Rule::OneOf { .. }) => true,
        (
            Rule::PropertyName { property, .. },
            Rule::PropertyName {
                property: other, ..
            },
        ) => property == other,
        (left, right) => left == right,
    };
    same_rule && left.instance == right.instance && left.schema == right.schema
}
