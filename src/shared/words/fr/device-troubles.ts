import type { DeviceKind, Refuser } from '../../devices/system-facts.ts';
import type { FindingName } from '../../devices/diagnose.ts';

/** What is in the way, what to do about it, and what else if that was not enough. */
export type Told = { readonly title: string; readonly advice: string; readonly next: string };
type Trouble = Exclude<FindingName, 'untested' | 'working' | 'held' | 'system-refused'>;
export type DeviceTroubles = Readonly<Record<Trouble, Told>> & {
  /** By whom, where the system names them. */
  readonly held: (holders: readonly string[]) => Told;
  readonly 'system-refused': Readonly<Record<Exclude<Refuser, 'policy'> | 'unnamed', Told>>;
};

const list = (names: readonly string[]): string => new Intl.ListFormat('fr').format(names);
const byPhone = 'En attendant, rejoignez la réunion par téléphone ou en écoute seule.';
const askHelpDesk = 'Envoyez le rapport à votre assistance\u00a0: elle saura quoi autoriser.';

const microphone: DeviceTroubles = {
  'system-refused': {
    computer: {
      title: "Le microphone est désactivé pour tout l'ordinateur.",
      advice: 'Dans les réglages de Windows, activez «\u00a0Accès au microphone\u00a0».',
      next: "Le bouton est grisé\u202f? Il faut des droits d'administrateur\u00a0: demandez à votre assistance.",
    },
    apps: {
      title: 'Windows interdit le microphone à toutes les applications.',
      advice: 'Activez «\u00a0Autoriser les applications à accéder à votre microphone\u00a0».',
      next: "Le bouton est grisé\u202f? C'est votre administration qui décide\u00a0: demandez à votre assistance.",
    },
    'desktop-apps': {
      title: 'Windows interdit le microphone aux applications de bureau.',
      advice:
        'En bas de la page, activez «\u00a0Autoriser les applications de bureau à accéder à votre microphone\u00a0».',
      next: "Le bouton est grisé\u202f? C'est votre administration qui décide\u00a0: demandez à votre assistance.",
    },
    'this-app': {
      title: 'Windows interdit le microphone à Visio-Agents.',
      advice: 'Activez Visio-Agents dans la liste des applications de bureau.',
      next: `Visio-Agents n'y est pas, ou le bouton est grisé\u202f? ${askHelpDesk}`,
    },
    app: {
      title: 'macOS interdit le microphone à Visio-Agents.',
      advice: 'Activez Visio-Agents dans la liste, puis acceptez de rouvrir le logiciel.',
      next: "Visio-Agents n'est pas dans la liste\u202f? Redémarrez l'application, puis essayez de nouveau.",
    },
    sandbox: {
      title: "L'installation de Visio-Agents n'a pas accès au microphone.",
      advice: "Autorisez le microphone dans les réglages de l'application, puis réessayez.",
      next: askHelpDesk,
    },
    group: {
      title: "Votre compte n'a pas accès au microphone de cet ordinateur.",
      advice: 'Demandez à votre assistance de donner ce droit à votre compte.',
      next: byPhone,
    },
    unnamed: {
      title: "L'accès au microphone est refusé.",
      advice: 'Autorisez Visio-Agents dans les réglages du système, puis réessayez.',
      next: askHelpDesk,
    },
  },
  'policy-refused': {
    title: 'Votre administration a désactivé le microphone sur cet ordinateur.',
    advice: "Vous ne pouvez pas l'activer vous-même. Votre assistance peut le demander pour vous.",
    next: byPhone,
  },
  'no-device': {
    title: "Aucun microphone n'a été trouvé.",
    advice: 'Branchez un casque ou un microphone\u00a0: il sera reconnu aussitôt.',
    next: 'Déjà branché\u202f? Essayez une autre prise, ou éteignez et rallumez le casque sans fil.',
  },
  unplugged: {
    title: 'Votre microphone a été débranché.',
    advice: 'Rebranchez-le, ou branchez-en un autre\u00a0: il sera reconnu aussitôt.',
    next: 'Déjà rebranché\u202f? Essayez une autre prise, ou éteignez et rallumez le casque sans fil.',
  },
  held: (holders) => ({
    title:
      holders.length > 0
        ? `Votre microphone est utilisé par un autre logiciel\u00a0: ${list(holders)}.`
        : 'Votre microphone est utilisé par un autre logiciel.',
    advice: 'Fermez ce logiciel, puis réessayez.',
    next: 'Pensez aux logiciels réduits et aux onglets du navigateur. Sinon, choisissez un autre microphone.',
  }),
  muted: {
    title: 'Votre microphone est coupé en dehors de Visio-Agents.',
    advice: 'Réactivez-le\u00a0: bouton du casque, touche du clavier, ou réglages du son.',
    next: 'Si aucun bouton ne le réactive, choisissez un autre microphone.',
  },
  silent: {
    title: 'Votre microphone ne transmet aucun son.',
    advice: "Vérifiez le bouton du casque ou du clavier, puis le volume d'entrée dans les réglages du son.",
    next: 'Choisissez un autre microphone dans la liste\u00a0: celui qui vous entend est indiqué.',
  },
  unknown: {
    title: 'Votre microphone ne répond pas.',
    advice: 'Débranchez-le et rebranchez-le, ou choisissez-en un autre, puis réessayez.',
    next: "Redémarrez l'ordinateur si vous le pouvez.",
  },
};

