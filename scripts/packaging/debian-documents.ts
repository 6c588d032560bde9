import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../app/build.ts';

const maintainer = 'The Visio-Agents authors <maintainers@visio-agents.invalid>';

/** The packaging's own changelog: it changes with the app, whose changelog is beside it. */
export const debianChangelog = (version: string, date: Date): string =>
  `visio-agents (${version}-1) stable; urgency=medium

  * Version ${version}: see changelog.gz.

 -- ${maintainer}  ${date.toUTCString().replace('GMT', '+0000')}
`;

/** Debian's file « copyright », machine-readable. */
export async function debianCopyright(): Promise<string> {
  const ours = await readFile(path.join(root, 'LICENSE'), 'utf8');
  const [, holders = ''] = /^Copyright \(c\) (.+)$/m.exec(ours) ?? [];
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Visio-Agents
Upstream-Contact: ${maintainer}
Comment:
 The app stands on Electron, Chromium, Node.js and libraries from npm. Their
 licences are in /opt/Visio-Agents: LICENSE.electron.txt,
 LICENSES.chromium.html, LICENSES-third-party.txt.

Files: *
Copyright: ${holders}
License: Expat

License: Expat
${paragraph(ours.slice(ours.indexOf('Permission')))}`;
}

/** Every line begins with a space, and an empty one holds a dot. */
const paragraph = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => ` ${line || '.'}\n`)
    .join('');
