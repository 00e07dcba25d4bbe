//! Commands as bash and zsh take them, and as people paste them.

use flow_console::api::Method;
use flow_console::interchange::{CommandProblem, Note, Pasted, Shell, read_command};

pub(super) fn read(text: &str) -> Pasted {
    read_command(text).unwrap_or_else(|problem| panic!("{problem:?}: {text}"))
}

/// What a command comes to, written `POST url | Name: value | body`.
#[track_caller]
pub(super) fn check(text: &str, expected: &str, notes: &[Note]) {
    let pasted = read(text);
    let request = &pasted.request;
    let mut shown = vec![format!("{} {}", request.method.as_str(), request.url)];
    let headers = request.headers.iter();
    shown.extend(headers.map(|(name, value)| format!("{name}: {value}")));
    shown.extend(request.body.clone());
    assert_eq!(shown.join(" | "), expected, "{text}");
    assert_eq!(pasted.notes, notes, "{text}");
}

pub(super) fn no_effect(option: &str) -> Note {
    Note::NoEffect {
        option: option.to_owned(),
    }
}

pub(super) fn typography(mark: char) -> Note {
    Note::Typography { mark }
}

#[test]
fn quotation_marks() {
    check(
        r#"curl 'https://a.example/b?c=d&e' -H "X: \"y\" \$z \n""#,
        r#"GET https://a.example/b?c=d&e | X: "y" $z \n"#,
        &[],
    );
    check(
        r"curl https://a.example/b\?c -H X:\ y'  z'",
        "GET https://a.example/b?c | X: y  z",
        &[],
    );
    check(
        r"curl https://a.example -d $'a\n\'\x41\u00e9\xc3\xa9\101'",
        "POST https://a.example | a\n'AééA",
        &[],
    );
    check(
        "curl https://a.example -d ''",
        "POST https://a.example | ",
        &[],
    );
    check(
        "curl https://a.example -d 'it'\\''s' # told",
        "POST https://a.example | it's",
        &[],
    );
    check(
        "curl https://a.example -d \"a\\\nb\"",
        "POST https://a.example | ab",
        &[],
    );
}

#[test]
fn options() {
    check(
        "curl -XPUT --url=https://a.example -HX:y --header 'Z: 1' --data-raw @a",
        "PUT https://a.example | X: y | Z: 1 | @a",
        &[],
    );
    check(
        "curl -sSLX DELETE https://a.example",
        "DELETE https://a.example",
        &[no_effect("-s"), no_effect("-S"), no_effect("-L")],
    );
    check(
        "curl -d a=1 --data-ascii b=2 --data-binary c https://a.example",
        "POST https://a.example | a=1&b=2&c",
        &[],
    );
    check(
        "curl -G -d a=1 --data-urlencode 'b=c d&e' 'https://a.example?x'",
        "GET https://a.example?x&a=1&b=c%20d%26e",
        &[],
    );
    check(
        "curl --json '{' --json '}' https://a.example",
        "POST https://a.example | Content-Type: application/json | Accept: application/json | {}",
        &[],
    );
    check(
        "curl -u 'me:pass word' https://a.example",
        "GET https://a.example | Authorization: Basic bWU6cGFzcyB3b3Jk",
        &[],
    );
    check(
        "curl --oauth2-bearer t -A me -b c=1 -e https://b https://a.example",
        "GET https://a.example | Authorization: Bearer t | User-Agent: me | Cookie: c=1 | Referer: https://b",
        &[],
    );
    check(
        "curl -k -o out.json --max-time 3 --compressed https://a.example",
        "GET https://a.example",
        &[
            no_effect("-k"),
            no_effect("-o"),
            no_effect("--max-time"),
            no_effect("--compressed"),
        ],
    );
    check(
        "curl https://a.example -H 'Empty;' -H 'Expect:' -H 'X:  y '",
        "GET https://a.example | Empty:  | X: y",
        &[no_effect("-H Expect:")],
    );
}

#[test]
fn what_is_not_understood() {
    check(
        "curl https://a.example --what -Z",
        "GET https://a.example",
        &[
            Note::UnknownOption {
                option: "--what".to_owned(),
            },
            Note::UnknownOption {
                option: "-Z".to_owned(),
            },
        ],
    );
    check(
        "curl https://a.example -d @body.json -F a=b -H @h",
        "GET https://a.example",
        &[
            Note::NotRead {
                option: "-d".to_owned(),
            },
            Note::NotRead {
                option: "-F".to_owned(),
            },
            Note::NotRead {
                option: "-H".to_owned(),
            },
        ],
    );
    check(
        "curl https://a.example https://b.example -H nothing",
        "GET https://a.example",
        &[
            Note::StrayWord {
                word: "https://b.example".to_owned(),
            },
            Note::NoHeader {
                text: "nothing".to_owned(),
            },
        ],
    );
    check(
        "curl \"https://a.example/$(date)/`id`\"",
        "GET https://a.example/$(date)/`id`",
        &[Note::Substitution],
    );
    check(
        "curl https://a.example | jq .",
        "GET https://a.example",
        &[Note::OtherProgram {
            name: "jq".to_owned(),
        }],
    );
    check(
        "curl https://a.example 2>/dev/null > out",
        "GET https://a.example",
        &[no_effect(">")],
    );
}

