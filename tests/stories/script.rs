//! How a story is written.
//!
//! ```text
//! # A line that begins with a number sign is for the reader.
//! settings: seed=7 pace=manual demo-world
//!
//! > POST /connections            a request; the path is Flow Service's unless it begins with one of the others
//! > x-sandbox-name: dev          a header, instead of the usual one
//! > -x-api-key                   without that header
//! {"name": "{name}"}             a body, with variables
//! < 201                          the status, `dropped`, or `201 after 3000` milliseconds
//! < Location: /connections/*     a header
//! {"id": "{base}", "etag": "*"}  a body; `matching.rs` says what its strings mean
//!
//! @ +5m                          time passes: ms, s, m, h or d
//! @ reload                       the world is kept and brought back
//! ```

use serde_json::Value;

use super::matching::{Expected, Variables};

#[derive(Default)]
pub struct Settings {
    pub seed: u64,
    pub pace: Option<String>,
    pub demo_world: bool,
}

pub struct Story {
    pub name: String,
    pub settings: Settings,
    pub steps: Vec<Step>,
}

pub struct Step {
    /// Where it begins, from 1.
    pub line: usize,
    pub action: Action,
}

pub enum Action {
    Advance(u64),
    Reload,
    Call {
        request: Request,
        expected: Expected,
    },
}

#[derive(Default)]
pub struct Request {
    pub method: String,
    pub url: String,
    /// `None` takes away a header that is usually there.
    headers: Vec<(String, Option<String>)>,
    body: String,
}

pub struct Filled {
    pub method: String,
    pub url: String,
    pub headers: Vec<(String, String)>,
    pub body: Option<String>,
}

const USUAL: [(&str, &str); 4] = [
    ("Authorization", "Bearer a-token"),
    ("x-api-key", "a-key"),
    ("x-gw-ims-org-id", "1234ABCD5678EF900A49ACME@AdobeOrg"),
    ("x-sandbox-name", "acme-dev"),
];

impl Request {
    /// The request with the values of variables, and with the headers that it has by habit.
    pub fn fill(&self, variables: &Variables) -> Filled {
        let url = variables.fill(&self.url);
        let elsewhere = ["/collection/", "/emulator/", "/data/", "/elsewhere", "http"];
        let to_service = !elsewhere.iter().any(|start| url.starts_with(start));
        let body = Some(variables.fill(&self.body)).filter(|body| !body.is_empty());
        let mut headers: Vec<(String, String)> = Vec::new();
        if to_service || url.starts_with("/data/") {
            headers.extend(USUAL.map(|(name, value)| (name.to_owned(), value.to_owned())));
        }
        if self.method != "GET" {
            headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
        }
        for (name, value) in &self.headers {
            headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
            headers.extend(
                value
                    .as_ref()
                    .map(|value| (name.clone(), variables.fill(value))),
            );
        }
        Filled {
            method: self.method.clone(),
            url: if to_service {
                format!("/data/foundation/flowservice{url}")
            } else {
                url
            },
            headers,
            body,
        }
    }
}

/// Reads a story; one that cannot be read fails its test.
pub fn read(text: &str, name: &str) -> Story {
    let mut story = Story {
        name: name.to_owned(),
        settings: Settings::default(),
        steps: Vec::new(),
    };
    for (position, line) in text.lines().enumerate() {
        let step = |action| Step {
            line: position + 1,
            action,
        };
        if let Some(words) = line.strip_prefix("settings:") {
            story.settings = read_settings(words);
        } else if let Some(rest) = line.strip_prefix("@ ") {
            let action = match rest.trim() {
                "reload" => Action::Reload,
                time => Action::Advance(read_time(time)),
            };
            story.steps.push(step(action));
        } else if let Some(rest) = line.strip_prefix("> ") {
            match read_request(rest) {
                Some(request) => story.steps.push(step(Action::Call {
                    request,
                    expected: Expected::default(),
                })),
                None => last(&mut story, name, position)
                    .0
                    .headers
                    .push(read_header(rest)),
            }
        } else if let Some(rest) = line.strip_prefix("< ") {
            last(&mut story, name, position).1.read_line(rest);
        } else if !line.starts_with('#') && !line.trim().is_empty() {
            let (request, expected) = last(&mut story, name, position);
            let body = if expected.has_begun() {
                &mut expected.body
            } else {
                &mut request.body
            };
            body.push_str(line);
            body.push('\n');
        }
    }
    for step in &mut story.steps {
        if let Action::Call { request, expected } = &mut step.action {
            request.body = request.body.trim().to_owned();
            let is_readable = !expected.body.starts_with(['{', '['])
                || serde_json::from_str::<Value>(&expected.body).is_ok();
            assert!(
                is_readable,
                "{name}:{}: the expected body is no JSON",
                step.line
            );
        }
    }
    story
}

fn last<'a>(
    story: &'a mut Story,
    name: &str,
    position: usize,
) -> (&'a mut Request, &'a mut Expected) {
    match story.steps.last_mut().map(|step| &mut step.action) {
        Some(Action::Call { request, expected }) => (request, expected),
        _ => panic!("{name}:{}: belongs to no call", position + 1),
    }
}

fn read_settings(words: &str) -> Settings {
    let mut settings = Settings::default();
    for word in words.split_whitespace() {
        match word.split_once('=') {
            Some(("seed", value)) => settings.seed = value.parse().unwrap(),
            Some(("pace", value)) => settings.pace = Some(value.to_owned()),
            None if word == "demo-world" => settings.demo_world = true,
            _ => panic!("no such setting: {word}"),
        }
    }
    settings
}

fn read_request(line: &str) -> Option<Request> {
    let (method, url) = line.split_once(' ')?;
    ["GET", "POST", "PUT", "PATCH", "DELETE"]
        .contains(&method)
        .then(|| Request {
            method: method.to_owned(),
            url: url.trim().to_owned(),
            ..Request::default()
        })
}

fn read_header(line: &str) -> (String, Option<String>) {
    match line.split_once(": ") {
        Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
        None => (line.trim_start_matches('-').trim().to_owned(), None),
    }
}

fn read_time(text: &str) -> u64 {
    let number: String = text.chars().filter(char::is_ascii_digit).collect();
    let unit = text
        .trim_start_matches('+')
        .trim_start_matches(|digit: char| digit.is_ascii_digit());
    let milliseconds = match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        other => panic!("no such unit of time: {other}"),
    };
    number.parse::<u64>().unwrap() * milliseconds
}
