import { expect, test } from 'vitest';
import type { Admission } from '../../shared/meeting.ts';
import { peopleOf } from '../testing/moderator.ts';
import { startTestService } from '../testing/test-service.ts';
import { endMeeting } from './ending/end-meeting.ts';
import { createMemoryStore } from './store/memory-store.ts';
import { emptySnapshot } from './store/snapshot.ts';

/** A meeting, and in what order the changes of its document are asked for: a shared store keeps what is not « first » waiting. */
async function meeting() {
  const orders: string[] = [];
  const service = await startTestService({}, (clock) => {
    const store = createMemoryStore({ start: emptySnapshot, clock });
    return {
      ...store,
      update: (id, rule, order) => {
        orders.push(order ?? 'rest');
        return store.update(id, rule, order);
      },
    };
  });
  const opener = await service.open();
  const asked = async (ask: () => Promise<unknown>): Promise<readonly string[]> => {
    orders.splice(0);
    await ask();
    return [...orders];
  };
  return { service, opener, people: peopleOf(service), asked, links: opener.meeting.links };
}

test('what a moderator decides stands behind no crowd, nor does what it takes from those who were never seen', async () => {
  const { opener, people, asked } = await meeting();
  const orders = await asked(() => people.moderate(opener, { action: 'set-locked', locked: true }));
  expect(orders).toEqual(['first', 'first']);
});

test('a moderator comes in before a crowd does, and nobody of the crowd', async () => {
  const { service, asked, links } = await meeting();
  expect(await asked(() => service.join(links.moderator ?? ''))).toEqual(['first']);
  expect(await asked(() => service.join(links.participant))).toEqual(['rest']);
});

test('the end that a moderator asks for comes before a crowd, the one that nobody asks for after who is on the way in', async () => {
  const { service, opener, asked } = await meeting();
  const only = (): boolean => false;
  const ends = () => endMeeting(service.deps, opener.meeting.id, 'empty', only);
  expect(await asked(ends)).toEqual(['rest']);
  expect(await asked(() => end(opener))).toEqual(['first']);

  function end({ participationToken }: Admission) {
    const headers = { authorization: `Bearer ${participationToken}` };
    return service.post('/api/v1/participation/end-meeting', {}, { headers });
  }
});
