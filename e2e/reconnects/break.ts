import { setTimeout as wait } from 'node:timers/promises';
import { descendantsOf } from '../../scripts/supervision/process-table.ts';
import type { Plan, Way } from './plan.ts';
import { leaveRequest } from './relay.ts';
import type { Fixture } from './fixture.ts';

/** Seconds between two lengths, at 0..1 of the way. */
const seconds = (from: number, to: number, length: number): Promise<void> =>
  wait(1000 * (from + (to - from) * length));

async function loseAll({ relay, network }: Fixture, lost: () => Promise<unknown>): Promise<void> {
  relay.stall();
  await network.drop('meta l4proto udp');
  await lost();
  await network.letThrough();
  // What was stalled is dead by now, as it is after a real loss; what comes from here on gets through.
  relay.cut();
  relay.go();
}

/** Of the app alone: whoever drives it goes on, and so does its sound server. */
function signalApp({ app }: Fixture, signal: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of [app.pid, ...descendantsOf(app.pid)]) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended since it was listed.
    }
  }
}

/** Each resolves once the connection may come back. */
const breaking: Readonly<Record<Way, (fixture: Fixture, length: number) => Promise<void>>> = {
  'signal-cut': async ({ relay }) => relay.cut(),
  async 'signal-away'({ relay }, length) {
    relay.cut();
    relay.stall();
    await seconds(2, 9, length);
    relay.cut();
    relay.go();
  },
  async 'media-away'({ network }, length) {
    await network.drop('meta l4proto udp');
    await seconds(6, 25, length);
    await network.letThrough();
  },
  'told-to-resume': async ({ relay }) => relay.say(leaveRequest('resume')),
  'told-to-reconnect': async ({ relay }) => relay.say(leaveRequest('reconnect')),
  'told-to-leave': async ({ relay }) => relay.say(leaveRequest('disconnect')),
  // The loss falls into what livekit-client does to come back: joining, opening the devices, publishing.
  async 'interrupted-reconnect'(fixture, length) {
    fixture.relay.say(leaveRequest('reconnect'));
    await seconds(0, 1.2, length);
    fixture.relay.cut();
    await seconds(0, 0.6, 1 - length);
    fixture.relay.cut();
  },
  'short-loss': (fixture, length) => loseAll(fixture, () => seconds(3, 14, length)),
  'long-loss': (fixture, length) => loseAll(fixture, () => seconds(22, 34, length)),
  async flapping(fixture, length) {
    for (const turn of [0, 0.5, 1]) {
      await loseAll(fixture, () => seconds(2, 9, (length + turn) % 1));
      await seconds(0.2, 2.5, (length * 3 + turn) % 1);
    }
  },
  async sleep(fixture, length) {
    // A computer that sleeps hears nothing: what the sound server records meanwhile would be sent at once afterwards, and heard
    // for seconds.
    await fixture.app.sound.suspendMicrophone(true);
    signalApp(fixture, 'SIGSTOP');
    try {
      await seconds(8, 42, length);
    } finally {
      await fixture.app.sound.suspendMicrophone(false);
      signalApp(fixture, 'SIGCONT');
    }
  },
  async 'other-address'({ network, relay }, length) {
    await network.moveGateway();
    await seconds(0, 2, length);
    relay.cut();
  },
  async 'server-restart'({ stack }, length) {
    await stack.killLivekit();
    await seconds(0, 6, length);
    await stack.restartLivekit();
  },
  'room-deleted': (fixture) => fixture.deleteRoom(),
  'put-out': (fixture) => fixture.putOut(),
};

export const breakConnection = (fixture: Fixture, { way, length }: Plan): Promise<void> =>
  breaking[way](fixture, length);
