//! The browser's IndexedDB, as far as the console needs it: one database, values by text keys.
//!
//! A browser that denies it is no error: whoever keeps something here goes on without.

use std::cell::RefCell;

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode,
};

use super::browser;

const NAME: &str = "flow-console";

/// Grows with [`Store`].
const VERSION: u32 = 2;

/// A part of the database.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Store {
    /// The demo's world.
    Demo,
    /// Uploads: what is sent where, and how far it may have come.
    Uploads,
    /// What the records of an upload are read from.
    Sources,
    /// What became of the records of an upload, answer by answer.
    Settlements,
}

const STORES: [Store; 4] = [
    Store::Demo,
    Store::Uploads,
    Store::Sources,
    Store::Settlements,
];

impl Store {
    fn name(self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::Uploads => "uploads",
            Self::Sources => "sources",
            Self::Settlements => "settlements",
        }
    }
}

/// The open database.
#[derive(Clone)]
pub(super) struct Database(IdbDatabase);

thread_local! {
    /// Opening takes longer than keeping something, so it stays open.
    static OPEN: RefCell<Option<Database>> = const { RefCell::new(None) };
}

impl Database {
    /// Opens it; `None` when the browser denies it, or another tab holds on to an older version.
    pub async fn open() -> Option<Self> {
        if let Some(open) = OPEN.with_borrow(Option::clone) {
            return Some(open);
        }
        let request = browser::window()?
            .indexed_db()
            .ok()
            .flatten()?
            .open_with_u32(NAME, VERSION)
            .ok()?;
        let opening = request.clone();
        let upgrade = Closure::once(move || make_stores(&opening));
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let database: IdbDatabase = finished(&request).await?.dyn_into().ok()?;
        // A newer console in another tab must not wait for this one.
        let closing = database.clone();
        let close = Closure::once_into_js(move || {
            closing.close();
            OPEN.take();
        });
        database.set_onversionchange(Some(close.unchecked_ref()));
        // Somebody cleared what the browser keeps for the page.
        let forget = Closure::once_into_js(|| drop(OPEN.take()));
        database.set_onclose(Some(forget.unchecked_ref()));
        OPEN.set(Some(Self(database.clone())));
        Some(Self(database))
    }

    /// What is kept under a key.
    pub async fn get(&self, store: Store, key: &str) -> Option<JsValue> {
        let request = self.reading(store)?.get(&JsValue::from_str(key)).ok()?;
        let value = finished(&request).await?;
        (!value.is_undefined()).then_some(value)
    }

    /// All values whose key begins so, by their keys.
    pub async fn all(&self, store: Store, prefix: &str) -> Option<Vec<JsValue>> {
        let last = format!("{prefix}\u{ffff}");
        let range = IdbKeyRange::bound(&prefix.into(), &last.into()).ok()?;
        let request = self.reading(store)?.get_all_with_key(&range).ok()?;
        let values: Array = finished(&request).await?.dyn_into().ok()?;
        Some(values.iter().collect())
    }

    /// Keeps a value; true once the browser has it for good.
    pub async fn put(&self, store: Store, key: &str, value: &JsValue) -> bool {
        self.put_all(key, &[(store, value)]).await
    }

    /// Keeps several values, all of them or none; true once the browser has them for good.
    pub async fn put_all(&self, key: &str, values: &[(Store, &JsValue)]) -> bool {
        let stores: Vec<Store> = values.iter().map(|(store, _)| *store).collect();
        self.change(&stores, |transaction| {
            values.iter().all(|(store, value)| {
                let put = |store: IdbObjectStore| store.put_with_key(value, &key.into()).is_ok();
                transaction.object_store(store.name()).is_ok_and(put)
            })
        })
        .await
    }

    /// Forgets all values whose key begins so.
    pub async fn forget(&self, store: Store, prefix: &str) -> bool {
        let last = format!("{prefix}\u{ffff}");
        let Ok(range) = IdbKeyRange::bound(&prefix.into(), &last.into()) else {
            return false;
        };
        self.change(&[store], |transaction| {
            let delete = |store: IdbObjectStore| store.delete(&range).is_ok();
            transaction.object_store(store.name()).is_ok_and(delete)
        })
        .await
    }

    fn reading(&self, store: Store) -> Option<IdbObjectStore> {
        let transaction = self.0.transaction_with_str(store.name()).ok()?;
        transaction.object_store(store.name()).ok()
    }

    /// One transaction a change: it ends by itself when nothing is asked of it, so nothing else is awaited in it. When
    /// a part of the change fails, nothing of it stays.
    async fn change(&self, stores: &[Store], act: impl FnOnce(&IdbTransaction) -> bool) -> bool {
        let names: Array = stores
            .iter()
            .map(|store| JsValue::from_str(store.name()))
            .collect();
        let Ok(transaction) = self
            .0
            .transaction_with_str_sequence_and_mode(&names, IdbTransactionMode::Readwrite)
        else {
            return false;
        };
        if act(&transaction) {
            return completed(&transaction).await;
        }
        let _ = transaction.abort();
        false
    }
}

fn make_stores(opening: &web_sys::IdbOpenDbRequest) {
    let database = opening.result().ok();
    let Some(database) = database.and_then(|result| result.dyn_into::<IdbDatabase>().ok()) else {
        return;
    };
    let known = database.object_store_names();
    for store in STORES {
        if !known.contains(store.name()) {
            let _ = database.create_object_store(store.name());
        }
    }
}

/// How long to wait for the database, in milliseconds. One that another tab holds on to may never answer, and the
/// page must not wait for it.
const PATIENCE_MS: u32 = 3_000;

/// Waits for a request.
async fn finished(request: &IdbRequest) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    in_time(&promise).await?;
    request.result().ok()
}

async fn completed(transaction: &IdbTransaction) -> bool {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        transaction.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await.is_ok()
}

async fn in_time(promise: &Promise) -> Option<JsValue> {
    let patience = wasm_bindgen_futures::future_to_promise(async {
        browser::sleep(PATIENCE_MS).await;
        Err(JsValue::NULL)
    });
    JsFuture::from(Promise::race(&Array::of2(promise, &patience)))
        .await
        .ok()
}
