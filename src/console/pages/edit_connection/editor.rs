//! The state of the form: the connection's own fields and those of its way to sign in, and the revision that they
//! stand on. What was typed outlives the page, secrets only in memory.

use serde_json::{Value, json};

use super::StoredConnection;
use crate::api::{Call, Failure};
use crate::catalog::documented;
use crate::console::browser;
use crate::console::drafts::Drafts;
use crate::console::reactive::*;
use crate::console::routes::Route;
use crate::console::schema_form::{FormState, Naming, Specification};
use crate::console::state::Console;
use crate::form::{Form, NodeId};
use crate::model::{AuthSpec, BaseConnectionId, ConnectionSpec, Etag};
use crate::schema::Pointer;
use crate::secret::PatchOperation;

/// The whole form.
pub(super) struct Editor {
    pub id: BaseConnectionId,
    /// The revision that the form stands on.
    pub etag: RwSignal<Etag>,
    /// Set once the form has come to stand on another revision: what was changed on both sides.
    pub clashes: RwSignal<Option<Vec<String>>>,
    envelope: FormState,
    /// Nothing where the source does not describe the way to sign in.
    params: Option<FormState>,
    has_sign_in: bool,
}

/// The two parts of a connection that a form is made of.
struct Parts {
    etag: String,
    envelope: Value,
    params: Value,
}

impl Editor {
    /// With what the service has, and what was typed before on top of it.
    pub fn open(console: Console, connection: &StoredConnection, spec: &ConnectionSpec) -> Self {
        let draft = draft_name(&connection.id);
        let current = Parts::of(connection);
        let base = Parts::recall(console.drafts, &draft).filter(|base| base.etag != current.etag);
        let start = base.as_ref().unwrap_or(&current);
        let envelope = console.drafts.form(&[&*draft, "envelope"].concat(), || {
            Form::for_edit(&envelope_schema(), &Pointer::root(), &start.envelope)
        });
        let params = auth_spec(connection, spec, &current.params).map(|auth| {
            let params = console.drafts.form(&[&*draft, "params"].concat(), || {
                Form::for_edit(&auth.spec, &params_place(), &start.params)
            });
            FormState::new(console, params, Naming::Pointer).of_specification(Specification {
                id: spec.id.to_string(),
                source: documented(spec),
                authentication: auth.name.clone(),
            })
        });
        let editor = Self {
            id: connection.id.clone(),
            etag: RwSignal::new(connection.etag.clone().unwrap_or_default()),
            clashes: RwSignal::new(None),
            envelope: FormState::new(console, envelope, Naming::Pointer),
            params,
            has_sign_in: connection.content.auth.is_some(),
        };
        if base.is_some() {
            editor.rebase(&current);
        }
        editor.keep_base(console.drafts, &current.etag);
        editor
    }

    /// Whether there are parameters and nothing says what they are.
    pub fn is_sign_in_unknown(&self) -> bool {
        self.has_sign_in && self.params.is_none()
    }

    /// Whether there is anything that the service does not show.
    pub fn keeps_secrets(&self) -> bool {
        let mut forms = self.forms().into_iter();
        forms.any(|form| form.look(Form::keeps_secrets))
    }

    pub fn forms(&self) -> Vec<FormState> {
        let mut forms = vec![self.envelope];
        forms.extend(self.params);
        forms
    }

    /// What is sent; tracked.
    pub fn patch(&self) -> Vec<PatchOperation> {
        let mut patch = Vec::new();
        for form in self.forms() {
            form.track();
            patch.extend(form.look(Form::changes));
        }
        patch
    }

    /// Gives up every change.
    pub fn undo(&self) {
        for form in self.forms() {
            form.replace(Form::undo_changes);
        }
        self.clashes.set(None);
    }

    /// The changes are made: back to the connection, which says so.
    pub fn leave(&self, console: Console) {
        console.drafts.forget(&draft_name(&self.id));
        console.saved.set(Some(self.id.clone()));
        console.go(&Route::Connection(self.id.clone()));
    }

