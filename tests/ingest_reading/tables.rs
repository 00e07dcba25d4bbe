//! Tables: rows, cells, kinds and paths.

use flow_console::api::limits::INLET_REQUEST_BYTES;
use flow_console::ingest::{CellKind, Column, ColumnProblem, Columns, Format, Found, Unreadable};

use super::read;

fn column(header: &str, path: &str, kind: CellKind) -> Column {
    Column {
        header: header.to_owned(),
        path: path.to_owned(),
        kind,
        is_left_out: false,
    }
}

/// Reads a table with the columns that are guessed.
#[track_caller]
fn check(format: Format, source: &str, expected: &[&str]) {
    let columns = Columns::guess(source, format);
    super::check(format, columns.as_ref(), source.as_bytes(), expected);
}

#[test]
fn rows_are_records() {
    check(
        Format::Comma,
        "a,b\r\n1,x\r\n\r\n,y\r\n,\r\n3,",
        &[
            "2: {\"a\":1,\"b\":\"x\"}",
            "4: {\"b\":\"y\"}",
            "6: {\"a\":3}",
        ],
    );
    check(
        Format::Comma,
        "\u{feff}n,\"q \"\"x\"\"\"\n1,\"a,b\nc\"\n2,\"say \"\"hi\"\"\"\n3,5\" pipe\n",
        &[
            "2: {\"n\":1,\"q \\\"x\\\"\":\"a,b\\nc\"}",
            "4: {\"n\":2,\"q \\\"x\\\"\":\"say \\\"hi\\\"\"}",
            "5: {\"n\":3,\"q \\\"x\\\"\":\"5\\\" pipe\"}",
        ],
    );
    check(
        Format::Tab,
        "a\tb\n1,5\t\"x\ty\"\n",
        &["2: {\"a\":\"1,5\",\"b\":\"x\\ty\"}"],
    );
    check(
        Format::Semicolon,
        "a;b\n1,5;é\n",
        &["2: {\"a\":\"1,5\",\"b\":\"é\"}"],
    );
    check(
        Format::Comma,
        "a\nx\n\"\"\ny",
        &["2: {\"a\":\"x\"}", "4: {\"a\":\"y\"}"],
    );
    check(Format::Comma, "a,b\n", &[]);
    check(Format::Comma, "", &["1: NoHeader"]);
    check(Format::Comma, "\n\n", &["3: NoHeader"]);
}

#[test]
fn without_columns_everything_is_text() {
    super::check(
        Format::Comma,
        None,
        b"a.b,c\n1,true\n",
        &["2: {\"a\":{\"b\":\"1\"},\"c\":\"true\"}"],
    );
    super::check(
        Format::Comma,
        None,
        b"a,\xff\n1,2\n",
        &["1: NotUtf8", "2: NoHeader"],
    );
}

#[test]
fn rows_that_do_not_fit_are_listed() {
    check(
        Format::Comma,
        "a,b\n1\n1,2,3\n1,\"x\"y\n1,2\n",
        &[
            "2: TooFewCells { expected: 2, found: 1 }",
            "3: TooManyCells { expected: 2, found: 3 }",
            "4: TextBehindQuote { cell: 2 }",
            "5: {\"a\":1,\"b\":\"2\"}",
        ],
    );
    let columns = Columns::guess("a,b\n1,true\n", Format::Comma);
    super::check(
        Format::Comma,
        columns.as_ref(),
        b"a,b\n007,true\n7, TRUE\n8,yes\n9,\xff\n 1.50 ,false\n",
        &[
            "2: a is no Number",
            "3: {\"a\":7,\"b\":true}",
            "4: b is no Truth",
            "5: NotUtf8",
            "6: {\"a\":1.50,\"b\":false}",
        ],
    );
}

#[test]
fn an_open_quotation_mark_costs_one_line() {
    check(
        Format::Comma,
        "a,b\n1,\"x\n2,y\n3,z\n",
        &[
            "2: OpenQuote",
            "3: {\"a\":2,\"b\":\"y\"}",
            "4: {\"a\":3,\"b\":\"z\"}",
        ],
    );
    check(Format::Comma, "a,b\n1,\"x", &["2: OpenQuote"]);
    // Also when the rest of the table is larger than a record may be.
    let rows = "2,y\n".repeat(INLET_REQUEST_BYTES / 3);
    let source = format!("a,b\n1,\"x\n{rows}");
    let columns = Columns::guess("a,b\n2,y\n", Format::Comma);
    for piece in [1_000, 65_536, source.len()] {
        let found = read(Format::Comma, columns.as_ref(), source.as_bytes(), piece);
        assert_eq!(found.len(), 1 + INLET_REQUEST_BYTES / 3, "{piece}");
        assert!(matches!(
            &found[0],
            Found::Unreadable {
                line: 2,
                offset: 4,
                reason: Unreadable::OpenQuote
            }
        ));
        let Some(Found::Record { record, .. }) = found.last() else {
            panic!("{piece}");
        };
        assert_eq!(
            record.line,
            u64::try_from(INLET_REQUEST_BYTES / 3 + 2).unwrap()
        );
    }
}

