//! Keywords that apply other schemas to the same value.

use serde_json::Value;

use super::report::Report;
use super::{Run, Site};
use crate::schema::keyword::{Combination, NodeId};
use crate::schema::problem::{Problem, Rule};

/// Applies one keyword.
pub(super) fn check(
    run: &mut Run<'_>,
    site: Site<'_>,
    test: &Combination,
    value: &Value,
    report: &mut Report,
) {
    match test {
        Combination::AllOf(parts) => {
            for part in parts {
                if !report.decided() {
                    run.evaluate(*part, value, site.path, report);
                }
            }
        }
        Combination::AnyOf(parts) => any_of(run, site, parts, value, report),
        Combination::OneOf(parts) => one_of(run, site, parts, value, report),
        Combination::Not(part) => {
            let (accepted, unsure) = verdict(run, site, *part, value);
            report.unsure |= unsure;
            if accepted && !unsure {
                run.fail(report, site, Rule::Not);
            }
        }
        Combination::If {
            condition,
            then,
            otherwise,
        } => {
            let (accepted, unsure) = verdict(run, site, *condition, value);
            report.unsure |= unsure;
            let branch = if accepted { then } else { otherwise };
            if let Some(branch) = branch.filter(|_| !(accepted && unsure)) {
                run.evaluate(branch, value, site.path, report);
            }
        }
        Combination::DependentSchemas(parts) => {
            for (property, part) in parts {
                if !report.decided() && value.get(property).is_some() {
                    run.evaluate(*part, value, site.path, report);
                }
            }
        }
    }
}

/// Whether a schema accepts the value, and whether that is because something was let pass.
fn verdict(run: &mut Run<'_>, site: Site<'_>, part: NodeId, value: &Value) -> (bool, bool) {
    let mut branch = Report::silent();
    run.evaluate(part, value, site.path, &mut branch);
    (!branch.failed, !branch.failed && branch.unsure)
}

fn any_of(run: &mut Run<'_>, site: Site<'_>, parts: &[NodeId], value: &Value, report: &mut Report) {
    let mut refused = Vec::new();
    for part in parts {
        let mut branch = report.branch();
        run.evaluate(*part, value, site.path, &mut branch);
        run.settle(&mut branch);
        if !branch.failed {
            report.unsure |= branch.unsure;
            refused.push(branch);
            drop_all(run, refused);
            return;
        }
        refused.push(branch);
    }
    let branches = keep_all(report, refused);
    run.fail(report, site, Rule::AnyOf { branches });
}

fn one_of(run: &mut Run<'_>, site: Site<'_>, parts: &[NodeId], value: &Value, report: &mut Report) {
    let mut all = Vec::new();
    for part in parts {
        let mut branch = report.branch();
        run.evaluate(*part, value, site.path, &mut branch);
        run.settle(&mut branch);
        all.push(branch);
    }
    let accepting = || all.iter().filter(|branch| !branch.failed);
    let matching = accepting().count();
    // A branch that let something pass may in truth refuse the value.
    let certain = accepting().filter(|branch| !branch.unsure).count();
    if matching == 1 || matching > 1 && certain < 2 {
        report.unsure |= certain == 0 || matching > 1;
        drop_all(run, all);
    } else {
        let branches = keep_all(report, all);
        run.fail(report, site, Rule::OneOf { matching, branches });
    }
}

fn drop_all(run: &mut Run<'_>, branches: Vec<Report>) {
    for branch in &branches {
        run.discard(branch);
    }
}

fn keep_all(report: &mut Report, branches: Vec<Report>) -> Vec<Vec<Problem>> {
    let branches = branches.into_iter().map(|branch| {
        report.count += branch.count;
        report.weight += branch.weight;
        branch.problems
    });
    branches.collect()
}
