import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderTiles } from './order-tiles.ts';

const people = ['me', 'a', 'b', 'c', 'd', 'e'].map((identity) => ({ identity }));
const names = (order: readonly { identity: string }[]): string =>
  order.map(({ identity }) => identity).join(' ');
const nobody = new Set<string>();
const never = new Map<string, number>();

test('nobody moves while only people of the first page speak', () => {
  expect(names(orderTiles(people, [], new Set(['b']), new Map([['b', 5]]), 4))).toBe('me a b c d e');
});

test('who speaks on a hidden page comes to the first, in the place of whoever has been silent the longest', () => {
  const spokeAt = new Map([
    ['a', 10],
    ['c', 20],
    ['e', 30],
  ]);
  expect(names(orderTiles(people, [], new Set(['e']), spokeAt, 4))).toBe('me a e c d b');
});

test('having come forward, one stays there after the last word', () => {
  const spokeAt = new Map([['e', 30]]);
  const forward = orderTiles(people, [], new Set(['e']), spokeAt, 4);
  const after = orderTiles(people, names(forward).split(' '), nobody, spokeAt, 4);
  expect(names(after)).toBe(names(forward));
});

test('when everybody on the first page speaks, nobody is pushed away', () => {
  const all = new Set(people.map(({ identity }) => identity));
  expect(names(orderTiles(people, [], all, never, 4))).toBe('me a b c d e');
});

test('newcomers come last, and who left leaves no hole', () => {
  const now = ['me', 'b', 'new', 'c'].map((identity) => ({ identity }));
  expect(names(orderTiles(now, ['me', 'c', 'a', 'b'], nobody, never, 4))).toBe('me c b new');
});

test('whoever speaks and whatever was before, everybody has exactly one tile and we keep the first', () => {
  const identities = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(identities, identities, fc.array(fc.string({ maxLength: 3 })), (now, before, talking) => {
      const list = now.map((identity) => ({ identity }));
      const order = orderTiles(list, before, new Set(talking), never, 25);
      expect(order.map(({ identity }) => identity).toSorted()).toEqual(now.toSorted());
      expect(order[0]).toBe(list[0]);
    }),
  );
});
