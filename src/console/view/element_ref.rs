//! Elements that are there already, and what of them changes.

use super::document::{self, building};
use super::element::{Element, View};

/// An element that stands on the page or will, for parts that are changed in place and often.
#[derive(Clone)]
pub(in crate::console) struct ElementRef(web_sys::Element);

impl ElementRef {
    pub(super) fn to(element: web_sys::Element) -> Self {
        Self(element)
    }

    /// The first element in it; itself when there is none.
    pub fn first(&self) -> Self {
        self.or_self(building(&self.0).first())
    }

    /// The last element in it; itself when there is none.
    pub fn last(&self) -> Self {
        self.or_self(building(&self.0).last())
    }

    /// The element behind it; itself when there is none.
    pub fn next(&self) -> Self {
        self.or_self(building(&self.0).next())
    }

    fn or_self(&self, found: Option<web_sys::Element>) -> Self {
        Self(found.unwrap_or_else(|| self.0.clone()))
    }

    /// The first element in it that a selector of CSS selects.
    pub fn find(&self, selector: &str) -> Option<Self> {
        building(&self.0).find(selector).map(Self)
    }

    /// All elements directly in it.
    pub fn parts(&self) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut next = building(&self.0).first();
        while let Some(part) = next {
            next = building(&part).next();
            parts.push(Self(part));
        }
        parts
    }

    /// Sets an attribute.
    pub fn set_attribute(&self, name: &str, value: &str) {
        building(&self.0).set_attribute(name, value);
    }

    /// Removes an attribute.
    pub fn remove_attribute(&self, name: &str) {
        building(&self.0).remove_attribute(name);
    }

    /// Sets a control's `id`.
    pub fn set_id(&self, id: &str) {
        building(&self.0).set_id(id);
    }

    /// Sets a control's `name`.
    pub fn set_name(&self, name: &str) {
        building(&self.0).set_name(name);
    }

    /// Sets which control a label is for.
    pub fn set_for(&self, id: &str) {
        building(&self.0).set_for(id);
    }

    /// Sets a property that is a flag.
    pub fn set_flag(&self, name: &str, flag: bool) {
        document::set_flag_property(&self.0, name, flag);
    }

    /// Sets what a control holds.
    pub fn set_value(&self, value: &str) {
        building(&self.0).set_value(value);
    }

    /// Replaces all that stands in the element by text.
    pub fn set_text(&self, words: &str) {
        building(&self.0).set_text(words);
    }

    /// Puts text before all that stands in the element.
    pub fn prepend(&self, words: &str) {
        building(&self.0).prepend(words);
    }

    /// Puts an element at the end.
    pub fn append(&self, element: &Self) {
        building(&self.0).append(&element.0);
    }

    /// Puts a piece right before the element.
    pub fn put_before(&self, piece: impl Into<View>) {
        building(&self.0).before(piece.into().node());
    }

    /// Takes the element off the page.
    pub fn remove(&self) {
        building(&self.0).remove();
    }

    /// Another element that is alike, with all that is in it.
    pub fn copy(&self) -> Self {
        Self(building(&self.0).copy(true))
    }

    /// Calls back on an event. The browser drops the callback together with the element.
    pub fn on(&self, event: &str, callback: impl FnMut(web_sys::Event) + 'static) {
        Element::listen(&self.0, event, Box::new(callback));
    }

    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.0.get_attribute(name)
    }
}

/// One of a list's options.
pub(in crate::console) fn choice(title: &str, value: &str) -> ElementRef {
    ElementRef(document::Choice::new(title, value).into())
}
