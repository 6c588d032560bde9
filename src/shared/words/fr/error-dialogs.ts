/** What main says in the system's own dialogs where the window cannot. */
export const errorDialogsFr = {
  close: 'Fermer',
  /** On the command line; `what`: a switch or a variable. */
  refused: (what: string) =>
    `Visio-Agents ne démarre pas avec ${what}\u00a0: ouvrez l'application sans cette option ni cette variable.`,
  uncaught: {
    title: 'Visio-Agents a rencontré une erreur.',
    text: "L'application reste ouverte. Si quelque chose ne répond plus, fermez-la et rouvrez-la. Le rapport pour l'assistance contient la cause de l'erreur.",
  },
  notStarted: {
    title: "Visio-Agents n'a pas pu s'ouvrir.",
    text: "Rouvrez l'application ; si cela se reproduit, prévenez votre assistance.",
  },
  unwritable: {
    title: "Visio-Agents n'a pas pu s'ouvrir.",
    text: (folder: string, reason: string) =>
      `L'application ne peut rien enregistrer dans son dossier :\n${folder}\n\nVérifiez que ce dossier vous appartient et que le disque n'est pas plein, ou transmettez ce message à votre assistance (${reason}).`,
  },
  unreachable: {
    title: 'Visio-Agents est déjà ouvert.',
    text: "La fenêtre déjà ouverte ne répond pas à ce nouveau démarrage. Fermez-la, puis rouvrez l'application ou votre lien.",
  },
};
