import type { Shortcut, ShortcutName } from '../../shortcuts/catalogue.ts';

/** « Raccourcis clavier », and what keys are called in tooltips. */
export const shortcutsFr = {
  title: 'Raccourcis clavier',
  close: 'Fermer',
  /** Of keys that bear no sign, by the names of the catalogue. */
  keys: { Control: 'Ctrl', Space: 'Espace', Escape: 'Échap' } as Readonly<Partial<Record<string, string>>>,
  scopes: {
    meeting: 'Pendant une réunion',
    app: "Dans toute l'application",
  } satisfies Record<Shortcut['scope'], string>,
  does: {
    microphone: 'Activer ou couper le micro',
    camera: 'Activer ou couper la caméra',
    talk: 'Parler tant que la touche est enfoncée, si vous avez déjà activé votre micro dans cette réunion',
    close: 'Fermer le menu, le volet, la page ou la question',
    'zoom-in': "Agrandir l'affichage",
    'zoom-out': "Réduire l'affichage",
    'zoom-reset': "Rétablir la taille normale de l'affichage",
    'full-screen': 'Passer en plein écran ou en sortir',
  } satisfies Record<ShortcutName, string>,
  onMac:
    'Sur un Mac, utilisez la touche Commande à la place de Ctrl\u202f; pour le plein écran, Ctrl+Commande+F.',
};
export type ShortcutsWords = typeof shortcutsFr;
