import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { languages } from '../../src/shared/settings/settings.ts';
import { root } from '../app/build.ts';
import { writeAdml } from './adml.ts';
import { writeAdmx } from './admx.ts';
import { withSettings } from './documentation.ts';
import { exampleValues } from './example-values.ts';
import { writeJsonSchema } from './json-schema.ts';
import { writeMobileconfig } from './mobileconfig.ts';
import { templateWords } from './template-words.ts';

type PolicyFile = {
  /** Below the project's folder. */
  readonly path: string;
  readonly content: string;
};

const document = 'docs/administration.md';

/** Everything that is made from the table of settings and kept with the sources. */
export const policyFiles = async (): Promise<readonly PolicyFile[]> => [
  { path: 'build/policies/windows/Visio-Agents.admx', content: writeAdmx() },
  ...languages.map((language) => ({
    path: `build/policies/windows/${templateWords[language].culture}/Visio-Agents.adml`,
    content: writeAdml(language),
  })),
  { path: 'build/policies/macos/visio-agents.mobileconfig', content: writeMobileconfig() },
  {
    path: 'build/policies/linux/visio-agents.schema.json',
    content: await formatted('x.json', writeJsonSchema()),
  },
  {
    path: 'build/policies/linux/visio-agents.example.json',
    content: await formatted('x.json', JSON.stringify(exampleValues)),
  },
  {
    path: document,
    content: await formatted(document, withSettings(await readFile(path.join(root, document), 'utf8'))),
  },
];

/** As the check of all files wants it. */
const formatted = async (filepath: string, content: string): Promise<string> =>
  format(content, { ...(await resolveConfig(path.join(root, filepath))), filepath });
