import { expect, test, vi } from 'vitest';
import { readAtMost } from './read-at-most.ts';

test('an answer is read whole, whatever pieces its letters come in', async () => {
  const [first, second] = [new Uint8Array([0x52, 0xc3]), new Uint8Array([0xa9])];
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(first);
      controller.enqueue(second);
      controller.close();
    },
  });
  expect(await readAtMost(new Response(body), 10)).toBe('Ré');
  expect(await readAtMost(new Response(null), 10)).toBe('');
});

test('an answer without end is given up at its limit, and no more of it is fetched', async () => {
  const cancel = vi.fn();
  let given = 0;
  const body = new ReadableStream({
    pull(controller) {
      given += 1000;
      controller.enqueue(new Uint8Array(1000));
    },
    cancel,
  });
  expect(await readAtMost(new Response(body), 65_536)).toBeNull();
  expect(cancel).toHaveBeenCalledOnce();
  expect(given).toBeLessThan(70_000);
});
