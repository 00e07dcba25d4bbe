//! Label, help and message around one control.

use super::controls::{Drawn, Follow, control};
use super::state::FormState;
use crate::console::state::Console;
use crate::console::view::{Element, ElementRef, View, code, div, label, p, span};
use crate::form::{ChoiceStyle, Control, Form, Input, NodeId};
use crate::words::{Language, humanised, parameter_help, parameter_label};

/// What of a field changes while it stands.
#[derive(Clone)]
pub(in crate::console) struct FieldNodes {
    id: String,
    /// What takes the focus: the control, or what stands around several.
    control: ElementRef,
    /// The controls that hold the value; several for radio buttons.
    values: Vec<ElementRef>,
    error: ElementRef,
    help: ElementRef,
    /// What else follows the input.
    pub follow: Option<Follow>,
}

impl FieldNodes {
    /// Those of a group: it holds no value itself.
    pub fn of_group(id: &str, group: &Element, error: &Element, help: &Element) -> Self {
        Self {
            id: id.to_owned(),
            control: group.refer(),
            values: Vec::new(),
            error: error.refer(),
            help: help.refer(),
            follow: None,
        }
    }

    /// Says what is wrong, or that nothing is.
    pub fn say(&self, problem: Option<&str>) {
        let is_wrong = problem.is_some();
        self.error.set_flag("hidden", !is_wrong);
        self.error.set_text(problem.unwrap_or(""));
        self.help
            .set_attribute("class", if is_wrong { "help covered" } else { "help" });
        self.control
            .set_attribute("aria-invalid", if is_wrong { "true" } else { "false" });
        // The message while there is one, else the help whose place it takes.
        let part = if is_wrong { "error" } else { "help" };
        self.control
            .set_attribute("aria-describedby", &format!("{}-{part}", self.id));
    }

    /// Shows in the controls what is in the form.
    pub fn show(&self, input: &Input) {
        let text = match input {
            Input::Text(text) => text.as_str(),
            // The control that edits a secret has to hold it.
            Input::Secret(secret) => secret.reveal(),
            Input::Flag(_) => "",
        };
        for value in &self.values {
            match input {
                Input::Flag(flag) => value.set_flag("checked", flag.unwrap_or(false)),
                _ if value.attribute("type").as_deref() == Some("radio") => {
                    value.set_flag("checked", value.attribute("value").as_deref() == Some(text));
                }
                _ => value.set_value(text),
            }
        }
        if let Some(follow) = &self.follow {
            follow(input);
        }
    }
}

/// One value with its control. Without a caption where what stands around it has one already.
pub(super) fn field_view(console: Console, state: FormState, id: NodeId, captioned: bool) -> View {
    let caption = state
        .look(|form| Some(Caption::of(form, id, console)))
        .unwrap_or_default();
    let name = state.id(id);
    let drawn = control(console, state, id, &caption);
    let error = p()
        .class("error")
        .id(&format!("{name}-error"))
        .attribute("hidden", "");
    let help = p()
        .class("help")
        .id(&format!("{name}-help"))
        .text(caption.help.as_deref().unwrap_or(""));
    let Drawn {
        element,
        control,
        values,
        follow,
    } = drawn;
    let nodes = FieldNodes {
        error: error.refer(),
        help: help.refer(),
        control,
        values,
        follow,
        id: name.clone(),
    };
    state.look(|form| nodes.show(form.input(id)));
    state.draw(id, nodes);
    let head = caption.view(console, &name, captioned);
    div()
        .class("field")
        .child(head)
        .child(element)
        .child(div().class("message").child(error).child(help))
        .into()
}

/// What is said of a value before anything is typed.
#[derive(Default)]
pub(super) struct Caption {
    pub label: String,
    pub name: String,
    pub help: Option<String>,
    pub required: bool,
    /// For the empty control.
    pub example: Option<String>,
    /// True for values that are not one control, to which no `<label>` can point.
    pub is_group: bool,
}

impl Caption {
    /// Reads it off the schema and our own words.
    pub fn of(form: &Form, id: NodeId, console: Console) -> Self {
        let language = console.language.get_untracked();
        let name = form.token(id).to_owned();
        Self {
            label: label_of(form, id, language),
            help: help_of(form, id, language),
            required: form.is_required(id),
            example: form.example(id).or_else(|| {
                form.default_value(id).map(|value| match value.as_str() {
                    Some(text) => text.to_owned(),
                    None => value.to_string(),
                })
            }),
            is_group: matches!(
                form.control(id),
                Some(Control::Choice {
                    style: ChoiceStyle::Radio,
                    ..
                })
            ),
            name,
        }
    }

    /// The words, the parameter's name, and whether it may be left out.
    pub fn fill(&self, console: Console, element: Element) -> Element {
        let optional = (!self.required).then(|| {
            span()
                .class("quiet")
                .text(console.words_untracked().optional)
        });
        let name = (!self.name.is_empty()).then(|| code().text(&self.name));
        element.text(&self.label).child(name).child(optional)
    }

    fn view(&self, console: Console, id: &str, is_seen: bool) -> Element {
        let element = if self.is_group {
            div().id(&format!("{id}-label"))
        } else {
            label().attribute("for", id)
        };
        let class = if is_seen {
            "caption"
        } else {
            "visually-hidden"
        };
        self.fill(console, element.class(class))
    }
}

/// The service's title, our own word for a well-known parameter, or the parameter's name in words.
fn label_of(form: &Form, id: NodeId, language: Language) -> String {
    if let Some(title) = form.title(id) {
        return title.to_owned();
    }
    let pointer = form.pointer(id);
    let tokens: Vec<&str> = pointer.tokens().collect();
    // An id alone would not say of what.
    let name = match tokens.as_slice() {
        [.., whose, "id"] => whose,
        _ => form.token(id),
    };
    match parameter_label(name, language) {
        Some(label) => label.to_owned(),
        None => humanised(name),
    }
}

/// The service describes its parameters in English only. In French our own words come first, and where our label
/// says it all, nothing more is said.
fn help_of(form: &Form, id: NodeId, language: Language) -> Option<String> {
    let name = form.token(id);
    let own = parameter_help(name, language);
    let service = form.description(id);
    let help = match language {
        Language::English => service.or(own),
        Language::French if parameter_label(name, language).is_some() => own,
        Language::French => service,
    };
    help.map(str::to_owned)
}
