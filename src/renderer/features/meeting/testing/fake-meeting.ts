import type { Failure, FailureCode } from '../../../../shared/failure.ts';
import type { Call } from '../../../../shared/ipc.ts';
import type { RoomAdmission } from '../../../../shared/calls/meeting.ts';
import type { Lookup } from '../../../../shared/meeting.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Bridge } from '../../../bridge.ts';
import { createNavigationStore } from '../../../ui/navigation/navigation-store.ts';
import { createMeetingStore } from '../meeting-store.ts';

export const noon = Date.parse('2026-02-11T12:00:00.000Z');
export const code = (letter: string): string => letter.repeat(29) + 'A';
export const link = { origin: 'https://visio.example', code: code('x') };
export const otherLink = { origin: 'https://visio.example', code: code('y') };

export const admission: RoomAdmission = {
  origin: 'https://visio.example',
  meeting: {
    id: 'm1',
    reference: 'K7Q-2FD',
    title: 'Réunion improvisée',
    welcome: 'Bienvenue.',
    role: 'moderator',
    createdAt: '2026-02-11T12:00:00.000Z',
    expiresAt: '2026-02-11T16:40:00.000Z',
    serverNow: '2026-02-11T12:00:05.000Z',
    maxParticipants: 100,
    links: {
      participant: `https://visio.example/r/${code('x')}`,
      moderator: `https://visio.example/r/${code('z')}`,
    },
    telephone: null,
  },
  participant: { identity: 'a1', displayName: 'Agent', verified: 'agent' },
  livekitUrl: 'wss://media.example',
  livekitToken: 'token',
};
export const found: Lookup = {
  meetingId: 'm1',
  role: 'participant',
  title: 'Réunion improvisée',
  expiresAt: admission.meeting.expiresAt,
  serverNow: admission.meeting.serverNow,
  full: false,
  locked: false,
  waitingRoom: false,
};

/** A main process that answers when the test says so. */
function mainProcess() {
  const asked: Call[] = [];
  const waiting: { name: Call; settle: (result: Result<unknown, Failure>) => void }[] = [];
  const call = ((name: Call) => {
    asked.push(name);
    return new Promise<Result<unknown, Failure>>((settle) => waiting.push({ name, settle }));
  }) as Bridge['call'];
  /** Answers the oldest open call of this name, and lets what waited for it go on. */
  async function answer(name: Call, result: Result<unknown, Failure> = ok()): Promise<void> {
    const index = waiting.findIndex((one) => one.name === name);
    if (index < 0) throw new Error(`nobody asked ${name}; asked: ${asked.join(', ')}`);
    waiting.splice(index, 1)[0]?.settle(result);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { call, asked, answer };
}

export const refused = (failure: FailureCode) => err<Failure>({ code: failure });

/** A meeting store whose main process the test plays. */
export function createFakeMeeting() {
  const main = mainProcess();
  const navigation = createNavigationStore();
  const store = createMeetingStore({ bridge: main, now: () => noon, navigation });
  return {
    main,
    navigation,
    store,
    phase: () => store.getState().phase,
    overlay: () => navigation.getState().overlay,
    async enterRoom(): Promise<void> {
      void store.getState().open();
      await main.answer('meeting:open', ok(admission));
    },
    async openJoinPage(): Promise<void> {
      void store.getState().receiveLink(link);
      await main.answer('meeting:look-up', ok(found));
    },
  };
}
