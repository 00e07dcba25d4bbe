//! What is said about a failed call, in French.

use super::{Saying, Sentences};
use crate::words::fill::Counted;

pub(super) static FRENCH: Sentences = Sentences {
    token_missing: Saying {
        title: "Aucun jeton d’accès n’a été envoyé",
        meaning: "La passerelle d’Adobe n’a pas trouvé d’en-tête Authorization dans la requête.",
        advice: "Saisissez un jeton d’accès sur la page Environnement.",
    },
    token_refused: Saying {
        title: "Le jeton d’accès a été refusé",
        meaning: "Il a expiré, ou une partie s’est perdue lors de la copie. Un jeton d’accès est \
            valable 24 heures au plus.",
        advice: "Demandez un nouveau jeton d’accès et saisissez-le sur la page Environnement.",
    },
    api_key_missing: Saying {
        title: "Aucune clé API n’a été envoyée",
        meaning: "La requête n’a pas d’en-tête x-api-key\u{a0}: Adobe ne peut pas savoir de quel \
            projet elle provient.",
        advice: "Copiez la clé API (ID client) de votre projet depuis la Developer Console vers la \
            page Environnement.",
    },
    api_key_unknown: Saying {
        title: "La clé API a été refusée",
        meaning: "Adobe ne connaît pas cette clé, ou l’API Experience Platform n’est pas ajoutée à \
            son projet.",
        advice: "Comparez la clé de la page Environnement à l’ID client de la Developer Console, \
            et vérifiez que l’API Experience Platform fait partie de ce projet.",
    },
    org_missing: Saying {
        title: "Aucune organisation n’est indiquée",
        meaning: "L’en-tête x-gw-ims-org-id manque dans la requête, ou il est vide.",
        advice: "Saisissez l’identifiant d’organisation, qui se termine par @AdobeOrg, sur la page \
            Environnement.",
    },
    org_refused: Saying {
        title: "L’organisation a été refusée",
        meaning: "L’identifiant d’organisation est mal orthographié, ou le détenteur du jeton n’a \
            pas accès à Experience Platform dans cette organisation.",
        advice: "Vérifiez l’identifiant d’organisation sur la page Environnement\u{a0}: il se \
            termine par @AdobeOrg. S’il est correct, demandez à un administrateur de vous ajouter \
            à un profil de produit Experience Platform.",
    },
    sandbox_missing: Saying {
        title: "Aucun sandbox n’est indiqué",
        meaning: "La requête n’a pas d’en-tête x-sandbox-name\u{a0}: le service ne sait pas quel \
            sandbox utiliser.",
        advice: "Saisissez le nom d’un sandbox, par exemple prod, sur la page Environnement.",
    },
    sandbox_unknown: Saying {
        title: "Ce sandbox n’existe pas",
        meaning: "L’organisation n’a pas de sandbox de ce nom, ou le détenteur du jeton n’y a pas \
            accès. Un nom de sandbox s’écrit en minuscules.",
        advice: "Corrigez le sandbox sur la page Environnement. C’est son nom qui est attendu, par \
            exemple dev, et non son titre.",
    },
    spec_unknown: Saying {
        title: "La spécification n’existe pas",
        meaning: "Le service n’a pas de spécification de connexion ou de flux de données portant \
            l’identifiant de la requête.",
        advice: "Choisissez à nouveau la source sur la page Sources. Si vous avez saisi \
            l’identifiant, comparez-le à la documentation d’Adobe.",
    },
    auth_spec_unknown: Saying {
        title: "Le type d’authentification n’existe pas",
        meaning: "La source n’a pas de type d’authentification portant le nom indiqué dans \
            auth.specName.",
        advice: "Choisissez l’un des types d’authentification proposés par la source, puis \
            renvoyez la requête.",
    },
    parameters_refused: Saying {
        title: "La source a refusé les paramètres",
        meaning: "Flow Service les a transmis au connecteur de la source, qui les juge incorrects \
            ou ne parvient pas à s’authentifier.",
        advice: "Corrigez ce que le message indique, puis renvoyez la requête. Vérifiez aussi que \
            la source accepte les connexions depuis les adresses IP d’Adobe.",
    },
    not_found: Saying {
        title: "Élément introuvable",
        meaning: "L’élément visé par la requête a été supprimé, se trouve dans un autre sandbox ou \
            n’est pas visible pour le détenteur du jeton.",
        advice: "Vérifiez l’identifiant et le sandbox, puis rechargez la liste.",
    },
    inlet_not_found: Saying {
        title: "Cet inlet n’existe pas",
        meaning: "L’URL de l’inlet est mal orthographiée, ou sa connexion de base a été supprimée.",
        advice: "Copiez à nouveau l’URL de l’inlet depuis la page Inlets.",
    },
    inlet_unauthorized: Saying {
        title: "L’inlet demande un jeton d’accès",
        meaning: "Il a été créé avec authenticationRequired, et la requête n’avait pas de jeton \
            d’accès valide.",
        advice: "Demandez un nouveau jeton d’accès, saisissez-le sur la page Environnement, puis \
            recommencez l’envoi.",
    },
    record_refused: Saying {
        title: "L’inlet a refusé l’enregistrement",
        meaning: "Il ne peut pas l’interpréter et ne l’a pas conservé.",
        advice: "Corrigez l’enregistrement, puis renvoyez-le. Pour des données XDM, vérifiez le \
            schéma, l’organisation et le jeu de données de l’en-tête\u{202f}; pour des données \
            brutes, vérifiez l’identifiant du flux de données.",
    },
    too_large: Saying {
        title: "La requête est trop volumineuse",
        meaning: "Elle dépasse ce que le service accepte. Un inlet accepte 1 Mo par requête.",
        advice: "Envoyez moins d’enregistrements par requête, ou réduisez l’enregistrement.",
    },
    throttled: Saying {
        title: "Trop de requêtes",
        meaning: "Le service n’accepte plus de requêtes de votre part pour le moment et n’a pas \
            exécuté celle-ci.",
        advice: "Si cela se répète, envoyez moins de requêtes à la fois.",
    },
    inlet_throttled: Saying {
        title: "Trop de requêtes",
        meaning: "L’inlet n’accepte plus rien pour le moment et n’a pas conservé l’envoi. Avec la \
            validation synchrone, il accepte 60 requêtes par minute.",
        advice: "Si cela se répète, réduisez le débit ou désactivez la validation synchrone.",
    },
    forbidden: Saying {
        title: "Vous n’avez pas l’autorisation",
        meaning: "Le service vous reconnaît, mais votre rôle ne permet pas cette action.",
        advice: "Demandez à un administrateur un rôle qui permet cette action dans le sandbox.",
    },
    service: Saying {
        title: "Le service rencontre un problème",
        meaning: "Il a répondu avec le statut {}\u{202f}; votre requête n’est probablement pas en \
            cause.",
        advice: "Si la requête crée un objet, regardez d’abord s’il existe déjà.",
    },
    inlet_service: Saying {
        title: "L’inlet rencontre un problème",
        meaning: "Il a répondu avec le statut {}\u{202f}; votre envoi n’est probablement pas en cause.",
        advice: "Un enregistrement renvoyé peut être stocké deux fois. Si tous échouent, vérifiez \
            le schéma de leur en-tête.",
    },
    no_validation: Saying {
        title: "L’inlet n’a pas de validation synchrone",
        meaning: "Adobe ne la propose que dans certaines régions, et pas dans celle de cet inlet.",
        advice: "Désactivez la validation synchrone, puis recommencez l’envoi.",
    },
    changed_meanwhile: Saying {
        title: "Modifié entre-temps",
        meaning: "Quelqu’un l’a modifié depuis son chargement\u{a0}: le service n’a donc pas \
            appliqué votre modification.",
        advice: "Rechargez-le, vérifiez que votre modification a toujours un sens, puis refaites-la.",
    },
    other: Saying {
        title: "Le service a refusé la requête",
        meaning: "Il a répondu avec le statut {}.",
        advice: "Lisez la réponse du service, corrigez la requête, puis renvoyez-la.",
    },
    unreachable: Saying {
        title: "Aucune réponse",
        meaning: "Le réseau est coupé, l’adresse est fausse, ou le service n’autorise pas les \
            appels depuis cette page (CORS). Un navigateur ne permet pas de distinguer ces cas.",
        advice: "Ouvrez l’adresse dans un nouvel onglet. Si une réponse s’affiche, même une \
            erreur, le service n’autorise pas cette page\u{a0}: passez par un proxy qui \
            l’autorise, par exemple celui de votre portail. Si seule cette adresse échoue, \
            corrigez-la sur la page Environnement. Si d’autres sites échouent aussi, vérifiez \
            votre réseau.",
    },
    timed_out: Saying {
        title: "La réponse a trop tardé",
        meaning: "Rien n’est arrivé au bout de {}. La requête a peut-être été exécutée malgré tout.",
        advice: "Regardez d’abord si elle a pris effet. Si ce n’est pas le cas, renvoyez-la.",
    },
    part_missing: Saying {
        title: "La démonstration ne s’est pas chargée",
        meaning: "C’est un fichier de la console, et il est introuvable\u{a0}: le réseau est coupé, \
            ou la console vient d’être mise à jour.",
        advice: "Réessayez. Si cela ne suffit pas, rechargez la page.",
    },
    unsendable_url: Saying {
        title: "Le navigateur ne peut pas envoyer cette requête",
        meaning: "L’adresse n’est pas une URL qu’il peut appeler.",
        advice: "Corrigez l’adresse. Elle commence par https://, ou par / pour un chemin de ce \
            site, et n’a pas d’espaces.",
    },
    unsendable_header: Saying {
        title: "Le navigateur ne peut pas envoyer cette requête",
        meaning: "L’en-tête {} contient des caractères qu’un en-tête n’admet pas, comme un saut de \
            ligne ou un guillemet courbe.",
        advice: "Copiez à nouveau cette valeur, sans rien autour.",
    },
    web_page: Saying {
        title: "Une page web est arrivée à la place des données",
        meaning: "La réponse (statut {}) est du HTML et non du JSON. Elle provient en général d’un \
            proxy, d’une page de connexion ou d’une URL de base incorrecte.",
        advice: "Ouvrez l’URL de base dans un nouvel onglet et connectez-vous si on vous le \
            demande. Si cela ne suffit pas, corrigez-la sur la page Environnement.",
    },
    unreadable: Saying {
        title: "La réponse est incompréhensible",
        meaning: "Elle est arrivée avec le statut {}, mais pas sous la forme documentée par le service.",
        advice: "Vérifiez l’URL de base sur la page Environnement. Si elle est correcte, montrez \
            la réponse à la personne qui gère cette adresse.",
    },
    service_says: "Le service indique\u{a0}: «\u{202f}{}\u{202f}».",
    inlet_says: "L’inlet indique\u{a0}: «\u{202f}{}\u{202f}».",
    detail: "Détail\u{a0}: {}.",
    kept: "Votre saisie est conservée.",
    wait: "Patientez {}, puis réessayez.",
    wait_a_little: "Patientez une minute, puis réessayez.",
    support: "Si le problème persiste, contactez l’assistance d’Adobe.",
    support_with_id: "Si le problème persiste, communiquez à l’assistance d’Adobe cet identifiant \
        de requête\u{a0}: {}.",
    seconds: Counted {
        one: "{} seconde",
        other: "{} secondes",
    },
    minutes: Counted {
        one: "{} minute",
        other: "{} minutes",
    },
};
