//! Operations with the reader of their answer, so that a page gets the type it asked for.

use super::failure::Failure;
use super::http::HttpResponse;
use super::operation::{BaseConnectionUpdate, ListQuery, Operation, PostMessage, PostMessageBatch};
use super::response::{
    Page, plain, read_batch_receipt, read_created, read_one, read_page, read_receipt, stored,
};
use crate::model::{
    BaseConnection, BaseConnectionId, BatchReceipt, ConnectionSpec, ConnectionSpecId, Created,
    Flow, FlowId, FlowRun, FlowSpec, FlowSpecId, MessageReceipt, RunId, SourceConnection,
    SourceConnectionId, Stored, TargetConnection, TargetConnectionId,
};

/// A call that answers with an `Answer`.
pub struct Call<Answer> {
    /// What is asked.
    pub operation: Operation,
    read: fn(&HttpResponse) -> Result<Answer, Failure>,
}

impl<Answer> Call<Answer> {
    /// Makes sense of the response.
    ///
    /// # Errors
    /// [`Failure::Refused`] when the answer is an error, [`Failure::Unreadable`] when it is something else than expected.
    pub fn read(&self, response: &HttpResponse) -> Result<Answer, Failure> {
        (self.read)(response)
    }
}

impl Call<Page<ConnectionSpec>> {
    /// The kinds of source there are.
    pub fn list_connection_specs(query: ListQuery) -> Self {
        Self {
            operation: Operation::ListConnectionSpecs(query),
            read: |response| read_page(response, plain),
        }
    }
}

impl Call<ConnectionSpec> {
    /// One kind of source.
    pub fn retrieve_connection_spec(id: ConnectionSpecId) -> Self {
        Self {
            operation: Operation::RetrieveConnectionSpec(id),
            read: |response| read_one(response, plain),
        }
    }
}

impl Call<Page<Stored<BaseConnectionId, BaseConnection>>> {
    /// The base connections of the sandbox.
    pub fn list_base_connections(query: ListQuery) -> Self {
        Self {
            operation: Operation::ListBaseConnections(query),
            read: |response| read_page(response, stored),
        }
    }
}

impl Call<Stored<BaseConnectionId, BaseConnection>> {
    /// One base connection, with its inlet if it has one.
    pub fn retrieve_base_connection(id: BaseConnectionId) -> Self {
        Self {
            operation: Operation::RetrieveBaseConnection(id),
            read: |response| read_one(response, stored),
        }
    }
}

impl Call<Created<BaseConnectionId>> {
    /// A new base connection.
    pub fn create_base_connection(connection: BaseConnection) -> Self {
        Self {
            operation: Operation::CreateBaseConnection(connection),
            read: read_created,
        }
    }
}

impl Call<Created<BaseConnectionId>> {
    /// Changes to a base connection. The answer has its next revision.
    pub fn update_base_connection(update: BaseConnectionUpdate) -> Self {
        Self {
            operation: Operation::UpdateBaseConnection(update),
            read: read_created,
        }
    }
}

impl Call<Created<SourceConnectionId>> {
    /// A new source connection.
    pub fn create_source_connection(connection: SourceConnection) -> Self {
        Self {
            operation: Operation::CreateSourceConnection(connection),
            read: read_created,
        }
    }
}

impl Call<Stored<SourceConnectionId, SourceConnection>> {
    /// One source connection.
    pub fn retrieve_source_connection(id: SourceConnectionId) -> Self {
        Self {
            operation: Operation::RetrieveSourceConnection(id),
            read: |response| read_one(response, stored),
        }
    }
}

impl Call<Created<TargetConnectionId>> {
    /// A new target connection.
    pub fn create_target_connection(connection: TargetConnection) -> Self {
        Self {
            operation: Operation::CreateTargetConnection(connection),
            read: read_created,
        }
    }
}

impl Call<Stored<TargetConnectionId, TargetConnection>> {
    /// One target connection.
    pub fn retrieve_target_connection(id: TargetConnectionId) -> Self {
        Self {
            operation: Operation::RetrieveTargetConnection(id),
            read: |response| read_one(response, stored),
        }
    }
}

impl Call<Page<FlowSpec>> {
    /// The kinds of dataflow there are.
    pub fn list_flow_specs(query: ListQuery) -> Self {
        Self {
            operation: Operation::ListFlowSpecs(query),
            read: |response| read_page(response, plain),
        }
    }
}

impl Call<FlowSpec> {
    /// One kind of dataflow.
    pub fn retrieve_flow_spec(id: FlowSpecId) -> Self {
        Self {
            operation: Operation::RetrieveFlowSpec(id),
            read: |response| read_one(response, plain),
        }
    }
}

impl Call<Page<Stored<FlowId, Flow>>> {
    /// The dataflows of the sandbox.
    pub fn list_flows(query: ListQuery) -> Self {
        Self {
            operation: Operation::ListFlows(query),
            read: |response| read_page(response, stored),
        }
    }
}

impl Call<Created<FlowId>> {
    /// A new dataflow.
    pub fn create_flow(flow: Flow) -> Self {
        Self {
            operation: Operation::CreateFlow(flow),
            read: read_created,
        }
    }
}

impl Call<Stored<FlowId, Flow>> {
    /// One dataflow.
    pub fn retrieve_flow(id: FlowId) -> Self {
        Self {
            operation: Operation::RetrieveFlow(id),
            read: |response| read_one(response, stored),
        }
    }
}

impl Call<Page<Stored<RunId, FlowRun>>> {
    /// The runs of the sandbox's dataflows; `flowId==…` leaves those of one.
    pub fn list_runs(query: ListQuery) -> Self {
        Self {
            operation: Operation::ListRuns(query),
            read: |response| read_page(response, stored),
        }
    }
}

impl Call<Stored<RunId, FlowRun>> {
    /// One run.
    pub fn retrieve_run(id: RunId) -> Self {
        Self {
            operation: Operation::RetrieveRun(id),
            read: |response| read_one(response, stored),
        }
    }
}

impl Call<MessageReceipt> {
    /// One record for an inlet.
    pub fn post_message(message: PostMessage) -> Self {
        Self {
            operation: Operation::PostMessage(message),
            read: read_receipt,
        }
    }
}

impl Call<BatchReceipt> {
    /// Many records for an inlet in one request.
    pub fn post_message_batch(batch: PostMessageBatch) -> Self {
        Self {
            operation: Operation::PostMessageBatch(batch),
            read: read_batch_receipt,
        }
    }
}
