import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Moderation } from '../../shared/moderation.ts';
import { unreachable } from '../../shared/result.ts';
import { decideModeration } from './moderating/moderation-rules.ts';
import { unmakeUnseen } from './entering/entry-rules.ts';
import { enter } from './entering/enter.ts';
import { leaveSeat, notePresence, recallEverybody } from './seats/seats.ts';
import {
  isSeated,
  meetingState,
  personOf,
  takenSeats,
  type KnownPerson,
  type MeetingState,
  type Person,
} from './meeting-state.ts';
import { endWaits, keepWaiting, stopWaiting } from './entering/waiting-room.ts';

const second = 1000;
const max = 3;
const others = ['colleague', 'deputy', 'agent', 'a', 'b'] as const;
const moderators = new Set(['opener', 'colleague', 'deputy']);
const whom = (identity: string): Person => ({
  identity,
  displayName: identity,
  role: moderators.has(identity) ? 'moderator' : 'participant',
  verified: identity === 'agent' ? 'agent' : 'guest',
  ...(identity === 'opener' ? { opener: true } : {}),
});

const empty = meetingState.parse({
  version: 1,
  id: 'm',
  room: 'r',
  roomSid: 'RM_1',
  createdAt: 0,
  expiresAt: 16_800_000,
  maxParticipants: max,
  patience: { empty: 600_000, neverJoined: 1_800_000 },
  opener: null,
  locked: false,
  waitingRoom: false,
  policy: { microphone: true, camera: true, screen: true },
  telephone: null,
  lastPresentAt: null,
  people: {},
});

type Step =
  | { readonly what: 'enter' | 'leave' | 'listen'; readonly who: string }
  | { readonly what: 'look'; readonly present: readonly string[]; readonly ago: number }
  | { readonly what: 'moderate'; readonly by: string; readonly wish: Moderation }
  | { readonly what: 'recall' }
  | { readonly what: 'pass'; readonly seconds: number };

const is = <const T>(value: T) => fc.constant(value);
const other = fc.constantFrom(...others);
const person = fc.constantFrom('opener', ...others);
const moderator = fc.oneof({ weight: 5, arbitrary: is('opener') }, { weight: 1, arbitrary: person });
/** For actions that let nobody in and put nobody out: they are not drawn. */
const movesNobody = { weight: 0, arbitrary: is({ action: 'mute-all' }) } as const;
const wish: fc.Arbitrary<Moderation> = fc.oneof(
  ...Object.values({
    remove: { weight: 1, arbitrary: fc.record({ action: is('remove'), target: other }) },
    promote: { weight: 1, arbitrary: fc.record({ action: is('promote'), target: person }) },
    'set-locked': { weight: 3, arbitrary: fc.record({ action: is('set-locked'), locked: fc.boolean() }) },
    'set-waiting-room': {
      weight: 2,
      arbitrary: fc.record({ action: is('set-waiting-room'), on: fc.boolean() }),
    },
    admit: { weight: 1, arbitrary: is({ action: 'admit', target: 'all' }) },
    refuse: { weight: 1, arbitrary: is({ action: 'refuse', target: 'all' }) },
    'set-interpreter': {
      weight: 1,
      arbitrary: fc.record({ action: is('set-interpreter'), target: person, on: fc.boolean() }),
    },
    'set-spotlight': {
      weight: 2,
      arbitrary: fc.record({
        action: is('set-spotlight'),
        target: fc.constantFrom(null, 'opener', ...others),
      }),
    },
    'reopen-moderator-link': { weight: 1, arbitrary: is({ action: 'reopen-moderator-link' }) },
    mute: movesNobody,
    'mute-all': movesNobody,
    'set-publishing': movesNobody,
    'lower-hand': movesNobody,
  } satisfies Record<Moderation['action'], fc.WeightedArbitrary<Moderation>>),
);
const looked = fc
  .tuple(fc.subarray([...others]), fc.integer({ min: 0, max: 5000 }))
  .map(([present, ago]): Step => ({ what: 'look', present: ['opener', ...present], ago }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: is('enter'), who: person }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('leave', 'listen'), who: other }) },
  { weight: 3, arbitrary: looked },
  { weight: 3, arbitrary: fc.record({ what: is('moderate'), by: moderator, wish }) },
  { weight: 1, arbitrary: is({ what: 'recall' }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: is('pass'), seconds: fc.constantFrom(5, 40, 40, 46, 200) }),
  },
);

