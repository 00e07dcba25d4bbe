//! Every documented connection string against the example that Adobe prints, and each driver's own way to write
//! odd values.

use std::sync::OnceLock;

use flow_console::form::connection_string::{Parsed, Style, Template, build, parse, template};
use proptest::prelude::*;

use super::string_examples::{
    BLOB, COUCHBASE, DOCUMENTED, MYSQL, SNOWFLAKE, SQL_SERVER, SYNAPSE, TERADATA,
};

fn of(spec: &str) -> Template {
    template(spec, "connectionString").unwrap()
}

fn values(template: &Template, given: &[(&str, &str)]) -> Parsed {
    for (key, _) in given {
        assert!(template.parts.iter().any(|part| part.key == *key), "{key}");
    }
    let value = |key: &String| given.iter().find(|(known, _)| known == key);
    Parsed {
        values: template
            .parts
            .iter()
            .map(|part| value(&part.key).map_or("", |(_, value)| value).to_owned())
            .collect(),
        others: Vec::new(),
    }
}

#[track_caller]
fn check(spec: &str, text: &str, given: &[(&str, &str)]) {
    let template = of(spec);
    let parsed = values(&template, given);
    assert_eq!(parse(&template, text), parsed, "{text}");
    assert_eq!(build(&template, &parsed), text);
}

/// Read only: other ways to write the same.
#[track_caller]
fn check_read(spec: &str, text: &str, given: &[(&str, &str)]) {
    let template = of(spec);
    assert_eq!(parse(&template, text), values(&template, given), "{text}");
}

#[test]
fn every_documented_string_goes_both_ways() {
    for (spec, text, given) in DOCUMENTED {
        check(spec, text, given);
        // All that is demanded is in the example, or it would be no example.
        for part in of(spec).parts {
            let is_given = given.iter().any(|(key, _)| *key == part.key);
            assert!(is_given || !part.required, "{text}: {}", part.key);
        }
    }
}

#[test]
fn secrets_and_labels_are_known_for_every_part() {
    for (spec, text, _) in DOCUMENTED {
        let parts = of(spec).parts;
        assert_eq!(parts.iter().filter(|part| part.secret).count(), 1, "{text}");
        assert!(parts.iter().all(|part| !part.name.is_empty()), "{text}");
        let mut keys: Vec<&String> = parts.iter().map(|part| &part.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), parts.len(), "{text}");
    }
}

#[test]
fn storage_keys_keep_their_equals_signs() {
    check(
        BLOB,
        "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=x+/y==",
        &[("AccountName", "a"), ("AccountKey", "x+/y==")],
    );
    check(
        BLOB,
        "DefaultEndpointsProtocol=http;AccountName=\"a\";EndpointSuffix=core.chinacloudapi.cn",
        &[
            ("DefaultEndpointsProtocol", "http"),
            ("AccountName", "\"a\""),
            ("EndpointSuffix", "core.chinacloudapi.cn"),
        ],
    );
    let storage = of(BLOB);
    assert!(storage.can_hold("x==") && !storage.can_hold("a;b") && !storage.can_hold(" a"));
    assert!(of(MYSQL).can_hold("a;b"));
}

#[test]
fn odbc_puts_odd_values_in_braces() {
    check(MYSQL, "UID=a;PWD={b;c}", &[("UID", "a"), ("PWD", "b;c")]);
    check(MYSQL, "PWD={a}}b}", &[("PWD", "a}b")]);
    check(MYSQL, "PWD={{a}", &[("PWD", "{a")]);
    check(MYSQL, "PWD={p@ss=w}", &[("PWD", "p@ss=w")]);
    check(MYSQL, "PWD={ a }", &[("PWD", " a ")]);
    // A quotation mark is a character like any other.
    check(TERADATA, "Pwd={\"a\"}", &[("Pwd", "\"a\"")]);
    check_read(
        TERADATA,
        "PWD=\"a\";dbcname=b",
        &[("Pwd", "\"a\""), ("DBCName", "b")],
    );
}

#[test]
fn net_puts_odd_values_in_quotation_marks() {
    let password = |written: &str, value: &str| {
        let text = format!("Integrated Security=False;Password={written};");
        check(SQL_SERVER, &text, &[("Password", value)]);
    };
    password("\"a;b\"", "a;b");
    password("'a\"b'", "a\"b");
    password("\"a'b\"\"c\"", "a'b\"c");
    password("\"=a\"", "=a");
    password("a=b", "a=b");
    password("\" a\"", " a");
    // A brace is a character like any other.
    password("{a}", "{a}");
    password(r"a\b", r"a\b");
}

#[test]
fn constants_give_way() {
    check(
        SQL_SERVER,
        "Data Source=s;Integrated Security=True;",
        &[("Data Source", "s"), ("Integrated Security", "True")],
    );
    check_read(
        SYNAPSE,
        "Server=s;Timeout=5",
        &[("Server", "s"), ("Connection Timeout", "5")],
    );
    let template = of(SYNAPSE);
    assert_eq!(build(&template, &values(&template, &[])), "");
}

