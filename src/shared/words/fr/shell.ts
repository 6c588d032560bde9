/** What is read outside a meeting: header, home, join page, pages that end or refuse, devices. */
export const shellFr = {
  appName: 'Visio-Agents',
  header: {
    skipToContent: 'Aller au contenu',
    title: (organisation: string) =>
      organisation ? `Web-conférence pour les agents du ${organisation}` : 'Web-conférence',
    tagline: (service: string) => (service ? `Service proposé par la ${service}` : ''),
    accessTerms: "Modalités d'accès",
    documentation: 'Lien vers la documentation',
    language: 'Langue',
    opensInBrowser: (address: string) => `S'ouvre dans le navigateur : ${address}`,
  },
  footer: {
    label: 'Pied de page',
    accessibility: 'Accessibilité : non conforme',
    legal: 'Mentions légales',
    privacy: 'Données personnelles',
    terms: "Conditions générales d'utilisation",
  },
  home: {
    documentTitle: 'Accueil',
    greeting: 'Bonjour',
    promise: (participants: number, duration: string) =>
      `Une réunion en un clic : ${participants} participants, ${duration}, sans enregistrement.`,
    open: 'Ouvrir une réunion temporaire',
    opening: 'Ouverture de la réunion…',
    joinByLink: 'Rejoindre avec un lien',
    joinByLinkHint: "Collez le lien ou le code reçu dans l'invitation.",
    join: 'Rejoindre',
    /** What a pasted text lacks. */
    linkLacking: {
      text: "Collez d'abord un lien ou un code dans ce champ.",
      link: "Ce texte ne contient ni lien ni code de réunion. Copiez le lien en entier depuis l'invitation, puis collez-le ici.",
      rest: "Le lien ou le code est incomplet : un code compte 30 caractères. Copiez-le en entier depuis l'invitation, puis collez-le ici.",
      meeting:
        "Cette adresse n'est pas celle d'une réunion, ou votre messagerie l'a remplacée. Ouvrez-la dans votre navigateur, ou copiez le lien depuis l'invitation.",
    },
    whichLink: (count: number) =>
      `Ce texte contient ${count} liens différents. Choisissez celui que vous voulez ouvrir.`,
    tooManyLinks: (count: number) =>
      `Ce texte contient ${count} liens différents. Collez seulement celui que vous voulez ouvrir.`,
    devices: 'Votre matériel',
    microphone: 'Microphone',
    camera: 'Caméra',
    speaker: 'Haut-parleurs',
    found: 'Prêt',
    missing: 'Aucun appareil trouvé',
    refused: 'Accès refusé sur cet ordinateur',
    refusedByPolicy: 'Désactivé par votre administration',
    activateDevices: "J'active mon matériel",
    ownMeetingRunning: (time: string) => `Votre réunion ouverte à ${time} est en cours`,
    meetingRunning: (time: string) => `La réunion ouverte à ${time} est en cours`,
    timeLeft: (duration: string) => `Il reste ${duration}.`,
    comeBack: 'Revenir dans la réunion en cours',
    resume: 'Reprendre',
    newVersion: (version: string) => `La version ${version} de l'application est disponible.`,
    download: 'La télécharger',
    notNow: 'Plus tard',
    serviceSilent: 'Le service de réunion ne répond pas.',
    serviceSilentAdvice: 'Vérifiez votre connexion au réseau, puis réessayez.',
    retry: 'Réessayer',
    retrying: 'Nouvel essai…',
  },
  chooseServer: {
    title: 'Bienvenue',
    lead: "Indiquez le service de réunion de votre administration. Vous ne le ferez qu'une fois.",
    address: 'Adresse du service de réunion',
    hint: 'Exemple : visio.exemple.fr. Votre assistance peut vous la donner ; une invitation collée ici la donne aussi.',
    taken: "Adresse reprise de l'invitation.",
    noAddress: {
      title: "Ce texte n'est pas l'adresse d'un service.",
      advice: "Écrivez-la comme dans l'exemple, sans rien derrière le nom.",
    },
    notThere: {
      title: "Il n'y a pas de service de réunion à cette adresse.",
      advice: 'Vérifiez-la lettre par lettre, ou demandez-la à votre assistance.',
    },
    noAnswer: {
      title: 'Aucun service ne répond à cette adresse.',
      advice: 'Vérifiez-la lettre par lettre, ainsi que votre connexion au réseau, puis réessayez.',
    },
    use: 'Utiliser ce service',
    looking: 'Vérification du service…',
    orLink: "Vous avez reçu une invitation ? Ouvrez son lien : l'application vous proposera son service.",
  },
  entering: {
    opening: 'Ouverture de la réunion…',
    returning: 'Retour dans la réunion…',
    slow: "La connexion prend plus de temps que d'habitude. Patientez encore un instant.",
    goHome: "Retour à l'accueil",
  },
  join: {
    title: 'Rejoindre la réunion',
    until: (title: string, time: string) => `${title}, jusqu'à ${time} au plus tard`,
    service: 'Service de réunion :',
    foreign:
      "Ce service n'est pas celui de votre administration : ce qu'il dit des participants n'est pas vérifié.",
    name: 'Votre nom',
    nameHint: 'Vous pouvez également préciser votre service ou votre fonction.',
    nameExample: 'Exemple : Marie Gérard',
    privacy: 'Les participants et le service de réunion voient ce nom, uniquement pendant la réunion.',
    privacyLink: 'Données personnelles',
    submit: 'Rejoindre',
    submitting: 'Connexion à la réunion…',
    nameFault: {
      empty: 'Écrivez votre nom pour rejoindre la réunion.',
      'too-long': (most: number) => `Ce nom est trop long. Raccourcissez-le à ${most} caractères.`,
      unreadable:
        'Ce nom contient des caractères qui ne se lisent pas. Effacez-le, puis tapez-le au clavier.',
      reserved:
        "Ce nom contient une coche, ou une mention que l'application écrit elle-même, comme « (vous) » ou « Modérateur ». Retirez-la.",
    },
    full: (participants: number) =>
      `La réunion est complète (${participants} participants). Réessayez dans quelques minutes.`,
    locked: 'La réunion est verrouillée. Demandez à la personne qui vous a invité de la déverrouiller.',
    retry: 'Réessayer',
    lookingUp: 'Recherche de la réunion',
    waitingTitle: "Vous êtes dans la salle d'attente.",
    waitingAdvice: 'Un modérateur peut vous faire entrer. Gardez cette fenêtre ouverte.',
    waitingAgainAdvice:
      'Vous étiez hors de la réunion depuis plus de cinq minutes\u00a0: un modérateur doit vous faire entrer de nouveau. Gardez cette fenêtre ouverte.',
    stopWaiting: "Quitter la salle d'attente",
    goHome: "Retour à l'accueil",
  },
  otherMeeting: {
    title: 'Vous êtes déjà en réunion',
    question: 'Le lien que vous avez ouvert mène à une autre réunion.',
    stay: 'Rester',
    leaveAndJoin: "Quitter et rejoindre l'autre",
  },
  refusedLink: { stay: 'Rester dans la réunion', close: 'Fermer' },
};
export type ShellWords = typeof shellFr;
