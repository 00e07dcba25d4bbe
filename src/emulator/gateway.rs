//! What is judged before the service sees a call: who calls, for which organisation, in which sandbox.

use super::refusal::Refusal;
use super::sentinel;
use crate::api::{HttpRequest, Method};

/// Who calls, and where their resources are.
#[derive(Default)]
pub(super) struct Caller {
    pub(super) organisation: String,
    pub(super) sandbox: String,
    /// The client's id, which resources remember as `createdClient`.
    pub(super) client: String,
}

/// Judges the headers in the order of Adobe's gateway: token, key, organisation, content type, sandbox.
pub(super) fn admit(request: &HttpRequest) -> Result<Caller, Refusal> {
    let gateway = |code, message| Refusal::Gateway { code, message };
    // Forbidden, not unauthorized: so Adobe's table has it.
    let authorization = given(request, "Authorization")
        .ok_or_else(|| gateway(403_010, "Oauth token is missing"))?;
    if bearer(authorization).is_none_or(sentinel::refuses_token) {
        return Err(Refusal::token_refused());
    }
    let client =
        given(request, "x-api-key").ok_or_else(|| gateway(403_000, "Api Key is required"))?;
    if sentinel::refuses_api_key(client) {
        return Err(gateway(403_003, "Api Key is invalid"));
    }
    let organisation = given(request, "x-gw-ims-org-id")
        .ok_or_else(|| gateway(400_003, "The header x-gw-ims-org-id is missing"))?;
    if !is_organisation(organisation) {
        return Err(gateway(403_027, "User region is missing"));
    }
    if sentinel::refuses_organisation(organisation) {
        return Err(gateway(
            403_025,
            "The profile is not valid for this organisation",
        ));
    }
    if request.method != Method::Get && request.method != Method::Delete && !has_json(request) {
        return Err(Refusal::Unreadable {
            detail: "Content-Type must be application/json".to_owned(),
        });
    }
    Ok(Caller {
        organisation: organisation.to_owned(),
        sandbox: sandbox(request)?.to_owned(),
        client: client.to_owned(),
    })
}

fn sandbox(request: &HttpRequest) -> Result<&str, Refusal> {
    let name = given(request, "x-sandbox-name").ok_or_else(Refusal::sandbox_missing)?;
    let well_formed = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if well_formed && !sentinel::refuses_sandbox(name) {
        Ok(name)
    } else {
        Err(Refusal::sandbox_unknown(name))
    }
}

/// Something before `@AdobeOrg`, without blanks.
fn is_organisation(id: &str) -> bool {
    id.strip_suffix("@AdobeOrg")
        .is_some_and(|name| !name.is_empty() && !name.contains(['@', ' ']))
}

/// The token of an `Authorization` header, when it is a bearer's.
pub(super) fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization
        .trim()
        .split_once(' ')
        .unwrap_or((authorization.trim(), ""));
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// True when the body is announced as JSON, whatever parameters follow the media type.
pub(super) fn has_json(request: &HttpRequest) -> bool {
    given(request, "Content-Type").is_some_and(|content_type| {
        let media_type = content_type.split(';').next().unwrap_or_default();
        media_type.trim().eq_ignore_ascii_case("application/json")
    })
}

fn given<'a>(request: &'a HttpRequest, name: &str) -> Option<&'a str> {
    request
        .header(name)
        .map(str::trim)
        .filter(|value| !value.is_empty())
}
