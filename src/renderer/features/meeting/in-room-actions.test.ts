import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { admission, code, link, otherLink, refused, createFakeMeeting } from './testing/fake-meeting.ts';

let { main, navigation, store, phase, overlay, enterRoom } = createFakeMeeting();
beforeEach(() => {
  ({ main, navigation, store, phase, overlay, enterRoom } = createFakeMeeting());
});

describe('in a meeting', () => {
  beforeEach(() => enterRoom());

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
