import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkSandbox } from './linux-sandbox.ts';

let dist: string;
let restriction: string;
beforeEach(async () => {
  dist = await mkdtemp(path.join(tmpdir(), 'visio-agents-sandbox-'));
  restriction = path.join(dist, 'restriction');
  await writeFile(path.join(dist, 'chrome-sandbox'), '');
  await writeFile(restriction, '1\n');
});
afterEach(() => rm(dist, { recursive: true, force: true }));

test('where namespaces are restricted a user reads the command for the helper', async () => {
  await expect(checkSandbox(dist, restriction, 1000)).rejects.toThrow(
    `sudo chmod 4755 '${dist}/chrome-sandbox'`,
  );
});

test('elsewhere, and for root, nothing is asked for', async () => {
  await expect(checkSandbox(dist, restriction, 0)).resolves.toBeUndefined();
  await expect(checkSandbox(dist, path.join(dist, 'absent'), 1000)).resolves.toBeUndefined();
});
