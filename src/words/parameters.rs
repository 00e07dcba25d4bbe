//! Our own wording for the parameters of sources that many of them have.
//!
//! The service's titles and descriptions are in English only, and some sources have none.

mod humanised;

pub use humanised::humanised;

use super::Language;

struct Row {
    name: &'static str,
    english: Wording,
    french: Wording,
}

struct Wording {
    label: &'static str,
    /// Empty where the label says it all.
    help: &'static str,
}

const fn row(
    name: &'static str,
    english_label: &'static str,
    french_label: &'static str,
    english_help: &'static str,
    french_help: &'static str,
) -> Row {
    Row {
        name,
        english: Wording {
            label: english_label,
            help: english_help,
        },
        french: Wording {
            label: french_label,
            help: french_help,
        },
    }
}

/// Name, label in English and in French, help in English and in French.
static ROWS: [Row; 42] = [
    row(
        "name",
        "Name",
        "Nom",
        "By which you will find it again.",
        "Celui sous lequel vous le retrouverez.",
    ),
    row("description", "Description", "Description", "", ""),
    row(
        "providerId",
        "Provider ID",
        "Identifiant du fournisseur",
        "Adobe’s ID for what runs the source.",
        "Identifiant Adobe du composant qui exécute la source.",
    ),
    row(
        "server",
        "Server",
        "Serveur",
        "Host name or IP address.",
        "Nom d’hôte ou adresse IP.",
    ),
    row(
        "host",
        "Host",
        "Hôte",
        "Host name or IP address.",
        "Nom d’hôte ou adresse IP.",
    ),
    row(
        "port",
        "Port",
        "Port",
        "The TCP port on which the server listens.",
        "Port TCP sur lequel le serveur écoute.",
    ),
    row("database", "Database", "Base de données", "", ""),
    row("username", "User name", "Nom d’utilisateur", "", ""),
    row("password", "Password", "Mot de passe", "", ""),
    row(
        "sslMode",
        "SSL mode",
        "Mode SSL",
        "Whether the connection is encrypted, and how strictly the server is checked.",
        "Indique si la connexion est chiffrée et avec quelle rigueur le serveur est vérifié.",
    ),
    row(
        "connectionString",
        "Connection string",
        "Chaîne de connexion",
        "Address, account and options in one line, as the database’s drivers take it.",
        "Adresse, compte et options en une ligne, comme l’attendent les pilotes de la base.",
    ),
    row(
        "httpPath",
        "HTTP path",
        "Chemin HTTP",
        "The part of the address after the server, such as /hbasephoenix0.",
        "Partie de l’adresse qui suit le serveur, par exemple /hbasephoenix0.",
    ),
    row(
        "enableSsl",
        "Use SSL",
        "Utiliser SSL",
        "Encrypts the connection to the server.",
        "Chiffre la connexion au serveur.",
    ),
    row(
        "accessKeyId",
        "Access key ID",
        "ID de clé d’accès",
        "The public half of the key pair.",
        "Partie publique de la paire de clés.",
    ),
    row(
        "secretKey",
        "Secret key",
        "Clé secrète",
        "The secret half of the key pair.",
        "Partie secrète de la paire de clés.",
    ),
    row(
        "region",
        "Region",
        "Région",
        "The cloud region, such as eu-west-1.",
        "Région du cloud, par exemple eu-west-1.",
    ),
    row(
        "sourceId",
        "Source ID",
        "Identifiant de source",
        "Where the records come from; the name, if left empty.",
        "Provenance des enregistrements\u{202f}; le nom, si ce champ est vide.",
    ),
    row(
        "dataType",
        "Data type",
        "Type de données",
        "xdm for records in an XDM schema, raw for any other JSON.",
        "xdm pour des enregistrements conformes à un schéma XDM, raw pour tout autre JSON.",
    ),
    row(
        "authenticationRequired",
        "Authentication required",
        "Authentification obligatoire",
        "If so, the inlet takes records only with an access token.",
        "Si oui, l’inlet n’accepte les enregistrements qu’avec un jeton d’accès.",
    ),
    row(
        "dataSetId",
        "Dataset ID",
        "Identifiant du jeu de données",
        "The dataset that the records are stored in.",
        "Jeu de données dans lequel les enregistrements sont stockés.",
    ),
    row("format", "Format", "Format", "", ""),
    row(
        "encryptionMethod",
        "Encryption method",
        "Méthode de chiffrement",
        "",
        "",
    ),
    row(
        "validateServerCertificate",
        "Check the server’s certificate",
        "Vérifier le certificat du serveur",
        "Refuses a server that cannot prove who it is.",
        "Refuse un serveur qui ne peut pas prouver son identité.",
    ),
    row("account", "Account", "Compte", "", ""),
    row(
        "warehouse",
        "Warehouse",
        "Entrepôt",
        "The virtual warehouse that runs the queries.",
        "Entrepôt virtuel qui exécute les requêtes.",
    ),
    row(
        "role",
        "Role",
        "Rôle",
        "The role in which the source is read.",
        "Rôle avec lequel la source est lue.",
    ),
    row("clientId", "Client ID", "ID client", "", ""),
    row("clientSecret", "Client secret", "Secret client", "", ""),
    row("accessToken", "Access token", "Jeton d’accès", "", ""),
    row(
        "refreshToken",
        "Refresh token",
        "Jeton d’actualisation",
        "With which a new access token is fetched.",
        "Permet d’obtenir un nouveau jeton d’accès.",
    ),
    row("url", "URL", "URL", "", ""),
    row(
        "endpoint",
        "Endpoint",
        "Point de terminaison",
        "The address at which the service is called.",
        "Adresse à laquelle le service est appelé.",
    ),
    row("path", "Path", "Chemin", "", ""),
    row("schema", "Schema", "Schéma", "", ""),
    row(
        "tenantId",
        "Tenant ID",
        "ID de locataire",
        "The directory in which the application is registered.",
        "Annuaire dans lequel l’application est inscrite.",
    ),
    row(
        "servicePrincipalId",
        "Service principal ID",
        "ID du principal de service",
        "The client ID of the application.",
        "ID client de l’application.",
    ),
    row(
        "servicePrincipalKey",
        "Service principal key",
        "Clé du principal de service",
        "The client secret of the application.",
        "Secret client de l’application.",
    ),
    row("bucketName", "Bucket name", "Nom du compartiment", "", ""),
    row("projectId", "Project ID", "ID de projet", "", ""),
    row("serviceUri", "Service URI", "URI du service", "", ""),
    row(
        "mappingId",
        "Mapping ID",
        "Identifiant du mappage",
        "The mapping from the source’s fields to the schema.",
        "Mappage des champs de la source vers le schéma.",
    ),
    row(
        "mappingVersion",
        "Mapping version",
        "Version du mappage",
        "A whole number; 0 is the first.",
        "Nombre entier\u{202f}; 0 est la première version.",
    ),
];

/// What to call a parameter; `None` where we have no word of our own for it.
pub fn parameter_label(name: &str, language: Language) -> Option<&'static str> {
    wording(name, language).map(|wording| wording.label)
}

/// What a parameter is for, in one sentence.
pub fn parameter_help(name: &str, language: Language) -> Option<&'static str> {
    wording(name, language)
        .map(|wording| wording.help)
        .filter(|help| !help.is_empty())
}

fn wording(name: &str, language: Language) -> Option<&'static Wording> {
    let row = ROWS.iter().find(|row| row.name == name)?;
    Some(match language {
        Language::English => &row.english,
        Language::French => &row.french,
    })
}
