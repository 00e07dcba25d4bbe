//! Which nodes of a graph lie in a loop together (Kosaraju's algorithm, without recursion).

/// The groups of nodes that lead to each other, those reached earlier first. A node that is in no
/// loop with another one is a group of its own. `next` has the nodes that each node leads to.
pub(super) fn find(next: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut before = vec![Vec::new(); next.len()];
    for (node, after) in next.iter().enumerate() {
        for follower in after {
            if let Some(list) = before.get_mut(*follower) {
                list.push(node);
            }
        }
    }
    let mut seen = vec![false; next.len()];
    let mut finished = Vec::new();
    for start in 0..next.len() {
        collect(start, next, &mut seen, &mut finished);
    }
    seen.fill(false);
    let mut groups = Vec::new();
    for start in finished.into_iter().rev() {
        let mut group = Vec::new();
        collect(start, &before, &mut seen, &mut group);
        if !group.is_empty() {
            groups.push(group);
        }
    }
    groups
}

/// Adds what is reached from `start` and not seen yet, each node after those it leads to.
fn collect(start: usize, next: &[Vec<usize>], seen: &mut [bool], finished: &mut Vec<usize>) {
    let enter = |node: usize, seen: &mut [bool]| {
        let place = seen.get_mut(node);
        place.is_some_and(|seen| !std::mem::replace(seen, true))
    };
    let mut way = Vec::new();
    if enter(start, seen) {
        way.push((start, 0));
    }
    while let Some((node, position)) = way.last_mut() {
        let after = next.get(*node).and_then(|after| after.get(*position));
        *position += 1;
        match after {
            Some(after) if enter(*after, seen) => way.push((*after, 0)),
            Some(_) => {}
            None => {
                finished.push(*node);
                way.pop();
            }
        }
    }
}
