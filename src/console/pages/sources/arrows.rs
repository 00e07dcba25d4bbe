//! The arrow keys in the catalog: from one source to the next as they stand on the page.

use web_sys::Event;

use crate::console::browser;

/// Moves the focus from the source that has it. `shown` are the `id`s of those on screen, in their order; above the
/// first row stands the element `above`.
pub(super) fn follow_arrows(event: &Event, shown: &[String], above: &str) {
    let Some(key) = browser::key_of(event) else {
        return;
    };
    let id = browser::id_of(event);
    let Some(position) = shown.iter().position(|known| *known == id) else {
        return;
    };
    let target = match key.as_str() {
        "ArrowRight" => shown.get(position + 1),
        "ArrowLeft" => position.checked_sub(1).and_then(|before| shown.get(before)),
        "Home" => shown.first(),
        "End" => shown.last(),
        "ArrowDown" => {
            let behind = shown.get(position + 1..).unwrap_or_default();
            nearest(&id, &mut behind.iter())
        }
        "ArrowUp" => {
            let before = shown.get(..position).unwrap_or_default();
            nearest(&id, &mut before.iter().rev())
        }
        _ => return,
    };
    let target = match target {
        Some(target) => target.as_str(),
        None if key == "ArrowUp" => above,
        None => return,
    };
    event.prevent_default();
    browser::focus(target);
}

/// In the next row, the one that is nearest to the source's column.
fn nearest<'a>(from: &str, others: &mut dyn Iterator<Item = &'a String>) -> Option<&'a String> {
    let (top, left) = browser::place_of(from)?;
    let mut row = None;
    let mut best = None;
    for id in others {
        let Some((its_top, its_left)) = browser::place_of(id) else {
            continue;
        };
        if its_top == top {
            continue;
        }
        if *row.get_or_insert(its_top) != its_top {
            break;
        }
        let distance = left.abs_diff(its_left);
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, id));
        }
    }
    best.map(|(_, id)| id)
}
