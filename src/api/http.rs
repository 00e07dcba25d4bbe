//! Requests and responses as plain values, without a socket.

use std::fmt;

use super::moment;

/// The verbs that Flow Service and its inlets answer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates, and posts records.
    Post,
    /// Changes part of a resource.
    Patch,
    /// Replaces a resource.
    Put,
    /// Removes a resource.
    Delete,
}

impl Method {
    /// The verb as it is written on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }

    /// Reads a verb; `None` for those that no operation uses.
    pub fn read(word: &str) -> Option<Self> {
        [Self::Get, Self::Post, Self::Patch, Self::Put, Self::Delete]
            .into_iter()
            .find(|method| method.as_str() == word)
    }
}

/// A request, complete. May hold secrets (when encoded with them revealed), hence no `Debug` of its parts.
#[derive(Clone, PartialEq)]
pub struct HttpRequest {
    /// The verb.
    pub method: Method,
    /// Absolute (`https://…`) or from the root (`/data/…`), with its query, percent-encoded.
    pub url: String,
    /// Names as Adobe's documents write them; names compare without case.
    pub headers: Vec<(String, String)>,
    /// JSON text, when there is a body.
    pub body: Option<String>,
}

impl HttpRequest {
    /// The first value of a header, its name compared without case.
    pub fn header(&self, name: &str) -> Option<&str> {
        find(&self.headers, name)
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "HttpRequest({})", self.method.as_str())
    }
}

/// A response, complete.
#[derive(Clone, Debug, PartialEq)]
pub struct HttpResponse {
    /// The status code, 100 to 599.
    pub status: u16,
    /// Those that the reader may see: a browser shows a page of another origin only some.
    pub headers: Vec<(String, String)>,
    /// The body as text; empty when there is none.
    pub body: String,
}

impl HttpResponse {
    /// The first value of a header, its name compared without case.
    pub fn header(&self, name: &str) -> Option<&str> {
        find(&self.headers, name)
    }

    /// How long to wait before asking again, in seconds, when the answer says so.
    pub fn retry_after(&self) -> Option<u64> {
        self.header("Retry-After")?.trim().parse().ok()
    }

    /// The same, also where the answer names the moment. `now` is in milliseconds since 1970.
    pub fn retry_after_from(&self, now: u64) -> Option<u64> {
        self.retry_after().or_else(|| {
            let moment = moment::read(self.header("Retry-After")?)?;
            Some(moment.saturating_sub(now).div_ceil(1000))
        })
    }

    /// True for 200 to 299.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

fn find<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    headers
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.as_str())
}
