//! Every call that the console makes, as one closed set.

use crate::model::{
    BaseConnection, BaseConnectionId, ConnectionSpecId, Etag, Flow, FlowId, FlowSpecId, RunId,
    SourceConnection, SourceConnectionId, TargetConnection, TargetConnectionId,
};

use super::filter::Filter;
use crate::secret::{Document, PatchOperation, placeholder};

/// What a list operation asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListQuery {
    /// Repeated `property` parameters, joined by "and".
    pub filters: Vec<Filter>,
    /// How many a page, up to 100; specs take no limit.
    pub limit: Option<u32>,
    /// A member's name, with `-` in front for descending order.
    pub order_by: Option<String>,
    /// Where the next page begins, as the page before said.
    pub continuation: Option<String>,
}

/// What is to change in a base connection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BaseConnectionUpdate {
    /// Which one.
    pub id: BaseConnectionId,
    /// The revision that the changes were made on, sent as `If-Match`: the service refuses with 412 when another one
    /// has come since.
    pub etag: Etag,
    /// The changes. Adobe documents the paths `/name`, `/description` and `/auth/params`; that single members of the
    /// latter may be named follows from JSON Patch.
    pub patch: Vec<PatchOperation>,
}

/// One record for an inlet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostMessage {
    /// Where to, as read from the connection.
    pub inlet_url: String,
    /// The dataflow that takes the record; sent as `x-adobe-flow-id`. Records in XDM envelopes carry it inside.
    pub flow_id: Option<FlowId>,
    /// True for inlets that want the access token.
    pub authenticated: bool,
    /// Sent as `sandbox-name`, the spelling of Adobe's product documentation for inlets; most of its examples send
    /// none, since an inlet belongs to one sandbox.
    pub sandbox: Option<String>,
    /// Asks for the record to be validated before it is answered (`syncValidation=true`): for trying out, at most
    /// 60 times a minute an inlet, and not in every region.
    pub sync_validation: bool,
    /// The record, exactly as it was written: numbers of any length and the order of members survive.
    pub message: String,
}

/// Many records for an inlet in one request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostMessageBatch {
    /// The inlet's own URL, as read from the connection; [`super::batch_url`] makes the batch's of it.
    pub inlet_url: String,
    /// The dataflow that takes the records; sent as `x-adobe-flow-id`.
    pub flow_id: Option<FlowId>,
    /// True for inlets that want the access token.
    pub authenticated: bool,
    /// Sent as `sandbox-name`.
    pub sandbox: Option<String>,
    /// `{"messages":[…]}`, sent as it is. At most [`super::limits::INLET_REQUEST_BYTES`].
    pub body: String,
}

/// One call. The client encodes it (`encode.rs`), the emulator decodes it (`decode.rs`).
#[derive(Clone, Debug, PartialEq)]
pub enum Operation {
    /// `GET /connectionSpecs`
    ListConnectionSpecs(ListQuery),
    /// `GET /connectionSpecs/{id}`
    RetrieveConnectionSpec(ConnectionSpecId),
    /// `GET /connections`
    ListBaseConnections(ListQuery),
    /// `POST /connections`
    CreateBaseConnection(BaseConnection),
    /// `GET /connections/{id}`
    RetrieveBaseConnection(BaseConnectionId),
    /// `PATCH /connections/{id}`
    UpdateBaseConnection(BaseConnectionUpdate),
    /// `POST /sourceConnections`
    CreateSourceConnection(SourceConnection),
    /// `GET /sourceConnections/{id}`
    RetrieveSourceConnection(SourceConnectionId),
    /// `POST /targetConnections`
    CreateTargetConnection(TargetConnection),
    /// `GET /targetConnections/{id}`
    RetrieveTargetConnection(TargetConnectionId),
    /// `GET /flowSpecs`
    ListFlowSpecs(ListQuery),
    /// `GET /flowSpecs/{id}`
    RetrieveFlowSpec(FlowSpecId),
    /// `GET /flows`
    ListFlows(ListQuery),
    /// `POST /flows`
    CreateFlow(Flow),
    /// `GET /flows/{id}`
    RetrieveFlow(FlowId),
    /// `GET /runs`
    ListRuns(ListQuery),
    /// `GET /runs/{id}`
    RetrieveRun(RunId),
    /// `POST` to an inlet's URL
    PostMessage(PostMessage),
    /// `POST` to the batch URL of an inlet
    PostMessageBatch(PostMessageBatch),
}

impl Operation {
    /// The placeholders that stand for secrets when this operation is encoded without them.
    pub fn placeholders(&self) -> Vec<String> {
        let mut names = vec![placeholder("accessToken"), placeholder("apiKey")];
        match self {
            Self::CreateBaseConnection(BaseConnection { auth, others, .. }) => {
                if let Some(auth) = auth {
                    names.extend(auth.params.placeholders());
                    names.extend(Document::Object(auth.others.clone()).placeholders());
                }
                names.extend(Document::Object(others.clone()).placeholders());
            }
            Self::UpdateBaseConnection(update) => {
                names.extend(update.patch.iter().flat_map(PatchOperation::placeholders));
            }
            _ => {}
        }
        names
    }
}
