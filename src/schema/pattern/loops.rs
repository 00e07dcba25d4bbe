//! Which steps of an automaton lie in a loop together (Kosaraju's algorithm).

/// The groups of steps that lead to each other, those reached earlier first. A step that does
/// not lead back to itself is a group of its own.
pub(super) fn find(next: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut before = vec![Vec::new(); next.len()];
    for (step, after) in next.iter().enumerate() {
        for step_after in after {
            if let Some(list) = before.get_mut(*step_after) {
                list.push(step);
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

/// Adds what is reached from `start` and not seen yet, each step after those it leads to.
fn collect(start: usize, next: &[Vec<usize>], seen: &mut [bool], finished: &mut Vec<usize>) {
    let enter = |step: usize, seen: &mut [bool]| {
        let place = seen.get_mut(step);
        place.is_some_and(|seen| !std::mem::replace(seen, true))
    };
    let mut way = Vec::new();
    if enter(start, seen) {
        way.push((start, 0));
    }
    while let Some((step, position)) = way.last_mut() {
        let after = next.get(*step).and_then(|after| after.get(*position));
        *position += 1;
        match after {
            Some(after) if enter(*after, seen) => way.push((*after, 0)),
            Some(_) => {}
            None => {
                finished.push(*step);
                way.pop();
            }
        }
    }
}
