//! A request, sorted into fields.

use std::fmt;

use serde_json::Value;

use crate::api::{Misdirected, Operation};
use crate::interchange::json::JsonSlip;
use crate::secret::Secret;

/// What a request is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RequestKind {
    /// `POST /connections`
    CreateBaseConnection,
    /// `POST /sourceConnections`
    CreateSourceConnection,
    /// `POST /targetConnections`
    CreateTargetConnection,
    /// `POST /flows`
    CreateFlow,
    /// `POST` to an inlet.
    PostMessage,
    /// Any `GET` of Flow Service; which one, [`Placement::operation`] tells.
    Read,
    /// Something that the console does not do.
    #[default]
    Unknown,
}

/// Where calls go and as whom, as far as the request says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlacedEnvironment {
    /// The service's base URL, without a trailing slash.
    pub flow_service_url: Option<String>,
    /// The access token, without `Bearer`.
    pub access_token: Option<Secret>,
    /// From `x-api-key`.
    pub api_key: Option<String>,
    /// From `x-gw-ims-org-id`.
    pub org_id: Option<String>,
    /// From `x-sandbox-name`, or `sandbox-name` as inlets take it.
    pub sandbox: Option<String>,
}

/// A reference to a connection spec or flow spec.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpecGiven {
    /// The identifier; empty when a placeholder stood there.
    pub id: String,
    /// The version; empty when none was given.
    pub version: String,
}

/// A value and where it belongs. Which of them are secret only the spec tells, so `Debug` shows none.
#[derive(Clone, PartialEq)]
pub struct Parameter {
    /// A JSON Pointer into the request's body, such as `/auth/params/server`.
    pub pointer: String,
    /// The value; an empty text where a placeholder stood.
    pub value: Value,
}

impl fmt::Debug for Parameter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Parameter({})", self.pointer)
    }
}

/// A part of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestPart {
    /// The URL.
    Url,
    /// A parameter of the URL's query, by its name.
    Query(String),
    /// A header, by its name.
    Header(String),
    /// A member of the body, by its JSON Pointer; the whole body has the empty one.
    Body(String),
}

/// Why a part has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No field takes it.
    Unknown,
    /// A field takes it, but not in this form: a number for a name, another scheme than `Bearer`.
    WrongForm,
    /// The console sets it by itself, to something else.
    SetByConsole,
}

/// A part that has no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    /// Which part.
    pub part: RequestPart,
    /// Why.
    pub reason: Reason,
}

/// A placeholder that somebody must replace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToFill {
    /// Where it stands.
    pub part: RequestPart,
    /// Whether other text stands around it. Then the value was kept, placeholder and all; otherwise the field is
    /// empty.
    pub is_inside: bool,
}

/// A request, sorted into fields.
#[derive(Clone, PartialEq)]
pub struct Placement {
    /// What it is for.
    pub kind: RequestKind,
    /// The call that it makes, or why it makes none. May hold what is secret.
    pub operation: Result<Operation, Misdirected>,
    /// Where it goes and as whom.
    pub environment: PlacedEnvironment,
    /// The connection spec; for dataflows the flow spec.
    pub spec: Option<SpecGiven>,
    /// The provider, which older tutorials send.
    pub provider_id: Option<String>,
    /// The name of the authentication type.
    pub authentication: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// All other values, objects taken apart down to their leaves, arrays whole.
    pub parameters: Vec<Parameter>,
    /// The inlet, for records.
    pub inlet_url: Option<String>,
    /// The dataflow that takes the record.
    pub flow_id: Option<String>,
    /// The record, as it was written.
    pub message: Option<String>,
    /// Typing errors of the body, with lines and columns of the body alone.
    pub slips: Vec<JsonSlip>,
    /// Placeholders.
    pub to_fill: Vec<ToFill>,
    /// What has no place.
    pub left_over: Vec<LeftOver>,
}

impl Default for Placement {
    fn default() -> Self {
        Self {
            kind: RequestKind::Unknown,
            operation: Err(Misdirected::UnknownPath),
            environment: PlacedEnvironment::default(),
            spec: None,
            provider_id: None,
            authentication: None,
            name: None,
            description: None,
            parameters: Vec::new(),
            inlet_url: None,
            flow_id: None,
            message: None,
            slips: Vec::new(),
            to_fill: Vec::new(),
            left_over: Vec::new(),
        }
    }
}

/// Without values.
impl fmt::Debug for Placement {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Placement({:?}, {:?}, to fill {:?}, left over {:?})",
            self.kind, self.parameters, self.to_fill, self.left_over
        )
    }
}

impl Placement {
    pub(super) fn leave(&mut self, part: RequestPart, reason: Reason) {
        self.left_over.push(LeftOver { part, reason });
    }

    pub(super) fn fill(&mut self, part: RequestPart, is_inside: bool) {
        self.to_fill.push(ToFill { part, is_inside });
    }
}
