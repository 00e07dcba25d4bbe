//! Members of an object whose names are free: a name, a value, and buttons to add and remove them. What was loaded
//! and the schema does not know is shown here too.

use super::state::FormState;
use super::tree_view::{id_of, node_view};
use crate::console::browser;
use crate::console::state::Console;
use crate::console::view::{Element, View, button, div, input, keyed, label, nothing, p};
use crate::form::{Kind, NodeId};

/// The members with free names.
pub(super) fn entries_view(console: Console, state: FormState, id: NodeId) -> Element {
    let entries = keyed(
        move || {
            state.track_shape(id);
            let entries = state.look(|form| match form.kind(id) {
                Kind::Group(group) => {
                    let entries = group.entries.iter();
                    entries
                        .map(|entry| (*entry, form.token(*entry).to_owned()))
                        .collect()
                }
                _ => Vec::new(),
            });
            // A member with another name is another place, and so is everything in it.
            entries
                .into_iter()
                .map(|(entry, name)| format!("{}={name}", state.key(entry)))
                .collect()
        },
        move |key, _| match id_of(key) {
            Some(entry) => entry_view(console, state, id, entry),
            None => nothing(),
        },
    );
    let can_add = move || {
        state.track_shape(id);
        state.look(|form| matches!(form.kind(id), Kind::Group(group) if group.can_add))
    };
    let add = move || {
        button()
            .attribute("type", "button")
            .attribute("name", &format!("{}#add", state.name(id)))
            .text(console.words_untracked().form().add_member)
            .on("click", move |_| {
                let mut added = None;
                state.change(|form| {
                    let (entry, changes) = form.add_entry(id, "");
                    added = entry;
                    changes
                });
                if let Some(entry) = added {
                    browser::focus(&name_id(entry));
                }
            })
            .into()
    };
    div().class("entries").child(entries).show(can_add, add)
}

fn name_id(entry: NodeId) -> String {
    format!("entry-{}", entry.number())
}

fn entry_view(console: Console, state: FormState, group: NodeId, entry: NodeId) -> View {
    let words = console.words_untracked();
    let pointer = state.name(entry);
    let token = state.look(|form| form.token(entry).to_owned());
    let is_unknown = state.look(|form| form.is_unknown(entry));
    let id = name_id(entry);
    let name = input()
        .attribute("type", "text")
        .id(&id)
        .attribute("name", &format!("{pointer}#name"))
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .attribute("value", &token)
        .on("change", move |event| {
            let name = browser::value_of(&event);
            state.change(|form| form.rename(entry, &name));
            browser::focus(&state.id(entry));
        });
    let remove = button()
        .attribute("type", "button")
        .class("plain")
        .attribute("name", &format!("{pointer}#remove"))
        .attribute("aria-label", words.form().remove)
        .attribute("title", words.form().remove)
        .text("✕")
        .on("click", move |_| {
            state.change(|form| form.remove(entry));
            browser::focus(&state.id(group));
        });
    let unknown = is_unknown.then(|| p().class("help").text(words.form().unknown_member));
    let caption = label()
        .class("caption")
        .attribute("for", &id)
        .text(words.form().member_name);
    div()
        .class("item")
        .child(
            div()
                .class("item-body entry")
                .child(
                    div()
                        .class("field")
                        .child(caption)
                        .child(name)
                        .child(unknown),
                )
                .child(node_view(console, state, entry)),
        )
        .child(div().class("item-buttons").child(remove))
        .into()
}
