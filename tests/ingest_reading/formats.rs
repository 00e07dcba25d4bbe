//! What a source is written in.

use flow_console::ingest::{Format, is_gzip, recognise};

#[track_caller]
fn check(beginning: &str, expected: Option<Format>) {
    assert_eq!(recognise(beginning), expected, "{beginning}");
}

#[test]
fn formats_are_recognised() {
    use Format::{Array, Comma, Lines, Object, Semicolon, Tab};
    check("", None);
    check(" \n", None);
    check("hello", None);
    check("[", Some(Array));
    check("\u{feff} \n[{\"a\":1}", Some(Array));
    check("{\"a\":1}", Some(Object));
    check("{\"a\":1}\n", Some(Object));
    check("{\"a\":1}\n{\"b\":", Some(Lines));
    check("{\"a\":1} \r\n\r\n{\"b\":2}\r\n", Some(Lines));
    check("{\n  \"a\": 1\n}\n{\n", Some(Object));
    check("{\"a\": {\n \"b\": 1", Some(Object));
    check("{\"a\":1},\n{\"b\":2}", Some(Object));
    check("{\"a\":1}{\"b\":2}\n{\"c\":3}", Some(Object));
    check("{\"a\":\"cut in the mid", Some(Object));
    // The first line is broken, and the next one shows what is meant.
    check("{\"a\":nul}\n{\"b\":2}\n", Some(Lines));
    check("# exported today\n{\"a\":1}\n{\"b\":2}", Some(Lines));
    check("a,b\n1,2\n", Some(Comma));
    check("a;b;c\n1,5;2;3\n", Some(Semicolon));
    check("a\tb\n1,5\t2,5,6\n", Some(Tab));
    check("\"a;b\",c\n1,2", Some(Comma));
    check("\"a\nb\",c\n1,2", Some(Comma));
    check("email\nada@example.test\n", Some(Comma));
}

#[test]
fn gzip_is_recognised() {
    assert!(is_gzip(&[0x1f, 0x8b, 8, 0]));
    assert!(!is_gzip(b"{\"a\":1}"));
    assert!(!is_gzip(&[0x1f]));
}
