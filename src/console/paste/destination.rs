//! Where a pasted command goes: which screen makes the same request, and what is put into its form.

use serde_json::{Map, Value};

use super::Understood;
use crate::api::Operation;
use crate::console::arrival::{Arrival, Content, Origin, arrival_place};
use crate::console::environment::{ADOBE_FLOW_SERVICE, Environment, Kind, Preset, Settings};
use crate::console::routes::Route;
use crate::console::state::Console;
use crate::interchange::{
    PlacedEnvironment, Placement, Reason, RequestKind, RequestPart, read_lenient_json,
};
use crate::model::{BaseConnectionId, ConnectionSpecId, FlowId};
use crate::schema::Pointer;

/// A screen, and what waits there for which form.
pub(super) struct Destination {
    pub route: Option<Route>,
    pub place: Option<String>,
    pub arrival: Option<Arrival>,
}

/// The screen that makes the request.
pub(super) fn destination(understood: &Understood) -> Destination {
    let placement = &understood.placement;
    match placement.kind {
        RequestKind::CreateBaseConnection => source_form(understood),
        RequestKind::CreateSourceConnection => walk("walk/source", placement),
        RequestKind::CreateTargetConnection => walk("walk/target", placement),
        RequestKind::CreateFlow => walk("walk/flow", placement),
        RequestKind::PostMessage => send_form(placement),
        RequestKind::Read => Destination {
            route: read_screen(placement),
            place: None,
            arrival: None,
        },
        RequestKind::Unknown => Destination {
            route: None,
            place: None,
            arrival: None,
        },
    }
}

/// Whether the values of a walk have to wait for a base connection to be chosen.
pub(super) fn waits_for_base(placement: &Placement) -> bool {
    let is_step = matches!(
        placement.kind,
        RequestKind::CreateSourceConnection
            | RequestKind::CreateTargetConnection
            | RequestKind::CreateFlow
    );
    is_step && base_connection(placement).is_none()
}

fn source_form(understood: &Understood) -> Destination {
    let placement = &understood.placement;
    let spec = placement.spec.as_ref().map(|spec| spec.id.as_str());
    let Some(spec) = spec.filter(|id| !id.is_empty()) else {
        return Destination {
            route: Some(Route::default()),
            place: None,
            arrival: None,
        };
    };
    let id = ConnectionSpecId::from(spec);
    let mut arrival = arrival_of(placement, Content::Body(Value::Null));
    arrival.content = Content::Body(body(understood, &mut arrival));
    Destination {
        place: Some(arrival_place(&id)),
        route: Some(Route::source(id)),
        arrival: Some(arrival),
    }
}

fn arrival_of(placement: &Placement, content: Content) -> Arrival {
    let mut arrival = Arrival::new(Origin::Command, content);
    arrival.left_over.clone_from(&placement.left_over);
    // Headers and the URL are the environment's.
    arrival.to_fill = placement.to_fill.clone();
    arrival
        .to_fill
        .retain(|to_fill| matches!(to_fill.part, RequestPart::Body(_)));
    arrival
}

/// The body of the request, without what only stands for something. Members that have no field of their own are
/// taken along: the form shows them, and they are sent.
fn body(understood: &Understood, arrival: &mut Arrival) -> Value {
    let placement = &understood.placement;
    let mut body = Value::Object(Map::new());
    let texts = [
        ("/name", &placement.name),
        ("/description", &placement.description),
        ("/providerId", &placement.provider_id),
        ("/auth/specName", &placement.authentication),
    ];
    for (pointer, text) in texts {
        if let Some(text) = text {
            insert(&mut body, pointer, Value::String(text.clone()));
        }
    }
    for parameter in &placement.parameters {
        if !is_awaited(placement, &parameter.pointer) {
            insert(&mut body, &parameter.pointer, parameter.value.clone());
        }
    }
    let text = understood.pasted.request.body.as_deref();
    let (whole, _) = read_lenient_json(text.unwrap_or_default());
    arrival.left_over.retain(|left_over| {
        let RequestPart::Body(pointer) = &left_over.part else {
            return true;
        };
        let depth = pointer.matches('/').count();
        let is_member = depth == 1 || depth == 2 && pointer.starts_with("/auth/");
        match whole.pointer(pointer) {
            Some(value) if is_member && left_over.reason == Reason::Unknown => {
                insert(&mut body, pointer, value.clone());
                false
            }
            _ => true,
        }
    });
    body
}

/// Whether a placeholder alone stands there.
pub(super) fn is_awaited(placement: &Placement, pointer: &str) -> bool {
    placement.to_fill.iter().any(|to_fill| {
        !to_fill.is_inside && matches!(&to_fill.part, RequestPart::Body(place) if place == pointer)
    })
}

fn insert(body: &mut Value, pointer: &str, value: Value) {
    let Ok(pointer) = pointer.parse::<Pointer>() else {
        return;
    };
    let mut place = body;
    for token in pointer.tokens() {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        let Value::Object(members) = place else {
            return;
        };
        place = members.entry(token).or_insert(Value::Null);
    }
    *place = value;
}

