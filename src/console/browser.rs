//! The window, as far as the console needs it. Every function copes with a browser that says no.

use std::pin::Pin;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Clipboard, Document, HtmlDialogElement, HtmlElement, HtmlInputElement,
    KeyboardEvent, Node, Storage, Url, Window,
};

use crate::words::Language;

/// The window, unless this runs somewhere without one.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    let now = Date::now();
    // Positive and far below 2^53 for the next hundred thousand years.
    now as u64
}

/// What stands behind the `#` of the address.
pub fn fragment() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The address of the page without what stands behind its `#`.
pub fn address_of_page() -> String {
    let address = window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Goes to an address of the console.
pub fn go(href: &str) {
    if let Some(window) = window() {
        // A hash can always be set; there is nothing to do about a browser in which it cannot.
        let _ = window.location().set_hash(href);
    }
}

/// Changes the address without a new entry in the browser's history.
pub fn replace(href: &str) {
    if let Some(window) = window() {
        let _ = window.location().replace(href);
    }
}

/// Calls back whenever the address behind the `#` changes. Lives as long as the page.
pub fn on_fragment_change(callback: impl Fn() + 'static) {
    listen("hashchange", callback);
}

/// Calls back on an event of the window. Lives as long as the page.
pub fn listen(event: &str, callback: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(callback);
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Puts the focus on an element, which also brings it into view; false when it is not there.
pub fn focus(id: &str) -> bool {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return false;
    };
    element
        .dyn_ref::<HtmlElement>()
        .is_some_and(|element| element.focus().is_ok())
}

/// Scrolls to an element.
pub fn bring_into_view(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view();
    }
}

/// How far down and how far to the right an element stands on the page, in pixels.
pub fn place_of(id: &str) -> Option<(i32, i32)> {
    let element = document()?.get_element_by_id(id)?;
    let element = element.dyn_ref::<HtmlElement>()?;
    Some((element.offset_top(), element.offset_left()))
}

/// The `id` of the element that an event comes from.
pub fn id_of(event: &web_sys::Event) -> String {
    target(event, "id").as_string().unwrap_or_default()
}

/// What stands in the `href` of the link that an event happened in, if it was in one.
pub fn link_of(event: &web_sys::Event) -> Option<String> {
    let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    element.closest("a[href]").ok()??.get_attribute("href")
}

/// The key that was pressed, alone: with others it may be one of the browser's own commands.
pub fn key_of(event: &web_sys::Event) -> Option<String> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let is_alone = !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key());
    (is_alone && !event.is_composing()).then(|| event.key())
}

/// Opens a dialog over the page, which keeps the focus until it is closed and gives it back then.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Opens every fold that an element is in.
pub fn unfold(id: &str) {
    let found = document().and_then(|document| document.get_element_by_id(id));
    let mut next = found.and_then(|element| element.closest("details:not([open])").ok().flatten());
    while let Some(fold) = next {
        let _ = fold.set_attribute("open", "");
        next = fold.closest("details:not([open])").ok().flatten();
    }
}

/// The text of the file that was chosen; see [`chosen_file`].
pub async fn chosen_text(event: &web_sys::Event) -> Option<String> {
    let text = chosen_file(event)?.text();
    JsFuture::from(text).await.ok()?.as_string()
}

/// The file that was chosen in the input that an event comes from. The input is emptied, so that the same file can be
/// chosen again.
pub fn chosen_file(event: &web_sys::Event) -> Option<web_sys::File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The name of the control that an event comes from.
pub fn name_of(event: &web_sys::Event) -> String {
    target(event, "name").as_string().unwrap_or_default()
}

/// Sets the value of the control that an event comes from.
pub fn set_value(event: &web_sys::Event, value: &str) {
    if let Some(control) = event.target() {
        let _ = Reflect::set(&control, &"value".into(), &value.into());
    }
}

/// Gives the reader a file, made of these parts.
pub fn download(name: &str, media_type: &str, parts: &[String]) {
    let texts = Array::new();
    for part in parts {
        texts.push(&JsValue::from_str(part));
    }
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let Ok(file) = Blob::new_with_str_sequence_and_options(&texts, &options) else {
        return;
    };
    let Ok(address) = Url::create_object_url_with_blob(&file) else {
        return;
    };
    let link = document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        link.click();
    }
    let revoke = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    // The browser reads the address after this function has returned.
    call_after(revoke.unchecked_ref(), 60_000);
}

/// Waits.
pub async fn sleep(milliseconds: u32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| call_after(&resolve, milliseconds));
    let _ = JsFuture::from(promise).await;
}

