//! Operation + session → request: the client's half of the contract.

use serde_json::Value;

use crate::model::{BaseConnection, FlowId, ToJson};
use crate::secret::{Document, Secrets};

use super::http::{HttpRequest, Method};
use super::inlet_url::{batch_url, with_sync_validation};
use super::operation::{BaseConnectionUpdate, ListQuery, Operation};
use super::session::Session;
use super::url;

/// The request that carries an operation out.
///
/// With [`Secrets::Placeholders`] it is the same request, from the same code, fit to be shown.
pub fn encode(operation: &Operation, session: &Session, secrets: Secrets) -> HttpRequest {
    let get = |path: &str| Part::read(path.to_owned(), None);
    match operation {
        Operation::ListConnectionSpecs(query) => {
            Part::read("connectionSpecs".to_owned(), Some(query))
        }
        Operation::RetrieveConnectionSpec(id) => get(&format!("connectionSpecs/{id}")),
        Operation::ListBaseConnections(query) => Part::read("connections".to_owned(), Some(query)),
        Operation::CreateBaseConnection(connection) => {
            Part::create("connections", base_connection(connection, secrets))
        }
        Operation::RetrieveBaseConnection(id) => get(&format!("connections/{id}")),
        Operation::UpdateBaseConnection(update) => Part::update("connections", update, secrets),
        Operation::CreateSourceConnection(connection) => {
            Part::create("sourceConnections", connection.to_json())
        }
        Operation::RetrieveSourceConnection(id) => get(&format!("sourceConnections/{id}")),
        Operation::CreateTargetConnection(connection) => {
            Part::create("targetConnections", connection.to_json())
        }
        Operation::RetrieveTargetConnection(id) => get(&format!("targetConnections/{id}")),
        Operation::ListFlowSpecs(query) => Part::read("flowSpecs".to_owned(), Some(query)),
        Operation::RetrieveFlowSpec(id) => get(&format!("flowSpecs/{id}")),
        Operation::ListFlows(query) => Part::read("flows".to_owned(), Some(query)),
        Operation::CreateFlow(flow) => Part::create("flows", flow.to_json()),
        Operation::RetrieveFlow(id) => get(&format!("flows/{id}")),
        Operation::ListRuns(query) => Part::read("runs".to_owned(), Some(query)),
        Operation::RetrieveRun(id) => get(&format!("runs/{id}")),
        Operation::PostMessage(post) => {
            let url = if post.sync_validation {
                with_sync_validation(&post.inlet_url)
            } else {
                post.inlet_url.clone()
            };
            return to_inlet(
                url,
                &post.message,
                &Inlet {
                    flow_id: post.flow_id.as_ref(),
                    authenticated: post.authenticated,
                    sandbox: post.sandbox.as_deref(),
                },
                session,
                secrets,
            );
        }
        Operation::PostMessageBatch(post) => {
            // An address without a path is nobody's, so nothing of it can be taken for a record.
            let url = batch_url(&post.inlet_url).unwrap_or_else(|| post.inlet_url.clone());
            return to_inlet(
                url,
                &post.body,
                &Inlet {
                    flow_id: post.flow_id.as_ref(),
                    authenticated: post.authenticated,
                    sandbox: post.sandbox.as_deref(),
                },
                session,
                secrets,
            );
        }
    }
    .into_request(session, secrets)
}

/// What differs between one Flow Service call and the next.
struct Part {
    method: Method,
    path: String,
    query: Vec<(String, String)>,
    /// The revision that is to be changed.
    etag: Option<String>,
    body: Option<String>,
}

impl Part {
    fn read(path: String, query: Option<&ListQuery>) -> Self {
        Self {
            method: Method::Get,
            path,
            query: query.map(pairs).unwrap_or_default(),
            etag: None,
            body: None,
        }
    }

    fn create(path: &str, body: Value) -> Self {
        Self {
            method: Method::Post,
            path: path.to_owned(),
            query: Vec::new(),
            etag: None,
            body: Some(body.to_string()),
        }
    }

