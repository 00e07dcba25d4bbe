//! The requests of an upload.

use super::job::Job;
use super::plan::Plan;
use crate::api::{Operation, PostMessage, PostMessageBatch};
use crate::console::environment::Environment;
use crate::ingest::Parcel;
use crate::model::FlowId;

/// How much of a request's body the log of all requests shows, in bytes.
const SHOWN_BYTES: usize = 16_384;

impl Job {
    /// The request that would send a record alone.
    pub fn single(&self, record: &str) -> Operation {
        let environment = self.console.environment.get_untracked();
        let plan = self.plan();
        let parcel = Parcel {
            number: 0,
            is_batch: false,
            is_validated: plan.sync_validation,
            body: String::new(),
            rows: Vec::new(),
            records: 1,
            attempt: 1,
        };
        operation(&plan, &environment, &parcel, record.to_owned())
    }
}

/// The request for a parcel, with this for its body.
pub(super) fn operation(
    plan: &Plan,
    environment: &Environment,
    parcel: &Parcel,
    body: String,
) -> Operation {
    let inlet_url = environment.inlet_url(&plan.inlet_url);
    let flow_id = (!plan.flow_id.is_empty()).then(|| FlowId::from(plan.flow_id.as_str()));
    let sandbox = plan
        .with_sandbox
        .then(|| environment.session.sandbox.clone());
    if parcel.is_batch {
        return Operation::PostMessageBatch(PostMessageBatch {
            inlet_url,
            flow_id,
            authenticated: plan.authenticated,
            sandbox,
            body,
        });
    }
    Operation::PostMessage(PostMessage {
        inlet_url,
        flow_id,
        authenticated: plan.authenticated,
        sandbox,
        sync_validation: parcel.is_validated,
        message: body,
    })
}

/// As much of a body as the log of requests shows.
pub(super) fn beginning(body: &str) -> String {
    if body.len() <= SHOWN_BYTES {
        return body.to_owned();
    }
    let mut end = SHOWN_BYTES;
    while !body.is_char_boundary(end) {
        end -= 1;
    }
    [body.get(..end).unwrap_or_default(), "…"].concat()
}
