/** The web page behind an invitation link. U+202F before ; ! ? and U+00A0 before : and inside « ». */
export const landingFr = {
  title: 'Rejoindre la réunion',
  invited: 'Vous êtes invité à une réunion improvisée.',
  openInApp: "Ouvrir dans l'application",
  openInBrowser: 'Continuer dans le navigateur',
  nothingHappens:
    "Si rien ne se passe, l'application Visio-Agents n'est pas installée sur ce poste : contactez votre assistance.",
  deadTitle: "Cette réunion est terminée ou n'existe pas.",
  deadAdvice: 'Demandez un nouveau lien à la personne qui vous a invité.',
  tooManyTitle: 'Trop de demandes en peu de temps.',
  tooManyAdvice: 'Patientez un instant, puis réessayez.',
};
export type LandingWords = typeof landingFr;
