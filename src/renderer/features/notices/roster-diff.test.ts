import { expect, test } from 'vitest';
import { diffRoster } from './roster-diff.ts';

const person = (identity: string) => ({ identity, name: `name of ${identity}` });

test('somebody who comes and somebody who goes are told', () => {
  const before = [person('me'), person('a'), person('b')];
  const now = [person('me'), person('b'), person('c')];
  expect(diffRoster(before, now)).toEqual({ joined: [person('c')], left: [person('a')] });
});

test('our own entering is no news, even though LiveKit names us only then', () => {
  expect(diffRoster([person('')], [person('me')])).toEqual({ joined: [], left: [] });
});
