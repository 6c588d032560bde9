import type { BundledPackage } from './bundled-packages.ts';
import type { LockFile } from './lock-file.ts';

/** Licences that ask no more than to be passed on with the program. Another one is a decision for people. */
const allowed = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/** The licence of a package, as an SPDX expression; @throws if it is none of those that may be in the app. */
export function licenceOf({ name, folder }: BundledPackage, lock: LockFile): string {
  const licence = lock.packages[folder]?.license ?? 'no licence';
  const parts = licence.replace(/^\((.*)\)$/, '$1').split(' AND ');
  if (parts.every((part) => allowed.has(part))) return licence;
  throw new Error(`${name} is in the app under ${licence}, which nobody has decided to accept.`);
}

type Licences = {
  readonly version: string;
  /** Our own. */
  readonly own: string;
  readonly bundled: readonly BundledPackage[];
  readonly lock: LockFile;
  readonly textsOf: (bundled: BundledPackage) => Promise<readonly string[]>;
};

/** The text that goes with the app: what it is made of besides Electron, under which licences, in their own words. */
export async function writeLicences({ version, own, bundled, lock, textsOf }: Licences): Promise<string> {
  const byText = new Map<string, string[]>();
  for (const each of bundled)
    for (const text of await textsOf(each)) byText.set(text, [...(byText.get(text) ?? []), title(each)]);
  const list = bundled.map((each) => `  ${title(each)}: ${licenceOf(each, lock)}${how(each)}`);
  const texts = [...byText].map(([text, titles]) => [line, ...titles, line, '', text, ''].join('\n'));
  return [
    introduction(version),
    own.trim(),
    '',
    line,
    `Visio-Agents ${version} contient aussi, en tout ou en partie / also contains, in whole or in part:`,
    line,
    '',
    ...list,
    '',
    design,
    ...texts,
  ].join('\n');
}

const line = '-'.repeat(80);
const title = ({ name, version }: BundledPackage): string => `${name} ${version}`;
const how = ({ inside, helper }: BundledPackage): string =>
  inside === null ? (helper ? ' (a few lines that the build adds)' : '') : ` (inside ${inside})`;

const introduction = (version: string): string => `Visio-Agents ${version}

Ce fichier donne les licences de Visio-Agents et des logiciels qu'il contient. Celles d'Electron et de Chromium sont
dans LICENSE.electron.txt et LICENSES.chromium.html.

These are the licences of Visio-Agents and of the software in it. Those of Electron and Chromium are in
LICENSE.electron.txt and LICENSES.chromium.html.

${line}
Visio-Agents
${line}
`;

// What the npm package says of itself leaves out whose work is in it.
const design = `Système de Design de l'État (DSFR), dans / in @codegouvfr/react-dsfr

  Les styles, les icônes, les pictogrammes et la police Marianne viennent du Système de Design de l'État. Ses feuilles de
  style disent : « SPDX-License-Identifier: MIT », « restricted use (see terms and conditions) ». La police Marianne est
  exclue de cette licence : elle est réservée aux services de l'État, comme l'usage de la marque de l'État.
  Certaines de ses icônes sont celles de Remix Icon.

  Styles, icons, pictograms and the typeface Marianne come from the French State's design system. Its style sheets say
  MIT, with restricted use. Marianne is excluded from that licence: like the State's brand it is reserved for the State.
  Some of its icons are Remix Icon's.
`;
