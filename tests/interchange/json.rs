//! JSON with typing errors: what is understood, and what is pointed out.

use std::fmt::Write;
use std::time::{Duration, Instant};

use flow_console::interchange::{Slip, read_lenient_json};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::values;

/// A text, what it means, and its errors with line and column.
#[track_caller]
fn check(text: &str, expected: Value, slips: &[(usize, usize, Slip)]) {
    let (value, found) = read_lenient_json(text);
    let found: Vec<_> = found
        .iter()
        .map(|slip| (slip.line, slip.column, slip.kind))
        .collect();
    assert_eq!(value, expected, "{text}");
    assert_eq!(found, slips, "{text}");
}

#[test]
fn sound_json_has_no_errors() {
    check(
        r#"{"a": [1, 2.5, "x", null, true]}"#,
        json!({"a": [1, 2.5, "x", null, true]}),
        &[],
    );
    check("  7 ", json!(7), &[]);
}

#[test]
fn commas() {
    check(
        "{\"a\": 1\n \"b\": 2}",
        json!({"a": 1, "b": 2}),
        &[(1, 8, Slip::MissingComma)],
    );
    check(
        "{\"a\": 1 \"b\": 2}",
        json!({"a": 1, "b": 2}),
        &[(1, 8, Slip::MissingComma)],
    );
    check(
        "{\"a\": \"x\" \"b\": 2}",
        json!({"a": "x", "b": 2}),
        &[(1, 10, Slip::MissingComma)],
    );
    check(
        "{\"a\": {} \"b\": []}",
        json!({"a": {}, "b": []}),
        &[(1, 9, Slip::MissingComma)],
    );
    check("[1, 2,]", json!([1, 2]), &[(1, 6, Slip::ExtraComma)]);
    check(
        "{\"a\": 1,\n}",
        json!({"a": 1}),
        &[(1, 8, Slip::ExtraComma)],
    );
    check(
        "[,1,,2]",
        json!([1, 2]),
        &[(1, 2, Slip::ExtraComma), (1, 5, Slip::ExtraComma)],
    );
}

#[test]
fn colons_and_values() {
    check("{\"a\" 1}", json!({"a": 1}), &[(1, 6, Slip::MissingColon)]);
    check(
        "{\"a\" = 1}",
        json!({"a": 1}),
        &[(1, 6, Slip::MissingColon)],
    );
    check(
        "{\"a\": , \"b\": 1}",
        json!({"a": null, "b": 1}),
        &[(1, 7, Slip::MissingValue)],
    );
    check(
        "{\"a\":}",
        json!({"a": null}),
        &[(1, 6, Slip::MissingValue)],
    );
    check("", json!(null), &[(1, 1, Slip::MissingValue)]);
}

#[test]
fn brackets() {
    check(
        "{\"a\": {\"b\": [1",
        json!({"a": {"b": [1]}}),
        &[
            (1, 15, Slip::MissingBracket),
            (1, 15, Slip::MissingBracket),
            (1, 15, Slip::MissingBracket),
        ],
    );
    check(
        "[{\"a\": 1]",
        json!([{"a": 1}]),
        &[(1, 9, Slip::MissingBracket)],
    );
    check("{\"a\": 1}}", json!({"a": 1}), &[(1, 9, Slip::StrayText)]);
    check(
        "{\"a\": 1} -H x",
        json!({"a": 1}),
        &[(1, 10, Slip::StrayText)],
    );
    check(
        "{\"a\": 1, ...}",
        json!({"a": 1}),
        &[(1, 10, Slip::StrayText)],
    );
}

#[test]
fn quotation_marks_that_are_missing() {
    check(
        "{\n  \"a\": \"x,\n  \"b\": \"y\n}",
        json!({"a": "x", "b": "y"}),
        &[(2, 11, Slip::MissingQuote), (3, 10, Slip::MissingQuote)],
    );
    check(
        "{\"a\": \"x,  \r\n\"b\": 1}",
        json!({"a": "x", "b": 1}),
        &[(1, 13, Slip::MissingQuote)],
    );
    check(
        "{\"a\": x\", \"b\": 1}",
        json!({"a": "x", "b": 1}),
        &[(1, 7, Slip::MissingQuote)],
    );
    check("{a\": 1}", json!({"a": 1}), &[(1, 2, Slip::MissingQuote)]);
    check(
        "{\"a\": \"x",
        json!({"a": "x"}),
        &[(1, 7, Slip::MissingQuote), (1, 9, Slip::MissingBracket)],
    );
}

#[test]
fn other_quotation_marks() {
    check(
        "{'a': 'it's'}",
        json!({"a": "it's"}),
        &[(1, 2, Slip::SingleQuotes), (1, 7, Slip::SingleQuotes)],
    );
    check(
        "{“a”: „x“}",
        json!({"a": "x"}),
        &[
            (1, 2, Slip::TypographicQuotes),
            (1, 7, Slip::TypographicQuotes),
        ],
    );
    check(
        "{‘a’: ‘l’eau’}",
        json!({"a": "l’eau"}),
        &[
            (1, 2, Slip::TypographicQuotes),
            (1, 7, Slip::TypographicQuotes),
        ],
    );
    check(
        "{\"\"a\"\": \"\"x\"\", \"b\": \"\"}",
        json!({"a": "x", "b": ""}),
        &[(1, 2, Slip::DoubledQuotes), (1, 9, Slip::DoubledQuotes)],
    );
    check(
        "{\"a\": \"the \"best\" one\"}",
        json!({"a": "the \"best\" one"}),
        &[(1, 12, Slip::UnescapedQuote)],
    );
    // Typographic marks inside of plain ones are text.
    check(
        "{\"a\": \"“x”\",}",
        json!({"a": "“x”"}),
        &[(1, 12, Slip::ExtraComma)],
    );
}

