import type { Moderation, Source } from '../../../shared/moderation.ts';
import { ok, unreachable, type Result } from '../../../shared/result.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { lowerHands } from './hands.ts';
import { mayModerate } from './rights.ts';
import { isSeated, personOf, withPerson, type MeetingState } from '../meeting-state.ts';
import { admitWaiting, refuseWaiting, whoWaits } from '../entering/waiting-room.ts';

/** What is to be done outside the store once a moderator has decided; each a list of identities. */
export type Effects = {
  /** Their rights and attributes are to be set. */
  readonly reset?: readonly string[];
  readonly removed?: readonly string[];
  readonly admitted?: readonly string[];
  readonly refused?: readonly string[];
  readonly mute?: readonly string[];
  /** Callers who may speak again: LiveKit's bridge does not ask them. */
  readonly unmute?: readonly string[];
  /** Callers who are not to wait any longer. */
  readonly hungUp?: readonly string[];
  /** What people who were never in the room are to lose; LiveKit knows best who is there. */
  readonly unseen?: 'their-seats' | 'the-role-of-moderator';
  /** All in the room are to learn the lock, the policy and the spotlight. */
  readonly metadata?: true;
};
type Decision = { readonly state: MeetingState; readonly answer: Result<Effects, Refusal> };

const wrongTarget = refuse('bad-request', { field: 'target' });

/**
 * What a moderator's request makes of a meeting. Somebody who was never in this meeting is not a valid target; if
 * there is nothing left to change, nothing changes and the answer is the same as the first time.
 */
export function decideModeration(
  state: MeetingState,
  by: string,
  request: Moderation,
  now: number,
): Decision {
  const moderator = personOf(state, by);
  if (!moderator || !mayModerate(moderator, now)) return { state, answer: refuse('not-allowed') };
  switch (request.action) {
    case 'mute':
      return aim(state, request.target, () => ({ state, answer: ok({ mute: [request.target] }) }));
    case 'mute-all':
      return { state, answer: ok({ mute: seated(state, now).filter((identity) => identity !== by) }) };
    case 'set-publishing':
      return request.target === 'participants'
        ? setPolicy(state, request.source, request.allowed, now)
        : setAllowed(state, request.target, request.source, request.allowed);
    case 'remove':
      return aim(state, request.target, (person) => remove(state, person, now));
    case 'set-locked':
      return {
        state: state.locked === request.locked ? state : { ...state, locked: request.locked },
        answer: ok({ metadata: true, ...(request.locked ? { unseen: 'their-seats' } : {}) }),
      };
    case 'set-waiting-room':
      return {
        state: state.waitingRoom === request.on ? state : { ...state, waitingRoom: request.on },
        answer: ok({}),
      };
    case 'admit':
      return aimAtWaiting(state, request.target, (identities) => {
        const { state: next, admitted, left } = admitWaiting(state, identities, now);
        const full = left.length > 0 && admitted.length === 0;
        const callers = callersAmong(next, admitted);
        const effects: Effects = { admitted, reset: callers, unmute: callers };
        return { state: next, answer: full ? refuse('meeting-full') : ok(effects) };
      });
    case 'refuse':
      return aimAtWaiting(state, request.target, (identities) => {
        const { state: next, refused } = refuseWaiting(state, identities, now);
        return { state: next, answer: ok({ refused, hungUp: callersAmong(next, refused) }) };
      });
    case 'lower-hand': {
      const identities =
        request.target === 'all'
          ? Object.values(state.people).flatMap(({ identity, hand }) => (hand === null ? [] : [identity]))
          : [request.target];
      if (identities.some((identity) => !personOf(state, identity))) return { state, answer: wrongTarget };
      return { state: lowerHands(state, identities), answer: ok({ reset: identities }) };
    }
    case 'promote':
      return aim(state, request.target, (person) => ({
        state:
          person.role === 'moderator'
            ? state
            : withPerson(state, { ...person, role: 'moderator', promoted: true }),
        answer: ok({ reset: [request.target] }),
      }));
    case 'set-interpreter':
      return aim(state, request.target, (person) => ({
        state:
          (person.interpreter ?? false) === request.on
            ? state
            : withPerson(state, { ...person, interpreter: request.on || undefined }),
        answer: ok({ reset: [request.target] }),
      }));
    case 'set-spotlight':
      return setSpotlight(state, request.target, now);
    case 'reopen-moderator-link':
      return {
        state: state.moderatorLinkClosed ? { ...state, moderatorLinkClosed: false } : state,
        answer: ok({}),
      };
    default:
      return unreachable(request);
  }
}

