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
    pub(super) fn set_flag_property(element: &Element, name: &str, value: bool);

    /// An option, made and filled by one call.
    #[wasm_bindgen(extends = Element, js_name = Option)]
    pub(super) type Choice;

    #[wasm_bindgen(constructor, js_class = "Option")]
    pub(super) fn new(title: &str, value: &str) -> Choice;

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

    #[wasm_bindgen(method, js_name = cloneNode)]
    pub(super) fn copy(this: &Building, with_all_in_it: bool) -> Element;

    /// Puts text at the beginning.
    #[wasm_bindgen(method)]
    pub(super) fn prepend(this: &Building, words: &str);

    #[wasm_bindgen(method, getter, js_name = firstElementChild)]
    pub(super) fn first(this: &Building) -> Option<Element>;

    #[wasm_bindgen(method, getter, js_name = lastElementChild)]
    pub(super) fn last(this: &Building) -> Option<Element>;

    #[wasm_bindgen(method, getter, js_name = nextElementSibling)]
    pub(super) fn next(this: &Building) -> Option<Element>;

    #[wasm_bindgen(method, js_name = querySelector)]
    pub(super) fn find(this: &Building, selector: &str) -> Option<Element>;

    // Properties take one text over to the browser where attributes take two.

    #[wasm_bindgen(method, setter, js_name = id)]
    pub(super) fn set_id(this: &Building, id: &str);

    #[wasm_bindgen(method, setter, js_name = name)]
    pub(super) fn set_name(this: &Building, name: &str);

    #[wasm_bindgen(method, setter, js_name = htmlFor)]
    pub(super) fn set_for(this: &Building, id: &str);

    #[wasm_bindgen(method, setter, js_name = value)]
    pub(super) fn set_value(this: &Building, value: &str);

    #[wasm_bindgen(method, setter, js_name = textContent)]
    pub(super) fn set_text(this: &Building, words: &str);

    #[wasm_bindgen(method, js_name = addEventListener)]
    pub(super) fn add_event_listener(this: &Building, event: &str, listener: &JsValue);
}

/// The same node, with the methods above.
pub(super) fn building(node: &Node) -> &Building {
    node.unchecked_ref()
}
