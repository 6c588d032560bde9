import type { Failure, FailureCode } from '../../../../shared/failure.ts';
import type { RoomAdmission } from '../../../../shared/calls/meeting.ts';
import type { Lookup } from '../../../../shared/meeting.ts';
import { err, ok, unreachable } from '../../../../shared/result.ts';
import { createMainProcess, type Answers } from '../../../testing/main-process.ts';
import { createNavigationStore } from '../../../ui/navigation/navigation-store.ts';
import type { Entry } from '../meeting-phase.ts';
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

export const refused = (failure: FailureCode) => err<Failure>({ code: failure });

type Options = {
  readonly answers?: Answers;
  /** The page's clock; noon, and trust still, unless it is given. */
  readonly now?: () => number;
};

/** A meeting store whose main process the test plays. */
export function createFakeMeeting({ answers = {}, now = () => noon }: Options = {}) {
  const main = createMainProcess(answers);
  const navigation = createNavigationStore();
  const store = createMeetingStore({ bridge: main, now, navigation });
  return {
    main,
    navigation,
    store,
    phase: () => store.getState().phase,
    overlay: () => navigation.getState().overlay,
    async enterRoom(admitted = admission, entry: Entry = 'opened'): Promise<void> {
      const { open, receiveLink, join, comeBack } = store.getState();
      switch (entry) {
        case 'opened':
          void open();
          return main.answer('meeting:open', ok(admitted));
        case 'returned':
          void comeBack();
          return main.answer('meeting:rejoin', ok(admitted));
        case 'joined':
          void receiveLink(link);
          await main.answer('meeting:look-up', ok(found));
          void join(admitted.participant.displayName);
          return main.answer('meeting:join', ok(admitted));
        default:
          return unreachable(entry);
      }
    },
    async openJoinPage(): Promise<void> {
      void store.getState().receiveLink(link);
      await main.answer('meeting:look-up', ok(found));
    },
  };
}

export type FakeMeeting = ReturnType<typeof createFakeMeeting>;
