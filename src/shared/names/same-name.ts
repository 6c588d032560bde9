import { shapeOf } from './look-alikes.ts';

/**
 * Whether two names would be taken for one another in a list of people: accents, case, spaces, order of the words,
 * letters of other alphabets that look alike, and what stands after the name in parentheses make no difference.
 */
export function sameName(one: string, other: string): boolean {
  const [words, others] = [wordsOf(withoutOffice(one)), wordsOf(withoutOffice(other))];
  if (words.length === 0) return false;
  return words.join('') === others.join('') || words.toSorted().join(' ') === others.toSorted().join(' ');
}

/**
 * Names of people whom the service has verified. Whoever's name holds all words of one of them could be taken for its
 * owner, whatever stands around: « Mme Marie Gérard », « Marie Gérard - DSI », « Marie-Gérard DSI ». Each name is read once.
 */
export function createVerifiedNames(): { add(name: string): void; standIn(name: string): boolean } {
  const verified = new Map<string, readonly string[]>();
  const read = new Map<string, Reading>();
  return {
    add(name) {
      const words = wordsOf(withoutOffice(name));
      if (words.length > 0) verified.set(words.join(' '), words);
    },
    standIn(name) {
      let reading = read.get(name);
      if (!reading) read.set(name, (reading = readName(name)));
      const { words, runs } = reading;
      return [...verified.values()].some(
        (wanted) =>
          wanted.every((word) => words.has(word)) ||
          runs.has(wanted.join('')) ||
          runs.has(wanted.toReversed().join('')),
      );
    },
  };
}

type Reading = {
  readonly words: ReadonlySet<string>;
  /** Neighbouring words in a row, for names that are written in one word or in pieces. */
  readonly runs: ReadonlySet<string>;
};

/** UTF-16 units; no name that a service of ours lets through has as many, and another may send any number. */
const mostRead = 1000;
/** Letters of a run: more than a name has. */
const longestRun = 200;

function readName(name: string): Reading {
  const words = wordsOf(name.slice(0, mostRead));
  const runs = new Set<string>();
  for (const from of words.keys()) {
    let run = '';
    for (let at = from; at < words.length && run.length < longestRun; at += 1) {
      run += words[at];
      runs.add(run);
    }
  }
  return { words: new Set(words), runs };
}

/** What an agent typed follows the name in parentheses; alone it is the name. */
const withoutOffice = (name: string): string => name.replace(/(?<=\S)\s*\([^()]*\)$/u, '');

const wordsOf = (name: string): string[] =>
  shapeOf(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
