//! What a person changed in an object that the service has, as a JSON Patch.
//!
//! Members are changed one by one, never all at once: the service does not show secrets, or shows a mask instead, so
//! that whoever sends back what it showed takes the secrets away.

use serde_json::Value;

use super::Form;
use super::input::Input;
use super::node::{Kind, NodeId, SecretState};
use crate::schema::Pointer;
use crate::secret::{Document, Edit, PatchOperation};

/// A secret that the object had when it was loaded.
pub(super) struct KeptSecret {
    pub place: Pointer,
    /// The service showed that there is one, or could not do without.
    pub is_certain: bool,
}

/// A patch in the making.
struct Differences<'f> {
    form: &'f Form,
    found: Vec<(Pointer, Edit)>,
}

impl Form {
    /// The changes since the object was loaded, in the document's order; none of a form for a new object. What the
    /// schema does not know of is not in the form, and stays as it is.
    pub fn changes(&self) -> Vec<PatchOperation> {
        let Some(loaded) = &self.loaded else {
            return Vec::new();
        };
        let mut differences = Differences {
            form: self,
            found: Vec::new(),
        };
        differences.compare(&self.pointer(NodeId::ROOT), loaded, &self.document());
        differences.remove_secrets();
        let found = differences.found.into_iter();
        found
            .map(|(place, edit)| PatchOperation {
                path: place.to_string(),
                edit,
            })
            .collect()
    }

    /// What was loaded, without the secrets that nobody knows. Empty for a new object.
    pub fn loaded(&self) -> Document {
        self.loaded.clone().unwrap_or_default()
    }

    /// Puts the object as the service has it now in the place of the one that was loaded, and the changes on top of
    /// it. Returns the places that were changed on both sides.
    pub fn rebase(&mut self, value: &Value) -> Vec<Pointer> {
        let changes = self.changes();
        let before = self.loaded().with_placeholders();
        let unread = self.unread();
        let at = self.pointer(NodeId::ROOT);
        let mut fresh = Self::for_edit(self.schema.document(), &at, value);
        let now = fresh.loaded().with_placeholders();
        let mut wanted = fresh.document().reveal();
        let mut clashes = Vec::new();
        let mut cleared = Vec::new();
        for change in changes {
            let Ok(place) = change.path.parse::<Pointer>() else {
                continue;
            };
            let below: Vec<String> = place
                .tokens()
                .skip(at.tokens().count())
                .map(str::to_owned)
                .collect();
            let below = Pointer::from(below);
            if below.get(&before) != below.get(&now) {
                clashes.push(place.clone());
            }
            match change.edit {
                _ if unread.iter().any(|(known, _)| *known == place) => {}
                Edit::Add(new) | Edit::Replace(new) => {
                    // Nothing to be changed any more is no reason to lose what somebody wanted to be there.
                    let _ = below.set(&mut wanted, new.reveal());
                }
                Edit::Remove => {
                    below.remove(&mut wanted);
                    cleared.push(place);
                }
            }
        }
        fresh.load(&wanted);
        for place in cleared {
            if let Some(id) = fresh.find(&place) {
                fresh.clear_secret(id);
            }
        }
        for (place, text) in unread {
            if let Some(id) = fresh.find(&place) {
                fresh.set(id, Input::Text(text));
            }
        }
        clashes.retain(|place| {
            let place = place.to_string();
            fresh.changes().iter().any(|change| change.path == place)
        });
        *self = fresh;
        clashes
    }

    /// Undoes every change.
    pub fn undo_changes(&mut self) {
        if let Some(loaded) = &self.loaded {
            self.load(&loaded.reveal());
        }
    }

    /// The secrets that are to be taken away.
    pub fn cleared(&self) -> Vec<Pointer> {
        let mut found = Vec::new();
        self.walk(NodeId::ROOT, &mut |form, id| {
            if form.secret_state(id) == SecretState::Cleared {
                found.push(form.pointer(id));
            }
        });
        found
    }

