//! What the documents leave open, and what to know beforehand: as codes, which `words` turns into sentences.

/// A code, and what it is about: a parameter, an identifier, a month as `2026-01`, a number; empty where it needs
/// nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What is open.
    pub code: DoubtCode,
    /// What it is about.
    pub subject: &'static str,
}

/// What may be wrong with what is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoubtCode {
    /// No document prints the specification's machine name.
    NameUnknown,
    /// Adobe prints the same identifier (the subject) for several sources.
    IdentifierShared,
    /// Some samples have another identifier (the subject).
    IdentifierElsewhere,
    /// The source's own page prints an identifier that lacks a digit.
    IdentifierMalformed,
    /// The identifier looks like one of a template.
    IdentifierTemplate,
    /// No document prints the exact name of this way to sign in.
    AuthenticationNameUnknown,
    /// The page contradicts itself about what to send.
    Contradiction,
    /// The parameter is in a sample and in no table.
    SampleOnly,
    /// The parameter's type is not documented.
    TypeUnknown,
    /// The parameter is called a flag, but samples send it as text.
    FlagAsText,
    /// Tables and samples spell the parameter differently.
    Spelling,
    /// The page says both that the parameter is needed and that it is not.
    Conditional,
    /// Newer pages demand the parameter, which the printed specification does not.
    NewerDemands,
    /// The documents escape the parameter's value in a way that may be one time too many.
    Escaping,
    /// Only old pages could be read: newer ways to sign in may be missing.
    MayBeIncomplete,
    /// Adobe marks the source as unavailable for the time being.
    Unavailable,
    /// Adobe announced the end for a month (the subject).
    Retirement,
    /// Newer pages do not mention it any more.
    NoLongerDocumented,
}

impl DoubtCode {
    /// Every code, as the table writes it.
    pub const ALL: [(&'static str, Self); 18] = [
        ("specification-name-unknown", Self::NameUnknown),
        ("id-shared", Self::IdentifierShared),
        ("id-elsewhere", Self::IdentifierElsewhere),
        ("id-malformed", Self::IdentifierMalformed),
        ("id-template", Self::IdentifierTemplate),
        ("name-unknown", Self::AuthenticationNameUnknown),
        ("contradiction", Self::Contradiction),
        ("sample-only", Self::SampleOnly),
        ("type-unknown", Self::TypeUnknown),
        ("flag-as-text", Self::FlagAsText),
        ("spelling", Self::Spelling),
        ("conditional", Self::Conditional),
        ("newer-demands", Self::NewerDemands),
        ("escaping", Self::Escaping),
        ("may-be-incomplete", Self::MayBeIncomplete),
        ("unavailable", Self::Unavailable),
        ("retirement", Self::Retirement),
        ("no-longer-documented", Self::NoLongerDocumented),
    ];

    /// True for what makes it doubtful whether a connection can be made at all as documented: a list says so, too.
    pub fn is_grave(self) -> bool {
        matches!(
            self,
            Self::IdentifierShared
                | Self::IdentifierMalformed
                | Self::IdentifierTemplate
                | Self::AuthenticationNameUnknown
                | Self::Contradiction
                | Self::Unavailable
                | Self::Retirement
        )
    }
}

/// A code, and a number where it has one; empty otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What to do or to know.
    pub code: HintCode,
    /// What it is about.
    pub subject: &'static str,
}

/// What to do or to know before a connection is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintCode {
    /// The source must let Experience Platform's addresses in.
    AllowList,
    /// Experience Platform issues the credentials; there is nothing to type.
    IssuedCredentials,
    /// The bucket's policy must let Adobe's IAM role in.
    RoleInBucketPolicy,
    /// The way to sign in cannot be changed later.
    AuthenticationFixed,
    /// Only with Real-Time CDP Ultimate.
    UltimateOnly,
    /// Each dataflow needs a consumer group of its own.
    OwnConsumerGroup,
    /// Each dataflow needs a subscription of its own.
    OwnSubscription,
    /// So many minutes (the subject) pass until a new dataflow works.
    SettlesInMinutes,
    /// The server must take a password without asking back.
    PasswordLogin,
    /// The token lives so many days (the subject).
    TokenExpiresDays,
    /// The token lives so many minutes (the subject).
    TokenExpiresMinutes,
    /// On AWS a new connection is in the state `initializing` at first.
    InitializingOnAws,
    /// The cluster needs a token of the landing zone in its configuration.
    StagingToken,
    /// The cluster must run while connections and dataflows are made.
    ClusterRunning,
    /// A server setting must allow unloading to an inline URL.
    UnloadInline,
    /// The service principal needs the right to read in the database.
    GrantSelect,
    /// The documented default is the vendor's sandbox.
    SandboxHost,
    /// The vendor needs the address that the dataflow gets.
    WebhookAddress,
}

impl HintCode {
    /// Every code, as the table writes it.
    pub const ALL: [(&'static str, Self); 18] = [
        ("allow-list", Self::AllowList),
        ("issued-credentials", Self::IssuedCredentials),
        ("role-in-bucket-policy", Self::RoleInBucketPolicy),
        ("authentication-fixed", Self::AuthenticationFixed),
        ("ultimate-only", Self::UltimateOnly),
        ("own-consumer-group", Self::OwnConsumerGroup),
        ("own-subscription", Self::OwnSubscription),
        ("settles-in-minutes", Self::SettlesInMinutes),
        ("password-login", Self::PasswordLogin),
        ("token-expires-days", Self::TokenExpiresDays),
        ("token-expires-minutes", Self::TokenExpiresMinutes),
        ("initializing-on-aws", Self::InitializingOnAws),
        ("staging-token", Self::StagingToken),
        ("cluster-running", Self::ClusterRunning),
        ("unload-inline", Self::UnloadInline),
        ("grant-select", Self::GrantSelect),
        ("sandbox-host", Self::SandboxHost),
        ("webhook-address", Self::WebhookAddress),
    ];
}
