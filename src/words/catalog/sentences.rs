//! The words for the catalog's codes: a code, in English, in French.

use crate::catalog::{AuthenticationKind, DoubtCode, HintCode, Kind, Quality};

type Row<Code> = (Code, &'static str, &'static str);
type Pair = (&'static str, &'static str);

pub(super) static KINDS: [Row<Kind>; 7] = [
    (Kind::Batch, "Batch, tables", "Par lots, tables"),
    (Kind::BatchFile, "Batch, files", "Par lots, fichiers"),
    (Kind::BatchRest, "Batch, REST API", "Par lots, API REST"),
    (Kind::StreamingQueue, "Streaming", "En continu"),
    (
        Kind::StreamingWebhook,
        "Streaming, webhook",
        "En continu, webhook",
    ),
    (
        Kind::StreamingRest,
        "Streaming, REST API",
        "En continu, API REST",
    ),
    (
        Kind::StreamingInlet,
        "Streaming, inlet",
        "En continu, inlet",
    ),
];

pub(super) static AUTHENTICATION_KINDS: [Row<AuthenticationKind>; 6] = [
    (
        AuthenticationKind::Basic,
        "User and password",
        "Utilisateur et mot de passe",
    ),
    (
        AuthenticationKind::OAuth,
        "OAuth or token",
        "OAuth ou jeton",
    ),
    (
        AuthenticationKind::ServicePrincipal,
        "Service principal",
        "Principal de service",
    ),
    (AuthenticationKind::Key, "Key", "Clé"),
    (
        AuthenticationKind::ConnectionString,
        "Connection string",
        "Chaîne de connexion",
    ),
    (AuthenticationKind::Open, "No secret", "Aucun secret"),
];

/// At `{}` the subject of the doubt.
pub(super) static DOUBTS: [Row<DoubtCode>; 18] = [
    (
        DoubtCode::NameUnknown,
        "Adobe’s documents do not print this source’s machine name; “{}” is a guess.",
        "Les documents d’Adobe n’impriment pas le nom technique de cette source\u{202f}; «\u{202f}{}\u{202f}» est une supposition.",
    ),
    (
        DoubtCode::IdentifierShared,
        "Adobe prints the specification’s ID for other sources as well. Trust the service’s own list only.",
        "Adobe imprime l’identifiant de la spécification pour d’autres sources aussi. Ne vous fiez qu’à la liste du service.",
    ),
    (
        DoubtCode::IdentifierElsewhere,
        "Some of Adobe’s samples have another specification ID: {}.",
        "Certains exemples d’Adobe portent un autre identifiant de spécification\u{a0}: {}.",
    ),
    (
        DoubtCode::IdentifierMalformed,
        "The source’s own page prints a specification ID that lacks a digit; this one comes from another page.",
        "La page de la source imprime un identifiant de spécification auquel manque un chiffre\u{202f}; celui-ci vient d’une autre page.",
    ),
    (
        DoubtCode::IdentifierTemplate,
        "The printed specification ID looks like one of a template.",
        "L’identifiant de spécification imprimé semble provenir d’un modèle.",
    ),
    (
        DoubtCode::AuthenticationNameUnknown,
        "No document prints the exact name of this way to sign in. The one used here is provisional; the service’s own counts.",
        "Aucun document n’imprime le nom exact de ce mode de connexion. Celui d’ici est provisoire\u{202f}; seul compte celui du service.",
    ),
    (
        DoubtCode::Contradiction,
        "The source’s page contradicts itself about what to send. Trust the service’s own specification only.",
        "La page de la source se contredit sur ce qu’il faut envoyer. Ne vous fiez qu’à la spécification du service.",
    ),
    (
        DoubtCode::SampleOnly,
        "“{}” is in a sample of Adobe’s, but explained nowhere.",
        "«\u{202f}{}\u{202f}» figure dans un exemple d’Adobe, mais n’est expliqué nulle part.",
    ),
    (
        DoubtCode::TypeUnknown,
        "The type of “{}” is not documented.",
        "Le type de «\u{202f}{}\u{202f}» n’est pas documenté.",
    ),
    (
        DoubtCode::FlagAsText,
        "“{}” is called a flag, but Adobe’s sample sends it as text.",
        "«\u{202f}{}\u{202f}» est décrit comme un booléen, mais l’exemple d’Adobe l’envoie sous forme de texte.",
    ),
    (
        DoubtCode::Spelling,
        "“{}” is spelled differently in Adobe’s table; the sample’s spelling is used here.",
        "«\u{202f}{}\u{202f}» s’écrit autrement dans le tableau d’Adobe\u{202f}; l’orthographe de l’exemple est reprise ici.",
    ),
    (
        DoubtCode::Conditional,
        "Adobe’s page says both that “{}” may be left out and that it may not.",
        "La page d’Adobe dit à la fois que «\u{202f}{}\u{202f}» peut être omis et qu’il ne le peut pas.",
    ),
    (
        DoubtCode::NewerDemands,
        "Newer pages of Adobe’s demand “{}” as well.",
        "Des pages plus récentes d’Adobe exigent aussi «\u{202f}{}\u{202f}».",
    ),
    (
        DoubtCode::Escaping,
        "Adobe’s page may have escaped the example of “{}” once too often.",
        "La page d’Adobe a peut-être échappé l’exemple de «\u{202f}{}\u{202f}» une fois de trop.",
    ),
    (
        DoubtCode::MayBeIncomplete,
        "Only older pages were at hand: newer ways to sign in may be missing.",
        "Seules d’anciennes pages étaient disponibles\u{a0}: des modes de connexion plus récents peuvent manquer.",
    ),
    (
        DoubtCode::Unavailable,
        "Adobe marks this source as unavailable for the time being.",
        "Adobe signale cette source comme indisponible pour le moment.",
    ),
    (
        DoubtCode::Retirement,
        "Adobe announced its end for {}.",
        "Adobe en a annoncé la fin pour {}.",
    ),
    (
        DoubtCode::NoLongerDocumented,
        "Newer pages of Adobe’s do not mention this any more.",
        "Les pages plus récentes d’Adobe ne le mentionnent plus.",
    ),
];

