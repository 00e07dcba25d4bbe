//! The texts in French.

use super::{Language, Words};

pub(super) static FRENCH: Words = Words {
    language: Language::French,

    // The bar and the navigation.
    skip_to_content: "Aller au contenu",
    main_navigation: "Navigation principale",
    sources: "Sources",
    connections: "Connexions",
    dataflows: "Flux de données",
    inlets: "Inlets",
    requests: "Requêtes",
    environment: "Environnement",
    sandbox: "sandbox",
    demo_data: "Données de démonstration",
    in_this_browser: "dans ce navigateur",
    own_environment: "Mon environnement",
    production_band: "Production",
    no_token_needed: "aucun jeton requis",
    no_token: "aucun jeton d’accès",
    token_set: "jeton défini",
    token_over: "jeton expiré",
    other_language: "English",
    theme_system: "Thème\u{a0}: comme le système",
    theme_light: "Thème\u{a0}: clair",
    theme_dark: "Thème\u{a0}: sombre",

    // Said on many pages.
    loading: "Chargement…",
    part_failed: "Cette partie de la console ne s’est pas chargée",
    part_failed_help: "Un fichier de la console est introuvable : le réseau est coupé, ou la console vient d’être mise à jour. Réessayez ; si cela ne suffit pas, rechargez la page.",
    try_again: "Réessayer",
    optional: "facultatif",
    show: "Afficher",
    copied: "Copié",
    copy_as_curl: "Copier en cURL",
    copy_by_hand: "Le navigateur refuse la copie\u{a0}: copiez ce texte à la main",
    sending: "Envoi…",
    name: "Nom",
    description: "Description",
    state: "État",
    show_more: "Afficher la suite",
    request_id: "Identifiant de la requête",
    open_environment: "Ouvrir Environnement",
    read_only_environment: "Cet environnement est en lecture seule\u{a0}: rien ne peut y être créé ni envoyé.",

    // Sources and their forms.
    sources_intro: "Toutes les spécifications de connexion du service. Choisissez-en une pour voir ce qu’elle demande.",
    paste_command: "Coller une commande…",
    search_sources: "Rechercher une source",
    search_sources_example: "Nom, catégorie ou paramètre",
    clear_filters: "Effacer les filtres",
    show_all_sources: "Afficher toutes les sources",
    categories: "Catégories",
    all_categories: "Toutes",
    any_sign_in: "Tous les modes de connexion",
    batch_or_streaming: "Par lots ou en continu",
    batch_and_streaming: "Par lots et en continu",
    batch: "Par lots",
    streaming: "En continu",
    beta_or_not: "Bêta ou non",
    beta_only: "Bêta seulement",
    without_beta: "Sans bêta",
    no_source_found: "Aucune source ne correspond.",
    no_source_found_help: "Cherchez une partie d’un nom, une catégorie ou un paramètre tel que «\u{a0}region\u{a0}».",
    beta: "Bêta",
    source: "Source",
    sign_in_with: "Se connecter avec",

    // No such page.
    page_not_found: "Cette page n’existe pas",
    page_not_found_help: "La console n’a aucun écran à cette adresse\u{a0}:",
    go_home: "Aller aux sources",

    // Texts with something to fill in.
    token_left: |minutes| match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("jeton\u{a0}: encore {minutes} min"),
        (hours, minutes) => format!("jeton\u{a0}: encore {hours} h {minutes} min"),
    },
    ask_service_for: |name| format!("Demander au service name == \"{name}\""),
    sources_found: |count| match count {
        0 | 1 => format!("{count} source"),
        _ => format!("{count} sources"),
    },
    unreadable_items: |count| match count {
        0 | 1 => "1 élément de la réponse est illisible et n’est pas affiché.".to_owned(),
        _ => format!("{count} éléments de la réponse sont illisibles et ne sont pas affichés."),
    },
    problems: |count| match count {
        0 | 1 => format!("{count} problème"),
        _ => format!("{count} problèmes"),
    },
    problems_to_mend: |count| match count {
        0 | 1 => "Un champ est à corriger\u{202f}; rien n’a été envoyé.".to_owned(),
        _ => format!("{count} champs sont à corriger\u{202f}; rien n’a été envoyé."),
    },
    raw_answer: |status| format!("La réponse telle quelle (statut {status})"),
    category,
    branch_with: |names| format!("Avec {names}"),
    branch_number: |number| format!("Option {number}"),
};

/// The service sends a key such as `cloudStorage`; one that is not known is shown as it came.
fn category(key: &str) -> String {
    match key {
        "advertising" => "Publicité",
        "analytics" => "Analytics",
        "cloudStorage" => "Stockage dans le cloud",
        "consentAndPreferences" => "Consentement et préférences",
        "crm" => "CRM",
        "customerSuccess" => "Succès client",
        "database" | "databases" => "Bases de données",
        "ecommerce" => "E-commerce",
        "loyalty" => "Fidélité",
        "marketingAutomation" => "Automatisation marketing",
        "payments" => "Paiements",
        "protocols" => "Protocoles",
        "streaming" => "Diffusion en continu",
        "" => "Autres",
        other => other,
    }
    .to_owned()
}
