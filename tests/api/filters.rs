//! `property` filters: path, operator, value.

use flow_console::api::Comparison::{self, AtLeast, AtMost, Equal, LessThan, MoreThan, NotEqual};
use flow_console::api::Filter;

#[track_caller]
fn check(text: &str, path: &str, comparison: Comparison, value: &str) {
    let filter = Filter {
        path: path.to_owned(),
        comparison,
        value: value.to_owned(),
    };
    assert_eq!(Filter::read(text), Some(filter.clone()), "{text}");
    assert_eq!(Filter::read(&filter.to_string()), Some(filter), "{text}");
}

#[test]
fn each_operator_is_read_and_written() {
    check("name==a", "name", Equal, "a");
    check("name!=a", "name", NotEqual, "a");
    check("createdAt>=1", "createdAt", AtLeast, "1");
    check("createdAt<=1", "createdAt", AtMost, "1");
    check("createdAt>1", "createdAt", MoreThan, "1");
    check("createdAt<1", "createdAt", LessThan, "1");
}

#[test]
fn paths_and_values_stay_as_they_are() {
    check(
        "name==\"amazon-redshift\"",
        "name",
        Equal,
        "\"amazon-redshift\"",
    );
    check(" name == a b ", "name", Equal, "a b");
    check("ids[].x.y==a,b", "ids[].x.y", Equal, "a,b");
    check("name==a==b", "name", Equal, "a==b");
    check("name===a", "name", Equal, "=a");
    check("name==<a>", "name", Equal, "<a>");
    check("name==!", "name", Equal, "!");
    check("é==ü", "é", Equal, "ü");
}

#[test]
fn what_is_no_filter_is_refused() {
    for text in [
        "",
        "name",
        "name=a",
        "name!a",
        "==a",
        " ==a",
        "name==",
        "name== ",
        "name<",
        "=",
        "name=>1",
        "name =! a",
        // The first mark decides: what follows is a value at best.
        "name=a==b",
    ] {
        assert_eq!(Filter::read(text), None, "{text}");
    }
}

#[test]
fn equality_is_quoted() {
    let filter = Filter::equal("name", "a b");
    assert_eq!(filter.to_string(), "name==\"a b\"");
    assert_eq!(Filter::read("name==\"a b\""), Some(filter));
}

#[test]
fn values_are_split_at_commas_outside_quotation_marks() {
    let check = |value: &str, expected: &[&str]| {
        let filter = Filter::read(&format!("name=={value}")).unwrap();
        assert_eq!(filter.values().collect::<Vec<_>>(), expected, "{value}");
    };
    check("a", &["a"]);
    check("\"a\"", &["a"]);
    check("a,b", &["a", "b"]);
    check("\"a\", \"b\"", &["a", "b"]);
    check("\"a,b\",c", &["a,b", "c"]);
    check("\" a \"", &[" a "]);
    check("\"\"", &[""]);
    check("a,,b", &["a", "", "b"]);
    check("\"a,b", &["a,b"]);
}
