import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { errorDialogWords } from './error-dialog-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'visio-trouble-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const unmanaged = () => ({ layers: [], problems: [] });

test('a start that fails says so in French, or in the language that its user chose', () => {
  expect(errorDialogWords(folder, unmanaged).close).toBe('Fermer');
  writeFileSync(join(folder, 'settings.json'), '{"language":"en"}');
  expect(errorDialogWords(folder, unmanaged).refused('--inspect')).toBe(
    'Visio-Agents does not start with --inspect: open the application without that switch or variable.',
  );
});

test('that the settings themselves are the trouble leaves nobody without a word', () => {
  const broken = (): never => {
    throw new Error('no registry');
  };
  expect(errorDialogWords(folder, broken).refused('--inspect')).toBe(
    "Visio-Agents ne démarre pas avec --inspect\u00a0: ouvrez l'application sans cette option ni cette variable.",
  );
});
