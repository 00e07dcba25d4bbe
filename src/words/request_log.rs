//! What was asked of the service, and what it answered.

/// Every text about requests and answers.
#[allow(
    missing_docs,
    reason = "a text's name and its English wording say what it is"
)]
pub struct RequestWords {
    pub what_will_be_sent: &'static str,
    pub what_was_sent: &'static str,
    pub answer_of_service: &'static str,
    pub requests_intro: &'static str,
    pub no_request_yet: &'static str,
    pub forget_requests: &'static str,
    pub request: &'static str,
    pub answer: &'static str,
    pub waiting: &'static str,
    pub no_answer: &'static str,
}

pub(super) static ENGLISH: RequestWords = RequestWords {
    what_will_be_sent: "What will be sent",
    what_was_sent: "What was sent",
    answer_of_service: "Answer of the service",
    requests_intro: "Every call of this page since it was opened, newest first. Secrets are not in here.",
    no_request_yet: "No request yet.",
    forget_requests: "Clear the list",
    request: "Request",
    answer: "Answer",
    waiting: "waiting",
    no_answer: "no answer",
};

pub(super) static FRENCH: RequestWords = RequestWords {
    what_will_be_sent: "Ce qui sera envoyé",
    what_was_sent: "Ce qui a été envoyé",
    answer_of_service: "Réponse du service",
    requests_intro: "Tous les appels de cette page depuis son ouverture, du plus récent au plus ancien. Les secrets n’y figurent pas.",
    no_request_yet: "Aucune requête pour l’instant.",
    forget_requests: "Vider la liste",
    request: "Requête",
    answer: "Réponse",
    waiting: "en attente",
    no_answer: "sans réponse",
};
