//! What only exists in a browser: the addresses of screens, the browser's own regular expressions, its languages.
//!
//! Run by `cargo xtask test web`, or by cargo with `wasm-bindgen-test-runner` as the runner.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "web/addresses.rs"]
mod addresses;
#[path = "web/languages.rs"]
mod languages;
#[path = "web/patterns.rs"]
mod patterns;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
