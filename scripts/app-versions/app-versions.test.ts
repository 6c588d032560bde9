import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { oldestAppServed, servedApps } from '../../src/service/routes/supported-app-versions.ts';
import { startTestService } from '../../src/service/testing/test-service.ts';
import { root } from '../app/build.ts';
import { recordRequests, replayRequests, type Recorded } from './requests.ts';

const recordOf = (version: string): string =>
  path.join(root, 'src/service/testing/requests-of-apps', `${version}.json`);
const readRecord = async (version: string) =>
  JSON.parse(await readFile(recordOf(version), 'utf8')) as Recorded[];
const readVersion = async (): Promise<string> =>
  (JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;

test("this version's app and the two before are served", async () => {
  expect(servedApps.length).toBeLessThanOrEqual(3);
  expect(servedApps.at(-1)).toBe(await readVersion());
  expect(oldestAppServed).toBe(servedApps[0]);
});

test.each(servedApps)('what the app %s sends is answered with all that it relies on', async (version) => {
  const recorded = await readRecord(version);
  expect(recorded.length).toBeGreaterThan(6);
  const answers = await replayRequests(await startTestService(), recorded);
  expect(answers.map(({ status }) => status)).toEqual(recorded.map(({ status }) => status));
  const missing = recorded.flatMap(({ call, members }, n) =>
    members.filter((member) => !answers[n]?.members.includes(member)).map((member) => `${call}: ${member}`),
  );
  expect(missing).toEqual([]);
});

test('what this app sends is what was recorded of it', async () => {
  const version = await readVersion();
  const recorded = await recordRequests(await startTestService(), version);
  // Once a version is released its record stays; until then `vitest -u` writes it anew.
  const file = recordOf(version);
  const written = await format(JSON.stringify(recorded), { ...(await resolveConfig(file)), filepath: file });
  await expect(written).toMatchFileSnapshot(file);
});
