//! One evaluation: walks schema and value together.

use std::collections::BTreeMap;

use serde_json::Value;

use super::keyword::{Body, Check, Compiled, NodeId, Test, address};
use super::path::Path;
use super::pointer::Pointer;
use super::problem::{Kind, Problem, Rule};
use super::report::{Report, weight};
use super::{arrays, combinations, numbers, objects, texts};

/// How many schemas may be entered inside each other, counting those that apply to the same
/// value.
pub(super) const MAX_EVALUATION_DEPTH: usize = 512;
/// How much is listed; see [`super::validate::Schema::validate`].
const MAX_PROBLEMS: usize = 10_000;
const MAX_REPORT_BYTES: usize = 4_000_000;
/// How many problems are listed again when the same schema is applied to the same value again.
const MAX_REPEATED: usize = 8;

/// The state of one evaluation.
pub(super) struct Run<'s> {
    pub(super) compiled: &'s Compiled,
    /// What shared nodes said about values, by the address of the value. Without it a few
    /// schemas that refer to each other twice would take exponential time.
    verdicts: BTreeMap<(NodeId, usize), Verdict>,
    depth: usize,
    listed: usize,
    bytes: usize,
}

#[derive(Clone, Debug)]
struct Verdict {
    failed: bool,
    unsure: bool,
    /// The first problems, without those inside them; `None` if they were not asked for.
    problems: Option<Vec<Problem>>,
}

/// Where an evaluation stands: the check of a node and the value it is applied to.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) node: NodeId,
    pub(super) keyword: &'static str,
    pub(super) path: &'a Path<'a>,
}

impl<'s> Run<'s> {
    pub(super) fn new(compiled: &'s Compiled) -> Self {
        Self {
            compiled,
            verdicts: BTreeMap::new(),
            depth: 0,
            listed: 0,
            bytes: 0,
        }
    }

    /// Applies a schema to a value and adds what is wrong to the report.
    pub(super) fn evaluate(
        &mut self,
        node: NodeId,
        value: &Value,
        path: &Path<'_>,
        report: &mut Report,
    ) {
        let node = self.compiled.follow(node);
        let Some(found) = self.compiled.nodes.get(node) else {
            return;
        };
        match &found.body {
            Body::Always => {}
            Body::Unknown | Body::Reference(_) => report.unsure = true,
            Body::Never => self.fail(report, path, self.compiled.pointer(node), Rule::False),
            Body::Checks(_) if self.depth >= MAX_EVALUATION_DEPTH => {
                let limit = MAX_EVALUATION_DEPTH;
                let schema = self.compiled.pointer(node);
                self.fail(report, path, schema, Rule::TooDeep { limit });
            }
            Body::Checks(checks) if found.shared => {
                let key = (node, address(value));
                if !self.recall(key, report) {
                    let mut fresh = report.branch();
                    self.checks(node, checks, value, path, &mut fresh);
                    self.remember(key, &fresh);
                    report.absorb(fresh);
                }
            }
            Body::Checks(checks) => self.checks(node, checks, value, path, report),
        }
    }

    fn checks(
        &mut self,
        node: NodeId,
        checks: &'s [Check],
        value: &Value,
        path: &Path<'_>,
        report: &mut Report,
    ) {
        self.depth += 1;
        for check in checks {
            let site = Site {
                node,
                keyword: check.keyword,
                path,
            };
            self.check(site, &check.test, value, report);
            if report.decided() {
                break;
            }
        }
        self.depth -= 1;
    }

    fn check(&mut self, site: Site<'_>, test: &'s Test, value: &Value, report: &mut Report) {
        match (test, value) {
            (Test::Number(test), Value::Number(number)) => {
                if let Some(rule) = numbers::check(test, number) {
                    self.fail_at(report, site, rule);
                }
            }
            (Test::Text(test), Value::String(text)) => match texts::check(test, text) {
                Some(Ok(())) => {}
                Some(Err(rule)) => self.fail_at(report, site, rule),
                None => report.unsure = true,
            },
            (Test::Array(test), Value::Array(elements)) => {
                arrays::check(self, site, test, elements, report);
            }
            (Test::Object(test), Value::Object(members)) => {
                objects::check(self, site, test, members, report);
            }
            (Test::Combination(test), _) => {
                combinations::check(self, site, test, value, report);
            }
            (Test::Type(_) | Test::Enum(_) | Test::Const(_), _) => {
                if let Some(rule) = any_kind(test, value) {
                    self.fail_at(report, site, rule);
                }
            }
            _ => {}
        }
    }

