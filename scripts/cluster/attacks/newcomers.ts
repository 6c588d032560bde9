import { setTimeout as sleep } from 'node:timers/promises';
import { enterRoom } from '../../../src/service/testing/signal-client.ts';
import { admission, type Admission } from '../../../src/shared/meeting.ts';
import { meetingCalls } from '../../probe/meeting-calls.ts';

/** People with the link who try to get in without a pause, each time as somebody new. */
export type Newcomers = {
  readonly admitted: () => readonly Admission[];
  /** Stops trying; how often one was refused. */
  readonly stop: () => Promise<number>;
};

const atOnce = 4;
const pauseMs = 25;

/** Whoever is admitted goes into the room, as soon as LiveKit lets them. */
export function hammerAtTheDoor(origin: string, code: string): Newcomers {
  const call = meetingCalls(origin);
  const stopped = new AbortController();
  const admitted: Admission[] = [];
  let refusals = 0;
  async function goIn({ participationToken }: Admission): Promise<void> {
    while (!stopped.signal.aborted) {
      const isIn = await call('rejoin', {}, participationToken)
        .then((again) => admission.parse(again))
        .then(({ livekitUrl, livekitToken }) => enterRoom(livekitUrl, livekitToken))
        .catch(() => null);
      await isIn?.left;
      await sleep(200);
    }
  }
  const hammering = Array.from({ length: atOnce }, async () => {
    while (!stopped.signal.aborted) {
      const joined = await call('join', { code, displayName: 'Nouveau' }).catch(() => null);
      if (joined === null) refusals += 1;
      else {
        admitted.push(admission.parse(joined));
        void goIn(admission.parse(joined));
      }
      await sleep(pauseMs);
    }
  });
  return {
    admitted: () => admitted,
    async stop() {
      stopped.abort();
      await Promise.all(hammering);
      return refusals;
    },
  };
}
