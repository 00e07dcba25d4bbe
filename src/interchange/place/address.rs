//! What a URL says: the service or an inlet, and which of its resources.

use super::given::{Placement, Reason, RequestKind, RequestPart};
use crate::api::{COLLECTION, HttpRequest, Method, SERVICE, Target};
use crate::interchange::placeholder::{has_placeholder, is_placeholder};

/// The collections of the service, as its paths have them.
const COLLECTIONS: [&str; 7] = [
    "connectionSpecs",
    "connections",
    "sourceConnections",
    "targetConnections",
    "flowSpecs",
    "flows",
    "runs",
];

/// A URL, taken apart.
pub(super) struct Address {
    /// As it was written.
    url: String,
    /// What stands before the collection, without a trailing slash.
    base: String,
    /// From the collection on, without the query.
    resource: Option<String>,
    /// With its question mark.
    query: String,
    is_inlet: bool,
}

impl Address {
    pub(super) fn read(url: &str) -> Self {
        let (path, query) = match url.find('?') {
            Some(mark) => url.split_at_checked(mark).unwrap_or((url, "")),
            None => (url, ""),
        };
        let path = path.trim_end_matches('/');
        let is_inlet = Target::read(path).path.starts_with(COLLECTION);
        // A portal may offer the service under a path of its own: what counts is how the path ends.
        let mut ends = path.rsplitn(3, '/');
        let (last, before_last) = (
            ends.next().unwrap_or_default(),
            ends.next().unwrap_or_default(),
        );
        let resource = if COLLECTIONS.contains(&last) {
            Some(last.to_owned())
        } else if COLLECTIONS.contains(&before_last) {
            Some([before_last, "/", last].concat())
        } else {
            None
        };
        let base = match &resource {
            Some(resource) => path.strip_suffix(resource.as_str()).unwrap_or(path),
            None => path,
        };
        Self {
            url: url.to_owned(),
            base: base.trim_end_matches('/').to_owned(),
            resource: resource.filter(|_| !is_inlet),
            query: query.to_owned(),
            is_inlet,
        }
    }

    pub(super) fn kind(&self, request: &HttpRequest) -> RequestKind {
        let is_post = request.method == Method::Post;
        match self.resource.as_deref() {
            _ if self.is_inlet && is_post => RequestKind::PostMessage,
            Some("connections") if is_post => RequestKind::CreateBaseConnection,
            Some("sourceConnections") if is_post => RequestKind::CreateSourceConnection,
            Some("targetConnections") if is_post => RequestKind::CreateTargetConnection,
            Some("flows") if is_post => RequestKind::CreateFlow,
            Some(_) if request.method == Method::Get => RequestKind::Read,
            _ => RequestKind::Unknown,
        }
    }

    /// The same under the service's own path, which the contract knows.
    pub(super) fn service_url(&self) -> String {
        match &self.resource {
            Some(resource) => [SERVICE, resource, &self.query].concat(),
            None => self.url.clone(),
        }
    }

    pub(super) fn place(&self, placement: &mut Placement) {
        if self.is_inlet {
            placement.inlet_url = Some(self.url.clone());
            if has_placeholder(&self.url) {
                placement.fill(RequestPart::Url, true);
            }
            self.leave_query(placement);
            return;
        }
        let Some(resource) = &self.resource else {
            placement.leave(RequestPart::Url, Reason::Unknown);
            return;
        };
        if is_placeholder(&self.base) {
            placement.fill(RequestPart::Url, false);
        } else {
            if has_placeholder(&self.base) || has_placeholder(resource) {
                placement.fill(RequestPart::Url, true);
            }
            placement.environment.flow_service_url =
                Some(self.base.clone()).filter(|base| !base.is_empty() && !has_placeholder(base));
        }
        if placement.kind != RequestKind::Read {
            self.leave_query(placement);
        }
    }

    /// Nothing that is sent has a query; an inlet takes the dataflow there, too.
    fn leave_query(&self, placement: &mut Placement) {
        for (name, value) in Target::read(&self.query).query {
            let is_flow = self.is_inlet && name == "x-adobe-flow-id";
            if is_flow && !is_placeholder(&value) {
                placement.flow_id = Some(value);
            } else if is_flow {
                placement.fill(RequestPart::Query(name), false);
            } else {
                placement.leave(RequestPart::Query(name), Reason::Unknown);
            }
        }
    }
}
