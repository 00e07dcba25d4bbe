//! Texts about changing what exists.

/// Every text about changes to a base connection.
#[allow(
    missing_docs,
    reason = "a text's name and its English wording say what it is"
)]
pub struct EditingWords {
    pub edit: &'static str,
    pub edit_connection: &'static str,
    pub save: &'static str,
    pub nothing_changed: &'static str,
    pub nothing_to_send: &'static str,
    pub saved: &'static str,
    pub undo_changes: &'static str,
    pub back: &'static str,
    pub secrets_help: &'static str,
    pub sign_in_stays: &'static str,
    pub sign_in_unknown: &'static str,
    pub not_changeable: &'static str,
    pub load_anew: &'static str,
    pub loaded_anew: &'static str,
    pub loaded_anew_help: &'static str,
    pub changed_on_both_sides: &'static str,
}

pub(super) static ENGLISH: EditingWords = EditingWords {
    edit: "Edit…",
    edit_connection: "Edit the base connection",
    save: "Save changes",
    nothing_changed: "Nothing has changed",
    nothing_to_send: "Nothing has changed yet, so there is nothing to send.",
    saved: "The changes are saved.",
    undo_changes: "Undo all changes",
    back: "Back to the connection",
    secrets_help: "The service never shows passwords and keys. Those that you leave alone stay as they are and are not sent.",
    sign_in_stays: "Source and way to sign in cannot be changed. For others, make another connection.",
    sign_in_unknown: "The source does not describe this way to sign in, so only name and description can be changed here.",
    not_changeable: "The service says that connections of this source take no changes. It will probably refuse them.",
    load_anew: "Load it again and keep my changes",
    loaded_anew: "Changed elsewhere and loaded again.",
    loaded_anew_help: "Your own changes are still in the form. Check that they still make sense, then save them.",
    changed_on_both_sides: "Changed there as well; yours would win:",
};

pub(super) static FRENCH: EditingWords = EditingWords {
    edit: "Modifier…",
    edit_connection: "Modifier la connexion de base",
    save: "Enregistrer les modifications",
    nothing_changed: "Aucune modification",
    nothing_to_send: "Rien n’a encore changé\u{a0}: il n’y a rien à envoyer.",
    saved: "Les modifications sont enregistrées.",
    undo_changes: "Annuler toutes les modifications",
    back: "Retour à la connexion",
    secrets_help: "Le service ne montre jamais les mots de passe ni les clés. Ceux auxquels vous ne touchez pas restent inchangés et ne sont pas envoyés.",
    sign_in_stays: "La source et le mode d’authentification ne peuvent pas changer. Pour d’autres, créez une autre connexion.",
    sign_in_unknown: "La source ne décrit pas ce mode d’authentification\u{a0}: seuls le nom et la description peuvent être modifiés ici.",
    not_changeable: "Le service indique que les connexions de cette source n’acceptent pas de modification. Il les refusera probablement.",
    load_anew: "Recharger et garder mes modifications",
    loaded_anew: "Modifiée ailleurs, puis rechargée.",
    loaded_anew_help: "Vos modifications sont toujours dans le formulaire. Vérifiez qu’elles ont toujours un sens, puis enregistrez-les.",
    changed_on_both_sides: "Modifié là-bas aussi\u{a0}; votre valeur l’emporterait\u{a0}:",
};
