//! Where calls go and as whom: the environments to choose from, and what the browser keeps of them.

use serde_json::Value;

use super::browser;
use crate::api::{Session, TokenLife};
use crate::model::{FromJson, Members, ShapeError, ToJson, Writer};
use crate::secret::Secret;

/// Under which name the browser keeps the settings. The number changes with the shape.
const KEY: &str = "flow-console/settings/1";

/// The base URL of Adobe's own service.
pub(super) const ADOBE_FLOW_SERVICE: &str = "https://platform.adobe.io/data/foundation/flowservice";

/// The origin of the emulator in the page. `.invalid` can never be a real host, so a request that was copied from
/// the demo reaches nobody.
pub(super) const DEMO_ORIGIN: &str = "https://demo.invalid";

/// Who answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// The emulator in this page.
    #[default]
    Demo,
    /// A Flow Service somewhere else.
    Live,
}

/// The environment in use.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Environment {
    pub name: String,
    pub kind: Kind,
    pub session: Session,
    pub inlet_rewrite: Option<InletRewrite>,
    pub production: bool,
    pub read_only: bool,
}

/// Sends records to a portal's own proxy instead of the host in the inlet's URL.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct InletRewrite {
    pub from: String,
    pub to: String,
}

/// An environment as `config.json` and the browser's store hold it. Never has a token.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Preset {
    pub name: String,
    pub flow_service_url: String,
    pub api_key: String,
    pub org_id: String,
    pub sandbox: String,
    pub inlet_rewrite: Option<InletRewrite>,
    pub production: bool,
    pub read_only: bool,
}

const PRESET_KEYS: [&str; 8] = [
    "name",
    "flowServiceUrl",
    "apiKey",
    "orgId",
    "sandbox",
    "inletRewrite",
    "production",
    "readOnly",
];
const CONFIG_KEYS: [&str; 3] = ["environments", "defaultEnvironment", "language"];

impl Environment {
    /// The demo: an emulator that takes any token.
    pub fn demo() -> Self {
        Self {
            name: String::new(),
            kind: Kind::Demo,
            session: Session {
                flow_service_url: format!("{DEMO_ORIGIN}/data/foundation/flowservice"),
                access_token: Secret::new("demo-token"),
                api_key: "demo-api-key".to_owned(),
                org_id: "0123456789ABCDEF0A49DEMO@AdobeOrg".to_owned(),
                sandbox: "prod".to_owned(),
            },
            inlet_rewrite: None,
            production: false,
            read_only: false,
        }
    }

    /// The URL to post records to: the inlet's own, or the portal's proxy for it.
    pub fn inlet_url(&self, url: &str) -> String {
        match &self.inlet_rewrite {
            Some(InletRewrite { from, to }) => url
                .strip_prefix(from.as_str())
                .map_or_else(|| url.to_owned(), |rest| format!("{to}{rest}")),
            None => url.to_owned(),
        }
    }

    /// Where records sent from here end up: the same text for the same place, and something that people recognise.
    /// Empty for the demo.
    pub fn place(&self) -> String {
        match self.kind {
            Kind::Demo => String::new(),
            Kind::Live => {
                let session = &self.session;
                let (url, org) = (&session.flow_service_url, &session.org_id);
                format!("{url}, {org}, {}", session.sandbox)
            }
        }
    }

    /// What can be kept of it.
    pub fn preset(&self) -> Preset {
        Preset {
            name: self.name.clone(),
            flow_service_url: self.session.flow_service_url.clone(),
            api_key: self.session.api_key.clone(),
            org_id: self.session.org_id.clone(),
            sandbox: self.session.sandbox.clone(),
            inlet_rewrite: self.inlet_rewrite.clone(),
            production: self.production,
            read_only: self.read_only,
        }
    }
}

impl FromJson for InletRewrite {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        Ok(Self {
            from: members.required_text("from")?,
            to: members.required_text("to")?,
        })
    }
}

impl FromJson for Preset {
    /// What is absent is empty or off.
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let inlet_rewrite = members.optional("inletRewrite");
        Ok(Self {
            name: members.text_or_empty("name")?,
            flow_service_url: members.text_or_empty("flowServiceUrl")?,
            api_key: members.text_or_empty("apiKey")?,
            org_id: members.text_or_empty("orgId")?,
            sandbox: members.text_or_empty("sandbox")?,
            inlet_rewrite: inlet_rewrite.map(FromJson::from_json).transpose()?,
            production: members.flag("production")?,
            read_only: members.flag("readOnly")?,
        })
    }
}

