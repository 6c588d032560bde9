import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storeKinds } from '../../testing/stores.ts';
import { leaveSeat, takeSeat } from '../seats/seats.ts';
import { takenSeats, type MeetingState, type Person } from '../meeting-state.ts';
import {
  leaseMs,
  lingerMs,
  reconciliationsPerSecond,
  tombstoneMs,
  type MeetingStore,
} from './meeting-store.ts';

const minute = 60_000;
const opener: Person = { identity: 'opener', displayName: 'Agent', role: 'moderator', verified: 'guest' };
const guest = (n: number): Person => ({
  identity: `guest-${n}`,
  displayName: `Invité ${n}`,
  role: 'participant',
  verified: 'guest',
});

describe.each(storeKinds())('the store in $name', (kind) => {
  // The real time, because Redis forgets by its own clock what has expired.
  const clock = { now: Date.now() };
  let store: MeetingStore;
  /** Another instance's. */
  let other: MeetingStore;
  beforeAll(() => kind.start());
  afterAll(() => kind.stop());
  beforeEach(async () => {
    clock.now = Date.now();
    ({
      stores: [store, other],
    } = await kind.open(() => clock.now));
  });

  function newMeeting(id: string, change: Partial<MeetingState> = {}): MeetingState {
    const empty: MeetingState = {
      version: 1,
      id,
      room: `va-test-${id}`,
      roomSid: null,
      createdAt: clock.now,
      expiresAt: clock.now + 280 * minute,
      maxParticipants: 100,
      patience: { empty: 10 * minute, neverJoined: 30 * minute },
      opener: null,
      locked: false,
      waitingRoom: false,
      moderatorLinkClosed: false,
      policy: { microphone: true, camera: true, screen: true },
      spotlight: null,
      telephone: null,
      lastPresentAt: null,
      people: {},
      doubled: [],
      intrudersSeenAt: null,
      intrudersLeftAt: null,
      ...change,
    };
    return takeSeat(empty, opener, clock.now).state;
  }
  const create = (
    state: MeetingState,
    more: { maxMeetings?: number; maxOfOpener?: number; key?: string; fingerprint?: string } = {},
  ) =>
    store.create({
      state,
      openerIdentity: opener.identity,
      maxMeetings: more.maxMeetings ?? 1000,
      maxOfOpener: more.maxOfOpener ?? null,
      replay:
        more.key === undefined
          ? null
          : { key: more.key, fingerprint: more.fingerprint ?? 'body', until: clock.now + 10 * minute },
    });
  const end = (id: string) => other.update(id, (state) => ({ state: null, answer: state.id }));

  test('a meeting is what it was created as, for every instance', async () => {
    const state = newMeeting('a');
    expect(await create(state)).toEqual({ kind: 'created' });
    expect(await store.find('a')).toEqual(state);
    expect(await other.find('a')).toEqual(state);
    expect(await other.find('b')).toBeNull();
    expect(await other.meetingIn(state.room)).toBe('a');
    expect(await other.meetingIn('va-test-b')).toBeNull();
  });

  test('what another release knows of a meeting is still there after a change by this one', async () => {
    const addedLater = { deep: [1] };
    const state = newMeeting('a');
    const next = { ...state, policy: { ...state.policy, addedLater }, addedLater };
    await create(next);
    await store.update('a', (before) => takeSeat(before, guest(1), clock.now));
    expect(await other.find('a')).toMatchObject({ addedLater, policy: { addedLater } });
  });

  test('of a hundred who take the last seats through two instances exactly as many sit as there are seats', async () => {
    await create(newMeeting('a', { maxParticipants: 11 }));
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        (n % 2 === 0 ? store : other).update('a', (state) => takeSeat(state, guest(n), clock.now)),
      ),
    );
    expect(answers.filter((answer) => answer === 'seated')).toHaveLength(10);
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(90);
    const after = await other.find('a');
    expect(after && takenSeats(after, clock.now)).toBe(11);
  });

  test('of many who draw the same PIN one has it, until they give it back or its time has passed', async () => {
    const claim = () =>
      Promise.all([store, other, store, other].map((one) => one.claimPin('1234567890', clock.now + 200)));
    expect((await claim()).filter(Boolean)).toHaveLength(1);
    expect(await other.claimPin('0987654321', clock.now + minute)).toBe(true);
    await store.releasePin('1234567890');
    expect((await claim()).filter(Boolean)).toHaveLength(1);
    clock.now += 300;
    await expect.poll(async () => (await claim()).filter(Boolean).length, { interval: 60 }).toBe(1);
  });

  test('a lock is one holder’s, until they give it back or were too slow, and then it is not theirs to give back', async () => {
    expect(await store.lock('trunk', 'one', minute)).toBe(true);
    expect(await other.lock('trunk', 'two', 100)).toBe(false);
    expect(await other.lock('other', 'two', 100)).toBe(true);
    await other.unlock('trunk', 'two');
    expect(await other.lock('trunk', 'two', 100)).toBe(false);
    await store.unlock('trunk', 'one');
    expect(await other.lock('trunk', 'two', 100)).toBe(true);
    clock.now += 150;
    await expect.poll(() => store.lock('trunk', 'one', minute), { interval: 30 }).toBe(true);
    await other.unlock('trunk', 'two');
    expect(await other.lock('trunk', 'two', 100)).toBe(false);
  });

  test('which rooms callers should be led to is known of each', async () => {
    const telephone = { pin: '1234567890', rule: null };
    const dials = async () => [...(await other.expectedRooms()).values()].map((room) => room.dials);
    await create(newMeeting('a'));
    expect(await dials()).toEqual([false]);
    await store.update('a', (state) => ({ state: { ...state, telephone }, answer: null }));
    expect(await dials()).toEqual([true]);
    await store.update('a', (state) => ({ state: { ...state, locked: true }, answer: null }));
    expect(await dials()).toEqual([false]);
  });

  test('a rule that changes nothing writes nothing, and one for a meeting that is not there is not asked', async () => {
    await create(newMeeting('a'));
    expect(await store.update('a', (state) => ({ state, answer: 'seen' }))).toBe('seen');
    let asked = false;
    expect(
      await store.update('b', (state) => {
        asked = true;
        return { state, answer: 1 };
      }),
    ).toBeNull();
    expect(asked).toBe(false);
  });

  test('a rule that fails changes nothing and holds up nobody', async () => {
    const state = newMeeting('a');
    await create(state);
    const failing = store.update('a', () => {
      throw new Error('a rule failed');
    });
    await expect(failing).rejects.toThrow('a rule failed');
    expect(await store.update('a', (found) => ({ state: found, answer: found }))).toEqual(state);
  });

  test('a meeting ends once, for one of all who end it, and nothing brings it back', async () => {
    await create(newMeeting('a'));
    const ends = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 === 0 ? store : other).update('a', (state) => ({ state: null, answer: state.id })),
      ),
    );
    expect(ends.filter((answer) => answer === 'a')).toHaveLength(1);
    expect(await store.find('a')).toBeNull();
    expect(await store.update('a', (state) => takeSeat(state, guest(1), clock.now))).toBeNull();
    expect(await store.meetingIn('va-test-a')).toBeNull();
    expect(await store.expectedRooms()).toEqual(new Map());
    expect(await other.roomsToDelete()).toEqual(['va-test-a']);
    await other.confirmDeleted('va-test-a');
    expect(await store.roomsToDelete()).toEqual(['va-test-a']);
    // Whoever was in the room has a token for it that is good for eleven minutes.
    expect(tombstoneMs).toBeGreaterThanOrEqual(11 * minute);
    clock.now += tombstoneMs - 1000;
    await other.confirmDeleted('va-test-a');
    expect(await store.roomsToDelete()).toEqual(['va-test-a']);
    clock.now += 1000;
    expect(await store.roomsToDelete()).toEqual([]);
  });

  test('the same key answers the same meeting, another body under it is a conflict', async () => {
    await create(newMeeting('a'), { key: 'k' });
    expect(await create(newMeeting('b'), { key: 'k' })).toEqual({
      kind: 'replayed',
      meetingId: 'a',
      identity: 'opener',
    });
    expect(await create(newMeeting('b'), { key: 'k', fingerprint: 'other' })).toEqual({ kind: 'conflict' });
    expect(await create(newMeeting('b'), { key: 'l' })).toEqual({ kind: 'created' });
  });

  test('a creation that was withdrawn may be tried again under its key', async () => {
    await create(newMeeting('a'), { key: 'k' });
    await store.withdraw('a', 'k');
    expect(await store.find('a')).toBeNull();
    expect(await create(newMeeting('b'), { key: 'k' })).toEqual({ kind: 'created' });
  });

  test('more than the most meetings are not opened, and an end makes room', async () => {
    await create(newMeeting('a'), { maxMeetings: 1 });
    expect(await create(newMeeting('b'), { maxMeetings: 1 })).toEqual({ kind: 'busy' });
    await end('a');
    expect(await create(newMeeting('b'), { maxMeetings: 1 })).toEqual({ kind: 'created' });
  });

  test('of the most meetings one agent may open so many, and an end makes room', async () => {
    const ofMarie = (id: string) => create(newMeeting(id, { opener: 'marie' }), { maxOfOpener: 2, key: id });
    await ofMarie('a');
    await ofMarie('b');
    expect(await ofMarie('c')).toEqual({ kind: 'too-many' });
    expect(await ofMarie('b')).toMatchObject({ kind: 'replayed' });
    expect(await create(newMeeting('d', { opener: 'paul' }), { maxOfOpener: 2 })).toEqual({
      kind: 'created',
    });
    await end('a');
    expect(await ofMarie('c')).toEqual({ kind: 'created' });
  });

  test('meetings whose end nobody was there to see do not count against their agent for good', async () => {
    const ofMarie = (id: string, change: Partial<MeetingState> = {}) =>
      create(newMeeting(id, { opener: 'marie', ...change }), { maxOfOpener: 2 });
    await ofMarie('a');
    const long = { createdAt: clock.now - 600 * minute, expiresAt: clock.now - 320 * minute };
    await ofMarie('b', long);
    expect(await ofMarie('c')).toEqual({ kind: 'created' });
    expect(await ofMarie('d')).toEqual({ kind: 'too-many' });
  });

  test('an agent is shown their own open meetings, the oldest first', async () => {
    await create(newMeeting('a', { opener: 'marie' }));
    clock.now += 1;
    await create(newMeeting('b', { opener: 'marie' }));
    await create(newMeeting('c', { opener: 'paul' }));
    await create(newMeeting('d', { opener: 'marie' }));
    await end('d');
    expect((await other.openedBy('marie')).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('a meeting is due when its next look is, and lent to one instance at a time', async () => {
    await create(newMeeting('a'));
    expect(await store.claimDue(10)).toEqual([]);
    // Before an unused seat is given away somebody looks.
    clock.now += 40_000;
    const claims = await store.claimDue(10);
    expect(claims).toEqual([{ meetingId: 'a', lease: clock.now + leaseMs }]);
    expect(await other.claimDue(10)).toEqual([]);
    clock.now += leaseMs;
    expect(await other.claimDue(10)).toHaveLength(1);
  });

  test('a meeting whose look is done is due again when that said, or sooner if it was brought forward', async () => {
    await create(newMeeting('a'));
    clock.now += 40_000;
    const look = async () => (await store.claimDue(1))[0];
    const first = await look();
    if (first) await store.reschedule(first, clock.now + 5000);
    expect(await look()).toBeUndefined();
    clock.now += 5000;
    const second = await look();
    // Something happens while it is looked after: what is decided now may be about what was before.
    await other.bringForward('a');
    if (second) await store.reschedule(second, clock.now + 5000);
    expect(await look()).toMatchObject({ meetingId: 'a' });
  });

  test('a change brings the next look forward and never puts it off', async () => {
    await create(newMeeting('a', { patience: { empty: minute, neverJoined: minute } }));
    await store.update('a', (state) => ({ state: leaveSeat(state, 'opener', clock.now), answer: null }));
    clock.now += minute;
    expect(await other.claimDue(1)).toHaveLength(1);
    await other.bringForward('nobody');
    expect(await other.claimDue(1)).toEqual([]);
  });

  test('all instances together look no more often than they may', async () => {
    clock.now = Math.ceil(clock.now / 1000) * 1000;
    for (let n = 0; n < reconciliationsPerSecond + 50; n += 1) await create(newMeeting(`m${n}`));
    clock.now += 40_000;
    const claimed = (await store.claimDue(300)).length + (await other.claimDue(300)).length;
    expect(claimed).toBe(reconciliationsPerSecond);
    clock.now += 1000;
    expect(await store.claimDue(300)).toHaveLength(50);
  });

  test('a moved meeting has its new room, and the old one is doomed', async () => {
    await create(newMeeting('a'));
    await store.update('a', (state) => ({
      state: { ...state, room: 'va-test-new', roomSid: 'RM_2' },
      answer: null,
    }));
    expect(await other.expectedRooms()).toEqual(
      new Map([['va-test-new', { meetingId: 'a', sid: 'RM_2', present: 0, rules: 7, dials: false }]]),
    );
    expect(await other.roomsToDelete()).toEqual(['va-test-a']);
    expect(await other.meetingIn('va-test-new')).toBe('a');
    expect(await other.meetingIn('va-test-a')).toBeNull();
    clock.now += 280 * minute + lingerMs;
    expect(await other.roomsToDelete()).toEqual([]);
  });

  test('work that one does need not be done by all', async () => {
    expect(await store.takeTurn('sweep', 30_000)).toBe(true);
    expect(await other.takeTurn('sweep', 30_000)).toBe(false);
    expect(await other.takeTurn('count', 30_000)).toBe(true);
  });

  test('how late the looks are is known', async () => {
    expect(await store.backlog()).toEqual({ meetings: 0, overdueMs: 0 });
    await create(newMeeting('a'));
    expect(await other.backlog()).toEqual({ meetings: 1, overdueMs: 0 });
    await store.bringForward('a');
    clock.now += 3000;
    expect(await other.backlog()).toEqual({ meetings: 1, overdueMs: 3000 });
    await store.claimDue(1);
    expect(await other.backlog()).toEqual({ meetings: 1, overdueMs: 0 });
  });
});