    /// Adds a problem with the keyword of the site.
    pub(super) fn fail_at(&mut self, report: &mut Report, site: Site<'_>, rule: Rule) {
        if report.silent {
            report.failed = true;
        } else {
            let schema = self.compiled.pointer(site.node).child(site.keyword);
            self.fail(report, site.path, schema, rule);
        }
    }

    /// Adds a problem, as long as there is room for it.
    pub(super) fn fail(
        &mut self,
        report: &mut Report,
        path: &Path<'_>,
        schema: Pointer,
        rule: Rule,
    ) {
        report.failed = true;
        // What holds listed problems is always listed itself, or they would be lost and an
        // invalid value could end up with an empty list.
        if report.silent || !(self.has_room() || holds_problems(&rule)) {
            return;
        }
        let instance = path.pointer();
        let problem = Problem {
            instance,
            schema,
            rule,
        };
        self.list(report, problem);
    }

    fn list(&mut self, report: &mut Report, problem: Problem) {
        let weight = weight(&problem);
        self.listed += 1;
        self.bytes += weight;
        report.count += 1;
        report.weight += weight;
        report.problems.push(problem);
    }

    fn has_room(&self) -> bool {
        self.listed < MAX_PROBLEMS && self.bytes < MAX_REPORT_BYTES
    }

    /// Gives the room of a report back whose problems are dropped.
    pub(super) fn discard(&mut self, report: &Report) {
        self.listed = self.listed.saturating_sub(report.count);
        self.bytes = self.bytes.saturating_sub(report.weight);
    }

    /// Runs something about a value that does not live as long as this evaluation, so that its
    /// address says nothing.
    pub(super) fn apart(&mut self, action: impl FnOnce(&mut Self)) {
        let verdicts = std::mem::take(&mut self.verdicts);
        action(self);
        self.verdicts = verdicts;
    }

    /// Answers from what was remembered, if that is enough for the report.
    fn recall(&mut self, key: (NodeId, usize), report: &mut Report) -> bool {
        let Some(verdict) = self.verdicts.get(&key) else {
            return false;
        };
        if verdict.failed && !report.silent && verdict.problems.is_none() && self.has_room() {
            return false;
        }
        report.failed |= verdict.failed;
        report.unsure |= verdict.unsure;
        if !report.silent {
            for problem in verdict.problems.clone().unwrap_or_default() {
                if self.has_room() {
                    self.list(report, problem);
                }
            }
        }
        true
    }

    fn remember(&mut self, key: (NodeId, usize), report: &Report) {
        let problems = report.problems.iter().take(MAX_REPEATED);
        // A failure without a listed problem had no room; there may be some next time.
        let listed = !report.silent && !(report.failed && report.problems.is_empty());
        let problems = listed.then(|| problems.map(outline).collect());
        let verdict = Verdict {
            failed: report.failed,
            unsure: report.unsure,
            problems,
        };
        self.verdicts.insert(key, verdict);
    }
}

fn holds_problems(rule: &Rule) -> bool {
    match rule {
        Rule::AnyOf { branches } | Rule::OneOf { branches, .. } => {
            branches.iter().any(|branch| !branch.is_empty())
        }
        Rule::PropertyName { problems, .. } => !problems.is_empty(),
        _ => false,
    }
}

/// A copy of a problem without the problems inside it.
fn outline(problem: &Problem) -> Problem {
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

/// The keywords that ask the same of all kinds.
fn any_kind(test: &Test, value: &Value) -> Option<Rule> {
    match test {
        Test::Type(expected) => {
            let found = Kind::of(value);
            let fits = expected.contains(&found)
                || found == Kind::Integer && expected.contains(&Kind::Number);
            (!fits).then(|| Rule::Type {
                expected: expected.clone(),
                found,
            })
        }
        Test::Enum(allowed) => (!allowed.contains(value)).then(|| Rule::Enum {
            allowed: allowed.values.clone(),
        }),
        Test::Const(expected) => {
            let equal = super::compare::compare(expected, value).is_eq();
            (!equal).then(|| Rule::Const {
                expected: expected.clone(),
            })
        }
        _ => None,
    }
}