function carryOut(state: MeetingState, done: Step, now: number): MeetingState {
  switch (done.what) {
    case 'enter':
      return enter(state, whom(done.who), now).state;
    case 'leave':
      return stopWaiting(leaveSeat(state, done.who, now), done.who, now);
    case 'listen':
      return keepWaiting(state, done.who, now);
    case 'look':
      return endWaits(notePresence(state, { at: now - done.ago, present: done.present }, now).state, now);
    case 'moderate': {
      const { state: next, answer } = decideModeration(state, done.by, done.wish, now);
      const unmade = answer.ok && answer.value.unseen === 'the-role-of-moderator';
      return unmade ? unmakeUnseen(next, done.by).state : next;
    }
    case 'recall':
      return recallEverybody(state, now);
    case 'pass':
      return state;
    default:
      return unreachable(done);
  }
}

type Seen = {
  readonly done: Step;
  readonly before: MeetingState;
  readonly after: MeetingState;
  readonly now: number;
  /** How long (ms) ago somebody was last known to be in the room. */
  readonly goneFor: (identity: string) => number;
};
/** What is wrong after a step. */
type Fault = string | false | undefined;

/** Lives through many meetings, and answers the shortest in which something is wrong after a step. */
function search(newRule: () => (seen: Seen) => Fault) {
  const isFine = (steps: readonly Step[]): boolean => {
    const rule = newRule();
    const lastThere = new Map<string, number>();
    let now = second;
    let before = enter(empty, whom('opener'), now).state;
    return steps.every((done) => {
      if (done.what === 'pass') now += done.seconds * second;
      for (const { identity, place } of Object.values(before.people))
        if (place.kind === 'seated' && place.heldUntil === null) lastThere.set(identity, now);
      const after = carryOut(before, done, now);
      const goneFor = (identity: string) => now - (lastThere.get(identity) ?? -Infinity);
      const fault = rule({ done, before, after, now, goneFor });
      before = after;
      return !fault;
    });
  };
  const steps = fc.array(step, { minLength: 30, maxLength: 70, size: 'max' });
  const { failed, counterexample } = fc.check(fc.property(steps, isFine), { numRuns: 150 });
  return { failed, counterexample };
}
const nothing = { failed: false, counterexample: null };

const has = (state: MeetingState, identity: string, now: number): boolean => {
  const known = personOf(state, identity);
  return known !== undefined && isSeated(known, now);
};
const anybody = (state: MeetingState, isWrong: (person: KnownPerson) => boolean): boolean =>
  Object.values(state.people).some(isWrong);
const fiveMinutes = 300 * second;

test('whatever happens, no more seats are taken than there are', () => {
  const rule = ({ after, now }: Seen): Fault => takenSeats(after, now) > max && 'too many seats';
  expect(search(() => rule)).toEqual(nothing);
});

test('whatever happens, nobody who was removed has a seat or waits again', () => {
  const rule = ({ before, after }: Seen): Fault =>
    anybody(
      before,
      ({ identity, place }) =>
        place.kind === 'removed' && personOf(after, identity)?.place.kind !== 'removed',
    ) && 'back after a removal';
  expect(search(() => rule)).toEqual(nothing);
});

