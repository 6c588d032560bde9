import { expect, test, vi } from 'vitest';
import { parseEvent, readEventStream } from './event-stream.ts';

const streamOf = (...parts: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });

test('events are read whole however the network cuts them', async () => {
  const onEvent = vi.fn();
  const onSign = vi.fn();
  await readEventStream(
    streamOf(': ping\n\nevent: ended\nda', 'ta: {"reason":"time"}\n', '\nevent: rejoin\ndata: {}\n\n'),
    onEvent,
    onSign,
  );
  expect(onEvent.mock.calls).toEqual([[{ type: 'ended', reason: 'time' }], [{ type: 'rejoin' }]]);
  expect(onSign).toHaveBeenCalledTimes(3);
});

test('an event that never ends is cut off', async () => {
  await expect(readEventStream(streamOf('x'.repeat(70_000)), vi.fn(), vi.fn())).rejects.toThrow('too long');
});

test.each([
  ': ping',
  'event: unknown\ndata: {}',
  'event: ended\ndata: {"reason":"other"}',
  'event: ended\ndata: {',
  '',
])('the block %j says nothing that we know', (block) => {
  expect(parseEvent(block)).toBeNull();
});
