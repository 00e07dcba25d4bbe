//! What sort of way to sign in it is. Adobe's names do not tell: `Basic Authentication` may want a connection string
//! or OAuth tokens, and `OAuth2 Refresh Code` a user and a password. The parameters do.

use serde_json::Value;

use crate::model::AuthSpec;

/// The sorts of ways to sign in that a catalog can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthenticationKind {
    /// A user and a password.
    Basic,
    /// A token, or the client's credentials with which tokens are fetched.
    OAuth,
    /// An application of Microsoft Entra ID.
    ServicePrincipal,
    /// An access key, a key file, a key pair, a signature.
    Key,
    /// Everything in one line.
    ConnectionString,
    /// No secret at all.
    Open,
}

impl AuthenticationKind {
    /// Every kind, with its code in addresses.
    pub const ALL: [(&'static str, Self); 6] = [
        ("basic", Self::Basic),
        ("oauth", Self::OAuth),
        ("service-principal", Self::ServicePrincipal),
        ("key", Self::Key),
        ("connection-string", Self::ConnectionString),
        ("none", Self::Open),
    ];
}

/// Names that give a kind away, the more telling ones first.
const TELLING: [(&str, AuthenticationKind); 14] = [
    ("serviceprincipalkey", AuthenticationKind::ServicePrincipal),
    ("clientsecretvalue", AuthenticationKind::ServicePrincipal),
    ("password", AuthenticationKind::Basic),
    ("connectionstring", AuthenticationKind::ConnectionString),
    ("jwttoken", AuthenticationKind::OAuth),
    ("refreshtoken", AuthenticationKind::OAuth),
    ("accesstoken", AuthenticationKind::OAuth),
    ("clientsecret", AuthenticationKind::OAuth),
    ("privatekey", AuthenticationKind::Key),
    ("privatekeycontent", AuthenticationKind::Key),
    ("accesskey", AuthenticationKind::Key),
    ("secretkey", AuthenticationKind::Key),
    ("saskey", AuthenticationKind::Key),
    ("sasuri", AuthenticationKind::Key),
];

/// The kind of a way to sign in, also of one that no document knows.
pub fn authentication_kind(way: &AuthSpec) -> AuthenticationKind {
    let mut secret = false;
    let mut best = TELLING.len();
    for property in properties(&way.spec) {
        let name = property.name.to_ascii_lowercase();
        let position = TELLING.iter().position(|(telling, _)| *telling == name);
        best = best.min(position.unwrap_or(best));
        secret |= is_secret(property.schema);
    }
    match TELLING.get(best) {
        Some((_, kind)) => *kind,
        None if secret => AuthenticationKind::Key,
        None => AuthenticationKind::Open,
    }
}

pub(super) fn is_secret(schema: &Value) -> bool {
    schema.get("format").and_then(Value::as_str) == Some("password")
        || schema.get("writeOnly").and_then(Value::as_bool) == Some(true)
}

/// A parameter of a schema.
pub(super) struct Property<'a> {
    pub(super) name: &'a str,
    pub(super) schema: &'a Value,
    pub(super) required: bool,
}

/// How many levels of variants inside variants are looked into.
const MAX_DEPTH: usize = 6;
/// How many parameters are looked at, since each is compared with all others.
const MAX_PROPERTIES: usize = 2_000;

/// The parameters of a schema, those of its variants included, each name once, at most [`MAX_PROPERTIES`]. What the
/// service fills in is none.
pub(super) fn properties(schema: &Value) -> Vec<Property<'_>> {
    let mut found = Vec::new();
    collect(schema, true, MAX_DEPTH, &mut found);
    found
}

fn collect<'a>(schema: &'a Value, certain: bool, depth: usize, found: &mut Vec<Property<'a>>) {
    let required = schema.get("required").and_then(Value::as_array);
    let members = schema.get("properties").and_then(Value::as_object);
    for (name, schema) in members.into_iter().flatten() {
        if found.len() == MAX_PROPERTIES {
            return;
        }
        let known = found.iter().any(|property| property.name == name);
        if known || schema.get("readOnly").and_then(Value::as_bool) == Some(true) {
            continue;
        }
        let names = required.into_iter().flatten();
        let required = certain && names.filter_map(Value::as_str).any(|it| it == name);
        found.push(Property {
            name,
            schema,
            required,
        });
    }
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    for keyword in ["allOf", "oneOf", "anyOf"] {
        let branches = schema.get(keyword).and_then(Value::as_array);
        for branch in branches.into_iter().flatten() {
            collect(branch, certain && keyword == "allOf", depth, found);
        }
    }
    for keyword in ["then", "else"] {
        if let Some(branch) = schema.get(keyword) {
            collect(branch, false, depth, found);
        }
    }
}
