//! One evaluation: walks schema and value together.

mod arrays;
mod combinations;
mod memory;
mod numbers;
mod objects;
mod path;
mod report;
mod texts;
mod values;

use serde_json::Value;

use self::memory::Memory;
use self::path::Path;
use self::report::Report;
use crate::schema::compare;
use crate::schema::keyword::{Body, Check, Compiled, NodeId, Test, address};
use crate::schema::pointer::Pointer;
use crate::schema::problem::{Problem, Rule};

/// How many levels a value may have; deeper ones are refused. A scalar has one level. It is what
/// `serde_json` reads from text.
pub(super) const MAX_VALUE_DEPTH: usize = 128;
/// How many schemas may be entered inside each other, counting those that apply to the same
/// value. So many take less than 200 KB of stack in a release build.
const MAX_EVALUATION_DEPTH: usize = 256;
/// How much is listed.
const MAX_PROBLEMS: usize = 10_000;
const MAX_REPORT_BYTES: usize = 4_000_000;

/// What is wrong with a value; empty if nothing is.
pub(super) fn problems(compiled: &Compiled, start: NodeId, value: &Value) -> Vec<Problem> {
    let mut report = Report::listing();
    whole(compiled, start, value, &mut report);
    report.problems
}

/// Whether nothing is wrong with a value.
pub(super) fn accepts(compiled: &Compiled, start: NodeId, value: &Value) -> bool {
    let mut report = Report::silent();
    whole(compiled, start, value, &mut report);
    !report.failed
}

fn whole(compiled: &Compiled, start: NodeId, value: &Value, report: &mut Report) {
    let mut run = Run {
        compiled,
        memory: Memory::default(),
        depth: 0,
        exhausted: false,
        listed: 0,
        bytes: 0,
    };
    let root = Path::root();
    if compare::depth_within(value, MAX_VALUE_DEPTH) {
        run.evaluate(start, value, &root, report);
        if run.exhausted && !report.failed {
            let limit = MAX_EVALUATION_DEPTH;
            run.fail_node(report, start, &root, Rule::TooDeep { limit });
        }
        run.settle(report);
    } else {
        let limit = MAX_VALUE_DEPTH;
        run.fail_node(report, start, &root, Rule::TooDeep { limit });
    }
}

/// The state of an evaluation.
struct Run<'s> {
    compiled: &'s Compiled,
    memory: Memory,
    depth: usize,
    /// The depth was not enough somewhere, perhaps where a failure makes the whole acceptable.
    exhausted: bool,
    listed: usize,
    bytes: usize,
}

/// Where an evaluation stands: the check of a node and the value it is applied to.
#[derive(Clone, Copy)]
struct Site<'a> {
    node: NodeId,
    keyword: &'static str,
    path: &'a Path<'a>,
}

impl<'s> Run<'s> {
    /// Applies a schema to a value and adds what is wrong to the report.
    fn evaluate(&mut self, node: NodeId, value: &Value, path: &Path<'_>, report: &mut Report) {
        let node = self.compiled.follow(node);
        let Some(found) = self.compiled.nodes.get(node) else {
            return;
        };
        match &found.body {
            Body::Always => {}
            Body::Unknown | Body::Reference(_) => report.unsure = true,
            Body::Never => self.fail_node(report, node, path, Rule::False),
            Body::Checks(_) if self.depth >= MAX_EVALUATION_DEPTH => {
                let limit = MAX_EVALUATION_DEPTH;
                self.exhausted = true;
                self.fail_node(report, node, path, Rule::TooDeep { limit });
            }
            Body::Checks(checks) if found.shared => {
                let key = (node, address(value));
                if !self.recall(key, report) {
                    let mut fresh = report.branch();
                    self.checks(node, checks, value, path, &mut fresh);
                    self.settle(&mut fresh);
                    self.memory.remember(key, &fresh);
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
        let broken = match (test, value) {
            (Test::Array(test), Value::Array(elements)) => {
                return arrays::check(self, site, test, elements, report);
            }
            (Test::Object(test), Value::Object(members)) => {
                return objects::check(self, site, test, members, report);
            }
            (Test::Combination(test), _) => {
                return combinations::check(self, site, test, value, report);
            }
            (Test::Text(test), Value::String(text)) => match texts::check(test, text) {
                Some(result) => result.err(),
                None => {
                    report.unsure = true;
                    None
                }
            },
            (Test::Number(test), Value::Number(number)) => numbers::check(test, number),
            _ => values::check(test, value),
        };
        if let Some(rule) = broken {
            self.fail(report, site, rule);
        }
    }

    /// Adds a problem with the keyword of the site.
    fn fail(&mut self, report: &mut Report, site: Site<'_>, rule: Rule) {
        self.fail_below(report, site, &[site.keyword], rule);
    }

    /// Adds a problem with a schema as a whole.
    fn fail_node(&mut self, report: &mut Report, node: NodeId, path: &Path<'_>, rule: Rule) {
        let keyword = "";
        let site = Site {
            node,
            keyword,
            path,
        };
        self.fail_below(report, site, &[], rule);
    }

    /// Adds a problem with a place inside the schema, as long as there is room for it.
    fn fail_below(&mut self, report: &mut Report, site: Site<'_>, below: &[&str], rule: Rule) {
        report.failed = true;
        // What holds listed problems is always listed itself, or they would be lost and an
        // invalid value could end up with an empty list.
        if report.silent || !(self.has_room() || report::holds_problems(&rule)) {
            return;
        }
        let schema = self.compiled.pointer(site.node);
        let problem = Problem {
            instance: site.path.pointer(),
            schema: below
                .iter()
                .fold(schema, |place: Pointer, token| place.child(token)),
            rule,
        };
        self.list(report, problem);
    }

    fn list(&mut self, report: &mut Report, problem: Problem) {
        let weight = report::weight(&problem);
        self.listed += 1;
        self.bytes += weight;
        report.count += 1;
        report.weight += weight;
        report.problems.push(problem);
    }

    fn has_room(&self) -> bool {
        self.listed < MAX_PROBLEMS && self.bytes < MAX_REPORT_BYTES
    }

    /// Drops what is listed twice, because two ways led to the same schema.
    fn settle(&mut self, report: &mut Report) {
        let dropped = report.keep_distinct();
        self.discard(&dropped);
    }

    /// Gives the room of a report back whose problems are dropped.
    fn discard(&mut self, report: &Report) {
        self.listed = self.listed.saturating_sub(report.count);
        self.bytes = self.bytes.saturating_sub(report.weight);
    }

    /// Runs something about a value that does not live as long as this evaluation, so that its
    /// address says nothing.
    fn apart(&mut self, action: impl FnOnce(&mut Self)) {
        let memory = std::mem::take(&mut self.memory);
        action(self);
        self.memory = memory;
    }
}
