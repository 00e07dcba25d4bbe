//! Every call that the console makes, as one closed set.

use crate::model::{
    BaseConnection, BaseConnectionId, ConnectionSpecId, Flow, FlowId, FlowSpecId, SourceConnection,
    SourceConnectionId, TargetConnection, TargetConnectionId,
};

use super::filter::Filter;
use crate::secret::{Document, placeholder};

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

/// One record for an inlet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostMessage {
    /// Where to, as read from the connection.
    pub inlet_url: String,
    /// The dataflow that takes the record; sent as `x-adobe-flow-id`. Records in XDM envelopes carry it inside.
    pub flow_id: Option<FlowId>,
    /// True for inlets that want the access token.
    pub authenticated: bool,
    /// The record, exactly as it was written: numbers of any length and the order of members survive.
    pub message: String,
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
    /// `POST` to an inlet's URL
    PostMessage(PostMessage),
}

impl Operation {
    /// The placeholders that stand for secrets when this operation is encoded without them.
    pub fn placeholders(&self) -> Vec<String> {
        let mut names = vec![placeholder("accessToken"), placeholder("apiKey")];
        if let Self::CreateBaseConnection(BaseConnection { auth, others, .. }) = self {
            if let Some(auth) = auth {
                names.extend(auth.params.placeholders());
                names.extend(Document::Object(auth.others.clone()).placeholders());
            }
            names.extend(Document::Object(others.clone()).placeholders());
        }
        names
    }
}
