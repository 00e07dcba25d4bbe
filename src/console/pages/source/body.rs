//! Whole bodies and texts on their way into a connector's form: from its JSON side, a command, a link or a copy.

use std::rc::Rc;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::connector::Connector;
use crate::api::{Operation, encode, lay_out};
use crate::console::arrival::{Arrival, Content, Origin};
use crate::console::browser;
use crate::console::reactive::*;
use crate::console::schema_form::JsonSide;
use crate::console::state::Console;
use crate::form::tells_secret;
use crate::form::{FieldProblem, Form, NoPlace, NodeId, read_json};
use crate::interchange::write_link;
use crate::schema::{Pointer, Rule};
use crate::secret::{Document, Secret, Secrets};

impl Connector {
    /// The whole body as text and back.
    pub fn json_side(&self, console: Console) -> JsonSide {
        let (written, read) = (self.clone(), self.clone());
        JsonSide {
            write: Rc::new(move || untrack(|| written.body_text(console))),
            read: Rc::new(move |text| {
                let body = read_json(text)?;
                read.check_spec(&body)?;
                read.put_body(console, body, |form, value| {
                    form.load(&value);
                });
                Ok(())
            }),
        }
    }

    fn body_text(&self, console: Console) -> String {
        let operation = Operation::CreateBaseConnection(self.connection());
        let session = console.environment.get_untracked().session;
        let body = encode(&operation, &session, Secrets::Placeholders).body;
        let pieces = lay_out(&body.unwrap_or_default());
        pieces.into_iter().map(|piece| piece.text).collect()
    }

    /// The page is about one source: a body for another one belongs to another page.
    fn check_spec(&self, body: &Value) -> Result<(), FieldProblem> {
        let own = self.spec.reference();
        let wanted = [("id", own.id.to_string()), ("version", own.version)];
        for (name, expected) in wanted {
            let place = Pointer::root().child("connectionSpec").child(name);
            let given = body.get("connectionSpec").and_then(|spec| spec.get(name));
            if given.is_some_and(|given| *given != Value::String(expected.clone())) {
                let rule = Rule::Const {
                    expected: Arc::new(Value::String(expected)),
                };
                return Err(FieldProblem::BrokenAt { place, rule });
            }
        }
        Ok(())
    }

    /// Puts the members of a body where they belong. Says which names of an authentication type there are none of.
    fn put_body(&self, console: Console, body: Value, put: fn(&mut Form, Value)) -> bool {
        let Value::Object(mut own) = body else {
            return true;
        };
        let auth = own.shift_remove("auth");
        own.shift_remove("connectionSpec");
        if let Some(form) = self.provider {
            let provider = own.shift_remove("providerId");
            let text = provider.as_ref().and_then(Value::as_str).unwrap_or("");
            form.put_text("providerId", text);
        }
        self.envelope.replace(|form| put(form, Value::Object(own)));
        let Some(Value::Object(mut auth)) = auth else {
            self.others
                .replace(|form| put(form, Value::Object(Map::new())));
            return true;
        };
        let name = auth.shift_remove("specName");
        let params = auth.shift_remove("params");
        self.others.replace(|form| put(form, Value::Object(auth)));
        let params = params.unwrap_or_else(|| Value::Object(Map::new()));
        let position = self.best(name.as_ref().and_then(Value::as_str), &|form| {
            let unknown = form.load(&params).len();
            unknown + form.problem_count(NodeId::ROOT)
        });
        let Some((position, is_named)) = position else {
            return false;
        };
        if position != self.chosen.get_untracked() {
            self.choose(console, position);
        }
        if let Some(variant) = self.variants.get(position) {
            variant.form.replace(|form| put(form, params));
        }
        is_named
    }

