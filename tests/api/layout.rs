//! JSON text laid out for reading.

use flow_console::api::PieceKind::{self, Layout, Literal, Name, Text};
use flow_console::api::lay_out;
use proptest::prelude::*;

use super::values::json;

pub(super) fn laid_out(text: &str) -> String {
    lay_out(text).into_iter().map(|piece| piece.text).collect()
}

/// The lines that become of a text.
#[track_caller]
fn check(text: &str, lines: &[&str]) {
    assert_eq!(
        laid_out(text).split('\n').collect::<Vec<_>>(),
        lines,
        "{text}"
    );
}

#[test]
fn members_and_elements_stand_on_lines_of_their_own() {
    check(
        r#"{"a":1,"b":[true,null,{"c":"d"}],"e":{"f":[[1],[]]}}"#,
        &[
            "{",
            "  \"a\": 1,",
            "  \"b\": [",
            "    true,",
            "    null,",
            "    {",
            "      \"c\": \"d\"",
            "    }",
            "  ],",
            "  \"e\": {",
            "    \"f\": [",
            "      [",
            "        1",
            "      ],",
            "      []",
            "    ]",
            "  }",
            "}",
        ],
    );
    check(" \n[ 1 ,\t2 ] \r\n", &["[", "  1,", "  2", "]"]);
}

#[test]
fn numbers_stay_digit_for_digit() {
    for number in [
        "0.10",
        "1.0",
        "-0",
        "1E+2",
        "1e-7",
        "12345678901234567890123456789",
        "0.1000000000000000055511151231257827",
        "1e999",
    ] {
        check(number, &[number]);
        check(&format!("[{number}]"), &["[", &format!("  {number}"), "]"]);
    }
}

#[test]
fn empty_brackets_stay_together() {
    check("{}", &["{}"]);
    check("[]", &["[]"]);
    check("{ }", &["{}"]);
    check("[\n]", &["[]"]);
    check("[{},[]]", &["[", "  {},", "  []", "]"]);
    check(r#"{"a":{}}"#, &["{", "  \"a\": {}", "}"]);
}

#[test]
fn strings_are_left_alone() {
    for text in [
        r#""""#,
        r#""a b""#,
        r#""{[,:]}""#,
        r#""a\"b""#,
        r#""\\""#,
        r#""a\\\"b""#,
        r#""é\u00e9""#,
        "\"a\tb  c\"",
    ] {
        check(text, &[text]);
        check(
            &format!("[{text},1]"),
            &["[", &format!("  {text},"), "  1", "]"],
        );
    }
    check(r#"{"a\"b":"c"}"#, &["{", r#"  "a\"b": "c""#, "}"]);
}

#[test]
fn pieces_say_what_they_are() {
    let check = |text: &str, expected: &[(PieceKind, &str)]| {
        let pieces = lay_out(text);
        let found: Vec<(PieceKind, &str)> = pieces
            .iter()
            .map(|piece| (piece.kind, piece.text.as_str()))
            .collect();
        assert_eq!(found, expected, "{text}");
    };
    check(
        r#"{"a" : "b", "c":-1}"#,
        &[
            (Layout, "{\n  "),
            (Name, "\"a\""),
            (Layout, ": "),
            (Text, "\"b\""),
            (Layout, ",\n  "),
            (Name, "\"c\""),
            (Layout, ": "),
            (Literal, "-1"),
            (Layout, "\n}"),
        ],
    );
    check(
        "[false]",
        &[(Layout, "[\n  "), (Literal, "false"), (Layout, "\n]")],
    );
    check("", &[]);
    check("  ", &[]);
}

#[test]
fn what_is_no_json_stays_readable() {
    check("Bad Gateway", &["Bad Gateway"]);
    check("no  healthy\nupstream", &["no healthy upstream"]);
    check(
        "upstream said \"no\" twice",
        &["upstream said \"no\" twice"],
    );
    check("a\"b\"c", &["a\"b\"c"]);
    check("failed {1} times", &["failed {", "  1", "} times"]);
    check("<h1>Sign in</h1>", &["<h1>Sign in</h1>"]);
    check("a, b", &["a,", "b"]);
    // As one types.
    check("{\"a\": ", &["{", "  \"a\": "]);
    check("{\"a\": \"b", &["{", "  \"a\": \"b"]);
    check("{", &["{"]);
    check("]]1", &["", "]", "]1"]);
}

/// A body of brackets only must not take the page's memory.
#[test]
fn deep_nesting_is_indented_so_far_only() {
    let text = "[".repeat(100_000);
    assert!(laid_out(&text).len() < 200 * text.len());
}

/// Without the white space between tokens.
fn compact(text: &str) -> String {
    let mut kept = String::new();
    let (mut in_text, mut escaped) = (false, false);
    for character in text.chars() {
        if character == '"' && !escaped {
            in_text = !in_text;
        }
        escaped = in_text && character == '\\' && !escaped;
        if in_text || !character.is_ascii_whitespace() {
            kept.push(character);
        }
    }
    kept
}

proptest! {
    #[test]
    fn only_white_space_changes(value in json()) {
        let text = value.to_string();
        let laid = laid_out(&text);
        prop_assert_eq!(compact(&laid), text);
        // Other people's layout makes no difference, nor does one's own.
        prop_assert_eq!(&laid_out(&serde_json::to_string_pretty(&value).unwrap()), &laid);
        prop_assert_eq!(laid_out(&laid), laid);
    }

    #[test]
    fn it_is_the_layout_that_everybody_knows(value in json()) {
        prop_assert_eq!(laid_out(&value.to_string()), serde_json::to_string_pretty(&value).unwrap());
    }

    #[test]
    fn no_text_loses_more_than_white_space(text in "[\\[\\]{},:\" \n\\\\a1é]{0,40}") {
        let visible = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(visible(&laid_out(&text)), visible(&text));
    }
}
