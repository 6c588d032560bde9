import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * Stands before a media server's API and counts what it is asked. Of rooms that are in `people` it says that somebody is
 * in there, because thousands of real people do not fit on the machine that measures; everything else is the server's.
 */
export type CrowdedMedia = {
  readonly url: string;
  /** Identities by room. */
  readonly people: Map<string, string>;
  requests(): number;
  close(): void;
};

export async function crowdMedia(target: string): Promise<CrowdedMedia> {
  const people = new Map<string, string>();
  let requests = 0;
  const server = createServer((asked, answer) => {
    requests += 1;
    void (async () => {
      const body = await buffer(asked);
      const url = new URL(asked.url ?? '/', target);
      const headers = {
        authorization: String(asked.headers.authorization),
        'content-type': 'application/json',
      };
      const got = await fetch(url, { method: 'POST', headers, body });
      const text = await got.text();
      const call = url.pathname.split('/').at(-1);
      answer.writeHead(got.status, { 'content-type': 'application/json' });
      if (got.ok && call === 'ListParticipants') answer.end(withPerson(body.toString(), people));
      else if (got.ok && call === 'ListRooms') answer.end(withCounts(text, people));
      else answer.end(text);
    })().catch(() => answer.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    people,
    requests: () => requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

// The API in its JSON form (Twirp), as livekit-server-sdk speaks it.
function withPerson(asked: string, people: ReadonlyMap<string, string>): string {
  const identity = people.get((JSON.parse(asked) as { room?: string }).room ?? '');
  return JSON.stringify({ participants: identity === undefined ? [] : [{ identity }] });
}

function withCounts(text: string, people: ReadonlyMap<string, string>): string {
  const { rooms = [] } = JSON.parse(text) as { rooms?: { name: string }[] };
  return JSON.stringify({
    rooms: rooms.map((room) => (people.has(room.name) ? Object.assign(room, { num_participants: 1 }) : room)),
  });
}
