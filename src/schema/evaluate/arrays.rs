//! Keywords about arrays.

use serde_json::Value;

use super::report::Report;
use super::{Run, Site};
use crate::schema::compare;
use crate::schema::keyword::{ArrayTest, Body, NodeId};
use crate::schema::problem::Rule;

/// Applies one keyword.
pub(super) fn check(
    run: &mut Run<'_>,
    site: Site<'_>,
    test: &ArrayTest,
    elements: &[Value],
    report: &mut Report,
) {
    match test {
        ArrayTest::Each(part) => each(run, site, (elements, 0), *part, report),
        ArrayTest::Tuple {
            leading,
            additional,
        } => {
            tuple(run, site, leading, elements, report);
            if let Some(additional) = additional {
                rest(run, site, (elements, leading.len()), *additional, report);
            }
        }
        ArrayTest::Contains(part) => contains(run, site, elements, *part, report),
        ArrayTest::MinItems(_) | ArrayTest::MaxItems(_) | ArrayTest::UniqueItems => {
            if let Some(rule) = whole(test, elements) {
                run.fail(report, site, rule);
            }
        }
    }
}

fn whole(test: &ArrayTest, elements: &[Value]) -> Option<Rule> {
    let found = elements.len() as u64;
    match *test {
        ArrayTest::MinItems(limit) => (found < limit).then_some(Rule::MinItems { limit, found }),
        ArrayTest::MaxItems(limit) => (found > limit).then_some(Rule::MaxItems { limit, found }),
        _ => {
            let (first, second) = compare::repeated(elements)?;
            Some(Rule::UniqueItems { first, second })
        }
    }
}

fn tuple(
    run: &mut Run<'_>,
    site: Site<'_>,
    leading: &[NodeId],
    elements: &[Value],
    report: &mut Report,
) {
    for (position, (part, element)) in leading.iter().zip(elements).enumerate() {
        if report.decided() {
            return;
        }
        let path = site.path.element(position);
        run.evaluate(*part, element, &path, report);
    }
}

/// The elements behind a tuple.
fn rest(
    run: &mut Run<'_>,
    site: Site<'_>,
    (elements, skipped): (&[Value], usize),
    additional: NodeId,
    report: &mut Report,
) {
    if elements.len() <= skipped {
        return;
    }
    let end = run.compiled.follow(additional);
    if let Some(Body::Never) = run.compiled.nodes.get(end).map(|node| &node.body) {
        let rule = Rule::AdditionalItems {
            limit: skipped as u64,
            found: elements.len() as u64,
        };
        let keyword = "additionalItems";
        run.fail(report, Site { keyword, ..site }, rule);
    } else {
        each(run, site, (elements, skipped), additional, report);
    }
}

fn each(
    run: &mut Run<'_>,
    site: Site<'_>,
    (elements, skipped): (&[Value], usize),
    part: NodeId,
    report: &mut Report,
) {
    for (position, element) in elements.iter().enumerate().skip(skipped) {
        if report.decided() {
            return;
        }
        let path = site.path.element(position);
        run.evaluate(part, element, &path, report);
    }
}

fn contains(
    run: &mut Run<'_>,
    site: Site<'_>,
    elements: &[Value],
    part: NodeId,
    report: &mut Report,
) {
    let mut unsure = false;
    for (position, element) in elements.iter().enumerate() {
        let mut branch = Report::silent();
        let path = site.path.element(position);
        run.evaluate(part, element, &path, &mut branch);
        if !branch.failed {
            unsure |= branch.unsure;
            if !branch.unsure {
                return;
            }
        }
    }
    if unsure {
        report.unsure = true;
    } else {
        run.fail(report, site, Rule::Contains);
    }
}
