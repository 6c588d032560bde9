import type * as keytar from 'keytar';
import { err, ok, type Result } from '../../shared/result.ts';
import type { NotKept } from '../../shared/sign-in.ts';

/** The functions of keytar's compiled part that we use; not `findCredentials`, which an entry of another program can crash. */
export type KeychainAddon = Pick<typeof keytar, 'getPassword' | 'setPassword' | 'deletePassword'>;

export type Keychain = {
  /** One request after another; one that exceeds its limit is answered as locked. Never rejects. */
  ask<T>(question: (addon: KeychainAddon) => Promise<T>, limitMs: number): Promise<Result<T, NotKept>>;
  /** Settles when a request that was given up is answered after all; null if there is none. */
  late(): Promise<unknown> | null;
  /** The same for the request that is running, given up or not. */
  busy(): Promise<unknown> | null;
};

/**
 * The only keychain of the app. A locked one may wait for its user for hours, and each waiting request holds one of the four
 * threads that all file and DNS operations share: so there is one request at a time, and while one is late all others are
 * refused.
 */
export function createKeychain(load: () => KeychainAddon): Keychain {
  let addon: KeychainAddon | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let busy: Promise<unknown> | null = null;
  let isLate = false;

  async function askNow<T>(
    question: (addon: KeychainAddon) => Promise<T>,
    limitMs: number,
  ): Promise<Result<T, NotKept>> {
    if (busy) return err('keychain-locked');
    try {
      // Tried at each request until it loads: after installing the missing library nobody needs to restart the app.
      addon ??= load();
    } catch {
      return err('keychain-missing');
    }
    const answer = settled(question, addon);
    const done = answer.finally(() => {
      busy = null;
      isLate = false;
    });
    busy = done;
    const limit = timeLimit(limitMs);
    const first = await Promise.race([done, limit.over]);
    limit.stop();
    if (first !== null) return first;
    isLate = true;
    return err('keychain-locked');
  }

  return {
    ask(question, limitMs) {
      const answer = last.then(() => askNow(question, limitMs));
      last = answer;
      return answer;
    },
    late: () => (isLate ? busy : null),
    busy: () => busy,
  };
}

async function settled<T>(
  question: (addon: KeychainAddon) => Promise<T>,
  addon: KeychainAddon,
): Promise<Result<T, NotKept>> {
  try {
    return ok(await question(addon));
  } catch (error) {
    return err(troubleOf(error));
  }
}

function timeLimit(ms: number): { readonly over: Promise<null>; readonly stop: () => void } {
  const { promise: over, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), ms);
  return { over, stop: () => clearTimeout(timer) };
}

/**
 * keytar gives only the system's message, in the user's language: these parts are the same in English and French. They mean
 * that the Secret Service cannot be reached or started.
 */
function troubleOf(error: unknown): NotKept {
  const sentence = error instanceof Error ? error.message : '';
  if (/locked|verrouill|interaction/i.test(sentence)) return 'keychain-locked';
  return /org\.freedesktop\.secrets|dbus|d-bus|transport|connect|add?ress/i.test(sentence)
    ? 'keychain-missing'
    : 'keychain-refused';
}
