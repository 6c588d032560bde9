import { expect, test } from 'vitest';
import { createAnnouncements, type Announcements } from './announcements.ts';
import { noBus, type Bus } from './event-bus.ts';

/** Two instances that hear each other, with a stream of each of these people on either. */
function twoInstances(...people: readonly string[]) {
  const instances: Announcements[] = [];
  const bus: Bus = {
    ...noBus,
    publish: async (said: string) => {
      for (const each of instances) each.receive(said);
    },
  };
  const heard: Record<string, string[]> = {};
  for (const instance of ['a', 'b']) {
    const announcements = createAnnouncements({ instance, bus });
    instances.push(announcements);
    for (const identity of people) {
      const told: string[] = (heard[`${identity} on ${instance}`] = []);
      announcements.listen('meeting', {
        identity,
        tell: ({ type }) => void told.push(type),
        close: () => void told.push('closed'),
      });
    }
  }
  return { instance: instances[0] as Announcements, heard };
}

test('who has nothing more to hear is hung up on without a word, whichever instance they listen to', () => {
  const { instance, heard } = twoInstances('Paul', 'Anne');
  instance.dismiss('meeting', ['Paul']);
  instance.announce('meeting', { type: 'rejoin' });
  instance.dismiss('elsewhere', ['Anne']);
  instance.dismiss('meeting', []);
  expect(heard).toEqual({
    'Paul on a': ['closed'],
    'Paul on b': ['closed'],
    'Anne on a': ['rejoin'],
    'Anne on b': ['rejoin'],
  });
});
