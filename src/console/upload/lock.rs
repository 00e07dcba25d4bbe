//! One tab an upload: two that sent the same records would send them twice.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::console::browser;

#[wasm_bindgen]
extern "C" {
    /// The browser's locks between tabs, which `web-sys` does not count as stable yet.
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        callback: &Function,
    ) -> Result<Promise, JsValue>;
}

/// Held by this tab until it is dropped, or the tab is gone.
pub(super) struct Lock {
    release: Option<Function>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

impl Lock {
    /// The lock of an upload; `None` when another tab has it. Where the browser has no locks, everybody gets it. It is
    /// asked for at once, not when the answer is awaited.
    pub fn take(id: &str) -> impl Future<Output = Option<Self>> + use<> {
        let asked = Self::ask(id);
        async move {
            let Some((answered, release)) = asked else {
                return Some(Self { release: None });
            };
            let is_ours = JsFuture::from(answered)
                .await
                .is_ok_and(|it| it.is_truthy());
            is_ours.then(|| Self {
                release: release.take(),
            })
        }
    }

    /// Asks for a lock: what tells whether it was given, and where what gives it back is put.
    fn ask(id: &str) -> Option<(Promise, Rc<RefCell<Option<Function>>>)> {
        let locks: LockManager = browser::of_navigator("locks")?.unchecked_into();
        let release = Rc::new(RefCell::new(None::<Function>));
        let answered = Promise::new(&mut |answer, _| {
            let (held, heard) = (Rc::clone(&release), answer.clone());
            // Called once, with the lock or with nothing. What it promises is when the lock is given back.
            let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
                let _ = heard.call1(&JsValue::UNDEFINED, &JsValue::from_bool(!lock.is_null()));
                if lock.is_null() {
                    return JsValue::UNDEFINED;
                }
                Promise::new(&mut |resolve, _| {
                    held.replace(Some(resolve));
                })
                .into()
            });
            let options = Object::new();
            let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
            let name = format!("flow-console/upload/{id}");
            if locks
                .request(&name, &options, callback.unchecked_ref())
                .is_err()
            {
                let _ = answer.call1(&JsValue::UNDEFINED, &JsValue::TRUE);
            }
        });
        Some((answered, release))
    }
}
