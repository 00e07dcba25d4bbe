//! Where calls go and as whom.

use serde_json::Value;

use crate::secret::{Secret, Secrets};

/// What every call carries beside its own content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The service's base URL, without a trailing slash; may be relative to the page.
    pub flow_service_url: String,
    /// The IMS access token, without `Bearer`.
    pub access_token: Secret,
    /// The OAuth client's id, sent as `x-api-key`.
    pub api_key: String,
    /// The organisation, `…@AdobeOrg`.
    pub org_id: String,
    /// The sandbox's name, in lower case.
    pub sandbox: String,
}

/// What an access token says of its own life. IMS tokens are JSON Web Tokens whose payload has
/// `created_at` and `expires_in`, both in milliseconds, as strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenLife {
    /// When it ends, in milliseconds since 1970.
    pub ends_at: u64,
}

impl TokenLife {
    /// Reads the decoded payload of a token. `None` when it says nothing that can be understood.
    pub fn read(payload: &Value) -> Option<Self> {
        let number = |name| payload.get(name).and_then(crate::model::as_number);
        match (number("created_at"), number("expires_in"), number("exp")) {
            (Some(created), Some(lasts), _) => Some(Self {
                ends_at: created.saturating_add(lasts),
            }),
            // The standard claim, in seconds, for tokens of other issuers.
            (_, _, Some(seconds)) => Some(Self {
                ends_at: seconds.saturating_mul(1000),
            }),
            _ => None,
        }
    }

    /// What is left, in milliseconds; 0 when it is over.
    pub fn left(self, now: u64) -> u64 {
        self.ends_at.saturating_sub(now)
    }
}

impl Session {
    /// The headers of every Flow Service call, in the order of Adobe's examples.
    pub(super) fn headers(&self, secrets: Secrets) -> Vec<(String, String)> {
        vec![
            self.authorization(secrets),
            (
                "x-api-key".to_owned(),
                secrets.write("apiKey", &Secret::new(self.api_key.as_str())),
            ),
            ("x-gw-ims-org-id".to_owned(), self.org_id.clone()),
            ("x-sandbox-name".to_owned(), self.sandbox.clone()),
        ]
    }

    /// `Authorization: Bearer …`
    pub(super) fn authorization(&self, secrets: Secrets) -> (String, String) {
        (
            "Authorization".to_owned(),
            format!(
                "Bearer {}",
                secrets.write("accessToken", &self.access_token)
            ),
        )
    }
}
