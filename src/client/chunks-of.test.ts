import { expect, test, vi } from 'vitest';
import { chunksOf } from './chunks-of.ts';

const piece = new Uint8Array([1]);

test('a stream that is left early is cancelled, one that has ended is not', async () => {
  const cancel = vi.fn();
  for await (const _ of chunksOf(new ReadableStream({ pull: (c) => c.enqueue(piece), cancel }))) break;
  expect(cancel).toHaveBeenCalledOnce();
  const read = [];
  const short = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(piece);
      controller.close();
    },
    cancel,
  });
  for await (const chunk of chunksOf(short)) read.push(chunk);
  expect(read).toEqual([piece]);
  expect(cancel).toHaveBeenCalledOnce();
});

test('the error of a stream that fails is the one that is heard', async () => {
  const lost = new Error('lost');
  const failing = chunksOf(new ReadableStream({ pull: (controller) => controller.error(lost) }));
  await expect(failing.next()).rejects.toBe(lost);
});
