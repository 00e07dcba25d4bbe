//! What is written, run where there is something to run it: what cURL, HTTPie and `requests` would be handed.
//! cURL's own command, with placeholders and without, is run in `curl.rs`.

use std::io::Write;
use std::process::{Command, Stdio};

use flow_console::api::{HttpRequest, Method, encode};
use flow_console::interchange::{Format, read_command, write_request};
use flow_console::secret::Secrets;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::curl::connection;
use super::{caller, names, request, values};

const VARIABLES: [(&str, &str); 4] = [
    ("ACCESS_TOKEN", "hush-token"),
    ("API_KEY", "hush-key"),
    ("PASSWORD", "hush"),
    ("PRIVATE_KEYS", "hush"),
];

/// What a program writes that is fed with a script; `None` where there is no such program.
fn output(
    program: &str,
    arguments: &[&str],
    script: &str,
    variables: &[(&str, &str)],
) -> Option<String> {
    let mut child = Command::new(program)
        .args(arguments)
        .env_clear()
        .env("PATH", std::env::var_os("PATH")?)
        .env("PYTHONIOENCODING", "utf-8")
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(script.as_bytes()).unwrap();
    let output = child.wait_with_output().ok()?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    // A wrapper that has no interpreter behind it is as good as none.
    if complaint.contains("command not found") || complaint.contains("No module named 'json'") {
        return None;
    }
    assert!(output.status.success(), "{complaint}\n{script}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The arguments that HTTPie would get.
fn httpie(
    request: &HttpRequest,
    placeholders: &[String],
    variables: &[(&str, &str)],
) -> Option<Vec<String>> {
    let command = write_request(request, placeholders, Format::Httpie);
    // A function of that name sees what the program would.
    let script = format!("http() {{ printf '%s\\0' \"$@\"; }}\n{command}\n");
    let text = output("sh", &[], &script, variables)?;
    Some(text.split_terminator('\0').map(str::to_owned).collect())
}

/// What `requests` would get: verb, URL, headers, body.
fn python(
    request: &HttpRequest,
    placeholders: &[String],
    variables: &[(&str, &str)],
) -> Option<Value> {
    let script = write_request(request, placeholders, Format::Python);
    let stub = r#"
import json, sys, types
class Response:
    status_code = 200
    text = ""
def call(method, url, headers=None, data=None):
    assert data is None or isinstance(data, bytes)
    body = None if data is None else data.decode("utf-8")
    print(json.dumps([method, url, list(headers.items()), body]))
    return Response()
sys.modules["requests"] = types.SimpleNamespace(request=call)
"#;
    let text = output(
        "python3",
        &["-I", "-"],
        &[stub, &script].concat(),
        variables,
    )?;
    Some(serde_json::from_str(text.lines().next().unwrap()).unwrap())
}

fn parsed(body: &Value) -> Value {
    body.as_str()
        .map_or(Value::Null, |body| serde_json::from_str(body).unwrap())
}

#[test]
fn placeholders_are_filled_in() {
    let operation = connection();
    let placeholders = operation.placeholders();
    let shown = encode(&operation, &caller(), Secrets::Placeholders);
    let sent = encode(&operation, &caller(), Secrets::Revealed);
    let body: Value = serde_json::from_str(sent.body.as_deref().unwrap()).unwrap();

    if let Some(found) = httpie(&shown, &placeholders, &VARIABLES) {
        let mut expected = vec![
            "--ignore-stdin".to_owned(),
            "POST".to_owned(),
            sent.url.clone(),
        ];
        let headers = sent.headers.iter();
        expected.extend(headers.map(|(name, value)| format!("{name}:{value}")));
        let (last, before) = found.split_last().unwrap();
        assert_eq!(before, expected);
        let raw = last.strip_prefix("--raw=").unwrap();
        assert_eq!(serde_json::from_str::<Value>(raw).unwrap(), body);
    }
    if let Some(found) = python(&shown, &placeholders, &VARIABLES) {
        assert_eq!(found[0], json!("POST"));
        assert_eq!(found[1], json!(sent.url));
        assert_eq!(found[2], json!(sent.headers));
        assert_eq!(parsed(&found[3]), body);
    }
}

/// In Python a value may have anything in it: the script makes JSON of it.
#[test]
fn python_writes_values_as_json() {
    let shown = request(
        Method::Post,
        &[],
        Some(r#"{"password":"$PASSWORD","hint":"$PASSWORD!"}"#),
    );
    let odd = "\"quoted\" \\ and\nbroken";
    if let Some(found) = python(&shown, &names(&["$PASSWORD"]), &[("PASSWORD", odd)]) {
        let text = found[3].as_str().unwrap();
        assert!(
            text.contains(r#""password": "\"quoted\" \\ and\nbroken""#),
            "{text}"
        );
    }
}

#[test]
fn secrets_may_be_revealed() {
    let operation = connection();
    let sent = encode(&operation, &caller(), Secrets::Revealed);
    for format in Format::ALL {
        let text = write_request(&sent, &[], format);
        assert!(text.contains("hush"), "{text}");
        let shown = encode(&operation, &caller(), Secrets::Placeholders);
        let text = write_request(&shown, &operation.placeholders(), format);
        assert!(!text.contains("hush"), "{text}");
    }
}

/// A word in all the ways of quoting that a shell has, put together from parts.
fn word() -> impl Strategy<Value = String> {
    let plain = "[a-zA-Z0-9é{}:,./%@^=+~_-]{1,8}";
    let single = "[^'\\x00-\\x09\\x0b-\\x1f\\x7f]{0,10}".prop_map(|text| format!("'{text}'"));
    let double = "([^\"$`\\\\\\x00-\\x09\\x0b-\\x1f\\x7f!]|\\\\[\"$`\\\\]|\\\\[a-z ]|\\\\\n){0,10}"
        .prop_map(|text| format!("\"{text}\""));
    let dollar = r"([a-z ]|\\[ntrabefv\\'?]|\\x4[0-9a-f]|\\10[1-7]|\\u00e[0-9]){0,8}"
        .prop_map(|text| format!("$'{text}'"));
    let escaped = r"\\[ '$`;&|<>()#*?!~]";
    let part = prop_oneof![
        plain.prop_map(String::from),
        single,
        double,
        dollar,
        escaped.prop_map(String::from)
    ];
    prop::collection::vec(part, 1..5).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What is read is what bash makes of it.
    #[test]
    fn words_are_those_of_bash(word in word()) {
        let command = format!("curl https://a.example --data-raw x{word} \\\n  -k");
        let script = format!("curl() {{ printf '%s' \"$3\"; }}\n{command}\n");
        let variables = [("LC_ALL", "C.UTF-8")];
        if let Some(expected) = output("bash", &["--norc"], &script, &variables) {
            let pasted = read_command(&command).unwrap();
            prop_assert_eq!(pasted.request.body, Some(expected), "{}", command);
        }
    }
}

proptest! {
    // Each case starts two programs.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_changes(
        record in values::json(),
        other in prop::option::of("[\\[\\]{}\"\\\\ \n$'é😀a]{0,20}"),
        value in "[!-~]([ -~]{0,20}[!-~])?",
        address in "[!-~]{0,20}",
    ) {
        let mut shown = request(Method::Put, &[("A", &value)], None);
        shown.url = format!("https://a.example/{address}");
        shown.body = Some(other.unwrap_or_else(|| record.to_string()));
        let body = write_request(&shown, &[], Format::Body);
        if let Some(found) = httpie(&shown, &[], &[]) {
            let blank = if value.starts_with(['=', '@']) { " " } else { "" };
            let header = format!("A:{blank}{value}");
            let raw = format!("--raw={body}");
            prop_assert_eq!(found, ["--ignore-stdin", "PUT", &shown.url, &header, &raw]);
        }
        if let Some(found) = python(&shown, &[], &[]) {
            prop_assert_eq!(found, json!(["PUT", shown.url, [["A", value]], body]));
        }
    }
}