/// At `{}` the number of the hint.
pub(super) static HINTS: [Row<HintCode>; 18] = [
    (
        HintCode::AllowList,
        "The source’s firewall must let Experience Platform’s IP addresses in.",
        "Le pare-feu de la source doit laisser entrer les adresses IP d’Experience Platform.",
    ),
    (
        HintCode::IssuedCredentials,
        "There is nothing to type: Experience Platform issues the credentials.",
        "Rien à saisir\u{a0}: Experience Platform délivre les identifiants.",
    ),
    (
        HintCode::RoleInBucketPolicy,
        "On AWS, add Adobe’s IAM role to the bucket’s policy first.",
        "Sur AWS, ajoutez d’abord le rôle IAM d’Adobe à la stratégie du compartiment.",
    ),
    (
        HintCode::AuthenticationFixed,
        "The way to sign in cannot be changed later.",
        "Le mode de connexion ne peut plus être changé ensuite.",
    ),
    (
        HintCode::UltimateOnly,
        "Only with Real-Time CDP Ultimate.",
        "Uniquement avec Real-Time CDP Ultimate.",
    ),
    (
        HintCode::OwnConsumerGroup,
        "Each dataflow needs a consumer group of its own.",
        "Chaque flux de données demande son propre groupe de consommateurs.",
    ),
    (
        HintCode::OwnSubscription,
        "Each dataflow needs a subscription of its own.",
        "Chaque flux de données demande son propre abonnement.",
    ),
    (
        HintCode::SettlesInMinutes,
        "Wait {} minutes after you created or changed a dataflow.",
        "Attendez {} minutes après avoir créé ou modifié un flux de données.",
    ),
    (
        HintCode::PasswordLogin,
        "Keyboard-interactive sign-in must be off on the server.",
        "La connexion interactive au clavier doit être désactivée sur le serveur.",
    ),
    (
        HintCode::TokenExpiresDays,
        "The token expires after {} days at most and has to be replaced by hand.",
        "Le jeton expire au plus tard après {} jours et doit être remplacé à la main.",
    ),
    (
        HintCode::TokenExpiresMinutes,
        "The token expires after {} minutes.",
        "Le jeton expire après {} minutes.",
    ),
    (
        HintCode::InitializingOnAws,
        "On AWS a new connection is initializing at first and works a little later.",
        "Sur AWS, une nouvelle connexion s’initialise d’abord et ne fonctionne qu’un peu plus tard.",
    ),
    (
        HintCode::StagingToken,
        "Put the landing zone’s SAS token into the cluster’s Spark configuration first.",
        "Placez d’abord le jeton SAS de la zone d’atterrissage dans la configuration Spark du cluster.",
    ),
    (
        HintCode::ClusterRunning,
        "The cluster must run while you create connections and dataflows.",
        "Le cluster doit être démarré pendant que vous créez connexions et flux de données.",
    ),
    (
        HintCode::UnloadInline,
        "On the server PREVENT_UNLOAD_TO_INLINE_URL must be FALSE.",
        "Sur le serveur, PREVENT_UNLOAD_TO_INLINE_URL doit valoir FALSE.",
    ),
    (
        HintCode::GrantSelect,
        "For a service principal, create an external user in the database and grant it SELECT.",
        "Pour un principal de service, créez un utilisateur externe dans la base et accordez-lui SELECT.",
    ),
    (
        HintCode::SandboxHost,
        "The documented default is the vendor’s sandbox, not production.",
        "La valeur par défaut documentée est la sandbox du fournisseur, pas la production.",
    ),
    (
        HintCode::WebhookAddress,
        "The dataflow needs no base connection: create it and give its address to the vendor.",
        "Le flux de données se passe de connexion de base\u{a0}: créez-le et donnez son adresse au fournisseur.",
    ),
];

