//! Which language a reader gets.

use flow_console::words::{Language, Words};
use wasm_bindgen_test::wasm_bindgen_test;

#[track_caller]
fn check(preferred: &[&str], expected: Language) {
    let preferred: Vec<String> = preferred.iter().map(|tag| (*tag).to_owned()).collect();
    assert_eq!(Language::best(&preferred), expected, "{preferred:?}");
}

#[wasm_bindgen_test]
fn the_first_language_that_there_is() {
    use Language::{English, French};
    check(&[], English);
    check(&["fr"], French);
    check(&["fr-CA", "en"], French);
    check(&["FR_fr"], French);
    check(&["en-AU", "fr"], English);
    check(&["de-CH", "fr-CH", "en"], French);
    check(&["de", "it"], English);
    check(&["fro", "frm"], English);
}

#[wasm_bindgen_test]
fn this_browser_gets_one_too() {
    let tags: Vec<String> = web_sys::window()
        .unwrap()
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect();
    assert!(!tags.is_empty());
    let language = Language::best(&tags);
    assert!(!Words::of(language).sources.is_empty());
    assert_eq!(Language::read(language.code()), Some(language));
    assert_eq!(Language::read(language.locale()), Some(language));
}
