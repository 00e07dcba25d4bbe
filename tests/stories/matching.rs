//! What is expected of an answer.
//!
//! An object matches when the members that are written match; others may be there. An array matches element by
//! element, but for `"..."` at its end, which stands for the rest. Strings mean:
//!
//! | string | matches |
//! |---|---|
//! | `"*"` | anything |
//! | `"!"` | nothing: the member must not be there |
//! | `"{name}"` | the variable's value, or anything, which the variable then holds |
//! | `"a*{name}c"` | a text with something in place of each star |

use std::collections::BTreeMap;

use serde_json::Value;

use super::world::Got;

/// What earlier answers said.
#[derive(Default)]
pub struct Variables(BTreeMap<String, String>);

impl Variables {
    pub fn set(&mut self, name: &str, value: String) {
        self.0.insert(name.to_owned(), value);
    }

    /// Puts in the variables that are known. `{x*1000}` becomes a thousand times x; other braces stay.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some(start) = rest.find('{') {
            let (before, from) = rest.split_at(start);
            filled.push_str(before);
            let name = from[1..].split('}').next().unwrap_or("");
            let value = match name.split_once('*') {
                Some((letter, count)) if letter.len() == 1 => {
                    count.parse().ok().map(|count| letter.repeat(count))
                }
                Some(_) => None,
                None => self.0.get(name).cloned(),
            };
            match value {
                Some(value) => {
                    filled.push_str(&value);
                    rest = &from[name.len() + 2..];
                }
                None => {
                    filled.push('{');
                    rest = &from[1..];
                }
            }
        }
        filled + rest
    }
}

#[derive(Default)]
pub struct Expected {
    status: String,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Expected {
    pub fn has_begun(&self) -> bool {
        !self.status.is_empty()
    }

    pub fn read_line(&mut self, line: &str) {
        match line.split_once(": ") {
            Some((name, value)) => self.headers.push((name.to_owned(), value.to_owned())),
            None => self.status = line.trim().to_owned(),
        }
    }

    pub fn check(&self, got: &Got, variables: &mut Variables) -> Result<(), String> {
        let Got::Answer {
            status,
            headers,
            body,
            waited_ms,
        } = got
        else {
            return if self.status == "dropped" {
                Ok(())
            } else {
                Err(format!("expected {}", self.status))
            };
        };
        let (wanted, wait) = self
            .status
            .split_once(" after ")
            .unwrap_or((&self.status, "0"));
        if wanted != status.to_string() {
            return Err(format!("expected {wanted}"));
        }
        if *waited_ms < wait.parse().unwrap() {
            return Err(format!("expected to wait for {wait} ms"));
        }
        for (name, pattern) in &self.headers {
            let found = headers
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(name));
            let value = found.map(|(_, value)| Value::String(value.clone()));
            compare(
                &Value::String(pattern.clone()),
                value.as_ref(),
                variables,
                name,
            )?;
        }
        let wanted = self.body.trim();
        if wanted.is_empty() {
            return Ok(());
        }
        if !wanted.starts_with(['{', '[']) {
            return compare(
                &Value::String(wanted.to_owned()),
                Some(&Value::String(body.clone())),
                variables,
                "body",
            );
        }
        let found: Value =
            serde_json::from_str(body).map_err(|error| format!("expected JSON: {error}"))?;
        compare(
            &serde_json::from_str(wanted).unwrap(),
            Some(&found),
            variables,
            "",
        )
    }
}

fn compare(
    wanted: &Value,
    found: Option<&Value>,
    variables: &mut Variables,
    path: &str,
) -> Result<(), String> {
    let differs = |what: &str| {
        Err(format!(
            "expected {path} {what}, found {}",
            found.map_or("nothing".to_owned(), Value::to_string)
        ))
    };
    match (wanted, found) {
        (Value::String(pattern), None) if pattern == "!" => Ok(()),
        (Value::String(pattern), Some(_)) if pattern == "!" => differs("to be absent"),
        (_, None) => differs("to be there"),
        (Value::Object(members), Some(Value::Object(there))) => {
            members.iter().try_for_each(|(name, member)| {
                compare(
                    member,
                    there.get(name),
                    variables,
                    &format!("{path}/{name}"),
                )
            })
        }
        (Value::Array(elements), Some(Value::Array(there))) => {
            let open = elements.last().and_then(Value::as_str) == Some("...");
            let count = elements.len() - usize::from(open);
            if there.len() < count || (!open && there.len() > count) {
                return differs(&format!("to have {count} elements"));
            }
            elements
                .iter()
                .take(count)
                .zip(there)
                .enumerate()
                .try_for_each(|(position, (element, there))| {
                    compare(
                        element,
                        Some(there),
                        variables,
                        &format!("{path}/{position}"),
                    )
                })
        }
        (Value::String(pattern), Some(value)) => {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            let filled = variables.fill(pattern);
            let name = filled
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'));
            match name.filter(|name| name.chars().all(|letter| letter.is_ascii_alphanumeric())) {
                Some(name) => {
                    variables.set(name, text);
                    Ok(())
                }
                None if fits(&filled, &text) => Ok(()),
                None => differs(&format!("to be like {filled}")),
            }
        }
        (wanted, Some(value)) if wanted == value => Ok(()),
        (wanted, Some(_)) => differs(&format!("to be {wanted}")),
    }
}

/// A star stands for any text.
fn fits(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or("");
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(start) => rest = &rest[start + part.len()..],
            None => return false,
        }
    }
    true
}
