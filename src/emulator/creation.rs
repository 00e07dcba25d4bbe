//! What the creation of every resource has in common.

use serde_json::{Map, Value};

use super::gateway::Caller;
use super::refusal::Refusal;
use super::store::{Collection, Store};
use crate::api::{HttpRequest, HttpResponse, write_created};

/// A create request on its way into the store.
pub(super) struct Creation<'a> {
    pub(super) caller: &'a Caller,
    /// The body as it came, members that nobody knows included.
    pub(super) posted: Map<String, Value>,
    pub(super) now: u64,
}

impl<'a> Creation<'a> {
    /// Takes the body of a request that was decoded, so it is an object for certain.
    pub(super) fn new(caller: &'a Caller, request: &HttpRequest, now: u64) -> Self {
        let body = request.body.as_deref().unwrap_or_default();
        Self {
            caller,
            posted: serde_json::from_str(body).unwrap_or_default(),
            now,
        }
    }

    /// Keeps the body and writes the answer: 201, the identifier, the revision.
    pub(super) fn store(self, store: &mut Store, collection: Collection) -> (String, HttpResponse) {
        let (id, etag) = store.insert(self.caller, collection, self.posted, self.now);
        let mut response = write_created(collection.path(), &id, &etag);
        response.headers.push(("ETag".to_owned(), etag));
        (id, response)
    }
}

/// A name is needed, and blanks are none.
pub(super) fn check_name(name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() {
        Err(Refusal::provider(1304, "name: is required"))
    } else {
        Ok(())
    }
}
