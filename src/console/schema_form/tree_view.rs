//! The tree of a form: groups, lists and choices between branches, nested as deep as the schema is.

use super::connection_string_view::assistant;
use super::entry_view::entries_view;
use super::events::{clicked, left, typed};
use super::field_view::{Caption, FieldNodes, field_view};
use super::list_view::list_view;
use super::moulds::message;
use super::state::FormState;
use crate::console::state::Console;
use crate::console::view::{
    Element, View, details, div, fieldset, fragment, keyed, label, legend, nothing, option, select,
    summary,
};
use crate::form::{BranchName, Kind, NodeId};
use crate::words::branch_name;

/// With more fields than this a group is drawn as far as it is on screen (see `forms.css`).
const MANY: usize = 200;

/// The whole form. It is drawn anew when the language changes, which loses nothing: what was typed is in the form.
pub(in crate::console) fn form_view(console: Console, state: FormState) -> View {
    div()
        .class("schema-form")
        // One listener for all controls: a form may have a thousand.
        .on("input", move |event| typed(state, &event))
        .on("click", move |event| clicked(state, &event))
        .on("focusout", move |event| left(state, &event))
        .live(move || {
            console.language.get();
            state.track_whole();
            state.forget_moulds();
            body_view(console, state, NodeId::ROOT, true)
        })
        .into()
}

/// A node with all that is below it: one element.
pub(super) fn node_view(console: Console, state: FormState, id: NodeId) -> View {
    let is_leaf =
        state.look(|form| matches!(form.kind(id), Kind::Leaf(_)) && form.selectors(id).is_empty());
    if is_leaf {
        let assistant = assistant(console, state, id);
        return match assistant {
            None => field_view(console, state, id, true),
            Some(assistant) => div()
                .class("wide")
                .child(field_view(console, state, id, true))
                .child(assistant)
                .into(),
        };
    }
    let specification = state.specification();
    let caption = state
        .look(|form| Some(Caption::of(form, id, console, specification.as_deref())))
        .unwrap_or_default();
    let name = state.id(id);
    let message = message(caption.help.is_some());
    if let Some(words) = &caption.help {
        let help = message.refer().first();
        help.set_id(&format!("{name}-help"));
        help.set_text(words);
    }
    let group = fieldset()
        .class("group wide")
        .id(&name)
        .attribute("tabindex", "-1");
    let group = group.child(caption.fill(console, legend())).child(message);
    let has_help = caption.help.is_some();
    state.draw(id, FieldNodes::of_group(&name, &group, has_help));
    group.child(body_view(console, state, id, false)).into()
}

/// The choices between branches, and what is drawn for those that are chosen.
fn body_view(console: Console, state: FormState, id: NodeId, is_root: bool) -> View {
    let selectors = keyed(
        move || {
            state.track_shape(id);
            state.look(|form| {
                let selectors = form.selectors(id).iter().enumerate();
                selectors
                    .map(|(position, selector)| format!("{position}.{}", selector.branches.len()))
                    .collect()
            })
        },
        move |_, position| selector_view(console, state, id, position),
    );
    let content = keyed(
        move || {
            state.track_shape(id);
            vec![state.look(|form| content_key(form.kind(id)))]
        },
        move |_, _| content_view(console, state, id, is_root),
    );
    fragment([selectors, content])
}

fn content_key(kind: &Kind) -> String {
    match kind {
        Kind::Group(group) if !group.is_open => "closed".to_owned(),
        Kind::Group(_) => "group".to_owned(),
        Kind::List(_) => "list".to_owned(),
        Kind::Unchosen => "unchosen".to_owned(),
        Kind::Leaf(control) => format!("{:?}", std::mem::discriminant(control)),
    }
}

