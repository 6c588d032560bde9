import {
  AccessToken,
  RoomServiceClient,
  SipClient,
  TrackType,
  type ParticipantInfo,
} from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterWithMedia } from '../../scripts/probe/media-person.ts';
import { freeTcpPort } from '../../scripts/stack/free-port.ts';
import { startLivekit, type StartedLivekit } from '../../scripts/stack/livekit.ts';
import { startRedis, type StartedRedis } from '../../scripts/stack/redis.ts';
import type { Admission } from '../shared/meeting.ts';
import { startServiceProcess, type ServiceProcess } from './testing/service-process.ts';

// Two instances over one Redis, and LiveKit's SIP API over another; no bridge, which cannot be installed from packages.

let livekit: StartedLivekit;
let stores: readonly [StartedRedis, StartedRedis];
let sip: SipClient;
let rooms: RoomServiceClient;
let trunkId: string;
let one: ServiceProcess;
let two: ServiceProcess;
beforeAll(async () => {
  stores = await Promise.all([startRedis(), startRedis()]);
  const url = `http://127.0.0.1:${await freeTcpPort()}`;
  livekit = await startLivekit({ redisPort: stores[0].port, webhookUrl: `${url}/livekit/webhook` });
  rooms = new RoomServiceClient(livekit.httpUrl, livekit.apiKey, livekit.apiSecret);
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
  [one, two] = await Promise.all([startServiceProcess(environment), startServiceProcess(environment, url)]);
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

const roomOf = ({ livekitToken }: Admission): string => {
  const claims = Buffer.from(livekitToken.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(claims) as { video: { room: string } }).video.room;
};

/** As LiveKit's bridge enters: with every right, under a name with four digits of the number. */
async function callAs(identity: string, room: string) {
  const token = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity, name: 'Phone 6712' });
  token.kind = 'sip';
  token.attributes = { 'sip.callID': 'SCL_1', 'sip.phoneNumber': '+33612345612' };
  token.addGrant({
    room,
    roomJoin: true,
    canPublish: true,
    canSubscribe: true,
    canPublishData: true,
    canUpdateOwnMetadata: true,
  });
  const person = await enterWithMedia({ livekitUrl: livekit.url, livekitToken: await token.toJwt() });
  await person.speak(440);
  return person;
}

test('a caller is renamed, waits unheard, is let in and heard, may be muted, and is hung up on', async () => {
  const opener = await one.open();
  const room = roomOf(opener);
  const moderate = (wish: object) =>
    two.post('/api/v1/participation/moderate', wish, opener.participationToken);
  const listed = async (identity: string): Promise<ParticipantInfo | undefined> =>
    (await rooms.listParticipants(room)).find((person) => person.identity === identity);
  await moderate({ action: 'set-waiting-room', on: true });
  const caller = await callAs('sip_0123456789abcdef', room);

  const state = async () => {
    const found = await listed('sip_0123456789abcdef');
    return {
      name: found?.name,
      number: found?.attributes['sip.phoneNumber'],
      verified: found?.attributes['visio.verified'],
      hears: found?.permission?.canSubscribe,
      renames: found?.permission?.canUpdateMetadata,
      sends: found?.permission?.canPublishData,
      heard: found?.tracks.filter(({ type, muted }) => type === TrackType.AUDIO && !muted).length,
    };
  };
  const known = { name: 'Téléphone …12', number: undefined, verified: 'phone', renames: false, sends: false };
  await expect.poll(state, soon).toEqual({ ...known, hears: false, heard: 0 });
  expect((await moderate({ action: 'admit', target: 'all' })).status).toBe(204);
  await expect.poll(state, soon).toEqual({ ...known, hears: true, heard: 1 });

  // The bridge (1.4 and later) answers so whoever may send data.
  caller.room.localParticipant?.registerRpcMethod('lk.sip.GetRemoteHeaders', async () => '+33612345612');
  const chair = await enterWithMedia(opener);
  const ask = {
    destinationIdentity: 'sip_0123456789abcdef',
    method: 'lk.sip.GetRemoteHeaders',
    payload: '{}',
  };
  await expect(chair.room.localParticipant?.performRpc({ ...ask, responseTimeout: 1500 })).rejects.toThrow(
    'timeout',
  );

  const speak = { action: 'set-publishing', target: 'participants', source: 'microphone' };
  await moderate({ ...speak, allowed: false });
  await expect.poll(state, soon).toEqual({ ...known, hears: true, heard: 0 });
  await moderate({ ...speak, allowed: true });
  await expect.poll(state, soon).toEqual({ ...known, hears: true, heard: 1 });

  await moderate({ action: 'remove', target: 'sip_0123456789abcdef' });
  await caller.gone;
  // LiveKit tells them first.
  await expect.poll(() => listed('sip_0123456789abcdef'), soon).toBeUndefined();
  await caller.leave();
  await end(opener);
  await chair.leave();
});