#[test]
fn names_and_texts_without_marks() {
    check(
        "{a: 1, b-c: x y, $d: true}",
        json!({"a": 1, "b-c": "x y", "$d": true}),
        &[
            (1, 2, Slip::UnquotedName),
            (1, 8, Slip::UnquotedName),
            (1, 13, Slip::UnquotedText),
            (1, 18, Slip::UnquotedName),
        ],
    );
    check(
        "[True, None, 01]",
        json!([true, null, "01"]),
        &[
            (1, 2, Slip::UnquotedText),
            (1, 8, Slip::UnquotedText),
            (1, 14, Slip::UnquotedText),
        ],
    );
    check(
        "[1.5e+3, -0, 123456789012345678]",
        // Numbers stay as they are written.
        serde_json::from_str("[1.5e+3, -0, 123456789012345678]").unwrap(),
        &[],
    );
}

#[test]
fn placeholders() {
    for placeholder in ["{PORT}", "{{port}}", "$PORT", "${PORT}", "<PORT>", "%PORT%"] {
        let text = ["{\"port\": ", placeholder, ", \"b\": 1}"].concat();
        check(
            &text,
            json!({"port": placeholder, "b": 1}),
            &[(1, 10, Slip::UnquotedPlaceholder)],
        );
    }
    // Objects that lack something are objects still.
    check(
        "{\"a\": {b: 1}}",
        json!({"a": {"b": 1}}),
        &[(1, 8, Slip::UnquotedName)],
    );
}

#[test]
fn comments() {
    check(
        "{ // one\n\"a\": 1, /* two\n */ \"b\": 2 # three\n}",
        json!({"a": 1, "b": 2}),
        &[
            (1, 3, Slip::Comment),
            (2, 9, Slip::Comment),
            (3, 12, Slip::Comment),
        ],
    );
    check(
        "{\"a\": \"https://x#y\",}",
        json!({"a": "https://x#y"}),
        &[(1, 20, Slip::ExtraComma)],
    );
}

#[test]
fn characters_in_texts() {
    check(
        "{\"key\": \"-----BEGIN\nabc\n-----END\"}",
        json!({"key": "-----BEGIN\nabc\n-----END"}),
        &[(1, 20, Slip::ControlCharacter)],
    );
    check(
        "[\"a\tb\"]",
        json!(["a\tb"]),
        &[(1, 4, Slip::ControlCharacter)],
    );
    check(
        r#"["C:\dir", "it\'s", "\u00e9\ud83d\ude00\n", ]"#,
        json!(["C:\\dir", "it's", "é😀\n"]),
        &[
            (1, 5, Slip::WrongEscape),
            (1, 15, Slip::WrongEscape),
            (1, 43, Slip::ExtraComma),
        ],
    );
    check(
        r#"["\ud83d",]"#,
        json!(["\u{fffd}"]),
        &[(1, 3, Slip::WrongEscape), (1, 10, Slip::ExtraComma)],
    );
}

#[test]
fn depth_is_bounded() {
    let (_, slips) = read_lenient_json(&"[".repeat(100_000));
    assert!(slips.iter().any(|slip| slip.kind == Slip::TooDeep));
    let (_, slips) = read_lenient_json(&"{\"a\":".repeat(100_000));
    assert!(slips.iter().any(|slip| slip.kind == Slip::TooDeep));
}

/// Texts that make a careless reader look at the same place again and again.
#[test]
fn time_grows_with_the_length() {
    let count = 30_000;
    for piece in [
        "\"", "\"\n", "'", "' ", "{", "{a", "\n", "\" \"", "\"\"a", "#", "/*", "\\", "“\n\"", "x,",
        ",", ":",
    ] {
        for start in ["[", "{\"a\": \"", "{\"a\": '"] {
            let text = [start, &piece.repeat(count)].concat();
            let begun = Instant::now();
            read_lenient_json(&text);
            // Quadratic time would be a minute.
            assert!(begun.elapsed() < Duration::from_secs(3), "{start}{piece}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_read(text in "[\\[\\]{},:\"'\\\\“”‘ \nab0/*#$<>.]{0,40}", bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        let _ = read_lenient_json(&text);
        let _ = read_lenient_json(&String::from_utf8_lossy(&bytes));
    }

    /// A comma too many anywhere changes nothing, and is found.
    #[test]
    fn one_error_is_one_error(members in prop::collection::vec(values::json(), 1..5)) {
        let mut text = String::from("[");
        for member in &members {
            write!(text, "{member},").unwrap();
        }
        text.push(']');
        let (value, slips) = read_lenient_json(&text);
        let sound = text.strip_suffix(",]").unwrap();
        let sound: Value = serde_json::from_str(&[sound, "]"].concat()).unwrap();
        prop_assert_eq!(value, sound, "{}", text);
        prop_assert_eq!(slips.len(), 1, "{}", text);
        prop_assert_eq!(slips[0].kind, Slip::ExtraComma);
    }

    /// Without what closes it, JSON means the same.
    #[test]
    fn what_is_missing_at_the_end_is_known(value in values::json()) {
        let text = json!({ "a": [value] }).to_string();
        if let Some(open) = text.strip_suffix("]}") {
            let (read, slips) = read_lenient_json(open);
            // Numbers lose a little whenever they are read.
            let sound: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(read, sound);
            prop_assert_eq!(slips.len(), 2);
        }
    }
}
