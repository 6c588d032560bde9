import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMetrics } from '../metrics/metrics.ts';
import { openAudit } from './open-audit.ts';

const day = 86_400_000;
const begun = Date.UTC(2026, 6, 10, 12);

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'visio-audit-'));
  vi.useFakeTimers({ toFake: ['setInterval'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(directory, { recursive: true, force: true });
});

test('what is older than it may be goes in a summer without meetings too', async () => {
  const clock = { now: begun };
  const error = vi.fn<() => void>();
  const metrics = createMetrics();
  const config = {
    audit: { file: path.join(directory, 'audit.jsonl'), days: 2 },
    codeKeys: [Buffer.alloc(32)],
  };
  const opened = openAudit({ config, now: () => clock.now, metrics, log: { error } });
  if (!opened.ok) throw new Error(opened.error);
  opened.value.audit.note('meeting', { event: 'locked', by: 'somebody' });
  expect(await readdir(directory)).toEqual(['audit-2026-07-10.jsonl']);
  clock.now += 3 * day;
  vi.advanceTimersByTime(3_600_000);
  expect(await readdir(directory)).toEqual(['audit-2026-07-13.jsonl']);

  // A folder that is gone is told, and ends nothing.
  opened.value.reopen();
  await rm(directory, { recursive: true, force: true });
  await writeFile(directory, '');
  vi.advanceTimersByTime(3_600_000);
  expect(error).toHaveBeenCalledTimes(1);
});