#[test]
fn credentials_are_json() {
    check(
        COUCHBASE,
        r#"AuthMech=1;CredString=[{"user":"a\"b\\","pass":"c\u003bd=}"}];"#,
        &[("user", "a\"b\\"), ("pass", "c;d=}")],
    );
    check_read(
        COUCHBASE,
        r#"Server=s; Port=1;CredString=[{"user": "a;b", "pass":"c"}]; AuthMech=1;"#,
        &[
            ("Server", "s"),
            ("Port", "1"),
            ("user", "a;b"),
            ("pass", "c"),
        ],
    );
    // More than the parts can say is kept as it is.
    let template = of(COUCHBASE);
    for kept in [
        r#"[{"user":"a"},{"user":"b"}]"#,
        r#"[{"user":"a","x":1}]"#,
        "a",
    ] {
        let text = format!("Server=s;AuthMech=1;CredString={kept};");
        let parsed = parse(&template, &text);
        assert_eq!(parsed.others, [("CredString".to_owned(), kept.to_owned())]);
        assert_eq!(build(&template, &parsed), text);
    }
}

#[test]
fn urls_escape() {
    check(
        SNOWFLAKE,
        "jdbc:snowflake://acme-x.snowflakecomputing.com/?user=a%26b&password=%20%2B%3D%25%C3%A9&role=R",
        &[
            ("account", "acme-x"),
            ("user", "a&b"),
            ("password", " +=%é"),
            ("role", "R"),
        ],
    );
    check_read(
        SNOWFLAKE,
        " JDBC:snowflake://a.snowflakecomputing.com?USER=a+b&password=100%&db=%zz ",
        &[
            ("account", "a"),
            ("user", "a b"),
            ("password", "100%"),
            ("db", "%zz"),
        ],
    );
    check_read(
        SNOWFLAKE,
        "jdbc:other://a.snowflakecomputing.com/?user=a",
        &[],
    );
    // A host of another make is kept, and what is unknown as well.
    let template = of(SNOWFLAKE);
    let text = "jdbc:snowflake://acme.example.com:443/?user=a&tracing=ALL";
    let parsed = parse(&template, text);
    let others = [("", "acme.example.com:443"), ("tracing", "ALL")];
    assert_eq!(
        parsed.others,
        others.map(|(key, value)| (key.to_owned(), value.to_owned()))
    );
    assert_eq!(build(&template, &parsed), text);
}

/// What a constant's own value reads as, and what no driver of the style can hold, is left out.
fn fitting(template: &Template, values: &[String]) -> Parsed {
    let parts = template.parts.iter().zip(values.iter().cycle());
    let value = |(part, value): (&flow_console::form::connection_string::Part, &String)| {
        let fits = template.can_hold(value) && part.constant.as_ref() != Some(value);
        if fits { value.clone() } else { String::new() }
    };
    Parsed {
        values: parts.map(value).collect(),
        others: Vec::new(),
    }
}

/// Read once: they are asked for a great many times.
fn templates() -> &'static [Template] {
    static TEMPLATES: OnceLock<Vec<Template>> = OnceLock::new();
    TEMPLATES.get_or_init(|| DOCUMENTED.map(|(spec, _, _)| of(spec)).into())
}

proptest! {
    #[test]
    fn what_is_built_is_parsed_again(
        any in prop::collection::vec(".*", 7),
        marks in prop::collection::vec("[;='\"{}\\[\\]\\\\%&+@ \\t\\na\u{a0}é]{0,12}", 7),
    ) {
        for template in templates() {
            for values in [&any, &marks] {
                let parsed = fitting(template, values);
                prop_assert_eq!(parse(template, &build(template, &parsed)), parsed);
            }
        }
    }

    #[test]
    fn any_text_can_be_taken_apart(text in "\\PC*", marks in "[;='\"{}\\[\\]\\\\%&+:/? aUIDPW]{0,30}") {
        let with_scheme = format!("jdbc:snowflake://{marks}");
        for template in templates() {
            for text in [&text, &marks, &with_scheme] {
                let once = parse(template, text);
                let again = parse(template, &build(template, &once));
                prop_assert!(again == once, "{:?}: {:?} {:?}", template.style, once, again);
            }
        }
    }
}

#[test]
fn styles_are_those_of_the_drivers() {
    let styles = DOCUMENTED.map(|(spec, _, _)| of(spec).style);
    let [braces, quotes, plain] = [Style::Braces, Style::Quotes, Style::Plain];
    assert_eq!(
        styles,
        [
            plain,
            plain,
            braces,
            braces,
            braces,
            braces,
            braces,
            quotes,
            Style::Common,
            Style::Url,
            quotes,
            quotes,
            braces
        ]
    );
}
