//! The state of a connector's form: the connection's own fields, the choice of authentication, and the fields of
//! each way to sign in. Those that are not chosen keep what was typed.

use std::sync::Arc;

use serde_json::json;

use crate::catalog::documented;
use crate::console::reactive::*;
use crate::console::schema_form::{FormState, Naming, Specification};
use crate::console::state::Console;
use crate::form::{Form, Input};
use crate::model::{AuthSpec, Authentication, BaseConnection, ConnectionSpec};
use crate::schema::Pointer;

/// One way to sign in, and what was typed for it.
pub(super) struct Variant {
    pub auth: AuthSpec,
    pub form: FormState,
}

/// The whole form.
#[derive(Clone)]
pub(super) struct Connector {
    pub spec: Arc<ConnectionSpec>,
    pub envelope: FormState,
    /// Older tutorials send it; most sources do without.
    pub provider: Option<FormState>,
    pub variants: Arc<[Variant]>,
    pub chosen: RwSignal<usize>,
    /// What stands in `auth` and no document knows; nothing, unless it came from elsewhere.
    pub others: FormState,
    /// Under which name the choice is kept.
    draft: Arc<str>,
}

/// Under which names its parts are kept while the page is away.
pub(super) fn draft_name(spec: &ConnectionSpec) -> String {
    format!("connection/{}/", spec.id)
}

impl Connector {
    /// Empty, or as it was left.
    pub fn new(console: Console, spec: Arc<ConnectionSpec>) -> Self {
        let draft = draft_name(&spec);
        let source = documented(&spec);
        let at = Pointer::root().child("auth").child("params");
        let variants = spec.auth_spec.iter().enumerate().map(|(position, auth)| {
            let form = console
                .drafts
                .form(&format!("{draft}{position}"), || Form::new(&auth.spec, &at));
            Variant {
                form: FormState::new(console, form, Naming::Pointer).of_specification(
                    Specification {
                        id: spec.id.to_string(),
                        source,
                        authentication: auth.name.clone(),
                    },
                ),
                auth: auth.clone(),
            }
        });
        let chosen = console
            .drafts
            .word(&format!("{draft}chosen"))
            .and_then(|position| position.parse().ok())
            .unwrap_or(0);
        let envelope = console
            .drafts
            .form(&format!("{draft}envelope"), envelope_form);
        let others = console.drafts.form(&format!("{draft}others"), others_form);
        Self {
            envelope: FormState::new(console, envelope, Naming::Pointer),
            provider: provider_form(console, &spec, &draft),
            variants: variants.collect(),
            chosen: RwSignal::new(chosen),
            others: FormState::new(console, others, Naming::Pointer),
            draft: draft.into(),
            spec,
        }
    }

    /// Chooses a way to sign in, and keeps the choice.
    pub fn choose(&self, console: Console, position: usize) {
        self.chosen.set(position);
        let name = [&*self.draft, "chosen"].concat();
        console.drafts.keep_word(&name, &position.to_string());
    }

    /// The chosen way to sign in; tracked.
    pub fn variant(&self) -> Option<&Variant> {
        self.variants.get(self.chosen.get())
    }

    /// The forms whose fields are sent; tracked.
    pub fn forms(&self) -> Vec<FormState> {
        let mut forms = vec![self.envelope];
        forms.extend(self.provider);
        forms.extend(self.variant().map(|variant| variant.form));
        forms.push(self.others);
        forms
    }

    /// The body of the request as it stands; tracked.
    pub fn connection(&self) -> BaseConnection {
        let envelope = self.envelope.document();
        let auth = self.variant().map(|variant| Authentication {
            spec_name: variant.auth.name.clone(),
            params: variant.form.document(),
            others: self.others.document().into_members(),
        });
        let mut others = envelope.clone().into_members();
        others.retain(|(name, _)| name != "name" && name != "description");
        BaseConnection {
            name: envelope.text(&["name"]).unwrap_or_default(),
            description: envelope.text(&["description"]),
            provider_id: self
                .provider
                .and_then(|form| form.document().text(&["providerId"])),
            auth,
            connection_spec: self.spec.reference(),
            others,
        }
    }
}

/// What every base connection has beside its authentication.
fn envelope_form() -> Form {
    let schema = json!({
        "properties": { "name": { "type": "string" }, "description": { "type": "string" } },
        "required": ["name"]
    });
    Form::new(&schema, &Pointer::root())
}

/// No member has a field of its own, and none is wrong.
fn others_form() -> Form {
    let schema = json!({ "properties": {} });
    Form::new(&schema, &Pointer::root().child("auth"))
}

/// Adobe's tutorials for inlets send the provider, so it is filled in for these; those for other sources do not.
fn provider_form(console: Console, spec: &ConnectionSpec, draft: &str) -> Option<FormState> {
    let provider = spec.provider_id.as_ref()?;
    let form = console.drafts.form(&format!("{draft}provider"), || {
        let schema = json!({
            "properties": { "providerId": { "type": "string", "examples": [provider] } },
            "additionalProperties": false
        });
        let mut form = Form::new(&schema, &Pointer::root());
        let id = form.find(&Pointer::root().child("providerId"));
        if let Some(id) = id.filter(|_| spec.provides_inlet()) {
            form.set(id, Input::Text(provider.clone()));
        }
        form
    });
    Some(FormState::new(console, form, Naming::Pointer))
}