    /// The way to sign in of a name, and whether there is one. Of several the one that `misfits` finds least in; at
    /// equality the one that is chosen, then the first.
    fn best(
        &self,
        name: Option<&str>,
        misfits: &dyn Fn(&mut Form) -> usize,
    ) -> Option<(usize, bool)> {
        let named = |position: &usize| {
            let variant = self.variants.get(*position);
            variant.is_some_and(|variant| Some(variant.auth.name.as_str()) == name)
        };
        let all = 0..self.variants.len();
        let mut candidates: Vec<usize> = all.clone().filter(named).collect();
        let is_named = !candidates.is_empty() || name.is_none();
        if candidates.is_empty() {
            candidates.extend(all);
        }
        let chosen = self.chosen.get_untracked();
        if let Some(at) = candidates.iter().position(|it| *it == chosen) {
            let first = candidates.remove(at);
            candidates.insert(0, first);
        }
        if let [only] = candidates.as_slice() {
            return Some((*only, is_named));
        }
        let mut best: Option<(usize, usize)> = None;
        for position in candidates {
            let Some(variant) = self.variants.get(position) else {
                continue;
            };
            let at = Pointer::root().child("auth").child("params");
            let count = misfits(&mut Form::new(&variant.auth.spec, &at));
            if best.is_none_or(|(_, least)| count < least) {
                best = Some((position, count));
            }
        }
        best.map(|(position, _)| (position, is_named))
    }

    /// Puts in what came for this form.
    pub fn receive(&self, console: Console, mut arrival: Arrival) -> Arrival {
        match arrival.content.clone() {
            Content::Body(body) => {
                let put = match arrival.origin {
                    Origin::Copy => copy,
                    Origin::Command | Origin::Link => load_guarded,
                };
                if !self.put_body(console, body, put) {
                    arrival.refuse("/auth/specName", NoPlace::WrongForm);
                }
            }
            Content::Texts(texts) => self.receive_texts(console, texts, &mut arrival),
        }
        arrival
    }

    fn receive_texts(
        &self,
        console: Console,
        mut texts: Vec<(String, String)>,
        arrival: &mut Arrival,
    ) {
        let named = texts.iter().position(|(name, _)| name == "/auth/specName");
        let name = named.map(|position| texts.remove(position).1);
        let params: Vec<(String, String)> = texts
            .iter()
            .filter(|(name, _)| name.starts_with("/auth/params"))
            .cloned()
            .collect();
        if name.is_some() || !params.is_empty() {
            let best = self.best(name.as_deref(), &|form| {
                let refused = form.put_texts(&params);
                refused
                    .iter()
                    .filter(|(_, why)| *why != NoPlace::Secret)
                    .count()
            });
            match best {
                Some((position, is_named)) => {
                    self.choose(console, position);
                    if !is_named {
                        arrival.refuse("/auth/specName", NoPlace::WrongForm);
                    }
                }
                None => arrival.refuse("/auth/specName", NoPlace::Unknown),
            }
        }
        arrival.content = Content::Texts(texts);
        arrival.put_into(&untrack(|| self.forms()));
    }

    /// The address of this form with what was typed, without secrets; not tracked.
    pub fn link(&self) -> String {
        let mut texts = self.envelope.look(Form::texts);
        if let Some(form) = self.provider {
            texts.extend(form.look(Form::texts));
        }
        if let Some(variant) = untrack(|| self.variant()) {
            texts.push(("/auth/specName".to_owned(), variant.auth.name.clone()));
            texts.extend(variant.form.look(Form::texts));
        }
        let link = write_link(self.spec.id.as_str(), &texts);
        [browser::address_of_page(), link].concat()
    }
}

/// Without secrets and without what the service filled in for the other one.
fn copy(form: &mut Form, value: Value) {
    let kept = form.without_own(&value);
    form.load(&kept);
}

/// What no specification describes may be secret all the same: its name tells.
fn load_guarded(form: &mut Form, value: Value) {
    form.load_document(&guarded(value, ""));
}

fn guarded(value: Value, name: &str) -> Document {
    match value {
        Value::String(text) if tells_secret(&name.to_ascii_lowercase()) && !text.is_empty() => {
            Document::Secret(Secret::new(text))
        }
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, member)| {
                let member = guarded(member, &name);
                (name, member)
            });
            Document::Object(members.collect())
        }
        other => Document::Plain(other),
    }
}
