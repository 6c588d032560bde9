import { inBatches } from './run-in-batches.ts';
import { emptyNodes, type MediaNodes } from '../rooms/drain-nodes.ts';
import { lookAfter } from './reconcile-meeting.ts';
import type { MeetingDeps } from '../deps.ts';
import { endOverdueWithoutStore } from '../ending/overdue-rooms.ts';
import { referenceOf } from '../meeting-reference.ts';
import { compareRooms } from '../rooms/reconcile-rooms.ts';
import type { Pass } from './periodic-tasks.ts';
import { compareDialRules } from '../telephone/reconcile-dial-rules.ts';

type Deps = Pick<
  MeetingDeps,
  | 'store'
  | 'media'
  | 'places'
  | 'announcements'
  | 'telephone'
  | 'audit'
  | 'networkChecks'
  | 'instanceName'
  | 'randomBytes'
  | 'log'
>;

const claimedAtOnce = 50;
const looksAtOnce = 8;
const roomsEveryMs = 5000;
const dialRulesEveryMs = 10_000;

/**
 * What an instance does by itself: any instance looks after any meeting, and one at a time compares the rooms. Without
 * `nodes` nobody knows which room is upon which node.
 */
export const watchPasses = (deps: Deps, nodes: MediaNodes | null): readonly Pass[] => [
  { name: 'meetings', everyMs: 250, run: () => lookAfterDue(deps) },
  { name: 'rooms', everyMs: 1000, run: () => compareRoomsInTurn(deps) },
  { name: 'deadlines without a store', everyMs: 2000, run: () => endOverdueWithoutStore(deps) },
  { name: 'network checks', everyMs: 500, run: () => deps.networkChecks.endDue() },
  ...(deps.telephone ? [{ name: 'telephone', everyMs: 2000, run: () => compareDialRulesInTurn(deps) }] : []),
  ...(nodes ? [{ name: 'nodes', everyMs: 250, run: () => emptyNodes(deps, nodes) }] : []),
];

async function lookAfterDue(deps: Deps): Promise<void> {
  const claims = await deps.store.claimDue(claimedAtOnce);
  // A meeting whose look fails is due again when its lease ends; the others must not wait for it.
  await inBatches(claims, looksAtOnce, (claim) =>
    lookAfter(deps, claim).catch((error: unknown) => {
      deps.log.error(
        { reference: referenceOf(claim.meetingId), err: error },
        'looking after a meeting failed',
      );
    }),
  );
}

async function compareRoomsInTurn(deps: Deps): Promise<void> {
  if (await deps.store.takeTurn('rooms', roomsEveryMs)) await compareRooms(deps);
}

async function compareDialRulesInTurn(deps: Deps): Promise<void> {
  if (await deps.store.takeTurn('telephone', dialRulesEveryMs)) await compareDialRules(deps);
}
