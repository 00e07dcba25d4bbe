//! What is said about records before they are sent, in French.

use super::{ColumnProblems, Findings, Samples, Sentences, TemplateFaults, UnreadableLines};

pub(super) static FRENCH: Sentences = Sentences {
    formats: [
        "Objets JSON",
        "Tableau JSON",
        "NDJSON (un objet JSON par ligne)",
        "CSV avec virgules",
        "CSV avec points-virgules",
        "TSV (tabulations)",
    ],
    kinds: ["texte", "nombre", "vrai ou faux (true, false)", "JSON"],
    unreadable: UnreadableLines {
        not_an_object: "C’est du JSON, mais pas un objet. Un inlet n’accepte que des objets.",
        too_large: "L’enregistrement fait {} octets. Un inlet en accepte 1\u{202f}000\u{202f}000 \
            au plus.",
        not_utf8: "Certains octets ne sont pas de l’UTF-8. Enregistrez le fichier en UTF-8.",
        open_quote: "Une cellule commence par un guillemet qui n’est jamais fermé.",
        text_behind_quote: "La cellule {} contient du texte après son guillemet fermant. Doublez \
            les guillemets à l’intérieur de la cellule.",
        too_many_cells: "La ligne a {} cellules, mais l’en-tête en a {}.",
        too_few_cells: "La ligne n’a que {} cellules, mais l’en-tête en a {}.",
        wrong_cell: "La cellule de la colonne «\u{202f}{}\u{202f}» n’est pas du type {}. \
            Corrigez-la, ou choisissez un autre type pour la colonne.",
        no_header: "Il n’y a pas d’en-tête avec les noms des colonnes.",
    },
    faults: [
        "le texte se termine trop tôt.",
        "il y a du texte après la fin.",
        "il manque une virgule.",
        "il y a une virgule de trop.",
        "il manque un deux-points entre le nom et sa valeur.",
        "il manque une valeur.",
        "une accolade ou un crochet du mauvais type ferme ici.",
        "le nom doit être entre guillemets.",
        "un texte doit être entre guillemets.",
        "il manque un guillemet.",
        "une tabulation ou un autre caractère de contrôle doit être échappé.",
        "cet échappement est inconnu.",
        "JSON n’écrit pas les nombres ainsi.",
        "l’imbrication est trop profonde.",
        "un tableau doit commencer par un crochet ouvrant.",
        "ceci n’a pas sa place ici.",
    ],
    at: "Ligne {}, colonne {}\u{a0}: {}",
    column: ColumnProblems {
        same_path: "Les colonnes «\u{202f}{}\u{202f}» et «\u{202f}{}\u{202f}» ont le même chemin. \
            Changez-en une, ou laissez-en une de côté.",
        through: "Le chemin de la colonne «\u{202f}{}\u{202f}» passe par la valeur de la colonne \
            «\u{202f}{}\u{202f}». Changez-en une, ou laissez-en une de côté.",
        mixed: "Les colonnes «\u{202f}{}\u{202f}» et «\u{202f}{}\u{202f}» vont au même endroit, l’une dans une liste, \
            l’autre dans un objet. Changez-en une, ou laissez-en une de côté.",
        empty_path: "Le chemin de la colonne «\u{202f}{}\u{202f}» contient un nom vide. \
            Saisissez-le, ou laissez la colonne de côté.",
        too_deep: "Le chemin de la colonne «\u{202f}{}\u{202f}» a plus de 32 étapes.",
        nothing_left: "Toutes les colonnes sont laissées de côté\u{202f}; rien ne serait envoyé.",
    },
    template: TemplateFaults {
        open: "l’espace réservé n’est jamais fermé.",
        unknown: "l’espace réservé «\u{202f}{}\u{202f}» n’existe pas.",
        arguments: "cet espace réservé s’écrit comme {}.",
        wrong_order: "la première limite dépasse la seconde. Forme attendue\u{a0}: {}.",
        adjacent: "un espace réservé à la place d’une valeur doit être seul. Mettez-le entre \
            guillemets avec le texte voisin.",
        not_an_object: "un modèle doit produire des objets JSON.",
    },
    groups: [
        "Identité",
        "Nombres",
        "Choix",
        "Dates et heures",
        "Personnes",
        "Lieux",
        "Choses",
    ],
    placeholders: [
        ("uuid", "Un UUID (version 4), différent à chaque fois."),
        ("hex", "Autant de chiffres hexadécimaux."),
        (
            "seq",
            "Le numéro de l’enregistrement, à partir du nombre donné\u{202f}; sinon à partir de 1.",
        ),
        ("int", "Un nombre entier entre deux bornes, comprises."),
        (
            "decimal",
            "Un nombre décimal entre deux bornes, avec autant de décimales.",
        ),
        (
            "bool",
            "Vrai ou faux\u{202f}; vrai dans ce pourcentage des cas.",
        ),
        (
            "pick",
            "L’un des mots. Les nombres restent des nombres s’ils le sont tous.",
        ),
        (
            "now",
            "L’heure du début, décalée de la durée\u{202f}; avec deux durées, un moment entre les deux.",
        ),
        ("date", "Une date, avec des durées comme pour l’heure."),
        (
            "epoch",
            "Un moment en millisecondes depuis 1970, avec des durées comme pour l’heure.",
        ),
        ("name", "Prénom et nom de la personne de l’enregistrement."),
        ("firstName", "Le prénom de la personne."),
        ("lastName", "Le nom de la personne."),
        (
            "email",
            "L’adresse de la personne à example.com, différente dans chaque enregistrement.",
        ),
        ("phone", "Un numéro de téléphone que personne n’a."),
        ("company", "Une entreprise."),
        ("city", "La ville du lieu de l’enregistrement."),
        ("country", "Le pays du lieu, en anglais."),
        ("countryCode", "Les deux lettres du pays."),
        ("product", "Un produit, en anglais."),
        ("url", "Une adresse à example.com."),
        ("ip", "Une adresse IP de la plage réservée aux exemples."),
    ],
    samples: Samples {
        tutorial: "Tutoriel d’Adobe",
        profile: "Profil XDM",
        event: "Événement d’expérience XDM",
        order: "Commande",
        page_view: "Vue de page",
    },
    finding: Findings {
        too_large: "Avec {} octets, l’enregistrement est trop grand\u{a0}: un inlet en accepte \
            1\u{202f}000\u{202f}000 au plus.",
        large: "L’enregistrement fait {} octets. Adobe en recommande 10\u{202f}000 au plus.",
        missing: "Il manque {} dans l’enveloppe.",
        differs: "Dans l’enveloppe, {} vaut «\u{202f}{}\u{202f}». La cible du flux de données a \
            «\u{202f}{}\u{202f}».",
        two_schemas: "L’en-tête et le corps de l’enveloppe nomment des schémas différents.",
        schema: "{}\u{a0}: {}",
        not_checked: "Le schéma n’a pas pu être appliqué à cet enregistrement.",
        kinds: [
            "Trop grands pour être envoyés",
            "Enveloppe",
            "Schéma",
            "Plus grands que recommandé",
        ],
    },
};
