//! In French.

use super::PostingWords;

/// « 1 enregistrement », « 1 000 enregistrements »; the number is written as the reader's language writes numbers.
fn records(count: u64, number: &str) -> String {
    format!(
        "{number}\u{a0}{}",
        if count <= 1 {
            "enregistrement"
        } else {
            "enregistrements"
        }
    )
}

pub(in crate::words) static FRENCH: PostingWords = PostingWords {
    send_with_token: "Joindre le jeton d’accès",
    send_with_token_help: "Sans lui, les inlets créés avec authenticationRequired répondent 401.",
    record_received: "Enregistrement reçu",
    received_is_not_stored: "Reçu ne veut pas dire stocké\u{a0}: la validation et le mappage viennent ensuite. Les enregistrements atteignent en général le lac de données en moins d’une heure.",
    send_to_inlet_of: |name| format!("Vers l’inlet de {name}."),
    title: "Envoyer des enregistrements",
    intro: "D’un seul enregistrement à un fichier de millions, vers un inlet.",
    records: "Enregistrements",
    records_help: "Un objet JSON, un tableau JSON, un objet par ligne (NDJSON), du CSV ou du TSV avec en-tête\u{a0}; ou un modèle avec des {{repères}}. Un fichier peut être déposé ici.",
    file: "Fichier",
    file_help: "JSON, NDJSON, CSV ou TSV, compressé ou non (.gz). Il est lu morceau par morceau, quelle que soit sa taille.",
    file_chosen: |name, size| format!("{name}, {size}"),
    remove_file: "Retirer le fichier",
    begin_with: "Commencer par",
    choose_sample: "un exemple…",
    placeholders: "Repères",
    placeholders_help: "Dans une chaîne JSON, un repère donne du texte\u{a0}; ailleurs, une valeur.",
    count: "Nombre d’enregistrements",
    seed: "Graine",
    seed_help: "La même graine donne les mêmes enregistrements.",
    read_as: "Lire comme",
    template: "Modèle",
    typed: "Enregistrements saisis",
    not_recognised: "JSON",
    recognised: |format| format!("{format} (reconnu)"),
    reading: |done, whole| format!("Lecture… {done} sur {whole}"),
    found: |count, number, size| format!("{} · {size}", records(count, number)),
    longest: |size| format!("le plus long\u{a0}: {size}"),
    first_request: |shown, whole| {
        format!(
            "La première requête. Elle porte jusqu’à {whole} enregistrements\u{a0}; les {shown} premiers sont affichés."
        )
    },
    preview: "Premier enregistrement, tel qu’il sera envoyé",
    no_records: "Il n’y a là aucun enregistrement.",
    interrupted: "Le fichier n’a pu être lu que jusqu’ici\u{a0}: il a été modifié ou retiré, ou n’est pas compressé comme son nom le dit.",
    unreadable: |count, number| {
        if count <= 1 {
            "1 entrée est illisible et sera laissée de côté".to_owned()
        } else {
            format!("{number} entrées sont illisibles et seront laissées de côté")
        }
    },
    line: "Ligne",
    already_enveloped: "Ces enregistrements ont déjà leur enveloppe et partent tels quels.",
    first_of: |shown| format!("Les {shown} premiers sont affichés."),
    columns: "Colonnes",
    columns_help: "Un point dans un chemin ouvre un objet, un nombre entre crochets une liste\u{a0}: person.name.first, identityMap.ECID[0].id. Les cellules vides sont omises.",
    column: "Colonne",
    goes_to: "Va dans",
    kind: "Type",
    sent: "Envoyée",
    envelope: "Enveloppe XDM",
    envelope_help: "Mise autour de chaque enregistrement qui n’en a pas. Remplie d’après la connexion cible du flux de données quand elle est connue.",
    checks: "Vérifications avant l’envoi",
    schema: "Schéma JSON",
    schema_help: "Les enregistrements y sont confrontés dans ce navigateur. Vide\u{a0}: pas de telle vérification.",
    schema_wrong: |line, column| {
        format!("Ce n’est pas du JSON valide\u{a0}: ligne {line}, colonne {column}.")
    },
    hold_back: "Ne pas envoyer les enregistrements qui échouent à une vérification",
    hold_back_help: "Ils comptent comme refusés, et peuvent être corrigés puis envoyés ensuite.",
    sync_validation: "Valider avant de répondre (syncValidation)",
    sync_validation_help: "Pour essayer\u{a0}: un enregistrement par requête, 60 par minute au plus, pas dans toutes les régions. Ce qui échoue est perdu.",
    resends: "Renvoyer les requêtes restées sans réponse",
    resends_help: "Rien ne manque alors, mais ce qui a été reçu sans réponse peut s’y trouver deux fois. Sinon, la décision vous revient\u{a0}; un navigateur peut toutefois répéter de lui-même une requête dont la connexion se rompt.",
    with_sandbox: "Nommer le sandbox (sandbox-name)",
    with_sandbox_help: "Un inlet appartient à un sandbox et n’a pas besoin de nom\u{a0}; certains mandataires en veulent un.",
    send: |count, number| format!("Envoyer {}", records(count, number)),
    one_at_a_time: "Un envoi est en cours. Arrêtez-le ou attendez sa fin avant d’en lancer un autre.",
    settles: |left| {
        format!(
            "Ce flux de données vient d’être créé ou modifié. Ce qui est envoyé dans les cinq minutes peut se perdre\u{a0}: attendez {left}, ou n’envoyez que ce qui peut l’être."
        )
    },
    token_ends: |left| {
        format!(
            "Le jeton d’accès expire dans {left}. L’envoi s’interrompra alors jusqu’au prochain."
        )
    },
    upload: "Envoi",
    states: [
        "En cours",
        "En attente",
        "En pause",
        "Terminé",
        "Arrêté",
        "Laissé en suspens",
    ],
    flows_of_inlet: "Flux de données de cet inlet\u{a0}:",
    to_inlet_title: "Inlet",
    how: "Comment ils partent",
    to_inlet: "Vers",
    total: "Total",
    accepted: "Acceptés",
    refused: "Refusés",
    waiting: "En attente",
    possibly_received: |count, number| {
        if count <= 1 {
            "L’un d’eux a peut-être déjà été reçu\u{a0}: envoyé, mais resté sans réponse."
                .to_owned()
        } else {
            format!(
                "{number} d’entre eux ont peut-être déjà été reçus\u{a0}: envoyés, mais restés sans réponse."
            )
        }
    },
    records_per_second: "Enregistrements/s",
    bytes_per_second: "Octets/s",
    latency: "Latence",
    time_left: "Temps restant",
    requests_made: "Requêtes",
    at_most_per_second: "Enregistrements par seconde, au plus",
    at_most_at_once: "Requêtes à la fois",
    pause: "Suspendre",
    go_on: "Continuer",
    stop: "Arrêter",
    send_unknown: "Les envoyer à nouveau",
    send_unknown_help: "Ce qui a été reçu la première fois s’y trouvera alors deux fois.",
    without_sync_validation: "Continuer sans cette validation",
    close: "Fermer",
    discard: "Abandonner",
    discard_sure: "Abandonner pour de bon",
    not_kept: "Le navigateur ne garde rien pour cette page\u{a0}: la fermer ou la recharger perd ce qui attend encore. L’envoi fonctionne.",
    no_room: "Le navigateur n’a pas la place pour ces enregistrements\u{a0}: fermer ou recharger la page perd ce qui attend encore. L’envoi fonctionne.",
    left_off: "Laissés en suspens",
    left_off_of: |name, total, time| {
        format!("{name}\u{a0}: {total} enregistrements, commencé {time}")
    },
    open: "Ouvrir",
    other_environment: |name| {
        format!(
            "Cet envoi a commencé dans un autre environnement ({name}). Il reprendra quand vous y serez revenu."
        )
    },
    demo: "démo",
    open_elsewhere: "Cet envoi est en cours dans un autre onglet.",
    results: "Résultats",
    reasons: "Motifs",
    all: "Tous",
    index: "Enregistrement",
    outcome: "Issue",
    status: "Statut",
    reason: "Motif",
    milliseconds: "ms",
    nothing_of_this_kind: "Aucun enregistrement avec cette issue.",
    may_be_received: "peut-être reçu",
    record: "Enregistrement",
    answer: "Réponse",
    answer_not_kept: "La réponse elle-même n’est plus conservée.",
    no_answer: "Il n’y a pas eu de réponse.",
    edit_refused: "Corriger et renvoyer les refusés",
    edit_refused_help: "Place les enregistrements refusés dans l’éditeur ci-dessus.",
    download_refused: "Enregistrements refusés (NDJSON)",
    download_outcomes: "Issues (CSV)",
    copy_record: "Copier en cURL",
    what_next: "Et ensuite",
    next_accepted: "Accepté veut dire reçu, pas stocké. Le mappage et la validation viennent après la réponse.",
    next_lake: "Les enregistrements arrivent dans le lac de données en moins de 60 minutes, le plus souvent 30\u{a0}; dans Profile, d’ordinaire en moins de 15.",
    next_runs: "Chaque heure devient une exécution du flux, qui compte ce qui a été stocké et ce qui a échoué.",
    see_runs: "Voir les exécutions du flux",
    elsewhere: "Au-delà d’un onglet",
    elsewhere_help: "Le même envoi pour un moteur qui tourne des jours. Les secrets sont lus dans l’environnement du moteur.",
    elsewhere_xdm: "Kafka Connect ne met rien autour d’un enregistrement\u{a0}: son topic doit contenir des enregistrements XDM déjà enveloppés. Le script k6 ajoute l’enveloppe lui-même.",
    kafka_connect: "Connecteur Kafka Connect",
    k6: "Script k6",
    copy: "Copier",
    download: "Télécharger",
};
