import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sections } from '../../src/shared/settings/sections.ts';
import { settingNames } from '../../src/shared/settings/settings.ts';
import { root } from '../app/build.ts';
import { policyFiles } from './policy-files.ts';

test('the templates and the documentation say what the table says; `npm run policies` makes them anew', async () => {
  const made = await policyFiles();
  const kept = await Promise.all(made.map(async ({ path: file }) => readFile(path.join(root, file), 'utf8')));
  expect(made.filter(({ content }, at) => content !== kept[at]).map(({ path: file }) => file)).toEqual([]);
});

test('every setting stands in one section', () => {
  expect(Object.values(sections).flat().sort()).toEqual([...settingNames].sort());
});
