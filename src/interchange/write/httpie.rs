//! A request as an HTTPie command for a POSIX shell.
//!
//! HTTPie takes a `\` in front of `:`, `;`, `=` or `@` away and has no way to write it, so a header's value with one
//! cannot be told to it. No header of the service has any.

use super::curl::quote;
use super::laid_out;
use crate::api::HttpRequest;

pub(super) fn write(request: &HttpRequest, placeholders: &[String]) -> String {
    // In a script HTTPie would wait for a body on its standard input.
    let mut command = String::from("http --ignore-stdin ");
    command.push_str(request.method.as_str());
    command.push(' ');
    quote(&request.url, placeholders, &mut command);
    for (name, value) in &request.headers {
        let header = if value.is_empty() {
            // With a colon and no value, HTTPie would leave the header out.
            [name.as_str(), ";"].concat()
        } else if value.starts_with(['=', '@']) {
            // `:=` and `:@` are separators of their own; blanks around values are dropped.
            [name.as_str(), ": ", value].concat()
        } else {
            [name.as_str(), ":", value].concat()
        };
        command.push_str(" \\\n  ");
        quote(&header, placeholders, &mut command);
    }
    if let Some(body) = &request.body {
        command.push_str(" \\\n  --raw=");
        quote(&laid_out(body), placeholders, &mut command);
    }
    command
}
