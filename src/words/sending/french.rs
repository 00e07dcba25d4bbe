//! What is said about records on their way, in French.

use super::{Ends, Outcomes, Reasons, Sentences, Waits};
use crate::words::fill::Counted;

pub(super) static FRENCH: Sentences = Sentences {
    waiting: Waits {
        answers: "En attente de réponses.",
        pace: "Le débit choisi est respecté.",
        retry_after: "L’inlet n’accepte plus rien pour l’instant ({}) et a indiqué quand \
            réessayer.",
        back_off: "L’inlet a demandé une pause. La tentative {} va suivre.",
        no_network: "L’inlet est injoignable. De nouvelles tentatives ont lieu, et l’envoi \
            reprendra de lui-même.",
        paused: "En pause. Rien n’est perdu\u{a0}: reprenez quand vous voulez.",
        token_needed: "L’inlet n’accepte pas le jeton d’accès (401). Saisissez-en un autre, puis \
            reprenez.",
        forbidden: "L’inlet refuse l’accès (403)\u{a0}: le jeton a expiré, ou il lui manque une \
            autorisation. Corrigez cela, puis reprenez.",
        misdirected: "Aucun inlet n’accepte d’enregistrements à cette adresse (réponse {}). \
            Vérifiez que l’inlet existe toujours, puis reprenez.",
        sync_validation: "Cet inlet ne peut pas valider avant de répondre (501)\u{a0}: seules \
            certaines régions d’Adobe le peuvent. Désactivez cette validation, puis reprenez.",
        service_down: "L’inlet n’a rien accepté cinq fois de suite (réponse {}). Rien n’est \
            perdu\u{a0}: reprenez pour réessayer.",
        choice: "Tout ce qui reste a été envoyé sans résultat et a peut-être été reçu. \
            Renvoyez-le, au risque de doublons, ou laissez-le.",
    },
    outcome: Outcomes {
        waiting: "En attente",
        in_flight: "En cours",
        accepted: "Accepté",
        refused: "Refusé",
        unknown: "Inconnu",
    },
    end: Ends {
        finished: "Chaque enregistrement a son résultat.",
        stopped: "Arrêté. Ce qui n’a pas été envoyé est toujours là.",
        source_short: "La source a moins d’enregistrements qu’avant\u{a0}: elle a été modifiée. \
            Les autres ne peuvent pas être envoyés.",
    },
    reason: Reasons {
        too_large: "À lui seul, il dépasse la taille d’une requête (1 Mo).",
        no_message: "Refusé sans raison (réponse {}).",
        more_violations: Counted {
            one: " (et {} autre violation)",
            other: " (et {} autres violations)",
        },
        other: "Refusé pour une autre raison encore\u{a0}: il y en a trop pour une liste.",
        no_reply: "Aucune réponse n’est venue. L’enregistrement a peut-être été reçu.",
        no_result: "La réponse ({}) n’a pas de résultat pour cet enregistrement, qui a peut-être \
            été reçu.",
        interrupted: "La page a été fermée avant qu’un résultat soit noté. L’enregistrement a \
            peut-être été reçu.",
    },
    says: "L’inlet répond\u{a0}: «\u{202f}{}\u{202f}»",
};