/// All values as texts by the names of the controls.
fn texts(placement: &Placement) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for (name, text) in [
        ("/name", &placement.name),
        ("/description", &placement.description),
    ] {
        texts.extend(text.clone().map(|text| (name.to_owned(), text)));
    }
    if placement.kind == RequestKind::CreateFlow
        && let Some(spec) = &placement.spec
    {
        texts.push(("/flowSpec/id".to_owned(), spec.id.clone()));
    }
    for parameter in &placement.parameters {
        // Which objects a step joins is the walk's own knowledge.
        let is_link = matches!(
            parameter.pointer.as_str(),
            "/baseConnectionId" | "/sourceConnectionIds" | "/targetConnectionIds"
        );
        if !is_link && !is_awaited(placement, &parameter.pointer) {
            leaves(&parameter.pointer, &parameter.value, &mut texts);
        }
    }
    texts
}

fn leaves(pointer: &str, value: &Value, texts: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                leaves(&[pointer, "/", &name].concat(), member, texts);
            }
        }
        Value::Array(items) => {
            for (position, item) in items.iter().enumerate() {
                leaves(&[pointer, "/", &position.to_string()].concat(), item, texts);
            }
        }
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => texts.push((pointer.to_owned(), text.clone())),
        other => texts.push((pointer.to_owned(), other.to_string())),
    }
}

fn base_connection(placement: &Placement) -> Option<BaseConnectionId> {
    let mut parameters = placement.parameters.iter();
    let given = parameters.find(|parameter| parameter.pointer == "/baseConnectionId")?;
    let id = given.value.as_str().filter(|id| !id.is_empty())?;
    Some(id.into())
}

fn walk(place: &str, placement: &Placement) -> Destination {
    let route = match base_connection(placement) {
        Some(source) => Route::NewDataflow {
            source,
            source_connection: None,
            target_connection: None,
        },
        None => Route::Inlets,
    };
    let mut arrival = arrival_of(placement, Content::Texts(texts(placement)));
    // These the walk fills in.
    arrival.to_fill.retain(|to_fill| {
        !matches!(&to_fill.part, RequestPart::Body(pointer)
            if pointer.contains("onnectionId"))
    });
    Destination {
        route: Some(route),
        place: Some(place.to_owned()),
        arrival: Some(arrival),
    }
}

fn send_form(placement: &Placement) -> Destination {
    let mut texts = Vec::new();
    for (name, text) in [
        ("/inletUrl", &placement.inlet_url),
        ("/flowId", &placement.flow_id),
        ("/records", &placement.message),
    ] {
        texts.extend(text.clone().map(|text| (name.to_owned(), text)));
    }
    Destination {
        route: Some(Route::Send {
            connection: None,
            flow: placement.flow_id.as_deref().map(FlowId::from),
        }),
        place: Some("send".to_owned()),
        arrival: Some(arrival_of(placement, Content::Texts(texts))),
    }
}

/// The screen that shows what a `GET` asks for.
fn read_screen(placement: &Placement) -> Option<Route> {
    let is_open = placement
        .to_fill
        .iter()
        .any(|to_fill| to_fill.part == RequestPart::Url && to_fill.is_inside);
    let route = match placement.operation.as_ref().ok()? {
        Operation::ListConnectionSpecs(_) => Route::default(),
        Operation::RetrieveConnectionSpec(_) if is_open => Route::default(),
        Operation::RetrieveConnectionSpec(id) => Route::source(id.clone()),
        Operation::RetrieveBaseConnection(id) if !is_open => Route::Connection(id.clone()),
        Operation::ListBaseConnections(_) | Operation::RetrieveBaseConnection(_) => {
            Route::Connections
        }
        Operation::RetrieveFlow(id) if !is_open => Route::Dataflow(id.clone()),
        Operation::RetrieveRun(id) if !is_open => Route::Run(id.clone()),
        Operation::ListFlows(_)
        | Operation::RetrieveFlow(_)
        | Operation::ListRuns(_)
        | Operation::RetrieveRun(_) => Route::Dataflows,
        _ => return None,
    };
    Some(route)
}

/// Whether a command says anything about whom to call as; the address alone, which is the same in all of Adobe's
/// pages, is no environment.
pub(super) fn is_worth_using(given: &PlacedEnvironment) -> bool {
    let is_elsewhere = given
        .flow_service_url
        .as_deref()
        .is_some_and(|url| url != ADOBE_FLOW_SERVICE);
    is_elsewhere
        || given.access_token.is_some()
        || given.api_key.is_some()
        || given.org_id.is_some()
        || given.sandbox.is_some()
}

/// Calls go where the command goes from now on. What it does not say stays as it is in an environment of one's own.
pub(super) fn use_environment(console: Console, given: &PlacedEnvironment) {
    let present = console.environment.get_untracked();
    let is_own = present.kind == Kind::Live && present.name.is_empty();
    let mut environment = if is_own { present } else { own_environment() };
    let session = &mut environment.session;
    if let Some(url) = &given.flow_service_url {
        session.flow_service_url.clone_from(url);
    }
    for (given, place) in [
        (&given.api_key, &mut session.api_key),
        (&given.org_id, &mut session.org_id),
        (&given.sandbox, &mut session.sandbox),
    ] {
        if let Some(given) = given {
            place.clone_from(given);
        }
    }
    if let Some(token) = &given.access_token {
        session.access_token = token.clone();
    }
    let preset = environment.preset();
    Settings::update(|settings| settings.environment = Some(preset));
    console.environment.set(environment);
}

fn own_environment() -> Environment {
    Preset {
        flow_service_url: ADOBE_FLOW_SERVICE.to_owned(),
        ..Preset::default()
    }
    .into_environment(Default::default())
}
