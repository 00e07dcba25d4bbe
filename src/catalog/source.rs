//! What is known about one source, as data.

use serde_json::Value;

use super::codes::{Doubt, Hint};

/// A text of the table itself, in the console's languages.
#[derive(Clone, Copy)]
pub struct Text {
    /// In English; it is also the description in the specification.
    pub english: &'static str,
    /// In French.
    pub french: &'static str,
}

/// How records get from a source into the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Tables or objects, read on a schedule.
    Batch,
    /// Files, read on a schedule.
    BatchFile,
    /// A REST API, asked on a schedule.
    BatchRest,
    /// A queue or a table of changes, read as it fills.
    StreamingQueue,
    /// The vendor posts to an address that the dataflow has; there is no base connection.
    StreamingWebhook,
    /// A REST API that calls itself streaming.
    StreamingRest,
    /// Anybody posts to an address that the base connection has.
    StreamingInlet,
}

impl Kind {
    /// Every kind, with the code that the table has for it.
    pub const ALL: [(&'static str, Self); 7] = [
        ("batch", Self::Batch),
        ("batch-file", Self::BatchFile),
        ("batch-rest", Self::BatchRest),
        ("streaming-queue", Self::StreamingQueue),
        ("streaming-webhook", Self::StreamingWebhook),
        ("streaming-rest", Self::StreamingRest),
        ("streaming-inlet", Self::StreamingInlet),
    ];

    /// True where records come by themselves, not on a schedule.
    pub fn is_streaming(self) -> bool {
        !matches!(self, Self::Batch | Self::BatchFile | Self::BatchRest)
    }
}

/// Where Experience Platform itself runs, when a way to sign in exists on one of the two only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cloud {
    /// Microsoft Azure.
    Azure,
    /// Amazon Web Services.
    Aws,
}

/// One kind of source.
pub struct DocumentedSource {
    /// Our own short name, unique in the table.
    pub key: &'static str,
    /// The name to show.
    pub title: &'static str,
    /// The category's key as Adobe's consoles write it, such as `cloudStorage`.
    pub category: &'static str,
    /// How its records get in.
    pub kind: Kind,
    /// True for what Adobe marks as beta.
    pub beta: bool,
    /// The specification's identifier. Where Adobe prints one identifier for several sources, all but one of them
    /// have an invented one here, beginning with `f10c0000`.
    pub id: &'static str,
    /// The identifier that Adobe prints, where `id` is invented.
    pub printed_id: Option<&'static str>,
    /// The specification's machine name; the key, where no document prints it (see [`DoubtCode::NameUnknown`]).
    ///
    /// [`DoubtCode::NameUnknown`]: super::DoubtCode::NameUnknown
    pub name: &'static str,
    /// The provider, where a document prints it.
    pub provider_id: Option<&'static str>,
    /// What the documents leave open about the source. Those about one way to sign in are there.
    pub doubts: Vec<Doubt>,
    /// What to do or to know before a connection is made.
    pub hints: Vec<Hint>,
    /// Remarks that have no code.
    pub notes: Vec<Text>,
    /// `sourceConnection.params`, as far as documented.
    pub source_parameters: Vec<DocumentedParameter>,
    /// The ways to sign in; none where a source takes no credentials.
    pub authentications: Vec<DocumentedAuthentication>,
    /// The specification as a tutorial prints it.
    pub(super) document: Option<&'static Value>,
}

/// One way to sign in. What identifies it is the source, its name *and* its parameters: Adobe gives the same name to
/// different ways of one source.
pub struct DocumentedAuthentication {
    /// For `auth.specName`, to the letter. Where no document has it, a provisional name that says so in brackets
    /// (see [`DoubtCode::AuthenticationNameUnknown`]).
    ///
    /// [`DoubtCode::AuthenticationNameUnknown`]: super::DoubtCode::AuthenticationNameUnknown
    pub name: &'static str,
    /// The name to show, different from those of the source's other ways to sign in.
    pub title: Text,
    /// The title in the schema: the English one, unless a tutorial prints another.
    pub schema_title: &'static str,
    /// `None` where both clouds have it, or no document says.
    pub cloud: Option<Cloud>,
    /// False for what a printed specification of the source does not have; it is not served then.
    pub offered: bool,
    /// What the documents leave open about it.
    pub doubts: Vec<Doubt>,
    /// The members of `auth.params`, in the order of the documents.
    pub parameters: Vec<DocumentedParameter>,
}

/// One parameter.
pub struct DocumentedParameter {
    /// To the letter.
    pub name: &'static str,
    /// JSON Schema's name of the type; `any` where no document has it.
    pub kind: &'static str,
    /// `None` where it depends on something, or the documents contradict each other. It is not demanded then.
    pub required: Option<bool>,
    /// `password` for secrets, `uri` for addresses.
    pub format: Option<&'static str>,
    /// What a secret consists of when it is a file, such as `application/json`.
    pub media: Option<&'static str>,
    /// `base64`, where the file is sent in that form.
    pub encoding: Option<&'static str>,
    /// The values there are, when they are few.
    pub choices: &'static [Value],
    /// What the service assumes.
    pub default: Option<&'static Value>,
    /// Possible values.
    pub examples: &'static [Value],
    /// What it is for; `None` where `words` has a sentence about all parameters of that name.
    pub help: Option<Text>,
}

impl DocumentedParameter {
    /// True for what must not be shown.
    pub fn is_secret(&self) -> bool {
        self.format == Some("password")
    }
}

impl DocumentedSource {
    /// The way to sign in with a name and a schema's title; the title only decides where the name does not.
    pub fn authentication(&self, name: &str, title: &str) -> Option<&DocumentedAuthentication> {
        let with_name = |way: &&DocumentedAuthentication| way.name == name;
        let mut ways = self.authentications.iter().filter(with_name);
        let with_title = |way: &&DocumentedAuthentication| way.schema_title == title;
        ways.clone().find(with_title).or_else(|| ways.next())
    }

    /// The help for a parameter, as far as it is in the table. Where several ways to sign in have the same name, any
    /// of them may have it.
    pub fn parameter_help(&self, authentication: &str, parameter: &str) -> Option<Text> {
        self.authentications
            .iter()
            .filter(|way| way.name == authentication)
            .flat_map(|way| &way.parameters)
            .find(|known| known.name == parameter && known.help.is_some())?
            .help
    }

    /// All that is doubtful, about the source and about its ways to sign in.
    pub fn all_doubts(&self) -> Vec<(Option<&DocumentedAuthentication>, Doubt)> {
        let own = self.doubts.iter().map(|doubt| (None, *doubt));
        let mut all: Vec<_> = own.collect();
        for way in &self.authentications {
            all.extend(way.doubts.iter().map(|doubt| (Some(way), *doubt)));
        }
        all
    }
}
