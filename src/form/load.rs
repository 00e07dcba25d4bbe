//! A value → what is in the controls. Nothing is dropped: what the schema does not know becomes an entry, and what is
//! of another kind than the schema asks for is edited as JSON.

use serde_json::Value;

use super::Form;
use super::control::Control;
use super::input::Input;
use super::node::{Kind, NodeId, SecretState};
use super::reading::Whole;
use crate::schema::Pointer;
use crate::secret::Document;

/// Values further down are edited as JSON.
pub(super) const DEEPEST: usize = 48;

impl Form {
    /// Replaces what is in the form. Returns the places in the body that the schema does not provide for; they are
    /// kept nevertheless.
    ///
    /// A placeholder such as `$PASSWORD` in the place of that secret leaves the secret as it is. What was typed in
    /// branches that are not chosen stays there.
    pub fn load(&mut self, value: &Value) -> Vec<Pointer> {
        self.load_value(NodeId::ROOT, Some(value));
        self.restore(NodeId::ROOT, value);
        let mut unknown = Vec::new();
        self.walk(NodeId::ROOT, &mut |form, id| {
            let node = form.node(id);
            if node.is_raw || form.is_unknown(id) {
                unknown.push(form.pointer(id));
            }
        });
        unknown
    }

    /// As [`Form::load`], with secrets that stay secrets wherever they end up.
    pub fn load_document(&mut self, document: &Document) -> Vec<Pointer> {
        let unknown = self.load(&document.reveal());
        self.hide(NodeId::ROOT, document);
        self.sum_all(NodeId::ROOT);
        unknown
    }

    /// A member that the schema says nothing about, or nothing but that it must not be there.
    pub fn is_unknown(&self, id: NodeId) -> bool {
        let node = self.node(id);
        let document = self.schema.document();
        let mut roots = node.roots.iter().map(|root| root.get(document));
        node.is_entry && !self.is_element(id) && roots.all(|it| it == Some(&Value::Bool(false)))
    }

    fn hide(&mut self, id: NodeId, document: &Document) {
        match document {
            Document::Plain(_) => {}
            Document::Secret(secret) => {
                let is_open = matches!(self.input(id), Input::Text(_) | Input::Flag(_));
                if matches!(self.kind(id), Kind::Leaf(_)) && is_open {
                    let node = self.node_mut(id);
                    node.is_secret = true;
                    self.shape_once(id, None);
                    let node = self.node_mut(id);
                    node.input = Input::Secret(secret.clone());
                    node.is_touched = true;
                    self.finish(id);
                }
            }
            Document::Object(members) => {
                for (name, member) in members {
                    if let Some(child) = self.child(id, name) {
                        self.hide(child, member);
                    }
                }
            }
            Document::Array(items) => {
                for (position, item) in items.iter().enumerate() {
                    if let Some(child) = self.node(id).children.get(position).copied() {
                        self.hide(child, item);
                    }
                }
            }
        }
    }

    fn sum_all(&mut self, id: NodeId) {
        for child in self.node(id).children.clone() {
            self.sum_all(child);
        }
        self.sum(id);
    }

    pub(super) fn load_value(&mut self, id: NodeId, value: Option<&Value>) {
        let Some(value) = value else {
            return self.clear(id);
        };
        let is_deep = self.depth(id) > DEEPEST;
        let node = self.node_mut(id);
        node.is_raw = is_deep;
        node.is_secret = false;
        node.is_omitted = false;
        node.is_chosen = false;
        node.keeps_empty = false;
        node.shows_others = true;
        node.opened = true;
        node.refusal = None;
        self.shape_once(id, Some(value));
        let fits = match (self.kind(id), value) {
            (Kind::Group(_), Value::Object(members)) => {
                self.node_mut(id).keeps_empty = members.is_empty();
                self.load_members(id, value);
                true
            }
            (Kind::List(_), Value::Array(elements)) => {
                self.node_mut(id).keeps_empty = elements.is_empty();
                self.load_elements(id, elements);
                true
            }
            (Kind::Leaf(_), value) => self.fill(id, value),
            _ => false,
        };
        match fits {
            true => self.finish(id),
            false => self.load_as_json(id, value),
        }
    }

    fn load_as_json(&mut self, id: NodeId, value: &Value) {
        self.node_mut(id).is_raw = true;
        self.shape_once(id, Some(value));
        self.fill(id, value);
        self.finish(id);
    }

