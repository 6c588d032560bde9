import { expect, test } from 'vitest';
import { isLockedFor } from './is-locked-for.ts';

test('a locked meeting sends nobody away who has the moderator link: the service lets them in, or has them wait', () => {
  const tried = [
    { locked: true, role: 'participant' },
    { locked: true, role: 'moderator' },
    { locked: false, role: 'participant' },
    { locked: false, role: 'moderator' },
  ] as const;
  expect(tried.map(isLockedFor)).toEqual([true, false, false, false]);
});
