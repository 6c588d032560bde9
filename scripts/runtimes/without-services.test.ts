import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withGuard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { withoutServices } from './without-services.ts';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-policy-'));
  file = path.join(directory, 'policy-rc.d');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux')('while something is installed', () => {
  test('no server may be started, and afterwards nothing is left of the rule', async () => {
    const answer = await withoutServices(
      () => withGuard((guard) => run(guard, file, ['nginx', 'start'])),
      file,
    );
    expect(answer.code).toBe(101);
    expect(existsSync(file)).toBe(false);
  });

  test('nothing is left of it either when the installation fails', async () => {
    await expect(withoutServices(() => Promise.reject(new Error('no disk')), file)).rejects.toThrow(
      'no disk',
    );
    expect(existsSync(file)).toBe(false);
  });

  test('a rule that the machine has is neither changed nor removed', async () => {
    await writeFile(file, 'the machine’s own');
    await withoutServices(() => Promise.resolve(), file);
    expect(await readFile(file, 'utf8')).toBe('the machine’s own');
    expect((await stat(file)).mode & 0o111).toBe(0);
  });
});
