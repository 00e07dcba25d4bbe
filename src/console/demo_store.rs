//! The demo's world in the browser's IndexedDB: one database, one store, one record.
//!
//! A browser that denies it is no error: the demo then lasts as long as the page.

use js_sys::Promise;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbRequest, IdbTransactionMode};

use super::browser;
use crate::emulator::Snapshot;

const DATABASE: &str = "flow-console";
const STORE: &str = "demo";
const RECORD: &str = "world";

/// The world as it was kept, as JSON text: one parser less in the page than with a tree of JavaScript objects; `None` when there is none, or one of another version.
pub(super) async fn recall() -> Option<Snapshot> {
    let database = open().await?;
    let transaction = database.transaction_with_str(STORE).ok()?;
    let request = transaction
        .object_store(STORE)
        .ok()?
        .get(&JsValue::from_str(RECORD))
        .ok()?;
    let value = finished(&request).await?;
    let value: Value = serde_json::from_str(&value.as_string()?).ok()?;
    Snapshot::read(&value).ok()
}

/// Keeps the world.
pub(super) async fn keep(snapshot: &Snapshot) {
    let value = JsValue::from_str(&snapshot.to_json().to_string());
    write(Some(&value)).await;
}

/// Forgets the world.
pub(super) async fn forget() {
    write(None).await;
}

async fn write(value: Option<&JsValue>) -> Option<()> {
    let database = open().await?;
    let transaction = database
        .transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)
        .ok()?;
    let store = transaction.object_store(STORE).ok()?;
    let key = JsValue::from_str(RECORD);
    let request = match value {
        Some(value) => store.put_with_key(value, &key).ok()?,
        None => store.delete(&key).ok()?,
    };
    finished(&request).await.map(|_| ())
}

async fn open() -> Option<IdbDatabase> {
    let request = browser::window()?
        .indexed_db()
        .ok()
        .flatten()?
        .open_with_u32(DATABASE, 1)
        .ok()?;
    let opening = request.clone();
    let upgrade = Closure::once(move || {
        if let Some(database) = opening
            .result()
            .ok()
            .and_then(|result| result.dyn_into::<IdbDatabase>().ok())
        {
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    finished(&request).await?.dyn_into().ok()
}

/// How long to wait for the database, in milliseconds. One that another tab holds on to may never answer, and the
/// page must not wait for it.
const PATIENCE_MS: u32 = 3_000;

/// Waits for a request. A transaction ends by itself when nothing is asked of it, so nothing else is awaited in one.
async fn finished(request: &IdbRequest) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    let patience = wasm_bindgen_futures::future_to_promise(async {
        browser::sleep(PATIENCE_MS).await;
        Err(JsValue::NULL)
    });
    JsFuture::from(Promise::race(&js_sys::Array::of2(&promise, &patience)))
        .await
        .ok()?;
    request.result().ok()
}
