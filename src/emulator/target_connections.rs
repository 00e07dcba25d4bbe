//! `/targetConnections`: a dataset of the data lake.

use super::connection_specs::resolve;
use super::creation::{Creation, check_name};
use super::refusal::Refusal;
use super::store::{Collection, Store};
use crate::api::HttpResponse;
use crate::model::{ConnectionSpecId, TargetConnection};

pub(super) fn create(
    store: &mut Store,
    creation: Creation<'_>,
    connection: &TargetConnection,
) -> Result<HttpResponse, Refusal> {
    check_name(&connection.name)?;
    let spec = resolve(&connection.connection_spec)?;
    if spec.id != ConnectionSpecId::data_lake() {
        let message = "connectionSpec.id: must be the data lake's";
        return Err(Refusal::provider(1307, message));
    }
    if connection.params.data_set_id.as_str().trim().is_empty() {
        return Err(Refusal::provider(1325, "params.dataSetId: is required"));
    }
    Ok(creation.store(store, Collection::TargetConnections).1)
}
