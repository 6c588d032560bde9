import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../app/build.ts';
import { lookAlikeFile, lookAlikeGroups } from './look-alike-groups.ts';

test("the table is what Unicode's says; `npm run look-alikes` makes it anew", async () => {
  const kept = await readFile(path.join(root, 'src/shared/names/look-alike-groups.ts'), 'utf8');
  expect(kept === lookAlikeFile()).toBe(true);
});

test('a character stands in one group, and none that is a small letter or a digit itself', () => {
  const all = Array.from([...lookAlikeGroups().values()].join(''));
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((letter) => /^[a-z2-9]$/.test(letter))).toEqual([]);
  expect(all.length).toBeGreaterThan(700);
});