#[test]
fn texts_of_several_lines() {
    let expected = "POST https://a.example | {\"a\":$B \\$}";
    check(
        "curl https://a.example -d @- <<'EOF'\n{\"a\":$B \\$}\nEOF\n",
        expected,
        &[],
    );
    check(
        "curl https://a.example -d @- <<EOF\n{\"a\":$B \\\\\\$}\nEOF",
        expected,
        &[],
    );
    check(
        "curl --data-binary @- \\\n  https://a.example <<-E\n\ta\n\tb\n\tE",
        "POST https://a.example | a\nb\n",
        &[],
    );
    check(
        "curl https://a.example -d @- <<< '{}'",
        "POST https://a.example | {}",
        &[],
    );
    // Lines are kept where there is an error to be found.
    check(
        "curl https://a.example -d @- <<E\n{\n1\n}\nE",
        "POST https://a.example | {\n1\n}",
        &[],
    );
    check(
        "curl https://a.example -d @- <<E\n[\n1\n]\nE",
        "POST https://a.example | [1]",
        &[],
    );
    check(
        "cat <<E | curl https://a.example -d @-\n{}\nE",
        "POST https://a.example | {}",
        &[],
    );
    check(
        "echo '{}' | curl https://a.example -d @-",
        "POST https://a.example | {}",
        &[],
    );
}

#[test]
fn lines() {
    check(
        "curl \\\n https://a.example \\\r\n -H 'X: y'",
        "GET https://a.example | X: y",
        &[],
    );
    // Blanks behind a backslash cannot be seen; nobody means them.
    check(
        "curl https://a.example \\  \n -H 'X: y'",
        "GET https://a.example | X: y",
        &[Note::LostContinuation { line: 1 }],
    );
    check(
        "curl \\\n https://a.example\n -H 'X: y'\n",
        "GET https://a.example | X: y",
        &[Note::LostContinuation { line: 2 }],
    );
    check(
        "curl https://a.example/?a=1&b=2 -H 'X: y'",
        "GET https://a.example/?a=1&b=2 | X: y",
        &[Note::BareAmpersand],
    );
}

#[test]
fn what_stands_around() {
    check("$ curl https://a.example", "GET https://a.example", &[]);
    check(
        "me@host:~$ curl https://a.example",
        "GET https://a.example",
        &[],
    );
    check(
        "# first\n```shell\ncurl https://a.example\n```\nand it's done",
        "GET https://a.example",
        &[],
    );
    check(
        "It's easy:\n\ncurl https://a.example",
        "GET https://a.example",
        &[Note::TextBefore { lines: 1 }],
    );
    check(
        "TOKEN=x\nexport A=b\nsudo /usr/bin/curl https://a.example",
        "GET https://a.example",
        &[],
    );
    check(
        "curl https://a.example; curl https://b.example && curl https://c.example",
        "GET https://a.example",
        &[Note::MoreCommands { count: 2 }],
    );
    check(
        "cd /tmp && curl https://a.example",
        "GET https://a.example",
        &[Note::OtherProgram {
            name: "cd".to_owned(),
        }],
    );
}

#[test]
fn urls() {
    let assumed = |scheme| [Note::SchemeAssumed { scheme }];
    check(
        "curl platform.adobe.io/data?x=http://b",
        "GET https://platform.adobe.io/data?x=http://b",
        &assumed("https"),
    );
    check(
        "curl localhost:8080/a",
        "GET http://localhost:8080/a",
        &assumed("http"),
    );
    for variable in ["$BASE/a", "${BASE}/a", "{BASE}/a", "{{base}}/a", "/data/a"] {
        check(&format!("curl {variable}"), &format!("GET {variable}"), &[]);
    }
}

#[test]
fn typographic_marks() {
    check(
        "curl –X POST ‘https://a.example’ —header “X: y”",
        "POST https://a.example | X: y",
        &[
            typography('‘'),
            typography('“'),
            typography('–'),
            typography('—'),
        ],
    );
    check(
        "curl https://a.example –data ‘{“a”: “l’eau”}’",
        "POST https://a.example | {“a”: “l’eau”}",
        &[typography('‘'), typography('–')],
    );
    // Only one of two marks was changed.
    check(
        "curl https://a.example -H 'X: y’",
        "GET https://a.example | X: y",
        &[typography('’')],
    );
    check(
        "curl\u{a0}https://a.example",
        "GET https://a.example",
        &[typography('\u{a0}')],
    );
}

#[test]
fn no_commands() {
    let check = |text: &str, problem: CommandProblem| {
        assert_eq!(read_command(text), Err(problem), "{text}");
    };
    check(" \n", CommandProblem::Empty);
    check("{\"name\": 1}", CommandProblem::NoCommand);
    check("wget https://a.example", CommandProblem::NoCommand);
    check(
        "curl \\\n 'https://a.example",
        CommandProblem::OpenQuote { line: 2, column: 2 },
    );
    check(
        "curl -d @- <<EOF\n{}",
        CommandProblem::OpenText {
            end: "EOF".to_owned(),
        },
    );
    check("curl -X POST", CommandProblem::NoUrl);
    check(
        "curl -I https://a.example",
        CommandProblem::UnknownMethod {
            method: "HEAD".to_owned(),
        },
    );
    check(
        "curl -X BREW https://a.example",
        CommandProblem::UnknownMethod {
            method: "BREW".to_owned(),
        },
    );
}

#[test]
fn nothing_secret_is_shown_by_mistake() {
    let pasted = read("curl https://a.example -u me:hush -H 'Authorization: Bearer hush' -d hush");
    assert_eq!(pasted.shell, Shell::Posix);
    assert_eq!(pasted.request.method, Method::Post);
    assert!(!format!("{pasted:?}").contains("hush"));
}
