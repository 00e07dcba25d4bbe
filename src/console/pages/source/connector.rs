//! The state of a connector's form: the connection's own fields, the choice of authentication, and the fields of
//! each way to sign in. Those that are not chosen keep what was typed.

use std::sync::Arc;

use crate::console::reactive::*;
use serde_json::json;

use crate::console::drafts::Draft;
use crate::console::schema_form::{FormState, Naming};
use crate::form::{Field, Input, build_fields};
use crate::model::{AuthSpec, Authentication, BaseConnection, ConnectionSpec};
use crate::schema::Pointer;

/// One way to sign in, and what was typed for it.
#[derive(Clone)]
pub(super) struct Variant {
    pub auth: Arc<AuthSpec>,
    pub form: FormState,
}

/// The whole form: the connection's own fields, the choice of authentication, and the chosen one's fields.
#[derive(Clone)]
pub(super) struct Connector {
    pub spec: Arc<ConnectionSpec>,
    pub envelope: FormState,
    /// Older tutorials send it; most sources do without.
    pub provider: Option<FormState>,
    pub variants: Arc<[Variant]>,
    pub chosen: RwSignal<usize>,
}

/// Under this name the draft remembers which way to sign in was chosen.
const CHOSEN: &str = "variant";

impl Connector {
    /// Empty, or as it was left.
    pub fn new(spec: Arc<ConnectionSpec>, draft: &Draft) -> Self {
        let at = Pointer::root().child("auth").child("params");
        let variants = spec
            .auth_spec
            .iter()
            .enumerate()
            .map(|(position, auth)| Variant {
                form: FormState::new(
                    build_fields(&auth.spec, &at),
                    Naming::Pointer,
                    &of_variant(draft, position),
                ),
                auth: Arc::new(auth.clone()),
            });
        let chosen = match draft.get(CHOSEN) {
            Some(Input::Text(position)) => position.parse().unwrap_or(0),
            _ => 0,
        };
        Self {
            envelope: FormState::new(envelope_fields(), Naming::Pointer, draft),
            provider: provider_form(&spec, draft),
            variants: variants.collect(),
            chosen: RwSignal::new(chosen),
            spec,
        }
    }

    /// The chosen way to sign in; tracked.
    pub fn variant(&self) -> Option<&Variant> {
        self.variants.get(self.chosen.get())
    }

    /// The forms whose fields are sent; tracked.
    pub fn forms(&self) -> Vec<&FormState> {
        std::iter::once(&self.envelope)
            .chain(&self.provider)
            .chain(self.variant().map(|variant| &variant.form))
            .collect()
    }

    /// The body of the request as it stands; tracked.
    pub fn connection(&self) -> BaseConnection {
        let envelope = self.envelope.gather().document;
        let auth = self.variant().map(|variant| Authentication {
            spec_name: variant.auth.name.clone(),
            params: variant
                .form
                .gather()
                .document
                .get(&["auth", "params"])
                .unwrap_or_default(),
        });
        BaseConnection {
            name: envelope.text(&["name"]).unwrap_or_default(),
            description: envelope.text(&["description"]),
            provider_id: self
                .provider
                .as_ref()
                .and_then(|form| form.gather().document.text(&["providerId"])),
            auth,
            connection_spec: self.spec.reference(),
        }
    }

    /// What is typed, to be kept while the page is away.
    pub fn draft(&self) -> Draft {
        let mut draft: Draft = self.envelope.inputs().collect();
        draft.extend(self.provider.iter().flat_map(FormState::inputs));
        for (position, variant) in self.variants.iter().enumerate() {
            draft.extend(
                variant
                    .form
                    .inputs()
                    .map(|(name, input)| (format!("{position}{name}"), input)),
            );
        }
        let chosen = self.chosen.try_get_untracked().unwrap_or(0);
        draft.put(CHOSEN, Input::Text(chosen.to_string()));
        draft
    }
}

/// The part of a draft that belongs to one way to sign in: `2/auth/params/server` → `/auth/params/server`.
fn of_variant(draft: &Draft, position: usize) -> Draft {
    let prefix = position.to_string();
    draft
        .iter()
        .filter_map(|(name, input)| Some((name.strip_prefix(&prefix)?, input)))
        .filter(|(name, _)| name.starts_with('/'))
        .map(|(name, input)| (name.to_owned(), input.clone()))
        .collect()
}

/// What every base connection has beside its authentication.
fn envelope_fields() -> Vec<Field> {
    let schema = json!({
        "properties": { "name": { "type": "string" }, "description": { "type": "string" } },
        "required": ["name"]
    });
    build_fields(&schema, &Pointer::root())
}

/// Adobe's tutorials for inlets send the provider, so it is filled in for these; those for other sources do not.
fn provider_form(spec: &ConnectionSpec, draft: &Draft) -> Option<FormState> {
    let provider = spec.provider_id.as_ref()?;
    let schema =
        json!({ "properties": { "providerId": { "type": "string", "examples": [provider] } } });
    let mut known = draft.clone();
    if spec.provides_inlet() && known.get("/providerId").is_none() {
        known.put("/providerId", Input::Text(provider.clone()));
    }
    Some(FormState::new(
        build_fields(&schema, &Pointer::root()),
        Naming::Pointer,
        &known,
    ))
}
