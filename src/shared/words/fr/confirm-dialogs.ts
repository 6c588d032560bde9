/** What main asks in the system's own dialogs, about a meeting service on `host`. */
export const confirmDialogsFr = {
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
  issuer: {
    title: "S'identifier pour ce service ?",
    detail: (issuer: string, host: string) =>
      `Le service de réunion « ${host} » vous demande de vous identifier auprès de « ${issuer} ». Ce qu'il recevra pourrait ouvrir en votre nom d'autres services qui font confiance à « ${issuer} ». Acceptez seulement si ces deux adresses sont celles de votre administration.`,
    yes: "S'identifier",
  },
  move: {
    title: 'Changer de service de réunion ?',
    detail: (host: string) =>
      `Vos prochaines réunions s'ouvriront sur le service « ${host} ». Vous devrez vous identifier de nouveau.`,
    yes: 'Changer de service',
  },
  notOpened: {
    title: "La page n'a pas pu s'ouvrir.",
    detail: (address: string) =>
      `Aucun navigateur ne s'est ouvert sur cet ordinateur. Copiez cette adresse, puis ouvrez-la vous-même :\n${address}`,
    yes: "Copier l'adresse",
    no: 'Fermer',
  },
};
