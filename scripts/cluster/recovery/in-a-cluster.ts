import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Admission } from '../../../src/shared/meeting.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { meetingOfTen, tenSeats, type MeetingOfTen } from './meeting-of-ten.ts';
import { tell, type Recovery } from './recovery-table.ts';
import { endedMeeting, expectRulesHold } from './rules-hold.ts';

export type InACluster = {
  cluster(): Cluster;
  /** Ten people, others in each test. */
  ten(): MeetingOfTen;
  /** Does what is to be survived, keeps what it cost for the table called `name`, and answers the silences (ms). */
  survive(what: string, disturb: () => Promise<unknown>): Promise<readonly number[]>;
  /** As `MeetingOfTen` asks, also of a meeting that had ended before all of it. */
  rulesHold(): Promise<void>;
};

/** For the tests of a file: a cluster for all, a meeting of ten for each, and a table of what they went through. */
export function inACluster(name: string): InACluster {
  let cluster: Cluster;
  let ended: Admission;
  let ten: MeetingOfTen;
  const seen: Recovery[] = [];
  beforeAll(async () => {
    cluster = await startCluster({ settings: tenSeats });
    ended = await endedMeeting(cluster);
  }, 300_000);
  afterAll(async () => {
    await cluster.stop();
    await tell(name, seen);
  });
  beforeEach(async () => {
    ten = await meetingOfTen(cluster);
  }, 60_000);
  afterEach(() => ten.leave());
  return {
    cluster: () => cluster,
    ten: () => ten,
    async survive(what, disturb) {
      const silences = await ten.silences(disturb);
      seen.push({ what, silences, ownStall: ten.longestStall() });
      // Goals: a second for a planned move, five otherwise. What fails here is a way back that is broken, not a busy machine.
      expect(Math.max(0, ...silences)).toBeLessThan(15_000);
      return silences;
    },
    rulesHold: () => expectRulesHold(cluster, ten, ended),
  };
}
