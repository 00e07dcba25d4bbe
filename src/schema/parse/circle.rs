//! References that lead back to themselves without stepping into the value, as in
//! `{"$ref": "#"}`: they say nothing, and following them would never end.

use crate::schema::keyword::{Body, Compiled, Node, NodeId, Test};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Unseen,
    /// The position on the way from the start to here.
    OnTheWay(usize),
    Done,
}

/// The walk over the nodes, depth first and without recursion.
struct Walk<'n> {
    nodes: &'n mut [Node],
    marks: Vec<Mark>,
    /// The nodes from the start to here, each with those of its parts still to be visited.
    way: Vec<(NodeId, Vec<NodeId>)>,
    cuts: Vec<NodeId>,
}

/// Makes one reference in each circle unknown. Returns the nodes of these references.
pub(super) fn cut(nodes: &mut [Node]) -> Vec<NodeId> {
    let mut walk = Walk {
        marks: vec![Mark::Unseen; nodes.len()],
        nodes,
        way: Vec::new(),
        cuts: Vec::new(),
    };
    for start in 0..walk.nodes.len() {
        walk.visit(start);
        while let Some((id, parts)) = walk.way.last_mut() {
            let id = *id;
            if let Some(part) = parts.pop() {
                walk.pass(id, part);
            } else {
                walk.mark(id, Mark::Done);
                walk.way.pop();
            }
        }
    }
    walk.cuts
}

impl Walk<'_> {
    fn visit(&mut self, id: NodeId) {
        if self.marks.get(id) == Some(&Mark::Unseen) {
            self.mark(id, Mark::OnTheWay(self.way.len()));
            let parts = self.nodes.get(id).map(same_value).unwrap_or_default();
            self.way.push((id, parts));
        }
    }

    fn pass(&mut self, from: NodeId, to: NodeId) {
        let Some(&Mark::OnTheWay(position)) = self.marks.get(to) else {
            return self.visit(to);
        };
        // Either the circle closes with a reference, or with a step from a schema down to a part
        // of its own. That part was entered before its parent, so by a reference, which is the
        // node before it.
        let before = position.checked_sub(1).and_then(|it| self.way.get(it));
        let before = before.map_or(from, |entry| entry.0);
        for id in [from, before] {
            if let Some(node) = self.nodes.get_mut(id)
                && matches!(node.body, Body::Reference(_))
            {
                node.body = Body::Unknown;
                self.cuts.push(id);
                return;
            }
        }
    }

    fn mark(&mut self, id: NodeId, mark: Mark) {
        if let Some(place) = self.marks.get_mut(id) {
            *place = mark;
        }
    }
}

/// The nodes that judge the same value as this one.
fn same_value(node: &Node) -> Vec<NodeId> {
    match &node.body {
        Body::Always | Body::Never | Body::Unknown => Vec::new(),
        Body::Reference(target) => vec![*target],
        Body::Checks(checks) => {
            let tests = checks.iter().map(|check| &check.test);
            let parts = tests.filter_map(|test| match test {
                Test::Combination(combination) => Some(combination.parts()),
                _ => None,
            });
            parts.flatten().collect()
        }
    }
}

/// Marks the nodes that are reached in more than one way: by two references, or by one and from
/// their parent.
pub(super) fn mark_shared(compiled: &mut Compiled) {
    let mut seen = vec![false; compiled.nodes.len()];
    for id in 0..compiled.nodes.len() {
        let end = compiled.follow(id);
        let (Some(node), Some(seen)) = (compiled.nodes.get_mut(end), seen.get_mut(end)) else {
            continue;
        };
        if end != id {
            let first = node.tokens.first().map(String::as_str);
            let definition = matches!(first, Some("definitions" | "$defs"));
            node.shared |= *seen || !definition;
            *seen = true;
        }
    }
}
