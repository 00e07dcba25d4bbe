//! The few calls of the DOM that build a page.
//!
//! Bound here rather than taken from `web_sys`: as they are used, none of them can fail, and a binding that says so
//! needs no error path at each of a thousand calls.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Node, Text};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    pub(super) fn create_element(tag: &str) -> Element;

    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    pub(super) fn create_element_of(namespace: &str, tag: &str) -> Element;

    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub(super) fn create_text(text: &str) -> Text;

    #[wasm_bindgen(js_namespace = document, js_name = createDocumentFragment)]
    pub(super) fn create_fragment() -> Node;

    #[wasm_bindgen(thread_local_v2, js_namespace = document, js_name = body)]
    pub(super) static BODY: HtmlElement;

    #[wasm_bindgen(js_namespace = Reflect, js_name = set)]
    pub(super) fn set_text_property(element: &Element, name: &str, value: &str);

    #[wasm_bindgen(js_namespace = Reflect, js_name = set)]
    pub(super) fn set_flag_property(element: &Element, name: &str, value: bool);

    /// A node, with the methods that a page is built by.
    #[wasm_bindgen(extends = Node)]
    pub(super) type Building;

    #[wasm_bindgen(method, js_name = appendChild)]
    pub(super) fn append(this: &Building, child: &Node);

    #[wasm_bindgen(method)]
    pub(super) fn before(this: &Building, node: &Node);

    #[wasm_bindgen(method)]
    pub(super) fn remove(this: &Building);

    #[wasm_bindgen(method, js_name = setAttribute)]
    pub(super) fn set_attribute(this: &Building, name: &str, value: &str);

    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub(super) fn remove_attribute(this: &Building, name: &str);

    #[wasm_bindgen(method, js_name = addEventListener)]
    pub(super) fn add_event_listener(this: &Building, event: &str, listener: &JsValue);
}

/// The same node, with the methods above.
pub(super) fn building(node: &Node) -> &Building {
    node.unchecked_ref()
}
