//! Regular expressions: which ones are run, on which texts, and how long that takes.

use std::time::{Duration, Instant};

use flow_console::schema::{Flaw, Schema};
use serde_json::json;

use crate::{check, check_defective};

fn parse(pattern: &str) -> Schema {
    Schema::parse(&json!({"pattern": pattern}))
}

/// A pattern that is run on any text that one would type.
fn check_run(pattern: &str, accepted: &[&str], refused: &[&str]) {
    let schema = parse(pattern);
    assert_eq!(schema.defects(), &[], "{pattern}");
    for text in accepted {
        assert!(schema.accepts(&json!(text)), "{pattern} {text}");
    }
    for text in refused {
        assert!(!schema.accepts(&json!(text)), "{pattern} {text}");
    }
}

#[test]
fn common_patterns_are_run() {
    check_run("", &["", "a"], &[]);
    check_run("a", &["bab"], &["b", ""]);
    check_run("^[a-zA-Z0-9_-]{1,64}$", &["a_b-1"], &["", "a b", "é"]);
    check_run("^[a-z]+(-[a-z]+)*$", &["a-b-c"], &["a--b", "-a"]);
    check_run(
        "^([a-z0-9]+(-[a-z0-9]+)*\\.)+[a-z]{2,}$",
        &["a-b.c1.com"],
        &["a-.com", "com"],
    );
    check_run(
        "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
        &["", "YWI=", "YWJjZA=="],
        &["YWI", "Y==="],
    );
    check_run(
        "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
        &["2eb8aa08-aa98-11ea-b4aa-73b441d16380"],
        &["2eb8aa08"],
    );
    check_run(
        "^([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}$",
        &["00:1b:44:11:3a:b7"],
        &["00:1b"],
    );
    check_run(
        "^#([0-9a-f]{3}|[0-9a-f]{6})$",
        &["#fff", "#123456"],
        &["#12345"],
    );
    check_run(
        "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})$",
        &["2026-11-21T07:19Z"],
        &["2026-11-21"],
    );
    check_run(
        "^-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?$",
        &["-1.5e+3", "0"],
        &["01", "1."],
    );
    check_run(
        "^(https?|ftp)://[^\\s/$.?#].[^\\s]*$",
        &["https://a.b/c"],
        &["http:/a", "http:// a"],
    );
    check_run(
        "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$",
        &["a@b.c"],
        &["a@b", "a b@c.d"],
    );
    check_run(
        "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$",
        &["a.b@c-d.e"],
        &["a@-b", "a@b..c"],
    );
    check_run(
        "^(\\+\\d{1,2}\\s?)?\\(?\\d{3}\\)?[\\s.-]?\\d{3}[\\s.-]?\\d{4}$",
        &["+1 (555) 123-4567"],
        &["555-123"],
    );
    check_run(
        "^(?=.*[A-Z])(?=.*\\d)(?!.*\\s).{8,}$",
        &["Passw0rd"],
        &["password1", "Pass w0rd"],
    );
    check_run("^(?!-)[A-Za-z0-9-]{1,63}(?<!-)$", &["a-b"], &["-a", "a-"]);
    check_run(
        "^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])$",
        &["192.168.0.1"],
        &["256.1.1.1"],
    );
    check_run("^(['\"])[^'\"]*\\1$", &["'a'", "\"\""], &["'a\""]);
    check_run("^\\p{Lu}\\p{L}*$", &["Élan"], &["élan"]);
    check_run("^.*foo.*$", &["a foo b"], &["fo o"]);
    check_run("\\.(csv|json|parquet)(\\.gz)?$", &["a.csv.gz"], &["a.txt"]);
    check_run(
        "^(AES128|AES192|AES256|SSL|SSH|TLS)$",
        &["AES192"],
        &["AES"],
    );
    check_run(
        "^jdbc:[a-z]+://[^/:]+(:[0-9]+)?/[^?]*(\\?([^=&]+=[^&]*)(&[^=&]+=[^&]*)*)?$",
        &["jdbc:x://h:1/d?a=b&c=d"],
        &["jdbc:x:/"],
    );
}

#[test]
fn the_dialect_is_that_of_browsers() {
    check_run("^\\S$", &["é"], &["\u{a0}", "\u{feff}"]);
    check_run("^\\d$", &["1"], &["१"]);
    check_run("^.$", &["👍"], &["\n", "\u{2028}"]);
    check_run("^\\u{1f44d}$", &["👍"], &[]);
    check_run("^\\cA$", &["\u{1}"], &["A"]);
    // Without the flag `u`, which these have no right to.
    check_run("^\\-$", &["-"], &["a"]);
    check_run("^[\\w-.]$", &["-", ".", "a"], &[" "]);
    check_run("^a{,2}$", &["a{,2}"], &["aa"]);
}

