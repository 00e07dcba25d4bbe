//! The browser host of a form alone, which `cargo xtask bench` measures: `tests/bench/flow.mjs` calls it.

use flow_console::console::form_bench::FormBench;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

/// Mounts forms.
#[wasm_bindgen]
pub struct Forms(FormBench);

#[wasm_bindgen]
impl Forms {
    /// What a form needs around it, made once.
    pub async fn open() -> Self {
        Self(FormBench::open().await)
    }

    /// Draws the form of a schema, holding a value, in an element. Both are JSON.
    pub fn mount(&self, schema: &str, value: &str, parent: HtmlElement) {
        self.0.mount(schema, value, parent);
    }

    /// Takes the form away.
    pub fn unmount(&self) {
        self.0.unmount();
    }

    /// The value at present as JSON.
    pub fn value(&self) -> String {
        self.0.value()
    }
}

fn main() {}
