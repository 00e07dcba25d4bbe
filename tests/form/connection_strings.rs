//! Connection strings, taken apart and put together.

use flow_console::form::connection_string::{Parsed, Part, Template, build, parse, template};
use proptest::prelude::*;

/// PostgreSQL's connection specification, the same in every organisation.
const SPEC: &str = "74a1c565-4e59-48d7-9d67-7c03b8a13137";

fn database() -> Template {
    template(SPEC, "connectionString").unwrap()
}

/// The values in the template's order, as many as are given; the others are empty.
fn parsed(values: &[&str], others: &[(&str, &str)]) -> Parsed {
    let given = values.iter().map(|value| (*value).to_owned());
    let others = others.iter();
    Parsed {
        values: given
            .chain(std::iter::repeat_with(String::new))
            .take(database().parts.len())
            .collect(),
        others: others
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect(),
    }
}

#[track_caller]
fn check_parse(text: &str, values: &[&str], others: &[(&str, &str)]) {
    assert_eq!(parse(&database(), text), parsed(values, others), "{text}");
}

/// Puts together, and takes apart again.
#[track_caller]
fn check_both(values: &[&str], others: &[(&str, &str)], text: &str) {
    let parsed = parsed(values, others);
    assert_eq!(build(&database(), &parsed), text);
    assert_eq!(parse(&database(), text), parsed, "{text}");
}

/// A value of the first part in its written form.
#[track_caller]
fn check_quoted(value: &str, written: &str) {
    check_both(&[value], &[], &format!("Server={written}"));
}

#[test]
fn the_template_says_what_a_string_is_made_of() {
    let keys = |choose: fn(&Part) -> bool| -> Vec<String> {
        let parts = database().parts.into_iter();
        parts.filter(choose).map(|part| part.key).collect()
    };
    assert_eq!(
        keys(|part| part.required),
        ["Server", "Database", "Port", "UID", "Password"]
    );
    assert_eq!(
        keys(|part| !part.required),
        ["EncryptionMethod", "ValidateServerCertificate"]
    );
    assert_eq!(keys(|part| part.secret), ["Password"]);
    assert_eq!(keys(|part| part.numeric), ["Port"]);
    assert_eq!(keys(|part| part.name.is_empty()), Vec::<String>::new());
    // Two parts that understand the same key would fight for it.
    let mut spellings: Vec<String> = database()
        .parts
        .into_iter()
        .flat_map(|part| part.accept.into_iter().chain([part.key]))
        .map(|key| key.to_lowercase())
        .collect();
    let count = spellings.len();
    spellings.sort_unstable();
    spellings.dedup();
    assert_eq!(spellings.len(), count);
}

#[test]
fn only_known_parameters_have_a_template() {
    assert!(template(SPEC, "password").is_none());
    assert!(template("spec", "connectionString").is_none());
}

#[test]
fn a_whole_string_goes_both_ways() {
    check_both(
        &["db.example.com", "orders", "5432", "flow", "hush", "1", "0"],
        &[],
        "Server=db.example.com;Database=orders;Port=5432;UID=flow;Password=hush;EncryptionMethod=1;\
         ValidateServerCertificate=0",
    );
    check_both(&["db", "", "5432"], &[], "Server=db;Port=5432");
    check_both(&[], &[], "");
}

#[test]
fn other_spellings_are_understood() {
    check_parse(
        "Host=a;DB=b;User Id=c;PWD=d",
        &["a", "b", "", "c", "d"],
        &[],
    );
    check_parse("host=a;pwd=d", &["a", "", "", "", "d"], &[]);
    check_parse("DATA SOURCE=a;user=c", &["a", "", "", "c"], &[]);
    check_parse("Username=c", &["", "", "", "c"], &[]);
    check_parse(
        "ValidationServerCertificate=0",
        &["", "", "", "", "", "", "0"],
        &[],
    );
    // The last one counts, as it does for drivers.
    check_parse("Server=a;Host=b", &["b"], &[]);
}