#[test]
fn invalid_patterns_refuse_nothing() {
    for pattern in [
        "(",
        "a)",
        "[",
        "[b-a]",
        "*",
        "a**",
        "(?",
        "\\",
        "(?<a",
        "(?P<a>b)",
        "a{2,1}",
        "(?<a>)(?<a>)",
    ] {
        let text = json!({"pattern": pattern}).to_string();
        check_defective(
            &text,
            &[&format!("/pattern | invalid {pattern}")],
            r#""a""#,
            &[],
        );
    }
    let names = r#"{"patternProperties": {"(": {"type": "null"}, "^a": {"type": "null"}}, "additionalProperties": false}"#;
    let defect = ["/patternProperties/( | invalid ("];
    check_defective(
        names,
        &defect,
        r#"{"a": 1, "b": 1}"#,
        &["/a | /patternProperties/^a/type | type null, found integer"],
    );
    check(
        r#"{"format": "regex"}"#,
        r#""(""#,
        &[" | /format | is a regex"],
    );
    check_defective(
        r#"{"not": {"pattern": "("}}"#,
        &["/not/pattern | invalid ("],
        r#""a""#,
        &[],
    );
}

const EXPONENTIAL: &[&str] = &[
    "(a+)+$",
    "^(a*)*$",
    "^(a|a)*$",
    "^(a|aa)+$",
    "^(a|a?)+$",
    "([a-zA-Z]+)*$",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "^(\\w+\\s?)*$",
    "^(\\d+)*-$",
    "(.*a){20}",
    "^(.+)+@(.+)+$",
    "^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$",
    "^(?:(?:a?){3})*$",
    "(x+x+)+y",
    "((a{2}|a{3})*)*b",
    "^(a(?:|))*b",
    "^(?:a{1,3})*$",
    "^(?=(a+)+$)",
    "^(?<a>b+)+$",
    "^((?:(?:[a-z]+,?)+;?)+)$",
    "^(?:(a)\\1)*$",
    "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "^(a?){40}a{40}$",
    "^(?:(?:){1000}){1000}$",
    "(?<=a+)b",
    "(?i:a+)+",
];

#[test]
fn exponential_patterns_are_not_run() {
    for pattern in EXPONENTIAL {
        let schema = parse(pattern);
        let flaws: Vec<_> = schema.defects().iter().map(|defect| &defect.flaw).collect();
        let pattern = (*pattern).to_owned();
        assert_eq!(flaws, [&Flaw::UnsafePattern { pattern }]);
        assert!(schema.accepts(&json!("anything")));
    }
}

#[test]
fn slow_patterns_are_run_on_short_texts() {
    let cubic = parse("^a*a*a*$");
    let Flaw::SlowPattern { longest, .. } = cubic.defects()[0].flaw else {
        panic!("{:?}", cubic.defects());
    };
    assert_eq!(longest, 142);
    assert!(!cubic.accepts(&json!("b".repeat(longest))));
    assert!(cubic.accepts(&json!("b".repeat(longest + 1))));
    // The square is no defect, but has its limit as well.
    let square = parse("a+$");
    assert_eq!(square.defects(), &[]);
    assert!(!square.accepts(&json!("b".repeat(1_400))));
    assert!(square.accepts(&json!("b".repeat(2_000))));
    let linear = parse("^a+$");
    assert_eq!(linear.defects(), &[]);
    assert!(!linear.accepts(&json!("b".repeat(100_000))));
    assert!(linear.accepts(&json!("b".repeat(100_001))));
}

/// The texts that are worst for a pattern: as long as it is run, almost matching.
#[test]
fn no_pattern_hangs() {
    let slow = [
        "^a*a*a*$",
        "a+$",
        "^a*a*a*a*a*b$",
        ".*.*=.*",
        "^(a+){2}b$",
        "^(?:(?:a+){2}){2}z$",
        "\\s+$",
        "^(a+b?)(a+b?)(a+b?)$",
        "(a|b)*a(a|b){8}c",
        "^[\\s\\S]*a[\\s\\S]*b[\\s\\S]*c$",
        "^(.*?,){11}P",
        "(?=.*a)(?=.*b).*c",
        "^(?:a(?:(?:aaa)?)*){1,3}z",
        "((?=.)c(?!b))+aa",
    ];
    for pattern in slow.iter().chain(EXPONENTIAL) {
        let start = Instant::now();
        let schema = parse(pattern);
        for length in [20, 40, 142, 640, 1_400] {
            for unit in ["a", "ab", " "] {
                let text = unit.repeat(length / unit.len()) + "!";
                schema.validate(&json!(text));
            }
        }
        // Debug builds of the native engine are slow; a hang is longer by orders of magnitude.
        assert!(start.elapsed() < Duration::from_secs(60), "{pattern}");
    }
}

/// Reading patterns must not take long or much either, whatever they are.
#[test]
fn hostile_patterns_are_read_quickly() {
    let start = Instant::now();
    let deep = "(".repeat(100_000);
    let classes = "\\p{L}".repeat(999);
    let wide: Vec<String> = (0..900).map(|number| format!("w{number}")).collect();
    let dense = format!("^(?:{})*$", wide.join("|"));
    let stars = "a*".repeat(2_000);
    let counted = "((((a{1000}){1000}){1000}){1000}){1000}";
    let options = format!("^{}$", "(?:a|b|c|d|e|f|g|h)?".repeat(200));
    let nested = (0..49).fold("a".to_owned(), |inner, _| format!("({inner}b)+"));
    let looks = (0..49).fold("a".to_owned(), |inner, _| format!("(?={inner}+)"));
    for pattern in [
        &deep,
        &classes,
        &dense,
        &stars,
        counted,
        &options,
        &nested,
        &looks,
        "{{{{{{",
        "a{99999999999}",
    ] {
        let schema = parse(pattern);
        assert!(schema.defects().len() <= 1);
        schema.validate(&json!("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    }
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
}
