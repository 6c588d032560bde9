import { eventsPath } from '../../../src/shared/meeting-events.ts';
import { codeOf } from '../recovery/code-of.ts';
import type { Doors } from './everywhere.ts';
import { people, type KnownMeeting } from './known-meeting.ts';
import type { Visitor } from './visitor.ts';

/** What people in a meeting do, each thing once; also while something that it needs is down. */
export async function wholeLife(
  visitor: Visitor,
  doors: Doors,
  { opened, guest, livekitTokens, secrets, call }: KnownMeeting,
): Promise<void> {
  const code = codeOf(opened);
  const { identity } = guest.participant;
  const moderate = (wish: object) => call('moderate', wish, opened.participationToken);
  const enter = (token: string) =>
    visitor.write(
      doors.media,
      `GET /rtc?access_token=${token}&protocol=16&sdk=js HTTP/1.1\r\nHost: localhost\r\nUser-Agent: ${people.email}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: Y2FuYXJ5Y2FuYXJ5Y2FuYQ==\r\n\r\n',
    );
  const listen = ({ participationToken }: typeof opened) =>
    visitor.write(
      doors.service,
      `GET ${eventsPath} HTTP/1.1\r\nHost: ${new URL(doors.service).host}\r\nAuthorization: Bearer ${participationToken}\r\n\r\n`,
    );
  await Promise.all([
    ...(await livekitTokens()).map(enter),
    ...[opened, guest].map(listen),
    ...[secrets['the agent’s token'], secrets['the agent’s opaque token']].flatMap((token) => [
      call('openMeeting', { displayName: people.agent }, token),
      call('ownMeetings', undefined, token),
      call('join', { code, displayName: people.agent }, token),
    ]),
    call('lookUp', { code }),
    call('join', { code, displayName: `${people.guest} ${people.email}` }),
    visitor.ask(`${doors.service}/r/${code}`),
    ...[opened, guest].flatMap(({ participationToken }) => [
      call('rejoin', {}, participationToken),
      call('raiseHand', undefined, participationToken),
      call('waiting', undefined, participationToken),
    ]),
    moderate({ action: 'mute', target: identity }),
    moderate({ action: 'mute', target: people.guest }),
    moderate({ action: 'mute-all' }),
    moderate({ action: 'set-publishing', target: identity, source: 'camera', allowed: false }),
    moderate({ action: 'set-waiting-room', on: true }),
    moderate({ action: 'lower-hand', target: 'all' }),
    moderate({ action: 'admit', target: 'all' }),
    moderate({ action: 'promote', target: identity }),
    moderate({ action: 'set-spotlight', target: identity }),
    moderate({ action: 'set-interpreter', target: identity, on: true }),
    moderate({ action: 'remove', target: people.guest }),
  ]);
  await moderate({ action: 'set-waiting-room', on: false });
}