fn content_view(console: Console, state: FormState, id: NodeId, is_root: bool) -> View {
    enum Drawn {
        Group,
        Closed,
        List,
        Leaf,
        Nothing,
    }
    let drawn = state.look(|form| {
        Some(match form.kind(id) {
            Kind::Group(group) if group.is_open || is_root => Drawn::Group,
            Kind::Group(_) => Drawn::Closed,
            Kind::List(_) => Drawn::List,
            Kind::Leaf(_) => Drawn::Leaf,
            Kind::Unchosen => Drawn::Nothing,
        })
    });
    match drawn.unwrap_or(Drawn::Nothing) {
        Drawn::Group => group_view(console, state, id).into(),
        Drawn::Closed => closed_view(console, state, id).into(),
        Drawn::List => list_view(console, state, id).into(),
        Drawn::Leaf => field_view(console, state, id, false),
        Drawn::Nothing => div().into(),
    }
}

/// A group whose members are made when someone wants them: its schema contains itself.
fn closed_view(console: Console, state: FormState, id: NodeId) -> Element {
    super::plain_button(console.words_untracked().form().fill_in)
        .on("click", move |_| state.change(|form| form.open(id)))
}

fn group_view(console: Console, state: FormState, id: NodeId) -> Element {
    let main = members(console, state, id, |group| &group.main);
    let has_more = move || {
        state.track_shape(id);
        state.look(|form| matches!(form.kind(id), Kind::Group(group) if !group.more.is_empty()))
    };
    let more = move || {
        details()
            .class("more")
            .child(summary().text(console.words_untracked().form().more_options))
            .child(members(console, state, id, |group| &group.more))
            .into()
    };
    div()
        .class("members")
        .child(main)
        .show(has_more, more)
        .child(entries_view(console, state, id))
}

fn members(
    console: Console,
    state: FormState,
    id: NodeId,
    which: fn(&crate::form::Group) -> &Vec<NodeId>,
) -> Element {
    let ids = move || {
        state.track_shape(id);
        state.look(|form| match form.kind(id) {
            Kind::Group(group) => {
                let ids = which(group).iter().copied();
                // What the service alone fills in is not asked for.
                ids.filter(|id| !form.is_read_only(*id)).collect()
            }
            _ => Vec::new(),
        })
    };
    let count = state.look(|form| match form.kind(id) {
        Kind::Group(group) => which(group).len(),
        _ => 0,
    });
    let class = if count > MANY {
        "fields many"
    } else {
        "fields"
    };
    div().class(class).child(nodes_view(console, state, ids))
}

/// Nodes beside each other. Those that stay keep their elements, and so the focus that may be in them.
pub(super) fn nodes_view(
    console: Console,
    state: FormState,
    ids: impl Fn() -> Vec<NodeId> + 'static,
) -> View {
    let keys = move || ids().into_iter().map(|id| state.key(id)).collect();
    keyed(keys, move |key, _| match id_of(key) {
        Some(id) => node_view(console, state, id),
        None => nothing(),
    })
}

/// The node of a key of [`FormState::key`].
pub(super) fn id_of(key: &str) -> Option<NodeId> {
    let number = key.split('.').next()?.parse().ok()?;
    Some(NodeId::from_number(number))
}

fn selector_view(console: Console, state: FormState, id: NodeId, position: usize) -> View {
    let words = console.words_untracked();
    let (names, chosen, optional) = state.look(|form| {
        form.selectors(id)
            .get(position)
            .map_or_else(Default::default, |selector| {
                (
                    selector.branches.clone(),
                    selector.chosen,
                    selector.optional,
                )
            })
    });
    let name = state.look(|form| form.selector_name(id, position));
    let control_id = format!("field-{name}");
    let mut control = select()
        .id(&control_id)
        .attribute("name", &name)
        .attribute("data-selector", &format!("{}.{position}", id.number()));
    if optional || chosen.is_none() {
        let none = if optional {
            words.form().not_sent
        } else {
            words.form().choose
        };
        control = control.child(option().attribute("value", "").text(none));
    }
    for (branch, title) in names.iter().enumerate() {
        let mut entry = option()
            .attribute("value", &branch.to_string())
            .text(&title_of(console, title));
        if chosen == Some(branch) {
            entry = entry.attribute("selected", "");
        }
        control = control.child(entry);
    }
    div()
        .class("field selector")
        .child(
            label()
                .class("caption")
                .attribute("for", &control_id)
                .text(words.form().variant),
        )
        .child(control)
        .into()
}

fn title_of(console: Console, name: &BranchName) -> String {
    branch_name(name, console.language.get_untracked())
}
