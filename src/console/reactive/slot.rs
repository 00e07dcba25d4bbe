//! Where values lie, whatever their type.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{ArcTrigger, GetValue, LocalStorage, Notify, StoredValue as Place, Track};

/// A value with those who follow it.
struct Slot {
    trigger: ArcTrigger,
    value: RefCell<Rc<dyn Any>>,
}

/// Where a value is, until the owner that it was made under is cleaned up.
#[derive(Clone, Copy)]
pub(super) struct Handle(Place<Rc<Slot>, LocalStorage>);

impl Handle {
    pub fn new(value: Rc<dyn Any>) -> Self {
        Self(Place::new_local(Rc::new(Slot {
            trigger: ArcTrigger::new(),
            value: RefCell::new(value),
        })))
    }

    pub fn track(self) {
        if let Some(slot) = self.0.try_get_value() {
            slot.trigger.track();
        }
    }

    pub fn value(self) -> Rc<dyn Any> {
        Rc::clone(&self.0.get_value().value.borrow())
    }

    pub fn try_value(self) -> Option<Rc<dyn Any>> {
        let slot = self.0.try_get_value()?;
        let value = slot.value.try_borrow().ok()?;
        Some(Rc::clone(&value))
    }

    /// False when the value is gone.
    pub fn put(self, value: Rc<dyn Any>) -> bool {
        let Some(slot) = self.0.try_get_value() else {
            return false;
        };
        // The old value may own others, so it must not be dropped while its place is taken.
        let old = slot.value.replace(value);
        drop(old);
        true
    }

    pub fn notify(self) {
        if let Some(slot) = self.0.try_get_value() {
            slot.trigger.notify();
        }
    }
}

/// The value in its type, which is that of the handle it was put in with.
pub(super) fn cast<T: 'static>(value: Rc<dyn Any>) -> Rc<T> {
    match value.downcast() {
        Ok(value) => value,
        Err(_) => std::process::abort(),
    }
}

macro_rules! copies {
    ($($name:ident)*) => {$(
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}
    )*};
}

pub(super) use copies;
