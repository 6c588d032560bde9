/** What main asks in the system's own dialogs, about a meeting service on `host`. */
export const questionsFr = {
  no: 'Annuler',
  textFile: 'Texte',
  first: {
    title: 'Utiliser ce service de réunion ?',
    detail: (host: string) =>
      `Le lien que vous avez ouvert mène au service « ${host} ». L'application l'utilisera pour vos réunions. Acceptez seulement si vous le connaissez.`,
    yes: 'Utiliser ce service',
  },
  stranger: {
    title: 'Ouvrir un lien vers un autre service ?',
    detail: (host: string) =>
      `Ce lien mène au service « ${host} », qui n'est pas celui de votre administration. Continuez seulement si vous faites confiance à la personne qui vous a invité.`,
    yes: 'Continuer vers ce service',
  },
  move: {
    title: 'Changer de service de réunion ?',
    detail: (host: string) =>
      `Vos prochaines réunions s'ouvriront sur le service « ${host} ». Vous devrez vous identifier de nouveau.`,
    yes: 'Changer de service',
  },
};
