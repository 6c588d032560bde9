import type { FastifyInstance } from 'fastify';
import { ofRunningMeetings } from './busy.ts';
import { countPerMinute } from './count-per-minute.ts';
import { sendProblem } from './errors.ts';
import type { Parts } from './meetings/parts.ts';
import { bearerToken } from './routes/participation.ts';

/**
 * Refuses what one person in a meeting asks beyond `most` calls a minute, in this instance. A hand that goes up and down,
 * or somebody who comes back without end, is work for the store, for LiveKit and for everybody in the room, and would
 * take from all other meetings what one of them is worth. Whose call it is the token says, not the address.
 * @param most 0: no limit
 */
export function limitHaste(
  app: FastifyInstance,
  { tokens, store }: Pick<Parts, 'tokens' | 'store'>,
  most: number,
): void {
  const mayAsk = countPerMinute(most, store.now);
  app.addHook('preValidation', async (request, reply) => {
    if (!request.routeOptions.url?.startsWith(ofRunningMeetings)) return undefined;
    const who = tokens.read(bearerToken(request));
    // Nobody's token is refused by the call itself, and counted for its address.
    if (!who || mayAsk(`${who.meetingId} ${who.identity}`)) return undefined;
    return sendProblem(reply, { code: 'too-many-requests', retryAfter: 60 });
  });
}
