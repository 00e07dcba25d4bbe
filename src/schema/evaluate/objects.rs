//! Keywords about objects.

use serde_json::{Map, Value};

use super::report::Report;
use super::{Run, Site};
use crate::schema::keyword::{Body, Members, NodeId, ObjectTest};
use crate::schema::problem::Rule;

/// Applies one keyword.
pub(super) fn check(
    run: &mut Run<'_>,
    site: Site<'_>,
    test: &ObjectTest,
    object: &Map<String, Value>,
    report: &mut Report,
) {
    match test {
        ObjectTest::Members(members) => each(run, site, members, object, report),
        ObjectTest::PropertyNames(part) => names(run, site, *part, object, report),
        ObjectTest::MinProperties(_) | ObjectTest::MaxProperties(_) => {
            if let Some(rule) = count(test, object.len() as u64) {
                run.fail(report, site, rule);
            }
        }
        ObjectTest::Required(names) => {
            let missing = names.iter().filter(|name| !object.contains_key(*name));
            for property in missing {
                let property = property.clone();
                run.fail(report, site, Rule::Required { property });
            }
        }
        ObjectTest::DependentRequired(rules) => {
            for (property, needed) in rules {
                if object.contains_key(property) {
                    dependent(run, site, (property, needed), object, report);
                }
            }
        }
    }
}

fn count(test: &ObjectTest, found: u64) -> Option<Rule> {
    match *test {
        ObjectTest::MinProperties(limit) => {
            (found < limit).then_some(Rule::MinProperties { limit, found })
        }
        ObjectTest::MaxProperties(limit) => {
            (found > limit).then_some(Rule::MaxProperties { limit, found })
        }
        _ => None,
    }
}

fn dependent(
    run: &mut Run<'_>,
    site: Site<'_>,
    (property, needed): (&str, &[String]),
    object: &Map<String, Value>,
    report: &mut Report,
) {
    for missing in needed.iter().filter(|name| !object.contains_key(*name)) {
        let rule = Rule::DependentRequired {
            property: property.to_owned(),
            missing: missing.clone(),
        };
        run.fail_below(report, site, &[site.keyword, property], rule);
    }
}

/// Each member by the schemas of its name, or else by the one for all others.
fn each(
    run: &mut Run<'_>,
    site: Site<'_>,
    members: &Members,
    object: &Map<String, Value>,
    report: &mut Report,
) {
    for (name, value) in object {
        if report.decided() {
            return;
        }
        let path = site.path.member(name);
        let mut known = false;
        if let Some(part) = members.part_of(name) {
            known = true;
            run.evaluate(part, value, &path, report);
        }
        for (pattern, part) in &members.patterns {
            match pattern.accepts(name) {
                Some(true) => {
                    known = true;
                    run.evaluate(*part, value, &path, report);
                }
                Some(false) => {}
                None => {
                    // The name may be meant, so it does not count as additional.
                    known = true;
                    report.unsure = true;
                }
            }
        }
        if let Some(additional) = members.additional.filter(|_| !known) {
            if is_never(run, additional) {
                let property = name.clone();
                let keyword = "additionalProperties";
                let rule = Rule::AdditionalProperty { property };
                run.fail(report, Site { keyword, ..site }, rule);
            } else {
                run.evaluate(additional, value, &path, report);
            }
        }
    }
}

fn is_never(run: &Run<'_>, node: NodeId) -> bool {
    let end = run.compiled.nodes.get(run.compiled.follow(node));
    matches!(end.map(|node| &node.body), Some(Body::Never))
}

fn names(
    run: &mut Run<'_>,
    site: Site<'_>,
    part: NodeId,
    object: &Map<String, Value>,
    report: &mut Report,
) {
    for property in object.keys() {
        if report.decided() {
            return;
        }
        let path = site.path.member(property);
        let mut branch = report.branch();
        let name = Value::String(property.clone());
        run.apart(|run| run.evaluate(part, &name, &path, &mut branch));
        report.unsure |= branch.unsure;
        if branch.failed {
            report.count += branch.count;
            report.weight += branch.weight;
            let rule = Rule::PropertyName {
                property: property.clone(),
                problems: branch.problems,
            };
            run.fail(report, site, rule);
        }
    }
}
