import type { SettingWords } from '../setting-words.ts';

/** Every setting, in French. */
export const settingsFr: SettingWords = {
  sections: {
    service: 'Service de réunion',
    signIn: 'Identification',
    meetings: 'Réunions',
    sound: 'Son du microphone',
    app: 'Application',
    helpDesk: 'Assistance',
  },
  names: {
    server: {
      label: 'Adresse du service de réunion',
      help: "Service sur lequel s'ouvrent vos réunions. Exemple : https://visio.exemple.fr",
    },
    allowedServers: {
      label: 'Autres services autorisés',
      help: "Les liens vers ces services s'ouvrent sans question.",
    },
    unknownServers: {
      label: "Liens vers d'autres services",
      help: "Ce qui se passe quand un lien mène à un service que l'application ne connaît pas.",
    },
    stateBrandHosts: {
      label: "Services qui portent la marque de l'État",
      help: "Noms d'hôte des services qui montrent la Marianne et les liens de l'État, s'ils l'annoncent. Tout autre service reste neutre. Exemple : visio.exemple.fr",
    },
    signInIssuer: {
      label: "Adresse du fournisseur d'identité",
      help: "Remplace celle qu'annonce le service de réunion. Vide : celle du service. Ne vaut que si l'administration fixe aussi l'adresse du service.",
    },
    signInClientId: {
      label: "Nom de l'application chez le fournisseur d'identité",
      help: "Remplace le « client » qu'annonce le service de réunion. Vide : celui du service. Ne vaut que si l'administration fixe aussi l'adresse du service.",
    },
    joinWithMicrophone: {
      label: 'Entrer en réunion avec le micro ouvert',
      help: "L'application ne demande plus comment vous désirez rejoindre la réunion ; on vous entend tout de suite.",
    },
    noiseSuppression: {
      label: 'Réduire les bruits de fond',
      help: 'Atténue le ventilateur, la rue, le clavier. Désactivez-le pour faire entendre de la musique.',
    },
    echoCancellation: {
      label: "Supprimer l'écho",
      help: "Empêche les autres de s'entendre par vos haut-parleurs. À garder, sauf avec un matériel qui le fait déjà.",
    },
    autoGainControl: {
      label: 'Régler le volume du micro automatiquement',
      help: 'Renforce une voix faible, retient une voix forte.',
    },
    screenShare: {
      label: "Partage d'écran",
      help: "Permet de montrer un écran ou une fenêtre aux autres participants d'une réunion.",
    },
    contentProtection: {
      label: "Cacher la fenêtre aux captures d'écran",
      help: "Les logiciels de capture et de partage n'en voient rien. Les loupes et la prise en main à distance non plus ; une photo de l'écran reste possible.",
    },
    language: {
      label: 'Langue',
      help: "Langue de l'application et des invitations que vous copiez.",
    },
    startWithSession: {
      label: "Ouvrir Visio-Agents au démarrage de l'ordinateur",
      help: "L'application s'ouvre quand vous ouvrez votre session.",
    },
    updates: {
      label: 'Nouvelles versions',
      help: "L'application peut signaler une nouvelle version ; elle ne télécharge et n'installe jamais rien.",
    },
    hardwareAcceleration: {
      label: 'Accélération matérielle',
      help: "Utilise la carte graphique. Désactivez-la si l'image est noire ou clignote ; le changement prend effet au prochain démarrage.",
    },
    logLevel: {
      label: 'Détail du journal',
      help: "Ce que l'application note pour l'assistance. Elle n'y écrit aucun secret.",
    },
    helpDeskName: {
      label: "Nom de l'assistance",
      help: "Remplace celui qu'annonce le service de réunion. Vide : celui du service.",
    },
    helpDeskEmail: {
      label: "Courriel de l'assistance",
      help: "Remplace celui qu'annonce le service de réunion. Vide : celui du service.",
    },
    helpDeskPhone: {
      label: "Téléphone de l'assistance",
      help: "Remplace celui qu'annonce le service de réunion. Vide : celui du service.",
    },
    helpDeskUrl: {
      label: "Page de l'assistance",
      help: "Remplace celle qu'annonce le service de réunion. Vide : celle du service.",
    },
  },
  options: {
    unknownServers: { ask: "Demander avant d'ouvrir le lien", refuse: 'Refuser le lien' },
    language: { fr: 'Français', en: 'English' },
    updates: { notify: 'Les signaler', off: 'Ne rien signaler' },
    logLevel: {
      error: 'Erreurs',
      warn: 'Erreurs et avertissements',
      info: 'Habituel',
      debug: 'Tout, pour une recherche de panne',
    },
  },
};