const camera: DeviceTroubles = {
  'system-refused': {
    computer: {
      title: "La caméra est désactivée pour tout l'ordinateur.",
      advice: 'Dans les réglages de Windows, activez «\u00a0Accès à la caméra\u00a0».',
      next: "Le bouton est grisé\u202f? Il faut des droits d'administrateur\u00a0: demandez à votre assistance.",
    },
    apps: {
      title: 'Windows interdit la caméra à toutes les applications.',
      advice: 'Activez «\u00a0Autoriser les applications à accéder à votre caméra\u00a0».',
      next: "Le bouton est grisé\u202f? C'est votre administration qui décide\u00a0: demandez à votre assistance.",
    },
    'desktop-apps': {
      title: 'Windows interdit la caméra aux applications de bureau.',
      advice:
        'En bas de la page, activez «\u00a0Autoriser les applications de bureau à accéder à votre caméra\u00a0».',
      next: "Le bouton est grisé\u202f? C'est votre administration qui décide\u00a0: demandez à votre assistance.",
    },
    'this-app': {
      title: 'Windows interdit la caméra à Visio-Agents.',
      advice: 'Activez Visio-Agents dans la liste des applications de bureau.',
      next: `Visio-Agents n'y est pas, ou le bouton est grisé\u202f? ${askHelpDesk}`,
    },
    app: {
      title: 'macOS interdit la caméra à Visio-Agents.',
      advice: 'Activez Visio-Agents dans la liste, puis acceptez de rouvrir le logiciel.',
      next: "Visio-Agents n'est pas dans la liste\u202f? Redémarrez l'application, puis essayez de nouveau.",
    },
    sandbox: {
      title: "L'installation de Visio-Agents n'a pas accès à la caméra.",
      advice: "Autorisez la caméra dans les réglages de l'application, puis réessayez.",
      next: askHelpDesk,
    },
    group: {
      title: "Votre compte n'a pas accès à la caméra de cet ordinateur.",
      advice: 'Demandez à votre assistance de donner ce droit à votre compte.',
      next: 'En attendant, rejoignez la réunion sans image.',
    },
    unnamed: {
      title: "L'accès à la caméra est refusé.",
      advice: 'Autorisez Visio-Agents dans les réglages du système, puis réessayez.',
      next: askHelpDesk,
    },
  },
  'policy-refused': {
    title: 'Votre administration a désactivé la caméra sur cet ordinateur.',
    advice: "Vous ne pouvez pas l'activer vous-même. Votre assistance peut le demander pour vous.",
    next: 'En attendant, rejoignez la réunion sans image.',
  },
  'no-device': {
    title: "Aucune caméra n'a été trouvée.",
    advice: 'Branchez une caméra\u00a0: elle sera reconnue aussitôt. Vous pouvez aussi continuer sans image.',
    next: 'Un portable peut avoir un interrupteur ou une touche qui éteint sa caméra.',
  },
  unplugged: {
    title: 'Votre caméra a été débranchée.',
    advice: 'Rebranchez-la\u00a0: elle sera reconnue aussitôt.',
    next: 'Déjà rebranchée\u202f? Essayez une autre prise.',
  },
  held: (holders) => ({
    title:
      holders.length > 0
        ? `Votre caméra est utilisée par un autre logiciel\u00a0: ${list(holders)}.`
        : 'Votre caméra est utilisée par un autre logiciel.',
    advice: 'Fermez ce logiciel, puis réessayez.',
    next: 'Pensez aux logiciels réduits et aux onglets du navigateur. Sinon, choisissez une autre caméra.',
  }),
  muted: {
    title: 'Votre caméra est éteinte en dehors de Visio-Agents.',
    advice:
      "Rallumez-la\u00a0: interrupteur sur le côté, touche du clavier, ou écran de l'ordinateur à ouvrir.",
    next: 'Si rien ne la rallume, choisissez une autre caméra.',
  },
  silent: {
    title: 'Votre caméra ne montre que du noir.',
    advice: 'Retirez le cache de la caméra, ou éclairez la pièce.',
    next: 'Certains portables ferment la caméra avec une touche. Sinon, choisissez une autre caméra.',
  },
  unknown: {
    title: 'Votre caméra ne répond pas.',
    advice: 'Débranchez-la et rebranchez-la, ou choisissez-en une autre, puis réessayez.',
    next: "Redémarrez l'ordinateur si vous le pouvez.",
  },
};

