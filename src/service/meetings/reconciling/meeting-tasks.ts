import { runConcurrently } from '../../system/run-concurrently.ts';
import { drainNodes, type MediaNodes } from '../rooms/drain-nodes.ts';
import { reconcileMeeting } from './reconcile-meeting.ts';
import type { MeetingDeps } from '../deps.ts';
import { endOverdueWithoutStore } from '../ending/overdue-rooms.ts';
import { referenceOf } from '../meeting-reference.ts';
import { reconcileRooms } from '../rooms/reconcile-rooms.ts';
import type { PeriodicTask } from './periodic-tasks.ts';
import { reconcileDispatchRules } from '../telephone/reconcile-dispatch-rules.ts';

type Deps = Pick<
  MeetingDeps,
  | 'store'
  | 'media'
  | 'meetingRooms'
  | 'announcements'
  | 'telephone'
  | 'audit'
  | 'networkChecks'
  | 'instanceName'
  | 'randomBytes'
  | 'log'
>;

const claimedAtOnce = 50;
const reconciliationsAtOnce = 8;
const roomsEveryMs = 5000;
const dispatchRulesEveryMs = 10_000;

/**
 * The background tasks of an instance: any instance reconciles any meeting, and one at a time reconciles the rooms.
 * Without `nodes` nobody knows which room is on which media node.
 */
export const meetingTasks = (deps: Deps, nodes: MediaNodes | null): readonly PeriodicTask[] => [
  { name: 'meetings', everyMs: 250, run: () => reconcileDueMeetings(deps) },
  { name: 'rooms', everyMs: 1000, run: () => reconcileRoomsInTurn(deps) },
  { name: 'deadlines without a store', everyMs: 2000, run: () => endOverdueWithoutStore(deps) },
  { name: 'network checks', everyMs: 500, run: () => deps.networkChecks.endDue() },
  ...(deps.telephone
    ? [{ name: 'telephone', everyMs: 2000, run: () => reconcileDispatchRulesInTurn(deps) }]
    : []),
  ...(nodes ? [{ name: 'nodes', everyMs: 250, run: () => drainNodes(deps, nodes) }] : []),
];

async function reconcileDueMeetings(deps: Deps): Promise<void> {
  const claims = await deps.store.claimDue(claimedAtOnce);
  // If reconciling a meeting fails, it is due again when its lease ends; the others must not wait for it.
  await runConcurrently(claims, reconciliationsAtOnce, (claim) =>
    reconcileMeeting(deps, claim).catch((error: unknown) => {
      deps.log.error(
        { reference: referenceOf(claim.meetingId), err: error },
        'looking after a meeting failed',
      );
    }),
  );
}

async function reconcileRoomsInTurn(deps: Deps): Promise<void> {
  if (await deps.store.takeTurn('rooms', roomsEveryMs)) await reconcileRooms(deps);
}

async function reconcileDispatchRulesInTurn(deps: Deps): Promise<void> {
  if (await deps.store.takeTurn('telephone', dispatchRulesEveryMs)) await reconcileDispatchRules(deps);
}