/// Instead of “1 days”.
pub(super) static TOKEN_EXPIRES_DAY: Pair = (
    "The token expires after a day at most and has to be replaced by hand.",
    "Le jeton expire au plus tard après un jour et doit être remplacé à la main.",
);

/// At the places: the way to sign in, what is said about it.
pub(super) static OF_WAY: Pair = ("{}: {}", "{}\u{a0}: {}");

pub(super) static AUTHENTICATION_ADDED: Pair = (
    "The service also offers {}, which is not documented.",
    "Le service propose aussi {}, qui n’est pas documenté.",
);
pub(super) static AUTHENTICATION_REMOVED: Pair = (
    "The service does not offer {}, which is documented.",
    "Le service ne propose pas {}, qui est pourtant documenté.",
);
/// At the places: the way to sign in, the parameter.
pub(super) static ADDED: Pair = (
    "{}: “{}” is not documented.",
    "{}\u{a0}: «\u{202f}{}\u{202f}» n’est pas documenté.",
);
pub(super) static REMOVED: Pair = (
    "{}: “{}” is documented, but the service does not know it.",
    "{}\u{a0}: «\u{202f}{}\u{202f}» est documenté, mais le service ne le connaît pas.",
);
/// At the places: the way to sign in, the parameter, what it is now, what is documented.
pub(super) static QUALITIES: [Row<Quality>; 5] = [
    (
        Quality::Type,
        "{}: “{}” is of type {} instead of {}.",
        "{}\u{a0}: «\u{202f}{}\u{202f}» est de type {} au lieu de {}.",
    ),
    (
        Quality::Required,
        "{}: “{}” is {} instead of {}.",
        "{}\u{a0}: «\u{202f}{}\u{202f}» est {} au lieu de {}.",
    ),
    (
        Quality::Choices,
        "{}: “{}” takes {} instead of {}.",
        "{}\u{a0}: «\u{202f}{}\u{202f}» accepte {} au lieu de {}.",
    ),
    (
        Quality::Format,
        "{}: “{}” has the format {} instead of {}.",
        "{}\u{a0}: «\u{202f}{}\u{202f}» a le format {} au lieu de {}.",
    ),
    (
        Quality::Secret,
        "{}: “{}” is {} instead of {}.",
        "{}\u{a0}: «\u{202f}{}\u{202f}» est {} au lieu de {}.",
    ),
];

pub(super) static MONTHS: [Pair; 12] = [
    ("January", "janvier"),
    ("February", "février"),
    ("March", "mars"),
    ("April", "avril"),
    ("May", "mai"),
    ("June", "juin"),
    ("July", "juillet"),
    ("August", "août"),
    ("September", "septembre"),
    ("October", "octobre"),
    ("November", "novembre"),
    ("December", "décembre"),
];
