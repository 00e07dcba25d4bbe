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
//! | `POST clock` | `{"advanceMs": 300000}` | moves the emulator's time ahead |

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::store::{Collection, Sandbox};
use super::{Emulator, Faults, Pace};
use crate::api::{HttpRequest, HttpResponse, Method};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PaceBody {
    pace: Pace,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ClockBody {
    advance_ms: u64,
}

/// `path` is what follows the prefix.
pub(super) fn answer(
    emulator: &mut Emulator,
    path: &str,
    request: &HttpRequest,
    now: u64,
) -> HttpResponse {
    let body = request.body.as_deref().unwrap_or_default();
    let done = match (request.method, path) {
        (Method::Get, "state" | "faults") => Ok(()),
        (Method::Post, "reset") => {
            emulator.reset();
            Ok(())
        }
        (Method::Put, "faults") => read(body).map(|faults: Faults| emulator.set_faults(faults)),
        (Method::Put, "pace") => read(body).map(|body: PaceBody| emulator.set_pace(body.pace)),
        (Method::Post, "advance") => {
            advance(emulator, now);
            Ok(())
        }
        (Method::Post, "clock") => read(body).map(|body: ClockBody| {
            emulator.ahead_ms = emulator.ahead_ms.saturating_add(body.advance_ms);
            emulator.store.changed += 1;
        }),
        _ => return write(404, &json!({ "message": "There is no such switch." })),
    };
    match done {
        Ok(()) if path == "faults" => write(200, &json!(emulator.faults())),
        Ok(()) => write(200, &state(emulator)),
        Err(message) => write(400, &json!({ "message": message })),
    }
}

fn read<Body: DeserializeOwned>(text: &str) -> Result<Body, String> {
    serde_json::from_str::<Value>(text)
        .and_then(serde_json::from_value)
        .map_err(|error| error.to_string())
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
        "pace": emulator.pace(),
        "faults": emulator.faults(),
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
