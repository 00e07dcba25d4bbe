//! How requests look in other tools' text.

use flow_console::api::Method;
use flow_console::interchange::{Format, write_request};
use serde_json::{Value, json};

use super::{names, request};

#[track_caller]
fn check(format: Format, body: Option<&str>, expected: &str) {
    let method = if body.is_some() {
        Method::Post
    } else {
        Method::Get
    };
    let mut headers = vec![
        ("Authorization", "Bearer $ACCESS_TOKEN"),
        ("x-sandbox-name", "prod"),
    ];
    headers.extend(body.map(|_| ("Content-Type", "application/json")));
    let request = request(method, &headers, body);
    let text = write_request(&request, &names(&["$ACCESS_TOKEN", "$PASSWORD"]), format);
    assert_eq!(text, expected);
}

const BODY: &str = r#"{"name":"it's 100% $HOME","password":"$PASSWORD"}"#;

#[test]
fn for_cmd() {
    check(
        Format::CurlCmd,
        None,
        "curl \"https://a.example/b?c=d\" ^\n  -H \"Authorization: Bearer %ACCESS_TOKEN%\" ^\n  \
         -H \"x-sandbox-name: prod\"",
    );
    check(
        Format::CurlCmd,
        Some(BODY),
        "curl -X POST \"https://a.example/b?c=d\" ^\n  -H \"Authorization: Bearer %ACCESS_TOKEN%\" ^\n  \
         -H \"x-sandbox-name: prod\" ^\n  -H \"Content-Type: application/json\" ^\n  \
         -d \"{\"\"name\"\": \"\"it's 100% $HOME\"\",\"\"password\"\": \"\"%PASSWORD%\"\"}\"",
    );
}

/// Names of variables that are none must not be filled in, and backslashes are doubled in front of marks only.
#[test]
fn marks_of_cmd() {
    let header = |value: &str| {
        let text = write_request(
            &request(Method::Get, &[("X", value)], None),
            &[],
            Format::CurlCmd,
        );
        text.split("-H ").nth(1).unwrap().to_owned()
    };
    assert_eq!(header("a&b|c"), "\"X: a&b|c\"");
    assert_eq!(header("%PATH%"), "^\"X: ^%^PATH^%^\"");
    assert_eq!(header("100% of 5%"), "\"X: 100% of 5%\"");
    assert_eq!(header("a\"%A%&\"b"), "\"X: a\\\"^%^A^%^&\\\"b\"");
    assert_eq!(header("c:\\d\\"), "\"X: c:\\d\\\\\"");
    assert_eq!(header("\\\""), "\"X: \\\\\"\"\"");
}

#[test]
fn for_powershell() {
    check(
        Format::PowerShell,
        Some(BODY),
        "Invoke-RestMethod -Method POST -Uri 'https://a.example/b?c=d' `\n  -Headers @{\n    \
         'Authorization' = \"Bearer $env:ACCESS_TOKEN\"\n    'x-sandbox-name' = 'prod'\n  } `\n  \
         -ContentType 'application/json' `\n  -Body @\"\n{\n  \"name\": \"it's 100% `$HOME\",\n  \
         \"password\": \"${env:PASSWORD}\"\n}\n\"@",
    );
    let body = |body: &str| {
        let text = write_request(
            &request(Method::Put, &[], Some(body)),
            &[],
            Format::PowerShell,
        );
        text.split("-Body ").nth(1).unwrap().to_owned()
    };
    assert_eq!(body("[1]"), "'[\n  1\n]'");
    // PowerShell takes typographic marks for plain ones, and old versions do not send UTF-8 by themselves.
    assert_eq!(body("’"), "([Text.Encoding]::UTF8.GetBytes('’’'))");
    assert_eq!(
        body("[\"’\"]"),
        "([Text.Encoding]::UTF8.GetBytes(@'\n[\n  \"’\"\n]\n'@))"
    );
    // A mark at the beginning of a line would end the text.
    assert_eq!(body("'@"), "'''@'");
}

#[test]
fn for_httpie() {
    check(
        Format::Httpie,
        Some(BODY),
        "http --ignore-stdin POST 'https://a.example/b?c=d' \\\n  \
         'Authorization:Bearer '\"$ACCESS_TOKEN\"'' \\\n  'x-sandbox-name:prod' \\\n  \
         'Content-Type:application/json' \\\n  \
         --raw='{\n  \"name\": \"it'\\''s 100% $HOME\",\n  \"password\": \"'\"$PASSWORD\"'\"\n}'",
    );
    let headers = [("A", ""), ("B", "=c")];
    let text = write_request(&request(Method::Get, &headers, None), &[], Format::Httpie);
    assert!(text.ends_with("'A;' \\\n  'B: =c'"), "{text}");
}

#[test]
fn for_python() {
    check(
        Format::Python,
        Some(BODY),
        r#"import json
import os

import requests

response = requests.request(
    "POST",
    "https://a.example/b?c=d",
    headers={
        "Authorization": "Bearer " + os.environ["ACCESS_TOKEN"],
        "x-sandbox-name": "prod",
        "Content-Type": "application/json",
    },
    data=('''{
  "name": "it\'s 100% $HOME",
  "password": ''' + json.dumps(os.environ["PASSWORD"]) + '''
}''').encode("utf-8"),
)
print(response.status_code)
print(response.text)
"#,
    );
}

#[test]
fn for_postman() {
    let headers = [("Authorization", "Bearer $ACCESS_TOKEN")];
    let mut request = request(Method::Post, &headers, Some(BODY));
    request.url = "https://a.example/x/connections?c=d".to_owned();
    let placeholders = names(&["$ACCESS_TOKEN", "$PASSWORD"]);
    let text = write_request(&request, &placeholders, Format::Postman);
    let body = "{\n  \"name\": \"it's 100% $HOME\",\n  \"password\": \"{{PASSWORD}}\"\n}";
    let expected = json!({
        "info": {
            "name": "POST connections",
            "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
        },
        "item": [{
            "name": "POST connections",
            "request": {
                "method": "POST",
                "header": [{ "key": "Authorization", "value": "Bearer {{ACCESS_TOKEN}}" }],
                "body": {
                    "mode": "raw",
                    "raw": body,
                    "options": { "raw": { "language": "json" } }
                },
                "url": "https://a.example/x/connections?c=d"
            }
        }],
        "variable": [{ "key": "ACCESS_TOKEN", "value": "" }, { "key": "PASSWORD", "value": "" }]
    });
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), expected);
}

#[test]
fn the_body_alone() {
    check(Format::Body, Some("{\"a\":1.0}"), "{\n  \"a\": 1.0\n}");
    check(Format::Body, Some("no  json"), "no  json");
    check(Format::Body, None, "");
}

#[test]
fn brackets_in_urls_are_no_lists() {
    let mut request = request(Method::Get, &[], None);
    request.url = "https://a.example/{b}[1-3]".to_owned();
    let curl = write_request(&request, &[], Format::Curl);
    assert_eq!(curl, "curl -g 'https://a.example/{b}[1-3]'");
    let cmd = write_request(&request, &[], Format::CurlCmd);
    assert_eq!(cmd, "curl -g \"https://a.example/{b}[1-3]\"");
}