const speakerRefused: Told = {
  title: 'Le son ne peut pas être joué sur cet ordinateur.',
  advice: "Demandez à votre assistance d'autoriser le son pour votre compte.",
  next: 'En attendant, rejoignez la réunion par téléphone.',
};
const speaker: DeviceTroubles = {
  'system-refused': {
    computer: speakerRefused,
    apps: speakerRefused,
    'desktop-apps': speakerRefused,
    'this-app': speakerRefused,
    app: speakerRefused,
    sandbox: speakerRefused,
    group: speakerRefused,
    unnamed: speakerRefused,
  },
  'policy-refused': speakerRefused,
  'no-device': {
    title: "Aucun haut-parleur n'a été trouvé.",
    advice: 'Branchez un casque ou des haut-parleurs\u00a0: ils seront reconnus aussitôt.',
    next: 'Déjà branchés\u202f? Essayez une autre prise, ou rallumez-les.',
  },
  unplugged: {
    title: 'Vos haut-parleurs ont été débranchés.',
    advice: "Rebranchez-les, ou choisissez-en d'autres.",
    next: 'Déjà rebranchés\u202f? Essayez une autre prise.',
  },
  held: (holders) => ({
    title:
      holders.length > 0
        ? `Vos haut-parleurs sont utilisés par un autre logiciel\u00a0: ${list(holders)}.`
        : 'Vos haut-parleurs sont utilisés par un autre logiciel.',
    advice: 'Fermez ce logiciel, puis réessayez.',
    next: "Choisissez d'autres haut-parleurs.",
  }),
  muted: {
    title: 'Le son de cet ordinateur est coupé.',
    advice: 'Réactivez-le\u00a0: touche du clavier, bouton du casque, ou réglages du son.',
    next: "Si rien ne le réactive, choisissez d'autres haut-parleurs.",
  },
  silent: {
    title: "Vous n'entendez pas le son.",
    advice: "Montez le volume, ou choisissez d'autres haut-parleurs dans la liste, puis testez de nouveau.",
    next: "Vérifiez que le casque ou l'écran choisi est bien celui que vous utilisez.",
  },
  unknown: {
    title: "Le son n'a pas pu être joué sur cet appareil.",
    advice: "Choisissez d'autres haut-parleurs, puis testez de nouveau.",
    next: 'Débranchez-les et rebranchez-les.',
  },
};

/** What is said of each trouble with each device. */
export const deviceTroublesFr: Readonly<Record<DeviceKind, DeviceTroubles>> = { microphone, camera, speaker };
