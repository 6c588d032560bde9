import type { FailureCode } from '../../failure.ts';
import type { EndReason } from '../../meeting.ts';

/** What happened, then what to do. */
export type Told = { readonly title: string; readonly advice: string };

const unforeseen: Told = {
  title: 'Un problème est survenu.',
  advice: 'Réessayez. Si le problème continue, contactez votre assistance.',
};
/** The pages that end or refuse. */
export const endingsFr = {
  failure: {
    'meeting-over': {
      title: "Cette réunion est terminée ou n'existe pas.",
      advice: 'Demandez un nouveau lien à la personne qui vous a invité.',
    },
    // The sentence with the number is `meetingFull`, because the number is the meeting's.
    'meeting-full': { title: 'Toutes les places sont prises.', advice: '' },
    'meeting-locked': {
      title: 'La réunion est verrouillée.',
      advice: 'Demandez à la personne qui vous a invité de la déverrouiller, puis réessayez.',
    },
    removed: {
      title: 'Votre participation à cette réunion a pris fin.',
      advice: "Un modérateur l'a décidé. En cas d'erreur, contactez la personne qui vous a invité.",
    },
    'entry-refused': {
      title: "Un modérateur n'a pas accepté votre demande.",
      advice: 'Contactez la personne qui vous a invité.',
    },
    'not-allowed': {
      title: "Vous n'avez pas le droit de faire cela.",
      advice: 'Demandez à un modérateur de la réunion de le faire pour vous.',
    },
    'not-signed-in': {
      title: 'Identifiez-vous pour continuer.',
      advice: 'Vous reviendrez ensuite là où vous en étiez.',
    },
    'not-an-agent': {
      title: "Votre compte ne permet pas d'ouvrir une réunion.",
      advice: 'Seuls les agents peuvent en ouvrir. Contactez votre assistance si vous en faites partie.',
    },
    'too-many-requests': {
      title: 'Trop de demandes en peu de temps.',
      advice: 'Patientez un instant, puis réessayez.',
    },
    'media-unreachable': {
      title: 'Le son et la vidéo ne sont pas disponibles.',
      advice: 'Le serveur de la réunion ne répond pas. Réessayez dans quelques instants.',
    },
    'service-busy': {
      title: 'Le service de réunion est très demandé.',
      advice: 'Réessayez dans quelques instants.',
    },
    'service-unreachable': {
      title: 'Le service de réunion ne répond pas.',
      advice: 'Vérifiez votre connexion au réseau, puis réessayez.',
    },
    offline: {
      title: "Votre ordinateur n'est pas connecté au réseau.",
      advice: 'Vérifiez le câble ou le Wi-Fi, puis réessayez.',
    },
    'not-a-service': {
      title: "L'adresse du service de réunion est incorrecte.",
      advice: "Contactez votre assistance : un réglage de l'application est à corriger.",
    },
    'no-server': {
      title: "L'application ne connaît pas encore de service de réunion.",
      advice: "Indiquez l'adresse du service, ou ouvrez le lien d'une invitation.",
    },
    'certificate-untrusted': {
      title: "L'identité du service de réunion n'a pas pu être vérifiée.",
      advice:
        "Votre ordinateur ne reconnaît pas son certificat. Vérifiez la date et l'heure de l'ordinateur ; si elles sont justes, contactez votre assistance : ne passez pas outre.",
    },
    'proxy-authentication': {
      title: 'Votre réseau demande un identifiant.',
      advice:
        "Le proxy de votre réseau attend un nom d'utilisateur et un mot de passe. Réessayez pour les saisir.",
    },
    'session-expired': {
      title: 'Votre connexion a expiré.',
      advice: 'Identifiez-vous de nouveau : vous reviendrez ensuite là où vous en étiez.',
    },
    'sign-in-unreachable': {
      title: "Le service d'identification ne répond pas.",
      advice: 'Vérifiez votre connexion au réseau, puis réessayez.',
    },
    'sign-in-answer-wrong': {
      title: "Le service d'identification a donné une réponse inattendue.",
      advice: 'Réessayez ; si cela se reproduit, prévenez votre assistance.',
    },
    'sign-in-for-another': {
      title: "Votre identification n'est pas valable pour ce service de réunion.",
      advice: 'Prévenez votre assistance.',
    },
    // The sentence that says by how much is `clockWrong`, where that is known.
    'clock-wrong': {
      title: "L'heure de cet ordinateur est fausse.",
      advice: "Réglez-la dans les paramètres de l'ordinateur ou prévenez votre assistance, puis réessayez.",
    },
    'link-invalid': {
      title: "Ce lien n'est pas celui d'une réunion.",
      advice: "Copiez-le en entier depuis l'invitation, ou demandez un nouveau lien.",
    },
    'server-not-allowed': {
      title: "Ce lien mène à un service que cette application n'utilise pas.",
      advice: 'Ouvrez-le dans votre navigateur si vous faites confiance à la personne qui vous a invité.',
    },
    'app-too-old': {
      title: "Cette version de l'application est trop ancienne.",
      advice: 'Installez la nouvelle version, ou contactez votre assistance.',
    },
    'joined-elsewhere': {
      title: 'Vous avez rejoint cette réunion depuis un autre endroit.',
      advice: 'Vous pouvez continuer là-bas, ou revenir ici.',
    },
    'bad-request': unforeseen,
    'idempotency-conflict': unforeseen,
    'service-error': {
      title: 'Le service de réunion rencontre un problème.',
      advice: 'Réessayez dans quelques instants.',
    },
    'app-error': unforeseen,
  } satisfies Record<FailureCode, Told> as Record<FailureCode, Told>,
  clockWrong: (byHowMuch: string) =>
    `L'heure de cet ordinateur est fausse de ${byHowMuch}. Réglez-la dans les paramètres de l'ordinateur ou prévenez votre assistance, puis réessayez.`,
  meetingFull: (participants: number) =>
    `La réunion est complète (${participants} participants). Réessayez dans quelques minutes.`,
  ended: {
    moderator: {
      title: 'La réunion est terminée.',
      advice: 'Un modérateur y a mis fin pour tous. Les liens ne fonctionnent plus.',
    },
    time: {
      title: 'La réunion a atteint sa durée maximale.',
      advice: 'Pour continuer, ouvrez une nouvelle réunion et transmettez ses liens.',
    },
    empty: {
      title: 'La réunion est terminée.',
      advice: "Plus personne n'y participait. Les liens ne fonctionnent plus.",
    },
    removed: {
      title: 'Votre participation à cette réunion a pris fin.',
      advice: "Un modérateur l'a décidé. En cas d'erreur, contactez la personne qui vous a invité.",
    },
    // It ended while the app was cut off from the service, which no longer knows how.
    unheard: {
      title: 'La réunion est terminée.',
      advice: 'Elle a pris fin pendant une coupure de votre connexion. Les liens ne fonctionnent plus.',
    },
  } satisfies Record<EndReason | 'unheard', Told> as Record<EndReason | 'unheard', Told>,
  left: {
    title: 'Vous avez quitté la réunion.',
    goesOn: 'La réunion continue. Vous pouvez y revenir à tout moment.',
    linksWillDie: 'Les liens cesseront de fonctionner dans 10 minutes.',
  },
  comeBack: 'Revenir dans la réunion en cours',
  goHome: "Retour à l'accueil",
  retry: 'Réessayer',
  secondsLeft: (seconds: number) => `(${seconds} s)`,
  helpDesk: (name: string | undefined) => (name ? `Contacter : ${name}` : "Contacter l'assistance"),
  documentation: 'Consulter la documentation',
  reference: (reference: string) => `Référence de la réunion : ${reference}`,
};
export type EndingWords = typeof endingsFr;
