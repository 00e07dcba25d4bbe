//! Commands as the shells of Windows take them.

use flow_console::interchange::{CommandProblem, Note, Shell, read_command};

use super::commands::{check, no_effect, read, typography};

#[track_caller]
fn check_in(shell: Shell, text: &str, expected: &str, notes: &[Note]) {
    assert_eq!(read(text).shell, shell, "{text}");
    check(text, expected, notes);
}

#[track_caller]
fn cmd(text: &str, expected: &str, notes: &[Note]) {
    check_in(Shell::Cmd, text, expected, notes);
}

#[track_caller]
fn powershell(text: &str, expected: &str, notes: &[Note]) {
    check_in(Shell::PowerShell, text, expected, notes);
}

#[test]
fn lines_and_marks_of_cmd() {
    cmd(
        "curl -X POST \"https://a.example/?a=1&b=2\" ^\r\n  -H \"X: y\" ^\r\n  -d \"{\\\"a\\\": \\\"b\\\"}\"\r\n",
        "POST https://a.example/?a=1&b=2 | X: y | {\"a\": \"b\"}",
        &[],
    );
    cmd(
        "curl \"https://a.example\" -d \"{\"\"a\"\": \"\"\"\"}\"",
        "POST https://a.example | {\"a\": \"\"}",
        &[],
    );
    cmd(
        "C:\\Users\\me>curl.exe \"https://a.example\" -H \"X: c:\\d\\\\\"",
        "GET https://a.example | X: c:\\d\\",
        &[],
    );
    cmd(
        "curl ^\n https://a.example/?a=1^&b=2 -H X:^ y",
        "GET https://a.example/?a=1&b=2",
        &[
            no_effect("-H X:"),
            Note::StrayWord {
                word: "y".to_owned(),
            },
        ],
    );
    cmd(
        "curl \"https://a.example\" -H \"Authorization: Bearer %TOKEN%\"",
        "GET https://a.example | Authorization: Bearer %TOKEN%",
        &[],
    );
}

/// As browsers write them.
#[test]
fn carets_in_front_of_everything() {
    cmd(
        "curl ^\"https://a.example/?a=^%^20b^\" ^\n  -H ^\"X: ^{^}^&^|^\" ^\n  --data-raw ^\"^{^\\^\"a^\\^\":^\\^\"b^\n\nc^\\^\"^}^\"",
        "POST https://a.example/?a=%20b | X: {}&| | {\"a\":\"b\nc\"}",
        &[],
    );
}

#[test]
fn several_commands_of_cmd() {
    cmd(
        "@echo {} | curl \"https://a.example\" -d @- ^\n  -k & REM told",
        "POST https://a.example | {}",
        &[no_effect("-k")],
    );
    cmd(
        "set A=b\ncurl \"https://a.example\" ^\n  -H “X: y”",
        "GET https://a.example | X: y",
        &[typography('“')],
    );
}

#[test]
fn curl_in_powershell() {
    powershell(
        "curl.exe -X POST 'https://a.example' `\r\n  -H \"Authorization: Bearer $env:TOKEN\" `\r\n  -d '{\"a\": \"it''s\"}'",
        "POST https://a.example | Authorization: Bearer $env:TOKEN | {\"a\": \"it's\"}",
        &[],
    );
    powershell(
        "PS C:\\> curl.exe 'https://a.example' -d '{\\\"a\\\": 1}'",
        "POST https://a.example | {\"a\": 1}",
        &[Note::EscapedQuotes],
    );
    powershell(
        "@'\n{\"a\": 1}\n'@ | curl.exe https://a.example -d '@-'",
        "POST https://a.example | {\"a\": 1}",
        &[],
    );
    powershell(
        "$body = @\"\n{\"a\": \"`$b`\"\"}\n\"@\ncurl.exe https://a.example --data-raw $body",
        "POST https://a.example | {\"a\": \"$b\"\"}",
        &[],
    );
}

#[test]
fn commands_of_its_own() {
    powershell(
        "Invoke-RestMethod -Uri 'https://a.example' -Method Post -Headers @{ 'X' = 'y'; z = \"1`n\" } \
         -ContentType 'application/json' -Body '{}' -UseBasicParsing -TimeoutSec 5",
        "POST https://a.example | X: y | z: 1 | Content-Type: application/json | {}",
        &[no_effect("-usebasicparsing"), no_effect("-timeoutsec")],
    );
    powershell(
        "irm https://a.example -What 1",
        "GET https://a.example",
        &[Note::UnknownOption {
            option: "-what".to_owned(),
        }],
    );
    powershell(
        "$headers = @{\n  Authorization = \"Bearer $token\"\n  'X' = ‘it’’s’\n}\n$answer = Invoke-WebRequest `\n  \
         -Uri https://a.example -Headers $headers",
        "GET https://a.example | Authorization: Bearer $token | X: it’s",
        &[],
    );
    powershell(
        "$h = New-Object \"System.Collections.Generic.Dictionary[[String],[String]]\"\n$h.Add(\"X\", \"y\")\n\
         $response = Invoke-RestMethod 'https://a.example' -Method 'PUT' -Headers $h -Body $b\n\
         $response | ConvertTo-Json",
        "PUT https://a.example | X: y | $b",
        &[
            Note::OtherProgram {
                name: "$response".to_owned(),
            },
            Note::OtherProgram {
                name: "convertto-json".to_owned(),
            },
        ],
    );
    powershell(
        "irm https://a.example -Method Put -Body ([System.Text.Encoding]::UTF8.GetBytes('é'))",
        "PUT https://a.example | é",
        &[],
    );
    powershell(
        "irm https://a.example -Body ($b | ConvertTo-Json)",
        "GET https://a.example | ",
        &[Note::Substitution],
    );
}

#[test]
fn no_commands() {
    let check = |text: &str, problem: CommandProblem| {
        assert_eq!(read_command(text), Err(problem), "{text}");
    };
    check(
        "irm -Uri 'a",
        CommandProblem::OpenQuote {
            line: 1,
            column: 10,
        },
    );
    check(
        "irm -Body @'\na",
        CommandProblem::OpenText {
            end: "'@".to_owned(),
        },
    );
    check("Invoke-RestMethod -Method Get", CommandProblem::NoUrl);
}
