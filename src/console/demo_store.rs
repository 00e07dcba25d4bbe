//! The demo's world in the browser's database, as one value.
//!
//! A browser that denies it is no error: the demo then lasts as long as the page.

use serde_json::Value;
use wasm_bindgen::JsValue;

use super::database::{Database, Store};
use crate::emulator::Snapshot;

const RECORD: &str = "world";

/// The world as it was kept, as JSON text: one parser less in the page than with a tree of JavaScript objects; `None`
/// when there is none, or one of another version.
pub(super) async fn recall() -> Option<Snapshot> {
    let value = Database::open().await?.get(Store::Demo, RECORD).await?;
    let value: Value = serde_json::from_str(&value.as_string()?).ok()?;
    Snapshot::read(&value).ok()
}

/// Keeps the world.
pub(super) async fn keep(snapshot: &Snapshot) {
    let value = JsValue::from_str(&snapshot.to_json().to_string());
    if let Some(database) = Database::open().await {
        database.put(Store::Demo, RECORD, &value).await;
    }
}

/// Forgets the world.
pub(super) async fn forget() {
    if let Some(database) = Database::open().await {
        database.forget(Store::Demo, RECORD).await;
    }
}
