//! What each choice of a catalog page would leave.

use flow_console::catalog::{AuthenticationKind, Filter, SourceSummary, Tally};

use super::filters::{all, pairs};

fn filter(address: &[(&str, &str)]) -> Filter {
    Filter::read(&pairs(address))
}

/// Every count is what choosing that value would show.
#[track_caller]
fn check(address: &[(&str, &str)]) {
    let sources = all();
    let filter = filter(address);
    let tally = Tally::new(&filter, &sources);
    let shown = |filter: &Filter| sources.iter().filter(|it| filter.matches(it)).count();
    assert_eq!(tally.found(), shown(&filter), "{address:?}");
    for (source, matches) in sources.iter().zip(&tally.matches) {
        assert_eq!(*matches, filter.matches(source), "{}", source.name);
    }
    let mut values = vec![("beta", "true"), ("beta", "false")];
    values.extend([("kind", "streaming"), ("kind", "batch")]);
    values.extend(AuthenticationKind::ALL.map(|(code, _)| ("authentication", code)));
    values.extend(sources.iter().map(|it| ("category", it.category.as_str())));
    values.extend(["category", "authentication", "beta", "kind"].map(|name| (name, "")));
    values.push(("category", "no-such-category"));
    for (name, value) in values {
        let chosen = filter.with(name, value);
        assert_eq!(
            tally.count(name, value),
            shown(&chosen),
            "{address:?} {name}={value}"
        );
    }
}

#[test]
fn counts_are_what_a_choice_would_show() {
    check(&[]);
    check(&[("search", "key")]);
    check(&[("search", "nothing of the kind")]);
    check(&[("category", "databases")]);
    check(&[("category", "no-such-category")]);
    check(&[("authentication", "oauth"), ("kind", "batch")]);
    check(&[
        ("search", "s"),
        ("category", "crm"),
        ("beta", "true"),
        ("kind", "batch"),
        ("authentication", "basic"),
    ]);
}

#[test]
fn one_condition_changes_and_the_others_stay() {
    let all = [
        ("search", "a b"),
        ("category", "crm"),
        ("authentication", "none"),
        ("beta", "true"),
        ("kind", "batch"),
    ];
    let said = filter(&all);
    for (name, value) in all {
        assert_eq!(said.value(name), value);
        let without = said.with(name, "");
        assert_eq!(without.value(name), "");
        assert_eq!(without.with(name, value), said);
        assert_eq!(without.write().len(), all.len() - 1);
    }
}

#[test]
fn the_source_that_is_meant_comes_first() {
    let sources: Vec<SourceSummary> = all();
    let check = |address: &[(&str, &str)], expected: Option<&str>| {
        let filter = filter(address);
        let tally = Tally::new(&filter, &sources);
        let best = tally.best(&filter, &sources);
        let best = best.map(|position| sources[position].title.as_str());
        assert_eq!(best, expected, "{address:?}");
    };
    // Other titles have it further behind, and come before.
    check(&[("search", "data")], Some("Data Landing Zone"));
    check(&[("search", "  snow ")], Some("Snowflake Streaming"));
    check(&[("search", " SNOWFLAKE")], Some("Snowflake"));
    check(&[("search", "s3")], Some("Amazon S3"));
    // No title has it.
    check(&[("search", "sasKeyName")], Some("Azure Event Hubs"));
    check(&[("search", "postgresql"), ("category", "crm")], None);
    check(&[("search", "no such thing")], None);
}

#[test]
fn lists_say_what_is_gravely_doubtful() {
    let check = |name: &str, expected: &[&str]| {
        let summary = SourceSummary::new(&super::spec(name));
        let doubts = summary.doubts.iter();
        let doubts: Vec<String> = doubts.map(|doubt| format!("{:?}", doubt.code)).collect();
        assert_eq!(doubts, expected, "{name}");
    };
    check("postgres", &[]);
    check("google-ads", &["Unavailable"]);
    check("pathfactory", &["Contradiction", "IdentifierShared"]);
    check("salesforce-marketing-cloud", &["Retirement"]);
    // Nobody knows what its ways to sign in are called.
    let unknown = "AuthenticationNameUnknown";
    check("mysql", &[unknown, unknown]);
    // Two of its ways end, the others go on.
    check("snowflake", &[unknown]);
    // A way that newer pages do not mention is no reason to doubt the source.
    check("salesforce", &[]);
}
