/** What is read on the settings page, beside the names of the settings. */
export const settingsPageFr = {
  title: 'Réglages',
  done: "J'ai terminé",
  managed: 'Réglage géré par votre administration',
  environment: "Réglage imposé au lancement de l'application",
  none: 'Aucun',
  yes: 'Activé',
  no: 'Désactivé',
  notSet: 'Non renseigné',
  changeServer: 'Changer de service',
  cancel: 'Annuler',
  nextStart: 'Le changement prendra effet au prochain démarrage.',
  restart: "Redémarrer l'application",
  restartLater: "Vous êtes en réunion : redémarrez l'application ensuite.",
  failed: "Ce réglage n'a pas pu être changé.",
  problems: {
    title: "Certains réglages n'ont pas pu être lus ; les autres s'appliquent.",
    policyFile: (file: string, reason: string) => `Fichier de votre administration : ${file} ${reason}.`,
    policyValue: (name: string) => `Réglage de votre administration incorrect : ${name}`,
    userValue: (name: string) => `Réglage incorrect dans votre fichier : ${name}`,
    userFile: (file: string, reason: string) =>
      `Votre fichier de réglages ${reason}. Il est conservé : ${file}`,
  },
  setAside:
    "Vos réglages n'ont pas pu être lus : ils ont repris leurs valeurs habituelles. L'ancien fichier est conservé.",
  close: 'Fermer',
};
export type SettingsPageWords = typeof settingsPageFr;
