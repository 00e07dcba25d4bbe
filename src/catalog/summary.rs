//! A source as a catalog page lists it: what the service says, and the table where the service is silent.

use super::authentication::{AuthenticationKind, authentication_kind, properties};
use super::fold::fold;
use super::lookup::documented;
use super::source::Kind;
use crate::model::ConnectionSpec;

/// Groups the connectors that stream (printed for Kinesis, HTTP API and the webhooks).
const STREAMING_PROVIDER: &str = "521eee4d-8cbe-4906-bb48-fb6bd4450033";

/// What a list shows of a source and searches in.
#[derive(Clone, PartialEq)]
pub struct SourceSummary {
    /// The specification's identifier.
    pub id: String,
    /// The machine name.
    pub name: String,
    /// The name to show.
    pub title: String,
    /// The category's key (see [`category_key`]); empty when neither service nor table has one.
    pub category: String,
    /// True for beta.
    pub beta: bool,
    /// How records get in, where it is documented.
    pub kind: Option<Kind>,
    /// True where records come by themselves.
    pub streaming: bool,
    /// The kinds of ways to sign in, each once; [`AuthenticationKind::Open`] where there is none.
    pub authentications: Vec<AuthenticationKind>,
    /// What a search looks at, folded, with line breaks between.
    pub(super) text: String,
}

impl SourceSummary {
    /// Reads a specification.
    pub fn new(spec: &ConnectionSpec) -> Self {
        let known = documented(spec);
        let own_category = category_key(&spec.category());
        let mut summary = Self {
            id: spec.id.as_str().to_owned(),
            name: spec.name.clone(),
            title: spec.title(),
            category: match known {
                Some(known) if own_category.is_empty() => known.category.to_owned(),
                _ => own_category,
            },
            beta: spec.is_beta() || (says_nothing_of_beta(spec) && known.is_some_and(|it| it.beta)),
            kind: known.map(|known| known.kind),
            streaming: known.map_or_else(|| streams(spec), |known| known.kind.is_streaming()),
            authentications: Vec::new(),
            text: String::new(),
        };
        for text in [
            spec.title().as_str(),
            &spec.name,
            &summary.category.clone(),
            &spec.category(),
            spec.id.as_str(),
        ] {
            summary.add_text(text);
        }
        if let Some(known) = known {
            summary.add_text(known.title);
            summary.add_text(known.key);
        }
        for way in &spec.auth_spec {
            summary.add_text(way.title());
            summary.add_text(&way.name);
            for property in properties(&way.spec) {
                summary.add_text(property.name);
            }
            let kind = authentication_kind(way);
            if !summary.authentications.contains(&kind) {
                summary.authentications.push(kind);
            }
        }
        if summary.authentications.is_empty() {
            summary.authentications.push(AuthenticationKind::Open);
        }
        summary
    }

    /// Makes a text findable, such as the category as the reader's language calls it.
    pub fn add_text(&mut self, text: &str) {
        self.text.push('\n');
        self.text.push_str(&fold(text));
    }
}

/// One key for a category, however it is written: `Cloud Storage`, `cloud-storage` and `cloudStorage` are the last
/// one. `database`, which the service has as well, is `databases`. Others keep their form.
pub fn category_key(written: &str) -> String {
    let bare = |text: &str| {
        let mut bare = fold(text);
        bare.retain(char::is_alphanumeric);
        bare
    };
    let sought = bare(written);
    for source in super::lookup::sources() {
        let known = source.category.to_ascii_lowercase();
        if known == sought || known.strip_suffix('s') == Some(&sought) {
            return source.category.to_owned();
        }
    }
    written.to_owned()
}

fn streams(spec: &ConnectionSpec) -> bool {
    spec.provides_inlet()
        || spec.provider_id.as_deref() == Some(STREAMING_PROVIDER)
        || spec.source_spec.get("type").and_then(|it| it.as_str()) == Some("Stream")
}

fn says_nothing_of_beta(spec: &ConnectionSpec) -> bool {
    let flag = "/attributes/uiAttributes/isBeta";
    spec.source_spec.pointer(flag).is_none()
}
