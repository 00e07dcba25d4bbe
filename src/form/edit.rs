//! What a person does to a form. Each is one call, which answers with what has to be drawn again.

use super::Form;
use super::control::Control;
use super::input::Input;
use super::load::DEEPEST;
use super::node::{Kind, NodeId, SecretState, Told};
use crate::schema::Pointer;
use crate::secret::Secret;

/// What has to be drawn again.
#[derive(Debug, Default)]
pub struct Changes {
    /// Nodes whose own problem may have changed.
    pub problems: Vec<NodeId>,
    /// Nodes whose [`Form::problem_count`] has changed.
    pub counts: Vec<NodeId>,
    /// Nodes whose kind, selectors or children may have changed, with all that is below them.
    pub shapes: Vec<NodeId>,
    /// Whether the document may have changed.
    pub document: bool,
}

impl Changes {
    fn add(&mut self, further: Self) {
        self.problems.extend(further.problems);
        self.counts.extend(further.counts);
        self.shapes.extend(further.shapes);
        self.document |= further.document;
    }
}

impl Form {
    /// Puts something into a control. Nothing happens at nodes that have none, and at fixed values.
    pub fn set(&mut self, id: NodeId, input: Input) -> Changes {
        let (Kind::Leaf(control), false) = (self.kind(id), id.index() >= self.nodes.len()) else {
            return Changes::default();
        };
        let is_secret = matches!(control, Control::Secret | Control::Key { .. });
        if matches!(control, Control::Fixed(_)) || *self.input(id) == input && !self.is_exact(id) {
            return Changes::default();
        }
        let input = match input {
            Input::Text(text) if is_secret => Input::Secret(Secret::new(text)),
            other => other,
        };
        let node = self.node_mut(id);
        if is_secret && node.secret != SecretState::New {
            // Typing and taking it back leaves things as they were; to clear is said in so many words.
            node.secret = if input.is_empty() {
                SecretState::Kept
            } else {
                SecretState::Replaced
            };
        }
        node.input = input;
        node.exact = None;
        node.is_touched = true;
        self.changed(id)
    }

    fn is_exact(&self, id: NodeId) -> bool {
        self.node(id).exact.is_some()
    }

    /// Takes away a secret that the service has.
    pub fn clear_secret(&mut self, id: NodeId) -> Changes {
        self.set_secret(id, SecretState::Cleared)
    }

    /// Leaves a secret as the service has it.
    pub fn keep_secret(&mut self, id: NodeId) -> Changes {
        self.set_secret(id, SecretState::Kept)
    }

    fn set_secret(&mut self, id: NodeId, state: SecretState) -> Changes {
        let is_new = self.secret_state(id) == SecretState::New;
        if is_new || !matches!(self.input(id), Input::Secret(_)) {
            return Changes::default();
        }
        let node = self.node_mut(id);
        node.secret = state;
        node.input = Input::Secret(Secret::default());
        node.exact = None;
        self.changed(id)
    }

    /// Chooses a branch of a selector by its position, or none where that is allowed. What was typed in the branch
    /// that is left comes back with it.
    pub fn choose(&mut self, id: NodeId, selector: usize, branch: Option<usize>) -> Changes {
        let Some(found) = self.node(id).selectors.get(selector) else {
            return Changes::default();
        };
        let branch = branch.filter(|branch| *branch < found.branches.len());
        if found.chosen == branch || branch.is_none() && !found.optional {
            return Changes::default();
        }
        let (place, optional) = (found.place.clone(), found.optional);
        let node = self.node_mut(id);
        for (at, chosen) in &mut node.choices {
            if *at == place {
                *chosen = branch;
            }
        }
        node.is_chosen = optional && branch.is_some();
        node.shows_others = false;
        node.is_raw = false;
        if branch.is_none() {
            node.keeps_empty = false;
        }
        // A fixed member says which branch it is, even if what was loaded did without.
        for child in node.known.clone() {
            self.node_mut(child).is_omitted = false;
            self.sum(child);
        }
        self.reshape(id)
    }

    /// Makes the members of a group that were to be made later. Very far down it becomes JSON text instead.
    pub fn open(&mut self, id: NodeId) -> Changes {
        if !matches!(self.kind(id), Kind::Group(group) if !group.is_open) {
            return Changes::default();
        }
        let is_deep = self.depth(id) > DEEPEST;
        let node = self.node_mut(id);
        node.opened = true;
        node.is_raw |= is_deep;
        self.reshape(id)
    }

    /// Adds an element at the end of a list and says which node it is.
    pub fn add(&mut self, id: NodeId) -> (Option<NodeId>, Changes) {
        if !matches!(self.kind(id), Kind::List(list) if list.can_add) {
            return (None, Changes::default());
        }
        let item = self.push_element(id);
        let mut changes = self.open(item);
        changes.add(self.list_changed(id));
        (Some(item), changes)
    }

    /// Adds a member with a free name to a group and says which node it is.
    pub fn add_entry(&mut self, id: NodeId, name: &str) -> (Option<NodeId>, Changes) {
        if !matches!(self.kind(id), Kind::Group(group) if group.can_add) {
            return (None, Changes::default());
        }
        let entry = self.push_entry(id, name);
        let mut changes = self.open(entry);
        changes.add(self.list_changed(id));
        (Some(entry), changes)
    }

    pub(super) fn push_entry(&mut self, id: NodeId, name: &str) -> NodeId {
        let roots = self.entry_roots(id, name);
        let entry = self.create(Some(id), name, roots, true);
        self.node_mut(entry).is_entry = true;
        let node = self.node_mut(id);
        node.children.push(entry);
        if let Kind::Group(group) = &mut node.kind {
            group.entries.push(entry);
        }
        self.sum(entry);
        entry
    }

