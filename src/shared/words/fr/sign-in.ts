import type { NamedTrouble, NotKept } from '../../sign-in.ts';

/** What is read around « S'identifier ». */
export const signInFr = {
  signIn: "S'identifier",
  signOut: 'Se déconnecter',
  /** Where the provider tells no name. */
  unnamed: 'Agent identifié',
  going: {
    title: 'Identification en cours',
    text: "Identifiez-vous dans la page qui s'ouvre dans votre navigateur. Cette fenêtre reviendra ensuite au premier plan.",
    cancel: "Annuler l'identification",
  },
  failed: {
    title: "L'identification n'a pas abouti.",
    retry: 'Réessayer',
    close: 'Fermer',
    reasons: {
      'sign-in-refused':
        "Le service d'identification l'a refusée, ou vous l'avez interrompue dans le navigateur.",
      'sign-in-unreachable':
        "Le service d'identification ne répond pas. Vérifiez votre connexion au réseau, puis réessayez.",
      'sign-in-timed-out': "Elle n'a pas été terminée dans le navigateur au bout de cinq minutes.",
      'sign-in-cancelled': 'Vous avez annulé.',
      'browser-missing':
        "Aucun navigateur n'a pu être ouvert sur cet ordinateur. Contactez votre assistance.",
      'sign-in-for-another':
        'Le service de réunion demande une identification qui serait valable pour un autre service que lui. Rien ne lui a été donné. Prévenez votre assistance.',
      'sign-in-answer-wrong':
        "Le service d'identification a donné une réponse inattendue. Réessayez ; si cela se reproduit, prévenez votre assistance.",
    } satisfies Record<NamedTrouble, string> as Record<NamedTrouble, string>,
  },
  expired: 'Votre connexion a expiré. Identifiez-vous de nouveau ; la réunion en cours continue.',
  /** To an agent whom the service did not know when they came. */
  asGuest:
    "Vous participez comme invité\u00a0: le service n'a pas reconnu votre compte à votre arrivée. Si vous êtes agent, quittez la réunion puis rejoignez-la.",
  waitsAsGuest:
    "Vous attendez comme invité\u00a0: le service n'a pas reconnu votre compte. Si vous êtes agent, quittez la salle d'attente puis rejoignez la réunion.",
  close: 'Fermer',
  notKept: {
    'keychain-missing':
      "Vous devrez vous identifier au prochain démarrage : cet ordinateur n'a pas de trousseau de clés.",
    'keychain-locked':
      'Vous devrez vous identifier au prochain démarrage : le trousseau de clés est verrouillé.',
    'keychain-refused':
      "Vous devrez vous identifier au prochain démarrage : le trousseau de clés n'a pas gardé votre connexion.",
    'secret-too-large':
      'Vous devrez vous identifier au prochain démarrage : votre connexion est trop longue pour le trousseau de clés.',
  } satisfies Record<NotKept, string> as Record<NotKept, string>,
  locked: 'Le trousseau de clés est verrouillé : déverrouillez-le, ou identifiez-vous de nouveau.',
  owner: 'Vous êtes propriétaire de cette salle ?',
  verifiedAs: (name: string) => `Vous rejoindrez la réunion avec votre nom vérifié : ${name}.`,
  /** In the browser, at the end. */
  pages: {
    done: {
      title: 'Identification réussie',
      text: 'Vous pouvez fermer cet onglet et revenir dans Visio-Agents.',
    },
    failed: {
      title: "L'identification n'a pas abouti.",
      text: 'Revenez dans Visio-Agents pour en connaître la raison et réessayer.',
    },
    stranger: {
      title: "Cette page n'existe pas.",
      text: "Pour vous identifier, cliquez sur « S'identifier » dans Visio-Agents.",
    },
  },
};
export type SignInWords = typeof signInFr;