#[test]
fn rows_over_the_limit_are_skipped() {
    let cell = "x".repeat(INLET_REQUEST_BYTES);
    let source = format!("a,b\n1,{cell}\n2,y\n");
    let columns = Columns::guess("a,b\n2,y\n", Format::Comma);
    for piece in [1_000, 65_536, source.len()] {
        let found = read(Format::Comma, columns.as_ref(), source.as_bytes(), piece);
        let told: Vec<String> = found
            .iter()
            .map(|found| match found {
                Found::Record { record, .. } => format!("{}: {}", record.line, record.text),
                Found::Unreadable { line, reason, .. } => {
                    assert!(matches!(reason, Unreadable::TooLarge { .. }), "{reason:?}");
                    line.to_string()
                }
            })
            .collect();
        assert_eq!(told, ["2", "3: {\"a\":2,\"b\":\"y\"}"], "{piece}");
    }
}

#[test]
fn paths_nest_and_keep_their_order() {
    let columns = Columns {
        list: vec![
            column("first", "person.name.first", CellKind::Text),
            column("id", "_id", CellKind::Number),
            column("last", "person.name.last", CellKind::Text),
            column("dot", "a\\.b\\\\c", CellKind::Truth),
            Column {
                is_left_out: true,
                ..column("out", "out", CellKind::Number)
            },
            column("tags", "tags", CellKind::Json),
        ],
    };
    assert_eq!(columns.problems(), []);
    super::check(
        Format::Comma,
        Some(&columns),
        b"first,id,last,dot,out,tags\nAda,1,\"L \"\"A\"\"\",true,x,\"[1, {\"\"a\"\":2}]\"\n,2,,,,\n",
        &[
            "2: {\"person\":{\"name\":{\"first\":\"Ada\",\"last\":\"L \\\"A\\\"\"}},\"_id\":1,\
            \"a.b\\\\c\":true,\"tags\":[1, {\"a\":2}]}",
            "3: {\"_id\":2}",
        ],
    );
}

#[test]
fn kinds_are_guessed_from_all_rows() {
    #[track_caller]
    fn kinds(source: &str, expected: &[CellKind]) {
        let columns = Columns::guess(source, Format::Comma).unwrap();
        let kinds: Vec<CellKind> = columns.list.iter().map(|column| column.kind).collect();
        assert_eq!(kinds, expected, "{source}");
    }
    use CellKind::{Json, Number, Text, Truth};
    kinds("a,b\n", &[Text, Text]);
    kinds("a,b,c\n1,,x\n-2.5,,\n,,", &[Number, Text, Text]);
    kinds("a,b,c,d\n007,1e5,-0,+1\n", &[Text, Text, Text, Text]);
    kinds("a,b\n1234567890123456,123456789012345\n", &[Text, Number]);
    kinds("a,b\ntrue,1\nFALSE,x\n", &[Truth, Text]);
    kinds("a,b\n\"{\"\"x\"\":1}\",[\n[],[]\n", &[Json, Text]);
    kinds("a,b\ntrue,1\n1,2\n", &[Text, Number]);
    // The last row is cut; it counts only if it is the first one too.
    kinds("a,b\n1,true\n2,tr", &[Number, Truth]);
    kinds("a,b\n1,tr", &[Number, Text]);
    let columns = Columns::guess("a, b ,,a.b,x\\y\n", Format::Comma).unwrap();
    let paths: Vec<(&str, bool)> = columns
        .list
        .iter()
        .map(|column| (column.path.as_str(), column.is_left_out))
        .collect();
    let expected = [
        ("a", false),
        ("b", false),
        ("", true),
        ("a.b", false),
        ("x\\\\y", false),
    ];
    assert_eq!(paths, expected);
    assert_eq!(Columns::guess("", Format::Comma), None);
    assert_eq!(Columns::guess(",,\n", Format::Comma), None);
    assert_eq!(Columns::guess("{}", Format::Lines), None);
}

