//! The emulator's own switches, under `/emulator/`. No header is needed, and no fault hits them.
//!
//! | call | body | what it does |
//! |---|---|---|
//! | `GET state` | – | tells pace, faults and what is stored where |
//! | `POST reset` | – | begins again with the world of the settings |
//! | `GET faults` | – | tells the faults |
//! | `PUT faults` | `{"throttled": true, "delayMs": 200, …}` | switches them; what is absent is off |
//! | `PUT pace` | `{"pace": "manual"}` | `immediate`, `realistic` or `manual`, for what is made from now on |
//! | `POST advance` | – | ends every `initializing` |
//! | `PUT flow` | `{"id": "…", "enabled": false}` | switches a flow off and on again |
//! | `PUT received` | `{"key": "/seq"}` | notes from now on which records are accepted, by a member of theirs |
//! | `GET received?inlet={id}` | – | tells what was noted; of all inlets without `inlet` |
//! | `POST clock` | `{"advanceMs": 300000}` | moves the emulator's time ahead |

use serde_json::{Value, json};

use super::store::{Collection, Sandbox};
use super::{Emulator, Faults, Pace};
use crate::api::{HttpRequest, HttpResponse, Method, Target};
use crate::model::{FromJson, Members, ShapeError, ToJson};

/// `path` is what follows the prefix.
pub(super) fn answer(
    emulator: &mut Emulator,
    path: &str,
    request: &HttpRequest,
    now: u64,
) -> HttpResponse {
    let body = request.body.as_deref().unwrap_or_default();
    let body = || serde_json::from_str::<Value>(body).map_err(ShapeError::from);
    let done = match (request.method, path) {
        (Method::Get, "state" | "faults") => Ok(()),
        (Method::Get, "received") => {
            let ledger = &emulator.intake.ledger;
            let told = match Target::read(&request.url).parameter("inlet") {
                Some(inlet_id) => ledger.tell(inlet_id),
                None => ledger.tell_all(),
            };
            return write(200, &told);
        }
        (Method::Put, "received") => {
            let ledger = &mut emulator.intake.ledger;
            match body().and_then(|body| ledger.switch(&body)) {
                Ok(()) => return write(200, &ledger.tell_all()),
                Err(error) => Err(error),
            }
        }
        (Method::Put, "flow") => body().and_then(|body| switch_flow(emulator, &body)),
        (Method::Post, "reset") => {
            emulator.reset();
            Ok(())
        }
        (Method::Put, "faults") => body()
            .and_then(|body| Faults::from_json(&body))
            .map(|faults| emulator.set_faults(faults)),
        (Method::Put, "pace") => body()
            .and_then(|body| read_pace(&body))
            .map(|pace| emulator.set_pace(pace)),
        (Method::Post, "advance") => {
            advance(emulator, now);
            Ok(())
        }
        (Method::Post, "clock") => body().and_then(|body| read_advance(&body)).map(|advance| {
            emulator.ahead_ms = emulator.ahead_ms.saturating_add(advance);
            emulator.store.changed += 1;
        }),
        _ => return write(404, &json!({ "message": "There is no such switch." })),
    };
    match done {
        Ok(()) if path == "faults" => write(200, &emulator.faults().to_json()),
        Ok(()) => write(200, &state(emulator)),
        Err(error) => write(400, &json!({ "message": error.to_string() })),
    }
}

/// `{"pace": "manual"}`.
fn read_pace(value: &Value) -> Result<Pace, ShapeError> {
    let members = Members::of(value)?;
    members.only(&["pace"])?;
    let word = members.required_text("pace")?;
    Pace::read(&word)
        .ok_or_else(|| ShapeError::wrong("pace", "`immediate`, `realistic` or `manual`"))
}

/// `{"id": "…", "enabled": false}`: the documented action for it is none that the console has.
fn switch_flow(emulator: &mut Emulator, value: &Value) -> Result<(), ShapeError> {
    let members = Members::of(value)?;
    members.only(&["id", "enabled"])?;
    let id = members.required_text("id")?;
    let state = if members.flag("enabled")? {
        "enabled"
    } else {
        "disabled"
    };
    let organisations = emulator.store.organisations.values_mut();
    let flow = organisations
        .flat_map(|sandboxes| sandboxes.values_mut())
        .filter_map(|sandbox| sandbox.tables.get_mut(&Collection::Flows))
        .flatten()
        .find(|flow| flow.get("id").and_then(Value::as_str) == Some(id.as_str()));
    let Some(Value::Object(members)) = flow else {
        return Err(ShapeError::wrong("id", "the id of a flow"));
    };
    members.insert("state".to_owned(), json!(state));
    emulator.store.changed += 1;
    Ok(())
}

/// `{"advanceMs": 300000}`.
fn read_advance(value: &Value) -> Result<u64, ShapeError> {
    let members = Members::of(value)?;
    members.only(&["advanceMs"])?;
    members.whole("advanceMs")
}

fn write(status: u16, body: &Value) -> HttpResponse {
    HttpResponse {
        status,
        headers: vec![("Content-Type".to_owned(), "application/json".to_owned())],
        body: body.to_string(),
    }
}

/// Whatever was still initializing is ready from now on.
fn advance(emulator: &mut Emulator, now: u64) {
    for sandbox in emulator
        .store
        .organisations
        .values_mut()
        .flat_map(|all| all.values_mut())
    {
        for moment in sandbox.settles_at.values_mut() {
            *moment = (*moment).min(now);
        }
    }
    emulator.store.changed += 1;
}

fn state(emulator: &Emulator) -> Value {
    let sandboxes: Vec<Value> = emulator
        .store
        .organisations
        .iter()
        .flat_map(|(organisation, all)| {
            all.iter()
                .map(move |(name, sandbox)| describe(organisation, name, sandbox))
        })
        .collect();
    json!({
        "pace": emulator.pace().word(),
        "faults": emulator.faults().to_json(),
        "aheadMs": emulator.ahead_ms,
        "changed": emulator.changed(),
        "sandboxes": sandboxes,
    })
}

fn describe(organisation: &str, name: &str, sandbox: &Sandbox) -> Value {
    let count = |collection| sandbox.table(collection).len();
    let received: Vec<Value> = sandbox
        .received
        .iter()
        .map(|(flow_id, received)| {
            json!({ "flowId": flow_id, "count": received.count, "latest": received.latest })
        })
        .collect();
    json!({
        "organisation": organisation,
        "sandbox": name,
        "connections": count(Collection::Connections),
        "sourceConnections": count(Collection::SourceConnections),
        "targetConnections": count(Collection::TargetConnections),
        "flows": count(Collection::Flows),
        "received": received,
    })
}
