import { beforeEach, describe, expect, test } from 'vitest';
import type { Failure, FailureCode } from '../../../shared/failure.ts';
import type { Call } from '../../../shared/ipc.ts';
import type { RoomAdmission } from '../../../shared/calls/meeting.ts';
import type { Lookup } from '../../../shared/meeting.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Bridge } from '../../bridge.ts';
import { createNavigationStore, type NavigationStoreApi } from '../../ui/navigation/navigation-store.ts';
import { createMeetingStore, type MeetingStoreApi } from './meeting-store.ts';

const noon = Date.parse('2026-02-11T12:00:00.000Z');
const code = (letter: string): string => letter.repeat(29) + 'A';
const link = { origin: 'https://visio.example', code: code('x') };
const otherLink = { origin: 'https://visio.example', code: code('y') };

const admission: RoomAdmission = {
  origin: 'https://visio.example',
  meeting: {
    id: 'm1',
    reference: 'K7Q-2FD',
    title: 'Réunion improvisée',
    welcome: 'Bienvenue.',
    role: 'moderator',
    createdAt: '2026-02-11T12:00:00.000Z',
    expiresAt: '2026-02-11T16:40:00.000Z',
    serverNow: '2026-02-11T12:00:05.000Z',
    maxParticipants: 100,
    links: {
      participant: `https://visio.example/r/${code('x')}`,
      moderator: `https://visio.example/r/${code('z')}`,
    },
    telephone: null,
  },
  participant: { identity: 'a1', displayName: 'Agent', verified: 'agent' },
  livekitUrl: 'wss://media.example',
  livekitToken: 'token',
};
const found: Lookup = {
  meetingId: 'm1',
  role: 'participant',
  title: 'Réunion improvisée',
  expiresAt: admission.meeting.expiresAt,
  serverNow: admission.meeting.serverNow,
  full: false,
  locked: false,
  waitingRoom: false,
};

