import type { Kind } from '../../src/shared/settings/kinds.ts';
import type { Language, SettingName } from '../../src/shared/settings/settings.ts';

type TemplateWords = {
  /** Of the language's own file. */
  readonly culture: string;
  readonly description: string;
  readonly supportedOn: string;
  /** What « enabled » and « disabled » mean for each kind of setting. */
  readonly forms: Readonly<Record<Kind<unknown>['form'], string>>;
  /** Without a policy. */
  readonly decidedByUser: (value: string) => string;
  readonly decidedByNobody: (value: string) => string;
  readonly nextStart: string;
  readonly quoted: (word: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly notes: Readonly<Partial<Record<SettingName, string>>>;
};

const disabledFr = "Désactivé\u00a0: comme si la stratégie n'était pas configurée.";
const disabledEn = 'Disabled: as if the policy were not configured.';

/** What the policy editors of Windows say beside a setting's own words. */
export const templateWords: Readonly<Record<Language, TemplateWords>> = {
  fr: {
    culture: 'fr-FR',
    description: 'Stratégies de Visio-Agents.',
    supportedOn: 'Visio-Agents 0.1 ou version ultérieure',
    forms: {
      switch: 'Activé\u00a0: oui. Désactivé\u00a0: non.',
      choice: disabledFr,
      text: `Au plus 200 caractères, sur une ligne. ${disabledFr}`,
      address: `Une adresse qui commence par https://. ${disabledFr}`,
      addresses: `Une adresse par ligne, qui commence par https://, sans rien derrière le nom du serveur. ${disabledFr}`,
      hosts: `Un nom de serveur par ligne, sans https://. ${disabledFr}`,
    },
    decidedByUser: (value) => `Non configuré\u00a0: l'utilisateur décide\u202f; au départ\u00a0: ${value}.`,
    decidedByNobody: (value) => `Non configuré\u00a0: ${value}.`,
    nextStart: "Prend effet au prochain démarrage de l'application.",
    quoted: (word) => `«\u00a0${word}\u00a0»`,
    yes: 'oui',
    no: 'non',
    none: 'vide',
    notes: {
      unknownServers:
        "Si une stratégie fixe l'adresse du service de réunion, les liens vers d'autres services sont refusés au départ.",
      allowedServers: "Le service de réunion lui-même n'a pas besoin d'y être.",
    },
  },
  en: {
    culture: 'en-US',
    description: 'Policies of Visio-Agents.',
    supportedOn: 'Visio-Agents 0.1 or later',
    forms: {
      switch: 'Enabled: yes. Disabled: no.',
      choice: disabledEn,
      text: `At most 200 characters, on one line. ${disabledEn}`,
      address: `An address that begins with https://. ${disabledEn}`,
      addresses: `One address a line, beginning with https://, with nothing behind the server's name. ${disabledEn}`,
      hosts: `One host name a line, without https://. ${disabledEn}`,
    },
    decidedByUser: (value) => `Not configured: the user decides; at first: ${value}.`,
    decidedByNobody: (value) => `Not configured: ${value}.`,
    nextStart: 'Takes effect at the next start of the application.',
    quoted: (word) => `“${word}”`,
    yes: 'yes',
    no: 'no',
    none: 'empty',
    notes: {
      unknownServers:
        'If a policy sets the address of the meeting service, links to other services are refused at first.',
      allowedServers: 'The meeting service itself need not be in it.',
    },
  },
};
