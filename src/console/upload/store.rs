//! Uploads in the browser's database: the plan, what the records are read from, and what became of them.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, StorageManager};

use super::plan::Plan;
use crate::console::browser;
use crate::console::database::{Database, Store};

/// The part of the database that one upload has.
#[derive(Clone)]
pub(super) struct Shelf {
    database: Database,
    id: String,
}

/// An upload as the browser kept it.
pub(super) struct Kept {
    pub plan: Plan,
    pub source: Blob,
    /// One text for each answer, in the order in which they came.
    pub settlements: Vec<String>,
}

impl Shelf {
    /// A place for a new upload with all that it needs; `None` when the browser denies it or has no room.
    pub async fn lay_out(plan: &Plan, source: &Blob) -> Option<Self> {
        let database = Database::open().await?;
        let shelf = Self {
            database,
            id: plan.id.clone(),
        };
        let plan = serde_wasm_bindgen::to_value(plan).ok()?;
        let values = [(Store::Sources, source.as_ref()), (Store::Uploads, &plan)];
        let is_kept = shelf.database.put_all(&shelf.id, &values).await;
        if !is_kept {
            shelf.clear().await;
        }
        is_kept.then_some(shelf)
    }

    /// The plan as it is now; true once it is kept for good.
    pub async fn keep_plan(&self, plan: &Plan) -> bool {
        match serde_wasm_bindgen::to_value(plan) {
            Ok(value) => self.database.put(Store::Uploads, &self.id, &value).await,
            Err(_) => false,
        }
    }

    /// Adds what became of records. `number` counts these calls, from 0.
    pub async fn add(&self, number: u32, settlements: &str) -> bool {
        // In the order of their numbers, which is the order of texts of one length.
        let key = format!("{}/{number:010}", self.id);
        self.database
            .put(Store::Settlements, &key, &JsValue::from_str(settlements))
            .await
    }

    /// Forgets the upload.
    pub async fn clear(&self) {
        for store in [Store::Uploads, Store::Sources, Store::Settlements] {
            self.database.forget(store, &self.id).await;
        }
    }

    /// An upload by its name, with its place.
    pub async fn find(id: &str) -> Option<(Self, Kept)> {
        let database = Database::open().await?;
        let plan = database.get(Store::Uploads, id).await?;
        let plan = serde_wasm_bindgen::from_value(plan).ok()?;
        let source = database.get(Store::Sources, id).await?.dyn_into().ok()?;
        let texts = database.all(Store::Settlements, &format!("{id}/")).await?;
        let kept = Kept {
            plan,
            source,
            settlements: texts.iter().filter_map(JsValue::as_string).collect(),
        };
        let id = id.to_owned();
        Some((Self { database, id }, kept))
    }
}

/// How many bytes the browser still keeps for this page; `None` when it keeps nothing at all.
pub(super) async fn room() -> Option<f64> {
    Database::open().await?;
    // Where the browser does not say how much there is, it is tried.
    Some(estimate().await.unwrap_or(f64::INFINITY))
}

async fn estimate() -> Option<f64> {
    let storage: StorageManager = browser::of_navigator("storage")?.unchecked_into();
    let estimate = JsFuture::from(storage.estimate().ok()?).await.ok()?;
    let number = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
    Some(number("quota")? - number("usage")?)
}

/// The uploads that the browser keeps. One of another version of the console is none.
pub(super) async fn kept() -> Vec<Plan> {
    let Some(database) = Database::open().await else {
        return Vec::new();
    };
    let found = database.all(Store::Uploads, "").await.unwrap_or_default();
    let read = |value| serde_wasm_bindgen::from_value(value).ok();
    found.into_iter().filter_map(read).collect()
}
