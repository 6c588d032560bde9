import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { orMissing } from './or-missing.ts';

test('a file that is not there is null, and one that cannot be read is not taken for it', async () => {
  expect(await orMissing(readFile(`${import.meta.filename}.absent`))).toBeNull();
  await expect(orMissing(readFile(import.meta.dirname))).rejects.toThrow('EISDIR');
});
