//! A schema and a value → the broken rules.

use std::sync::Arc;

use serde_json::Value;

use super::evaluate;
use super::keyword::{Compiled, NodeId};
use super::parse;
use super::pointer::Pointer;
use super::problem::{Defect, Problem};

/// A JSON Schema (draft-07), read and ready. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Schema {
    compiled: Arc<Compiled>,
    start: NodeId,
}

impl Schema {
    /// Reads a schema document. Never fails: what is malformed is ignored and reported by
    /// [`Schema::defects`].
    pub fn parse(document: &Value) -> Self {
        Self {
            compiled: Arc::new(parse::parse(document)),
            start: 0,
        }
    }

    /// What is wrong with the document, ordered by place; at most 1,000 defects are kept.
    pub fn defects(&self) -> &[Defect] {
        &self.compiled.defects
    }

    /// The document as it was given.
    pub fn document(&self) -> &Value {
        &self.compiled.document
    }

    /// The place of this schema in its document: the root, except for a [`Schema::part`].
    pub fn place(&self) -> Pointer {
        self.compiled.pointer(self.start)
    }

    /// The schema at a place of the document, which shares everything with this one. The place is
    /// seen from the root of the document. `None` if no schema is there.
    pub fn part(&self, place: &Pointer) -> Option<Self> {
        let start = self.compiled.node_at(place)?;
        let compiled = Arc::clone(&self.compiled);
        Some(Self { compiled, start })
    }

    /// Where the references that start at a place end: the place itself if there is no `$ref`.
    ///
    /// `None` if no schema is there. A reference that leads nowhere ends at itself.
    pub fn resolve(&self, place: &Pointer) -> Option<Pointer> {
        let end = self.compiled.follow(self.compiled.node_at(place)?);
        Some(self.compiled.pointer(end))
    }

    /// The rules that the value breaks; none if it is valid.
    ///
    /// The list ends early when it holds 10,000 problems or some 4 MB; it is never empty for an
    /// invalid value. Values of more than 128 levels, and those
    /// that lead through more than 256 schemas inside each other, are refused with
    /// [`Rule::TooDeep`](super::Rule::TooDeep).
    pub fn validate(&self, value: &Value) -> Vec<Problem> {
        evaluate::problems(&self.compiled, self.start, value)
    }

    /// Whether the value breaks no rule; cheaper than [`Schema::validate`], for it stops at the
    /// first.
    pub fn accepts(&self, value: &Value) -> bool {
        evaluate::accepts(&self.compiled, self.start, value)
    }
}
