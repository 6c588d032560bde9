/** What is read of one's own screen share outside of the meeting's window. */
export const screenShareFr = {
  screenName: (number: number, of: number) => (of === 1 ? 'Écran entier' : `Écran ${number}`),
  picker: {
    title: 'Partager votre écran',
    kinds: 'Que voulez-vous partager\u202f?',
    screen: 'Écran entier',
    window: 'Fenêtre',
    screenHint: 'Les autres voient tout ce qui apparaît sur cet écran, notifications comprises.',
    windowHint: 'Les autres ne voient que cette fenêtre.',
    looking: 'Recherche de ce qui peut être partagé…',
    noScreen: "Aucun écran n'a été trouvé.",
    noWindow:
      "Aucune autre fenêtre n'est ouverte. Ouvrez celle que vous voulez montrer\u00a0: elle apparaîtra ici.",
    failed: "Les écrans et les fenêtres n'ont pas pu être lus. Nouvel essai en cours…",
    refused:
      "Le système ne permet pas à Visio-Agents de voir l'écran. Autorisez-le dans les réglages du système, puis redémarrez l'application.",
    openSettings: 'Ouvrir les réglages',
    settingsNotOpened:
      "Les réglages ne se sont pas ouverts. Dans les Réglages Système, ouvrez «\u00a0Confidentialité et sécurité\u00a0», puis «\u00a0Enregistrement de l'écran\u00a0».",
    gone: "Ce que vous aviez choisi n'est plus ouvert.",
    noPreview: 'Aperçu indisponible',
    untitled: 'Fenêtre sans titre',
    share: 'Partager',
    cancel: 'Annuler',
  },
  bar: {
    title: 'Vous partagez votre écran',
    sharing: 'Écran partagé',
    comeBack: 'Écran partagé\u00a0: revenir à la réunion',
    stop: 'Arrêter',
    stopSharing: 'Arrêter le partage',
  },
  notification: {
    title: 'Vous partagez votre écran',
    text: 'Les participants de la réunion le voient.',
    stop: 'Arrêter',
  },
};
export type ScreenShareWords = typeof screenShareFr;
