import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { eventsPath, eventStream, type MeetingEvent } from '../../shared/meeting-events.ts';
import { sendProblem } from '../http/problem.ts';
import { findParticipation } from '../meetings/find-participation.ts';
import { noteListening } from '../meetings/entering/note-listening.ts';
import type { MeetingDeps } from '../meetings/deps.ts';
import type { MeetingState } from '../meetings/meeting-state.ts';
import { hasNoMoreEvents, currentEventsFor } from '../meetings/events/current-events.ts';
import { bearerToken } from './participation.ts';
import { problemReply } from '../http/serve-route.ts';

/** If this many bytes wait to be read, the client is gone, or wants to fill our memory. */
const maxWaiting = 16_384;

type Streams = {
  /** In this instance. */
  readonly most: number;
  /** The gauge of open streams. */
  readonly open: { inc(): void; dec(): void };
};

/** Server-sent events; the current state is sent on connect, so that nobody needs the events they missed. */
export function eventsRoute(app: FastifyInstance, deps: MeetingDeps, { most, open }: Streams): void {
  let streams = 0;
  const schema = {
    summary: 'What the service has to say, as server-sent events',
    operationId: 'events',
    produces: ['text/event-stream'],
    security: [{ participation: [] }],
    response: { default: problemReply },
  };
  // No HEAD route: it would open a stream that nobody reads.
  app.get(eventsPath, { schema, exposeHeadRoute: false }, async (request, reply) => {
    const token = bearerToken(request);
    const named = deps.tokens.read(token);
    if (!named) return sendProblem(reply, { code: 'not-signed-in' });

    // The app polls until then; the meeting itself goes on.
    if (streams >= most) return sendProblem(reply, { code: 'service-busy', retryAfter: 5 });

    const stream = new PassThrough({ highWaterMark: maxWaiting });
    const write = (text: string) => {
      if (stream.writableEnded || stream.destroyed) return;
      if (!stream.write(text)) stream.destroy();
    };
    // Subscribe before reading the state: an end in between arrives as an event, an earlier one shows in the state.
    const stop = deps.announcements.listen(named.meetingId, {
      identity: named.identity,
      tell: (event) => write(onTheWire(event)),
      close: () => stream.end(),
    });
    const found = await findParticipation(deps, token, 'listen').catch((error: unknown) => {
      // Otherwise each attempt while the store is away would leave a listener behind.
      stop();
      throw error;
    });
    if (!found.ok) {
      stop();
      return sendProblem(reply, found.error);
    }
    streams += 1;
    open.inc();
    write(': ping\n\n');
    const { meeting, person } = found.value;
    for (const event of currentEventsFor(meeting, person)) write(onTheWire(event));
    const isWaiting = person.place.kind === 'waiting';
    const here = async (read: Promise<MeetingState | null>) => noteListening(deps, named, await read);
    if (isWaiting) here(Promise.resolve(meeting)).catch(() => undefined);
    const pings = setInterval(() => {
      write(': ping\n\n');
      if (isWaiting) here(deps.store.find(named.meetingId)).catch(() => undefined);
    }, eventStream.pingMs);
    stream.once('close', () => {
      clearInterval(pings);
      stop();
      streams -= 1;
      open.dec();
    });
    if (hasNoMoreEvents(person)) stream.end();
    return (
      reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        // nginx would hold events back until its buffer is full.
        .header('x-accel-buffering', 'no')
        .send(stream)
    );
  });
}

function onTheWire(event: MeetingEvent): string {
  const { type, ...data } = event;
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
