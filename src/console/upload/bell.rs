//! Waiting until something happens or some time is over, whichever comes first.

use std::cell::RefCell;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::console::browser;

/// Wakes the one task that waits. Rung while nobody does, it wakes the next at once.
#[derive(Default)]
pub(super) struct Bell(RefCell<State>);

#[derive(Default)]
enum State {
    #[default]
    Quiet,
    Rung,
    Awaited(Function),
}

impl Bell {
    /// Wakes the task.
    pub fn ring(&self) {
        if let Ok(mut state) = self.0.try_borrow_mut() {
            if let State::Awaited(wake) = &*state {
                let _ = wake.call0(&JsValue::UNDEFINED);
            }
            *state = State::Rung;
        }
    }

    /// Waits for the bell, or for so many milliseconds.
    pub async fn wait(&self, at_most: Option<u32>) {
        let promise = Promise::new(&mut |resolve, _| {
            let Ok(mut state) = self.0.try_borrow_mut() else {
                let _ = resolve.call0(&JsValue::UNDEFINED);
                return;
            };
            if matches!(*state, State::Rung) {
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }
            if let Some(milliseconds) = at_most {
                browser::call_after(&resolve, milliseconds);
            }
            *state = State::Awaited(resolve);
        });
        let _ = JsFuture::from(promise).await;
        if let Ok(mut state) = self.0.try_borrow_mut() {
            *state = State::Quiet;
        }
    }
}
