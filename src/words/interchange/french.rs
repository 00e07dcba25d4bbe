//! What is said about pasted commands, in French.

use super::{Formats, Notes, Parts, Problems, Sentences, Slips};
use crate::words::fill::Counted;

pub(super) static FRENCH: Sentences = Sentences {
    problem: Problems {
        empty: "Il n’y a rien à lire\u{a0}: collez une commande cURL.",
        no_command: "Aucune commande de ce texte n’envoie de requête. Collez-en une qui commence \
            par curl, Invoke-RestMethod ou Invoke-WebRequest.",
        open_quote: "Le guillemet de la ligne {}, colonne {}, n’est jamais fermé. Copiez de \
            nouveau la commande, jusqu’à la fin.",
        open_text: "Il manque la ligne «\u{202f}{}\u{202f}», qui termine le corps. Copiez de \
            nouveau la commande, jusqu’à la fin.",
        no_url: "La commande n’a pas d’URL. Copiez-la de nouveau, depuis le début.",
        unknown_method: "Aucun appel du service n’utilise le verbe «\u{202f}{}\u{202f}». Verbes \
            attendus\u{a0}: GET, POST, PATCH, PUT ou DELETE.",
    },
    note: Notes {
        typography: "Des signes typographiques comme {} ont été lus comme les signes simples \
            dont un shell a besoin.",
        no_effect: "{} ne change rien à la requête et a été ignoré.",
        unknown_option: "L’option {} est inconnue et a été ignorée\u{202f}; si elle a une valeur, \
            cherchez-la plus bas.",
        not_read: "Ce que {} envoie ne peut pas être lu ici, par exemple un fichier. Saisissez-le \
            à la main.",
        stray_word: "«\u{202f}{}\u{202f}» n’appartient à aucune option et a été ignoré.",
        no_header: "«\u{202f}{}\u{202f}» n’est pas un en-tête et a été ignoré\u{a0}: il faut un \
            nom et un deux-points.",
        scheme_assumed: "L’URL n’indique pas de protocole\u{202f}; {} a été supposé.",
        bare_ampersand: "L’URL contient un & sans guillemets. Un shell y terminerait la \
            commande\u{202f}; il a été lu comme une partie de l’URL.",
        lost_continuation: "La ligne {} ne se termine pas par le signe qui prolonge une commande. \
            La ligne suivante a été lue comme sa suite.",
        substitution: "La commande contient des parties qu’un shell calculerait. Elles ont été \
            laissées telles quelles, ou ignorées.",
        escaped_quotes: "Les guillemets du corps sont précédés d’une barre oblique inverse, comme \
            l’exigent d’anciennes versions de PowerShell. Elle a été retirée.",
        more_commands: Counted {
            one: "{} autre requête suit\u{202f}; seule la première a été lue.",
            other: "{} autres requêtes suivent\u{202f}; seule la première a été lue.",
        },
        other_program: "«\u{202f}{}\u{202f}» n’envoie pas de requête et a été ignoré.",
        text_before: Counted {
            one: "{} ligne avant la commande a été ignorée.",
            other: "{} lignes avant la commande ont été ignorées.",
        },
    },
    slip: Slips {
        missing_comma: "il manque une virgule.",
        extra_comma: "il y a une virgule de trop.",
        missing_colon: "il manque un deux-points entre le nom et sa valeur.",
        missing_value: "il manque une valeur.",
        missing_bracket: "il manque une accolade ou un crochet fermant.",
        missing_quote: "il manque un guillemet.",
        single_quotes: "JSON demande des guillemets doubles, pas des apostrophes.",
        typographic_quotes: "JSON demande des guillemets droits, pas des guillemets typographiques.",
        doubled_quotes: "les guillemets sont doublés.",
        unescaped_quote: "un guillemet dans un texte doit être précédé d’une barre oblique inverse.",
        unquoted_name: "le nom doit être entre guillemets.",
        unquoted_text: "le texte doit être entre guillemets.",
        unquoted_placeholder: "une valeur à remplacer se trouve ici\u{202f}; elle a été lue comme \
            vide.",
        comment: "JSON n’a pas de commentaires\u{202f}; celui-ci a été ignoré.",
        control_character: "un saut de ligne ou une tabulation dans un texte s’écrit \\n ou \\t.",
        wrong_escape: "la barre oblique inverse n’a pas de sens ici\u{202f}; écrivez-en deux pour \
            une.",
        stray_text: "ce qui commence ici n’appartient pas au JSON.",
        too_deep: "l’imbrication est trop profonde pour être lue.",
    },
    slip_at: "Ligne {}, colonne {}\u{a0}: {}",
    part: Parts {
        url: "l’URL",
        query: "le paramètre de requête «\u{202f}{}\u{202f}»",
        header: "l’en-tête «\u{202f}{}\u{202f}»",
        body: "«\u{202f}{}\u{202f}» dans le corps",
        whole_body: "le corps",
    },
    no_place: "Aucun champ pour {}.",
    wrong_form: "Un champ existe pour {}, mais pas sous cette forme.",
    set_by_console: "La console envoie sa propre valeur pour {}.",
    to_fill: "Une valeur reste à saisir pour {}.",
    to_fill_inside: "Une partie reste à remplacer dans {}.",
    format: Formats {
        curl: "cURL (bash, zsh)",
        curl_cmd: "cURL (Windows, cmd)",
        postman: "Collection Postman",
        body: "Corps JSON",
    },
};
