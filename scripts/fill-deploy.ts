import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { deployDirectory, fillTemplates, readTemplates } from './deploy/fill.ts';
import { newSecrets, readSettingsFile, withValues } from './deploy/settings.ts';
import { writeFiles } from './deploy/write-files.ts';
import { logToStderr as log, reportAndExit, Unprepared } from './log.ts';

// What an operator runs: the files of deploy/, filled with the operator's own values.

const usage = `npm run deploy:fill -- --new-secrets=FILE
npm run deploy:fill -- --settings=FILE --secrets=FILE --out=DIRECTORY`;

try {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { 'new-secrets': text, settings: text, secrets: text, out: text },
  });
  const { settings, secrets, out } = values;
  if (values['new-secrets'] !== undefined) {
    const example = await readFile(path.join(deployDirectory, 'secrets.env'), 'utf8');
    // Never over a file that is there: with its keys all links would die.
    await writeFile(values['new-secrets'], withValues(example, newSecrets()), { mode: 0o600, flag: 'wx' });
    log(`Fresh secrets are in ${values['new-secrets']}.`);
  } else if (settings === undefined || secrets === undefined || out === undefined) {
    throw new Unprepared(usage);
  } else {
    const read = async (file: string) => readSettingsFile(await readFile(file), file);
    const files = fillTemplates(await readTemplates(), {
      settings: await read(settings),
      secrets: await read(secrets),
    });
    await writeFiles(files, out);
    log(`${files.length} files are in ${out}; those with secrets in their name are yours alone to read.`);
  }
} catch (error) {
  reportAndExit(error);
}
