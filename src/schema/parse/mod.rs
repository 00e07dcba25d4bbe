//! Document → nodes. A list of places still to be read instead of recursion, so that no document
//! can exhaust the stack.

mod circle;
mod read;
mod structure;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use serde_json::Value;

use crate::schema::keyword::{Body, Compiled, Node, NodeId, address};
use crate::schema::order::ordered;
use crate::schema::pointer::{self, Pointer};
use crate::schema::problem::{Defect, Flaw};
use crate::schema::uri;

/// How many levels of schemas inside schemas are read.
pub(super) const MAX_SCHEMA_DEPTH: usize = 256;
/// How long an `$id` or `$ref` may be, in bytes, as written and when put onto its base.
const MAX_REFERENCE_LENGTH: usize = 4_096;
/// How many defects are kept, and how many bytes their pointers may take together.
const MAX_DEFECTS: usize = 1_000;
const MAX_DEFECT_BYTES: usize = 1_000_000;

/// Reads a whole document.
pub(super) fn parse(document: &Value) -> Compiled {
    let document = Arc::new(document.clone());
    let mut parser = Parser::default();
    parser.add(&document, None, Vec::new(), &Rc::from(""), 1);
    loop {
        if let Some(place) = parser.unread.pop() {
            read::schema(&mut parser, &place);
        } else if let Some(reference) = parser.references.pop() {
            parser.resolve(&reference);
        } else {
            break;
        }
    }
    for id in circle::cut(&mut parser.compiled.nodes) {
        parser.defect(id, &["$ref"], Flaw::EndlessReference);
    }
    circle::shorten(&mut parser.compiled.nodes);
    circle::mark_shared(&mut parser.compiled.nodes);
    let mut compiled = parser.compiled;
    let found = compiled.defects;
    let by_place = ordered(found.len(), &|left, right| {
        let place = |position: usize| found.get(position).map(|defect| &defect.schema);
        place(left).cmp(&place(right))
    });
    let sorted = by_place
        .into_iter()
        .filter_map(|position| found.get(position));
    compiled.defects = sorted.cloned().collect();
    let known = parser.known.into_iter();
    compiled.places = known.map(|(address, place)| (address, place.id)).collect();
    compiled.document = document;
    compiled
}

/// A schema that has a number, but was not looked at yet.
pub(super) struct Place<'d> {
    pub(super) id: NodeId,
    pub(super) value: &'d Value,
    base: Rc<str>,
    depth: usize,
}

struct Reference<'d> {
    id: NodeId,
    text: &'d str,
    base: Rc<str>,
}

/// A node that `$id` gave a name, with what is needed to walk on from it.
#[derive(Clone)]
struct Resource<'d> {
    id: NodeId,
    value: &'d Value,
    base: Rc<str>,
    depth: usize,
}

#[derive(Default)]
pub(super) struct Parser<'d> {
    compiled: Compiled,
    /// From the address of a value in the document to its node: values are never copied while
    /// reading, so the address is the place.
    known: BTreeMap<usize, Resource<'d>>,
    /// From an absolute name, with `#` and the anchor if there is one, to its place.
    names: BTreeMap<String, Resource<'d>>,
    unread: Vec<Place<'d>>,
    references: Vec<Reference<'d>>,
    defect_bytes: usize,
}

impl<'d> Parser<'d> {
    /// Gives the schema at `tokens` below `parent` a number and leaves it to be read later.
    fn add(
        &mut self,
        value: &'d Value,
        parent: Option<NodeId>,
        tokens: Vec<String>,
        base: &Rc<str>,
        depth: usize,
    ) -> NodeId {
        let id = self.compiled.nodes.len();
        self.compiled.nodes.push(Node {
            parent,
            tokens,
            body: Body::Always,
            shared: false,
        });
        let base = self.name(id, value, base, depth);
        let resource = Resource {
            id,
            value,
            base: Rc::clone(&base),
            depth,
        };
        self.known.insert(address(value), resource);
        if depth > MAX_SCHEMA_DEPTH {
            let limit = MAX_SCHEMA_DEPTH;
            self.finish(id, Body::Unknown);
            self.defect(id, &[], Flaw::TooDeep { limit });
        } else {
            let place = Place {
                id,
                value,
                base,
                depth,
            };
            self.unread.push(place);
        }
        id
    }

    /// Adds the schema at `tokens` below the one that is being read.
    pub(super) fn below(&mut self, place: &Place<'d>, tokens: &[&str], value: &'d Value) -> NodeId {
        let tokens = tokens.iter().map(|&token| token.to_owned()).collect();
        if let Some(known) = self.known.get(&address(value)) {
            // A reference made something a schema that holds schemas read before.
            let id = known.id;
            if let Some(node) = self.compiled.nodes.get_mut(id) {
                node.shared = true;
            }
            return id;
        }
        self.add(value, Some(place.id), tokens, &place.base, place.depth + 1)
    }

