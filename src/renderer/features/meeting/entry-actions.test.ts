import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import {
  admission,
  found,
  link,
  noon,
  otherLink,
  refused,
  createFakeMeeting,
} from './testing/fake-meeting.ts';

let { main, navigation, store, phase, overlay, enterRoom, openJoinPage } = createFakeMeeting();
beforeEach(() => {
  ({ main, navigation, store, phase, overlay, enterRoom, openJoinPage } = createFakeMeeting());
});

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
