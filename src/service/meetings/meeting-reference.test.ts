import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { referenceOf } from './meeting-reference.ts';

test('a reference can be read out: six letters that no ear or eye confuses, always the same for a meeting', () => {
  for (let round = 0; round < 500; round += 1) {
    const id = randomBytes(9).toString('base64url');
    expect(referenceOf(id)).toMatch(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/);
    expect(referenceOf(id)).toBe(referenceOf(id));
  }
});
