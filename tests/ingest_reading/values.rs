//! Arrays, and objects one after another.

use flow_console::api::limits::INLET_REQUEST_BYTES;
use flow_console::ingest::{Format, Found};

use super::read;

#[track_caller]
fn array(source: &str, expected: &[&str]) {
    super::check(Format::Array, None, source.as_bytes(), expected);
}

#[track_caller]
fn objects(source: &str, expected: &[&str]) {
    super::check(Format::Object, None, source.as_bytes(), expected);
}

#[test]
fn elements_of_an_array_are_records() {
    array("[]", &[]);
    array(" [ \n ] \n", &[]);
    array("[{\"a\":1}]", &["1: {\"a\":1}"]);
    array(
        "[{\"a\":[{\"b\":\"],[\"}]},\n  {\"c\":\"\\\"}\"} ,{}]\n",
        &[
            "1: {\"a\":[{\"b\":\"],[\"}]}",
            "2: {\"c\":\"\\\"}\"}",
            "2: {}",
        ],
    );
    array(
        "\u{feff}[\r\n  {\r\n    \"é\": 1\r\n  },\r\n  {}\r\n]",
        &["2: {\r\n    \"é\": 1\r\n  }", "5: {}"],
    );
    // Arrays one after another.
    array(
        "[{\"a\":1}]\n[{\"b\":2}]",
        &["1: {\"a\":1}", "2: {\"b\":2}"],
    );
}

#[test]
fn elements_that_are_no_objects_are_listed() {
    array(
        "[1, \"a\", [{}], null, {\"a\":1}, -1.5e3]",
        &[
            "1: NotAnObject",
            "1: NotAnObject",
            "1: NotAnObject",
            "1: NotAnObject",
            "1: {\"a\":1}",
            "1: NotAnObject",
        ],
    );
}

#[test]
fn reading_goes_on_behind_a_bad_element() {
    array(
        "[{\"a\":1,,\"b\":{\"c\":[1,2]}},{\"d\":4}]",
        &["1: ExtraComma at 1:9", "1: {\"d\":4}"],
    );
    array(
        "[{\"é\":nul},{\"ü\":tru},{\"d\":4}]",
        &[
            "1: UnquotedText at 1:10",
            "1: UnquotedText at 1:20",
            "1: {\"d\":4}",
        ],
    );
    array(
        "[{'a':\"}\"}, {\"b\":\"\\x}\\\"\"}, {\"c\":3}]",
        &[
            "1: UnquotedName at 1:3",
            "1: WrongEscape at 1:20",
            "1: {\"c\":3}",
        ],
    );
    array(
        "[{\"a\":1},,{\"b\":2},]",
        &[
            "1: {\"a\":1}",
            "1: ExtraComma at 1:10",
            "1: {\"b\":2}",
            "1: ExtraComma at 1:19",
        ],
    );
    array(
        "[{\"a\":1} {\"b\":2}]",
        &["1: {\"a\":1}", "1: MissingComma at 1:10", "1: {\"b\":2}"],
    );
    // A bracket or a quotation mark is missing: the next element on its own line is found.
    array(
        "[\n  {\"a\": {\"b\": 1},\n  {\"c\": 2},\n  {\"d\": \"x},\n  {\"e\": 3}\n]",
        &[
            "2: Unexpected at 3:3",
            "3: {\"c\": 2}",
            "4: OpenText at 4:13",
            "5: {\"e\": 3}",
        ],
    );
    array(
        "[\n  {\n    \"a\": [\n      {\"b\": 1 \"c\": 2},\n      {\"d\": 3}\n  },\n  {\n    \"e\": 3\n  }\n]",
        &["2: MissingComma at 4:15", "7: {\n    \"e\": 3\n  }"],
    );
}

#[test]
fn what_is_no_array_is_told_once() {
    array("{\"a\":1}", &["1: NoArray at 1:1"]);
    array("x\n[{}]\ny", &["1: NoArray at 1:1"]);
    array("[{}] x [{}]", &["1: {}", "1: TextBehind at 1:6"]);
    array("[{\"a\":1},\n", &["1: {\"a\":1}", "2: Ended at 2:1"]);
    array("[{\"a\":1}", &["1: {\"a\":1}", "1: Ended at 1:9"]);
    array("[{\"a\":1", &["1: Ended at 1:8"]);
    array("[", &["1: Ended at 1:2"]);
    array("", &["1: Ended at 1:1"]);
    array("[1", &["1: NotAnObject", "1: Ended at 1:3"]);
}

#[test]
fn objects_stand_one_after_another() {
    objects("", &[]);
    objects("{\n  \"a\": 1\n}\n", &["1: {\n  \"a\": 1\n}"]);
    objects(
        "{\"a\":1}{\"b\":2}\n\n{\n}\n,{}",
        &["1: {\"a\":1}", "1: {\"b\":2}", "3: {\n}", "5: {}"],
    );
    objects(
        "{\n  \"a\": 1,\n}\n{\n  \"b\": 2\n}",
        &["1: ExtraComma at 3:1", "4: {\n  \"b\": 2\n}"],
    );
    objects(
        "{\n  \"a\": {\n}\n{\n  \"b\": 2\n}",
        &["1: MissingComma at 4:1", "4: {\n  \"b\": 2\n}"],
    );
    objects("abc {\"a\":1}", &["1: UnquotedText at 1:1", "1: {\"a\":1}"]);
    objects(
        "7 {\"a\":1}\n8",
        &["1: NotAnObject", "1: {\"a\":1}", "2: NotAnObject"],
    );
    objects("{\"a\":", &["1: Ended at 1:6"]);
}

#[test]
fn elements_over_the_limit_are_skipped() {
    let filling = "x".repeat(INLET_REQUEST_BYTES);
    for (format, source) in [
        (
            Format::Array,
            format!("[{{\"a\":\n\"{filling}\"}},\n{{\"b\":2}}]"),
        ),
        (
            Format::Object,
            format!("{{\"a\":\n\"{filling}\"}}\n{{\"b\":2}}"),
        ),
    ] {
        for piece in [999, 65_536, source.len()] {
            let found = read(format, None, source.as_bytes(), piece);
            let told: Vec<String> = found
                .iter()
                .map(|found| match found {
                    Found::Record { record, .. } => format!("{}: {}", record.line, record.text),
                    Found::Unreadable { line, reason, .. } => format!("{line}: {reason:?}"),
                })
                .collect();
            assert_eq!(
                told,
                ["1: TooLarge { bytes: 1000009 }", "3: {\"b\":2}"],
                "{piece}"
            );
        }
    }
}
