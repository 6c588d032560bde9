import { expect, test } from 'vitest';
import type { FailureCode } from '../../../../shared/failure.ts';
import type { RoomAdmission } from '../../../../shared/calls/meeting.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { ConnectionLoss } from './connect-room.ts';
import { backOffMs, keepConnected, type ConnectionStatus } from './keep-connected.ts';
import { mediaRoomOf } from './media-room-of.ts';

/** To the media server's room of this name. */
const admitted = (room: string) =>
  ({ livekitToken: `h.${btoa(JSON.stringify({ video: { room } }))}.s` }) as RoomAdmission;

/** A meeting whose service and media server do as the test says; nothing waits longer than the test wants. */
function meeting() {
  let admission: RoomAdmission | null = admitted('first');
  let lose: (loss: ConnectionLoss) => void = () => undefined;
  let trouble: () => void = () => undefined;
  const listeners = new Set<() => void>();
  const stop = new AbortController();
  const seen: string[] = [];
  const world = {
    seen,
    reports: [] as ConnectionStatus[],
    mediaAnswers: (_admission: RoomAdmission): boolean | Promise<boolean> => true,
    rejoinAnswers: (): FailureCode | RoomAdmission => admitted('second'),
    msLeft: 60_000,
    sleeps: [] as number[],
    sleepsForGood: false,
    troubled: false,
    /** The connection has been in need of repair for a while. */
    trouble() {
      world.troubled = true;
      trouble();
    },
    lose: (loss: ConnectionLoss) => lose(loss),
    admit(next: RoomAdmission | null) {
      admission = next;
      listeners.forEach((listener) => listener());
    },
    stop: () => stop.abort(),
    /** Resolves once `text` was seen. */
    async until(text: string) {
      for (let turn = 0; turn < 1000; turn++) {
        if (seen.includes(text)) return;
        await Promise.resolve();
      }
      throw new Error(`never seen: ${text}; seen: ${seen.join(', ')}`);
    },
    run: () => keepConnected(deps, stop.signal),
  };
  const deps = {
    connection: {
      async connect(to: RoomAdmission) {
        const isIn = await world.mediaAnswers(to);
        world.troubled = !isIn;
        seen.push(`${isIn ? 'in' : 'refused'} ${mediaRoomOf(to)}`);
        return isIn;
      },
      lost: () =>
        new Promise<ConnectionLoss>((resolve) => {
          lose = (loss) => {
            world.troubled = true;
            resolve(loss);
          };
        }),
      isTroubled: () => world.troubled,
      troubledFor: (_ms: number, over: AbortSignal) =>
        new Promise<void>((resolve) => {
          trouble = resolve;
          over.addEventListener('abort', () => resolve());
        }),
      disconnect: () => {
        seen.push('hung up');
        return Promise.resolve();
      },
    },
    access: {
      admission: () => admission,
      onChange(listener: () => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      rejoin() {
        const answer = world.rejoinAnswers();
        if (typeof answer === 'string') return Promise.resolve(err({ code: answer }));
        world.admit(answer);
        return Promise.resolve(ok(answer));
      },
      replacedElsewhere: () => {
        seen.push('replaced');
        world.admit(null);
      },
      msLeft: () => world.msLeft,
      timeIsUp: () => {
        seen.push('time is up');
        world.admit(null);
      },
    },
    random: () => 0.5,
    sleep(ms: number, signal: AbortSignal) {
      world.sleeps.push(ms);
      seen.push('asleep');
      if (!world.sleepsForGood) return Promise.resolve();
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    },
    report: (state: ConnectionStatus) => world.reports.push(state),
  };
  return world;
}

test('a media server that restarts brings people back with a fresh admission', async () => {
  const world = meeting();
  const done = world.run();
  await world.until('in first');
  world.lose('lost');
  await world.until('in second');
  world.stop();
  await done;
  expect(world.reports).toEqual(['connecting', 'connected', 'reconnecting', 'reconnecting', 'connected']);
});

test('while the service does not answer it is asked again, ever more slowly, up to 5 s', async () => {
  const world = meeting();
  let left = 6;
  world.rejoinAnswers = () => (left-- > 0 ? 'service-unreachable' : admitted('second'));
  const done = world.run();
  await world.until('in first');
  world.lose('lost');
  await world.until('in second');
  world.stop();
  await done;
  expect(world.sleeps).toEqual([750, 1250, 2250, 2750, 2750, 2750, 2750]);
});

test('a room that refuses us is not tried again with the same admission: the service is asked why', async () => {
  const world = meeting();
  world.mediaAnswers = (to) => mediaRoomOf(to) !== 'first';
  const done = world.run();
  await world.until('in second');
  world.stop();
  await done;
  expect(world.seen.filter((line) => line === 'refused first')).toHaveLength(1);
  expect(world.reports).toEqual(['connecting', 'connecting', 'connecting', 'connected']);
});

test('when the service says that the meeting is over nothing is tried any more', async () => {
  const world = meeting();
  world.rejoinAnswers = () => {
    world.admit(null);
    return 'meeting-over';
  };
  const done = world.run();
  await world.until('in first');
  world.lose('lost');
  await done;
  expect(world.seen).toEqual(['in first', 'asleep']);
});

test('when the service says to rejoin, the new room is entered at once and the old one left first', async () => {
  const world = meeting();
  const done = world.run();
  await world.until('in first');
  world.admit(admitted('moved'));
  await world.until('in moved');
  world.stop();
  await done;
  expect(world.seen).toEqual(['in first', 'hung up', 'in moved']);
  expect(world.sleeps).toEqual([]);
});

test('a fresh admission to the room that one is in interrupts nobody', async () => {
  const world = meeting();
  const done = world.run();
  await world.until('in first');
  world.admit(admitted('first'));
  world.stop();
  await done;
  expect(world.seen).toEqual(['in first']);
});

test('somebody who is called twice to the same room goes there once', async () => {
  const world = meeting();
  const arrived = Promise.withResolvers<boolean>();
  world.mediaAnswers = (to) => (mediaRoomOf(to) === 'moved' ? arrived.promise : true);
  const done = world.run();
  await world.until('in first');
  world.troubled = true;
  world.admit(admitted('moved'));
  await world.until('hung up');
  world.admit(admitted('moved'));
  arrived.resolve(true);
  await world.until('in moved');
  world.stop();
  await done;
  expect(world.seen).toEqual(['in first', 'hung up', 'in moved']);
});

test('while livekit-client repairs the connection the service is asked where the room is, and one goes there', async () => {
  const world = meeting();
  world.rejoinAnswers = () => admitted('moved');
  const done = world.run();
  await world.until('in first');
  world.trouble();
  await world.until('in moved');
  world.stop();
  await done;
  expect(world.seen).toEqual(['in first', 'hung up', 'in moved']);
});

test('a service that is away does not stop the repair', async () => {
  const world = meeting();
  world.rejoinAnswers = () => 'service-unreachable';
  const done = world.run();
  await world.until('in first');
  world.trouble();
  world.trouble();
  world.stop();
  await done;
  expect(world.seen).toEqual(['in first']);
});

test('a rejoin that arrives during the wait ends the wait', async () => {
  const world = meeting();
  world.sleepsForGood = true;
  const done = world.run();
  await world.until('in first');
  world.lose('lost');
  await world.until('asleep');
  world.admit(admitted('moved'));
  await world.until('in moved');
  world.stop();
  await done;
  expect(world.seen).toEqual(['in first', 'asleep', 'in moved']);
});

test('the same person coming in from elsewhere is not fought over', async () => {
  const world = meeting();
  const done = world.run();
  await world.until('in first');
  world.lose('replaced');
  await done;
  expect(world.seen).toEqual(['in first', 'replaced']);
});

test('past the end of the meeting nobody keeps on trying, even if the service is silent', async () => {
  const world = meeting();
  world.rejoinAnswers = () => 'service-unreachable';
  const done = world.run();
  await world.until('in first');
  world.msLeft = 0;
  world.lose('lost');
  await done;
  expect(world.seen.at(-1)).toBe('time is up');
});

test('« Quitter » works while connecting', async () => {
  const world = meeting();
  world.mediaAnswers = () => new Promise(() => undefined);
  const done = world.run();
  world.stop();
  await done;
  expect(world.seen).toEqual([]);
});

test('the wait grows from at least half a second to at most five, and differs between people', () => {
  for (let attempt = 0; attempt < 50; attempt++) {
    expect(backOffMs(attempt, () => 0)).toBe(500);
    expect(backOffMs(attempt, () => 0.999)).toBeLessThanOrEqual(5000);
  }
  expect(backOffMs(0, () => 0.999)).toBeLessThan(1001);
});
