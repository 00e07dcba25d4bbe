//! Formats, beyond what the official suite asks.

use flow_console::schema::Format;

fn check(format: Format, accepted: &[&str], refused: &[&str]) {
    for text in accepted {
        assert!(format.accepts(text), "{} {text:?}", format.name());
    }
    for text in refused {
        assert!(!format.accepts(text), "{} {text:?}", format.name());
    }
}

#[test]
fn names() {
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
    }
    assert_eq!(Format::from_name("password"), None);
}

#[test]
fn dates_and_times() {
    check(
        Format::Date,
        &["2024-02-29", "2000-02-29", "0000-01-01", "1999-12-31"],
        &[
            "2023-02-29",
            "1900-02-29",
            "2024-00-01",
            "2024-13-01",
            "2024-04-31",
            "2024-1-1",
            "24-01-01",
            "2024-01-01-",
            "",
            "２024-01-01",
        ],
    );
    check(
        Format::Time,
        &[
            "00:00:00Z",
            "23:59:59.123456789z",
            "12:00:00+23:59",
            "23:59:60Z",
            "01:29:60+01:30",
            "15:59:60-08:00",
        ],
        &[
            "24:00:00Z",
            "12:60:00Z",
            "12:00:61Z",
            "12:00:60Z",
            "12:00:00",
            "12:00Z",
            "12:00:00.Z",
            "12:00:00+24:00",
            "12:00:00+0100",
            "é0:00Z",
            "12:00:00,5Z",
        ],
    );
    check(
        Format::DateTime,
        &[
            "2024-02-29T12:00:00Z",
            "2024-02-29t12:00:00+01:00",
            "1998-12-31T23:59:60Z",
        ],
        &[
            "2024-02-29 12:00:00Z",
            "2024-02-30T12:00:00Z",
            "2024-02-29T12:00:00",
            "T",
            "",
        ],
    );
}

#[test]
fn addresses() {
    check(
        Format::Ipv4,
        &["0.0.0.0", "255.255.255.255"],
        &["256.0.0.0", "1.2.3", "01.2.3.4", "1.2.3.4 ", ""],
    );
    check(
        Format::Ipv6,
        &["::", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4"],
        &["1::2::3", "1:2:3:4:5:6:7", "::1%eth0", "[::1]", "12345::"],
    );
    let long = format!("{}.com", "a".repeat(64));
    let longest = ["a".repeat(63).as_str(); 4].join(".");
    check(
        Format::Hostname,
        &["localhost", "a-b.c1", "1.2", "xn--nxasmq6b"],
        &[
            "", "-a", "a-", "a..b", "a.", ".a", "a_b", "é.fr", &long, &longest,
        ],
    );
    check(
        Format::Email,
        &[
            "a@b",
            "a.b+c@d.e",
            "\"a b\\\"@\"@c.d",
            "a@[1.2.3.4]",
            "a@[IPv6:::1]",
        ],
        &[
            "",
            "a",
            "@b",
            "a@",
            ".a@b",
            "a..b@c",
            "a@b c",
            "a b@c",
            "\"a\"b\"@c",
            "\"a\\\"@b",
            "a@[1.2.3]",
            "a@-b",
        ],
    );
}

#[test]
fn references() {
    check(
        Format::Uri,
        &[
            "http://a",
            "http://u:p@a.b:80/c;d?e=f#g",
            "urn:a:b",
            "mailto:a@b",
            "a+b:",
            "http://[::1]:80/",
            "http://[v1.x]",
            "file:///a/b",
        ],
        &[
            "",
            "a",
            "/a",
            "//a/b",
            "1a:b",
            "http://a b",
            "http://[::1",
            "http://a:b/",
            "http://[v.x]",
            "http://[v1.%41]",
            "http://a/%4",
            "http://a/é",
            "http://a/<",
            "a\\b:c",
            "http://a/#b#c",
        ],
    );
    check(
        Format::UriReference,
        &["", "a", "/a", "//a/b", "?a", "#a", "a:b", "./a:b"],
        &["1a:b", "a b", "%zz", "#a#b", "//[a]"],
    );
}

#[test]
fn others() {
    check(
        Format::Uuid,
        &[
            "2EB8AA08-aa98-11ea-b4aa-73b441d16380",
            "00000000-0000-0000-0000-000000000000",
        ],
        &[
            "",
            "2eb8aa08aa9811eab4aa73b441d16380",
            "2eb8aa08-aa98-11ea-b4aa73b441d16380-",
            "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
            "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
        ],
    );
    check(
        Format::JsonPointer,
        &["", "/", "/a~0~1"],
        &["a", "/~", "#/a"],
    );
    check(
        Format::Regex,
        &["", "a", "^(a|b)*$", "(a+)+$", "\\-"],
        &["(", "a)", "[", "*", "a{2,1}", "(?P<a>b)"],
    );
}
