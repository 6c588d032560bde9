import { setTimeout as sleep } from 'node:timers/promises';
import { admission, type Admission } from '../../../src/shared/meeting.ts';
import { meetingCalls } from '../../probe/meeting-calls.ts';
import type { Cluster } from '../start-cluster.ts';
import { enterHeadless, type HeadlessClient } from './headless-client.ts';
import { codeOf } from './code-of.ts';
import { startOwnClock } from './own-clock.ts';

/** All seats of a meeting, in a cluster that is started with these settings. */
export const tenSeats = { VISIO_MAX_PARTICIPANTS: '10' };
const people = 10;
/** One speaks. */
export const listeners = people - 1;
/** A pause in the sound that somebody would notice (ms). */
const gapMs = 300;
const patienceMs = 60_000;

export type MeetingOfTen = {
  readonly opened: Admission;
  readonly clients: readonly HeadlessClient[];
  /**
   * Does what is to be survived; resolves once everybody hears the speaker again, with the longest silence (ms) of each
   * who had one. What is due to this process standing still is none. @throws if they do not within a minute.
   */
  silences(disturb: () => Promise<unknown>): Promise<number[]>;
  /** For how long (ms) this process stood still at most during the last of these. */
  longestStall(): number;
  leave(): Promise<void>;
};

/** One speaks, nine listen. */
export async function meetingOfTen({ serviceUrl }: Cluster): Promise<MeetingOfTen> {
  const call = meetingCalls(serviceUrl);
  const opened = await call('openMeeting', {});
  const admissions = [opened];
  while (admissions.length < people) {
    const guest = { code: codeOf(opened), displayName: `Invité ${admissions.length}` };
    admissions.push(admission.parse(await call('join', guest)));
  }
  const clock = startOwnClock();
  const clients = await Promise.all(
    admissions.map((each, n) =>
      enterHeadless({ origin: serviceUrl, admission: each, speaks: n === 0, clock }),
    ),
  );
  const listening = clients.slice(1);
  let longestStall = 0;
  const allHear = async (since: number): Promise<void> => {
    const giveUpAt = performance.now() + patienceMs;
    while (!listening.every((listener) => listener.pauses.lastHeard() > since)) {
      if (performance.now() > giveUpAt) {
        const deaf = listening.filter((listener) => listener.pauses.lastHeard() <= since).length;
        throw new Error(`${deaf} of ${listeners} do not hear the speaker`);
      }
      await sleep(20);
    }
  };
  await allHear(0);
  return {
    opened,
    clients,
    async silences(disturb) {
      clock.takeLongestStall();
      for (const { pauses } of listening) pauses.forget();
      await disturb();
      const disturbedAt = performance.now();
      // What is lost may go on sounding for a moment: only sound after a pause, or long after, is a recovery.
      await sleep(2 * gapMs);
      await allHear(disturbedAt + gapMs);
      await sleep(1000);
      await allHear(performance.now() - gapMs);
      longestStall = clock.takeLongestStall();
      return listening.map(({ pauses }) => pauses.longest()).filter((ms) => ms > gapMs);
    },
    longestStall: () => longestStall,
    async leave() {
      // While the opener still has a seat. Where the service's Redis was emptied there is nothing left to end.
      const ended = call('endMeeting', {}, opened.participationToken);
      await ended.catch((error: unknown) => {
        if (!/meeting-over/.test(String(error))) throw error;
      });
      await Promise.all(clients.map((client) => client.leave()));
      clock.stop();
    },
  };
}
