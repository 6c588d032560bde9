/** What is read inside a meeting. Times come already said (« 4 h 38 », « 13 h 52 »). */
export const roomFr = {
  region: 'Réunion en cours',

  howToJoin: {
    title: 'Comment désirez-vous rejoindre la réunion\u202f?',
    microphone: 'Microphone',
    microphoneHint: 'Vous parlez et vous entendez.',
    listen: 'Écoute seule',
    listenHint: 'Vous entendez seulement.',
    microphoneUsed: (name: string) => `Microphone utilisé\u00a0: ${name}`,
    systemDefault: 'celui du système',
    level: 'Niveau du microphone',
    cameraOn: 'Rejoindre avec la caméra',
    preview: 'Aperçu de votre caméra',
    changeDevices: 'Changer de matériel',
    escape: 'La touche Échap rejoint en écoute seule.',
  },

  connecting: {
    now: 'Connexion à la réunion…',
    slow: "La connexion prend plus de temps que d'habitude. Elle continue\u202f; vous pouvez aussi quitter.",
  },

  controls: {
    label: 'Commandes de la réunion',
    mute: 'Couper le micro',
    unmute: 'Activer le micro',
    cameraOff: 'Couper la caméra',
    cameraOn: 'Activer la caméra',
    microphoneShort: 'Micro',
    cameraShort: 'Caméra',
    shareScreen: "Partager l'écran",
    stopSharing: 'Arrêter le partage',
    screenShort: 'Écran',
    mayNotShare: "Le partage d'écran ne vous est pas permis dans cette réunion.",
    notCaptured: "Le partage n'a pas pu commencer. Choisissez de nouveau ce que vous voulez montrer.",
    people: 'Participants',
    leave: 'Quitter',
    chooseMicrophone: 'Choisir le micro et les haut-parleurs',
    chooseCamera: 'Choisir la caméra',
    microphones: 'Micros',
    cameras: 'Caméras',
    speakers: 'Haut-parleurs',
    noDevice: 'Aucun appareil trouvé.',
    unnamedDevice: 'Appareil sans nom',
    systemDefault: 'Par défaut du système',
    allDevices: "J'active mon matériel",
    withKeys: (action: string, keys: string) => `${action} (${keys})`,
    talkKeys: (toggle: string, talk: string) => `${toggle}, ou ${talk} tant que vous parlez`,
    latched: 'Micro activé. Appuyez de nouveau sur Espace pour le couper.',
    notSent: 'La transmission a échoué. Réessayez dans un instant.',
    deviceNotSwitched: "Cet appareil n'a pas pu être utilisé\u202f; le précédent reste actif.",
  },

  top: {
    details: 'Détails de la session',
    service: 'Réunion sur le service\u00a0:',
    timeLeft: (left: string, minutes: number) => `${left} ${minutes > 1 ? 'restantes' : 'restante'}`,
    timeLeftSaid: (left: string) => `Il reste ${left}.`,
    people: (count: number, most: number) => `${count}/${most}`,
    peopleSaid: (count: number, most: number) => `${count}/${most} participants`,
  },

  banners: {
    connectionLost: 'Connexion perdue, reconnexion en cours…',
    serviceUnreachable:
      "Le service de réunion n'est pas disponible. La réunion continue\u202f; pour l'instant, il se peut que personne ne puisse la rejoindre ni y mettre fin.",
    microphoneLost: "Votre micro n'est plus disponible\u00a0: personne ne vous entend.",
    nobodyHears: 'Votre micro ne transmet aucun son\u00a0: personne ne vous entend.',
    speakingMuted: 'Vous parlez, mais votre micro est coupé.',
    headsetFound: (name: string) => `«\u00a0${name}\u00a0» est branché.`,
    useHeadset: "L'utiliser",
    microphoneAgain: 'Réactiver le micro',
    soundBlocked: 'Le son de la réunion est bloqué.',
    startSound: 'Activer le son',
    timeLeft: (left: string, end: string) =>
      `La réunion se termine dans ${left}, à ${end} au plus tard. Elle ne peut pas être prolongée.`,
    sharing: 'Vous partagez votre écran.',
    stopSharing: 'Arrêter',
    close: 'Masquer ce message',
  },

  lost: {
    microphoneReplaced: "Votre micro n'est plus disponible. Celui du système le remplace.",
    cameraReplaced: "Votre caméra n'est plus disponible. Une autre la remplace.",
    cameraOff: "Votre caméra n'est plus disponible\u00a0: votre image n'est plus transmise.",
    speakersReplaced: 'Vos haut-parleurs ne sont plus disponibles. Ceux du système les remplacent.',
    speakersOff: "Vos haut-parleurs ne sont plus disponibles\u00a0: vous n'entendez plus la réunion.",
  },

  tiles: {
    label: 'Vidéos des participants',
    you: (name: string) => `${name} (vous)`,
    muted: 'micro coupé',
    previousPage: 'Page précédente',
    nextPage: 'Page suivante',
    page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  },

  alone: {
    title: "Il n'y a que vous dans la réunion.",
    hint: 'Invitez des personnes en leur transmettant un lien\u00a0: elles apparaîtront ici.',
    invite: 'Inviter des personnes',
  },

  people: {
    title: 'Participants',
    list: 'Liste des participants',
    moderator: 'Modérateur',
    you: 'vous',
    verified: 'Agent vérifié',
    unverified: 'non vérifié',
    unnamed: 'Sans nom',
    phone: 'Par téléphone',
    speaking: 'parle',
    muted: 'micro coupé',
    live: 'micro activé',
    joined: (name: string) => `${name} a rejoint la réunion.`,
    left: (name: string) => `${name} a quitté la réunion.`,
  },

  details: {
    title: 'Détails de la session',
    timeLeft: (left: string, end: string) => `Il reste ${left} (fin au plus tard à ${end})`,
    reference: (reference: string) => `Référence\u00a0: ${reference}`,
    moderatorLink: 'Lien Modérateur',
    moderatorAllows: "Permet aussi d'inviter comme modérateur et de mettre fin à la réunion pour tous.",
    moderatorCopied:
      "Lien Modérateur copié. Qui l'utilise peut mettre fin à la réunion pour tous\u00a0: ne le donnez qu'à des personnes de confiance.",
    participantLink: 'Lien Participant',
    participantAllows: 'Permet de rejoindre la réunion, de parler et de montrer sa caméra.',
    participantCopied: 'Lien Participant copié.',
    copyLink: 'Copier le lien',
    copyThisLink: (link: string) => `Copier le lien\u00a0: ${link}`,
    copied: 'Copié',
    notCopied: 'La copie a échoué. Réessayez.',
    telephone: 'Connexion par téléphone',
    number: 'Numéro',
    pin: 'Code PIN',
    copyInvitation: "Copier l'invitation",
    invitationCopied: 'Invitation copiée.',
    sendByMail: 'Envoyer par courriel',
    mailFailed: "Votre messagerie ne s'est pas ouverte. Copiez l'invitation et collez-la dans un courriel.",
    whoCanJoin: 'Les liens cessent de fonctionner quand la réunion se termine.',
  },

  panel: {
    close: 'Fermer le panneau',
  },

  leaving: {
    title: 'Quitter la réunion\u202f?',
    lastPerson: 'Vous êtes la dernière personne. Les liens cesseront de fonctionner dans 10 minutes.',
    lastModerator:
      'Vous êtes la dernière personne à modérer la réunion. Elle continue sans vous si vous quittez\u202f; vous pouvez aussi y mettre fin.',
    othersStay: 'La réunion continue pour les autres personnes. Vous pourrez y revenir.',
    leave: 'Quitter la réunion',
    stay: 'Rester',
    endForAll: 'Mettre fin à la réunion pour tous',
    endTitle: 'Mettre fin à la réunion pour tous\u202f?',
    endHint: 'Tout le monde sera déconnecté et les liens cesseront aussitôt de fonctionner.',
    back: 'Revenir',
    ending: 'Fin de la réunion en cours…',
    /** Why stands behind it. */
    notEnded: "La réunion n'est pas terminée.",
  },

  toasts: {
    label: 'Notifications',
  },
};
export type RoomWords = typeof roomFr;
