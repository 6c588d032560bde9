import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bringForward, keepPlaces, lingerMs } from './places.ts';

const called = (names: string): readonly { identity: string }[] =>
  names.split(' ').map((identity) => ({ identity }));
const names = (order: readonly { identity: string }[]): string =>
  order.map(({ identity }) => identity).join(' ');
const people = called('me a b c d e');
const never = new Map<string, number>();
const forward = (front: number, speaking: string, spokeAt: ReadonlyMap<string, number> = never, now = 1e6) =>
  names(bringForward(people, front, { speaking: new Set(speaking.split(' ')), spokeAt, now }));

test('nobody moves while only people in front speak', () => {
  expect(forward(4, 'b c')).toBe('me a b c d e');
});

test('who speaks behind changes places with whoever in front has been silent for longest', () => {
  const spokeAt = new Map([
    ['a', 10],
    ['b', 5],
    ['c', 20],
  ]);
  expect(forward(4, 'e', spokeAt)).toBe('me a e c d b');
});

test('of two who have never spoken the one who came later gives way', () => {
  expect(forward(4, 'e')).toBe('me a b e d c');
});

test('whoever spoke a moment ago keeps the place', () => {
  const spokeAt = new Map([['a', 1000]]);
  expect(forward(2, 'e', spokeAt, 1000 + lingerMs - 1)).toBe('me a b c d e');
  expect(forward(2, 'e', spokeAt, 1000 + lingerMs)).toBe('me e b c d a');
});

test('when everybody in front speaks, nobody is pushed away', () => {
  expect(forward(4, 'a b c d e')).toBe('me a b c d e');
});

test('newcomers come last', () => {
  expect(names(keepPlaces(called('me b new a'), ['a', 'b']))).toBe('me a b new');
});

test('the place of whoever leaves goes to the last of all; nobody else moves', () => {
  expect(names(keepPlaces(called('me a c d'), ['a', 'b', 'c', 'd']))).toBe('me a d c');
  expect(names(keepPlaces(called('me a b c'), ['a', 'b', 'c', 'd']))).toBe('me a b c');
});

const identities = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 40 });

test('whoever speaks and whatever was before, everybody has exactly one place and we keep the first', () => {
  fc.assert(
    fc.property(
      identities,
      identities,
      fc.array(fc.string({ maxLength: 3 })),
      fc.nat(30),
      (now, before, talking, front) => {
        const list = now.map((identity) => ({ identity }));
        const speech = { speaking: new Set(talking), spokeAt: never, now: 0 };
        const order = bringForward(keepPlaces(list, before), front, speech);
        expect(order.map(({ identity }) => identity).toSorted()).toEqual(now.toSorted());
        expect(order[0]).toBe(list[0]);
      },
    ),
  );
});

test('one who comes or goes changes one other place at most', () => {
  fc.assert(
    fc.property(identities, fc.nat(), (now, which) => {
      const list = now.map((identity) => ({ identity }));
      const at = list.length === 1 ? 0 : 1 + (which % (list.length - 1));
      const without = list.filter((_, place) => place !== at || place === 0);
      const after = keepPlaces(without, now);
      const moved = after.filter(({ identity }, place) => identity !== now[place]);
      expect(moved.length).toBeLessThanOrEqual(1);
      expect(
        names(
          keepPlaces(
            list,
            after.map(({ identity }) => identity),
          ),
        ).startsWith(names(after)),
      ).toBe(true);
    }),
  );
});