    /// Asks for the connection once more and puts the changes on top of it.
    pub fn load_anew(&self, console: Console, conflict: RwSignal<Option<Failure>>) {
        let editor = self.refer();
        let call = Call::retrieve_base_connection(self.id.clone());
        browser::spawn(async move {
            match console.send(&call).await {
                Ok(connection) => {
                    let current = Parts::of(&connection);
                    editor.rebase(&current);
                    editor.keep_base(console.drafts, &current.etag);
                    let _ = editor.etag.try_set(connection.etag.unwrap_or_default());
                    let _ = conflict.try_set(None);
                    // Once it stands there.
                    browser::sleep(0).await;
                    browser::focus("loaded-anew");
                }
                Err(failure) => {
                    let _ = conflict.try_set(Some(failure));
                }
            }
        });
    }

    fn refer(&self) -> Self {
        Self {
            id: self.id.clone(),
            ..*self
        }
    }

    fn rebase(&self, current: &Parts) {
        let mut clashes = Vec::new();
        let mut put = |form: FormState, value: &Value| {
            form.replace(|form| {
                let both = form.rebase(value);
                clashes.extend(both.iter().map(Pointer::to_string));
            });
        };
        put(self.envelope, &current.envelope);
        if let Some(params) = self.params {
            put(params, &current.params);
        }
        // Who changed nothing has nothing to check.
        let has_changes = self
            .forms()
            .iter()
            .any(|form| form.look(|it| !it.changes().is_empty()));
        self.clashes.set(has_changes.then_some(clashes));
    }

    /// Notes what the forms stand on, so that a reload can tell what was changed, and on which revision. What the
    /// service should not have shown is not in the forms, and so not kept.
    fn keep_base(&self, drafts: Drafts, etag: &str) {
        let loaded = |form: FormState| form.look(|form| form.loaded().without_secrets());
        let base = json!({
            "etag": etag,
            "envelope": loaded(self.envelope),
            "params": self.params.map(loaded),
        });
        let name = [&*draft_name(&self.id), "base"].concat();
        drafts.keep_word(&name, &base.to_string());
    }
}

impl Parts {
    fn of(connection: &StoredConnection) -> Self {
        let mut envelope = json!({ "name": connection.content.name });
        if let Some(description) = &connection.content.description {
            let _ = Pointer::root()
                .child("description")
                .set(&mut envelope, Value::String(description.clone()));
        }
        Self {
            etag: connection
                .etag
                .as_ref()
                .map(|etag| etag.0.clone())
                .unwrap_or_default(),
            envelope,
            params: params_place()
                .get(&connection.raw)
                .cloned()
                .unwrap_or_else(|| json!({})),
        }
    }

    fn recall(drafts: Drafts, draft: &str) -> Option<Self> {
        let text = drafts.word(&[draft, "base"].concat())?;
        let base: Value = serde_json::from_str(&text).ok()?;
        Some(Self {
            etag: base.get("etag")?.as_str()?.to_owned(),
            envelope: base.get("envelope")?.clone(),
            params: base.get("params")?.clone(),
        })
    }
}

/// Under which names its parts are kept while the page is away.
fn draft_name(id: &BaseConnectionId) -> String {
    ["edit/", id.as_str(), "/"].concat()
}

fn params_place() -> Pointer {
    Pointer::root().child("auth").child("params")
}

/// What every base connection has beside its authentication, as far as it can be changed.
fn envelope_schema() -> Value {
    json!({
        "properties": { "name": { "type": "string" }, "description": { "type": "string" } },
        "required": ["name"]
    })
}

/// The way to sign in that the connection was made with. A source may offer the same name on two clouds: then the one
/// whose form has least to say against the parameters.
fn auth_spec<'s>(
    connection: &StoredConnection,
    spec: &'s ConnectionSpec,
    params: &Value,
) -> Option<&'s AuthSpec> {
    let name = &connection.content.auth.as_ref()?.spec_name;
    let mut best: Option<(usize, &AuthSpec)> = None;
    for auth in spec.auth_spec.iter().filter(|auth| auth.name == *name) {
        let form = Form::for_edit(&auth.spec, &params_place(), params);
        let left_out = form.loaded().with_placeholders();
        let left_out = params
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(name, _)| left_out.get(name.as_str()).is_none());
        let misfits = form.problem_count(NodeId::ROOT) + left_out.count();
        if best.is_none_or(|(least, _)| misfits < least) {
            best = Some((misfits, auth));
        }
    }
    best.map(|(_, auth)| auth)
}
