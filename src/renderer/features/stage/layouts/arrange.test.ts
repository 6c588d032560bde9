import { expect, test } from 'vitest';
import { arrange, type Placed } from './arrange.ts';

const tile = (identity: string, marks: Partial<Placed> = {}): Placed => ({
  identity,
  isPinned: false,
  isKept: false,
  ...marks,
});
const [me, a, b, c] = ['me', 'a', 'b', 'c'].map((identity) => tile(identity)) as [
  Placed,
  Placed,
  Placed,
  Placed,
];
const share = tile('share of b');
const older = tile('share of c');

const names = (tiles: readonly Placed[]): string => tiles.map(({ identity }) => identity).join(' ');
const where = (input: Partial<Parameters<typeof arrange<Placed>>[0]>) => {
  const { main, kept, others } = arrange({
    layout: 'grid',
    people: [me, a, b, c],
    shares: [],
    spotlight: null,
    ...input,
  });
  return `${names(main)} | ${names(kept)} | ${names(others)}`;
};

test('in the grid nobody is large', () => {
  expect(where({})).toBe(' |  | me a b c');
});

test('the speaker is large, and who is alone sees themselves', () => {
  expect(where({ layout: 'speaker' })).toBe('a |  | me b c');
  expect(where({ layout: 'speaker', people: [me] })).toBe('me |  | ');
});

test('the share in front is large, others wait before the people', () => {
  expect(where({ shares: [share, older] })).toBe('share of b |  | share of c me a b c');
});

test('whom one has pinned is large, beside a share too', () => {
  const pinned = tile('b', { isPinned: true });
  expect(where({ people: [me, a, pinned, c] })).toBe('b |  | me a c');
  expect(where({ people: [me, a, pinned, c], shares: [share] })).toBe('share of b b |  | me a c');
});

test('a share that is pinned stays large behind a newer one', () => {
  expect(where({ shares: [share, tile('share of c', { isPinned: true })] })).toBe(
    'share of b share of c |  | me a b c',
  );
});

test('the spotlight is large for everybody; beside a share it stays on each page', () => {
  const spotlight = tile('b', { isKept: true });
  const people = [me, a, spotlight, c];
  expect(where({ people, spotlight })).toBe('b |  | me a c');
  expect(where({ people, spotlight, shares: [share] })).toBe('share of b | b | me a c');
});

test('an interpreter stays on each page, in the grid too', () => {
  expect(where({ people: [me, a, b, tile('c', { isKept: true })] })).toBe(' | c | me a b');
});
