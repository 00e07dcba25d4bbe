//! Which members an object may have at present, from all its layers.

use serde_json::{Map, Value, json};

use super::Form;
use super::control::is_set;
use super::input::Input;
use super::layers::Layers;
use super::node::{Kind, NodeId, SecretState};
use crate::schema::{Pointer, Schema};

/// Up to so many members are all shown at once.
const FEW: usize = 8;

/// So few optional members are not worth folding.
const FEW_OPTIONAL: usize = 3;

/// A member that the schema names.
pub(super) struct Member {
    token: String,
    roots: Vec<Pointer>,
    required: bool,
    /// Not to be given at present.
    is_out: bool,
}

/// What one layer says about the names of members.
struct Naming<'a> {
    place: Pointer,
    named: Option<&'a Map<String, Value>>,
    patterns: Vec<(Pointer, Schema)>,
    additional: bool,
}

impl Form {
    fn namings(&self, id: NodeId, layers: &[Pointer]) -> Vec<Naming<'_>> {
        let known = &self.node(id).patterns;
        let document = self.schema.document();
        let mut namings = Vec::new();
        for place in layers {
            let Some(Value::Object(layer)) = place.get(document) else {
                continue;
            };
            let mut patterns = Vec::new();
            let all = layer.get("patternProperties").and_then(Value::as_object);
            for pattern in all.into_iter().flat_map(Map::keys) {
                let place = place.child("patternProperties").child(pattern);
                let test = known.iter().find(|(at, _)| *at == place);
                let test = test.map_or_else(
                    || Schema::parse(&json!({ "pattern": pattern })),
                    |(_, test)| test.clone(),
                );
                patterns.push((place, test));
            }
            namings.push(Naming {
                place: place.clone(),
                named: layer.get("properties").and_then(Value::as_object),
                patterns,
                additional: layer.contains_key("additionalProperties"),
            });
        }
        namings
    }

    /// The tests for names that the layers have, by their places.
    pub(super) fn patterns(&self, id: NodeId, layers: &[Pointer]) -> Vec<(Pointer, Schema)> {
        let namings = self.namings(id, layers).into_iter();
        namings.flat_map(|it| it.patterns).collect()
    }

    /// The members that the layers name, in the order that the specification wants, or else in the schema's.
    pub(super) fn members(&self, id: NodeId, layers: &Layers) -> Vec<Member> {
        let namings = self.namings(id, &layers.active);
        let shows_others = self.node(id).shows_others;
        let mut members = Vec::new();
        for (position, naming) in namings.iter().enumerate() {
            let earlier = namings.get(..position).unwrap_or_default();
            for name in naming.named.into_iter().flat_map(Map::keys) {
                let is_known = |it: &Naming<'_>| it.named.is_some_and(|all| all.contains_key(name));
                if earlier.iter().any(is_known) {
                    continue;
                }
                let required = layers.required.contains_key(name);
                let is_forbidden = namings
                    .iter()
                    .any(|it| it.named.and_then(|all| all.get(name)) == Some(&Value::Bool(false)));
                let is_other = !required && !shows_others && layers.others.contains(name);
                members.push(Member {
                    token: name.clone(),
                    roots: roots(&namings, name),
                    required,
                    is_out: is_forbidden && !required || is_other,
                });
            }
        }
        let is_named = |name: &String| {
            namings
                .iter()
                .any(|it| it.named.is_some_and(|all| all.contains_key(name)))
        };
        for name in layers.required.keys().filter(|name| !is_named(name)) {
            members.push(Member {
                token: name.clone(),
                roots: roots(&namings, name),
                required: true,
                is_out: false,
            });
        }
        self.in_order(members)
    }

    /// Specifications say the order in one of several ways, if they do.
    fn in_order(&self, members: Vec<Member>) -> Vec<Member> {
        let wanted: Vec<Option<i64>> = members.iter().map(|it| self.order(it)).collect();
        if wanted.iter().all(Option::is_none) {
            return members;
        }
        let mut ordered: Vec<(i64, Member)> = Vec::new();
        for (member, wanted) in members.into_iter().zip(wanted) {
            let wanted = wanted.unwrap_or(i64::MAX);
            let position = ordered.partition_point(|(known, _)| *known <= wanted);
            ordered.insert(position, (wanted, member));
        }
        ordered.into_iter().map(|(_, member)| member).collect()
    }

    fn order(&self, member: &Member) -> Option<i64> {
        let place = member.roots.first()?;
        let schema = place.get(self.schema.document())?;
        let attributes = schema.get("uiAttributes").and_then(|it| it.get("order"));
        ["propertyOrder", "x-order", "order"]
            .iter()
            .find_map(|keyword| schema.get(*keyword))
            .or(attributes)
            .and_then(Value::as_i64)
    }

    /// Whether members may be added whose names are not in the schema. Not where nothing is said about them although
    /// others are named: then it is allowed, but not meant.
    pub(super) fn takes_others(&self, layers: &Layers) -> bool {
        let document = self.schema.document();
        let mut is_meant = false;
        let mut has_names = false;
        for layer in &layers.active {
            let Some(Value::Object(layer)) = layer.get(document) else {
                continue;
            };
            let has = |keyword: &str| layer.get(keyword).and_then(Value::as_object).is_some();
            match layer.get("additionalProperties") {
                Some(Value::Bool(false)) if !has("patternProperties") => return false,
                Some(Value::Bool(false)) | None => {}
                Some(_) => is_meant = true,
            }
            is_meant |= has("patternProperties");
            has_names |= has("properties");
        }
        is_meant || !has_names
    }

    /// The places that apply to a member with a free name.
    pub(super) fn entry_roots(&self, id: NodeId, name: &str) -> Vec<Pointer> {
        roots(&self.namings(id, &self.node(id).layers), name)
    }

    /// Puts the members below the node: those that were there before as they are, the others as they were left.
    pub(super) fn place_members(&mut self, id: NodeId, members: Vec<Member>) {
        let before = self.node(id).children.clone();
        self.put_away(id);
        let mut children = Vec::new();
        let mut shown = Vec::new();
        // Names do not repeat, so that what is made now is not looked for.
        let mut search = (0, self.node(id).known.len());
        for member in members {
            if member.is_out {
                continue;
            }
            let child = self.adopt(id, &member, &before, &mut search);
            children.push(child);
            if self.is_shown(child) {
                shown.push(child);
            }
        }
        let mut entries = Vec::new();
        for entry in before {
            if !self.node(entry).is_entry {
                continue;
            }
            let taken = children
                .iter()
                .copied()
                .find(|it| self.token(*it) == self.token(entry));
            match taken {
                Some(member) => self.carry(entry, member),
                None => entries.push(entry),
            }
        }
        children.extend(&entries);
        for child in &children {
            self.node_mut(*child).is_there = true;
        }
        let (main, more) = self.folded(shown);
        let node = self.node_mut(id);
        node.children = children;
        if let Kind::Group(group) = &mut node.kind {
            group.main = main;
            group.more = more;
            group.entries.clone_from(&entries);
        }
        // Only now, since whether a name is repeated is told by what stands beside it.
        for entry in entries {
            let roots = self.entry_roots(id, self.token(entry));
            if self.node(entry).roots != roots {
                self.set_roots(entry, roots);
                self.shape(entry);
            }
        }
    }

    /// Required members first; the others folded away when there are many.
    fn folded(&self, shown: Vec<NodeId>) -> (Vec<NodeId>, Vec<NodeId>) {
        let count = shown.len();
        let (mut main, optional): (Vec<_>, Vec<_>) = shown
            .into_iter()
            .partition(|it| self.node(*it).required || self.stays(*it));
        if count > FEW && optional.len() > FEW_OPTIONAL && !main.is_empty() {
            return (main, optional);
        }
        main.extend(optional);
        (main, Vec::new())
    }

    fn stays(&self, id: NodeId) -> bool {
        let attributes = self.keyword(id, "uiAttributes").and_then(Value::as_object);
        attributes.is_some_and(|it| is_set(it, "alwaysShow"))
            || self.keyword(id, "always_show") == Some(&Value::Bool(true))
    }

    /// The node for a member, found again or made. `search` is where to begin and among how many.
    fn adopt(
        &mut self,
        id: NodeId,
        member: &Member,
        before: &[NodeId],
        search: &mut (usize, usize),
    ) -> NodeId {
        let known = &self.node(id).known;
        let is_it = |child: &NodeId| {
            let node = self.node(*child);
            node.token == member.token && node.roots.first() == member.roots.first()
        };
        let (start, count) = *search;
        let mut positions = (0..count).map(|step| (start + step) % count);
        let found = positions.find_map(|position| {
            let child = known.get(position)?;
            is_it(child).then_some((position, *child))
        });
        if let Some((position, child)) = found {
            search.0 = position + 1;
            let was_required = self.node(child).required;
            self.node_mut(child).required = member.required;
            if self.node(child).roots != member.roots {
                self.set_roots(child, member.roots.clone());
                self.shape(child);
            } else if was_required != member.required {
                self.shape(child);
            }
            return child;
        }
        let child = self.create(
            Some(id),
            &member.token,
            member.roots.clone(),
            member.required,
        );
        self.node_mut(id).known.push(child);
        let same = before
            .iter()
            .copied()
            .find(|it| self.token(*it) == member.token);
        if let Some(same) = same {
            self.carry(same, child);
        }
        child
    }

    /// What was typed for a member goes on to another one of the same name and kind, unless that has something.
    fn carry(&mut self, from: NodeId, to: NodeId) {
        let source = self.node(from);
        let (Kind::Leaf(old), Kind::Leaf(new)) = (&source.kind, &self.node(to).kind) else {
            return;
        };
        let is_same = std::mem::discriminant(old) == std::mem::discriminant(new);
        let takes_json = source.is_entry && source.exact.is_some();
        if self.node(to).has_content() || !source.has_content() || !(is_same || takes_json) {
            return;
        }
        if let Some(value) = source.exact.clone().filter(|_| takes_json) {
            self.load_value(to, Some(&value));
            return;
        }
        let input: Input = source.input.clone();
        let target = self.node_mut(to);
        target.input = input;
        if target.secret != SecretState::New {
            target.secret = SecretState::Replaced;
        }
        target.is_touched = true;
        self.finish(to);
    }
}

/// All places that apply to the member of a name.
fn roots(namings: &[Naming<'_>], name: &str) -> Vec<Pointer> {
    let mut roots = Vec::new();
    for naming in namings {
        let mut is_known = false;
        if naming.named.is_some_and(|all| all.contains_key(name)) {
            is_known = true;
            roots.push(naming.place.child("properties").child(name));
        }
        for (place, pattern) in &naming.patterns {
            if pattern.accepts(&Value::String(name.to_owned())) {
                is_known = true;
                roots.push(place.clone());
            }
        }
        if !is_known && naming.additional {
            roots.push(naming.place.child("additionalProperties"));
        }
    }
    roots
}
