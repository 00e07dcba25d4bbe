//! What is JSON and what is not, by the verdict of another reader.

use flow_console::ingest::{Format, Found, JsonFault, Reader, Unreadable};
use serde_json::Value;

/// Values inside of an object, good and bad.
const VALUES: &[&str] = &[
    "1",
    "-1",
    "0",
    "-0",
    "00",
    "01",
    "-",
    "-a",
    "1.",
    ".5",
    "1.5",
    "1.5.1",
    "1e5",
    "1E-5",
    "1e",
    "1e+",
    "1e5.1",
    "+1",
    "0x1",
    "1 2",
    "12a",
    "1-",
    "true",
    "tru",
    "truer",
    "false",
    "null",
    "nul",
    "NaN",
    "\"\"",
    "\"a\"",
    "\"a",
    "a\"",
    "'a'",
    "\"\\n\"",
    "\"\\x\"",
    "\"\\u00e9\"",
    "\"\\u00g9\"",
    "\"\\u12\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"",
    "\"\\ude00\"",
    "\"\\ud83dx\"",
    "\"\\ud83d\\n\"",
    "\"\\ud83d\\ud83d\"",
    "\"\t\"",
    "\"\u{7f}\"",
    "\"é\"",
    "[]",
    "[1]",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1}",
    "[[]]",
    "[",
    "]",
    "{}",
    "{\"a\":1}",
    "{\"a\":}",
    "{\"a\"}",
    "{\"a\" 1}",
    "{a:1}",
    "{,}",
    "{\"a\":1,}",
    "{\"a\":1 \"b\":2}",
    "{\"a\":1]",
    "{",
    "}",
    "",
    ",",
    ":",
    "é",
    "\u{feff}1",
    "/*a*/1",
    "\u{b}1",
    "1\u{a0}",
];

#[track_caller]
fn agrees(text: &str) {
    let mut reader = Reader::new(Format::Lines, None);
    let mut found = Vec::new();
    reader.push(text.as_bytes(), &mut found);
    reader.finish(&mut found);
    let is_object = matches!(serde_json::from_str(text), Ok(Value::Object(_)));
    let is_record = matches!(found.as_slice(), [Found::Record { .. }]);
    assert_eq!(is_record, is_object, "{text}");
    assert_eq!(found.len(), 1, "{text}");
}

#[test]
fn another_reader_agrees() {
    for value in VALUES {
        agrees(&format!("{{\"a\":{value}}}"));
        agrees(&format!("{{\"a\": {value} , \"b\":[{value}]}}"));
        if !value.trim().is_empty() {
            agrees(value);
        }
    }
}

#[test]
fn another_reader_agrees_when_a_byte_is_missing_or_changed() {
    let text = "{\"a\":[1.5e-3,{\"b\":\"x\\u00e9\\n\"},true,null],\"c\":{},\"d\":[]}";
    agrees(text);
    for at in 0..text.len() {
        let (before, behind) = (&text[..at], &text[at + 1..]);
        agrees(&format!("{before}{behind}"));
        for byte in ['"', '{', '}', '[', ']', ',', ':', '\\', '0', 'e', 't', ' '] {
            agrees(&format!("{before}{byte}{behind}"));
        }
    }
}

#[test]
fn depth_is_limited() {
    let nested = |depth: usize| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    agrees(&nested(127));
    let mut found = Vec::new();
    let mut reader = Reader::new(Format::Lines, None);
    reader.push(nested(128).as_bytes(), &mut found);
    reader.finish(&mut found);
    let [Found::Unreadable { reason, .. }] = found.as_slice() else {
        panic!("{found:?}");
    };
    let Unreadable::NotJson { fault, column, .. } = reason else {
        panic!("{reason:?}");
    };
    assert_eq!((*fault, *column), (JsonFault::TooDeep, 127 * 5 + 1));
}
