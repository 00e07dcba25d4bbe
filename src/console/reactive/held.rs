//! What is kept without being followed, and what is done after changes.

use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::Effect as AnyEffect;

use super::slot::{Handle, cast, copies};

copies! { StoredValue Callback }

/// A value that nobody follows.
pub(in crate::console) struct StoredValue<T> {
    handle: Handle,
    of: PhantomData<fn() -> T>,
}

impl<T: 'static> StoredValue<T> {
    pub fn new(value: T) -> Self {
        Self {
            handle: Handle::new(Rc::new(value)),
            of: PhantomData,
        }
    }

    /// What a function makes of the value.
    pub fn with_value<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&cast::<T>(self.handle.value()))
    }

    /// What a function makes of the value; `None` when it is gone.
    pub fn try_with_value<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        Some(look(&cast::<T>(self.handle.try_value()?)))
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// A copy of the value.
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }

    /// A copy of the value; `None` when it is gone.
    pub fn try_get_value(self) -> Option<T> {
        self.try_with_value(T::clone)
    }

    /// Changes the value; `None` when it is gone.
    pub fn try_update_value<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let mut value = self.try_get_value()?;
        let outcome = change(&mut value);
        self.handle.put(Rc::new(value)).then_some(outcome)
    }
}

/// Something to be called back with a value.
pub(in crate::console) struct Callback<T> {
    handle: Handle,
    of: PhantomData<fn(T)>,
}

/// What a [`Callback`] keeps.
struct Called<T>(Box<dyn Fn(T)>);

impl<T: 'static> Callback<T> {
    pub fn new(run: impl Fn(T) + 'static) -> Self {
        Self {
            handle: Handle::new(Rc::new(Called(Box::new(run)))),
            of: PhantomData,
        }
    }

    /// Calls back, unless the page that is to be told was left.
    pub fn run(self, value: T) {
        if let Some(called) = self.handle.try_value() {
            cast::<Called<T>>(called).0(value);
        }
    }
}

/// What is done soon, and again after each change of what it reads.
pub(in crate::console) struct Effect;

impl Effect {
    /// Begins it. It ends with the owner that it was begun under.
    pub fn new(run: impl FnMut() + 'static) -> Self {
        run_boxed(Box::new(run));
        Self
    }
}

fn run_boxed(run: Box<dyn FnMut()>) {
    AnyEffect::new(run);
}
