//! The browser host: starts the console.

#[cfg(target_arch = "wasm32")]
fn main() {
    flow_console::console::start();
}

/// The console only lives in a browser; this keeps a native `cargo build --all-features` linking.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
