//! Elements, and what stands in them.

use std::borrow::Cow;

use wasm_bindgen::closure::Closure;
use web_sys::{Event, Node};

use super::document::{self, building};
use super::element_ref::ElementRef;
use super::live::{self, effect};

/// A piece of a page: an element, a text, or several of them.
#[must_use = "a view that is put nowhere is never seen"]
pub(in crate::console) struct View(Node);

impl View {
    /// The node, or a fragment with the nodes.
    pub(super) fn node(&self) -> &Node {
        &self.0
    }
}

impl From<Element> for View {
    fn from(element: Element) -> Self {
        Self(element.0.into())
    }
}

impl From<&Element> for View {
    fn from(element: &Element) -> Self {
        Self(element.0.clone().into())
    }
}

/// Nothing to see.
pub(in crate::console) fn nothing() -> View {
    View(document::create_fragment())
}

/// Several pieces beside each other.
pub(in crate::console) fn fragment(pieces: impl IntoIterator<Item = View>) -> View {
    let fragment = document::create_fragment();
    for piece in pieces {
        building(&fragment).append(piece.node());
    }
    View(fragment)
}

/// Text that stays as it is.
pub(in crate::console) fn text(text: &str) -> View {
    View(document::create_text(text).into())
}

/// A view around a node that was made elsewhere in this room.
pub(super) fn view_of(node: impl Into<Node>) -> View {
    View(node.into())
}

/// What an attribute or a text can be made of. `None` leaves an attribute out and a text empty.
pub(in crate::console) trait Wording {
    /// The words.
    fn words(self) -> Option<Cow<'static, str>>;
}

impl Wording for &'static str {
    fn words(self) -> Option<Cow<'static, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Wording for String {
    fn words(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self))
    }
}

impl<T: Wording> Wording for Option<T> {
    fn words(self) -> Option<Cow<'static, str>> {
        self.and_then(Wording::words)
    }
}

/// An element under construction. It exists from the start: every method changes the node itself.
#[must_use = "an element that is put nowhere is never seen"]
pub(in crate::console) struct Element(web_sys::Element);

impl Element {
    /// An element of any name.
    pub fn new(tag: &str) -> Self {
        Self(document::create_element(tag))
    }

    /// An element of a drawing.
    pub fn drawing(tag: &str) -> Self {
        Self(document::create_element_of(
            "http://www.w3.org/2000/svg",
            tag,
        ))
    }

    /// A way back to the element, once it stands on the page.
    pub fn refer(&self) -> ElementRef {
        ElementRef::to(self.0.clone())
    }

    /// Another element that is alike, with all that is in it, but for callbacks and what follows signals. It costs one
    /// call, where building it costs several for every attribute.
    pub fn copy(&self) -> Self {
        Self(building(&self.0).copy(true))
    }

    /// Sets an attribute.
    pub fn attribute(self, name: &str, value: &str) -> Self {
        building(&self.0).set_attribute(name, value);
        self
    }

    /// Sets an attribute, and again whenever a signal changes that `value` reads.
    pub fn live_attribute<W: Wording>(
        self,
        name: &'static str,
        value: impl Fn() -> W + 'static,
    ) -> Self {
        self.follow_attribute(name, Box::new(move || value().words()));
        self
    }

    fn follow_attribute(
        &self,
        name: &'static str,
        value: Box<dyn Fn() -> Option<Cow<'static, str>>>,
    ) {
        let node = self.0.clone();
        effect(move || match value() {
            Some(value) => building(&node).set_attribute(name, &value),
            None => building(&node).remove_attribute(name),
        });
    }

    /// The classes that the style sheets know.
    pub fn class(self, names: &str) -> Self {
        self.attribute("class", names)
    }

    /// A control's `id`, by which labels and messages refer to it.
    pub fn id(self, id: &str) -> Self {
        self.attribute("id", id)
    }

    /// Keeps a property that is text (`value`) in step.
    pub fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        let node = self.0.clone();
        let value: Box<dyn Fn() -> String> = Box::new(value);
        effect(move || building(&node).set_value(&value()));
        self
    }

    /// Keeps a property that is a flag (`checked`, `selected`, `hidden`, `disabled`, `open`) in step.
    pub fn live_flag(self, name: &'static str, flag: impl Fn() -> bool + 'static) -> Self {
        let node = self.0.clone();
        let flag: Box<dyn Fn() -> bool> = Box::new(flag);
        effect(move || document::set_flag_property(&node, name, flag()));
        self
    }

    /// Calls back on an event. The browser drops the callback together with the element.
    pub fn on(self, event: &str, callback: impl FnMut(Event) + 'static) -> Self {
        Self::listen(&self.0, event, Box::new(callback));
        self
    }

    pub(super) fn listen(node: &Node, event: &str, callback: Box<dyn FnMut(Event)>) {
        let listener = Closure::wrap(callback).into_js_value();
        building(node).add_event_listener(event, &listener);
    }

    /// Puts a piece at the end.
    pub fn child(self, piece: impl Into<View>) -> Self {
        building(&self.0).append(piece.into().node());
        self
    }

    /// Puts pieces at the end.
    pub fn children(mut self, pieces: impl IntoIterator<Item = View>) -> Self {
        for piece in pieces {
            self = self.child(piece);
        }
        self
    }

    /// Puts text at the end that stays as it is.
    pub fn text(self, words: &str) -> Self {
        self.child(text(words))
    }

    /// Puts text at the end that follows the signals it reads.
    pub fn live_text<W: Wording>(self, words: impl Fn() -> W + 'static) -> Self {
        self.child(live::live_text(words))
    }

    /// Puts a piece at the end that is made anew whenever a signal changes that `build` reads.
    pub fn live(self, build: impl Fn() -> View + 'static) -> Self {
        self.child(live::live(build))
    }

    /// Puts a piece at the end that is there only while a condition holds.
    pub fn show(
        self,
        condition: impl Fn() -> bool + 'static,
        build: impl Fn() -> View + 'static,
    ) -> Self {
        self.child(live::show(condition, build))
    }
}

impl<T: Into<View>> From<Option<T>> for View {
    fn from(piece: Option<T>) -> Self {
        piece.map_or_else(nothing, Into::into)
    }
}