/// Calls a function of the browser's after some time.
pub fn call_after(function: &Function, milliseconds: u32) {
    if let Some(window) = window() {
        let wait = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(function, wait);
    }
}

/// Puts text on the clipboard; false when the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = of_navigator("clipboard") else {
        return false;
    };
    let clipboard: Clipboard = clipboard.unchecked_into();
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// A part of the browser that pages which are not served securely do not have at all.
pub fn of_navigator(name: &str) -> Option<JsValue> {
    let navigator = window()?.navigator();
    let part = Reflect::get(&navigator, &JsValue::from_str(name)).ok()?;
    part.is_object().then_some(part)
}

/// A store of the browser, unless it is denied (blocked cookies, a sandboxed frame).
fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Reads what was kept under a name.
pub fn recall(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps text under a name; false when the browser refuses or is full.
pub fn keep(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// A store of this tab alone, which lasts as long as the tab.
fn tab_storage() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}

/// Keeps text for this tab only; false when the browser refuses or is full.
pub fn keep_for_tab(name: &str, text: &str) -> bool {
    tab_storage().is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Reads what this tab kept.
pub fn recall_for_tab(name: &str) -> Option<String> {
    tab_storage()?.get_item(name).ok().flatten()
}

/// Forgets what this tab kept.
pub fn forget_for_tab(name: &str) {
    if let Some(storage) = tab_storage() {
        let _ = storage.remove_item(name);
    }
}

/// The languages the reader prefers, first choice first.
pub fn preferred_languages() -> Vec<String> {
    window()
        .map(|window| {
            window
                .navigator()
                .languages()
                .iter()
                .filter_map(|language| language.as_string())
                .collect()
        })
        .unwrap_or_default()
}

/// Decodes base64, also without padding and in its URL form.
pub fn decode_base64(text: &str) -> Option<String> {
    window()?
        .atob(&text.replace('-', "+").replace('_', "/"))
        .ok()
}

/// Sets an attribute of the page's root element.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Removes the element of that id, if it is there.
pub fn remove_element(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.remove();
    }
}

/// Shows the element of that id, which the page has in it from the start.
pub fn reveal_element(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let _ = element.remove_attribute("hidden");
    }
}

/// A moment in the reader's language and time zone, such as "21 Nov 2026, 10:04:31".
pub fn format_time(milliseconds: u64, language: Language) -> String {
    let options = Object::new();
    for name in ["dateStyle", "timeStyle"] {
        let _ = Reflect::set(&options, &name.into(), &"medium".into());
    }
    let format =
        Intl::DateTimeFormat::new(&Array::of1(&JsValue::from_str(language.locale())), &options);
    let date = Date::new(&JsValue::from_f64(milliseconds as f64));
    format
        .format()
        .call1(&JsValue::UNDEFINED, &date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// Runs a task that nobody waits for. Signals must be written with the `try_` methods in it: the page may be gone.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    spawn_boxed(Box::pin(task));
}

/// Boxed, so that the machinery around a task is compiled once and not once a task.
fn spawn_boxed(task: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(task);
}

/// The value of the input, select or text area that an event comes from.
pub fn value_of(event: &web_sys::Event) -> String {
    target(event, "value").as_string().unwrap_or_default()
}

/// Whether the checkbox is checked that an event comes from.
pub fn is_checked(event: &web_sys::Event) -> bool {
    target(event, "checked").is_truthy()
}

/// Where the focus goes that an event tells of; nothing if nowhere.
pub fn related_node(event: &web_sys::Event) -> Option<Node> {
    property(event, "relatedTarget").dyn_into().ok()
}

fn property(event: &web_sys::Event, name: &str) -> JsValue {
    Reflect::get(event, &JsValue::from_str(name)).unwrap_or_default()
}

fn target(event: &web_sys::Event, property: &str) -> JsValue {
    event
        .target()
        .and_then(|target| Reflect::get(&target, &JsValue::from_str(property)).ok())
        .unwrap_or_default()
}

/// Writes to the browser's console. For panics only: everything else is said on the page.
pub fn report(message: &str) {
    if let Some(console) = Reflect::get(&js_sys::global(), &JsValue::from_str("console")).ok()
        && let Ok(error) = Reflect::get(&console, &JsValue::from_str("error"))
        && let Some(error) = error.dyn_ref::<js_sys::Function>()
    {
        let _ = error.call1(&console, &JsValue::from_str(message));
    }
}
