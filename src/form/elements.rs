//! The elements of lists and of tuples: which schemas apply to a position, and whether there may be one more.

use serde_json::Value;

use super::Form;
use super::node::{Kind, List, NodeId};
use crate::schema::Pointer;

impl Form {
    /// Gives the elements of a list their positions and the schemas for these.
    pub(super) fn place_elements(&mut self, id: NodeId) {
        let items = self.node(id).children.clone();
        for (position, item) in items.iter().enumerate() {
            let token = position.to_string();
            let roots = self.element_roots(id, position);
            self.node_mut(*item).token = token;
            if self.node(*item).roots != roots {
                self.set_roots(*item, roots);
                self.shape(*item);
            }
        }
        let can_add = self.takes_element(id, items.len());
        let can_remove = !items.is_empty();
        self.node_mut(id).kind = Kind::List(List {
            items,
            can_add,
            can_remove,
        });
    }

    pub(super) fn push_element(&mut self, id: NodeId) -> NodeId {
        let position = self.node(id).children.len();
        let roots = self.element_roots(id, position);
        let item = self.create(Some(id), &position.to_string(), roots, true);
        let element = self.node_mut(item);
        element.is_entry = true;
        let list = self.node_mut(id);
        list.children.push(item);
        let items = list.children.clone();
        if let Kind::List(list) = &mut list.kind {
            list.items = items;
        }
        let can_add = self.takes_element(id, position + 1);
        if let Kind::List(list) = &mut self.node_mut(id).kind {
            list.can_add = can_add;
            list.can_remove = true;
        }
        self.sum(item);
        item
    }

    fn element_roots(&self, id: NodeId, position: usize) -> Vec<Pointer> {
        let document = self.schema.document();
        let mut roots = Vec::new();
        for layer in &self.node(id).layers {
            let keywords = layer.get(document);
            let place = match keywords.and_then(|it| it.get("items")) {
                Some(Value::Array(tuple)) if position < tuple.len() => {
                    layer.child("items").index(position)
                }
                Some(Value::Array(_)) => layer.child("additionalItems"),
                _ => layer.child("items"),
            };
            if self.schema.part(&place).is_some() {
                roots.push(place);
            }
        }
        roots
    }

    fn takes_element(&self, id: NodeId, count: usize) -> bool {
        let document = self.schema.document();
        self.node(id).layers.iter().all(|layer| {
            let Some(layer) = layer.get(document) else {
                return true;
            };
            let most = layer
                .get("maxItems")
                .and_then(Value::as_u64)
                .unwrap_or(u64::MAX);
            let is_end = match layer.get("items") {
                Some(Value::Array(tuple)) => {
                    tuple.len() <= count
                        && layer.get("additionalItems") == Some(&Value::Bool(false))
                }
                items => items == Some(&Value::Bool(false)),
            };
            (count as u64) < most && !is_end
        })
    }
}
