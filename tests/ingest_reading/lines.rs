//! One object a line.

use flow_console::api::limits::INLET_REQUEST_BYTES;
use flow_console::ingest::{Checkpoint, Format, Found, Reader};

use super::read;

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    super::check(Format::Lines, None, source.as_bytes(), expected);
}

#[test]
fn each_line_is_a_record() {
    check("", &[]);
    check("\n \n\r\n", &[]);
    check("{\"a\":1}", &["1: {\"a\":1}"]);
    check("{\"a\":1}\n{\"b\":2}\n", &["1: {\"a\":1}", "2: {\"b\":2}"]);
    check(
        "{\"a\":1}\r\n\r\n  {\"b\":2} \r\n",
        &["1: {\"a\":1}", "3: {\"b\":2}"],
    );
    // Numbers stay as they are written, and so does the order of members.
    check(
        "{\"z\": 1.50, \"a\": 12345678901234567890123, \"a\": 1E+2}\n",
        &["1: {\"z\": 1.50, \"a\": 12345678901234567890123, \"a\": 1E+2}"],
    );
    check(
        "{\"é\":\"日本 \u{1f600}\"}\n",
        &["1: {\"é\":\"日本 \u{1f600}\"}"],
    );
}

#[test]
fn a_bad_line_does_not_harm_the_next() {
    check(
        "{\"a\":1\n{\"b\":2}\n",
        &["1: Ended at 1:7", "2: {\"b\":2}"],
    );
    check(
        "{\"a\":\"x}\n{\"b\":2}\n",
        &["1: Ended at 1:9", "2: {\"b\":2}"],
    );
    check(
        "{\"a\":1},\n{\"b\":2}\n",
        &["1: TextBehind at 1:8", "2: {\"b\":2}"],
    );
    check(
        "# x\n{\"é\":}\n  [1]\n7\n{}",
        &[
            "1: UnquotedText at 1:1",
            "2: MissingValue at 2:6",
            "3: NotAnObject",
            "4: NotAnObject",
            "5: {}",
        ],
    );
    let source = b"{\"a\":\"\xff\"}\n{\"a\":1}\n\xc3\n";
    let expected = ["1: NotUtf8", "2: {\"a\":1}", "3: NotUtf8"];
    super::check(Format::Lines, None, source, &expected);
}

#[test]
fn a_mark_at_the_beginning_is_none_of_the_record() {
    let source = "\u{feff}{\"a\":1}\n{\"b\":2}";
    check(source, &["1: {\"a\":1}", "2: {\"b\":2}"]);
    check("\u{feff}", &[]);
    // Later ones are no marks.
    check("{}\n\u{feff}{}", &["1: {}", "2: UnquotedText at 2:1"]);
    super::check(Format::Lines, None, b"\xef\xbb", &["1: NotUtf8"]);
    super::check(
        Format::Lines,
        None,
        b"\xef\xbb\n{}",
        &["1: NotUtf8", "2: {}"],
    );
}

#[test]
fn records_over_the_limit_are_skipped() {
    let whole = |length: usize| {
        let filling = "x".repeat(length - 8);
        format!("{{\"a\":\"{filling}\"}}")
    };
    let limit = INLET_REQUEST_BYTES;
    for (length, is_taken) in [(limit, true), (limit + 1, false), (3 * limit, false)] {
        let source = format!("{}\r\n{{\"b\":2}}\n", whole(length));
        for piece in [1_000, 65_536, 10 * limit] {
            let found = read(Format::Lines, None, source.as_bytes(), piece);
            assert_eq!(found.len(), 2, "{length} in pieces of {piece}");
            let is_record = matches!(found[0], Found::Record { .. });
            assert_eq!(is_record, is_taken, "{length} in pieces of {piece}");
            match &found[1] {
                Found::Record { record, offset } => {
                    assert_eq!(record.line, 2);
                    assert_eq!(record.text, "{\"b\":2}");
                    assert_eq!(*offset, u64::try_from(length + 2).unwrap());
                }
                other => panic!("{other:?}"),
            }
        }
    }
}

/// From any record on, reading finds the same as from the beginning.
#[test]
fn reading_can_begin_at_any_record() {
    let lines = "{\"a\":1}\n\n{\"b\":2}\nx\n{\"c\":3}";
    let array = "[ {\"a\":1},\n{\"b\":2}, x,\n {\"c\":3} ]";
    let table = "n,m\n1,\"a\nb\"\n2,x\n\n3,y\n";
    for (format, source) in [
        (Format::Lines, lines),
        (Format::Object, lines),
        (Format::Array, array),
        (Format::Comma, table),
    ] {
        let columns = flow_console::ingest::Columns::guess(source, format);
        let all = read(format, columns.as_ref(), source.as_bytes(), 5);
        let mut begun = 0;
        for (place, found) in all.iter().enumerate() {
            let Found::Record { record, offset } = found else {
                continue;
            };
            begun += 1;
            let start = Checkpoint {
                offset: *offset,
                line: record.line,
                index: record.index,
            };
            let mut reader = Reader::begin_at(format, columns.clone(), start).unwrap();
            let mut rest = Vec::new();
            reader.push(
                &source.as_bytes()[usize::try_from(*offset).unwrap()..],
                &mut rest,
            );
            reader.finish(&mut rest);
            let records = |list: &[Found]| {
                let list = list.iter().filter(|it| matches!(it, Found::Record { .. }));
                list.cloned().collect::<Vec<_>>()
            };
            assert_eq!(
                records(&rest),
                records(&all[place..]),
                "{format:?} at {offset}"
            );
            assert_eq!(rest.len(), all.len() - place, "{format:?} at {offset}");
        }
        assert_eq!(begun, 3, "{format:?}");
    }
    let start = Checkpoint::default();
    assert!(Reader::begin_at(Format::Comma, None, start).is_none());
}

#[test]
fn every_character_is_seen_wherever_it_stands() {
    // Texts are looked through eight bytes at a time, so that each place within eight is tried, and what stands behind.
    for place in 0..20 {
        for behind in ["", "x", "\\\"\u{ff}éxxxxxxxxxx"] {
            let line = |middle: char| {
                let before = "x".repeat(place);
                format!("{{\"a\":\"{before}{middle}{behind}\"}}")
            };
            for byte in 0..=0xff {
                let middle = char::from(byte);
                let source = format!("{}\n{{}}\n", line(middle));
                let found = read(Format::Lines, None, source.as_bytes(), 65_536);
                let is_record = matches!(found.first(), Some(Found::Record { .. }));
                let is_meant = middle >= ' ' && !matches!(middle, '"' | '\\');
                // What follows a backslash or a quotation mark decides, and is tried elsewhere.
                if !matches!(middle, '"' | '\\' | '\n' | '\r') {
                    assert_eq!(is_record, is_meant, "{byte} at {place}");
                    assert_eq!(found.len(), 2, "{byte} at {place}");
                }
            }
        }
    }
}