    /// Gives a member with a free name another one.
    pub fn rename(&mut self, id: NodeId, name: &str) -> Changes {
        let node = self.node(id);
        let (true, Some(parent)) = (node.is_entry, node.parent) else {
            return Changes::default();
        };
        if !matches!(self.kind(parent), Kind::Group(_)) {
            return Changes::default();
        }
        let before = node.token.clone();
        self.node_mut(id).token = name.to_owned();
        let roots = self.entry_roots(parent, name);
        if self.node(id).roots != roots {
            self.set_roots(id, roots);
        }
        self.shape(id);
        self.sum_entries(parent);
        // Both names may be mentioned somewhere.
        if self.reconsider(parent, Some(&before)) {
            self.shape_once(parent, None);
        }
        self.list_changed(parent)
    }

    /// Takes an element or a member with a free name away.
    pub fn remove(&mut self, id: NodeId) -> Changes {
        let node = self.node(id);
        let (true, Some(parent)) = (node.is_entry, node.parent) else {
            return Changes::default();
        };
        self.node_mut(id).is_there = false;
        let above = self.node_mut(parent);
        above.children.retain(|child| *child != id);
        if let Kind::Group(group) = &mut above.kind {
            group.entries.retain(|child| *child != id);
        }
        if matches!(self.kind(parent), Kind::List(_)) {
            self.place_elements(parent);
        } else {
            self.sum_entries(parent);
        }
        self.list_changed(parent)
    }

    /// Names may be the same no longer, or now.
    fn sum_entries(&mut self, id: NodeId) {
        for child in self.node(id).children.clone() {
            if self.node(child).is_entry {
                self.sum(child);
            }
        }
    }

    /// Moves an element to another position, and those between them by one.
    pub fn move_to(&mut self, id: NodeId, position: usize) -> Changes {
        let Some(parent) = self.node(id).parent else {
            return Changes::default();
        };
        let items = &mut self.node_mut(parent).children;
        let count = items.len();
        let Some(from) = items.iter().position(|item| *item == id) else {
            return Changes::default();
        };
        if !matches!(self.kind(parent), Kind::List(_)) || position >= count || from == position {
            return Changes::default();
        }
        let items = &mut self.node_mut(parent).children;
        items.remove(from);
        items.insert(position, id);
        self.place_elements(parent);
        self.list_changed(parent)
    }

    /// Notes what the service said about a value. It is forgotten when the value changes.
    pub fn refuse(&mut self, pointer: &Pointer, message: &str) -> Changes {
        let Some((mut id, _)) = self.nearest(pointer) else {
            return Changes::default();
        };
        while let (true, Some(parent)) = (self.node(id).hidden, self.node(id).parent) {
            id = parent;
        }
        self.node_mut(id).refusal = Some(message.to_owned());
        Changes {
            problems: vec![id],
            ..Changes::default()
        }
    }

    fn list_changed(&mut self, id: NodeId) -> Changes {
        let before = self.node(id).told;
        if matches!(self.kind(id), Kind::List(_)) {
            self.renew_secrets(id);
        }
        self.finish(id);
        let mut changes = Changes {
            shapes: vec![id],
            ..Changes::default()
        };
        self.climb(id, before, &mut changes);
        changes
    }

    fn reshape(&mut self, id: NodeId) -> Changes {
        let before = self.node(id).told;
        self.shape(id);
        let mut changes = Changes {
            shapes: vec![id],
            ..Changes::default()
        };
        self.climb(id, before, &mut changes);
        changes
    }

    /// A leaf has another value.
    fn changed(&mut self, id: NodeId) -> Changes {
        let node = self.node_mut(id);
        let before = node.told;
        let was = node.own.take();
        let was_refused = node.refusal.take().is_some();
        self.tell(id);
        let mut changes = Changes::default();
        if was_refused || was != self.node(id).own {
            changes.problems.push(id);
        }
        self.climb(id, before, &mut changes);
        changes
    }

    /// Carries a change to the nodes above. What stands beside is looked at only by the rules that mention it.
    pub(super) fn climb(&mut self, start: NodeId, before: Told, changes: &mut Changes) {
        changes.document = true;
        let (mut child, mut before) = (start, before);
        while let (true, Some(id)) = (self.node(child).is_there, self.node(child).parent) {
            let now = self.node(child).told;
            if now.problems != before.problems {
                changes.counts.push(child);
            }
            let token = self.token(child).to_owned();
            let node = self.node_mut(id);
            let (told, was_live) = (node.told, node.is_live());
            let (was, was_refused) = (node.own.clone(), node.refusal.take().is_some());
            node.below = (node.below + now.problems).saturating_sub(before.problems);
            node.contents = (node.contents + u32::from(now.has_content))
                .saturating_sub(u32::from(before.has_content));
            if self.reconsider(id, Some(&token)) {
                self.shape(id);
                changes.shapes.push(id);
            } else {
                self.reexamine(id, Some(&token));
                self.tell(id);
            }
            if was_refused || was != self.node(id).own {
                changes.problems.push(id);
            }
            if was_live != self.node(id).is_live() {
                self.woken(id, changes);
            }
            (child, before) = (id, told);
        }
        if self.node(child).told.problems != before.problems {
            changes.counts.push(child);
        }
    }

    /// An object begins or ceases to be sent: what is missing in it begins or ceases to count.
    fn woken(&self, id: NodeId, changes: &mut Changes) {
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            self.visit();
            let node = self.node(id);
            if node.own.is_some() && !changes.problems.contains(&id) {
                changes.problems.push(id);
            }
            if node.below > 0 || node.own.is_some() {
                changes.counts.push(id);
                open.extend(&node.children);
            }
        }
    }
}