    fn update(collection: &str, update: &BaseConnectionUpdate, secrets: Secrets) -> Self {
        let patch = update
            .patch
            .iter()
            .map(|operation| operation.to_json(secrets));
        Self {
            method: Method::Patch,
            path: format!("{collection}/{}", update.id),
            query: Vec::new(),
            etag: Some(quoted(&update.etag.0)),
            body: Some(Value::Array(patch.collect()).to_string()),
        }
    }

    fn into_request(self, session: &Session, secrets: Secrets) -> HttpRequest {
        let base = session.flow_service_url.trim_end_matches('/');
        let mut headers = session.headers(secrets);
        if self.body.is_some() {
            headers.push(content_type());
        }
        if let Some(etag) = self.etag {
            headers.push(("If-Match".to_owned(), etag));
        }
        HttpRequest {
            method: self.method,
            url: url::with_query(&format!("{base}/{}", self.path), &self.query),
            headers,
            body: self.body,
        }
    }
}

fn pairs(query: &ListQuery) -> Vec<(String, String)> {
    let filters = query
        .filters
        .iter()
        .map(|filter| ("property".to_owned(), filter.to_string()));
    let limit = query
        .limit
        .map(|limit| ("limit".to_owned(), limit.to_string()));
    let order_by = query
        .order_by
        .clone()
        .map(|order_by| ("orderby".to_owned(), order_by));
    let continuation = query
        .continuation
        .clone()
        .map(|token| ("continuationToken".to_owned(), token));
    filters
        .chain(limit)
        .chain(order_by)
        .chain(continuation)
        .collect()
}

/// An entity tag has quotation marks (RFC 9110); without them the service answers 412 even to the right one.
fn quoted(etag: &str) -> String {
    if etag.ends_with('"') {
        etag.to_owned()
    } else {
        ["\"", etag, "\""].concat()
    }
}

fn content_type() -> (String, String) {
    ("Content-Type".to_owned(), "application/json".to_owned())
}

/// The model writes placeholders; this is the one place that puts the secrets in.
fn base_connection(connection: &BaseConnection, secrets: Secrets) -> Value {
    let mut body = connection.to_json();
    if let (Some(auth), Some(params)) = (&connection.auth, body.pointer_mut("/auth/params")) {
        *params = auth.params.to_json(secrets);
        add(&auth.others, body.get_mut("auth"), secrets);
    }
    add(&connection.others, Some(&mut body), secrets);
    body
}

/// Members that have no place of their own, behind those that do.
fn add(others: &[(String, Document)], object: Option<&mut Value>, secrets: Secrets) {
    let Some(Value::Object(members)) = object else {
        return;
    };
    for (name, member) in others {
        // Below its own name, by which its placeholder is called.
        let alone = Document::Object(vec![(name.clone(), member.clone())]).to_json(secrets);
        if let Value::Object(alone) = alone {
            members.extend(alone);
        }
    }
}

/// What an inlet is told in headers.
struct Inlet<'a> {
    flow_id: Option<&'a FlowId>,
    authenticated: bool,
    sandbox: Option<&'a str>,
}

/// Inlets live on another host and take other headers: no key, no organisation, and a token only if they ask for it.
fn to_inlet(
    url: String,
    body: &str,
    inlet: &Inlet<'_>,
    session: &Session,
    secrets: Secrets,
) -> HttpRequest {
    let mut headers = Vec::new();
    if inlet.authenticated {
        headers.push(session.authorization(secrets));
    }
    headers.push(content_type());
    if let Some(id) = inlet.flow_id {
        headers.push(("x-adobe-flow-id".to_owned(), id.to_string()));
    }
    if let Some(sandbox) = inlet.sandbox {
        headers.push(("sandbox-name".to_owned(), sandbox.to_owned()));
    }
    HttpRequest {
        method: Method::Post,
        url,
        headers,
        body: Some(body.to_owned()),
    }
}
