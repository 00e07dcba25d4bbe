//! A list of values: each with buttons to move and remove it, and one to add another.

use super::state::FormState;
use super::tree_view::{id_of, node_view};
use crate::console::browser;
use crate::console::state::Console;
use crate::console::view::{Element, View, button, div, keyed, nothing};
use crate::form::{Kind, NodeId};

/// The elements and the button that adds one.
pub(super) fn list_view(console: Console, state: FormState, id: NodeId) -> Element {
    let items = keyed(
        move || {
            state.track_shape(id);
            let items = state.look(|form| match form.kind(id) {
                Kind::List(list) => list.items.clone(),
                _ => Vec::new(),
            });
            // An element that moves has another name, and so has everything in it.
            items
                .into_iter()
                .enumerate()
                .map(|(position, item)| format!("{}@{position}", state.key(item)))
                .collect()
        },
        move |key, position| match id_of(key) {
            Some(item) => item_view(console, state, id, item, position),
            None => nothing(),
        },
    );
    let can_add = move || {
        state.track_shape(id);
        state.look(|form| matches!(form.kind(id), Kind::List(list) if list.can_add))
    };
    let add = move || {
        button()
            .attribute("type", "button")
            .attribute("name", &format!("{}/-", state.name(id)))
            .text(console.words_untracked().form().add_item)
            .on("click", move |_| {
                let mut added = None;
                state.change(|form| {
                    let (item, changes) = form.add(id);
                    added = item;
                    changes
                });
                if let Some(item) = added {
                    browser::focus(&state.id(item));
                }
            })
            .into()
    };
    div()
        .class("list")
        .child(div().class("items").child(items))
        .show(can_add, add)
}

fn item_view(console: Console, state: FormState, list: NodeId, item: NodeId, at: usize) -> View {
    let words = console.words_untracked();
    let name = state.name(item);
    let (count, can_remove) = state.look(|form| match form.kind(list) {
        Kind::List(list) => (list.items.len(), list.can_remove),
        _ => (0, false),
    });
    let act = move |what: &'static str, title: &str, sign: &str| {
        button()
            .attribute("type", "button")
            .class("plain")
            .attribute("name", &format!("{name}#{what}"))
            .attribute("aria-label", title)
            .attribute("title", title)
            .text(sign)
    };
    let up = (at > 0).then(|| {
        act("up", words.form().move_up, "↑").on("click", move |_| {
            state.change(|form| form.move_to(item, at - 1));
            browser::focus(&state.id(item));
        })
    });
    let down = (at + 1 < count).then(|| {
        act("down", words.form().move_down, "↓").on("click", move |_| {
            state.change(|form| form.move_to(item, at + 1));
            browser::focus(&state.id(item));
        })
    });
    let remove = can_remove.then(|| {
        act("remove", words.form().remove, "✕").on("click", move |_| {
            state.change(|form| form.remove(item));
            browser::focus(&state.id(list));
        })
    });
    let buttons = div()
        .class("item-buttons")
        .child(up)
        .child(down)
        .child(remove);
    div()
        .class("item")
        .child(
            div()
                .class("item-body")
                .child(node_view(console, state, item)),
        )
        .child(buttons)
        .into()
}
