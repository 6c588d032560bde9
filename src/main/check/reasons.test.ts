import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { words } from '../../shared/words/words.ts';

const administration = readFileSync(new URL('../../../docs/administration.md', import.meta.url), 'utf8');

test.each(Object.keys(words.fr.check.reasons))('administrators read of the failure %s', (reason) => {
  expect(administration).toContain(`\`${reason}\``);
});
