import { setTimeout as delay } from 'node:timers/promises';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { MediaServer } from '../../livekit/media-server.ts';
import type { DispatchRule } from '../../livekit/dispatch-rules.ts';
import type { Log } from '../../operation/log.ts';
import type { RandomBytes } from '../../system/random-bytes.ts';
import { newPin } from './pin.ts';
import { referenceOf } from '../meeting-reference.ts';
import type { MeetingState } from '../meeting-state.ts';
import type { MeetingStore } from '../store/meeting-store.ts';

type Dialled = MeetingState['telephone'];

/** The way into meetings by telephone: one number for all, a PIN for each. */
export type Telephone = {
  readonly number: string;
  readonly trunkId: string;
  /** A PIN that no other meeting has until then; null if the store has none left to give. */
  claimPin(until: number): Promise<string | null>;
  /**
   * Reconciles the meeting's dispatch rule at LiveKit: into its room, none while it is locked. False if LiveKit did
   * not do it; reconcile-dispatch-rules.ts tries again. Never rejects.
   */
  reconcileRule(meetingId: string): Promise<boolean>;
  /** The meeting is over: its PIN opens nothing, and may be another's. Never rejects. */
  release(dialled: Dialled): Promise<void>;
  /**
   * Runs `work` while no other instance changes rules: LiveKit checks a new rule only against those that it has
   * stored.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
};

type Deps = {
  readonly store: MeetingStore;
  readonly media: MediaServer;
  readonly config: { readonly trunkId: string; readonly number: string };
  readonly randomBytes: RandomBytes;
  readonly log: Log;
};

/** Longer than LiveKit may take for what is done in one turn. */
const turnMs = 15_000;
const askAgainMs = 25;
const draws = 5;
/** Other calls may change the meeting at the same time: at most a few times in a row. */
const rounds = 5;

export function createTelephone(deps: Deps): Telephone {
  const { store, media, config, randomBytes, log } = deps;
  const { trunkId } = config;
  const turn = `trunk:${trunkId}`;
  const holder = randomBytes(8).toString('hex');
  let last: Promise<unknown> = Promise.resolve();
  /** Not started yet: it will read the meeting's state then, so that requests for the same meeting can share it. */
  const queued = new Map<string, Promise<boolean>>();

  async function holdTurn<T>(work: () => Promise<T>): Promise<T> {
    while (!(await store.lock(turn, holder, turnMs))) await delay(askAgainMs);
    try {
      return await work();
    } finally {
      await store.unlock(turn, holder);
    }
  }
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(() => holdTurn(work));
    last = mine.catch(() => undefined);
    return mine;
  }

  async function create(room: string, pin: string): Promise<Result<DispatchRule, 'media-unreachable'>> {
    const made = await media.createDispatchRule({ trunkId, name: room, room, pin });
    if (made.ok) return made;
    // If an answer was lost, the rule may exist: LiveKit refuses a second one with the same PIN.
    const listed = await media.listDispatchRules(trunkId);
    if (!listed.ok) return listed;
    const there = listed.value.find((rule) => rule.pin === pin);
    if (!there) return err('media-unreachable');
    if (there.room === room) return ok(there);
    await media.deleteDispatchRule(there.id);
    return media.createDispatchRule({ trunkId, name: room, room, pin });
  }

  /** True if the rule is what it should be, false if LiveKit failed, null if the meeting has changed meanwhile. */
  async function step(meetingId: string): Promise<boolean | null> {
    const state = await store.find(meetingId);
    if (!state?.telephone) return true;
    const { pin, rule } = state.telephone;
    const room = state.locked ? null : state.room;
    if ((rule?.room ?? null) === room) return true;
    if (rule && !(await media.deleteDispatchRule(rule.id)).ok) return false;
    const made = room === null ? ok(null) : await create(room, pin);
    const next = made.ok && made.value && room !== null ? { id: made.value.id, room } : null;
    const noted = await store.update(meetingId, (now) =>
      now.telephone?.rule?.id === rule?.id
        ? { state: { ...now, telephone: { ...now.telephone, pin, rule: next } }, answer: true }
        : { state: now, answer: false },
    );
    // The meeting ended while we asked: the new rule must not stay.
    if (noted === null && next) await media.deleteDispatchRule(next.id);
    return made.ok ? null : false;
  }

  async function agree(meetingId: string): Promise<boolean> {
    for (let round = 0; round < rounds; round += 1) {
      const agrees = await step(meetingId);
      if (agrees !== null) return agrees;
    }
    return false;
  }

  return {
    number: config.number,
    trunkId,
    inTurn,

    async claimPin(until) {
      for (let draw = 0; draw < draws; draw += 1) {
        const pin = newPin(randomBytes);
        if (await store.claimPin(pin, until)) return pin;
      }
      return null;
    },

    reconcileRule(meetingId) {
      const soon = queued.get(meetingId);
      if (soon) return soon;
      const forget = (): void => void (queued.get(meetingId) === mine && queued.delete(meetingId));
      const work = (): Promise<boolean> => {
        forget();
        return agree(meetingId);
      };
      const mine = inTurn(work)
        .catch(() => false)
        .then((done) => {
          forget();
          if (!done)
            log.warn({ reference: referenceOf(meetingId) }, 'telephone: the rule is not what it should be');
          return done;
        });
      queued.set(meetingId, mine);
      return mine;
    },

    async release(dialled) {
      if (!dialled) return;
      try {
        if (dialled.rule) await media.deleteDispatchRule(dialled.rule.id);
        await store.releasePin(dialled.pin);
      } catch {
        // The claim expires by itself, and reconcile-dispatch-rules.ts deletes the rule.
      }
    },
  };
}