/** A main process that answers when the test says so. */
function mainProcess() {
  const asked: Call[] = [];
  const waiting: { name: Call; settle: (result: Result<unknown, Failure>) => void }[] = [];
  const call = ((name: Call) => {
    asked.push(name);
    return new Promise<Result<unknown, Failure>>((settle) => waiting.push({ name, settle }));
  }) as Bridge['call'];
  /** Answers the oldest open call of this name, and lets what waited for it go on. */
  async function answer(name: Call, result: Result<unknown, Failure> = ok()): Promise<void> {
    const index = waiting.findIndex((one) => one.name === name);
    if (index < 0) throw new Error(`nobody asked ${name}; asked: ${asked.join(', ')}`);
    waiting.splice(index, 1)[0]?.settle(result);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { call, asked, answer };
}

let main: ReturnType<typeof mainProcess>;
let store: MeetingStoreApi;
let navigation: NavigationStoreApi;
const overlay = () => navigation.getState().overlay;
const phase = () => store.getState().phase;
const refused = (failure: FailureCode) => err<Failure>({ code: failure });

beforeEach(() => {
  main = mainProcess();
  navigation = createNavigationStore();
  store = createMeetingStore({ bridge: main, now: () => noon, navigation });
});

async function enterRoom(): Promise<void> {
  void store.getState().open();
  await main.answer('meeting:open', ok(admission));
}
async function openJoinPage(): Promise<void> {
  void store.getState().receiveLink(link);
  await main.answer('meeting:look-up', ok(found));
}

describe('opening a meeting', () => {
  test('one click leads into the room, with the service clock read', async () => {
    await enterRoom();
    expect(phase()).toEqual({ name: 'in-room', entry: 'opened', admission });
    expect(store.getState().skewMs).toBe(5000);
  });

  test('the service clock is read anew whenever it is told, and the stay goes on', async () => {
    await enterRoom();
    const before = phase();
    store.getState().hearTime(new Date(noon + 3_600_000).toISOString(), admission.meeting.id);
    expect(store.getState().skewMs).toBe(3_600_000);
    expect(phase()).toBe(before);
  });

  test('the time of another meeting, or of a service without one, moves nothing in this one', async () => {
    await enterRoom();
    for (const id of ['of another', null])
      store.getState().hearTime(new Date(noon + 3_600_000).toISOString(), id);
    expect(store.getState().skewMs).toBe(5000);
  });

  test('a double click opens one meeting', () => {
    void store.getState().open();
    void store.getState().open();
    expect(main.asked).toEqual(['meeting:open']);
  });

  test('a meeting that the agent no longer waits for is ended at once', async () => {
    void store.getState().open();
    store.getState().goHome();
    await main.answer('meeting:open', ok(admission));
    expect(phase().name).toBe('home');
    expect(main.asked).toEqual(['meeting:open', 'meeting:abandon']);
  });

  test('a refusal can be tried again, and then works', async () => {
    void store.getState().open();
    await main.answer('meeting:open', refused('service-busy'));
    expect(phase()).toMatchObject({ name: 'failed', failure: { code: 'service-busy' } });
    void store.getState().retry();
    await main.answer('meeting:open', ok(admission));
    expect(phase().name).toBe('in-room');
  });
});

describe('a link', () => {
  test('shows the join page and joins nothing by itself', async () => {
    await openJoinPage();
    expect(phase()).toEqual({ name: 'joining', link, lookup: found, sent: false });
    expect(main.asked).toEqual(['meeting:look-up']);
  });

  test('followed by another before the service answered shows the second', async () => {
    void store.getState().receiveLink(link);
    void store.getState().receiveLink(otherLink);
    await main.answer('meeting:look-up', ok(found));
    expect(phase()).toMatchObject({ link: otherLink, lookup: null });
    await main.answer('meeting:look-up', refused('service-unreachable'));
    expect(phase()).toMatchObject({ name: 'failed', retry: { name: 'link', link: otherLink } });
  });

  test('that is dead stays dead: no second try is offered', async () => {
    void store.getState().receiveLink(link);
    await main.answer('meeting:look-up', refused('meeting-over'));
    expect(phase()).toMatchObject({ name: 'failed', failure: { code: 'meeting-over' }, retry: null });
  });

  test('that arrives while the equipment is being set up is not hidden by it', () => {
    navigation.getState().show({ name: 'devices', trouble: null });
    void store.getState().receiveLink(link);
    expect(overlay()).toBeNull();
  });

  test('that opens nothing gets a page at home', () => {
    store.getState().refuseLink({ code: 'link-invalid' });
    expect(phase()).toMatchObject({ name: 'failed', failure: { code: 'link-invalid' }, retry: null });
  });
});

describe('joining', () => {
  test('« Rejoindre » clicked twice takes one seat', async () => {
    await openJoinPage();
    void store.getState().join('Marie Gérard');
    void store.getState().join('Marie Gérard');
    await main.answer('meeting:join', ok(admission));
    expect(phase()).toMatchObject({ name: 'in-room', entry: 'joined' });
    expect(main.asked.filter((name) => name === 'meeting:join')).toHaveLength(1);
  });

  test('a name that the service refuses leaves the guest on the page, to mend it', async () => {
    await openJoinPage();
    const joining = store.getState().join('Marie');
    await main.answer('meeting:join', refused('bad-request'));
    expect(await joining).toEqual({ code: 'bad-request' });
    expect(phase()).toMatchObject({ name: 'joining', sent: false });
  });

  test('a full meeting is told, and tried again by looking first', async () => {
    await openJoinPage();
    void store.getState().join('Marie');
    await main.answer('meeting:join', refused('meeting-full'));
    expect(phase()).toMatchObject({ name: 'failed', failure: { code: 'meeting-full' } });
    void store.getState().retry();
    expect(phase()).toMatchObject({ name: 'joining', link, lookup: null });
  });

  test('a seat given to somebody who went home meanwhile is given back', async () => {
    await openJoinPage();
    void store.getState().join('Marie');
    store.getState().goHome();
    await main.answer('meeting:join', ok(admission));
    expect(phase().name).toBe('home');
    expect(main.asked.at(-1)).toBe('meeting:leave');
  });
});

describe('in a meeting', () => {
  beforeEach(enterRoom);

  test('a link to another meeting asks first, and « Rester » changes nothing', async () => {
    await store.getState().receiveLink(otherLink);
    expect(overlay()).toEqual({ name: 'other-meeting', link: otherLink });
    navigation.getState().close();
    expect(phase().name).toBe('in-room');
  });

  test('« Quitter et rejoindre l’autre » gives the seat back, then shows the other join page', async () => {
    await store.getState().receiveLink(otherLink);
    void store.getState().leaveForOther(otherLink);
    await main.answer('meeting:leave');
    expect(overlay()).toBeNull();
    expect(phase()).toMatchObject({ name: 'joining', link: otherLink });
  });

  test.each([code('x'), code('z')])('a link to the same meeting (%s) asks nothing', async (own) => {
    await store.getState().receiveLink({ ...link, code: own });
    expect(overlay()).toBeNull();
    expect(phase().name).toBe('in-room');
  });

  test('a link that opens nothing is said over the meeting, which goes on', () => {
    store.getState().refuseLink({ code: 'link-invalid' });
    expect(phase().name).toBe('in-room');
    expect(overlay()).toEqual({ name: 'link-refused', failure: { code: 'link-invalid' } });
  });

  test('the end for everybody is told with its reason and the reference', async () => {
    await store.getState().receiveEvent({ type: 'ended', reason: 'time' });
    expect(phase()).toEqual({ name: 'ended', reason: 'time', reference: 'K7Q-2FD' });
  });

  test('an end that is announced after one has left changes nothing', async () => {
    void store.getState().leave(true);
    await store.getState().receiveEvent({ type: 'ended', reason: 'empty' });
    expect(phase()).toMatchObject({ name: 'left', wasLast: true });
  });

  test('« Revenir » brings back into the room, asking nothing', async () => {
    void store.getState().leave(false);
    void store.getState().comeBack();
    void store.getState().comeBack();
    await main.answer('meeting:rejoin', ok(admission));
    expect(phase()).toMatchObject({ name: 'in-room', entry: 'returned' });
    expect(main.asked.filter((name) => name === 'meeting:rejoin')).toHaveLength(1);
  });

  test('coming back to a meeting that is over offers no second try', async () => {
    void store.getState().leave(false);
    void store.getState().comeBack();
    await main.answer('meeting:rejoin', refused('meeting-over'));
    expect(phase()).toMatchObject({ name: 'failed', retry: null });
  });

  test('a seat got back after the agent went home is given back', async () => {
    void store.getState().leave(false);
    void store.getState().comeBack();
    store.getState().goHome();
    await main.answer('meeting:rejoin', ok(admission));
    expect(phase().name).toBe('home');
    expect(main.asked.at(-1)).toBe('meeting:leave');
  });

  test('a fresh admission keeps how one came in, so that nothing is asked again', async () => {
    void store.getState().rejoin();
    await main.answer('meeting:rejoin', ok({ ...admission, livekitToken: 'fresh' }));
    expect(phase()).toMatchObject({ entry: 'opened', admission: { livekitToken: 'fresh' } });
  });

  test('the event « rejoin » gets a fresh admission', async () => {
    void store.getState().receiveEvent({ type: 'rejoin' });
    await main.answer('meeting:rejoin', ok({ ...admission, livekitToken: 'fresh' }));
    expect(phase()).toMatchObject({ name: 'in-room', admission: { livekitToken: 'fresh' } });
  });

  test('that somebody waits to be admitted takes nobody out of the room', async () => {
    await store.getState().receiveEvent({ type: 'waiting', count: 2 });
    expect(main.asked).not.toContain('meeting:rejoin');
    expect(phase().name).toBe('in-room');
  });

  test.each([
    ['removed', { name: 'ended', reason: 'removed' }],
    ['meeting-over', { name: 'ended', reason: 'unheard' }],
    ['meeting-full', { name: 'failed', retry: { name: 'return' } }],
    ['meeting-locked', { name: 'failed', retry: { name: 'return' } }],
    ['service-unreachable', { name: 'in-room' }],
    ['media-unreachable', { name: 'in-room' }],
  ] as const)('a rejoin refused with %s leaves the agent at %o', async (failure, expected) => {
    void store.getState().rejoin();
    await main.answer('meeting:rejoin', refused(failure));
    expect(phase()).toMatchObject(expected);
  });

  test('whoever was away for so long that they have to wait sees so, and is let in like everybody', async () => {
    void store.getState().rejoin();
    await main.answer('meeting:rejoin', ok({ waiting: true }));
    expect(phase()).toEqual({ name: 'waiting', link: null, role: null });
    void store.getState().receiveEvent({ type: 'admitted' });
    await main.answer('meeting:rejoin', refused('service-unreachable'));
    expect(phase()).toMatchObject({ name: 'failed', retry: { name: 'return' } });
    void store.getState().retry();
    await main.answer('meeting:rejoin', ok(admission));
    expect(phase()).toMatchObject({ name: 'in-room', entry: 'returned' });
  });

  test('somebody who came in from elsewhere may take the meeting back here', async () => {
    store.getState().replacedElsewhere();
    expect(phase()).toMatchObject({ name: 'failed', failure: { code: 'joined-elsewhere' } });
    void store.getState().retry();
    await main.answer('meeting:rejoin', ok(admission));
    expect(phase().name).toBe('in-room');
  });

  test('ending for all that fails is told, and the meeting goes on', async () => {
    const ending = store.getState().endForAll();
    await main.answer('meeting:end', refused('service-unreachable'));
    expect(await ending).toEqual({ code: 'service-unreachable' });
    expect(phase().name).toBe('in-room');
    void store.getState().endForAll();
    await main.answer('meeting:end');
    expect(phase()).toMatchObject({ name: 'ended', reason: 'moderator' });
  });
});

describe('in the waiting room', () => {
  beforeEach(async () => {
    main = mainProcess();
    navigation = createNavigationStore();
    store = createMeetingStore({ bridge: main, now: () => noon, navigation });
    void store.getState().receiveLink(link);
    await main.answer('meeting:look-up', ok({ ...found, waitingRoom: true }));
    void store.getState().join('Marie');
    await main.answer('meeting:join', ok({ waiting: true }));
  });

  test('one waits, for as long as nobody decides', async () => {
    await store.getState().receiveEvent({ type: 'waiting', count: 1 });
    expect(phase()).toEqual({ name: 'waiting', link, role: found.role });
  });

  test('whoever is admitted is in the meeting', async () => {
    void store.getState().receiveEvent({ type: 'admitted' });
    await main.answer('meeting:rejoin', ok(admission));
    expect(phase()).toMatchObject({ name: 'in-room', entry: 'joined' });
  });

  test('whoever is refused reads so, and is offered no second try', async () => {
    await store.getState().receiveEvent({ type: 'refused' });
    expect(phase()).toEqual({ name: 'failed', failure: { code: 'entry-refused' }, retry: null });
  });

  test('a meeting that ends in the meantime is over for those who wait as well', async () => {
    await store.getState().receiveEvent({ type: 'ended', reason: 'moderator' });
    expect(phase()).toMatchObject({ name: 'failed', failure: { code: 'meeting-over' } });
  });

  test('one may stop waiting, and is not fetched in afterwards', async () => {
    void store.getState().stopWaiting();
    await main.answer('meeting:leave');
    await store.getState().receiveEvent({ type: 'admitted' });
    expect(phase().name).toBe('home');
    expect(main.asked).not.toContain('meeting:rejoin');
  });
});
