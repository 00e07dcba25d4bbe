//! What people do to the controls of a form, heard by the form as a whole.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::state::FormState;
use crate::console::browser;
use crate::form::{Control, Input, NodeId};
use crate::secret::Secret;

/// Somebody leaves a control.
pub(super) fn left(state: FormState, event: &Event) {
    if let Some(id) = node_of(event) {
        state.visit(id);
    }
}

/// Which value the control holds that an event comes from.
fn node_of(event: &Event) -> Option<NodeId> {
    let number = data_of(event, "data-node")?.parse().ok()?;
    Some(NodeId::from_number(number))
}

fn data_of(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.get_attribute(name)
}

/// Somebody takes an answer of yes or no back.
pub(super) fn clicked(state: FormState, event: &Event) {
    if data_of(event, "data-forget").is_none() {
        return;
    }
    let button = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let control = button
        .and_then(|button| button.parent_element()?.first_element_child())
        .and_then(|control| control.get_attribute("data-node")?.parse().ok());
    if let Some(number) = control {
        let id = NodeId::from_number(number);
        state.put_in(id, Input::Flag(None));
        // The button goes.
        browser::focus(&state.id(id));
    }
}

/// Somebody types, ticks or chooses.
pub(super) fn typed(state: FormState, event: &Event) {
    if let Some(id) = node_of(event) {
        let text = browser::value_of(event);
        let input = state.look(|form| match form.control(id) {
            Some(Control::Flag) => Some(Input::Flag(Some(browser::is_checked(event)))),
            Some(Control::Secret | Control::Key { .. }) => {
                Some(Input::Secret(Secret::new(text.clone())))
            }
            Some(_) => Some(Input::Text(text.clone())),
            None => None,
        });
        if let Some(input) = input {
            state.type_in(id, input);
        }
    } else if let Some(selector) = data_of(event, "data-selector") {
        let mut numbers = selector.split('.').map(str::parse::<usize>);
        if let (Some(Ok(node)), Some(Ok(selector))) = (numbers.next(), numbers.next()) {
            let branch = browser::value_of(event).parse().ok();
            state.change(|form| form.choose(NodeId::from_number(node), selector, branch));
        }
    }
}
