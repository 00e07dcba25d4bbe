//! State that screens follow: Leptos' signals, memos and effects, each of them in one type.
//!
//! Leptos' own are compiled once for every type of value and every closure, which was a quarter of the page. Here
//! the values lie behind `Rc<dyn Any>` and the closures in boxes, so that Leptos' machinery is in the page once, and
//! what is left for each type is a cast. Names and meaning are Leptos'. A value that somebody reads stays as it was
//! while it is replaced, so reading and writing never get into each other's way.
//!
//! Must never know: Flow Service, elements, words. Entered by all of the console.

mod held;
mod slot;

use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{Get, GetUntracked, Memo as AnyMemo};

use slot::{Handle, cast, copies};

pub(super) use held::{Callback, Effect, StoredValue};
pub(super) use leptos::prelude::{Owner, RenderEffect, on_cleanup, untrack};

copies! { RwSignal Memo Signal }

/// A value that can be followed and changed.
pub(super) struct RwSignal<T> {
    handle: Handle,
    of: PhantomData<fn() -> T>,
}

impl<T: 'static> RwSignal<T> {
    pub fn new(value: T) -> Self {
        Self {
            handle: Handle::new(Rc::new(value)),
            of: PhantomData,
        }
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.handle.track();
    }

    /// The value as it is now; tracked.
    pub fn read(self) -> Rc<T> {
        self.handle.track();
        self.read_untracked()
    }

    /// The value as it is now.
    pub fn read_untracked(self) -> Rc<T> {
        cast(self.handle.value())
    }

    /// What a function makes of the value; tracked.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.read())
    }

    /// What a function makes of the value.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.read_untracked())
    }

    /// What a function makes of the value; `None` when it is gone.
    pub fn try_with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        Some(look(&cast::<T>(self.handle.try_value()?)))
    }

    /// Replaces the value.
    pub fn set(self, value: T) {
        self.try_set(value);
    }

    /// Replaces the value; false when it is gone, because its page was left.
    pub fn try_set(self, value: T) -> bool {
        let is_there = self.handle.put(Rc::new(value));
        self.handle.notify();
        is_there
    }
}

impl<T: Clone + 'static> RwSignal<T> {
    /// A copy of the value; tracked.
    pub fn get(self) -> T {
        T::clone(&self.read())
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T {
        T::clone(&self.read_untracked())
    }

    /// A copy of the value; `None` when it is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }

    /// Changes the value, unless it is gone.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(mut value) = self.try_get_untracked() {
            change(&mut value);
            self.set(value);
        }
    }
}

/// A value that follows from others, worked out when somebody reads it.
pub(super) struct Memo<T> {
    handle: Handle,
    /// Counts the changes of the value.
    version: AnyMemo<u32>,
    of: PhantomData<fn() -> T>,
}

impl<T: PartialEq + 'static> Memo<T> {
    /// `compute` gets the value before, if there is one.
    pub fn new(compute: impl Fn(Option<&T>) -> T + 'static) -> Self {
        // Nothing has been worked out yet: no value is of this type.
        struct Nothing;
        let handle = Handle::new(Rc::new(Nothing));
        let step = move || {
            let old = handle.try_value()?.downcast::<T>().ok();
            let new = compute(old.as_deref());
            let changed = old.is_none_or(|old| *old != new);
            changed.then(|| Rc::new(new) as Rc<dyn Any>)
        };
        Self {
            handle,
            version: count_changes(handle, Step(Box::new(step))),
            of: PhantomData,
        }
    }
}

/// Gives the new value, when it has changed.
struct Step(Box<dyn Fn() -> Option<Rc<dyn Any>>>);

fn count_changes(handle: Handle, step: Step) -> AnyMemo<u32> {
    let step = StoredValue::new(step);
    AnyMemo::new(move |version: Option<&u32>| {
        let version = version.copied().unwrap_or_default();
        match step.with_value(|step| step.0()) {
            Some(value) => {
                handle.put(value);
                version.wrapping_add(1)
            }
            None => version,
        }
    })
}

impl<T: 'static> Memo<T> {
    /// The value as it is now; tracked.
    pub fn read(self) -> Rc<T> {
        self.version.get();
        cast(self.handle.value())
    }

    /// The value as it is now.
    pub fn read_untracked(self) -> Rc<T> {
        self.version.get_untracked();
        cast(self.handle.value())
    }

    /// What a function makes of the value.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.read_untracked())
    }

    /// What a function makes of the value; tracked.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.read())
    }
}

impl<T: Clone + 'static> Memo<T> {
    /// A copy of the value; tracked.
    pub fn get(self) -> T {
        T::clone(&self.read())
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T {
        T::clone(&self.read_untracked())
    }
}

/// A value that is worked out each time that somebody reads it.
pub(super) struct Signal<T> {
    handle: Handle,
    of: PhantomData<fn() -> T>,
}

/// What a [`Signal`] keeps.
struct Derived<T>(Box<dyn Fn() -> T>);

impl<T: 'static> Signal<T> {
    pub fn derive(compute: impl Fn() -> T + 'static) -> Self {
        Self {
            handle: Handle::new(Rc::new(Derived(Box::new(compute)))),
            of: PhantomData,
        }
    }

    /// The value; tracked by what it is worked out from.
    pub fn get(self) -> T {
        cast::<Derived<T>>(self.handle.value()).0()
    }

    /// The value.
    pub fn get_untracked(self) -> T {
        untrack(|| self.get())
    }

    /// What a function makes of the value; tracked by what it is worked out from.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.get())
    }
}

impl<T: Clone + 'static> Signal<T> {
    /// A value that never changes.
    pub fn stored(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}

impl<T: Clone + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: Clone + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}
