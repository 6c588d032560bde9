import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { admission, found, link, createFakeMeeting } from './testing/fake-meeting.ts';

let { main, store, phase } = createFakeMeeting();
beforeEach(() => {
  ({ main, store, phase } = createFakeMeeting());
});

describe('in the waiting room', () => {
  beforeEach(async () => {
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

  test('whoever hears twice that they are admitted comes in once', async () => {
    void store.getState().receiveEvent({ type: 'admitted' });
    void store.getState().receiveEvent({ type: 'admitted' });
    await main.answer('meeting:rejoin', ok(admission));
    expect(phase()).toMatchObject({ name: 'in-room', entry: 'joined' });
    expect(main.asked.filter((name) => name === 'meeting:rejoin')).toHaveLength(1);
  });

  test('whoever is admitted while the answer « still waiting » is on its way asks again', async () => {
    void store.getState().receiveEvent({ type: 'rejoin' });
    void store.getState().receiveEvent({ type: 'admitted' });
    await main.answer('meeting:rejoin', ok({ waiting: true }));
    await main.answer('meeting:rejoin', ok(admission));
    expect(phase()).toMatchObject({ name: 'in-room', entry: 'joined' });
  });

  test.each(['too-many-requests', 'service-unreachable', 'service-busy', 'service-error'] as const)(
    'whoever only asks, and hears « %s », goes on waiting',
    async (code) => {
      void store.getState().receiveEvent({ type: 'rejoin' });
      await main.answer('meeting:rejoin', err({ code }));
      expect(phase().name).toBe('waiting');
      void store.getState().receiveEvent({ type: 'admitted' });
      await main.answer('meeting:rejoin', ok(admission));
      expect(phase().name).toBe('in-room');
    },
  );

  test('whoever is admitted while such an answer is on its way asks again', async () => {
    void store.getState().receiveEvent({ type: 'rejoin' });
    void store.getState().receiveEvent({ type: 'admitted' });
    await main.answer('meeting:rejoin', err({ code: 'too-many-requests' }));
    await main.answer('meeting:rejoin', ok(admission));
    expect(phase().name).toBe('in-room');
  });

  test('a meeting that is over is told to whoever asks', async () => {
    void store.getState().receiveEvent({ type: 'rejoin' });
    await main.answer('meeting:rejoin', err({ code: 'meeting-over' }));
    expect(phase()).toMatchObject({ name: 'failed', failure: { code: 'meeting-over' } });
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
