//! What is switched on and off beside the forms.

use crate::console::reactive::*;

/// Choices of yes and no.
#[derive(Clone, Copy)]
pub(super) struct Flags {
    /// Whether the inlet is shown the token; `None` until the reader decides otherwise than the connection says.
    pub with_token: RwSignal<Option<bool>>,
    pub inlet_wants_token: Signal<bool>,
    pub with_sandbox: RwSignal<bool>,
    pub sync_validation: RwSignal<bool>,
    pub resends: RwSignal<bool>,
    pub holds_back: RwSignal<bool>,
    /// A JSON Schema, as text.
    pub schema: RwSignal<String>,
    /// True once somebody chose between single records and batches.
    pub mode_is_chosen: RwSignal<bool>,
}

impl Flags {
    pub fn new(inlet_wants_token: Signal<bool>) -> Self {
        Self {
            with_token: RwSignal::new(None),
            inlet_wants_token,
            with_sandbox: RwSignal::new(false),
            sync_validation: RwSignal::new(false),
            resends: RwSignal::new(true),
            holds_back: RwSignal::new(true),
            schema: RwSignal::new(String::new()),
            mode_is_chosen: RwSignal::new(false),
        }
    }

    /// Whether the token goes along; tracked.
    pub fn authenticated(self) -> bool {
        self.with_token
            .get()
            .unwrap_or_else(|| self.inlet_wants_token.get())
    }
}
