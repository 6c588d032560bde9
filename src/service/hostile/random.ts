/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export type Random = {
  /** From 0 up to, and without, `below`. */
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** Any characters, of the planes and kinds that programs stumble over. */
  text(most: number): string;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int: Random['int'] = (below) => Math.floor(next() * below);
  const pick: Random['pick'] = (list) => {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[int(list.length)] as (typeof list)[number];
  };
  return {
    int,
    pick,
    text: (most) =>
      Array.from({ length: 1 + int(most) }, () => {
        const [from, to] = pick(alphabets);
        return String.fromCodePoint(from + int(to - from));
      }).join(''),
  };
}

/** Letters, controls, Latin, bidi and zero-width, private use, emoji, signs of programs. */
const alphabets = [
  [0x61, 0x7b],
  [0x00, 0x20],
  [0xc0, 0x250],
  [0x200b, 0x2070],
  [0xe000, 0xe100],
  [0x1f600, 0x1f650],
  [0x21, 0x40],
] as const;