    /// Loading a value may make conditions hold that leave no place for another one: that is edited as JSON then.
    /// True if there was something to do.
    fn restore(&mut self, id: NodeId, value: &Value) -> bool {
        let mut is_restored = false;
        for child in self.node(id).children.clone() {
            let member = match value {
                Value::Array(elements) => {
                    let position = self.token(child).parse::<usize>().ok();
                    position.and_then(|it| elements.get(it))
                }
                _ => value.get(self.token(child)),
            };
            is_restored |= member.is_some_and(|member| self.restore(child, member));
        }
        if is_restored {
            self.finish(id);
        }
        if self.has_room_for(id, value) {
            return is_restored;
        }
        self.load_as_json(id, value);
        true
    }

    fn has_room_for(&self, id: NodeId, value: &Value) -> bool {
        match (self.kind(id), value) {
            (Kind::Group(_), Value::Object(members)) => {
                members.keys().all(|name| self.child(id, name).is_some())
            }
            (Kind::List(_), Value::Array(elements)) => {
                self.node(id).children.len() == elements.len()
            }
            (Kind::Leaf(Control::Secret | Control::Key { .. }), _) => true,
            _ => self.value(id, Whole::Sent).map(|it| it.reveal()).as_ref() == Some(value),
        }
    }

    pub(super) fn depth(&self, id: NodeId) -> usize {
        let mut depth = 0;
        let mut next = id;
        while let Some(parent) = self.node(next).parent {
            depth += 1;
            next = parent;
        }
        depth
    }

    fn load_members(&mut self, id: NodeId, value: &Value) {
        let children = self.node(id).children.clone();
        let mut gone = Vec::new();
        for child in &children {
            let found = value.get(self.token(*child));
            if found.is_none() && self.node(*child).is_entry {
                gone.push(*child);
            } else {
                let found = found.cloned();
                self.load_value(*child, found.as_ref());
            }
        }
        for child in &gone {
            self.node_mut(*child).is_there = false;
        }
        let node = self.node_mut(id);
        node.children.retain(|child| !gone.contains(child));
        if let Kind::Group(group) = &mut node.kind {
            group.entries.retain(|child| !gone.contains(child));
        }
        for (name, member) in value.as_object().into_iter().flatten() {
            let is_known = children.iter().any(|child| self.token(*child) == name);
            if !is_known {
                let entry = self.push_entry(id, name);
                self.load_value(entry, Some(member));
            }
        }
        // A member that the service fills in is shown only if it has done so.
        self.shape_once(id, Some(value));
    }

    fn load_elements(&mut self, id: NodeId, elements: &[Value]) {
        for child in self
            .node(id)
            .children
            .clone()
            .into_iter()
            .skip(elements.len())
        {
            self.node_mut(child).is_there = false;
        }
        self.node_mut(id).children.truncate(elements.len());
        self.place_elements(id);
        for (position, element) in elements.iter().enumerate() {
            let item = match self.node(id).children.get(position) {
                Some(item) => *item,
                None => self.push_element(id),
            };
            self.load_value(item, Some(element));
        }
    }

    /// As if nothing had been typed.
    fn clear(&mut self, id: NodeId) {
        let is_opening = self.is_opening;
        let node = self.node_mut(id);
        let was_raw = node.is_raw || node.is_secret;
        node.is_raw = false;
        node.is_secret = false;
        node.is_chosen = false;
        node.keeps_empty = false;
        node.refusal = None;
        if was_raw {
            self.shape_once(id, None);
        }
        let node = self.node_mut(id);
        match &node.kind {
            Kind::Leaf(control) => {
                let is_secret = matches!(control, Control::Secret | Control::Key { .. });
                node.is_omitted = matches!(control, Control::Fixed(_)) && !node.required;
                node.input = node.blank();
                node.exact = None;
                node.is_touched = false;
                // What the service shows nothing of may be there nevertheless.
                if is_secret && (is_opening || node.secret != SecretState::New) {
                    node.secret = SecretState::Kept;
                }
            }
            Kind::Group(_) => {
                node.shows_others = false;
                let children = node.children.clone();
                let (entries, members): (Vec<_>, Vec<_>) = children
                    .into_iter()
                    .partition(|child| self.node(*child).is_entry);
                for member in &members {
                    self.clear(*member);
                }
                for entry in &entries {
                    self.node_mut(*entry).is_there = false;
                }
                let node = self.node_mut(id);
                node.children.retain(|child| !entries.contains(child));
                if let Kind::Group(group) = &mut node.kind {
                    group.entries.clear();
                }
            }
            Kind::List(_) => {
                self.put_away(id);
                self.place_elements(id);
            }
            Kind::Unchosen => {}
        }
        self.finish(id);
    }
}
