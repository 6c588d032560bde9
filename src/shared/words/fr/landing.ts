/** The web page behind an invitation link. U+202F before ; ! ? and U+00A0 before : and inside « ». */
export const landingFr = {
  language: 'Français',
  title: 'Rejoindre la réunion',
  invited: 'Vous êtes invité à une réunion improvisée.',
  latestEnd: (time: string) => `Elle se termine au plus tard à ${time}, heure de Paris.`,
  openInApp: "Ouvrir dans l'application",
  openInBrowser: 'Continuer dans le navigateur',
  nothingHappens:
    "Si rien ne se passe, l'application Visio-Agents n'est pas installée sur ce poste : contactez votre assistance.",
  notOnHandhelds: "L'application n'existe pas pour les téléphones et les tablettes.",
  openOnComputer: 'Ouvrez ce lien sur un ordinateur où elle est installée.',
  openOnComputerOrCall:
    'Ouvrez ce lien sur un ordinateur où elle est installée, ou participez par téléphone.',
  telephone: 'Par téléphone',
  number: 'Numéro',
  pin: 'Code PIN',
  call: 'Appeler',
  endPin: 'Votre téléphone compose le code ; appuyez ensuite sur #.',
  refused: {
    dead: {
      title: "Cette réunion est terminée ou n'existe pas.",
      advice: 'Demandez un nouveau lien à la personne qui vous a invité.',
    },
    'too-many': {
      title: 'Trop de tentatives en peu de temps.',
      advice: 'Patientez une minute, puis ouvrez de nouveau le lien.',
    },
    unreadable: {
      title: "Votre navigateur envoie trop d'informations.",
      advice: 'Ouvrez le lien dans une fenêtre de navigation privée, ou effacez les cookies de ce site.',
    },
  },
};
export type LandingWords = typeof landingFr;