impl ToJson for Preset {
    fn to_json(&self) -> Value {
        let mut writer = Writer::default();
        writer.text("name", &self.name);
        writer.text("flowServiceUrl", &self.flow_service_url);
        writer.text("apiKey", &self.api_key);
        writer.text("orgId", &self.org_id);
        writer.text("sandbox", &self.sandbox);
        if let Some(rewrite) = &self.inlet_rewrite {
            let mut written = Writer::default();
            written.text("from", &rewrite.from);
            written.text("to", &rewrite.to);
            writer.put("inletRewrite", written.finish());
        }
        writer.put("production", self.production.into());
        writer.put("readOnly", self.read_only.into());
        writer.finish()
    }
}

impl Preset {
    /// The environment, with a token that someone typed.
    pub fn into_environment(self, access_token: Secret) -> Environment {
        Environment {
            name: self.name,
            kind: Kind::Live,
            session: Session {
                flow_service_url: self.flow_service_url,
                access_token,
                api_key: self.api_key,
                org_id: self.org_id,
                sandbox: self.sandbox,
            },
            inlet_rewrite: self.inlet_rewrite,
            production: self.production,
            read_only: self.read_only,
        }
    }
}

/// What the browser keeps between visits.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Settings {
    /// `en` or `fr`; absent until someone chooses.
    pub language: Option<String>,
    /// `light` or `dark`; absent follows the system.
    pub theme: Option<String>,
    /// The live environment in use; absent in the demo.
    pub environment: Option<Preset>,
}

impl FromJson for Settings {
    fn from_json(value: &Value) -> Result<Self, ShapeError> {
        let members = Members::of(value)?;
        let environment = members.optional("environment");
        Ok(Self {
            language: members.text("language")?,
            theme: members.text("theme")?,
            environment: environment.map(FromJson::from_json).transpose()?,
        })
    }
}

impl ToJson for Settings {
    fn to_json(&self) -> Value {
        let mut writer = Writer::default();
        writer.optional_text("language", self.language.as_deref());
        writer.optional_text("theme", self.theme.as_deref());
        if let Some(environment) = &self.environment {
            writer.put("environment", environment.to_json());
        }
        writer.finish()
    }
}

impl Settings {
    /// What was kept, or nothing. Settings of another shape count as none.
    pub fn recall() -> Self {
        browser::recall(KEY)
            .and_then(|text| serde_json::from_str::<Value>(&text).ok())
            .and_then(|value| Self::from_json(&value).ok())
            .unwrap_or_default()
    }

    /// Changes what is kept; false when the browser refuses to keep it.
    pub fn update(change: impl FnOnce(&mut Self)) -> bool {
        let mut settings = Self::recall();
        change(&mut settings);
        browser::keep(KEY, &settings.to_json().to_string())
    }
}

/// `config.json`, by which a portal pre-sets the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Config {
    pub environments: Vec<Preset>,
    pub default_environment: Option<String>,
    pub language: Option<String>,
    /// Keys that mean nothing, to be shown on the environment page.
    pub ignored: Vec<String>,
    /// Why the file could not be read, in the parser's words.
    pub broken: Option<String>,
}

impl Config {
    /// Reads the file's text. Never fails: what is wrong is said in [`Config::broken`] and [`Config::ignored`].
    pub fn read(text: &str) -> Self {
        let value: Value = match serde_json::from_str(text) {
            Ok(value) => value,
            Err(error) => {
                return Self {
                    broken: Some(error.to_string()),
                    ..Self::default()
                };
            }
        };
        let word = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let mut config = Self {
            default_environment: word("defaultEnvironment"),
            language: word("language"),
            ignored: unknown_keys(&value, &CONFIG_KEYS, ""),
            ..Self::default()
        };
        let environments = value.get("environments").and_then(Value::as_array);
        for (position, environment) in environments.into_iter().flatten().enumerate() {
            let place = format!("environments[{position}].");
            config
                .ignored
                .extend(unknown_keys(environment, &PRESET_KEYS, &place));
            match Preset::from_json(environment) {
                Ok(preset) => config.environments.push(preset),
                Err(error) => config.broken = Some(format!("{place} {error}")),
            }
        }
        config
    }
}

fn unknown_keys(value: &Value, known: &[&str], place: &str) -> Vec<String> {
    value
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(key, _)| !known.contains(&key.as_str()))
        .map(|(key, _)| format!("{place}{key}"))
        .collect()
}

/// What the token says of its own life, if it is a readable JSON Web Token.
pub(super) fn token_life(token: &Secret) -> Option<TokenLife> {
    let payload = token.reveal().split('.').nth(1)?;
    let payload = browser::decode_base64(payload)?;
    TokenLife::read(&serde_json::from_str(&payload).ok()?)
}