type Found = NonNullable<ReturnType<typeof personOf>>;

function aim(state: MeetingState, target: string, hit: (person: Found) => Decision): Decision {
  const person = personOf(state, target);
  return person ? hit(person) : { state, answer: wrongTarget };
}

function aimAtWaiting(
  state: MeetingState,
  target: string,
  hit: (identities: readonly string[]) => Decision,
): Decision {
  if (target === 'all') return hit(whoWaits(state).map(({ identity }) => identity));
  return aim(state, target, () => hit([target]));
}

function remove(state: MeetingState, person: Found, now: number): Decision {
  const { identity, role } = person;
  if (person.place.kind === 'removed') return { state, answer: ok({ removed: [identity] }) };
  const gone = withPerson(state, { ...person, hand: null, place: { kind: 'removed', at: now } });
  const effects: Effects = {
    removed: [identity],
    ...(gone.spotlight === state.spotlight ? {} : { metadata: true }),
  };
  if (role !== 'moderator') return { state: gone, answer: ok(effects) };
  // Removed moderators still have the link, and may have prepared accomplices.
  return {
    state: { ...gone, moderatorLinkClosed: true },
    answer: ok({ ...effects, unseen: 'the-role-of-moderator' }),
  };
}

/** Not on somebody without a seat: nobody would see whom the room names. */
function setSpotlight(state: MeetingState, target: string | null, now: number): Decision {
  const person = target === null ? null : personOf(state, target);
  if (target !== null && (!person || !isSeated(person, now))) return { state, answer: wrongTarget };
  return {
    state: state.spotlight === target ? state : { ...state, spotlight: target },
    answer: ok({ metadata: true }),
  };
}

const seated = (state: MeetingState, now: number): string[] =>
  Object.values(state.people)
    .filter((person) => isSeated(person, now))
    .map(({ identity }) => identity);

const callersAmong = (state: MeetingState, identities: readonly string[]): string[] =>
  identities.filter((identity) => personOf(state, identity)?.verified === 'phone');

/** Callers keep the right to send their sound (`rightsOf`); whether they are heard is a matter of muting them. */
const ofCallers = (state: MeetingState, identities: readonly string[], allowed: boolean): Effects => ({
  [allowed ? 'unmute' : 'mute']: callersAmong(state, identities),
});

/** For all participants, those who come later too. What was decided before for one of them alone is taken back. */
function setPolicy(state: MeetingState, source: Source, allowed: boolean, now: number): Decision {
  const exceptions = Object.values(state.people).filter((person) => person.allowed[source] !== undefined);
  const unchanged = state.policy[source] === allowed && exceptions.length === 0;
  const people = { ...state.people };
  for (const person of exceptions) {
    const { [source]: _gone, ...kept } = person.allowed;
    people[person.identity] = { ...person, allowed: kept };
  }
  const next = unchanged ? state : { ...state, people, policy: { ...state.policy, [source]: allowed } };
  const all = seated(next, now);
  const callers = source === 'microphone' ? ofCallers(next, all, allowed) : {};
  return { state: next, answer: ok({ reset: all, metadata: true, ...callers }) };
}

function setAllowed(state: MeetingState, target: string, source: Source, allowed: boolean): Decision {
  return aim(state, target, (person) => {
    // Moderators may send everything; nobody can take it from them.
    if (person.role === 'moderator' && !allowed) return { state, answer: refuse('not-allowed') };
    const same = person.allowed[source] === allowed;
    const callers = source === 'microphone' ? ofCallers(state, [target], allowed) : {};
    return {
      state: same
        ? state
        : withPerson(state, { ...person, allowed: { ...person.allowed, [source]: allowed } }),
      answer: ok({ reset: [target], ...callers }),
    };
  });
}
