//! References that lead back to themselves without stepping into the value, as in
//! `{"$ref": "#"}`: they say nothing, and following them would never end.

use crate::schema::keyword::{Body, Node, NodeId, Test};
use crate::schema::loops;

/// Makes the references of all circles unknown. Returns the nodes of these references.
pub(super) fn cut(nodes: &mut [Node]) -> Vec<NodeId> {
    let next: Vec<Vec<NodeId>> = nodes.iter().map(same_value).collect();
    let mut circles = vec![0; nodes.len()];
    for (number, group) in loops::find(&next).into_iter().enumerate() {
        for id in group {
            if let Some(place) = circles.get_mut(id) {
                *place = number;
            }
        }
    }
    // All other steps lead down the document, so each circle has a reference.
    let mut cuts = Vec::new();
    for (id, node) in nodes.iter_mut().enumerate() {
        if let Body::Reference(target) = node.body
            && circles.get(id) == circles.get(target)
        {
            node.body = Body::Unknown;
            cuts.push(id);
        }
    }
    cuts
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

/// Lets each reference lead straight to the end of its chain. Must follow [`cut`], or a chain
/// might have no end.
pub(super) fn shorten(nodes: &mut [Node]) {
    for start in 0..nodes.len() {
        let mut chain = Vec::new();
        let mut end = start;
        while let Some(Body::Reference(target)) = nodes.get(end).map(|node| &node.body) {
            chain.push(end);
            end = *target;
        }
        for id in chain {
            if let Some(node) = nodes.get_mut(id) {
                node.body = Body::Reference(end);
            }
        }
    }
}

/// Marks the nodes that are reached in more than one way: by two references, or by one and from
/// their parent.
pub(super) fn mark_shared(nodes: &mut [Node]) {
    let mut seen = vec![false; nodes.len()];
    let references = nodes.iter().filter_map(|node| match node.body {
        Body::Reference(target) => Some(target),
        _ => None,
    });
    for target in references.collect::<Vec<_>>() {
        if let (Some(node), Some(seen)) = (nodes.get_mut(target), seen.get_mut(target)) {
            let first = node.tokens.first().map(String::as_str);
            let definition = matches!(first, Some("definitions" | "$defs"));
            node.shared |= *seen || !definition;
            *seen = true;
        }
    }
}