    /// What was typed and is no value yet, by its place.
    pub fn unread(&self) -> Vec<(Pointer, String)> {
        let mut found = Vec::new();
        for (id, _) in self.problems() {
            if let Input::Text(text) = self.input(id)
                && !text.is_empty()
            {
                found.push((self.pointer(id), text.clone()));
            }
        }
        found
    }

    /// Whether the object had secrets when it was loaded, or may have had.
    pub fn keeps_secrets(&self) -> bool {
        !self.kept.is_empty()
    }

    /// Notes what was loaded: changes are told by it.
    pub(super) fn note_loaded(&mut self) {
        let mut unknown = Vec::new();
        let mut kept = Vec::new();
        self.walk(NodeId::ROOT, &mut |form, id| {
            let node = form.node(id);
            if form.is_unknown(id) {
                unknown.push(id);
            }
            if node.secret == SecretState::Kept {
                kept.push(KeptSecret {
                    place: form.pointer(id),
                    is_certain: node.keeps_empty || node.required,
                });
            }
        });
        for id in unknown {
            self.remove(id);
        }
        self.kept = kept;
        self.loaded = Some(self.document());
    }

    fn kept(&self, place: &Pointer) -> Option<&KeptSecret> {
        self.kept.iter().find(|secret| secret.place == *place)
    }

    /// A list in which something moved is sent as a whole, and its secrets with it.
    pub(super) fn renew_secrets(&mut self, list: NodeId) {
        let mut open = vec![list];
        while let Some(id) = open.pop() {
            open.extend(&self.node(id).children);
            let node = self.node_mut(id);
            if matches!(node.kind, Kind::Leaf(_)) && node.secret != SecretState::New {
                node.secret = SecretState::New;
                node.keeps_empty = false;
                self.sum(id);
            }
        }
    }
}

impl Differences<'_> {
    fn compare(&mut self, place: &Pointer, before: &Document, now: &Document) {
        match (before, now) {
            (Document::Object(was), Document::Object(is)) => {
                for (name, value) in was {
                    let below = place.child(name);
                    match is.iter().find(|(known, _)| known == name) {
                        Some((_, present)) => self.compare(&below, value, present),
                        None => self.found.push((below, Edit::Remove)),
                    }
                }
                for (name, value) in is {
                    if !was.iter().any(|(known, _)| known == name) {
                        let below = place.child(name);
                        let is_there = self.form.kept(&below).is_some_and(|it| it.is_certain);
                        let edit = if is_there { Edit::Replace } else { Edit::Add };
                        self.found.push((below, edit(value.clone())));
                    }
                }
            }
            (Document::Array(was), Document::Array(is))
                if was.len() == is.len() && self.keeps_below(place) =>
            {
                for (position, (was, is)) in was.iter().zip(is).enumerate() {
                    self.compare(&place.index(position), was, is);
                }
            }
            _ if before == now => {}
            _ => {
                let edit = Edit::Replace(now.clone());
                self.found.push((place.clone(), edit));
            }
        }
    }

    /// Whether something below stays that nobody can send.
    fn keeps_below(&self, place: &Pointer) -> bool {
        let mut kept = self.form.kept.iter();
        kept.any(|secret| {
            let id = self.form.find(&secret.place);
            secret.place.starts_with(place)
                && id.is_some_and(|id| self.form.secret_state(id) != SecretState::New)
        })
    }

    /// Those that were cleared, and those of a branch that was left, unless they go with what is around them.
    fn remove_secrets(&mut self) {
        for secret in &self.form.kept {
            let is_told = |(place, _): &(Pointer, Edit)| secret.place.starts_with(place);
            if self.found.iter().any(is_told) {
                continue;
            }
            let id = self.form.find(&secret.place);
            let is_gone = match id.map(|id| self.form.secret_state(id)) {
                Some(SecretState::Cleared) => true,
                Some(SecretState::Kept | SecretState::Replaced) => false,
                Some(SecretState::New) | None => secret.is_certain,
            };
            if is_gone {
                self.found.push((secret.place.clone(), Edit::Remove));
            }
        }
    }
}
