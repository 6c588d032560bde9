import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ofRunningMeetings } from './busy.ts';
import { countPerMinute } from './count-per-minute.ts';
import { sendProblem } from './errors.ts';
import type { Parts } from './meetings/parts.ts';
import { codeIn } from './routes/code-in.ts';
import { bearerToken } from './routes/participation.ts';

const ofNewcomers = '/api/v1/invitations/';

/** A minute, in this instance; 0: no limit. */
type Most = {
  /** Of one person in a meeting. */
  readonly calls: number;
  /** With the codes of one meeting. */
  readonly entries: number;
};

/**
 * Refuses what one person in a meeting asks beyond `calls` a minute. A hand that goes up and down,
 * or somebody who comes back without end, is work for the store, for LiveKit and for everybody in the room, and would
 * take from all other meetings what one of them is worth. Whose call it is the token says, not the address. Likewise who
 * storms the door of one meeting with its code, `entries` times a minute, closes that door and no other.
 */
export function limitHaste(
  app: FastifyInstance,
  { codes, tokens, store }: Pick<Parts, 'codes' | 'tokens' | 'store'>,
  { calls, entries }: Most,
): void {
  const mayAsk = countPerMinute(calls, store.now);
  const mayEnter = countPerMinute(entries, store.now);
  // Nobody's token or code is refused by the call itself, and counted for its address.
  const isInTime = (request: FastifyRequest): boolean => {
    const { url = '' } = request.routeOptions;
    if (url.startsWith(ofRunningMeetings)) {
      const who = tokens.read(bearerToken(request));
      return !who || mayAsk(`${who.meetingId} ${who.identity}`);
    }
    const invitation = url.startsWith(ofNewcomers) ? codes.read(codeIn(request) ?? '') : null;
    return !invitation || mayEnter(invitation.meetingId);
  };
  app.addHook('preValidation', async (request, reply) => {
    if (isInTime(request)) return undefined;
    return sendProblem(reply, { code: 'too-many-requests', retryAfter: 60 });
  });
}
