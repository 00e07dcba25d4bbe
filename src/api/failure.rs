//! What can go wrong with a call, as one type for the whole console.

use serde_json::Value;

use super::http::HttpResponse;
use crate::model::as_number;

/// A call that did not end well.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// No answer came: no network, no such host, a server that refuses, or one whose CORS rules forbid this page.
    /// A browser does not tell these apart.
    Unreachable,
    /// No answer came in the time given.
    TimedOut {
        /// How long was waited, in milliseconds.
        after_ms: u32,
    },
    /// The browser would not even send it: a header with characters that headers cannot have, or an address that
    /// is none.
    Unsendable {
        /// The header's name, or `URL`.
        part: String,
    },
    /// What would answer is a part of the console that could not be fetched.
    PartMissing,
    /// An answer came, and it is no.
    Refused(Box<Refusal>),
    /// An answer came that cannot be understood: not JSON, or JSON of another shape.
    Unreadable {
        /// Its status code.
        status: u16,
        /// The body as it came.
        body: String,
        /// What is wrong with it, in the parser's words.
        detail: String,
    },
}

/// An error answer, read from any of the shapes that the gateway, Flow Service and the inlets use.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The status code.
    pub status: u16,
    /// `FLOW-1415-400`, `403010`; absent in some answers.
    pub code: Option<String>,
    /// The service's own sentence.
    pub message: String,
    /// What Adobe's support asks for.
    pub request_id: Option<String>,
    /// How long to wait, in seconds, when the answer says so.
    pub retry_after: Option<u64>,
    /// True when an inlet refused, not Flow Service.
    pub by_inlet: bool,
    /// The body as it came.
    pub body: String,
}

/// What a refusal is about, as far as the console can give advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// No `Authorization` header reached the gateway.
    TokenMissing,
    /// The token is wrong or its time is over.
    TokenRefused,
    /// `x-api-key` is missing.
    ApiKeyMissing,
    /// `x-api-key` is not known.
    ApiKeyUnknown,
    /// `x-gw-ims-org-id` is missing.
    OrgMissing,
    /// The organisation is misspelt, or the token's owner has no access to it.
    OrgRefused,
    /// `x-sandbox-name` is missing.
    SandboxMissing,
    /// There is no such sandbox in the organisation.
    SandboxUnknown,
    /// The connection or flow specification does not exist.
    SpecUnknown,
    /// The specification has no authentication type of that name.
    AuthSpecUnknown,
    /// The source's parameters were judged and found wrong.
    ParametersRefused,
    /// Something that the request refers to does not exist.
    NotFound,
    /// The inlet wants a valid access token.
    InletUnauthorized,
    /// The inlet could not make sense of the record.
    RecordRefused,
    /// The request is over the inlet's limit.
    TooLarge,
    /// Too many requests.
    Throttled,
    /// The account may not do this.
    Forbidden,
    /// The service has trouble of its own.
    Service,
    /// None of these.
    Other,
}

impl Refusal {
    /// Reads an error answer. Never fails: what is not JSON becomes the message.
    pub(super) fn read(response: &HttpResponse, by_inlet: bool) -> Self {
        let body: Value = serde_json::from_str(&response.body).unwrap_or_default();
        let text = |pointer: &str| {
            body.pointer(pointer)
                .and_then(Value::as_str)
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        let message = [
            "/report/detailed-message",
            "/report/message",
            "/errorMessage",
            "/detail",
            "/message",
            "/title",
        ]
        .iter()
        .find_map(|pointer| text(pointer))
        .unwrap_or_else(|| response.body.chars().take(200).collect());
        let code = body.get("error_code").and_then(|code| match code {
            Value::String(code) => Some(code.clone()),
            other => as_number(other).map(|code| code.to_string()),
        });
        Self {
            status: response.status,
            code: code.or_else(|| text("/type")?.rsplit('/').next().map(str::to_owned)),
            message,
            request_id: text("/report/request-id")
                .or_else(|| response.header("x-request-id").map(str::to_owned)),
            retry_after: response.retry_after(),
            by_inlet,
            body: response.body.clone(),
        }
    }

    /// What it is about. Codes first, since they are exact; the status decides where there is none.
    pub fn cause(&self) -> Cause {
        if self.by_inlet {
            return self.inlet_cause();
        }
        match self.number() {
            Some(403_010) => Cause::TokenMissing,
            Some(401_013 | 2114 | 2115) => Cause::TokenRefused,
            Some(403_000) => Cause::ApiKeyMissing,
            Some(403_003) => Cause::ApiKeyUnknown,
            Some(400_003 | 2001 | 2002) => Cause::OrgMissing,
            Some(403_025 | 403_027 | 2000) => Cause::OrgRefused,
            Some(2105) => Cause::SandboxMissing,
            Some(2100 | 2101 | 2103) => Cause::SandboxUnknown,
            Some(1413) => Cause::SpecUnknown,
            Some(1415) => Cause::AuthSpecUnknown,
            Some(1100) => Cause::ParametersRefused,
            Some(1430 | 1439) => Cause::NotFound,
            Some(2118 | 2120 | 2121) => Cause::Forbidden,
            _ => self.status_cause(),
        }
    }

    /// 1415 of `FLOW-1415-400`; 403010 of `403010`.
    fn number(&self) -> Option<u32> {
        let code = self.code.as_deref()?;
        code.strip_prefix("FLOW-")
            .and_then(|rest| rest.split('-').next())
            .unwrap_or(code)
            .parse()
            .ok()
    }

    fn status_cause(&self) -> Cause {
        match self.status {
            401 => Cause::TokenRefused,
            403 => Cause::Forbidden,
            404 => Cause::NotFound,
            413 => Cause::TooLarge,
            429 => Cause::Throttled,
            500..=599 => Cause::Service,
            _ => Cause::Other,
        }
    }

    /// The documents disagree on 401 or 403 for expired tokens, so both mean the same here.
    fn inlet_cause(&self) -> Cause {
        match self.status {
            401 | 403 => Cause::InletUnauthorized,
            400 => Cause::RecordRefused,
            _ => self.status_cause(),
        }
    }
}
