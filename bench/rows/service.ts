import { setTimeout as sleep } from 'node:timers/promises';
import { atOnce, timed } from '../lib/at-once.ts';
import { proportionalSetSize } from '../lib/memory.ts';
import { alone, comparedAt, type Row } from '../lib/row.ts';
import { openServiceSetting, type ServiceSetting } from '../lib/service-setting.ts';
import { processorSeconds } from '../lib/processor.ts';

const width = 8;
const creations = 2000;
const joins = 20_000;
const seats = 100;
const openedAndEnded = 10_000;
const swept = 5000;
const sweptForMs = 30_000;
const settledMs = 60_000;
const environment = { VISIO_MAX_MEETINGS: '20000' };

/** What the meeting service takes beside the media server's own API, called directly in the same run. */
export async function measureService(): Promise<Row[]> {
  const setting = await openServiceSetting({ environment });
  try {
    await create(setting, 100);
    return [
      ...(await measureCreations(setting)),
      ...(await measureJoins(setting)),
      ...(await measureMemory()),
      ...(await measureSweep()),
    ];
  } finally {
    await setting.close();
  }
}

const create = ({ service }: ServiceSetting, count: number) => atOnce(count, width, () => service.open());

const end = ({ service }: ServiceSetting, opened: Awaited<ReturnType<typeof create>>) =>
  atOnce(opened.length, width, async (n) => {
    const token = opened[n]?.participationToken;
    await (await service.post('/api/v1/participation/end-meeting', {}, token)).arrayBuffer();
  });

async function directly({ livekit }: ServiceSetting): Promise<number> {
  const name = `bench-${crypto.randomUUID()}`;
  const took = await timed(() => livekit.createRoom({ name, maxParticipants: seats }));
  // Thousands of rooms would slow the media server down, for both.
  await livekit.deleteRoom(name);
  return took;
}

/** Each beside a direct call, which comes first every other time. */
async function paired(setting: ServiceSetting, count: number, ours: (n: number) => Promise<unknown>) {
  const pairs = await atOnce(count, width, async (n) => {
    if (n % 2 === 0) return { app: await timed(() => ours(n)), against: await directly(setting) };
    const against = await directly(setting);
    return { app: await timed(() => ours(n)), against };
  });
  return { app: pairs.map(({ app }) => app), against: pairs.map(({ against }) => against) };
}

async function measureCreations(setting: ServiceSetting): Promise<Row[]> {
  const opened: Awaited<ReturnType<typeof create>> = [];
  const times = await paired(setting, creations, async () => opened.push(await setting.service.open()));
  await end(setting, opened);
  const row = { unit: 'ms', what: 'createRoom at the media server', ...times } as const;
  return [
    comparedAt(0.5, { title: `meeting created, p50 of ${creations}`, budget: null, ...row }),
    comparedAt(0.99, { title: `meeting created, p99 of ${creations}`, budget: 2, ...row }),
  ];
}

async function measureJoins(setting: ServiceSetting): Promise<Row[]> {
  const meetings = await create(setting, Math.ceil(joins / (seats - 1)));
  const times = await paired(setting, joins, async (n) => {
    const link = meetings[n % meetings.length]?.meeting.links.participant ?? '';
    const answer = await setting.service.join(link);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`a join was refused: ${answer.status}`);
  });
  await end(setting, meetings);
  const row = { unit: 'ms', what: 'createRoom at the media server', ...times } as const;
  return [
    comparedAt(0.5, { title: `joined, p50 of ${joins}`, budget: null, ...row }),
    comparedAt(0.99, { title: `joined, p99 of ${joins}`, budget: null, ...row }),
  ];
}

/** With a heap so small that V8 has to collect what is not used: what grows then is kept by somebody. */
async function measureMemory(): Promise<Row[]> {
  const NODE_OPTIONS = '--max-old-space-size=64 --max-semi-space-size=2';
  const setting = await openServiceSetting({ environment: { ...environment, NODE_OPTIONS } });
  try {
    const sizes: number[] = [];
    for (let tenth = 0; tenth < 10; tenth += 1) {
      await end(setting, await create(setting, openedAndEnded / 10));
      sizes.push(await proportionalSetSize(setting.service.child.pid ?? 0));
    }
    return [
      alone('memory after the first 1,000 meetings opened and ended', 'MiB', sizes.slice(0, 1)),
      alone('… after 10,000', 'MiB', sizes.slice(-1)),
    ];
  } finally {
    await setting.close();
  }
}

/** Meetings with somebody in each: what it costs the service, and the media server, to see that they still are. */
async function measureSweep(): Promise<Row[]> {
  const setting = await openServiceSetting({ environment, crowded: true });
  const { service, crowd } = setting;
  try {
    for (const { participant, livekitToken } of await create(setting, swept))
      crowd.people.set(mediaRoomOf({ livekitToken }), participant.identity);
    // Everybody is seen for the first time before a seat that nobody took would be given away.
    await sleep(settledMs);
    const pid = service.child.pid ?? 0;
    const before = { requests: crowd.requests(), seconds: await processorSeconds(pid) };
    await sleep(sweptForMs);
    const requests = crowd.requests() - before.requests;
    const seconds = (await processorSeconds(pid)) - before.seconds;
    return [
      alone(`sweeping ${swept} meetings`, 'calls/s', [requests / (sweptForMs / 1000)]),
      alone('… of one processor', '%', [(100 * seconds) / (sweptForMs / 1000)]),
    ];
  } finally {
    await setting.close();
  }
}

const mediaRoomOf = ({ livekitToken }: { readonly livekitToken: string }): string => {
  const payload = Buffer.from(livekitToken.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(payload) as { video: { room: string } }).video.room;
};
