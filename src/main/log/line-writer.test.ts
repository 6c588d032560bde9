import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { lineWriter } from './line-writer.ts';

test('whole lines are written', () => {
  const stream = new PassThrough();
  lineWriter(stream)('a line');
  expect(String(stream.read())).toBe('a line\n');
});

test('a stream whose reader has ended makes no error, at the first line and later', async () => {
  const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
  const write = lineWriter(broken);
  write('one');
  await new Promise<void>((resolve) => void broken.once('close', resolve));
  write('two');
  // An error event without a listener would fail this test by now.
  await new Promise((resolve) => void setImmediate(resolve));
  expect(broken.destroyed).toBe(true);
});

test('a stream that throws at once, as a file on a full disk does, makes no error', () => {
  const full = Object.assign(new PassThrough(), {
    write: () => {
      throw new Error('ENOSPC');
    },
  });
  expect(() => lineWriter(full)('a line')).not.toThrow();
});

test('where nobody reads, lines are left out before they fill the memory', () => {
  const waiting = new Writable({ write: () => undefined });
  const write = lineWriter(waiting);
  for (let line = 0; line < 3000; line += 1) write('x'.repeat(1000));
  expect(waiting.writableLength).toBeLessThan(1_100_000);
});
