import { SipClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLivekit, type StartedLivekit } from '../../scripts/stack/livekit.ts';
import { startRedis, type StartedRedis } from '../../scripts/stack/redis.ts';
import type { Admission } from '../shared/meeting.ts';
import { startServiceProcess, type ServiceProcess } from './testing/service-process.ts';

// Two instances over one Redis, and LiveKit's SIP API over another; no bridge, which cannot be installed from packages.

let livekit: StartedLivekit;
let stores: readonly [StartedRedis, StartedRedis];
let sip: SipClient;
let trunkId: string;
let one: ServiceProcess;
let two: ServiceProcess;
beforeAll(async () => {
  stores = await Promise.all([startRedis(), startRedis()]);
  livekit = await startLivekit({ redisPort: stores[0].port });
  sip = new SipClient(livekit.httpUrl, livekit.apiKey, livekit.apiSecret);
  trunkId = (await sip.createSipInboundTrunk('test', ['+33123456789'])).sipTrunkId;
  const environment = {
    VISIO_REDIS_URL: stores[1].url,
    VISIO_LIVEKIT_API_URL: livekit.httpUrl,
    VISIO_LIVEKIT_PUBLIC_URL: livekit.url,
    VISIO_LIVEKIT_API_KEY: livekit.apiKey,
    VISIO_LIVEKIT_API_SECRET: livekit.apiSecret,
    VISIO_SIP_TRUNK_ID: trunkId,
    VISIO_SIP_NUMBER: '+33 1 23 45 67 89',
  };
  [one, two] = await Promise.all([startServiceProcess(environment), startServiceProcess(environment)]);
}, 300_000);
afterAll(async () => {
  await Promise.all([one.stop('SIGTERM'), two.stop('SIGTERM')]);
  await livekit.stop();
  for (const store of stores) await store.stop();
});

const soon = { timeout: 5000, interval: 50 };
const nowhere = 'va-test-nowhere';
/** « room pin » of each rule that leads to a meeting. */
async function rules(): Promise<readonly string[]> {
  const listed = await sip.listSipDispatchRule({ trunkIds: [trunkId] });
  return listed
    .filter(({ name }) => name !== nowhere)
    .map(({ rule }) => rule?.rule)
    .flatMap((rule) =>
      rule?.case === 'dispatchRuleDirect' ? [`${rule.value.roomName} ${rule.value.pin}`] : [],
    );
}
const end = (meeting: Admission) =>
  two.post('/api/v1/participation/end-meeting', {}, meeting.participationToken);

test('callers are asked for a PIN before any meeting is open, and LiveKit takes a PIN that none can dial', async () => {
  const names = async () => (await sip.listSipDispatchRule({})).map(({ name }) => name);
  await expect.poll(names, soon).toEqual([nowhere]);
});

test('fifty meetings opened at once through two instances have fifty PINs, which lead into fifty rooms', async () => {
  const opened = await Promise.all(Array.from({ length: 50 }, (_, n) => (n % 2 === 0 ? one : two).open()));
  // Those for which a click had no patience come right after.
  await expect.poll(async () => (await rules()).length, soon).toBe(50);
  const pins = (await rules()).map((rule) => rule.split(' ')[1]);
  expect(new Set(pins).size).toBe(50);
  expect(new Set((await rules()).map((rule) => rule.split(' ')[0])).size).toBe(50);
  const told = opened.flatMap(({ meeting }) => (meeting.telephone ? [meeting.telephone.pin] : []));
  expect(pins).toEqual(expect.arrayContaining(told));
  expect(told.length).toBeGreaterThan(40);

  // The numbers of those who call, and what an operator wrote beside the rule, would be everybody's to read.
  const listed = await sip.listSipDispatchRule({ trunkIds: [trunkId] });
  expect(listed.filter(({ hidePhoneNumber, metadata }) => !hidePhoneNumber || metadata !== '')).toEqual([]);

  await Promise.all(opened.map(end));
  await expect.poll(rules, soon).toEqual([]);
});

test('a locked meeting cannot be called, an unlocked one can, under the same PIN', async () => {
  const opened = await one.open();
  const before = await rules();
  expect(before).toEqual([expect.stringContaining(opened.meeting.telephone?.pin ?? 'none')]);
  const lock = (locked: boolean) =>
    two.post('/api/v1/participation/moderate', { action: 'set-locked', locked }, opened.participationToken);
  await lock(true);
  await expect.poll(rules, soon).toEqual([]);
  await lock(false);
  await expect.poll(rules, soon).toEqual(before);
  await end(opened);
  await expect.poll(rules, soon).toEqual([]);
});
