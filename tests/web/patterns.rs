//! Patterns of schemas, run by the browser's own regular expressions.

use flow_console::schema::{Flaw, Schema};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// Far above what a pattern that may be run takes on a slow machine, far below what one that may not would take.
const QUICK_MS: f64 = 2_000.0;

fn schema(pattern: &str) -> Schema {
    Schema::parse(&json!({ "type": "string", "pattern": pattern }))
}

#[track_caller]
fn check(pattern: &str, accepted: &[&str], refused: &[&str]) {
    let schema = schema(pattern);
    assert!(
        schema.defects().is_empty(),
        "{pattern}: {:?}",
        schema.defects()
    );
    for text in accepted {
        assert!(schema.accepts(&json!(text)), "{pattern} accepts {text}");
    }
    for text in refused {
        assert!(!schema.accepts(&json!(text)), "{pattern} refuses {text}");
    }
}

/// The one flaw of a schema with this pattern.
#[track_caller]
fn flaw(pattern: &str) -> Flaw {
    let schema = schema(pattern);
    let [defect] = schema.defects() else {
        panic!("{pattern}: {:?}", schema.defects());
    };
    defect.flaw.clone()
}

#[wasm_bindgen_test]
fn a_pattern_matches_anywhere_unless_it_is_anchored() {
    check("b", &["b", "abc"], &["", "ac", "B"]);
    check(
        "^[0-9]{1,5}$",
        &["5432", "0"],
        &["", "54321x", "123456", " 1"],
    );
    check(r"^[\x21-\x7e]+$", &["a", "~!"], &["", "a b", "é"]);
    check("^(Azure|AWS)$", &["Azure", "AWS"], &["azure", "AzureAWS"]);
}

#[wasm_bindgen_test]
fn look_around_and_references_are_the_browsers() {
    check("^(?!.*\\.\\.)[a-z.]+$", &["a.b"], &["a..b"]);
    check("(?<=\\$)[0-9]+", &["$5"], &["5"]);
    check(
        "^(?<mark>['\"])[a-z]*\\k<mark>$",
        &["'a'", "\"b\""],
        &["'a\""],
    );
}

#[wasm_bindgen_test]
fn characters_are_whole_ones() {
    check(
        "^.$",
        &["é", "\u{1f418}", "\u{10ffff}"],
        &["ab", "\u{1f418}\u{1f418}"],
    );
    check(
        r"^\p{L}+$",
        &["Ärger", "Ωμέγα", "データ"],
        &["a1", "\u{1f418}"],
    );
    check(r"^\u{1F418}$", &["\u{1f418}"], &["u"]);
    check("^[\u{1f400}-\u{1f4ff}]$", &["\u{1f418}"], &["a"]);
}

/// The flag `u` forbids these, and yet services send them.
#[wasm_bindgen_test]
fn patterns_of_the_old_kind_are_understood() {
    check(r"^[\w-.]+@[\w-]+$", &["a-b.c@d"], &["a b@c"]);
    check(r"^\-?\d+$", &["-5", "5"], &["--5", "x"]);
    check(r"^a{,2}$", &["a{,2}"], &["aa"]);
}

#[wasm_bindgen_test]
fn what_is_no_pattern_is_reported_and_refuses_nothing() {
    for pattern in ["(", "[a-", "a**", "(?<n>a)(?<n>b)", r"\p{Nonsense}("] {
        let expected = Flaw::InvalidPattern {
            pattern: pattern.to_owned(),
        };
        assert_eq!(flaw(pattern), expected);
        assert!(schema(pattern).accepts(&json!("anything")), "{pattern}");
    }
}

#[wasm_bindgen_test]
fn a_catastrophic_pattern_is_not_run() {
    for pattern in [
        "^(a+)+$",
        "^(a|a)*$",
        "^([a-z]+[0-9]*)*$",
        "(x+x+)+y",
        r"^(\w+\s?)*$",
    ] {
        let begin = js_sys::Date::now();
        let schema = schema(pattern);
        let victim = json!(format!("{}!", "a".repeat(50_000)));
        assert!(schema.accepts(&victim), "{pattern} refuses nothing");
        let took = js_sys::Date::now() - begin;
        assert!(took < QUICK_MS, "{pattern} took {took} ms");
        assert!(
            matches!(flaw(pattern), Flaw::UnsafePattern { .. }),
            "{pattern} is reported"
        );
    }
}

#[wasm_bindgen_test]
fn a_slow_pattern_is_run_on_short_texts_only() {
    for pattern in ["^.*=.*=.*;$", "a.*b.*c.*d$"] {
        let schema = schema(pattern);
        assert!(
            !schema.accepts(&json!("no")),
            "{pattern} refuses a short text"
        );
        let begin = js_sys::Date::now();
        schema.accepts(&json!("=".repeat(100_000)));
        schema.accepts(&json!("abc".repeat(30_000)));
        let took = js_sys::Date::now() - begin;
        assert!(took < QUICK_MS, "{pattern} took {took} ms");
    }
}

#[wasm_bindgen_test]
fn a_harmless_pattern_is_run_on_long_texts() {
    let digits = schema("^[0-9]+$");
    let begin = js_sys::Date::now();
    assert!(digits.accepts(&json!("7".repeat(90_000))));
    assert!(!digits.accepts(&json!(format!("{}x", "7".repeat(90_000)))));
    let took = js_sys::Date::now() - begin;
    assert!(took < QUICK_MS, "took {took} ms");
}

#[wasm_bindgen_test]
fn formats_that_are_patterns_agree() {
    let regex = Schema::parse(&json!({ "format": "regex" }));
    assert!(regex.accepts(&json!("^[a-z]+$")));
    assert!(!regex.accepts(&json!("^[a-z")));
    let keys = Schema::parse(&json!({ "patternProperties": { "^x-": { "type": "string" } } }));
    assert!(keys.accepts(&json!({ "x-a": "text", "b": 1 })));
    assert!(!keys.accepts(&json!({ "x-a": 1 })));
}
