import { dispose } from '@livekit/rtc-node';
import { meetingCalls } from './probe/meeting-calls.ts';
import { enterWithMedia, type MediaPerson } from './probe/media-person.ts';
import { hearTone } from './probe/tone.ts';

// npm run probe -- URL: opens a meeting as an agent, has somebody join by the link, lets each hear the other, and ends it.
// Exit code 0 if all of it worked, 1 if not, 2 if it was asked wrongly: for a monitor to run every few minutes.

const tones = { agent: 440, guest: 880 } as const;
const heardWithinMs = 10_000;

const [address = ''] = process.argv.slice(2);
if (!URL.canParse(address)) {
  console.error('Usage: npm run probe -- https://visio.example');
  process.exit(2);
}

/** Says what was done and how long (ms) it took. */
async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    const result = await work();
    console.log(`✓ ${what}: ${Math.round(performance.now() - started)} ms`);
    return result;
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const hear = async (listener: MediaPerson, hertz: number): Promise<void> =>
  hearTone(await listener.sound, hertz, heardWithinMs);

async function hearEachOther([agent, guest]: readonly [MediaPerson, MediaPerson]): Promise<void> {
  await step('both speak', () => Promise.all([agent.speak(tones.agent), guest.speak(tones.guest)]));
  await step('each hears the other', () => Promise.all([hear(agent, tones.guest), hear(guest, tones.agent)]));
}

async function probe(call: ReturnType<typeof meetingCalls>): Promise<void> {
  const { VISIO_PROBE_TOKEN: agentToken } = process.env;
  await step('the service says what it is', () => call('discovery', undefined));
  const agent = await step('an agent opens a meeting', () => call('openMeeting', {}, agentToken));
  const inRoom: MediaPerson[] = [];
  try {
    const code = agent.meeting.links.participant.split('/').at(-1) ?? '';
    await step('the link opens it', () => call('lookUp', { code }));
    const guest = await step('a guest joins', async () => {
      const joined = await call('join', { code, displayName: 'Sonde' });
      if ('waiting' in joined) throw new Error('The guest has to wait in a meeting without a waiting room.');
      return joined;
    });
    const both = await step('both are in the room', () =>
      Promise.all([enterWithMedia(agent), enterWithMedia(guest)]),
    );
    inRoom.push(...both);
    await hearEachOther(both);
  } finally {
    try {
      // While the agent still has a seat: who has none ends nothing.
      await step('the meeting ends', () => call('endMeeting', {}, agent.participationToken));
    } finally {
      await Promise.all(inRoom.map((person) => person.leave()));
    }
  }
}

try {
  await probe(meetingCalls(address));
  console.log('probe: the service works');
  await dispose();
  process.exit(0);
} catch (error) {
  console.error(`probe: failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
