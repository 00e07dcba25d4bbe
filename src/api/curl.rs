//! A request as a cURL command for a POSIX shell.

use serde_json::Value;

use super::http::{HttpRequest, Method};

/// Writes the command, one header a line, the body indented.
///
/// Placeholders such as `$ACCESS_TOKEN` stand in double quotes where a shell fills them in from its environment,
/// so that a copied command runs as soon as the variables are set.
pub fn to_curl(request: &HttpRequest) -> String {
    let mut lines = vec![match request.method {
        // What cURL does when nothing else is said.
        Method::Get => format!("curl {}", quote(&request.url)),
        method => format!("curl -X {} {}", method.as_str(), quote(&request.url)),
    }];
    lines.extend(
        request
            .headers
            .iter()
            .map(|(name, value)| format!("  -H {}", quote(&format!("{name}: {value}")))),
    );
    if let Some(body) = &request.body {
        let indented = serde_json::from_str::<Value>(body)
            .ok()
            .and_then(|value| serde_json::to_string_pretty(&value).ok())
            // Numbers too long for a parser would change on the way: such a body stays as it was written.
            .filter(|text| text.len() >= body.len() || !body.contains(['e', 'E', '.']))
            .unwrap_or_else(|| body.clone());
        lines.push(format!("  -d {}", quote(&indented)));
    }
    lines.join(" \\\n")
}

/// Single quotes, in which a shell changes nothing; but for `$NAME` placeholders, which are put between double
/// quotes so that it does.
fn quote(text: &str) -> String {
    let mut quoted = String::from("'");
    let mut rest = text;
    while let Some(start) = rest.find(['$', '\'']) {
        let (before, from) = rest.split_at_checked(start).unwrap_or((rest, ""));
        quoted.push_str(before);
        let name_length = from
            .chars()
            .skip(1)
            .take_while(|c| c.is_ascii_uppercase() || *c == '_' || c.is_ascii_digit())
            .count();
        if from.starts_with('$') && name_length > 1 {
            let (name, behind) = from.split_at_checked(name_length + 1).unwrap_or((from, ""));
            quoted.push_str("'\"");
            quoted.push_str(name);
            quoted.push_str("\"'");
            rest = behind;
        } else {
            let mut characters = from.chars();
            match characters.next() {
                Some('\'') => quoted.push_str("'\\''"),
                Some(other) => quoted.push(other),
                None => {}
            }
            rest = characters.as_str();
        }
    }
    quoted.push_str(rest);
    quoted.push('\'');
    quoted
}