#[test]
fn blanks_and_stray_semicolons_do_no_harm() {
    check_parse(" Server = a b ; Port=5432 ;; ", &["a b", "", "5432"], &[]);
    check_parse(";;;", &[], &[]);
    check_parse("nonsense", &[], &[]);
    check_parse("nonsense;Server=a", &["a"], &[]);
    check_parse("Server", &[], &[]);
    check_parse("Server=", &[], &[]);
    check_parse("Server=;Port=1", &["", "", "1"], &[]);
    check_parse("Server=a\n;Port=1\n", &["a", "", "1"], &[]);
}

#[test]
fn odd_values_are_quoted() {
    check_quoted("plain", "plain");
    check_quoted("a=b", "a=b");
    check_quoted("=a", "=a");
    check_quoted("a b", "a b");
    check_quoted("a{b}", "a{b}");
    check_quoted("a;b", "\"a;b\"");
    check_quoted("a\"b", "'a\"b'");
    check_quoted("a'b", "\"a'b\"");
    check_quoted("a\"b'c", "\"a\"\"b'c\"");
    check_quoted("\"", "'\"'");
    check_quoted("''", "\"''\"");
    check_quoted(" a", "\" a\"");
    check_quoted("a ", "\"a \"");
    check_quoted("  ", "\"  \"");
    check_quoted("{a}", "\"{a}\"");
    check_quoted("a\nb", "a\nb");
    check_quoted("é\u{1f600}", "é\u{1f600}");
}

#[test]
fn quotation_by_others_is_understood() {
    check_parse("Password={a;b}", &["", "", "", "", "a;b"], &[]);
    check_parse("Password={a}}b};Port=1", &["", "", "1", "", "a}b"], &[]);
    check_parse("Server='a;b' ; Port=1", &["a;b", "", "1"], &[]);
    check_parse("Server = \"a\"\"b\"", &["a\"b"], &[]);
    // Never closed: the mark is part of the value.
    check_parse("Server=\"a;Port=1", &["\"a", "", "1"], &[]);
    check_parse("Server={a;Port=1", &["{a", "", "1"], &[]);
    check_parse("Server='", &["'"], &[]);
}

#[test]
fn unknown_pairs_are_kept() {
    check_both(
        &["a"],
        &[("Timeout", "30"), ("Application Name", "flow; console")],
        "Server=a;Timeout=30;Application Name=\"flow; console\"",
    );
    check_parse(
        "Timeout=30;Server=a;SSL=yes",
        &["a"],
        &[("Timeout", "30"), ("SSL", "yes")],
    );
    check_parse("=x", &[], &[("", "x")]);
    // Even without a value: whoever wrote it may have meant just that.
    check_both(&["a"], &[("SSL", "")], "Server=a;SSL=");
}

proptest! {
    #[test]
    fn what_is_built_is_parsed_again(values in prop::collection::vec(".*", 7), others in prop::collection::vec(
        ("[A-Z]{2} [0-9a-z]{0,9}[a-z]", ".*"), 0..3,
    )) {
        let template = database();
        prop_assert_eq!(template.parts.len(), values.len());
        let parsed = Parsed { values, others };
        prop_assert_eq!(parse(&template, &build(&template, &parsed)), parsed);
    }

    /// The same with the characters that mean something, close together.
    #[test]
    fn quoting_survives_its_own_marks(value in "[;='\"{} \\t\\na\u{a0}]{0,12}") {
        let template = database();
        let mut parsed = parsed(&[], &[]);
        for place in &mut parsed.values {
            place.clone_from(&value);
        }
        prop_assert_eq!(parse(&template, &build(&template, &parsed)), parsed);
    }

    #[test]
    fn any_text_can_be_taken_apart(text in "\\PC*", marks in "[;='\"{} a]{0,30}") {
        for text in [text, marks] {
            let once = parse(&database(), &text);
            // What was understood once is understood the same way ever after.
            let again = parse(&database(), &build(&database(), &once));
            prop_assert_eq!(again, once);
        }
    }
}
