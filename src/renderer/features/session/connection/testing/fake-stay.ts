import type { FailureCode } from '../../../../../shared/failure.ts';
import type { RoomAdmission } from '../../../../../shared/calls/meeting.ts';
import { err, ok } from '../../../../../shared/result.ts';
import type { ConnectionLoss, MediaConnection } from '../connect-room.ts';
import { keepConnected, type ConnectionStatus } from '../keep-connected.ts';
import { mediaRoomOf } from '../media-room-of.ts';
import type { MeetingAccess } from '../watch-access.ts';

/** To the media server's room of this name. */
export const admitted = (room: string) =>
  ({ livekitToken: `h.${btoa(JSON.stringify({ video: { room } }))}.s` }) as RoomAdmission;

type See = (text: string) => void;

/** A media server that takes and loses people as the test says. */
function fakeMediaServer(see: See) {
  let lose: (loss: ConnectionLoss) => void = () => undefined;
  let needRepair: () => void = () => undefined;
  const server = {
    /** Whether it lets us in. */
    answers: (_admission: RoomAdmission): boolean | Promise<boolean> => true,
    isTroubled: false,
    lose(loss: ConnectionLoss) {
      server.isTroubled = true;
      lose(loss);
    },
    /** The connection has been in need of repair for a while. */
    needRepair() {
      server.isTroubled = true;
      needRepair();
    },
  };
  const connection: MediaConnection = {
    async connect(to) {
      const isIn = await server.answers(to);
      server.isTroubled = !isIn;
      see(`${isIn ? 'in' : 'refused'} ${mediaRoomOf(to)}`);
      return isIn;
    },
    lost: () => new Promise((resolve) => (lose = resolve)),
    isTroubled: () => server.isTroubled,
    troubledFor: (_ms, over) =>
      new Promise((resolve) => {
        needRepair = resolve;
        over.addEventListener('abort', () => resolve());
      }),
    disconnect() {
      see('hung up');
      return Promise.resolve();
    },
  };
  return { server, connection };
}

/** A meeting service, and what the meeting store has of it: admitted to the room `first`. */
function fakeService(see: See) {
  let admission: RoomAdmission | null = admitted('first');
  const listeners = new Set<() => void>();
  const service = {
    rejoinAnswers: (): FailureCode | RoomAdmission => admitted('second'),
    msLeft: 60_000,
    admit(next: RoomAdmission | null) {
      admission = next;
      listeners.forEach((listener) => listener());
    },
  };
  const leave = (why: string) => (): void => {
    see(why);
    service.admit(null);
  };
  const access: MeetingAccess = {
    admission: () => admission,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rejoin() {
      const answer = service.rejoinAnswers();
      if (typeof answer === 'string') return Promise.resolve(err({ code: answer }));
      service.admit(answer);
      return Promise.resolve(ok(answer));
    },
    replacedElsewhere: leave('replaced'),
    msLeft: () => service.msLeft,
    timeIsUp: leave('time is up'),
  };
  return { service, access };
}

/** `keepConnected` between the two; nothing waits longer than the test wants. */
export function fakeStay() {
  const seen: string[] = [];
  const see: See = (text) => void seen.push(text);
  const { server, connection } = fakeMediaServer(see);
  const { service, access } = fakeService(see);
  const reports: ConnectionStatus[] = [];
  const sleeps: number[] = [];
  const stop = new AbortController();
  const waits = { untilWoken: false };
  const run = (): Promise<void> =>
    keepConnected(
      {
        connection,
        access,
        random: () => 0.5,
        sleep(ms, signal) {
          sleeps.push(ms);
          see('asleep');
          if (!waits.untilWoken) return Promise.resolve();
          return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
        },
        report: (status) => void reports.push(status),
      },
      stop.signal,
    );
  return {
    server,
    service,
    seen,
    reports,
    sleeps,
    waits,
    /** Resolves once `text` was seen. */
    async until(text: string): Promise<void> {
      for (let turn = 0; turn < 1000; turn++) {
        if (seen.includes(text)) return;
        await Promise.resolve();
      }
      throw new Error(`never seen: ${text}; seen: ${seen.join(', ')}`);
    },
    /** Stays while this happens, and leaves then. */
    async during(happens: () => Promise<void> | void): Promise<void> {
      const over = run();
      await happens();
      stop.abort();
      await over;
    },
    /** Stays until the stay ends by itself after this has happened. */
    async toTheEnd(happens: () => Promise<void>): Promise<void> {
      const over = run();
      await happens();
      await over;
    },
  };
}
