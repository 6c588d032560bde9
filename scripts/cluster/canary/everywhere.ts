import { eventsPath } from '../../../src/shared/meeting-events.ts';
import { serviceApi } from '../../../src/shared/service-api.ts';
import { addresses, people } from './known-meeting.ts';
import type { Visitor } from './visitor.ts';

/** The doors of a cluster. */
export type Doors = {
  readonly service: string;
  readonly media: string;
  readonly internal: string;
  /** nginx's own: without TLS, which sends elsewhere, and with it. */
  readonly http: string;
  readonly https: string;
};

const routes = [
  ...Object.values(serviceApi),
  { method: 'GET', path: eventsPath },
  { method: 'POST', path: '/livekit/webhook' },
  { method: 'GET', path: '/r' },
  { method: 'GET', path: '/m' },
  { method: 'GET', path: '/auth/callback' },
  { method: 'GET', path: '/metrics' },
  { method: 'GET', path: '/assets' },
];
/** What the call takes, so that it goes as far as it can; nobody is to end the meeting with it. */
function bodyFor(path: string, secret: string): string {
  switch (path) {
    case serviceApi.lookUp.path:
      return JSON.stringify({ code: secret });
    case serviceApi.join.path:
      return JSON.stringify({ code: secret, displayName: secret });
    case serviceApi.moderate.path:
      return JSON.stringify({ action: 'mute', target: secret });
    case serviceApi.openMeeting.path:
    case serviceApi.rejoin.path:
      return '{}';
    default:
      return JSON.stringify({ event: secret });
  }
}
/** In a header bytes are Latin letters. */
const inHeader = (text: string): string => Buffer.from(text).toString('latin1');

/** What somebody holds, in every place of every request where it may or may not stand. */
export async function everywhere(visitor: Visitor, doors: Doors, secrets: readonly string[]): Promise<void> {
  for (const secret of secrets) {
    const inUrl = encodeURIComponent(secret);
    const inWord = secret.replaceAll(/[^\w-]/g, '');
    const all = routes.flatMap(({ method, path }) => {
      const url = doors.service + path;
      const json = { 'content-type': 'application/json' };
      return [
        {
          url: `${url}/${inUrl}?q=${inUrl}`,
          method,
          headers: { authorization: inHeader(`Basic ${secret}`), cookie: inHeader(`c=${secret}`) },
        },
        {
          url: `${url}?access_token=${inUrl}&code=${inUrl}`,
          method: 'POST',
          headers: { ...json, referer: `${doors.service}/r/${inUrl}`, 'user-agent': inHeader(secret) },
          body: `{"${secret}": ${secret}`,
        },
        {
          url,
          method,
          headers: {
            ...json,
            host: `${inWord}.example`,
            origin: `https://${inWord}.example`,
            'x-forwarded-for': `${addresses.claimed}, ${addresses.claimed6}`,
            'x-real-ip': addresses.claimed,
            forwarded: `for=${addresses.claimed};by=${inWord}`,
            'x-request-id': inWord,
          },
          body: `{"${secret}":"${secret}"}`,
        },
        { url, method: 'POST', headers: { 'idempotency-key': inWord, 'content-type': inWord }, body: secret },
      ];
    });
    // A stream that is let in would stay.
    const called = routes
      .filter(({ path }) => path !== eventsPath)
      .map(({ method, path }) => ({
        url: doors.service + path,
        method,
        headers: { authorization: inHeader(`Bearer ${secret}`), 'content-type': 'application/json' },
        body: method === 'POST' ? bodyFor(path, secret) : undefined,
      }));
    const media = ['/rtc', '/rtc/v1', '/rtc/validate', `/${inUrl}`, '/twirp/livekit.RoomService/ListRooms'];
    const toMedia = media.map((path) => ({
      url: `${doors.media}${path}?access_token=${inUrl}&join_request=${inUrl}`,
      headers: {
        'user-agent': people.email,
        'x-forwarded-for': addresses.claimed,
        authorization: inHeader(`Bearer ${secret}`),
      },
    }));
    const within = [
      '/twirp/livekit.RoomService/ListRooms',
      `/twirp/${inUrl}`,
      '/livekit/webhook',
      `/${inUrl}`,
    ].map((path) => ({
      url: doors.internal + path,
      method: 'POST',
      headers: { authorization: inHeader(`Bearer ${secret}`), 'content-type': 'application/json' },
      body: `{"room":"${secret}"}`,
    }));
    await Promise.all(
      [...called, ...all, ...toMedia, ...within].map(({ url, ...asked }) => visitor.ask(url, asked)),
    );
  }
}