#[test]
fn paths_that_cannot_be_are_told() {
    #[track_caller]
    fn check(paths: &[&str], expected: &[ColumnProblem]) {
        let list = paths.iter().map(|path| column("x", path, CellKind::Text));
        let columns = Columns {
            list: list.collect(),
        };
        assert_eq!(columns.problems(), expected, "{paths:?}");
        // And the reader does something sensible all the same.
        let row = vec!["v"; paths.len()].join(",");
        let source = format!("h\n{row}\n");
        for found in read(Format::Comma, Some(&columns), source.as_bytes(), 100) {
            let Found::Record { record, .. } = found else {
                panic!("{found:?}");
            };
            assert!(serde_json::from_str::<serde_json::Value>(&record.text).is_ok());
        }
    }
    use ColumnProblem::{EmptyPath, Mixed, NothingLeft, SamePath, Through, TooDeep};
    check(&["a", "b.c", "b.d"], &[]);
    check(
        &["a", "b", "a"],
        &[SamePath {
            first: 0,
            second: 2,
        }],
    );
    check(&["a.b", "a"], &[Through { outer: 1, inner: 0 }]);
    check(&["a", "a.b.c"], &[Through { outer: 0, inner: 1 }]);
    check(&["a.b", "a\\.b"], &[]);
    check(
        &["a..b", "", "."],
        &[
            EmptyPath { column: 0 },
            EmptyPath { column: 1 },
            EmptyPath { column: 2 },
        ],
    );
    check(&["a[0]", "a[1].b", "a[1].c"], &[]);
    check(
        &["a[0]", "a.b"],
        &[Mixed {
            first: 0,
            second: 1,
        }],
    );
    check(&["a", "a[0]"], &[Through { outer: 0, inner: 1 }]);
    check(&["a[0].", "b"], &[EmptyPath { column: 0 }]);
    // No matter how many brackets: they are looked at once.
    check(&[&format!("a{}", "[".repeat(300_000)), "b"], &[]);
    check(&[&format!("a{}c", "[1]".repeat(100_000)), "b"], &[]);
    let deep = ["a"; 33].join(".");
    check(&[&deep, "b"], &[TooDeep { column: 0 }]);
    let left_out = Columns {
        list: vec![Column {
            is_left_out: true,
            ..column("a", "a", CellKind::Text)
        }],
    };
    assert_eq!(left_out.problems(), [NothingLeft]);
    let many = vec!["a"; 500];
    let list = many.iter().map(|path| column("x", path, CellKind::Text));
    let columns = Columns {
        list: list.collect(),
    };
    assert_eq!(columns.problems().len(), 100);
}

#[test]
fn paths_lead_into_lists() {
    #[track_caller]
    fn check(paths: &[&str], row: &str, expected: &str) {
        let list = paths.iter().map(|path| column("x", path, CellKind::Text));
        let columns = Columns {
            list: list.collect(),
        };
        assert_eq!(columns.problems(), [], "{paths:?}");
        let source = format!("h\n{row}\n");
        let found = read(Format::Comma, Some(&columns), source.as_bytes(), 100);
        let [Found::Record { record, .. }] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(record.text, expected);
    }
    check(
        &["identityMap.ECID[0].id", "identityMap.ECID[0].primary", "b"],
        "1,2,3",
        r#"{"identityMap":{"ECID":[{"id":"1","primary":"2"}]},"b":"3"}"#,
    );
    // In the order of the positions, without holes.
    check(
        &["a[7]", "a[2]", "a[04]"],
        "x,y,z",
        r#"{"a":["y","z","x"]}"#,
    );
    check(&["a[0]", "a[1]", "b[0]"], ",y,", r#"{"a":["y"]}"#);
    check(
        &["m[0][1]", "m[0][0]", "m[1][0]"],
        "1,2,3",
        r#"{"m":[["2","1"],["3"]]}"#,
    );
    // What is no position belongs to the name.
    check(
        &[
            "price [EUR]",
            "a[",
            "[0]",
            "b\\[0]",
            "c[0]d",
            "e[-1]",
            "f[]",
        ],
        "1,2,3,4,5,6,7",
        r#"{"price [EUR]":"1","a[":"2","[0]":"3","b[0]":"4","c[0]d":"5","e[-1]":"6","f[]":"7"}"#,
    );
}
