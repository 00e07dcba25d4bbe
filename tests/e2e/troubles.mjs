// What the console says about each trouble: what happened and what to do, in English and in French.

export const troubles = {
  noToken: {
    title: ['No access token was sent', 'Aucun jeton d’accès n’a été envoyé'],
    advice: ['Put an access token on the Environment page', 'Saisissez un jeton d’accès'],
  },
  token: {
    title: ['The access token was refused', 'Le jeton d’accès a été refusé'],
    advice: ['Ask for a new access token', 'Demandez un nouveau jeton d’accès'],
  },
  key: {
    title: ['The API key was refused', 'La clé API a été refusée'],
    advice: ['client ID in the Developer Console', 'l’ID client de la Developer Console'],
  },
  organisation: {
    title: ['The organisation was refused', 'L’organisation a été refusée'],
    advice: ['ends in @AdobeOrg', 'se termine par @AdobeOrg'],
  },
  sandbox: {
    title: ['There is no such sandbox', 'Ce sandbox n’existe pas'],
    advice: ['Correct the sandbox on the Environment page', 'Corrigez le sandbox'],
  },
  notFound: {
    title: ['Something was not found', 'Élément introuvable'],
    advice: ['Check the ID and the sandbox', 'Vérifiez l’identifiant et le sandbox'],
  },
  refused: {
    title: ['The service refused the request', 'Le service a refusé la requête'],
    advice: ['correct the request, then send it again', 'corrigez la requête, puis renvoyez-la'],
  },
  throttled: {
    title: ['Too many requests', 'Trop de requêtes'],
    advice: ['Wait 2 seconds, then try again.', 'Patientez 2 secondes, puis réessayez.'],
  },
  unavailable: {
    title: ['The service has trouble of its own', 'Le service rencontre un problème'],
    advice: ['Wait 2 seconds, then try again.', 'Patientez 2 secondes, puis réessayez.'],
  },
  broken: {
    title: ['The service has trouble of its own', 'Le service rencontre un problème'],
    advice: ['look first whether it is there already', 'regardez d’abord s’il existe déjà'],
  },
  webPage: {
    title: ['A web page came instead of data', 'Une page web est arrivée à la place des données'],
    advice: ['Open the base URL in a new tab', 'Ouvrez l’URL de base dans un nouvel onglet'],
  },
  noAnswer: {
    title: ['No answer came', 'Aucune réponse'],
    advice: ['check your network', 'vérifiez votre réseau'],
  },
  inletToken: {
    title: ['The inlet asks for an access token', 'L’inlet demande un jeton d’accès'],
    advice: ['Ask for a new access token', 'Demandez un nouveau jeton d’accès'],
  },
  record: {
    title: ['The inlet refused the record', 'L’inlet a refusé l’enregistrement'],
    advice: ['Correct the record, then send it again', 'Corrigez l’enregistrement, puis renvoyez-le'],
  },
  inlet: {
    title: ['There is no such inlet', 'Cet inlet n’existe pas'],
    advice: ['Copy the inlet URL again', 'Copiez à nouveau l’URL de l’inlet'],
  },
};
