//! What is understood of a pasted command: which request it is, what falls into place, and what does not.

use std::rc::Rc;

use serde_json::Value;

use super::Understood;
use super::destination::{is_awaited, waits_for_base};
use crate::catalog::by_id;
use crate::console::state::Console;
use crate::console::view::{
    View, code, dd, div, dl, dt, fragment, h3, li, nothing, p, span, strong, ul,
};
use crate::form::tells_secret;
use crate::interchange::{CommandProblem, Placement, RequestKind};
use crate::words::{
    Language, command_problem_text, left_over_text, note_text, shell_name, slip_text, to_fill_text,
};

/// Longer values are cut.
const LONGEST_VALUE: usize = 120;

/// What stands for a secret.
const MASK: &str = "••••••••";

pub(super) fn reading_view(
    console: Console,
    reading: &Result<Rc<Understood>, CommandProblem>,
) -> View {
    let language = console.language.get();
    match reading {
        Err(CommandProblem::Empty) => nothing(),
        Err(problem) => p()
            .class("notice bad")
            .attribute("role", "status")
            .text(&command_problem_text(problem, language))
            .into(),
        Ok(understood) => understood_view(console, understood, language),
    }
}

fn understood_view(console: Console, understood: &Understood, language: Language) -> View {
    let words = console.words().exchange();
    let Understood { pasted, placement } = understood;
    let request = &pasted.request;
    let kind = words.kind(placement.kind);
    let class = if placement.kind == RequestKind::Unknown {
        "notice warn"
    } else {
        "notice good"
    };
    let waits = waits_for_base(placement).then(|| p().text(words.base_connection_first));
    let summary = div()
        .class(class)
        .attribute("role", "status")
        .child(
            p().child(strong().text(kind))
                .text(" · ")
                .text(shell_name(pasted.shell)),
        )
        .child(
            p().class("request-line")
                .child(span().class("verb").text(request.method.as_str()))
                .child(span().class("url").text(&shortened(&request.url))),
        )
        .child(waits);
    let mut facts = Vec::new();
    environment_facts(placement, &mut facts);
    body_facts(placement, &mut facts);
    let texts = |lines: Vec<String>| lines;
    let slips = placement.slips.iter().map(|it| slip_text(it, language));
    let to_fill = placement
        .to_fill
        .iter()
        .map(|it| to_fill_text(it, language));
    let left = placement
        .left_over
        .iter()
        .map(|it| left_over_text(it, language));
    let notes = pasted.notes.iter().map(|it| note_text(it, language));
    fragment([
        summary.into(),
        facts_view(words.falls_into_place, &facts),
        list(words.to_fill_in, texts(to_fill.collect())),
        list(words.no_place, texts(left.collect())),
        list(words.slips, texts(slips.collect())),
        list(words.remarks, texts(notes.collect())),
    ])
}

fn list(title: &str, lines: Vec<String>) -> View {
    if lines.is_empty() {
        return nothing();
    }
    let items = lines.iter().map(|line| li().text(line).into());
    div()
        .class("remarks-part")
        .child(h3().text(title))
        .child(ul().class("remarks").children(items))
        .into()
}

fn facts_view(title: &str, facts: &[(String, String)]) -> View {
    if facts.is_empty() {
        return nothing();
    }
    let mut shown = dl().class("facts");
    for (name, value) in facts {
        shown = shown
            .child(dt().child(code().text(name)))
            .child(dd().text(value));
    }
    div()
        .class("remarks-part")
        .child(h3().text(title))
        .child(shown)
        .into()
}

fn environment_facts(placement: &Placement, facts: &mut Vec<(String, String)>) {
    let given = &placement.environment;
    let token = given.access_token.as_ref().map(|_| MASK.to_owned());
    for (name, value) in [
        ("flowServiceUrl", &given.flow_service_url),
        ("accessToken", &token),
        ("apiKey", &given.api_key),
        ("orgId", &given.org_id),
        ("sandbox", &given.sandbox),
    ] {
        if let Some(value) = value {
            facts.push((name.to_owned(), value.clone()));
        }
    }
}

fn body_facts(placement: &Placement, facts: &mut Vec<(String, String)>) {
    if let Some(spec) = placement.spec.as_ref().filter(|spec| !spec.id.is_empty()) {
        let title = by_id(&spec.id).map(|source| source.title);
        let name = if placement.kind == RequestKind::CreateFlow {
            "/flowSpec/id"
        } else {
            "/connectionSpec/id"
        };
        let shown = title.map(|title| [title, " · ", &spec.id].concat());
        facts.push((name.to_owned(), shown.unwrap_or_else(|| spec.id.clone())));
    }
    for (name, value) in [
        ("/name", &placement.name),
        ("/description", &placement.description),
        ("/providerId", &placement.provider_id),
        ("/auth/specName", &placement.authentication),
        ("inletUrl", &placement.inlet_url),
        ("flowId", &placement.flow_id),
        ("records", &placement.message),
    ] {
        if let Some(value) = value {
            facts.push((name.to_owned(), shortened(value)));
        }
    }
    for parameter in &placement.parameters {
        if is_awaited(placement, &parameter.pointer) {
            continue;
        }
        let value = match &parameter.value {
            _ if is_hidden(placement, &parameter.pointer) => MASK.to_owned(),
            Value::String(text) => shortened(text),
            other => shortened(&other.to_string()),
        };
        facts.push((parameter.pointer.clone(), value));
    }
}

/// Of what signs in, only what is documented as no secret is shown.
fn is_hidden(placement: &Placement, pointer: &str) -> bool {
    let Some(name) = pointer.strip_prefix("/auth/params/") else {
        let last = pointer.rsplit('/').next().unwrap_or_default();
        return tells_secret(&last.to_ascii_lowercase());
    };
    let source = placement.spec.as_ref().and_then(|spec| by_id(&spec.id));
    let mut is_known = false;
    for way in source.map_or(&[][..], |source| source.authentications.as_slice()) {
        for parameter in &way.parameters {
            if parameter.name == name {
                is_known = true;
                if parameter.is_secret() {
                    return true;
                }
            }
        }
    }
    !is_known
}

fn shortened(text: &str) -> String {
    let mut short = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = short.char_indices().nth(LONGEST_VALUE) {
        short.truncate(end);
        short.push('…');
    }
    short
}
