import { expect, test } from 'vitest';
import { createUpdateQueue } from './update-queue.ts';

test('a moderator’s change goes before all that wait, and after the one that is being made', async () => {
  const enqueue = createUpdateQueue();
  const done: string[] = [];
  const make = (what: string, order?: 'first', meetingId = 'a') =>
    enqueue(meetingId, async () => void done.push(what), order);
  const strangers = Array.from({ length: 100 }, (_, n) => make(`stranger ${n}`));
  await Promise.all([make('lock', 'first'), make('end', 'first'), make('elsewhere', undefined, 'b')]);
  expect(done.slice(0, 4).toSorted()).toEqual(['elsewhere', 'end', 'lock', 'stranger 0']);
  expect(done.indexOf('lock')).toBeLessThan(done.indexOf('end'));
  await Promise.all(strangers);
  expect(done.filter((each) => each.startsWith('stranger'))).toEqual(
    Array.from({ length: 100 }, (_, n) => `stranger ${n}`),
  );
});

test('one change at a time is made of a meeting, and one that fails holds up nobody', async () => {
  const enqueue = createUpdateQueue();
  let running = 0;
  const one = async () => {
    running += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
    return 'done';
  };
  const failing = enqueue('a', async () => {
    await one();
    throw new Error('a rule failed');
  });
  const others = [enqueue('a', one), enqueue('a', one, 'first')];
  await expect(failing).rejects.toThrow('a rule failed');
  expect(await Promise.all(others)).toEqual(['done', 'done']);
  expect(await enqueue('a', one)).toBe('done');
});
