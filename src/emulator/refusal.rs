//! The shapes in which the emulator says no, each written once. Why it says so is in `reasons.rs`.
//!
//! The shapes are Adobe's: Flow Service error messages, gateway error codes, the streaming guide.

use serde_json::{Value, json};

use crate::api::HttpResponse;

/// An answer that is an error, or none at all.
pub(super) enum Refusal {
    /// The gateway before the service: a six-digit code whose first three digits are the status.
    Gateway { code: u32, message: &'static str },
    /// A request that the service cannot read.
    Unreadable { detail: String },
    /// Flow Service itself.
    Flow(Box<FlowError>),
    /// An inlet.
    Inlet {
        status: u16,
        title: &'static str,
        message: String,
    },
    /// An inlet that has taken as many records to be validated as it does in a minute.
    TooManyValidations { inlet_id: String, seconds: u64 },
    /// An inlet that was asked to validate a record, and found fault with it.
    Violations {
        message: String,
        violations: Vec<Value>,
    },
    /// An inlet that wants a token. Its body differs from the other ones.
    InletAuthorization { message: String },
    /// A web page where JSON was expected, as a proxy in between may send it.
    WebPage,
    /// The connection is cut.
    Dropped,
    /// Another one, which does not say how long to wait.
    WithoutRetryAfter(Box<Refusal>),
}

/// What a Flow Service error says.
pub(super) struct FlowError {
    /// 1413 of `FLOW-1413-400`.
    pub(super) number: u32,
    pub(super) status: u16,
    pub(super) title: &'static str,
    pub(super) message: String,
    /// What was looked for, when it was not found: collection and identifier.
    pub(super) entity: Option<(&'static str, String)>,
}

/// The type of an inlet's errors.
const INLET: &str = "http://ns.adobe.com/adobecloud/problem/data-collection-service/inlet";

impl Refusal {
    fn status(&self) -> u16 {
        match self {
            // Six digits divided by a thousand are three.
            Self::Gateway { code, .. } => u16::try_from(code / 1000).unwrap_or(500),
            Self::Unreadable { .. } => 400,
            Self::Flow(error) => error.status,
            Self::Inlet { status, .. } => *status,
            Self::TooManyValidations { .. } => 429,
            Self::Violations { .. } => 400,
            Self::InletAuthorization { .. } => 401,
            Self::WebPage | Self::Dropped => 200,
            Self::WithoutRetryAfter(refusal) => refusal.status(),
        }
    }

    fn body(&self, request_id: &str) -> Value {
        match self {
            Self::Gateway { code, message } => {
                json!({ "error_code": code.to_string(), "message": message })
            }
            Self::Unreadable { detail } => json!({
                "type": "/placeholder/type/uri",
                "status": 400,
                "title": "BadRequestError",
                "detail": detail,
            }),
            Self::Flow(error) => error.body(request_id),
            Self::Inlet {
                status,
                title,
                message,
            } => json!({
                "type": INLET,
                "status": status,
                "title": title,
                "report": { "message": message },
            }),
            Self::TooManyValidations { inlet_id, .. } => json!({
                "type": INLET,
                "status": 429,
                "title": "Too Many Requests",
                "report": { "message": format!("inletId: [{inlet_id}] Too many records to be validated in a minute") },
            }),
            Self::Violations {
                message,
                violations,
            } => violated(message, violations),
            // A string, not a number: so it is printed in the streaming guide.
            Self::InletAuthorization { message } => json!({
                "type": "https://ns.adobe.com/adobecloud/problem/data-collection-service-authorization",
                "status": "401",
                "title": "Authorization",
                "report": { "message": message },
            }),
            Self::WebPage | Self::Dropped => Value::Null,
            Self::WithoutRetryAfter(refusal) => refusal.body(request_id),
        }
    }

    /// How long to wait before the next attempt, in seconds. `usual` is what counts where nothing else is known.
    fn retry_after(&self, usual: u32) -> Option<u64> {
        match self {
            Self::WithoutRetryAfter(_) => None,
            Self::TooManyValidations { seconds, .. } => Some(*seconds),
            _ => matches!(self.status(), 429 | 503).then(|| usual.into()),
        }
    }

    /// The response, or `None` when the connection is to be cut.
    /// `retry_after` is what it says of waiting, in seconds, if it says anything.
    pub(super) fn write(&self, request_id: &str, retry_after: u32) -> Option<HttpResponse> {
        let (content_type, body) = match self {
            Self::Dropped => return None,
            Self::WebPage => ("text/html", WEB_PAGE.to_owned()),
            _ => ("application/json", self.body(request_id).to_string()),
        };
        let status = self.status();
        let mut headers = vec![("Content-Type".to_owned(), content_type.to_owned())];
        if let Some(seconds) = self.retry_after(retry_after) {
            headers.push(("Retry-After".to_owned(), seconds.to_string()));
        }
        Some(HttpResponse {
            status,
            headers,
            body,
        })
    }
}

const WEB_PAGE: &str = "<!DOCTYPE html><html><head><title>Sign in</title></head>\
    <body><h1>Sign in to the network</h1></body></html>";

/// The tree that the streaming guide prints: one node that holds all violations.
fn violated(message: &str, violations: &[Value]) -> Value {
    let found = match violations.len() {
        1 => "1 schema violation found".to_owned(),
        count => format!("{count} schema violations found"),
    };
    json!({
        "type": INLET,
        "status": 400,
        "title": "Invalid XDM Message Format",
        "report": {
            "message": message,
            "cause": { "_streamingValidation": [{
                "schemaLocation": "#",
                "pointerToViolation": "#",
                "causingExceptions": violations,
                "message": found,
            }] },
        },
    })
}

impl FlowError {
    fn body(&self, request_id: &str) -> Value {
        let Self {
            number,
            status,
            title,
            message,
            ..
        } = self;
        let mut report = json!({ "detailed-message": message, "request-id": request_id });
        if let (Some((collection, id)), Some(members)) = (&self.entity, report.as_object_mut()) {
            members.insert("id".to_owned(), json!(id));
            members.insert("type".to_owned(), json!(collection));
        }
        json!({
            "type": format!("https://ns.adobe.com/aep/errors/FLOW-{number}-{status}"),
            "title": title,
            "status": status,
            "report": report,
            "errorMessage": message,
            "errorDetails": message,
        })
    }
}
