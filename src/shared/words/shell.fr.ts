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
    french: 'Français',
    english: 'English',
    opensInBrowser: (text: string) => `${text} (s'ouvre dans le navigateur)`,
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
    linkEmpty: "Collez d'abord un lien ou un code dans ce champ.",
    linkInvalid:
      "Ce texte n'est ni un lien ni un code de réunion. Copiez le lien en entier depuis l'invitation, puis collez-le ici.",
    devices: 'Votre matériel',
    microphone: 'Microphone',
    camera: 'Caméra',
    speaker: 'Haut-parleurs',
    found: 'Prêt',
    missing: 'Aucun appareil trouvé',
    activateDevices: "J'active mon matériel",
    ownMeetingRunning: (time: string) => `Votre réunion ouverte à ${time} est en cours`,
    meetingRunning: (time: string) => `La réunion ouverte à ${time} est en cours`,
    timeLeft: (duration: string) => `Il reste ${duration}.`,
    comeBack: 'Revenir dans la réunion en cours',
    serviceSilent: 'Le service de réunion ne répond pas.',
    serviceSilentAdvice: 'Vérifiez votre connexion au réseau, puis réessayez.',
    retry: 'Réessayer',
    retrying: 'Nouvel essai…',
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
    name: 'Votre nom',
    nameHint: 'Vous pouvez également préciser votre service ou votre fonction.',
    nameExample: 'Exemple : Marie Gérard',
    privacy: 'Les participants et le service de réunion voient ce nom, uniquement pendant la réunion.',
    privacyLink: 'Données personnelles',
    submit: 'Rejoindre',
    submitting: 'Connexion à la réunion…',
    nameEmpty: 'Écrivez votre nom pour rejoindre la réunion.',
    nameTooLong: 'Ce nom est trop long. Raccourcissez-le à 80 caractères.',
    nameUnreadable:
      'Ce nom contient des caractères qui ne se lisent pas. Effacez-le, puis tapez-le au clavier.',
    full: (participants: number) =>
      `La réunion est complète (${participants} participants). Réessayez dans quelques minutes.`,
    locked: 'La réunion est verrouillée. Demandez à la personne qui vous a invité de la déverrouiller.',
    retry: 'Réessayer',
    lookingUp: 'Recherche de la réunion',
    goHome: "Retour à l'accueil",
  },
  otherMeeting: {
    title: 'Vous êtes déjà en réunion',
    question: 'Le lien que vous avez ouvert mène à une autre réunion.',
    stay: 'Rester',
    leaveAndJoin: "Quitter et rejoindre l'autre",
  },
  refusedLink: { stay: 'Rester dans la réunion', close: 'Fermer' },
  devices: {
    title: "J'active mon matériel",
    lead: 'Vérifiez ici que les autres vous entendent et vous voient.',
    done: "J'ai terminé",
    chooseMicrophone: 'Microphone utilisé',
    chooseCamera: 'Caméra utilisée',
    chooseSpeaker: 'Haut-parleurs utilisés',
    systemDefault: 'Par défaut du système',
    unnamed: (rank: number) => `Appareil ${rank}`,
    level: 'Niveau du microphone',
    speakNow: 'Parlez : la barre doit bouger.',
    preview: 'Aperçu de votre caméra',
    previewHint: 'Vous seul voyez cette image.',
    works: 'Fonctionne',
    toMend: 'À corriger',
    testSound: 'Tester le son',
    testingSound: 'Un son est diffusé…',
    speakerHint: 'Vous devez entendre trois notes.',
    speakerMissing: "Aucun haut-parleur n'a été trouvé. Branchez un casque ou des haut-parleurs.",
    speakerFailed: "Le son n'a pas pu être diffusé sur cet appareil. Choisissez-en un autre.",
    openSettings: 'Ouvrir les réglages du système',
    retry: 'Réessayer',
    waitingForDevice: {
      microphone: 'Il sera reconnu dès que vous le brancherez.',
      camera: 'Elle sera reconnue dès que vous la brancherez.',
    },
    refusedHere: {
      microphone:
        "L'accès au microphone est refusé sur cet ordinateur. Réessayez, ou demandez à votre assistance de l'autoriser.",
      camera:
        "L'accès à la caméra est refusé sur cet ordinateur. Réessayez, ou demandez à votre assistance de l'autoriser.",
    },
    trouble: {
      microphone: {
        'device-refused':
          "L'accès au microphone est refusé. Autorisez Visio-Agents dans les réglages du système, puis réessayez.",
        'device-missing': "Aucun microphone n'a été trouvé. Branchez un casque ou un microphone.",
        'device-busy': 'Un autre logiciel utilise déjà le microphone. Fermez-le, puis réessayez.',
        'device-failed':
          'Le microphone ne répond pas. Débranchez-le et rebranchez-le, ou choisissez-en un autre, puis réessayez.',
      },
      camera: {
        'device-refused':
          "L'accès à la caméra est refusé. Autorisez Visio-Agents dans les réglages du système, puis réessayez.",
        'device-missing': "Aucune caméra n'a été trouvée. Branchez une caméra, ou continuez sans image.",
        'device-busy': 'Un autre logiciel utilise déjà la caméra. Fermez-le, puis réessayez.',
        'device-failed':
          'La caméra ne répond pas. Débranchez-la et rebranchez-la, ou choisissez-en une autre, puis réessayez.',
      },
    },
  },
};
export type ShellWords = typeof shellFr;
