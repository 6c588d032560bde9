import { act } from '@testing-library/react';
import { ConnectionState, RoomEvent } from 'livekit-client';
import { useEffect, useState, type ReactNode } from 'react';
import { vi } from 'vitest';
import type { RoomAdmission } from '../../../../shared/calls/meeting.ts';
import { ok } from '../../../../shared/result.ts';
import { renderPage, type PageOptions } from '../../../testing/render-page.tsx';
import { settled } from '../../../testing/settled.ts';
import { useBridge } from '../../../bridge-context.ts';
import { pageClock } from '../../../ui/page-clock.ts';
import { useMeeting, useMeetingStore } from '../../meeting/meeting-context.ts';
import type { Entry } from '../../meeting/meeting-phase.ts';
import { admission, createFakeMeeting } from '../../meeting/testing/fake-meeting.ts';
import { useSettingsStore } from '../../settings/settings-context.ts';
import { createRoomSession, type RoomSession } from '../room-session.ts';
import { SessionProvider } from '../SessionProvider.tsx';
import { FakePeerConnection, FakeSender } from './fake-peer-connection.ts';
import { createFakeRoom, type Somebody } from './fake-room.ts';
import { FakeSocket } from './fake-socket.ts';

type RoomOptions = Omit<PageOptions, 'meeting'> & {
  /** Who is there already when we come in. */
  readonly people?: readonly Somebody[];
  /** How we came in; by opening the meeting unless it is said. */
  readonly entry?: Entry;
  /** What the service says of the meeting and of us, where it is not the usual. */
  readonly meeting?: Partial<RoomAdmission['meeting']>;
  readonly self?: Partial<RoomAdmission['participant']>;
  readonly origin?: string;
};

vi.stubGlobal('WebSocket', FakeSocket);
vi.stubGlobal('RTCPeerConnection', FakePeerConnection);
vi.stubGlobal('RTCRtpSender', FakeSender);

/** What the room's page does, without its screen. */
function InRoom({ children, onSession }: InRoomProps): ReactNode {
  const meeting = useMeetingStore();
  const bridge = useBridge();
  const settings = useSettingsStore();
  const phase = useMeeting((store) => store.phase);
  const [session] = useState(() =>
    createRoomSession(meeting, bridge, () => settings.getState().settings.values),
  );
  useEffect(() => {
    onSession(session);
    return session.start();
  }, [session, onSession]);
  if (phase.name !== 'in-room') return null;
  return (
    <SessionProvider session={session} phase={phase}>
      {children}
    </SessionProvider>
  );
}
type InRoomProps = {
  readonly children: ReactNode;
  readonly onSession: (session: RoomSession) => void;
};

/** Waits, inside of React, until `isSo`; asked again at each event of `follow`. */
const until = (isSo: () => boolean, follow: (listener: () => void) => unknown): Promise<void> =>
  act(async () => {
    await new Promise<void>((resolve) => {
      const look = (): void => void (isSo() && resolve());
      follow(look);
      look();
    });
    await settled();
  });

/**
 * Draws a part of the meeting's page to somebody who is in the meeting and connected. The room is livekit-client's own `Room`;
 * only the WebSocket and WebRTC under it are stood in for, so it does what it does in a meeting. Then
 *
 *   const { user, arrives, speaks } = await renderInRoom(<PeopleList />, { people: [{ name: 'Paul' }] });
 *   await arrives({ name: 'Marie Gérard', role: 'moderator', verified: 'agent', sends: ['microphone'] });
 *   await speaks('Marie Gérard');
 *   expect(screen.getByText('Marie Gérard')).toBeDefined();
 *
 * Each of these ends when the page shows what follows. People go by their identity, which is their name unless one is given.
 * Our devices are `devicesOfPage()`; main is `page.main`, to which `answers` may be given; `session` and `room` are there for
 * what no person can see. A hook is tested by a component of two lines that writes what it returns. `FakeAudioContext.loudness` is
 * what every microphone hears. A name with a non-breaking space is looked for with a regular expression: Testing Library makes
 * plain spaces of them in texts, not in names.
 */
export async function renderInRoom(
  ui: ReactNode,
  { people = [], entry, meeting, self, origin = admission.origin, answers, ...options }: RoomOptions = {},
) {
  const participant = { ...admission.participant, ...self };
  const told = { ...admission.meeting, ...meeting };
  const fake = createFakeRoom({ ...participant, name: participant.displayName, role: told.role });
  fake.arrive(...people);
  const store = createFakeMeeting({ answers: { 'media:access': ok('granted'), ...answers }, now: pageClock });
  await store.enterRoom(
    { ...admission, origin, meeting: told, participant, livekitUrl: fake.server.url },
    entry,
  );
  const made = Promise.withResolvers<RoomSession>();
  const page = renderPage(<InRoom onSession={made.resolve}>{ui}</InRoom>, { ...options, meeting: store });
  const session = await made.promise;
  const { room } = session;
  await until(() => session.connectionStatus() === 'connected', session.onConnectionStatus);

  const shown =
    <A extends readonly unknown[]>(happen: (...what: A) => void) =>
    (...what: A): Promise<void> =>
      act(async () => {
        happen(...what);
        await settled();
      });
  const untilRoom = (isSo: () => boolean): Promise<void> =>
    until(isSo, (look) => room.on(RoomEvent.ConnectionStateChanged, look));
  return {
    ...page,
    session,
    room,
    server: fake.server,
    arrives: shown(fake.arrive),
    leaves: shown(fake.leave),
    turnsOn: shown(fake.turnOn),
    turnsOff: shown(fake.turnOff),
    unpublishes: shown(fake.unpublish),
    speaks: shown(fake.speak),
    changes: shown(fake.change),
    allows: shown(fake.allow),
    writesMetadata: shown(fake.writeMetadata),
    /** livekit-client tries to repair it, until `getsConnectionBack`. */
    async losesConnection(): Promise<void> {
      fake.server.goDown();
      await untilRoom(() => room.state !== ConnectionState.Connected);
    },
    /** livekit-client takes two seconds for it, a pause of its own. */
    async getsConnectionBack(): Promise<void> {
      fake.server.comeBack();
      await untilRoom(() => room.state === ConnectionState.Connected);
    },
  };
}
