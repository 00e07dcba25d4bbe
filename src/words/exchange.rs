//! The texts about what comes in and goes out: pasted commands, links, copies.

use crate::interchange::RequestKind;

/// Every text about commands, links and copies that is no remark about one of their parts.
#[allow(
    missing_docs,
    reason = "a text's name and its English wording say what it is"
)]
pub struct ExchangeWords {
    // Copying requests.
    pub more_formats: &'static str,
    pub with_real_values: &'static str,
    pub real_values_warning: &'static str,
    pub copy_refused: &'static str,

    // Pasting commands.
    pub paste_title: &'static str,
    pub paste_help: &'static str,
    pub command: &'static str,
    pub use_it: &'static str,
    pub cancel: &'static str,
    pub use_its_environment: &'static str,
    pub use_its_environment_help: &'static str,
    pub falls_into_place: &'static str,
    pub to_fill_in: &'static str,
    pub still_to_fill_in: &'static str,
    pub no_place: &'static str,
    pub remarks: &'static str,
    pub slips: &'static str,
    pub base_connection_first: &'static str,
    pub kinds: [&'static str; 7],

    // What came in.
    pub from_command: &'static str,
    pub from_link: &'static str,
    pub from_copy: &'static str,
    pub close: &'static str,
    pub secret_left_out: fn(name: &str) -> String,

    // Links and copies.
    pub copy_link: &'static str,
    pub duplicate: &'static str,
    pub copy_of: fn(name: &str) -> String,
}

impl ExchangeWords {
    /// What a request is for.
    pub fn kind(&self, kind: RequestKind) -> &'static str {
        let [base, source, target, flow, message, read, unknown] = self.kinds;
        match kind {
            RequestKind::CreateBaseConnection => base,
            RequestKind::CreateSourceConnection => source,
            RequestKind::CreateTargetConnection => target,
            RequestKind::CreateFlow => flow,
            RequestKind::PostMessage => message,
            RequestKind::Read => read,
            RequestKind::Unknown => unknown,
        }
    }
}

pub(super) static ENGLISH: ExchangeWords = ExchangeWords {
    more_formats: "More formats",
    with_real_values: "With real values",
    real_values_warning: "The access token, keys and passwords are copied as they are. Paste them only where nobody else can read them.",
    copy_refused: "The browser refuses to copy, and secrets are not shown here. Copy with placeholders instead.",
    paste_title: "Paste a command",
    paste_help: "cURL as documentation prints it or a browser copies it, for bash, cmd or PowerShell; Invoke-RestMethod as well. Nothing is sent.",
    command: "Command",
    use_it: "Use it",
    cancel: "Cancel",
    use_its_environment: "Also use its environment",
    use_its_environment_help: "All calls of the console then go where this command goes, as whom it names.",
    falls_into_place: "Falls into place",
    to_fill_in: "Still to be filled in",
    still_to_fill_in: "Still to be filled in:",
    no_place: "Without a place",
    remarks: "How it was read",
    slips: "Typing errors in the body, read as they were meant",
    base_connection_first: "This step needs a base connection: choose its inlet on the next screen. The values wait there and fall into place at their step.",
    kinds: [
        "Creates a base connection",
        "Creates a source connection",
        "Creates a target connection",
        "Creates a dataflow",
        "Sends a record to an inlet",
        "Reads from the service",
        "The console has no screen for this request. Only the environment can be used.",
    ],
    from_command: "Filled in from the command.",
    from_link: "Filled in from the link.",
    from_copy: "Filled in from the connection. Secrets are never copied: enter them again.",
    close: "Close",
    secret_left_out: |name| {
        format!("“{name}” is secret and was left out: links carry no secrets. Enter it by hand.")
    },
    copy_link: "Copy link",
    duplicate: "Duplicate…",
    copy_of: |name| format!("{name} (copy)"),
};

pub(super) static FRENCH: ExchangeWords = ExchangeWords {
    more_formats: "Autres formats",
    with_real_values: "Avec les valeurs réelles",
    real_values_warning: "Le jeton d’accès, les clés et les mots de passe sont copiés tels quels. Ne les collez que là où personne d’autre ne peut les lire.",
    copy_refused: "Le navigateur refuse la copie, et les secrets ne s’affichent pas ici. Copiez plutôt avec des repères.",
    paste_title: "Coller une commande",
    paste_help: "cURL, tel que la documentation l’imprime ou que le navigateur le copie, pour bash, cmd ou PowerShell\u{a0}; Invoke-RestMethod aussi. Rien n’est envoyé.",
    command: "Commande",
    use_it: "Utiliser",
    cancel: "Annuler",
    use_its_environment: "Utiliser aussi son environnement",
    use_its_environment_help: "Tous les appels de la console iront alors là où va cette commande, sous l’identité qu’elle indique.",
    falls_into_place: "Trouve sa place",
    to_fill_in: "Reste à saisir",
    still_to_fill_in: "Reste à saisir\u{a0}:",
    no_place: "Sans place",
    remarks: "Comment elle a été lue",
    slips: "Fautes de frappe dans le corps, lues comme il fallait",
    base_connection_first: "Cette étape a besoin d’une connexion de base\u{a0}: choisissez son inlet à l’écran suivant. Les valeurs y attendent et prendront place à leur étape.",
    kinds: [
        "Crée une connexion de base",
        "Crée une connexion source",
        "Crée une connexion cible",
        "Crée un flux de données",
        "Envoie un enregistrement à un inlet",
        "Lit auprès du service",
        "La console n’a pas d’écran pour cette requête. Seul l’environnement peut servir.",
    ],
    from_command: "Rempli d’après la commande.",
    from_link: "Rempli d’après le lien.",
    from_copy: "Rempli d’après la connexion. Les secrets ne sont jamais copiés\u{a0}: saisissez-les à nouveau.",
    close: "Fermer",
    secret_left_out: |name| {
        format!(
            "«\u{a0}{name}\u{a0}» est secret et a été écarté\u{a0}: un lien ne porte pas de secrets. Saisissez-le à la main."
        )
    },
    copy_link: "Copier le lien",
    duplicate: "Dupliquer…",
    copy_of: |name| format!("{name} (copie)"),
};
