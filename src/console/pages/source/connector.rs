//! The state of a connector's form: the connection's own fields, the choice of authentication, and the fields of
//! each way to sign in. Those that are not chosen keep what was typed.

use std::rc::Rc;
use std::sync::Arc;

use crate::console::reactive::*;
use serde_json::{Value, json};

use crate::api::{Operation, encode, lay_out};
use crate::catalog::documented;
use crate::console::schema_form::{FormState, JsonSide, Naming, Specification};
use crate::console::state::Console;
use crate::form::{FieldProblem, Form, Input, read_json};
use crate::model::{AuthSpec, Authentication, BaseConnection, ConnectionSpec};
use crate::schema::Pointer;
use crate::secret::Secrets;

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
        Self {
            envelope: FormState::new(console, envelope, Naming::Pointer),
            provider: provider_form(console, &spec, &draft),
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
    pub fn forms(&self) -> Vec<FormState> {
        let variant = self.variant().map(|variant| variant.form);
        std::iter::once(self.envelope)
            .chain(self.provider)
            .chain(variant)
            .collect()
    }

    /// The body of the request as it stands; tracked.
    pub fn connection(&self) -> BaseConnection {
        let envelope = self.envelope.document();
        let auth = self.variant().map(|variant| Authentication {
            spec_name: variant.auth.name.clone(),
            params: variant.form.document(),
        });
        BaseConnection {
            name: envelope.text(&["name"]).unwrap_or_default(),
            description: envelope.text(&["description"]),
            provider_id: self
                .provider
                .and_then(|form| form.document().text(&["providerId"])),
            auth,
            connection_spec: self.spec.reference(),
        }
    }
}

impl Connector {
    /// The whole body as text and back.
    pub fn json_side(&self, console: Console) -> JsonSide {
        let (written, read) = (self.clone(), self.clone());
        JsonSide {
            write: Rc::new(move || untrack(|| written.body_text(console))),
            read: Rc::new(move |text| read.read_body(text)),
        }
    }

    fn body_text(&self, console: Console) -> String {
        let operation = Operation::CreateBaseConnection(self.connection());
        let session = console.environment.get_untracked().session;
        let body = encode(&operation, &session, Secrets::Placeholders).body;
        let pieces = lay_out(&body.unwrap_or_default());
        pieces.into_iter().map(|piece| piece.text).collect()
    }

    /// Puts the members of a body where they belong. What stands for the source is the page's own, and stays.
    fn read_body(&self, text: &str) -> Result<(), FieldProblem> {
        let body = read_json(text)?;
        let mut own = body.as_object().cloned().unwrap_or_default();
        let auth = own.shift_remove("auth");
        own.shift_remove("connectionSpec");
        let provider = own.shift_remove("providerId");
        self.envelope.replace(|form| {
            form.load(&Value::Object(own));
        });
        if let Some(form) = self.provider {
            let text = provider.as_ref().and_then(Value::as_str).unwrap_or("");
            form.put_text("providerId", text);
        }
        let Some(auth) = auth else { return Ok(()) };
        let name = auth.get("specName").and_then(Value::as_str);
        let is_named = |variant: &Variant| Some(variant.auth.name.as_str()) == name;
        let chosen = self.chosen.get_untracked();
        let known = self
            .variants
            .get(chosen)
            .filter(|variant| is_named(variant));
        let position = match known {
            Some(_) => Some(chosen),
            None => self.variants.iter().position(is_named),
        };
        if let (Some(position), Some(params)) = (position, auth.get("params")) {
            self.chosen.set(position);
            if let Some(variant) = self.variants.get(position) {
                variant.form.replace(|form| {
                    form.load(params);
                });
            }
        }
        Ok(())
    }
}

/// What every base connection has beside its authentication.
fn envelope_form() -> Form {
    let schema = json!({
        "properties": { "name": { "type": "string" }, "description": { "type": "string" } },
        "required": ["name"],
        "additionalProperties": false
    });
    Form::new(&schema, &Pointer::root())
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
