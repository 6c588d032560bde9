import { expect, test } from 'vitest';
import type { Waiting } from '../../../shared/meeting.ts';
import type { Moderation } from '../../../shared/moderation.ts';
import { peopleOf } from '../../testing/moderator.ts';
import { bearer, startTestService } from '../../testing/test-service.ts';
import { catchUp } from './catch-up.ts';
import { decideModeration } from '../moderating/moderation-rules.ts';
import { leaveSeat, recallEverybody } from '../seats/seats.ts';
import type { MeetingState } from '../meeting-state.ts';

/** A meeting with somebody waiting, all listening here, to which things happen that nobody here is told of. */
async function meeting() {
  const service = await startTestService();
  const people = peopleOf(service);
  const opener = await service.open();
  const { id } = opener.meeting;
  const { store, announcements } = service.deps;
  const guest = await service.join(opener.meeting.links.participant);
  await people.moderate(opener, { action: 'set-waiting-room', on: true });
  const paul = (await people.tryToJoin(opener.meeting.links.participant)).json<Waiting>();
  const [waiting] = (await people.waiting(opener)).json<{ identity: string }[]>();
  const heard: Record<string, string[]> = { opener: [], guest: [], paul: [] };
  const listen = (name: string, identity = '') =>
    announcements.listen(id, {
      identity,
      tell: (event) => heard[name]?.push(event.type),
      close: () => heard[name]?.push('hung up'),
    });
  listen('opener', opener.participant.identity);
  listen('guest', guest.participant.identity);
  listen('paul', waiting?.identity);
  const elsewhere = (rule: (state: MeetingState) => MeetingState) =>
    store.update(id, (state) => ({ state: rule(state), answer: undefined }));
  const decided = (wish: Moderation) =>
    elsewhere((state) => decideModeration(state, opener.participant.identity, wish, service.clock.now).state);
  const caughtUp = async () => {
    await catchUp(service.deps);
    return heard;
  };
  return { service, opener, guest, paul, elsewhere, decided, caughtUp };
}

test('whoever was called back, admitted or promoted unheard is told now', async () => {
  const { service, elsewhere, decided, caughtUp } = await meeting();
  await decided({ action: 'admit', target: 'all' });
  expect(await caughtUp()).toEqual({ opener: ['waiting'], guest: [], paul: ['admitted'] });
  await elsewhere((state) => recallEverybody(state, service.clock.now));
  expect(await caughtUp()).toEqual({
    opener: ['waiting', 'waiting', 'rejoin'],
    guest: ['rejoin'],
    paul: ['admitted', 'rejoin'],
  });
});

test('whoever has left unheard is hung up, and whom the meeting has forgotten', async () => {
  const { service, opener, guest, elsewhere, caughtUp } = await meeting();
  const { identity } = guest.participant;
  await elsewhere((state) => leaveSeat(state, identity, service.clock.now));
  await elsewhere(({ people: { [opener.participant.identity]: _forgotten, ...people }, ...state }) => ({
    ...state,
    people,
  }));
  expect(await caughtUp()).toEqual({ opener: ['hung up'], guest: ['hung up'], paul: [] });
});

test('whoever was removed or refused unheard is hung up, to ask and learn it', async () => {
  const { guest, decided, caughtUp } = await meeting();
  await decided({ action: 'remove', target: guest.participant.identity });
  await decided({ action: 'refuse', target: 'all' });
  expect(await caughtUp()).toEqual({ opener: ['waiting'], guest: ['hung up'], paul: ['hung up'] });
});

test('everybody in a meeting that ended unheard is hung up', async () => {
  const { service, opener, caughtUp } = await meeting();
  await service.deps.store.update(opener.meeting.id, () => ({ state: null, answer: undefined }));
  expect(await caughtUp()).toEqual({ opener: ['hung up'], guest: ['hung up'], paul: ['hung up'] });
  expect((await service.post('/api/v1/participation/rejoin', {}, bearer(opener))).statusCode).toBe(404);
});