test('whatever happens, nobody passes the lock but moderators, whom one lets in, and who was there less than five minutes ago', () => {
  const rule = ({ done, before, after, now, goneFor }: Seen): Fault => {
    if (!before.locked || (done.what === 'moderate' && done.wish.action === 'admit')) return false;
    return anybody(after, (each) => {
      const { identity, role, place } = each;
      if (!isSeated(each, now) || role === 'moderator') return false;
      const isLetIn = place.kind === 'seated' && place.byModerator === true;
      const isRenewed = done.what === 'enter' && each !== personOf(before, identity) && !isLetIn;
      return (!has(before, identity, now) || isRenewed) && goneFor(identity) >= fiveMinutes;
    })
      ? 'passed the lock'
      : false;
  };
  expect(search(() => rule)).toEqual(nothing);
});

test('whatever happens, a seat that nobody takes up is kept for three times its time, then only while another one is free', () => {
  const isOpen = ({ locked, waitingRoom, moderatorLinkClosed }: MeetingState, who: string): boolean =>
    moderators.has(who)
      ? who === 'opener' || !moderatorLinkClosed
      : !locked && (!waitingRoom || who === 'agent');
  const newRule = () => {
    const since = new Map<string, number>();
    return ({ done, before, after, now, goneFor }: Seen): Fault => {
      if (done.what === 'enter' && takenSeats(before, now) < max && isOpen(before, done.who))
        since.set(done.who, now);
      return anybody(after, (each) => {
        const { identity } = each;
        if (!isSeated(each, now)) return false;
        if (!has(before, identity, now) || each.place.heldUntil === null) since.set(identity, now);
        const start = Math.max(since.get(identity) ?? now, now - goneFor(identity));
        return (each.place.heldUntil ?? 0) - start > 3 * 45 * second;
      })
        ? 'kept for ever'
        : false;
    };
  };
  expect(search(newRule)).toEqual(nothing);
});

test('whatever happens, nobody comes by the closed moderator link as moderator', () => {
  const rule = ({ done, before, after, now, goneFor }: Seen): Fault => {
    if (done.what !== 'enter' || done.who === 'opener' || !before.moderatorLinkClosed) return false;
    const [was, made] = [personOf(before, done.who), personOf(after, done.who)];
    // Made moderator since, or there a moment ago.
    const isKept = was?.role === 'moderator' && (isSeated(was, now) || was.place.kind === 'waiting');
    const isMade = made?.role === 'moderator' && isSeated(made, now);
    return isMade && !isKept && goneFor(done.who) >= fiveMinutes && 'a moderator by a closed link';
  };
  expect(search(() => rule)).toEqual(nothing);
});

test('whatever happens, nobody moderates without a seat', () => {
  const rule = ({ done, before, after, now }: Seen): Fault =>
    done.what === 'moderate' && !has(before, done.by, now) && after !== before && 'moderated from outside';
  expect(search(() => rule)).toEqual(nothing);
});

test('whatever happens, the spotlight is on nobody without a seat, and goes only with the seat or by a moderator', () => {
  const rule = ({ done, before, after }: Seen): Fault => {
    const isKept = (identity: string) => personOf(after, identity)?.place.kind === 'seated';
    if (after.spotlight !== null && !isKept(after.spotlight)) return 'on somebody who has gone';
    const isDecided = done.what === 'moderate' && done.wish.action === 'set-spotlight';
    if (isDecided || after.spotlight === before.spotlight) return false;
    return (after.spotlight !== null || isKept(before.spotlight ?? '')) && 'moved by itself';
  };
  expect(search(() => rule)).toEqual(nothing);
});

test('whatever happens, interpreters are who a moderator says, as long as the meeting knows them', () => {
  const rule = ({ done, before, after }: Seen): Fault => {
    const target =
      done.what === 'moderate' && done.wish.action === 'set-interpreter' ? done.wish.target : null;
    return (
      anybody(after, ({ identity, interpreter = false }) => {
        const was = personOf(before, identity)?.interpreter ?? false;
        return identity !== target && interpreter !== was;
      }) && 'an interpreter without a decision'
    );
  };
  expect(search(() => rule)).toEqual(nothing);
});
