//! Requests as text to be copied into other tools.

mod cmd;
mod curl;
mod httpie;
mod pieces;
mod postman;
mod powershell;
mod python;

pub use curl::to_curl;

use crate::api::{HttpRequest, lay_out};

/// What a request can be copied as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A cURL command for bash, zsh and their kin.
    Curl,
    /// A cURL command for the command prompt of Windows.
    CurlCmd,
    /// `Invoke-RestMethod` for PowerShell. How PowerShell hands quotation marks to other programs, cURL among them,
    /// differs from version to version; its own command takes them as they are.
    PowerShell,
    /// An HTTPie command (2.5 or later, for `--raw`) for bash, zsh and their kin.
    Httpie,
    /// A script for Python with the package `requests`.
    Python,
    /// A Postman collection (format 2.1) with this one request, to be imported.
    Postman,
    /// The body alone.
    Body,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Curl,
        Self::CurlCmd,
        Self::PowerShell,
        Self::Httpie,
        Self::Python,
        Self::Postman,
        Self::Body,
    ];
}

/// Writes a request for another tool.
///
/// `placeholders` are those that it was encoded with (`$ACCESS_TOKEN`, …; see
/// [`Operation::placeholders`](crate::api::Operation::placeholders)). Each of them becomes what the tool itself fills
/// in: a variable of the environment, or of Postman. Without any, everything is written as it is: that is for
/// requests encoded with their secrets revealed. A body that is JSON is laid out, any other is left as it is.
pub fn write_request(request: &HttpRequest, placeholders: &[String], format: Format) -> String {
    match format {
        Format::Curl => to_curl(request, placeholders),
        Format::CurlCmd => cmd::write(request, placeholders),
        Format::PowerShell => powershell::write(request, placeholders),
        Format::Httpie => httpie::write(request, placeholders),
        Format::Python => python::write(request, placeholders),
        Format::Postman => postman::write(request, placeholders),
        Format::Body => request.body.as_deref().map(laid_out).unwrap_or_default(),
    }
}

fn is_json(body: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(body).is_ok()
}

/// JSON over several lines; what is no JSON as it is.
fn laid_out(body: &str) -> String {
    if !is_json(body) {
        return body.to_owned();
    }
    let mut text = String::new();
    for piece in lay_out(body) {
        text.push_str(&piece.text);
    }
    text
}