    pub(super) fn finish(&mut self, id: NodeId, body: Body) {
        if let Some(node) = self.compiled.nodes.get_mut(id) {
            node.body = body;
        }
    }

    /// Notes a `$ref`; it is resolved when the whole document was read and all names are known.
    pub(super) fn refer(&mut self, place: &Place<'d>, text: &'d str) {
        self.references.push(Reference {
            id: place.id,
            text,
            base: Rc::clone(&place.base),
        });
    }

    /// Reports something at `below` the schema `id`, as long as there is room.
    pub(super) fn defect(&mut self, id: NodeId, below: &[&str], flaw: Flaw) {
        if self.compiled.defects.len() >= MAX_DEFECTS || self.defect_bytes > MAX_DEFECT_BYTES {
            return;
        }
        let start = self.compiled.pointer(id);
        let schema = below.iter().fold(start, |place, token| place.child(token));
        self.defect_bytes += schema.weight();
        self.compiled.defects.push(Defect { schema, flaw });
    }

    /// Registers the names of a schema and returns the base of what is inside it.
    fn name(&mut self, id: NodeId, value: &'d Value, base: &Rc<str>, depth: usize) -> Rc<str> {
        let mut resource = Resource {
            id,
            value,
            base: Rc::clone(base),
            depth,
        };
        if id == 0 {
            self.names.insert(String::new(), resource.clone());
        }
        // Beside a `$ref` everything is ignored, but the root still is what its name says.
        let ignored = id != 0 && value.get("$ref").is_some_and(Value::is_string);
        let Some(name) = value.get("$id").filter(|_| !ignored) else {
            return resource.base;
        };
        let Some((absolute, anchor)) = name.as_str().and_then(|it| absolute(base, it)) else {
            self.defect(id, &["$id"], Flaw::Malformed);
            return resource.base;
        };
        if *absolute != **base {
            resource.base = Rc::from(absolute.as_str());
            let named = resource.clone();
            self.names.entry(absolute).or_insert(named);
        }
        let base = Rc::clone(&resource.base);
        if !anchor.is_empty() {
            let full = [&base, "#", anchor].concat();
            self.names.entry(full).or_insert(resource);
        }
        base
    }

    fn resolve(&mut self, reference: &Reference<'d>) {
        let body = match self.target(reference) {
            Ok(target) => Body::Reference(target),
            Err(flaw) => {
                self.defect(reference.id, &["$ref"], flaw);
                Body::Unknown
            }
        };
        self.finish(reference.id, body);
    }

    fn target(&mut self, reference: &Reference<'d>) -> Result<NodeId, Flaw> {
        let text = reference.text;
        let Some((absolute, fragment)) = absolute(&reference.base, text) else {
            return Err(Flaw::Malformed);
        };
        let Some(resource) = self.names.get(&absolute).cloned() else {
            return Err(Flaw::RemoteReference {
                reference: text.to_owned(),
            });
        };
        let decoded = uri::percent_decode(fragment);
        let fragment = decoded.as_deref().unwrap_or(fragment);
        let found = if fragment.is_empty() {
            Some(resource.id)
        } else if fragment.starts_with('/') {
            self.walk(&resource, fragment)
        } else {
            let full = [&absolute, "#", fragment].concat();
            self.names.get(&full).map(|named| named.id)
        };
        found.ok_or_else(|| Flaw::UnresolvedReference {
            reference: text.to_owned(),
        })
    }

    /// Follows a pointer. It may lead to a place that no keyword made a schema; the reference
    /// makes it one.
    fn walk(&mut self, from: &Resource<'d>, fragment: &str) -> Option<NodeId> {
        let pointer: Pointer = fragment.parse().ok()?;
        let mut nearest = from.clone();
        let mut tokens = Vec::new();
        let mut value = from.value;
        for token in pointer.tokens() {
            value = pointer::step(value, token)?;
            tokens.push(token.to_owned());
            if let Some(known) = self.known.get(&address(value)) {
                nearest = known.clone();
                tokens.clear();
            }
        }
        if tokens.is_empty() {
            return Some(nearest.id);
        }
        let depth = nearest.depth + tokens.len();
        Some(self.add(value, Some(nearest.id), tokens, &nearest.base, depth))
    }
}

/// A name or reference without its fragment, put onto the base, and the fragment; `None` if it is
/// too long.
fn absolute<'t>(base: &str, text: &'t str) -> Option<(String, &'t str)> {
    let (name, fragment) = uri::split_fragment(text);
    let length = base.len() + text.len();
    (length <= MAX_REFERENCE_LENGTH).then(|| (uri::resolve(base, name), fragment))
}
